"""What each builder of a page is asked for a director and for the coordinator, and what of the answers is the school's.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from shnor.service.centre import schools
from shnor.service.figures import every, sources
from shnor.service.figures import roadmap as figures_of_plan
from shnor.service.month import asked, brought, debts, owed, workbook
from shnor.service.month.forms import Forms
from shnor.service.pages import (
    courses,
    curves,
    cycle,
    deficits,
    demand,
    documents,
    helpers,
    identification,
    level,
    markers,
    matrix,
    month_table,
    overview,
    programmes,
    questions,
    recommendations,
    results,
    risks,
    roadmap,
    roadmap_beside,
    roadmap_factors,
    roadmap_next,
    running,
    school,
    school_list,
    school_months,
    school_papers,
    school_sheet,
    school_since,
    school_topics,
    sent,
    summary,
    support,
    surveys,
    turn,
    visit_card,
)
from shnor.service.pages.school_topics import LOW
from shnor.service.pages.works import Chosen as Works
from shnor.store import View

DAY, MONTH, PERIOD, YEAR = date(2026, 11, 27), date(2026, 11, 1), "2026", "2025/26"
FIXED = date(2026, 11, 15)
"""The last day before DAY on which totals move."""
MONTHS = (date(2026, 10, 1), MONTH)
OF_PAPERS = ("recommendations_done", "deficits_found", "routes_steps", "papers_mismatched", "papers_missing",
             "school_programmes", "checklist_present", "risk_without_measure", "markers_count")


@dataclass(frozen=True)
class Entry:
    """ask: what the page asks for a school. own: of the answer what is the school's, to be the same for both. wider:
    how the coordinator asks what the director has been answered, where it is another question; None = no answer."""

    ask: Callable[[View, str], Any]
    own: Callable[[Any, str], Any] = lambda found, code: found
    wider: Callable[[View, str, Any], Any] | None = None


def of_code(found: Any, code: str) -> Any:
    return found.get(code)


def lined(grids: Any, code: str) -> Any:
    return [(grid.form.id, grid.months, [line for line in grid.lines if line.card.school_id == code])
            for grid in grids]


def without_list(told: Any, code: str) -> Any:
    return replace(told, pooled=tuple(replace(one, listed=None, listed_where={}, few=False) for one in told.pooled))


def counts(found: Any) -> Any:
    """Of figures what they say; an event of several schools has a set of its own."""
    return {name: (one.numerator, one.denominator, one.status) for name, one in found.items()}


def of_overview(page: Any, code: str) -> Any:
    return (page.listed, page.register, [line for line in page.lines if line.card.school_id == code],
            page.in_time.get(code), {name: [one for one in told if one[0] == code] for name, told in page.open.items()})


def of_courses(page: Any, code: str) -> Any:
    return page.year, counts(page.totals), page.months, page.vacancies, page.staff_set


def of_results(page: Any, code: str) -> Any:
    own = [line for line in page.schools if line.school_id == code]
    return page.years, page.set, page.total, page.grades, own, page.same_children, page.marks, page.others


def of_roadmap(page: Any, code: str) -> Any:
    return page and (page.set, page.figures, page.parts, page.groups, page.months, page.rows)


def of_support(page: Any, code: str) -> Any:
    own = [one for one in page.schools if one.card.school_id == code]
    return (page.total and page.total.numerator, counts(page.held), page.by_month, page.own, own, page.questions,
            {key: n for key, n in page.by_school.items() if key[0] == code})


def of_helpers(page: Any, code: str) -> Any:
    return [one for one in page.schools if one.card.school_id == code], page.held, page.kinds


def of_demand(found: Any, code: str) -> Any:
    """The sessions; what was wished is of everybody who answered, and of the own school alone for a director."""
    return found and {one.name: (one.sessions, one.people) for one in found.asked if one.held}


def of_programmes(page: Any, code: str) -> Any:
    whole = [(one.coming, [(part.name, counts(part.figures), part.held, part.ahead)
                           for part in (one.whole, *one.modules)]) for one in page.programmes]
    return whole, page.kinds, page.subjects, page.by_subject, page.sessions


def of_surveys(page: Any, code: str) -> Any:
    lines = [page.total, *page.options, *page.schools, *page.questions]
    return page.now, page.reached, [(line.name, line.set, line.change, [cell for cell in line.cells if cell])
                                    for line in lines if line]


def of_deficits(page: Any, code: str) -> Any:
    """Of each number what it says; how its rows were chosen is another question."""
    parts = [part and replace(part, where={}) for part in (page.chain, page.routes)]
    return (page.asked, page.year, page.last, parts, [replace(one, hidden=False) for one in page.squares],
            [(one.role, one.subject, one.figures) for one in page.tested], page.by_deficit)


def of_documents(page: Any, code: str) -> Any:
    """Papers, lists, plans and contests of the school; the tiles are of all that is seen and asked of nobody alone."""
    lines = page.register, page.mismatches, page.items
    return (page.day, [[one for one in rows if one.school_id == code] for rows in lines],
            {key: cell for key, cell in page.cells.items() if key[0] == code}, page.programme.get(code),
            {key: plan for key, plan in page.plans.items() if key[0] == code},
            [card for card in page.schools if card.school_id == code], page.names.get(code))


def of_markers(lists: Any, code: str) -> Any:
    """What is told of the school; lists that do not name it are none of its business."""
    told = [(one.source, one.year, [school for school in one.named if school.school_id == code]) for one in lists]
    return [one for one in told if one[2]]


def of_recommendations(page: Any, code: str) -> Any:
    lines = page.carried, [one for paper in page.papers for one in paper.advice]
    return [[one for one in rows if one.school_id == code] for rows in lines]


def of_plan(view: View, code: str) -> Any:
    return figures_of_plan.marked(view, as_of=DAY, where={"school_id": code, "period": PERIOD})


def drafts(view: View, code: str) -> list[roadmap_next.Draft]:
    return [roadmap_next.build(view, plan, day=DAY) for plan in roadmap_next.sources(view) if plan.school_id == code]


def without_common(view: View, code: str, found: Any) -> list[roadmap_next.Draft]:
    """What all directors are advised is a row of no school: the centre adds it, a director has the own advice alone."""
    own = tuple(one.text.rstrip(".") for one in recommendations.of_school(view, code, day=DAY))
    return [replace(draft, activities=tuple(one for one in draft.activities if not one.advised or (
        own and one.values["activity"].startswith(own)))) for draft in drafts(view, code)]


def of_drafts(found: Any, code: str) -> Any:
    """Advice without its number, which counts what is left out too."""
    return [(draft.title, draft.school, draft.period, [one for one in draft.activities if not one.advised],
             [({**one.values, "number": ""}, one.advised) for one in draft.activities if one.advised])
            for draft in found]


def book(view: View, code: str) -> Any:
    return workbook.book(view, code, MONTH, Forms()) if any(
        plan.school_id == code for plan in roadmap_next.sources(view)) else None


def year(page_of: Callable[..., Any], **named: Any) -> Callable[[View, str], Any]:
    return lambda view, code: page_of(view, day=DAY, **named)


BUILDERS = {
    "courses.build": Entry(year(courses.build), of_courses, lambda v, s, found: courses.build(
        v, day=DAY, whose=s, year=found.year)),
    "curves.of_courses": Entry(lambda v, s: curves.of_courses(v, 2026, (("school_id", s),), day=DAY)),
    "cycle.build": Entry(lambda v, s: cycle.build(v, day=DAY, school=s)),
    "cycle.build, municipality": Entry(lambda v, s: cycle.build(v, day=DAY), lambda found, s: ()),
    "deficits.build": Entry(year(deficits.build, year=2026), of_deficits, lambda v, s, found: deficits.build(
        v, day=DAY, year=2026, schools=(s,))),
    "deficits.chain": Entry(lambda v, s: deficits.chain(v, year=2026, day=DAY, where={"school_id": s})),
    "deficits.newest": Entry(lambda v, s: deficits.newest(v, day=DAY, where={"school_id": s})),
    "deficits.of_school": Entry(lambda v, s: deficits.of_school(v, s, day=DAY)),
    "deficits.routes": Entry(lambda v, s: deficits.routes(v, year=2026, day=DAY, where={"school_id": s})),
    "demand.build": Entry(lambda v, s: demand.build(v, day=DAY, year=2026, schools=(s,)), of_demand),
    "documents.build": Entry(year(documents.build), of_documents, lambda v, s, found: documents.build(
        v, day=DAY, year=found.year)),
    "identification.build": Entry(year(identification.build), lambda found, s: ()),
    "level.build": Entry(year(level.build), lambda found, s: ()),
    "markers.build": Entry(year(markers.build), of_markers),
    "matrix.lows": Entry(lambda v, s: matrix.lows(
        v, Works(procedure="ОГЭ", stage="main", subject="математика"), (YEAR,), day=DAY), of_code),
    "month_table.beside": Entry(lambda v, s: month_table.beside(v, MONTH, 2026, day=DAY),
                                lambda found, s: (found.marks.get(s), found.courses.get(s))),
    "overview.build": Entry(year(overview.build), of_overview),
    "questions.requests_of": Entry(lambda v, s: questions.requests_of(v, DAY), lambda found, s: [
        one for one in found if one.school_id == s]),
    "recommendations.build": Entry(year(recommendations.build), of_recommendations),
    "recommendations.every": Entry(year(recommendations.every), lambda found, s: [
        one for one in found if one.school_id == s]),
    "recommendations.of_school": Entry(lambda v, s: recommendations.of_school(v, s, day=DAY)),
    "results.build": Entry(lambda v, s: results.build(v, Works(), day=DAY), of_results,
                           lambda v, s, found: results.build(v, replace(found.chosen, schools=s), day=DAY)
                           if found.years else found),
    "results.main": Entry(lambda v, s: results.main(v, Works(), day=DAY), of_results,
                          lambda v, s, found: results.main(v, replace(found.chosen, schools=s), day=DAY)
                          if found.years else found),
    "risks.build": Entry(lambda v, s: risks.build(v, s, day=DAY)),
    "roadmap.build": Entry(lambda v, s: roadmap.build(v, roadmap.Chosen(), day=DAY), of_roadmap,
                           lambda v, s, found: found and roadmap.build(v, replace(found.chosen, whose=s), day=DAY)),
    "roadmap_beside.options": Entry(lambda v, s: roadmap_beside.options(
        v, [plan for plan in roadmap_next.sources(v) if plan.school_id == s], {}, s, PERIOD, DAY),
        lambda found, s: found.get("before")),
    "roadmap_beside.build": Entry(lambda v, s: roadmap_beside.build(v, {}, s, ("before",), PERIOD, {}, day=DAY)),
    "roadmap_factors.measures": Entry(lambda v, s: roadmap_factors.measures(v, of_plan(v, s), PERIOD, day=DAY)),
    "roadmap_next.sources": Entry(lambda v, s: roadmap_next.sources(v), lambda found, s: [
        plan for plan in found if plan.school_id == s]),
    "roadmap_next.build": Entry(drafts, of_drafts, without_common),
    "running.build": Entry(lambda v, s: running.build(v, "events", day=DAY), lambda found, s: ()),
    "school.build": Entry(lambda v, s: school.build(v, s, day=DAY)),
    "school_list.build": Entry(lambda v, s: school_list.build(v, YEAR, day=DAY), lambda found, s: ()),
    "school_months.build": Entry(lambda v, s: school_months.build(v, day=DAY, forms=Forms()), of_code),
    "school_papers.build": Entry(lambda v, s: school_papers.build(v, s, day=DAY)),
    "school_sheet.build": Entry(lambda v, s: school_sheet.build(
        v, s, day=DAY, book=book(v, s), with_status=True,
        owing=debts.of_school(debts.owing(v, day=DAY, forms=Forms()), s))),
    "school_since.build": Entry(lambda v, s: school_since.build(v, s, period=PERIOD, day=DAY)),
    "school_topics.build": Entry(lambda v, s: school_topics.build(v, s, day=DAY), without_list),
    "sent.build": Entry(lambda v, s: sent.build(v, day=DAY, forms=Forms()), lambda found, s: (
        lined(found.grids, s), found.months, found.begun, debts.of_school(found.debts, s))),
    "sent.marks": Entry(lambda v, s: sent.marks(v, MONTH), of_code),
    "summary.build": Entry(lambda v, s: summary.build(v, s, day=DAY)),
    "support.build": Entry(lambda v, s: support.build(v, day=DAY), of_support,
                           lambda v, s, found: support.build(v, day=DAY, whose=s) if found.total else found),
    "support.help_of": Entry(lambda v, s: support.help_of(v, s, day=DAY)),
    "helpers.build": Entry(year(helpers.build, year=2026), of_helpers, lambda v, s, found: helpers.build(
        v, day=DAY, year=2026, schools=(s,))),
    "helpers.of_school": Entry(lambda v, s: helpers.of_school(v, s, day=DAY)),
    "helpers.of_day": Entry(lambda v, s: helpers.of_day(v, day=DAY), lambda found, s: [
        one for one in found if one.card.school_id == s]),
    "programmes.build": Entry(year(programmes.build, year=2026), of_programmes, lambda v, s, found: programmes.build(
        v, day=DAY, year=2026, schools=(s,))),
    "surveys.build": Entry(lambda v, s: surveys.build(v, surveys.Chosen(), day=DAY), of_surveys,
                           lambda v, s, found: surveys.build(
                               v, replace(found.chosen, schools=s, wave=found.waves[-1]), day=DAY)
                           if found.waves else found),
    "surveys.main": Entry(lambda v, s: surveys.main(v, surveys.Chosen(), day=DAY), of_surveys,
                          lambda v, s, found: surveys.main(
                              v, replace(found.chosen, schools=s, wave=found.waves[-1]), day=DAY)
                          if found.waves else found),
    "turn.build": Entry(lambda v, s: turn.build(v, day=DAY, forms=Forms()), lambda found, s: ()),
    "visit_card.build": Entry(lambda v, s: visit_card.build(v, s, day=DAY)),
    "asked.asked": Entry(lambda v, s: asked.asked(v, MONTHS, DAY, Forms()), lambda found, s: [
        month for school, month in sorted(found.months) if school == s]),
    "brought.brought": Entry(lambda v, s: brought.brought(v, MONTHS), lambda found, s: {
        key: told for key, told in found.items() if key[0] == s}),
    "debts.owing": Entry(lambda v, s: debts.owing(v, day=DAY, forms=Forms()), debts.of_school),
    "debts.collected": Entry(lambda v, s: debts.collected(v, day=DAY, forms=Forms()), lined),
    "debts.of": Entry(lambda v, s: debts.of(v, debts.collected(v, day=DAY, forms=Forms()), day=DAY, forms=Forms()),
                      debts.of_school),
    "owed.grids": Entry(lambda v, s: owed.grids(v, MONTHS, day=DAY, forms=Forms()), lined),
    "workbook.book": Entry(lambda v, s: book(v, s)),
    "workbook.workbook": Entry(lambda v, s: book(v, s) and workbook.workbook(v, s, MONTH, Forms()),
                               lambda found, s: ()),
    "workbook.to_report": Entry(lambda v, s: workbook.to_report(v, s, MONTH)),
    "schools.cards": Entry(lambda v, s: schools.cards(v, DAY), lambda found, s: [
        card for card in found if card.school_id == s]),
    "every.every": Entry(lambda v, s: every.every(v, as_of=DAY, school=s)),
    "sources.rows_behind": Entry(lambda v, s: [sources.rows_behind(v, name, as_of=DAY, where={column: s}) for
                                               name, column in ((LOW, "school_id"), ("events_count", "school_codes"),
                                                                ("roadmap_done_due", "school_id"),
                                                                *((name, "school_id") for name in OF_PAPERS))],
                                 lambda found, s: [(counts(dict(enumerate(one.figures))), one.total, one.made, one.base)
                                                   for one in found]),
}
