"""Cells of the grid add up, and a file in the tray is seen in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.service.centre.schools import SchoolCard
from shnor.service.month import owed
from shnor.service.month.forms import MONTH
from shnor.service.month.owed import Cell, Grid, Line

NOV = date(2026, 11, 1)


def a_cell(state: str, school: str = "Ш05", **more) -> Cell:
    return Cell(school, "month", NOV, state, date(2026, 11, 25), **more)


@pytest.mark.parametrize(("before", "questions", "after"), [
    pytest.param("waiting", 3, "questions", id="questions"), pytest.param("waiting", 0, "waiting", id="ready"),
    pytest.param("moved", 1, "questions", id="moved"), pytest.param("accepted", 2, "accepted", id="a-newer-file"),
    pytest.param("partial", 1, "partial", id="partial")])
def test_a_file_in_the_tray(before, questions, after):
    line = Line(SchoolCard("Ш05", "МБОУ ООШ № 5", 5, "", 86, None, (), ()), (a_cell(before),))
    shown = owed.with_waiting(Grid(MONTH, (NOV,), (line,)), {("Ш05", "month", NOV): questions})
    assert shown.of(NOV)[0].state == after


def test_seven_schools_of_the_wireframe_add_up():
    came = [a_cell("accepted", came=date(2026, 11, day)) for day in (24, 25, 26, 23)]
    found = owed.sums([*came, a_cell("questions"), a_cell("partial"), a_cell("waiting"), a_cell("not_required")])
    assert found == owed.Sums(expected=7, accepted=4, on_time=3, late=1, by_list=0, partial=1, questions=1, moved=0,
                              waiting=1)


def test_schools_whose_form_stands_so():
    schools = [SchoolCard(f"Ш0{n}", f"МБОУ ООШ № {n}", n, "", 86, None, (), ()) for n in (2, 5, 9)]
    cells = [a_cell(state, card.school_id) for state, card in zip(("waiting", "partial", "waiting"), schools,
                                                                 strict=True)]
    grid = Grid(MONTH, (NOV,), tuple(Line(card, (cell,)) for card, cell in zip(schools, cells, strict=True)))
    assert owed.of_state(grid, NOV, "waiting") == ((schools[0], cells[0]), (schools[2], cells[2]))
    assert owed.of_state(grid, date(2026, 10, 1), "waiting") == ()


@pytest.mark.parametrize(("before", "said", "after"), [
    ("waiting", "handed_in", "handed_in"), ("moved", "handed_in", "handed_in"), ("partial", "handed_in", "handed_in"),
    ("accepted", "handed_in", "accepted"), ("unseen", "handed_in", "unseen"), ("not_asked", "handed_in", "not_asked")])
def test_what_is_known_beside_the_base(before, said, after):
    """A report of another school or month says nothing of this one."""
    day = date(2026, 11, 24)
    [found] = owed.all_beside([a_cell(before)], {("Ш05", "month", NOV): {said: day}})
    assert (found.state, found.beside) == (after, day if after == said else None)
    assert owed.all_beside([a_cell(before)], {("Ш09", "month", NOV): {said: day}}) == (a_cell(before),)


@pytest.mark.parametrize(("came", "sent", "day", "late"), [
    (27, 24, 24, False), (27, 26, 26, True), (24, 26, 24, False), (None, 24, None, False)])
def test_a_report_is_of_the_day_the_school_sent_it_on(came, sent, day, late):
    cell = a_cell("accepted" if came else "waiting", came=came and date(2026, 11, came))
    [found] = owed.all_beside([cell], {("Ш05", "month", NOV): {"accepted": date(2026, 11, sent),
                                                               "handed_in": date(2026, 11, 28)}})
    assert (found.came, found.late, found.state) == (
        day and date(2026, 11, day), late, "accepted" if came else "handed_in")


STATES = ("accepted", "partial", "questions", "handed_in", "unseen", "moved", "waiting", "not_required", "not_asked")


@given(st.lists(st.builds(a_cell, st.sampled_from(STATES), by_list=st.booleans(),
                          came=st.none() | st.dates(date(2026, 11, 1)))))
def test_the_parts_always_add_up(listed):
    found = owed.sums(listed)
    assert found.accepted == found.on_time + found.late + found.by_list
    assert found.expected == (found.accepted + found.partial + found.questions + found.handed_in + found.unseen
                              + found.moved + found.waiting)
    assert found.expected + sum(cell.state in ("not_required", "not_asked") for cell in listed) == len(listed)
    assert found.taken == sum(cell.state in ("accepted", "unseen") for cell in listed)
    assert min(found.on_time, found.late, found.by_list) >= 0
