"""Pieces of the roadmap that several pages show: the four parts, tiles, lists of deadlines."""

from collections.abc import Iterable, Mapping, Sequence

from shnor import wording
from shnor.metrics import METRICS, Figure
from shnor.metrics.standings import DUE_PARTS
from shnor.service.figures import roadmap
from shnor.service.figures.roadmap import BESIDE, Deadline, Parts
from shnor.service.figures.rows import Where
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Marked, Tile, joined, tag
from shnor.ui.kit.links import to_deadline, to_rows
from shnor.ui.run.session import Session

COLUMNS = {"due": "Срок наступил", "confirmed": "Подтверждено", "awaited": "Документ ожидается",
           "not_done": "Не выполнено", "no_report": "Нет сведений", "undated": "Дата не названа",
           "ahead_done": "Раньше срока", "ahead": "Впереди"}
SELDOM = ("undated", "ahead_done")
"""Columns that stand in a table only where somebody has something in them."""
PROOF = "Документ или причина"
"""Head of the column of what a deadline is proved by, or why it is not done."""


def four_parts(session: Session, counts: Parts, where: Where) -> None:
    """«Срок наступил: 19 из 24» with its parts: a bar, a legend whose numbers lead to their rows, and what
    they leave out."""
    if counts.due:
        words, n, rest = wording.deadlines_due(counts.due, counts.planned)
        html.text(wording.capital(words), number(session, n, where, "due"), rest, mark="shnor-lead")
        _bar(session, counts, where)
    else:
        html.text(nothing_due(counts), mark="shnor-lead")
    _aside(session, counts, where)


def number(session: Session, n: int | str, where: Where, part: str) -> Cell:
    return to_rows(session, str(n), "roadmap_done_due", where, part)


def _bar(session: Session, counts: Parts, where: Where) -> None:
    parts = {part: getattr(counts, part) for part in DUE_PARTS}
    bar = joined(tag("<span class='shnor-{}' style='flex:{}' title='{}: {}'></span>", part, n, DUE_PARTS[part], n)
                 for part, n in parts.items() if n)
    legend = joined(tag("<span><span class='shnor-key shnor-{}'></span>{} {}</span>", part, DUE_PARTS[part],
                        html.cell(number(session, n, where, part))) for part, n in parts.items())
    html.show(tag("<div class='shnor-parts' role='img' aria-label='{}'>{}</div><div class='shnor-legend'>{}</div>",
                  in_words(counts), bar, legend))


def nothing_due(counts: Parts) -> str:
    """In the place of the four parts."""
    return f"{wording.capital(counts.without_due)}." if counts.unseen else "Срок ни по одному мероприятию не наступил."


def _aside(session: Session, counts: Parts, where: Where) -> None:
    """What takes no part in «срок наступил», and of what was done without a date, which tells nothing of being in time;
    every number leads to its rows."""
    if counts.undated:
        html.text("У выполненных дата не названа: ", number(session, counts.undated, where, "undated"), ".",
                  mark="shnor-small")
    named = [part for name, n in roadmap.beside(counts).items()
             for part in (" · ", f"{BESIDE[name]} ", number(session, n, where, name))]
    if named:
        html.text("Кроме того: ", *named[1:], ".", mark="shnor-small")


def in_words(counts: Parts) -> str:
    return ", ".join(f"{word} {getattr(counts, part)}" for part, word in DUE_PARTS.items())


def tiles(session: Session, figures: Sequence[Figure], where: Where) -> None:
    """A tile a figure: its name, its value, what is counted beside it, the way to its rows."""
    html.tiles(Tile(METRICS[figure.metric].title, wording.figure_text(figure),
                    [*(f"{words}: {n}\n" for words, n in figure.more.items()),
                     to_rows(session, "откуда цифра", figure.metric, where)]) for figure in figures)


def columns(rows: Iterable[Parts]) -> dict[str, str]:
    """Part → head of its column, of the parts a table of several counts shows."""
    shown = list(rows)
    return {part: title for part, title in COLUMNS.items()
            if part not in SELDOM or any(getattr(counts, part) for counts in shown)}


def numbers(session: Session, counts: Parts, parts: Iterable[str], where: Where) -> list[Cell]:
    """A cell a part; every number but nought leads to its rows."""
    return [number(session, n, where, part) if (n := getattr(counts, part)) else "0" for part in parts]


def directions(session: Session, rows: Mapping[str, Parts], where: Where) -> None:
    """By direction: due, parts, ahead; every number leads to its rows."""
    shown = columns(rows.values())
    html.table(["Направление", *shown.values()],
               [[direction or "без направления", *numbers(session, counts, shown, {**where, "direction": direction})]
                for direction, counts in rows.items()], numbers=range(1, len(shown) + 1))


def deadlines(session: Session, rows: Sequence[Deadline]) -> None:
    """A line a deadline: number, activity, deadline as written, where it stands, by what it is proved."""
    html.table(["№", "Мероприятие", "Срок", "Где сейчас", PROOF],
               [_line(session, row) for row in rows])


def _line(session: Session, row: Deadline) -> list[Cell]:
    link = to_deadline(session, row.number, row.src)
    return [link, row.activity or "", deadline_text(row), standing(row), proof(row)]


def deadline_text(row: Deadline) -> str:
    """As the document says it; where it says only a column of a year, that year."""
    written = row.written or row.period
    if row.due_date and row.deadline_end and row.due_date != row.deadline_end:
        return f"{written}, перенесено на {row.due_date:%d.%m.%Y}"
    return written


def standing(row: Deadline) -> Cell:
    part = next((part for part, word in DUE_PARTS.items() if word == row.standing), "")
    words = row.standing_in_words
    return [Marked("", f"shnor-key shnor-{part}"), words] if part else words


def proof(row: Deadline) -> str:
    """Its day and its document; of one that is not done and has none, what the school explains."""
    if not row.is_done and not row.fact_document:
        return row.fact_note or row.reason
    day = row.fact_date
    return ", ".join(filter(None, (f"{day:%d.%m.%Y}" if day else "", row.fact_document)))
