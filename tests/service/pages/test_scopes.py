"""What a director sees: every builder of a page, for each school of both examples, beside what the coordinator sees.

A builder that is not in the table fails the test: a new page says here what a director gets of it."""

import inspect
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from shnor.scope import Scope
from shnor.service import month as month_room
from shnor.service import pages as pages_room
from shnor.service.centre import schools
from shnor.service.figures import every, sources
from shnor.service.month import asked, brought, debts, owed, workbook
from shnor.service.month.forms import Forms
from shnor.service.pages import (
    courses,
    curves,
    matrix,
    month_table,
    overview,
    questions,
    results,
    roadmap,
    roadmap_beside,
    roadmap_next,
    running,
    school,
    school_list,
    school_months,
    school_sheet,
    school_since,
    school_topics,
    sent,
    summary,
    support,
    surveys,
)
from shnor.service.pages.school_topics import LOW
from shnor.service.pages.works import Chosen as Works
from shnor.store import Store, View
from tests.clock import noon

DAY, MONTH, PERIOD, YEAR = date(2026, 11, 27), date(2026, 11, 1), "2026", "2025/26"
MONTHS = (date(2026, 10, 1), MONTH)
SHARED = ("schools", "school_codes")
"""What is cut out of rows that are of several schools."""


def plain(thing: Any) -> Any:
    """The same without what is cut out, to be compared."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return (type(thing).__name__, *((one.name, plain(getattr(thing, one.name))) for one in fields(thing)))
    if isinstance(thing, dict):
        return {key: plain(value) for key, value in thing.items() if key not in SHARED}
    return [plain(one) for one in thing] if isinstance(thing, list | tuple) else thing


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


def of_surveys(page: Any, code: str) -> Any:
    lines = [page.total, *page.options, *page.schools, *page.questions]
    return page.now, page.reached, [(line.name, line.set, line.change, [cell for cell in line.cells if cell])
                                    for line in lines if line]


def book(view: View, code: str) -> Any:
    return workbook.book(view, code, MONTH, Forms()) if any(
        plan.school_id == code for plan in roadmap_next.sources(view)) else None


def year(page_of: Callable[..., Any], **named: Any) -> Callable[[View, str], Any]:
    return lambda view, code: page_of(view, day=DAY, **named)


BUILDERS = {
    "courses.build": Entry(year(courses.build), of_courses, lambda v, s, found: courses.build(
        v, day=DAY, whose=s, year=found.year)),
    "curves.of_courses": Entry(lambda v, s: curves.of_courses(v, 2026, (("school_id", s),), day=DAY)),
    "matrix.lows": Entry(lambda v, s: matrix.lows(
        v, Works(procedure="ОГЭ", stage="main", subject="математика"), (YEAR,), day=DAY), of_code),
    "month_table.beside": Entry(lambda v, s: month_table.beside(v, MONTH, 2026, day=DAY),
                                lambda found, s: (found.marks.get(s), found.courses.get(s))),
    "overview.build": Entry(year(overview.build), of_overview),
    "questions.requests_of": Entry(lambda v, s: questions.requests_of(v, DAY), lambda found, s: [
        one for one in found if one.school_id == s]),
    "results.build": Entry(lambda v, s: results.build(v, Works(), day=DAY), of_results,
                           lambda v, s, found: results.build(v, replace(found.chosen, schools=s), day=DAY)
                           if found.years else found),
    "roadmap.build": Entry(lambda v, s: roadmap.build(v, roadmap.Chosen(), day=DAY), of_roadmap,
                           lambda v, s, found: found and roadmap.build(v, replace(found.chosen, whose=s), day=DAY)),
    "roadmap_beside.options": Entry(lambda v, s: roadmap_beside.options(
        v, [plan for plan in roadmap_next.sources(v) if plan.school_id == s], {}, s, PERIOD, DAY),
        lambda found, s: found.get("before")),
    "roadmap_beside.build": Entry(lambda v, s: roadmap_beside.build(v, {}, s, ("before",), PERIOD, {}, day=DAY)),
    "roadmap_next.sources": Entry(lambda v, s: roadmap_next.sources(v), lambda found, s: [
        plan for plan in found if plan.school_id == s]),
    "roadmap_next.build": Entry(lambda v, s: [roadmap_next.build(v, plan, day=DAY)
                                              for plan in roadmap_next.sources(v) if plan.school_id == s]),
    "running.build": Entry(lambda v, s: running.build(v, "events", day=DAY), lambda found, s: ()),
    "school.build": Entry(lambda v, s: school.build(v, s, day=DAY)),
    "school_list.build": Entry(lambda v, s: school_list.build(v, YEAR, day=DAY), lambda found, s: ()),
    "school_months.build": Entry(lambda v, s: school_months.build(v, day=DAY, forms=Forms()), of_code),
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
    "surveys.build": Entry(lambda v, s: surveys.build(v, surveys.Chosen(), day=DAY), of_surveys,
                           lambda v, s, found: surveys.build(
                               v, replace(found.chosen, schools=s, wave=found.waves[-1]), day=DAY)
                           if found.waves else found),
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
    "workbook.workbook": Entry(lambda v, s: book(v, s) and workbook.workbook(v, s, MONTH, Forms()), lambda found, s: ()),
    "workbook.to_report": Entry(lambda v, s: workbook.to_report(v, s, MONTH)),
    "schools.cards": Entry(lambda v, s: schools.cards(v, DAY), lambda found, s: [
        card for card in found if card.school_id == s]),
    "every.every": Entry(lambda v, s: every.every(v, as_of=DAY, school=s)),
    "sources.rows_behind": Entry(lambda v, s: [sources.rows_behind(v, name, as_of=DAY, where={column: s}) for
                                               name, column in ((LOW, "school_id"), ("events_count", "school_codes"),
                                                                ("roadmap_done_due", "school_id"))],
                                 lambda found, s: [(counts(dict(enumerate(one.figures))), one.total, one.made, one.base)
                                                   for one in found]),
}
HANDED_ON = {"debts.of_everybody"}
"""Made for a builder here, and given by none."""


def builders() -> Iterator[str]:
    """Whatever takes a view in the rooms pages are made of."""
    for room in (pages_room, month_room):
        for found in pkgutil.iter_modules(room.__path__):
            module = import_module(f"{room.__name__}.{found.name}")
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == module.__name__ and not name.startswith("_") and "view" in inspect.signature(
                        function).parameters:
                    yield f"{found.name}.{name}"


def test_every_builder_says_what_a_director_gets():
    assert {*builders()} - HANDED_ON - BUILDERS.keys() == set()


@pytest.fixture(scope="module", params=["priozerny", "zarechny"])
def base(request, example_base, tmp_path_factory) -> Iterator[Store]:
    store = Store.open(shutil.copy(example_base(request.param), tmp_path_factory.mktemp("scopes") / "base.duckdb"),
                       create=False, clock=noon)
    yield store
    store.close()


@pytest.fixture(scope="module")
def codes(base) -> list[str]:
    with base.view() as view:
        return [code for code, in view.rows("schools").order("school_id").select("school_id").fetchall()]


def director(code: str) -> Scope:
    return Scope("director", frozenset({code}))


def foreign(store: Store, code: str) -> re.Pattern[str]:
    """Codes, names and numbers of the other schools."""
    with store.view() as view:
        rows = view.rows("schools").select("school_id", "name", "full_name", "number").fetchall()
    others = [row for row in rows if row[0] != code]
    words = {re.escape(word) for row in others for word in row[:3] if word}
    numbers = "|".join(str(row[3]) for row in others)
    return re.compile(rf"{'|'.join(sorted(words, key=len, reverse=True))}|"
                      rf"(?:школ\w*|[СОН]ОШ|гимнази\w*|лице\w*)[ -]*№? *(?:{numbers})\b", re.I)


def different(one: Any, other: Any) -> tuple[str, str]:
    """The first place where two answers are not alike."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        return next((different(a, b) for a, b in zip(one, other, strict=True) if a != b), ("", ""))
    return repr(one)[:300], repr(other)[:300]


def own_words(view: View) -> list[str]:
    """What a school has written in its own documents: there it may name whom it likes."""
    written = [value for kind in ("roadmap", "progress", "requests") for row in view.rows(kind).fetchall()
               for value in row if isinstance(value, str)]
    return sorted({text for text in written if re.search(r"\d", text)}, key=len, reverse=True)


@pytest.mark.parametrize("name", BUILDERS)
def test_a_director_sees_no_other_school_and_the_own_numbers(base, codes, name):
    entry, wrong = BUILDERS[name], []
    for code in codes:
        with ExitStack() as stack:
            mine, all_ = (stack.enter_context(base.view(scope)) for scope in (director(code), Scope()))
            found = entry.ask(mine, code)
            whole = entry.wider(all_, code, found) if entry.wider else entry.ask(all_, code)
            told = repr(found)
            for text in own_words(mine):
                told = told.replace(repr(text)[1:-1], "")
            if named := foreign(base, code).search(told):
                wrong.append((code, "named", told[max(named.start() - 80, 0):named.end() + 40]))
            pair = [plain(entry.own(one, code)) for one in (found, whole)]
            if pair[0] != pair[1]:
                wrong.append((code, *different(*pair)))
    assert not wrong, wrong


@pytest.mark.parametrize("code", ["Ш03", "Ш05", "Ш12"])
def test_a_value_of_the_list_is_the_coordinators_and_tells_of_no_school(base, codes, code):
    with base.view(director(code)) as mine, base.view() as all_:
        shown, told = (school_list.build(view, YEAR, day=DAY) for view in (mine, all_))
        pooled = [{one.name: one for one in school_topics.build(view, code, day=DAY).pooled} for view in (mine, all_)]
    assert (shown.schools, shown.wrote, shown.where(next(iter(told.figures)))) == ((), {}, {})
    assert {*shown.figures} | shown.few == {*told.figures}
    assert {work: shown.figures[work] for work in shown.figures} == {work: told.figures[work] for work in shown.figures}
    others = [told.wrote[work] - {code} for work in shown.figures]
    assert all(len(group) >= 3 for group in others)
    assert all(not one ^ other or len(one ^ other) >= 3 for one in others for other in others)
    for name, own in pooled[0].items():
        whole = pooled[1][name]
        assert own.few or own.listed == whole.listed


def test_an_example_has_values_to_show_and_a_short_list_says_so(base, codes):
    """The list of the first example is of six schools, of which few wrote some works; that of the second is of one."""
    with base.view(director("Ш03")) as view:
        shown = school_list.build(view, YEAR, day=DAY)
    assert (bool(shown.figures), shown.parts is not None, bool(shown.few)) == (
        (True, True, True) if len(codes) > 4 else (False, False, True))
