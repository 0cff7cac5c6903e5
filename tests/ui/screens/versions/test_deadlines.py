"""A cell leads to the file and its versions, or to the reminder; months before anything came are left out."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.forms import FORMS, Forms
from shnor.service.month.owed import Cell, Grid, Line
from shnor.ui.screens.versions import approval, deadlines

SEP, OCT, NOV = (date(2026, month, 1) for month in (9, 10, 11))
DAY = date(2026, 11, 27)
FILES = "/versions?tab=files&"


def cell(state: str, month: date = NOV, came: int = 0, **more) -> Cell:
    return Cell("Ш05", "month", month, state, month.replace(day=25), month.replace(day=came) if came else None, **more)


@pytest.mark.parametrize(("one", "address"), [
    pytest.param(cell("accepted", came=24), FILES + "sender=%D0%A805&sent=2026-11", id="its-own-file"),
    pytest.param(cell("accepted", came=24, by_list=True), FILES + "sent=2026-11", id="a-list-of-several"),
    pytest.param(cell("partial", came=24), FILES + "sender=%D0%A805&sent=2026-11", id="in-part"),
    pytest.param(cell("waiting"), "/upload?remind=%D0%A805&month=2026-11", id="awaited"),
    pytest.param(cell("moved"), "/upload?remind=%D0%A805&month=2026-11", id="moved"),
    pytest.param(cell("not_required"), None, id="not-required"), pytest.param(cell("not_asked"), None, id="not-asked")])
def test_where_a_cell_leads(one, address):
    found = deadlines.way(one)
    assert (found and found.address) == address


def grid(*states: tuple[str, int]) -> Grid:
    """One school: (state, day it came) of September to November."""
    card = SchoolCard("Ш05", "МБОУ ООШ № 5", 5, "", None, None, (), ())
    cells = tuple(cell(state, month, came) for (state, came), month in zip(states, (SEP, OCT, NOV), strict=True))
    return Grid(FORMS["month"], (SEP, OCT, NOV), (Line(card, cells),))


@pytest.mark.parametrize(("shown", "months"), [
    pytest.param(grid(("waiting", 0), ("accepted", 20), ("waiting", 0)), (OCT, NOV), id="from-the-first-that-came"),
    pytest.param(grid(("accepted", 20), ("waiting", 0), ("waiting", 0)), (SEP, OCT, NOV), id="a-debt-stays"),
    pytest.param(grid(("waiting", 0), ("waiting", 0), ("waiting", 0)), (NOV,), id="the-awaited-month-alone")])
def test_months_before_anything_came_are_left_out(shown, months):
    assert deadlines.months_of(shown, NOV) == months


def test_what_is_missing_stands_by_the_month():
    shown = grid(("accepted", 20), ("partial", 20), ("waiting", 0))
    assert [len(approval.missing(shown, month)) for month in (SEP, OCT, NOV)] == [0, 1, 1]
    session = SimpleNamespace(today=DAY, store=SimpleNamespace(approved=lambda: frozenset({SEP})))
    line = approval.line(session, shown, shown.months)
    assert [f">{word}</a>" in line for word in ("утверждён", "не хватает 1", "утвердить")] == [True, True, False]
    assert Forms().awaited_month(DAY) == NOV


@pytest.mark.parametrize(("states", "approved", "said"), [
    pytest.param(("accepted", "accepted", "accepted"), (), "утвердить месяц: ноябрь 2026", id="nothing-is-missing"),
    pytest.param(("accepted", "accepted", "waiting"), (), "не хватает 1: утвердить месяц, ноябрь 2026", id="missing"),
    pytest.param(("accepted", "accepted", "waiting"), (NOV,), "утверждён: открыть для исправления, ноябрь 2026",
                 id="approved")])
def test_a_link_of_a_month_says_what_is_done_and_with_which(states, approved, said):
    shown = grid(*((state, 20 if state == "accepted" else 0) for state in states))
    session = SimpleNamespace(today=DAY, store=SimpleNamespace(approved=lambda: frozenset(approved)))
    drawn = [draw(session, shown, shown.months).replace("\u00a0", " ") for draw in (approval.line, approval.said)]
    assert [f"title='{said}' aria-label='{said}'" in html for html in drawn] == [True, True]
    assert ["Утверждение месяца" in html for html in drawn] == [True, True]
