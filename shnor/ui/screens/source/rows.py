"""The rows behind a figure of any topic: first the columns it is made of, each value leading to its own cells."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS, Column, Kind
from shnor.metrics import METRICS, Metric
from shnor.service.figures import roadmap, sources
from shnor.service.figures.rule_words import quoted
from shnor.service.figures.sources import Behind, Row
from shnor.service.intake.manual import BY_HAND
from shnor.service.pages import results
from shnor.store import Origin
from shnor.ui.kit import grids, html
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import to_cells
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts
from shnor.ui.screens.source import sheet

OTHERS = 7
"""So many columns stand at most beside those a figure is made of."""
DERIVED = ("day", "known_on", "month", "year", "same", "school_codes")
"""Columns we made from others: they stand for counting, not for reading."""
NUMERATOR, DENOMINATOR, TOTAL = "Посчитано", "Из скольких", "Итого"


def table(session: Session, metric: Metric, behind: Behind, *, counted: bool) -> None:
    """Each row with its file and cells. counted: it is a figure whose counts stand below as a sum, not one part."""
    if not behind.rows:
        html.text("Таких строк нет.")
        return
    html.text(wording.counted(behind.total, "строка"), mark="shnor-small")
    draw = _deadlines if metric.kind == "roadmap" else _stored
    draw(session, metric, behind, counted)
    if behind.total > len(behind.rows):
        html.text(f"Показаны первые {len(behind.rows)}; в строке «{TOTAL}» посчитаны все.", mark="shnor-small")
    for words in _said(metric, behind):
        html.text(words, mark="shnor-small")
    if behind.beside:
        _beside(session, behind)


def _beside(session: Session, behind: Behind) -> None:
    """The rows of the metric the denominator is."""
    assert behind.beside is not None
    added = sum(row.made for row in behind.rows)
    if behind.total == len(behind.rows) and added != behind.made:
        html.text(f"По строкам {added}: в каждой школе посчитано не больше, чем в ней педагогов, "
                  f"поэтому {behind.made}.", mark="shnor-small")
    other = METRICS[behind.beside.figures[0].metric]
    st.header(f"{other.title}: {behind.beside.made}")
    table(session, other, behind.beside, counted=True)


def _deadlines(session: Session, metric: Metric, behind: Behind, counted: bool) -> None:
    """A deadline stands where its plan and its report put it: both are shown, and what of the report decides."""
    names = [name for name in sources.reported(metric) if any(row.seen.get(name) for row in behind.rows)]
    planned = "planned_value" in sources.weighed(metric)
    head = ["№", "Мероприятие", "Срок", *(["План"] if planned else []), "Где сейчас",
            *(KINDS[sources.REPORTS][name].title for name in names), *_counts(behind, counted),
            "План: файл и ячейка", "Отчёт: файл и ячейка"]
    lines: list[list[Cell]] = []
    for row in behind.rows:
        deadline = roadmap.deadline(row.cells)
        report = next((seen.origin for name in names for seen in row.seen.get(name, ())), next(iter(row.rests), None))
        lines.append([
            deadline.number, deadline.activity or "",
            _to(session, row.origin, "deadline", parts.deadline_text(deadline)),
            *([_value(session, behind, row, KINDS["roadmap"]["planned_value"])] if planned else []),
            parts.standing(deadline), *(_seen(session, row, name) for name in names), *_added(behind, row, counted),
            origin(session, row.origin, "deadline"),
            origin(session, report, next(iter(names), "status")) if report else "отчёта нет"])
    _show(head, lines, behind, counted, before=len(head) - 2 - len(_counts(behind, counted)))


def _seen(session: Session, row: Row, name: str) -> Cell:
    """What reports say of a deadline: every value they are added up from, else the one that decides."""
    column, links = KINDS[sources.REPORTS][name], list[Cell]()
    for seen in row.seen.get(name, ()):
        links += [" + "] * bool(links) + [_to(session, seen.origin, name, value_text(column, seen.value, {}))]
    return links


def _stored(session: Session, metric: Metric, behind: Behind, counted: bool) -> None:
    """Each row as it is stored: what the figure is made of, then what tells the row from others."""
    kind = KINDS[metric.kind]
    weighed = [column for column in _filled(kind, sources.weighed(metric), behind.rows) if _weighs(behind, column)]
    names = (name for name in (*kind.key, *(column.name for column in kind.stored)) if name not in DERIVED)
    others = [column for column in _filled(kind, dict.fromkeys(names), behind.rows)
              if column not in weighed and _differs(column, behind.rows)][:OTHERS]
    head = [*(column.title for column in weighed), *_counts(behind, counted), *(column.title for column in others),
            "Файл и ячейки"]
    lines = [[*(_value(session, behind, row, column) for column in weighed), *_added(behind, row, counted),
              *(value_text(column, row.cells.get(column.name), behind.schools) for column in others),
              origin(session, row.origin, *(column.name for column in weighed))] for row in behind.rows]
    sums = [wording.number(behind.sums[column.name]) if column.name in behind.sums else "" for column in weighed]
    _show(head, lines, behind, counted, before=len(weighed), sums=sums)


def _show(head: Sequence[str], lines: list[list[Cell]], behind: Behind, counted: bool, *, before: int,
          sums: Sequence[str] = ()) -> None:
    """before: so many columns stand before the counts. The last line is their sum: the figure itself."""
    counts = _counts(behind, counted)
    marks = [""] * len(lines)
    if counts:
        told = [wording.number(value) for value in (behind.made, behind.base) if value is not None]
        rest = [TOTAL, *[""] * (len(head) - before - len(counts) - 1)]
        lines.append([*(sums or [""] * before), *told, *rest])
        marks.append("shnor-total")
    html.table(head, lines, marks=marks,
               numbers=[place for place in range(before + len(counts)) if sums or place >= before])


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
    text = value_text(column, row.cells.get(column.name), behind.schools)
    return _to(session, row.origin, column.name, text) if text and column.personal == "no" else text


def _to(session: Session, at: Origin, name: str, text: str) -> Cell:
    where = [place for place in at.places(name) if place.cells]
    if not where or not text:
        return text
    first, *others = (to_cells(session, text if not number else f" и лист «{place.sheet}»", at.of(name).upload,
                               place.sheet, ", ".join(place.cells)) for number, place in enumerate(where))
    return [first, *others] if others else first


def _said(metric: Metric, behind: Behind) -> list[str]:
    """What is to be said of values that are not in the cells as they are counted."""
    kind, said = KINDS[metric.kind], dict[str, dict[str, None]]()
    for row in behind.rows:
        for name in sources.weighed(metric):
            for place in row.origin.places(name) if row.cells.get(name) not in (None, "") else ():
                if place.words:
                    said.setdefault(place.words, {})[quoted(kind[name].title)] = None
    return [f"{', '.join(titles)}: {words}." for words, titles in said.items()]


def title(row: Row) -> str:
    """«1.2 Семинар: не выполнено — План»"""
    deadline = roadmap.deadline(row.cells)
    words = " ".join(filter(None, (deadline.number, deadline.activity)))
    return f"{words}: {deadline.standing_in_words} — {deadline.plan}"


def condition(kind: Kind, name: str, value: str | tuple[str, ...], titles: Mapping[str, str]) -> str:
    """A condition as people read it: a month, a year, classes, the end of a span of days, a number with what it counts.
    "" of what goes without saying: that rows are of schools."""
    column, _, side = name.partition("__")
    texts = value if isinstance(value, tuple) else (value,)
    if side:
        return f"{'с' if side == 'from' else 'по'} {wording.day(date.fromisoformat(texts[0]))}"
    if column == "month":
        return ", ".join(wording.month(date.fromisoformat(text)) for text in texts)
    if column == "grade":
        return results.classes(sorted(map(int, texts)))
    if column == "year" or any(one.name == column and one.type == "period" for one in kind.columns):
        return ", ".join(wording.period(text) for text in texts)
    if (column, value) == ("level", "school"):
        return ""
    counted = next((one.title.lower() for one in kind.columns if one.name == column and one.type == "whole"), "")
    return f"{counted} {', '.join(titles.get(text, text) for text in texts)}".strip()


def value_text(column: Column, value: object, schools: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if column.personal == "key":
        return "педагог" if value else ""
    if column.type == "school":
        return schools.get(str(value), str(value)) or "не указана"
    if column.type == "choice":
        return column.choices.get(str(value), str(value))
    if isinstance(value, int | float):
        return str(value) if column.name == "year" else wording.number(value)
    if column.type == "period":
        return wording.period(str(value))
    return wording.day(value) if isinstance(value, date) else str(value)


def origin(session: Session, at: Origin, *names: str) -> Cell:
    """The file and sheet of a row with the cells of these values, leading there. What was typed in says so."""
    name, cells = _cells(at, names)
    file, (_, first) = PurePath(at.file).stem, _cells(at, names[:1])
    told = wording.small(file) if file.startswith(BY_HAND) else f"«{at.file}»"
    return to_cells(session, f"{told}, {grids.place(name, first, at.file)}", at.upload, name, cells)


def _cells(at: Origin, names: Sequence[str]) -> tuple[str, str]:
    """Sheet and cells of values on the first sheet of a row; the cell the row is known by where none stands there."""
    places = [place for name in names if at.of(name) is at for place in at.places(name) if place.cells]
    own = places or at.known_by
    first = own[0].sheet if own else at.sheet
    return first, ", ".join(dict.fromkeys(cell for place in own if place.sheet == first for cell in place.cells))


def cells(session: Session, metric: Metric, row: Row) -> None:
    """The sheets behind one row, opened at once, with the values marked that make it count."""
    marked = {row.origin.src: ("deadline", *sources.weighed(metric))}
    for name, values in row.seen.items():
        marked |= {seen.origin.src: (*marked.get(seen.origin.src, ()), name) for seen in values}
    reports = [seen.origin for values in row.seen.values() for seen in values]
    origins = {at.src: at for at in (row.origin, *row.rests, *reports)}
    for at in origins.values():
        words = "Файл" if metric.kind != "roadmap" else "Отчёт" if at.kind == sources.REPORTS else "План"
        st.header(f"{words}: «{at.file}»")
        sheet.grid(session, at.upload, *_cells(at, marked.get(at.src, ())))
