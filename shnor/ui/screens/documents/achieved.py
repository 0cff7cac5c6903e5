"""Contests, grants, practices, materials: who took part by level, counts, the list with its search."""

from shnor import wording
from shnor.metrics import METRICS, Figure
from shnor.service.pages.documents import DocumentsPage, Item
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Row, Shown
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import to_cells, to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.documents.register import searched

SOURCE = METRICS["contests_count"].source
YEARLY = ("contests_count", "contests_plan_share", "grants_count", "participation_share")
TWICE = "«Участие педагогов» — где указано, сколько педагогов из скольких; кто участвовал дважды, посчитан дважды."
NO_LEVEL = "уровень не указан"
PLAN = "contests_plan_share"


def both(session: Session, data: DocumentsPage) -> Row:
    """Figures; the list."""
    if not data.items:
        return [], []
    return [figures(session, data)], [listed(session, data)]


def figures(session: Session, data: DocumentsPage) -> Shown | None:
    """Counts of the year and of all time, and the share of participation by level; None where there is nothing."""
    told = [figure for figure in data.counts.values() if figure.numerator or figure.denominator]
    rows = [(METRICS[one.metric].title + _when(data, one), one) for one in told]
    rows += [(f"Участие педагогов: {_level(one.group['level'])}", one) for one in data.participation]
    if not rows:
        return None
    head, lines = ("Показатель", "Значение"), tuple((name, _figure(session, data, one)) for name, one in rows)
    made = Block("documents-counts", f"Конкурсы, гранты, материалы, {data.year} год", _set(data), session.day, SOURCE,
                 head, lines, bare=True, notes=(TWICE,) if data.participation else ())
    return Shown(made, body=html.table_html(head, lines, numbers=(1,)))


def _level(level: str) -> str:
    """«краевой уровень»."""
    return f"{level} уровень" if level else NO_LEVEL


def _text(figure: Figure) -> str:
    """Contests that were held need not be those of the plan: two numbers, no «из»."""
    if figure.metric == PLAN and figure.denominator:
        return f"проведено {figure.numerator}, в плане {figure.denominator}"
    return wording.figure_text(figure)


def _set(data: DocumentsPage) -> str:
    return data.participation[0].set if len(data.participation) == 1 else ""


def _when(data: DocumentsPage, figure: Figure) -> str:
    return "" if figure.metric in YEARLY else ", всего"


def _figure(session: Session, data: DocumentsPage, figure: Figure) -> Cell:
    where = {"year": str(data.year)} if figure.metric in YEARLY else {}
    return to_rows(session, _text(figure), figure.metric, {**where, **figure.group})


def listed(session: Session, data: DocumentsPage) -> Shown:
    head = ("Что", "Название", "Когда", "Уровень", "Чьё", "Итог")
    kinds = list(dict.fromkeys(one.kind for one in data.items))
    rows = tuple((one.kind, one.title, *_told(data, one)) for one in data.items)
    made = Block("documents-achieved", f"Конкурсы, гранты, практики, материалы: {len(rows)}", "", session.day, SOURCE,
                 head, rows, bare=True)
    led: list[list[Cell]] = [
        [one.kind, to_cells(session, one.title, one.upload, one.sheet, one.cell), *_told(data, one)]
        for one in data.items]
    return Shown(made, body=searched("achieved", "Найти: название, школа, слово", kinds, head, led, "всё"))


def _told(data: DocumentsPage, item: Item) -> tuple[str, ...]:
    took = f"участвовали {wording.k_of_n(item.took_part, item.people)}" if item.took_part is not None and item.people \
        else f"участвовали {item.took_part}" if item.took_part is not None else ""
    result = "; ".join(filter(None, ("" if item.held else "по плану", item.result, took,
                                     item.link and wording.quoted(item.link))))
    return (wording.day(item.held_on) if item.held_on else "", item.level, data.names.get(item.school_id, ""), result)
