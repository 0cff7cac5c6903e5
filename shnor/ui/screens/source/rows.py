"""The rows behind a figure, file by file: what tells a row from others, then the columns the figure is made of, each
value leading to its own cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import streamlit as st
from markupsafe import Markup

from shnor import wording
from shnor.datasets import KINDS, Column, Kind
from shnor.metrics import METRICS, Metric
from shnor.service.figures import roadmap, sources
from shnor.service.figures.rule_words import quoted
from shnor.service.figures.sources import Behind, Row
from shnor.store import Origin
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Block, Held
from shnor.ui.kit.html import Cell, joined, tag
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts
from shnor.ui.screens.source import sheet, values

OTHERS = 5
"""So many columns stand at most beside those a figure is made of."""
FILES, OPENED = 6, 12
"""So many files stand in sight; one with so many rows at most is open where it is the only one."""
NUMBERS = ("whole", "number")
DERIVED = ("day", "known_on", "month", "year", "same", "school_codes")
"""Columns we made from others: they stand for counting, not for reading."""
NUMERATOR, DENOMINATOR, TOTAL, PLACE = "Посчитано", "Из скольких", "Итого", "Ячейка"


@dataclass(frozen=True)
class Listed:
    """The rows as they are drawn. lines: (file, cells, what leaves for Excel). made: the place of the counts among the
    cells."""

    head: tuple[str, ...]
    lines: list[tuple[Row, list[Cell]]]
    numbers: tuple[int, ...] = field(default=())


def listed(session: Session, metric: Metric, behind: Behind, *, counted: bool, name: str = "source-rows") -> None:
    """The rows in a block of their own, folded by file. counted: it is a figure, whose rows say what they add."""
    if not behind.rows:
        html.text("Таких строк нет.")
        return
    drawn = _deadlines(session, metric, behind, counted) if metric.kind == "roadmap" else \
        _stored(session, metric, behind, counted)
    files: dict[int, list[int]] = {}
    for place, (row, _) in enumerate(drawn.lines):
        files.setdefault(row.origin.upload, []).append(place)
    cut = behind.total > len(behind.rows)
    told = wording.counted(behind.total, "строка") + ("" if cut else f", {wording.counted(len(files), 'файл')}")
    shown = Block(name, "Строки и ячейки", told, session.day,
                  metric.source, *_taken(drawn, behind, counted), sort=False, bare=True)
    with block.framed(session, shown):
        html.show(_folds([_fold(drawn, places, counted, opened=len(files) == 1 and len(places) <= OPENED)
                          for places in files.values()]))
        _notes(metric, behind)
    if behind.beside:
        _beside(session, behind)


def _folds(files: list[Markup]) -> Markup:
    """The first files, the rest behind one more click."""
    if len(files) <= FILES + 1:
        return joined(files)
    rest = len(files) - FILES
    return tag("{}<details class='shnor-more'><summary>ещё {}</summary>{}</details>", joined(files[:FILES]),
               wording.counted(rest, "файл"), joined(files[FILES:]))


def _fold(drawn: Listed, places: Sequence[int], counted: bool, *, opened: bool) -> Markup:
    """A file: its name once, how much of the figure it brings, its rows."""
    own = [drawn.lines[place] for place in places]
    rows, at = [cells for _, cells in own], own[0][0].origin
    adds = _adds([row for row, _ in own], drawn, counted)
    title = tag("<b>{}</b> <span>{}</span>", values.file_name(at), wording.typeset(" · ".join(filter(None, (
        wording.counted(len(rows), "строка"), adds, f"принят {at.moment:%d.%m.%Y}")))))
    body = html.table_html(drawn.head, rows, numbers=drawn.numbers)
    return tag("<details class='shnor-file'{}><summary>{}</summary>{}</details>",
               Markup(" open") if opened else html.NOTHING, title, body)


def _adds(rows: Sequence[Row], drawn: Listed, counted: bool) -> str:
    """«24 из 146»."""
    made, base = sum(row.made for row in rows), sum(row.base for row in rows)
    if not counted:
        return ""
    return wording.k_of_n(made, base) if DENOMINATOR in drawn.head else f"посчитано {wording.number(made)}"


def _taken(drawn: Listed, behind: Behind, counted: bool) -> tuple[tuple[str, ...], tuple[tuple[Held, ...], ...]]:
    """What leaves for Excel: the file and the sheet of each row beside it; the last row is the figure."""
    head = ("Файл", *drawn.head)
    rows = [(row.origin.file, *map(_number, cells)) for row, cells in drawn.lines]
    if counted and behind.total == len(behind.rows):
        at, counts = head.index(NUMERATOR), [behind.made, *([behind.base] if DENOMINATOR in head else [])]
        total: list[Held] = [TOTAL, *[""] * (len(head) - 1)]
        total[at:at + len(counts)] = counts
        rows.append(tuple(total))
    return head, tuple(rows)


def _number(cell: Cell) -> Held:
    """A number as a number; what adds nothing adds 0."""
    text = block.words(cell)
    if text == wording.LONG_DASH:
        return 0
    plain = text.replace(wording.NBSP, "")
    return int(plain) if plain.isdecimal() and len(plain) < 10 else text


def _notes(metric: Metric, behind: Behind) -> None:
    cut = f"Показаны первые {len(behind.rows)} строк; вверху посчитаны все." if behind.total > len(behind.rows) else ""
    for words in (cut, *_said(metric, behind)):
        if words:
            html.text(words, mark="shnor-small")


def _beside(session: Session, behind: Behind) -> None:
    """The rows of the metric the denominator is."""
    assert behind.beside is not None
    added = sum(row.made for row in behind.rows)
    if behind.total == len(behind.rows) and added != behind.made:
        html.text(f"По строкам {added}: в каждой школе посчитано не больше, чем в ней педагогов, "
                  f"поэтому {behind.made}.", mark="shnor-small")
    other = METRICS[behind.beside.figures[0].metric]
    st.header(plain(f"{other.title}: {behind.beside.made}"))
    listed(session, other, behind.beside, counted=True, name="source-beside")


def _deadlines(session: Session, metric: Metric, behind: Behind, counted: bool) -> Listed:
    """A deadline stands where its plan and its report put it: both are shown, and what of the report decides."""
    names = [name for name in sources.reported(metric) if any(row.seen.get(name) for row in behind.rows)]
    planned = "planned_value" in sources.weighed(metric)
    plans = len({(row.origin.upload, row.cells["plan"]) for row in behind.rows}) > len(
        {row.origin.upload for row in behind.rows})  # of one plan each the name of the file says whose it is
    head = ["№", "Мероприятие", *(["Чья карта"] if plans else []), "Срок", *(["План"] if planned else []), "Где сейчас",
            *(KINDS[sources.REPORTS][name].title for name in names), *_counts(behind, counted), PLACE, "Отчёт"]
    lines: list[tuple[Row, list[Cell]]] = []
    report: Origin | None = None
    for before, row in zip((None, *behind.rows), behind.rows, strict=False):
        deadline, above = roadmap.deadline(row.cells), report if before and _same_file(before, row) else None
        report = next((seen.origin for name in names for seen in row.seen.get(name, ())), next(iter(row.rests), None))
        lines.append((row, [
            deadline.number, deadline.activity or "", *([deadline.plan] if plans else []),
            values.to_value(session, row.origin, "deadline", parts.deadline_text(deadline)),
            *([_value(session, behind, row, KINDS["roadmap"]["planned_value"])] if planned else []),
            parts.standing(deadline), *(_seen(session, row, name) for name in names), *_added(behind, row, counted),
            values.place(session, row.origin, "deadline", above=_sheet(before, row)),
            _report(session, report, next(iter(names), "status"), above)]))
    first = len(head) - 2 - len(_counts(behind, counted))
    return Listed(tuple(head), lines, tuple(range(first, len(head) - 2)))


def _report(session: Session, at: Origin | None, name: str, above: Origin | None) -> Cell:
    """The report a deadline stands by, with the cell that says so. above: of the line above, not named again."""
    if at is None:
        return "отчёта нет"
    if above and above.upload == at.upload:
        return values.place(session, at, name, above=above.sheet)
    return [values.file_name(at), "\n", values.place(session, at, name)]


def _seen(session: Session, row: Row, name: str) -> Cell:
    """What reports say of a deadline: every value they are added up from, else the one that decides."""
    column, links = KINDS[sources.REPORTS][name], list[Cell]()
    for seen in row.seen.get(name, ()):
        links += [" + "] * bool(links) + [values.to_value(session, seen.origin, name,
                                                          values.value_text(column, seen.value, {}))]
    return links


def _stored(session: Session, metric: Metric, behind: Behind, counted: bool) -> Listed:
    """Each row as it is stored: what tells it from others, then what the figure is made of."""
    kind = KINDS[metric.kind]
    weighed = [column for column in _filled(kind, sources.weighed(metric), behind.rows) if _weighs(behind, column)]
    names = (name for name in (*kind.key, *(column.name for column in kind.stored)) if name not in DERIVED)
    others = [column for column in _filled(kind, dict.fromkeys(names), behind.rows)
              if column not in weighed and _differs(column, behind.rows)][:OTHERS]
    head = [*(column.title for column in (*others, *weighed)), *_counts(behind, counted), PLACE]
    at = [column.name for column in weighed]
    lines: list[tuple[Row, list[Cell]]] = [
        (row, [*(_value(session, behind, row, column) if column.type in NUMBERS else
                 values.value_text(column, row.cells.get(column.name), behind.schools) for column in others),
               *(_value(session, behind, row, column) for column in weighed), *_added(behind, row, counted),
               values.place(session, row.origin, *at, above=_sheet(before, row))])
        for before, row in zip((None, *behind.rows), behind.rows, strict=False)]
    numbers = [place for place, column in enumerate((*others, *weighed)) if column.type in NUMBERS]
    numbers += range(len(others) + len(weighed), len(head) - 1)
    return Listed(tuple(head), lines, tuple(numbers))


def _sheet(before: Row | None, row: Row) -> str:
    """The sheet of the row before, where it is one of the same file."""
    return before.origin.sheet if before and _same_file(before, row) else ""


def _same_file(before: Row, row: Row) -> bool:
    return before.origin.upload == row.origin.upload


def _counts(behind: Behind, counted: bool) -> list[str]:
    """Titles of what each row adds."""
    return [NUMERATOR, *([DENOMINATOR] if behind.base is not None and not behind.beside else [])] if counted else []


def _added(behind: Behind, row: Row, counted: bool) -> list[Cell]:
    return [str(value or wording.LONG_DASH)
            for value, _ in zip((row.made, row.base), _counts(behind, counted), strict=False)]


def _filled(kind: Kind, names: Iterable[str], rows: Sequence[Row]) -> list[Column]:
    """The columns with something in them."""
    return [kind[name] for name in names if any(row.cells.get(name) not in (None, "") for row in rows)]


def _weighs(behind: Behind, column: Column) -> bool:
    """Whether its values enter the sums of these rows: what stands in for missing marks does not where marks are."""
    return behind.sums.get(column.name) != 0 or not any(row.cells.get(column.name) for row in behind.rows)


def _differs(column: Column, rows: Sequence[Row]) -> bool:
    """What is the same in every row stands above the table."""
    return len(rows) == 1 or len({row.cells.get(column.name) for row in rows}) > 1


def _value(session: Session, behind: Behind, row: Row, column: Column) -> Cell:
    """A value a figure is made of, leading to its cells."""
    text = values.value_text(column, row.cells.get(column.name), behind.schools)
    return values.to_value(session, row.origin, column.name, text) if text and column.personal == "no" else text


def _said(metric: Metric, behind: Behind) -> list[str]:
    """What is to be said of values that are not in the cells as they are counted."""
    kind, said = KINDS[metric.kind], dict[str, dict[str, None]]()
    for row in behind.rows:
        for name in sources.weighed(metric):
            for place in row.origin.places(name) if row.cells.get(name) not in (None, "") else ():
                if place.words:
                    said.setdefault(place.words, {})[quoted(kind[name].title)] = None
    return [f"{', '.join(titles)}: {words}." for words, titles in said.items()]


def cells(session: Session, metric: Metric, row: Row) -> None:
    """The sheets behind one row, opened at once, with the values marked that make it count."""
    marked = {row.origin.src: ("deadline", *sources.weighed(metric))}
    for name, seen_values in row.seen.items():
        marked |= {seen.origin.src: (*marked.get(seen.origin.src, ()), name) for seen in seen_values}
    reports = [seen.origin for seen_values in row.seen.values() for seen in seen_values]
    origins = {at.src: at for at in (row.origin, *row.rests, *reports)}
    for at in origins.values():
        words = "Файл" if metric.kind != "roadmap" else "Отчёт" if at.kind == sources.REPORTS else "План"
        html.text(html.Marked(f"{words}: {values.file_name(at)}", "shnor-strong"))
        sheet.grid(session, at.upload, *values.cells_of(at, marked.get(at.src, ())))
