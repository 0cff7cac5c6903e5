"""Months of a roadmap, counted by eye: what should have been done by the end of each, and what was."""

from datetime import date

import pyarrow as pa
import pytest

from shnor import periods
from shnor.service.figures.roadmap_months import by_month

DAY = date(2026, 3, 20)
ROW = {"is_planned": 1, "is_due": 1, "is_done": 0, "due_date": date(2026, 1, 31), "fact_date": None}
SCHEMA = pa.schema([*((name, pa.int64()) for name in ("is_planned", "is_due", "is_done")),
                    *((name, pa.date32()) for name in ("due_date", "fact_date"))])


def months(*rows, code="2026-Q1", day=DAY):
    table = pa.Table.from_pylist([ROW | row for row in rows], SCHEMA)
    return [(f"{one.first:%m.%y}", one.planned, one.done, one.due, one.met)
            for one in by_month(table, periods.parse(code), day)]


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param({}, [(1, 0, 1, 0), (1, 0, 1, 0), (1, 0, 1, 0)], id="not-done"),
    pytest.param({"is_done": 1, "fact_date": date(2026, 1, 15)}, [(1, 1, 1, 1)] * 3, id="in-time"),
    pytest.param({"is_done": 1, "fact_date": date(2026, 2, 3)}, [(1, 0, 1, 0), (1, 1, 1, 1), (1, 1, 1, 1)], id="late"),
    pytest.param({"is_done": 1}, [(1, 0, 1, 0)] * 3, id="done-on-a-day-nobody-names"),
    pytest.param({"is_due": 0, "due_date": date(2026, 3, 31)}, [(0, 0, 0, 0), (0, 0, 0, 0), (1, 0, 0, 0)],
                 id="due-after-the-day-of-the-same-month"),
    pytest.param({"is_due": 0, "is_done": 1, "due_date": date(2026, 3, 31), "fact_date": date(2026, 2, 1)},
                 [(0, 0, 0, 0), (0, 1, 0, 0), (1, 1, 0, 0)], id="early"),
    pytest.param({"is_planned": 0, "is_due": 0}, [(0, 0, 0, 0)] * 3, id="dropped"),
    pytest.param({"due_date": None, "is_due": 0}, [(0, 0, 0, 0)] * 3, id="day-unknown"),
])
def test_what_adds_up_to_the_end_of_a_month(row, expected):
    assert [month[1:] for month in months(row)] == expected


def test_a_month_that_has_not_begun_has_a_plan_alone():
    assert months({}, day=date(2026, 2, 10)) == [("01.26", 1, 0, 1, 0), ("02.26", 1, 0, 1, 0),
                                                 ("03.26", 1, None, None, None)]


@pytest.mark.parametrize(("day", "last"), [
    pytest.param(date(2026, 4, 30), "04.26", id="moved-beyond-the-period"),
    pytest.param(date(2062, 1, 31), "03.26", id="mistyped")])
def test_months_reach_as_far_as_deadlines_but_not_to_a_mistyped_year(day, last):
    assert months({"due_date": day, "is_due": 0})[-1][0] == last


def test_without_rows_the_months_are_empty():
    assert months() == [("01.26", 0, 0, 0, 0), ("02.26", 0, 0, 0, 0), ("03.26", 0, 0, 0, 0)]
