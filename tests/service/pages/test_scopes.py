"""What a director sees: every builder of a page, for each school of both examples, beside what the coordinator sees.

A builder that is not in the table of scoped.py fails the test: a new page says there what a director gets of it.
"""

import inspect
import pkgutil
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

import pytest

from shnor.metrics.figure import Figure
from shnor.scope import Scope
from shnor.service import month as month_room
from shnor.service import pages as pages_room
from shnor.service.pages import school_list, school_topics
from shnor.store import Store, View
from tests.clock import noon
from tests.service.pages.scoped import BUILDERS, DAY, FIXED, YEAR

SHARED = ("schools", "school_codes")
"""What is cut out of rows that are of several schools."""
SOME = "Ш01 Ш03 Ш05 Ш09"
"""Of the first example one off the list, the one the story is about, a silent one and another; all of the second that
have numbers of their own."""


def plain(thing: Any) -> Any:
    """The same without what is cut out, to be compared."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return (type(thing).__name__, *((one.name, plain(getattr(thing, one.name))) for one in fields(thing)))
    if isinstance(thing, dict):
        return {key: plain(value) for key, value in thing.items() if key not in SHARED}
    return [plain(one) for one in thing] if isinstance(thing, list | tuple) else thing


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


@pytest.fixture(scope="module", params=["priozerny", pytest.param("zarechny", marks=pytest.mark.nightly)])
def base(request, example_base, tmp_path_factory) -> Iterator[Store]:
    store = Store.open(shutil.copy(example_base(request.param), tmp_path_factory.mktemp("scopes") / "base.duckdb"),
                       create=False, clock=noon)
    yield store
    store.close()


@pytest.fixture(scope="module")
def codes(base) -> list[str]:
    with base.view() as view:
        return [code for code, in view.rows("schools").order("school_id").select("school_id").fetchall()]


def counted(figure: Figure | None) -> tuple[int, int] | None:
    return figure and (figure.numerator, figure.denominator)


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
    """What a school has written in its own documents, and who helps it: others may be named there."""
    kinds = "roadmap", "progress", "requests", "support_roles"
    written = [value for kind in kinds for row in view.rows(kind).fetchall()
               for value in row if isinstance(value, str)]
    return sorted({text for text in written if re.search(r"\d", text)}, key=len, reverse=True)


@pytest.mark.parametrize("asked", [
    pytest.param(SOME, id="some"), pytest.param("", id="every-school", marks=pytest.mark.nightly)])
@pytest.mark.parametrize("name", BUILDERS)
def test_a_director_sees_no_other_school_and_the_own_numbers(base, codes, name, asked):
    entry, wrong = BUILDERS[name], []
    for code in [code for code in codes if not asked or code in asked]:
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
    with base.view(director(code)) as mine:
        state, since = mine.settled(FIXED)
        with base.view(state=state) as all_:
            shown, told = school_list.build(mine, YEAR, day=DAY), school_list.build(all_, YEAR, day=since)
            pooled = [{one.name: one for one in school_topics.build(view, code, day=day).pooled}
                      for view, day in ((mine, DAY), (all_, since))]
    assert (shown.schools, shown.wrote, shown.where(next(iter(told.figures))), shown.on) == ((), {}, {}, since)
    assert {*shown.figures} | shown.few == {*told.figures}
    assert {work: counted(shown.figures[work]) for work in shown.figures} == {
        work: counted(told.figures[work]) for work in shown.figures}
    others = [told.wrote[work] - {code} for work in shown.figures]
    assert all(len(group) >= 3 for group in others)
    assert all(not one ^ other or len(one ^ other) >= 3 for one in others for other in others)
    for name, own in pooled[0].items():
        whole = pooled[1][name]
        assert own.few or counted(own.listed) == counted(whole.listed)


def test_an_example_has_values_to_show_and_a_short_list_says_so(base, codes):
    """The list of the first example is of six schools, of which few wrote some works; that of the second is of one."""
    with base.view(director("Ш03")) as view:
        shown = school_list.build(view, YEAR, day=DAY)
    assert (bool(shown.figures), shown.parts is not None, bool(shown.few)) == (
        (True, True, True) if len(codes) > 4 else (False, False, True))
