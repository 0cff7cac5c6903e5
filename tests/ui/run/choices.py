"""What people ask of a base and what happens to it meanwhile, drawn at random."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from shnor.errors import ShnorError
from shnor.scope import Actor, Scope
from shnor.service.centre import schools
from shnor.service.intake import drop, known
from shnor.service.month import debts, owed
from shnor.service.month.forms import SHIPPED, Forms, Rule
from shnor.service.month.unseen import Unseen
from shnor.service.pages import (
    courses,
    matrix,
    month_table,
    overview,
    questions,
    results,
    roadmap,
    school,
    school_list,
    school_topics,
    sent,
    summary,
    support,
    surveys,
)
from shnor.service.pages.works import Chosen as Works
from shnor.service.sending import pack
from shnor.store import Store
from shnor.ui.run.session import Session
from shnor.ui.screens.source.page import _behind
from tests.actors import COORDINATOR
from tests.clock import DAY
from tests.sentence_bases import COURSES, EVENTS
from tests.service.conftest import MARKS, file

DAYS = (DAY, date(2025, 12, 15))
"""The second lies before the list of 2026."""
FORMS = (Forms(), Forms((*SHIPPED, Rule("month", n=27))))
MONTHS = (date(2026, 10, 1), date(2026, 11, 1))
Question = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def names(store: Store) -> dict[str, str]:
    """Code of a school → its name."""
    with store.view() as view:
        return dict(view.rows("schools").order("school_id").select("school_id", "name").fetchall())


def plans_of(store: Store, code: str) -> list[tuple[str, str]]:
    """Plan and number of what the school has planned."""
    with store.view() as view:
        return view.rows("roadmap", school_id=code).select("plan", "number").distinct().order("plan, number").fetchall()


def people(choose: Random, codes: list[str]) -> list[Scope]:
    """A curator has the schools of both directors."""
    one, *more = choose.sample(codes, min(3, len(codes)))
    return [Scope(), Scope("head"), Scope("director", frozenset({one})), Scope("director", frozenset({one, *more[:1]})),
            Scope("curator", frozenset({one, *more}))]


def session(store: Store, scope: Scope, state: int, forms: Forms = FORMS[0]) -> Session:
    """forms: the rules the base has. The head does not see the newest file yet, and some before it."""
    newest, *older = store.uploads()
    hidden = tuple(Unseen(one.id, one.school, MONTHS[1], DAY, frozenset(one.kinds))
                   for one in (newest, *(one for one in older[:6] if one.live and (one.id + newest.id) % 2)))
    return Session(store, scope, DAY, DAY, state, state != store.state, False, False, "", scope.role,
                   ZoneInfo("Europe/Moscow"), forms, unseen=hidden if scope.role == "head" else ())


def questions_of(choose: Random, code: str, day: date) -> list[Question]:
    """One choice of every kind of page, of a school."""
    on, forms = {"day": day}, {"forms": choose.choice(FORMS)}
    year, of_year = choose.choice((2025, 2026)), choose.choice(("2024/25", "2025/26"))
    work = Works(choose.choice(("ВПР", "ОГЭ")), subject=choose.choice(("", "математика")), schools=code)
    metric = choose.choice(("roadmap_done_due", "low_mark_share", "course_people"))
    return [(overview.build, (), on), (courses.build, (), {**on, "year": year, "whose": code}),
            (results.build, (work,), on), (roadmap.build, (roadmap.Chosen(whose=code),), on),
            (support.build, (), {**on, "year": year}), (surveys.build, (surveys.Chosen(schools=code),), on),
            (school.build, (code,), on), (school_topics.build, (code,), on), (school_list.build, (of_year,), on),
            (sent.build, (), {**on, **forms}), (debts.owing, (), {**on, **forms}),
            (owed.grids, (MONTHS,), {**on, **forms}), (questions.requests_of, (day,), {}),
            (summary.build, (code,), on), (matrix.lows, (work, (of_year,)), on),
            (month_table.beside, (MONTHS[1], year), on), (schools.cards, (day,), {}),
            (pack.listed, (choose.choice(MONTHS),), forms), (known.from_view, (day,), {}),
            (_behind, (metric, (("school_id", code),), ""), on),
            (_behind, ("roadmap_done_year", (("school_id", code),), ""), on)]  # reports of its deadlines are kept


def change(choose: Random, store: Store, by: Actor = COORDINATOR) -> None:
    """Something happens to the base: whatever is asked for first that can be done."""
    listed, closed = store.uploads(), sorted(store.approved())
    live, gone = ([one.id for one in listed if one.live is wanted] for wanted in (True, False))
    deeds: list[Callable[[], Any]] = [
        lambda: accept(choose, store), lambda: store.withdraw(choose.choice(live), by, "проверка"),
        *([lambda: store.restore(choose.choice(gone), by, "проверка")] if gone else []),
        lambda: store.approve(date(2026, choose.choice((9, 10, 11)), 1), by),
        *([lambda: store.reopen(choose.choice(closed), by, "проверка")] if closed else [])]
    for deed in choose.sample(deeds, len(deeds)):
        try:
            deed()
        except ShnorError:  # its month is approved, or nothing would change
            continue
        return
    raise AssertionError("nothing can be done any more")


def accept(choose: Random, store: Store) -> None:
    """A file of one row: of courses, of events, of the list, of questions, of what was done of a plan."""
    (code, name), n = choose.choice(list(names(store).items())), choose.randint(1, 28)
    day = f"{n:02}.{choose.randint(1, 10):02}.2026"
    tables = ([COURSES, [name, f"{day[3:5]}.2026", "завершили", "физика", str(n), str(n)]],
              [EVENTS, [day, "семинар", f"тема {n}", "центр", name, "", str(n)]],
              [["Школа", "Статус", "С даты"], [name, "ШНОР", day]],
              [["Школа", "Месяц", "№", "Что нужно"], [name, "ноябрь 2026", str(n), f"тьютор {n}"]],
              *([MARKS[0][:6], [plan, name, choose.choice(("октябрь 2026", "ноябрь 2026")), number,
                                choose.choice(("не выполнено", "выполняется")), ""]]
                for plan, number in (choose.choice(plans_of(store, code) or [("", "")]),)))
    [item] = drop.review(store, [file(f"новое {store.state}.csv", choose.choice(tables))], DAY)
    if not item.ready:
        raise ShnorError("something is asked about it")
    drop.accept_all(store, [item], by=COORDINATOR)
