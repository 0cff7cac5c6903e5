"""«Сравнить с…»: the chosen schools as rows, the same works and the parts of the roadmap in columns, no order but the
number."""

from collections.abc import Sequence

from shnor import wording
from shnor.charts import facts, inline
from shnor.metrics.standings import DUE_PARTS
from shnor.service.figures import sets
from shnor.service.figures.roadmap import Parts
from shnor.service.pages.school_beside import Row
from shnor.service.pages.school_topics import LOW, Line, Work
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.html import Cell, Markup, joined, tag
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.school import results

TITLE = "Школы рядом"


def shown(session: Session, rows: Sequence[Row], lines: Sequence[Line], own: str, year: str) -> Shown:
    """own: the school of the page. lines: whose works are the columns. year: of the results."""
    works = [line.work for line in lines]
    head = ("Школа", "Срок наступил", *DUE_PARTS.values(), *(work.title for work in works))
    told = f"результаты: получили «2» из писавших, {results.year(year)} учебный год · порядок по номеру школы"
    held = tuple(_held(session, row, works) for row in rows)
    return Shown(Block("school-beside", TITLE, told, session.day, "формы «Дорожная карта» и «Результаты»",
                       head, held, tuple(range(1, len(head))), sort=False), body=_table(session, rows, works, own))


def _held(session: Session, row: Row, works: Sequence[Work]) -> tuple[Held, ...]:
    parts = [row.parts.due, *(getattr(row.parts, part) for part in DUE_PARTS)] if row.parts else [
        _no_plan(row), *[""] * len(DUE_PARTS)]
    points = [facts.share(work.title, found.k, found.n, link=to_rows(session, "", LOW, found.where).address
                          if found.where else "")
              if (found := row.works.get(work)) else facts.Point(work.title, why=_nobody(row, work)) for work in works]
    return (_name(session, row), *parts, *points)


def _no_plan(row: Row) -> str:
    return sets.TOO_FEW if row.few_plans else wording.NO_DATA


def _nobody(row: Row, work: Work) -> str:
    return sets.TOO_FEW if work in row.few else facts.NOT_SAT


def _name(session: Session, row: Row) -> Cell:
    return to_school(session, row.school_id, row.name) if row.school_id else row.name


def _table(session: Session, rows: Sequence[Row], works: Sequence[Work], own: str) -> Markup:
    head = joined(tag("<th scope='col'>{}</th>", text) for text in (
        "Школа", "Дорожная карта: срок наступил", *(work.title for work in works)))
    body = joined(tag("<tr class='{}'><td data-head='Школа'>{}</td><td data-head='Дорожная карта'>{}</td>{}</tr>",
                      "shnor-chosen" if row.school_id == own else "", html.cell(_name(session, row)),
                      _bar(session, row), joined(_work(session, row, work) for work in works)) for row in rows)
    return tag("<div class='shnor-scroll'><table class='shnor-table shnor-compared'><thead><tr>{}</tr></thead>"
               "<tbody>{}</tbody></table></div>", head, body)


def _bar(session: Session, row: Row) -> Markup:
    if row.parts is None or not row.parts.due:
        return html.cell(_no_plan(row))
    counts = {part: getattr(row.parts, part) for part in DUE_PARTS}
    links = {part: to_rows(session, "", "roadmap_done_due", row.where, part).address
             for part in DUE_PARTS} if row.where else {}
    return Markup(inline.parts(counts, _words(row.parts), links))


def _words(parts: Parts) -> str:
    return ", ".join(f"{word} {getattr(parts, part)}" for part, word in DUE_PARTS.items())


def _work(session: Session, row: Row, work: Work) -> Markup:
    found = row.works.get(work)
    if found is None:
        return tag("<td class='shnor-number' data-head='{}'>{}</td>", work.title, html.cell(_nobody(row, work)))
    counts = wording.k_of_n(found.k, found.n)
    shown = to_rows(session, counts, LOW, found.where) if found.where else counts
    return tag("<td class='shnor-number' data-head='{}'>{}</td>", work.title, html.cell(shown))
