"""Each case is a few rows of courses; the expected numbers are counted by eye."""

from datetime import date

import pytest

from shnor import periods
from shnor.datasets import COURSES, STAFF
from shnor.metrics import compute
from shnor.metrics.counting import collect
from shnor.metrics.courses import WHOLE, classify_staff
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
BLANK = {"school_id": "Ш05", "state": "done", "subject": "химия", "programme": "ФГОС", "hours": 36, "person": ""}


def course(period, people, certificates=None, **differs):
    """A row as the loader stores it."""
    return {**BLANK, "period": period, "day": periods.first_day(period), "month": periods.month_of(period),
            "known_on": periods.final_day(period), "people": people, "certificates": certificates, **differs}


def teachers(people, school="Ш05", on_date=date(2026, 9, 20), subject="химия"):
    return {"school_id": school, "on_date": on_date, "subject": subject, "people": people}


@pytest.fixture
def told(engine):
    """(numerator, denominator, status) of a metric over these rows, one a group."""
    def figures(metric, courses, staff=(), by=()):
        frames = {"courses": engine("courses", table(COURSES, list(courses), {})),
                  "staff": engine("staff", table(STAFF, list(staff), {}))}
        found = compute(metric, frames, by=by, as_of=DAY).to_pylist()
        return [(*(row[name] for name in by), row["numerator"], row["denominator"], row["status"]) for row in found]
    return figures


FINISHED = [
    pytest.param([course("2026-11-18", 3), course("2026-03", 2, subject="физика")], 5, id="schools-add-up"),
    pytest.param([course("2026-11-18", 3), course("2026-11-18", 3, repeated=2, programme="ИКТ")], 4,
                 id="a-second-programme-is-no-second-person"),
    pytest.param([course("2026-11-28", 3)], 0, id="not-before-its-day"),
    pytest.param([course("2026-11-27", 3)], 3, id="on-its-day"),
    pytest.param([course("2025", 129, school_id="")], 129, id="schools-not-named"),
    pytest.param([course("2026-11", 3), course("2026-Q4", 4), course("2026", 5)], 0, id="not-before-the-last-day"),
    pytest.param([course("2026", 3, state="planned"), course("2026", 2, state="in_progress")], 0, id="only-finished"),
    pytest.param([course("2026-05", None, person=key, programme=name)
                  for key, name in (("а", "ИКТ"), ("а", "ФГОС"), ("б", "ФГОС"))], 2, id="keys-count-once"),
    pytest.param([course("2026-05", None, person="а"), course("2026-05", 3, school_id="Ш07")], 4,
                 id="keys-beside-numbers"),
]


@pytest.mark.parametrize(("rows", "people"), FINISHED)
def test_people(told, rows, people):
    [(numerator, denominator, _)] = told("course_people", rows)
    assert (numerator, denominator) == (people, None)


def test_people_by_year(told):
    rows = [course("2025-05-20", 3), course("2026-H1", 4), course("2025/26", 5, subject="физика")]
    assert told("course_people", rows, by=("year",)) == [(2025, 8, None, "ok"), (2026, 4, None, "ok")]


def test_certificates_are_not_people(told):
    rows = [course("2026-03", 3, 4), course("2026-05", 2, None)]
    assert told("course_certificates", rows) == [(4, None, "ok")]


def missing(engine, metric, flag, *rows):
    return compute(metric, {"courses": engine("courses", table(COURSES, [*rows], {}))}, as_of=DAY)[flag].to_pylist()


def test_rows_without_certificates_or_hours_are_those_that_have_people(engine):
    """A row of nobody, or of one known person, lacks no number."""
    rows = [course("2026-03", 3, hours=None), course("2026-04", 0, hours=None), course("2026-05", 2, 2)]
    assert missing(engine, "course_certificates", "is_without_certificates", *rows) == [1]
    assert missing(engine, "course_hours", "is_without_hours", *rows) == [1]


def test_hours_are_those_of_every_certificate(told):
    rows = [course("2026-03", 3, 4, hours=36), course("2026-05", 2, None, hours=72), course("2026-06", 5, hours=None)]
    assert told("course_hours", rows) == [(4 * 36 + 2 * 72, None, "ok")]


PLANS = [
    pytest.param([course("2026", 10, state="planned"), course("2026-05", 4)], (4, 10), id="part"),
    pytest.param([course("2026", 10, state="planned"), course("2026-05", 12)], (12, 10), id="over-plan"),
    pytest.param([course("2026", 10, state="planned"), course("2026-05", 4, school_id="Ш07")], (0, 10),
                 id="a-school-without-a-plan"),
    pytest.param([course("2026", 10, state="planned", school_id=""), course("2026-05", 4, school_id="Ш07")], (4, 10),
                 id="a-plan-without-schools"),
    pytest.param([course("2026", 10, state="planned"), course("2026-05", None, person="а", school_id="Ш07"),
                  course("2026-05", None, person="б")], (1, 10), id="a-key-of-a-school-without-a-plan"),
    pytest.param([course("2025", 10, state="planned"), course("2026-05", 4)], (0, 10), id="another-year"),
    pytest.param([course("2026-12", 10, state="planned"), course("2026-05", 4)], (4, 10), id="planned-for-december"),
]


@pytest.mark.parametrize(("rows", "expected"), PLANS)
def test_the_plan(told, rows, expected):
    [(numerator, denominator, status)] = told("course_plan_share", rows)
    assert ((numerator, denominator), status) == (expected, "ok")


def test_a_small_plan_is_shown_without_a_percentage(told):
    rows = [course("2026", 9, state="planned"), course("2026-05", 4)]
    assert told("course_plan_share", rows) == [(4, 9, "small")]


def test_the_newest_word_tells_who_is_still_learning(engine):
    rows = [course("2026", 10, state="planned"), course("2026-09", 5, state="in_progress"),
            course("2026-10", 3, state="in_progress"), course("2026-12", 9, state="in_progress"),
            course("2026-10", 7, state="in_progress", school_id="Ш07")]
    frames = {"courses": engine("courses", table(COURSES, rows, {}))}
    assert compute("course_plan_share", frames, as_of=DAY)["n_going"].to_pylist() == [3]


SHARES = [
    pytest.param([course("2024-05", 3), course("2026-05", 4)], [teachers(13)], [(7, 13, "ok")], id="years-add-up"),
    pytest.param([course("2023-11-28", 3)], [teachers(13)], [(3, 13, "ok")], id="inside-by-a-day"),
    pytest.param([course("2023-11-27", 3)], [teachers(13)], [(0, 0, "no_data")], id="outside-by-a-day"),
    pytest.param([course("2023", 3)], [teachers(13)], [(3, 13, "ok")], id="a-year-by-its-last-day"),
    pytest.param([course("2023-11", 3)], [teachers(13)], [(3, 13, "ok")], id="a-month-by-its-last-day"),
    pytest.param([course("2023-Q1", 7)], [teachers(30)], [(0, 0, "no_data")], id="a-quarter-of-long-ago"),
    pytest.param([course("2023-Q1", 7), course("2023", 3, subject="физика")], [teachers(30)], [(3, 30, "ok")],
                 id="a-quarter-of-long-ago-and-its-year"),
    pytest.param([course("2026-05", 20)], [teachers(13)], [(13, 13, "ok")], id="never-more-than-the-staff"),
    pytest.param([course("2026-05", 4)], [], [(0, 0, "no_data")], id="staff-not-known"),
    pytest.param([course("2026", 129, school_id="")], [teachers(13)], [(0, 0, "no_data")], id="schools-not-named"),
    pytest.param([course("2026-05", 4)], [teachers(13), teachers(30, school="Ш07")], [(4, 13, "ok")],
                 id="a-school-nobody-told-of-takes-no-part"),
    pytest.param([course("2026-05", 0)], [teachers(13)], [(0, 13, "ok")], id="told-that-nobody"),
    pytest.param([course("2026-05", 4)], [teachers(13), teachers(11, on_date=date(2025, 9, 20)),
                                          teachers(20, on_date=date(2026, 12, 1))], [(4, 13, "ok")],
                 id="the-newest-day-that-has-come"),
    pytest.param([course("2026-05", 4)], [teachers(13, on_date=DAY)], [(4, 13, "ok")], id="staff-of-the-day-itself"),
    pytest.param([course("2026-05", 4)], [teachers(13), teachers(11, on_date=date(2025, 9, 20), subject=WHOLE)],
                 [(4, 13, "ok")], id="whole-school-of-an-earlier-day"),
    pytest.param([course("2026-05", 4)], [teachers(2), teachers(3, subject="физика")], [(4, 5, "small")],
                 id="subjects-add-up"),
    pytest.param([course("2026-05", 4)], [teachers(9), teachers(8, subject="физика"),
                                          teachers(13, subject=WHOLE)], [(4, 13, "ok")], id="whole-school"),
    pytest.param([course("2024-05", None, person="а"), course("2026-05", None, person="а")], [teachers(13)],
                 [(1, 13, "ok")], id="a-key-in-two-years-is-one"),
]


@pytest.mark.parametrize(("courses", "staff", "expected"), SHARES)
def test_three_years(told, courses, staff, expected):
    assert told("course_staff_share", courses, staff) == expected


def test_three_years_before_a_leap_day(engine):
    rows = [course("2021-02-28", 3), course("2021-03-01", 4)]
    frames = {"courses": engine("courses", table(COURSES, rows, {})),
              "staff": engine("staff", table(STAFF, [teachers(13, on_date=date(2023, 9, 20))], {}))}
    assert compute("course_staff_share", frames, as_of=date(2024, 2, 29))["numerator"].to_pylist() == [4]


def test_what_goes_beyond_the_staff_is_said(engine):
    rows = [course("2026-05", 20), course("2026-05", 4, school_id="Ш07")]
    frames = {"courses": engine("courses", table(COURSES, rows, {})),
              "staff": engine("staff", table(STAFF, [teachers(13), teachers(22, school="Ш07")], {}))}
    assert compute("course_staff_share", frames, as_of=DAY)["n_over"].to_pylist() == [7]


@pytest.mark.parametrize(("rows", "unclear"), [
    pytest.param([course("2023", 3), course("2024-05", 4)], 3, id="a-year-that-began-before"),
    pytest.param([course("2023-11", 3)], 3, id="a-month-that-began-before"),
    pytest.param([course("2023-11-27/2023-12-01", 3)], 3, id="days-that-began-on-the-day-itself"),
    pytest.param([course("2023-11-28/2023-12-01", 3)], 0, id="days-that-began-the-day-after"),
    pytest.param([course("2023-11-28", 3), course("2024", 4)], 0, id="inside-as-a-whole"),
    pytest.param([course("2023", 3, school_id="Ш05"), course("2023", 2, school_id="Ш07")], 5, id="schools-add-up"),
    pytest.param([course("2023", 20)], 13, id="never-more-than-was-counted"),
    pytest.param([course("2023", 5), course("2024-05", 10)], 3, id="above-the-staff-the-clear-ones-first"),
    pytest.param([course("2023", None, person="а"), course("2024-05", None, person="а")], 0,
                 id="a-key-that-is-clear-elsewhere"),
    pytest.param([course("2023", None, person="а")], 1, id="a-key"),
])
def test_whose_day_is_not_clear_is_said(engine, rows, unclear):
    """Three years to 27.11.2026 begin on 28.11.2023: within «2023» people may have finished on either side of it."""
    frames = {"courses": engine("courses", table(COURSES, rows, {})),
              "staff": engine("staff", table(STAFF, [teachers(13), teachers(22, school="Ш07")], {}))}
    assert compute("course_staff_share", frames, as_of=DAY)["n_unclear"].to_pylist() == [unclear]


def test_a_year_is_counted_when_it_is_over(engine):
    """33 people told of «2025» are known on 31.12, not on 01.10."""
    frames = {"courses": engine("courses", table(COURSES, [course("2025", 33)], {}))}
    days = (date(2025, 10, 1), date(2025, 12, 30), date(2025, 12, 31))
    assert [compute("course_people", frames, as_of=day)["numerator"].to_pylist() for day in days] == [[0], [0], [33]]


def test_shares_by_school_and_of_this_year(told):
    rows = [course("2024-05", 3), course("2026-05", 4), course("2025-05", 6, school_id="Ш07")]
    staff = [teachers(13), teachers(22, school="Ш07")]
    assert told("course_staff_share", rows, staff, by=("school_id",)) == [("Ш05", 7, 13, "ok"), ("Ш07", 6, 22, "ok")]
    assert told("course_year_share", rows, staff, by=("school_id",)) == [("Ш05", 4, 13, "ok"), ("Ш07", 0, 0, "no_data")]


def test_staff_of_each_school_on_its_own_day(told):
    rows = [teachers(13), teachers(12, on_date=date(2025, 9, 20)), teachers(22, "Ш07", date(2025, 9, 20))]
    assert told("staff_people", [], rows, by=("school_id",)) == [("Ш05", 13, None, "ok"), ("Ш07", 22, None, "ok")]


def test_vacancies_are_of_subjects_on_the_newest_day(engine):
    """The row of the whole school repeats them."""
    rows = [teachers(3) | {"vacancies": 0.5}, teachers(2, subject="физика"),
            teachers(13, subject=WHOLE) | {"vacancies": 0.5}, teachers(3, on_date=date(2025, 9, 20)) | {"vacancies": 1}]
    marked = collect(classify_staff(engine("staff", table(STAFF, rows, {})), as_of=DAY)).to_pylist()
    assert [(row["subject"], row["on_date"].year) for row in marked if row["is_vacant"]] == [("химия", 2026)]
