"""Pieces of the roadmap that several pages show: the four parts, tiles, lists of deadlines."""

from collections.abc import Mapping, Sequence

from shnor import wording
from shnor.metrics import METRICS, Figure
from shnor.metrics.roadmap import DUE_PARTS
from shnor.service.figures.roadmap import Deadline, Parts
from shnor.service.figures.rows import Where
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Marked, Tile, joined, tag
from shnor.ui.kit.links import to_deadline, to_rows
from shnor.ui.run.session import Session


def four_parts(session: Session, counts: Parts, where: Where) -> None:
    """«Срок наступил по 19 из 24» with its parts: a bar, a legend whose numbers lead to their rows."""
    due, planned = counts.due, counts.planned
    if not due:
        html.text("Срок ни по одному мероприятию не наступил.", mark="shnor-lead")
        return
    html.text("Срок наступил по ", to_rows(session, str(due), "roadmap_done_due", where, "due"),
              f" из {planned}", mark="shnor-lead")
    parts = {part: getattr(counts, part) for part in DUE_PARTS}
    bar = joined(tag("<span class='shnor-{}' style='flex:{}' title='{}: {}'></span>", part, n, DUE_PARTS[part], n)
                 for part, n in parts.items() if n)
    legend = joined(tag("<span><span class='shnor-key shnor-{}'></span>{} {}</span>", part, DUE_PARTS[part], html.cell(
        to_rows(session, str(n), "roadmap_done_due", where, part))) for part, n in parts.items())
    html.show(tag("<div class='shnor-parts' role='img' aria-label='{}'>{}</div><div class='shnor-legend'>{}</div>",
                  in_words(counts), bar, legend))


def in_words(counts: Parts) -> str:
    return ", ".join(f"{word} {getattr(counts, part)}" for part, word in DUE_PARTS.items())


def beside(counts: Parts) -> str:
    """What takes no part in «срок наступил», in one line; "" when there is nothing."""
    named = (("ahead", "впереди"), ("dropped", "снято"), ("unrecognised", "срок не распознан"),
             ("unstated", "план на период не указан"))
    return " · ".join(f"{word} {getattr(counts, part)}" for part, word in named if getattr(counts, part))


def tiles(session: Session, figures: Sequence[Figure], where: Where) -> None:
    """A tile a figure: its name, its value, the way to its rows."""
    html.tiles(Tile(METRICS[figure.metric].title, wording.figure_text(figure),
                    to_rows(session, "откуда цифра", figure.metric, where)) for figure in figures)


def directions(session: Session, rows: Mapping[str, Parts], where: Where) -> None:
    """By direction: due, parts, ahead; every number leads to its rows."""
    def number(direction: str, part: str) -> Cell:
        count = getattr(rows[direction], part)
        chosen = {**where, "direction": direction}
        return to_rows(session, str(count), "roadmap_done_due", chosen, part) if count else "0"

    html.table(["Направление", "Срок наступил", "Подтверждено", "Документ ожидается", "Не выполнено", "Нет сведений",
                "Впереди"],
               [[direction or "без направления", *(number(direction, part) for part in ("due", *DUE_PARTS, "ahead"))]
                for direction in rows], numbers=range(1, 7))


def deadlines(session: Session, rows: Sequence[Deadline]) -> None:
    """A line a deadline: number, activity, deadline as written, where it stands, by what it is proved."""
    html.table(["№", "Мероприятие", "Срок", "Где сейчас", "Когда и чем подтверждено"],
               [_line(session, row) for row in rows])


def _line(session: Session, row: Deadline) -> list[Cell]:
    link = to_deadline(session, row.number, row.src)
    return [link, row.activity or "", deadline_text(row), standing(row), proof(row)]


def deadline_text(row: Deadline) -> str:
    """As the document says it; where it says only a column of a year, that year."""
    written = row.deadline or row.period
    if row.due_date and row.deadline_end and row.due_date != row.deadline_end:
        return f"{written}, перенесено на {row.due_date:%d.%m.%Y}"
    return written


def standing(row: Deadline) -> Cell:
    part = next((part for part, word in DUE_PARTS.items() if word == row.standing), "")
    return [Marked("", f"shnor-key shnor-{part}"), row.standing] if part else row.standing


def proof(row: Deadline) -> str:
    day = row.fact_date
    return ", ".join(filter(None, (f"{day:%d.%m.%Y}" if day else "", row.fact_document)))
