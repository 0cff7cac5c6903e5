"""A kept answer is the one that would be counted anew, whatever changes meanwhile and whoever asks: random acceptances,
withdrawals, restorations and approvals, random people, states, days and choices, over both examples."""

import pkgutil
import shutil
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from importlib import import_module
from inspect import getsource
from random import Random
from typing import Any

import pytest

import shnor
from shnor.errors import ShnorError
from shnor.scope import Scope
from shnor.service.figures.kept import Kept
from shnor.store import Store
from shnor.store.past import Past
from shnor.ui.run import cache
from tests.clock import noon
from tests.ui.run import choices
from tests.ui.run.choices import DAYS, Question

CHANGES, ASKED, OF_FEW = 5, 3, 8
"""So many changes; so many questions after each; so many of the base of few schools, where they are counted soon."""
SCHOOL = "Ш03"
"""Of both examples, on the list of 2026."""
WITHOUT_A_DAY = {"shnor.service.figures.rows.KEPT": "rows as they stand, whatever the day",
                 "shnor.service.month.arrived.KEPT": "what is in an accepted file"}
NOT_OF_A_PAGE = {"shnor.ui.run.desk.LOOKED": "a report on the desk of one school, as it was checked",
                 "shnor.ui.run.shows.KEPT": "a show as it was counted, of all schools",
                 "shnor.ui.run.papers.HELD": "a signed paper against the newest state, for the centre alone"}


@pytest.fixture(params=[pytest.param("priozerny", marks=pytest.mark.nightly), "zarechny"])
def store(request, example_base, tmp_path) -> Iterator[Store]:
    opened = Store.open(shutil.copy(example_base(request.param), tmp_path / "base.duckdb"), create=False, clock=noon)
    yield opened
    opened.close()


def told(ask: Callable[..., Any], *whose: Any) -> Any:
    """The answer, or why there is none: a school may lie outside of the scope."""
    try:
        return ask(*whose)
    except ShnorError as error:
        return str(error)


def kept(store: Store, question: Question, scope: Scope, state: int) -> Any:
    builder, arguments, named = question
    rules = {"forms": named["forms"]} if "forms" in named else {}
    return cache.built(choices.session(store, scope, state, **rules), builder, *arguments, **named)


def anew(store: Store, question: Question, scope: Scope, state: int) -> Any:
    """Nothing that was kept is looked at, neither what was made of the rows nor what the store knows of its past."""
    builder, arguments, named = question
    with pytest.MonkeyPatch.context() as patched, choices.session(store, scope, state).view() as view:
        patched.setattr(Kept, "get", lambda self, key, make, size: make())
        patched.setattr(view, "_past", Past())
        return builder(view, *arguments, **named)


def test_a_kept_answer_is_the_one_counted_anew(store):
    choose = Random(len(choices.names(store)))
    codes, wrong = list(choices.names(store)), []
    asked = choices.questions_of(choose, choose.choice(codes), DAYS[0])
    people = choices.people(choose, codes)
    for _ in range(CHANGES):
        choices.change(choose, store)
        for question in choose.sample(asked, ASKED if len(codes) > len(people) else OF_FEW):
            whose = store, question, choose.choice(people), store.state - choose.choice((0, 0, 1, 4))
            if told(kept, *whose) != told(anew, *whose):
                wrong.append((question[0].__module__, *whose[2:]))
    assert wrong == []


@pytest.mark.parametrize("store", ["zarechny"], indirect=True)
def test_who_asks_and_for_which_day_is_another_question(store):
    first, second = (choices.questions_of(Random(1), SCHOOL, day) for day in DAYS)
    director, wrong = Scope("director", frozenset({SCHOOL})), []
    for question, later in zip(first, second, strict=True):
        for one, scope in ((question, Scope()), (later, Scope()), (question, director)):  # kept first, of another key
            told(kept, store, one, scope, store.state)
        if told(kept, store, later, director, store.state) != told(anew, store, later, director, store.state):
            wrong.append(later)
    assert wrong == []


def caches() -> dict[str, Kept]:
    """Module and name → what is kept there, of the whole program."""
    modules = [import_module(found.name) for found in pkgutil.walk_packages(shnor.__path__, "shnor.")
               if not found.name.endswith("__main__")]
    return {f"{module.__name__}.{name}": thing for module in modules for name, thing in vars(module).items()
            if isinstance(thing, Kept) and f"{name} = Kept(" in getsource(module)}


def within(key: Hashable) -> Iterator[Hashable]:
    if isinstance(key, tuple):
        for part in key:
            yield from within(part)
    else:
        yield key


@pytest.fixture
def keys(monkeypatch) -> dict[str, set[Hashable]]:
    """What keeps → under which keys things were asked for."""
    names, get = {id(one): name for name, one in caches().items() if name not in NOT_OF_A_PAGE}, Kept.get
    found: dict[str, set[Hashable]] = {name: set() for name in names.values()}

    def noted(self: Kept, key: Hashable, *more: Any) -> Any:
        found[names[id(self)]].add(key)
        return get(self, key, *more)
    monkeypatch.setattr(Kept, "get", noted)
    return found


@pytest.mark.parametrize("store", ["zarechny"], indirect=True)
def test_no_key_lacks_the_base_the_scope_the_state_or_the_day(store, keys):
    for question in choices.questions_of(Random(1), SCHOOL, DAYS[0]):
        for scope in (Scope(), Scope("director", frozenset({SCHOOL}))):
            told(kept, store, question, scope, store.state)
    lacking = []
    for name, asked in keys.items():
        assert asked, f"{name}: nobody asked for anything"
        for key in asked:
            parts = list(within(key))
            kinds = {"scope": any(isinstance(part, Scope) for part in parts), "base": store.generation in parts,
                     "state": any(type(part) is int for part in parts),
                     "day": name in WITHOUT_A_DAY or any(isinstance(part, date) for part in parts)}
            lacking += [(name, key, kind) for kind, there in kinds.items() if not there]
    assert lacking == []
