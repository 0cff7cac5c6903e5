"""Each case is a log of a few rows; the expected numbers are counted by eye."""

from datetime import date

import pytest

from shnor import periods
from shnor.datasets import EVENTS, REQUESTS
from shnor.metrics import METRICS, compute
from shnor.metrics.events import per_month
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
SEMINAR = {"event_kind": "семинар", "topic": "ВПР", "school_id": "", "state": "held", "number": 1}


def event(period, **differs):
    """A row as the loader stores it."""
    row = SEMINAR | differs
    exact = len(period) == 10 and row["topic"]
    return {**row, "period": period, "day": periods.first_day(period), "month": periods.month_of(period),
            "known_on": periods.final_day(period), "year": periods.first_day(period).year,
            "same": f"{period} {row['event_kind']} {row['topic']}" if exact else ""}


@pytest.fixture
def told(engine):
    """The figure of a metric over these rows, one group."""
    def figure(metric, *rows, by=()):
        frames = {"events": engine("events", table(EVENTS, list(rows), {}))}
        return compute(metric, frames, by=by, as_of=DAY).to_pylist()
    return figure


@pytest.mark.parametrize(("rows", "count"), [
    pytest.param([event("2026-03-05"), event("2026-04-09", number=3)], 4, id="sum-of-numbers"),
    pytest.param([event("2026-03-05"), event("2026-04-09", state="cancelled")], 1, id="cancelled-does-not-count"),
    pytest.param([event("2026-03-05"), event("2026-11-28")], 1, id="not-before-its-day"),
    pytest.param([event("2026-11-27")], 1, id="on-its-day"),
    pytest.param([event("2026-03-05"), event("2026-04-09", state="planned")], 1, id="a-plan-is-not-held"),
    pytest.param([event("2025", number=46)], 46, id="a-year-as-a-whole"),
    pytest.param([event("2026", number=46)], 0, id="not-before-its-year-is-over"),
    pytest.param([event("2026-11"), event("2026-11-01/2026-11-27")], 1, id="not-before-its-last-day"),
    pytest.param([event("2026-10-26/2026-11-01")], 1, id="over-a-border-of-months-once"),
    pytest.param([event("2026-03-05"), event("2026-03-05", school_id="Ш05", organiser="mentor")], 1,
                 id="centre-and-school-once"),
    pytest.param([event("2026-03-05", school_id="Ш05", organiser="mentor"), event("2026-03-06")], 2,
                 id="told-by-a-school-alone"),
    pytest.param([event("2026-03-05", organiser="other"), event("2026-03-06", organiser="curator")], 2,
                 id="whoever-comes-from-outside-helps"),
    pytest.param([event("2026-03-05", school_id="Ш05", organiser="school"), event("2026-03-06")], 1,
                 id="a-school's-own-is-no-help"),
    pytest.param([event("2026-03-05", school_id="Ш05"), event("2026-03-06")], 1,
                 id="a-school-that-names-nobody-speaks-of-itself"),
    pytest.param([event("2026-03-05", school_id="Ш05", organiser="tutor"),
                  event("2026-03-05", school_id="Ш03", organiser="school")], 1, id="an-own-one-hides-no-help"),
    pytest.param([event("2026-03-05", school_id="Ш07", organiser="tutor"),
                  event("2026-03-05", school_id="Ш05", organiser="tutor")], 1, id="a-joint-one-told-by-two-schools"),
    pytest.param([event("2026-03-05"), event("2026-03-06", school_id="Ш05", organiser="mentor")], 2,
                 id="another-day"),
    pytest.param([event("2026-03-05", topic=""), event("2026-03-05", topic="", school_id="Ш05", organiser="mentor")], 2,
                 id="without-topic-nothing-is-merged"),
    pytest.param([event("2026-03"), event("2026-03", school_id="Ш05", organiser="mentor")], 2,
                 id="without-day-nothing-is-merged"),
    pytest.param([event("2026-03-05", state="cancelled"), event("2026-03-05", school_id="Ш05", organiser="tutor")], 1,
                 id="cancelled-in-the-log-hides-nothing"),
    pytest.param([event("2026-03-05", school_codes=codes) for codes in ("Ш05", "Ш07")], 2,
                 id="two-of-the-log-are-two"),
])
def test_what_counts_as_held(told, rows, count):
    [figure] = told("events_count", *rows)
    assert figure["numerator"] == count


def test_what_schools_held_themselves_is_named_apart(told):
    rows = [event("2026-03-05"), event("2026-03-05", school_id="Ш05", organiser="school")]
    [figure] = told("events_count", *rows)
    assert (figure["numerator"], figure["is_own"]) == (1, 1)


def test_nothing_held_is_no_data(told):
    [figure] = told("events_count", event("2026-04-09", state="planned"))
    assert (figure["numerator"], figure["status"]) == (0, "no_data")


@pytest.mark.parametrize(("rows", "held", "planned"), [
    pytest.param([event("2026", state="planned", number=8), event("2026-03-05", number=7)], 7, 8, id="below"),
    pytest.param([event("2026", state="planned", number=10), event("2026-03-05", number=12)], 12, 10, id="over"),
    pytest.param([event("2026", state="planned", number=8), event("2026-12-08", state="planned")], 0, 8,
                 id="a-planned-day-is-inside-the-year"),
    pytest.param([event("2026-11", state="planned", number=2), event("2026-12-08", state="planned")], 0, 3,
                 id="months-and-days-without-a-year"),
    pytest.param([event("2026", state="planned", number=8), event("2025-12", state="planned", number=2)], 0, 10,
                 id="a-plan-of-another-year-stays"),
    pytest.param([event("2026", state="planned", number=8), event("2026-03-05", event_kind="вебинар")], 0, 8,
                 id="a-kind-without-plan-takes-no-part"),
    pytest.param([event("2026", state="planned", number=8), event("2025-03-05")], 0, 8, id="held-the-year-before"),
])
def test_held_of_planned(told, rows, held, planned):
    [figure] = told("events_plan_share", *rows)
    assert (figure["numerator"], figure["denominator"]) == (held, planned)


def test_by_kind_and_year(told):
    rows = event("2026-03-05"), event("2025", number=4), event("2026-03-06", event_kind="вебинар")
    found = told("events_count", *rows, by=("event_kind", "year"))
    assert [(row["event_kind"], row["year"], row["numerator"]) for row in found] == [
        ("вебинар", 2026, 1), ("семинар", 2025, 4), ("семинар", 2026, 1)]


def test_participants_say_how_many_events_are_without_them(told):
    rows = [event("2026-03-05", participants=14), event("2026-03-06"), event("2026-03-07", state="cancelled"),
            event("2026-03-05", participants=14, school_id="Ш05")]
    [figure] = told("events_participants", *rows)
    assert (figure["numerator"], figure["is_uncounted"]) == (14, 1)


@pytest.mark.parametrize(("first", "last", "count", "average"), [
    pytest.param(date(2023, 11, 1), date(2023, 12, 31), 4, 2.0, id="two-months"),
    pytest.param(date(2024, 1, 1), date(2024, 12, 31), 17, 17 / 12, id="twelve"),
    pytest.param(date(2026, 11, 1), date(2026, 11, 27), 3, 3.0, id="a-month-begun-is-a-month"),
    pytest.param(date(2025, 9, 1), date(2026, 5, 31), 18, 2.0, id="a-school-year-over-new-year"),
])
def test_per_month(first, last, count, average):
    assert per_month(count, first, last) == pytest.approx(average)


QUESTION = {"school_id": "Ш05", "month": date(2026, 11, 1), "number": 1, "need": "тьютор", "answer": "приедет",
            "known_on": date(2026, 11, 24), "answered_on": date(2026, 11, 26)}


@pytest.mark.parametrize(("differs", "answered", "asked", "overdue"), [
    pytest.param({}, 1, 1, 0, id="answered"),
    pytest.param({"answer": None, "answered_on": None}, 0, 1, 0, id="open"),
    pytest.param({"answered_on": None}, 1, 1, 0, id="answered-day-not-told"),
    pytest.param({"answered_on": date(2026, 11, 28)}, 0, 1, 0, id="answered-later"),
    pytest.param({"answered_on": DAY}, 1, 1, 0, id="answered-today"),
    pytest.param({"known_on": date(2026, 11, 30)}, 0, 0, 0, id="not-yet-asked"),
    pytest.param({"known_on": DAY, "answered_on": None, "answer": None}, 0, 1, 0, id="asked-today"),
    pytest.param({"answer": None, "answer_by": date(2026, 11, 20)}, 0, 1, 1, id="its-day-has-passed"),
    pytest.param({"answer": None, "answer_by": DAY}, 0, 1, 0, id="today-is-its-day"),
])
def test_questions(engine, differs, answered, asked, overdue):
    frames = {"requests": engine("requests", table(REQUESTS, [QUESTION | differs], {}))}
    [figure] = compute("requests_answered", frames, as_of=DAY).to_pylist()
    assert (figure["numerator"], figure["denominator"], figure["is_overdue"]) == (answered, asked, overdue)


def test_the_passport_says_what_is_counted_once():
    assert "считается один раз" in METRICS["events_count"].formula
    assert "отменённые не считаются" in METRICS["events_count"].formula


@pytest.mark.parametrize(("rows", "subjects"), [
    pytest.param([event("2026-03-05", subject="физика"), event("2026-03-06")], {"физика": 1, "": 1}, id="as-told"),
    pytest.param([event("2026-03-05"), event("2026-03-05", school_id="Ш05", organiser="tutor", subject="физика")],
                 {"физика": 1}, id="the-school-tells-what-the-log-does-not"),
    pytest.param([event("2026-03-05", subject="химия"), event("2026-03-05", school_id="Ш05", organiser="tutor")],
                 {"химия": 1}, id="the-log-tells-it"),
    pytest.param([event("2026-03", subject="физика"), event("2026-03")], {"физика": 1, "": 1},
                 id="no-day-no-other-row-of-it"),
])
def test_an_event_told_twice_has_one_subject(told, rows, subjects):
    found = told("events_count", *rows, by=("subject",))
    assert {row["subject"]: row["numerator"] for row in found if row["numerator"]} == subjects
