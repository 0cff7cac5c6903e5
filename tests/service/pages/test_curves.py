"""Plan and fact of a year month by month, counted up."""

from datetime import date

import pyarrow as pa
import pytest

from shnor.service.pages import curves, overview
from tests.service.conftest import DAY, file

COURSES = [["Школа", "Период", "Состояние", "Предмет", "Программа", "Часов", "Чел.", "Удостоверений"],
           ["МБОУ ООШ № 5", "2026", "план", "математика", "", "", "3", ""],
           ["МБОУ ООШ № 5", "март 2026", "завершили", "математика", "Функциональная грамотность", "36", "1", "1"],
           ["МБОУ ООШ № 5", "октябрь 2026", "завершили", "математика", "Подготовка к ОГЭ", "36", "1", "1"]]


def row(due: str, done: str = "", told: str = "", come: int = 1) -> dict:
    days = [date.fromisoformat(day) if day else None for day in (due, done, told)]
    return dict(zip(("due_date", "fact_date", "report_day"), days, strict=True)) | {
        "is_planned": 1, "is_due": come, "is_done": int(bool(done or told))}


@pytest.mark.parametrize(("rows", "plan", "fact"), [
    pytest.param([row("2026-03-31", "2026-03-18"), row("2026-10-31"), row("2026-12-31", come=0)], {3: 1, 10: 2, 12: 3},
                 {3: 1, 10: 1}, id="done-undone-ahead"),
    pytest.param([row("2026-03-31", "2026-05-02")], {3: 1}, {3: 0, 5: 1}, id="done-late"),
    pytest.param([row("2026-03-31", "", "2026-04-25")], {3: 1}, {4: 1}, id="undated-by-its-report"),
    pytest.param([row("2026-12-31", "2026-10-01", come=0)], {12: 1}, {11: 0}, id="done-early-is-not-due"),
    pytest.param([row("2026-02-28", "2025-12-20")], {2: 1}, {1: 1}, id="before-the-year-in-its-first-month"),
])
def test_deadlines(rows, plan, fact):
    found = curves.of_deadlines(pa.Table.from_pylist(rows), DAY)
    assert {month: found.plan[month - 1] for month in plan} == plan
    assert {month: found.fact[month - 1] for month in fact} == fact
    assert found.fact[11] is None


def test_the_last_of_plan_and_fact_are_the_counts_of_the_tile(filled):
    with filled.view() as view:
        data = overview.build(view, day=DAY)
    parts = [line.counts for line in data.lines]
    assert (data.curve.plan[10], data.curve.fact[10]) == (sum(of.due for of in parts), sum(of.done for of in parts))


def test_courses_run_to_their_plan(filled, send):
    send(file("курсы.csv", COURSES))
    with filled.view() as view:
        found = curves.of_courses(view, 2026, (("school_id", "Ш05"),), day=DAY)
    assert (found.plan, found.fact[1:4], found.fact[9:]) == ((3,) * 12, (0, 1, 1), (2, 2, None))


def test_a_plan_by_months_is_steps(filled, send):
    plans = [["МБОУ ООШ № 5", month, "план", "математика", "", "", "2", ""] for month in ("март 2026", "июнь 2026")]
    send(file("курсы.csv", [COURSES[0], *plans]))
    with filled.view() as view:
        assert curves.of_courses(view, 2026, (), day=DAY).plan == (0, 0, 2, 2, 2, *(4,) * 7)


def test_no_plan_is_no_picture(filled):
    with filled.view() as view:
        assert curves.of_courses(view, 2026, (), day=DAY) == curves.Curve()
