"""Each case is a register of a few rows; the expected numbers are counted by eye."""

from datetime import date

import pytest

from shnor import periods
from shnor.datasets import COURSES, DEFICITS
from shnor.metrics import compute, figures_of, marked
from shnor.metrics.deficits import MARKING, PARTS
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
FOUND = {"school_id": "Ш05", "found_on": date(2026, 8, 28), "subject": "математика", "group_id": "subject",
         "people": 3, "year": 2026}
HELPED = {"measure": "курсы"}
KEPT = {**HELPED, "rechecked_on": date(2026, 11, 20)}
CLOSED = {**KEPT, "closed_on": date(2026, 11, 20), "people_closed": 2}


def deficits(*rows):
    return [{**FOUND, "deficit": f"дефицит {place}", **row} for place, row in enumerate(rows)]


@pytest.fixture
def told(engine):
    """(values of the groups, numerator, denominator, status) of a metric over these rows."""
    def figures(metric, *rows, by=()):
        frames = {"deficits": engine("deficits", table(DEFICITS, deficits(*rows), {}))}
        found = compute(metric, frames, by=by, as_of=DAY).to_pylist()
        return [(*(row[name] for name in by), row["numerator"], row["denominator"], row["status"]) for row in found]
    return figures


@pytest.mark.parametrize(("rows", "found", "helped", "checked", "closed"), [
    pytest.param([], 0, 0, 0, 0, id="empty"),
    pytest.param([{}], 1, 0, 0, 0, id="found-alone"),
    pytest.param([{"found_on": DAY}], 1, 0, 0, 0, id="on-its-day"),
    pytest.param([{"found_on": date(2026, 11, 28), **HELPED}], 0, 0, 0, 0, id="not-before-its-day"),
    pytest.param([HELPED], 1, 1, 0, 0, id="helped-never-checked"),
    pytest.param([{"measure": ""}], 1, 0, 0, 0, id="an-empty-measure-is-none"),
    pytest.param([KEPT], 1, 1, 1, 0, id="checked-and-not-closed"),
    pytest.param([CLOSED], 1, 1, 1, 1, id="closed"),
    pytest.param([{"closed_on": DAY}], 1, 0, 1, 1, id="closed-says-that-it-was-checked"),
    pytest.param([{**CLOSED, "rechecked_on": date(2026, 12, 1), "closed_on": date(2026, 12, 1)}], 1, 1, 0, 0,
                 id="checked-after-the-day"),
    pytest.param([{**CLOSED, "closed_on": date(2026, 12, 1)}], 1, 1, 1, 0, id="checked-by-the-day-closed-later"),
    pytest.param([{}, HELPED, KEPT, CLOSED, {**CLOSED, "school_id": "Ш07"}], 5, 4, 3, 2, id="two-schools"),
])
def test_found_helped_closed(told, rows, found, helped, checked, closed):
    assert told("deficits_found", *rows)[0][:2] == (found, None)
    assert told("deficits_helped", *rows)[0][:2] == (helped, found)
    assert told("deficits_closed", *rows)[0][:2] == (closed, found)
    assert told("deficits_closed_checked", *rows)[0][:2] == (closed, checked)


def test_nobody_checked_again_is_no_data_and_not_zero(told):
    assert told("deficits_closed_checked", HELPED) == [(0, 0, "no_data")]


@pytest.mark.parametrize(("size", "status"), [(9, "small"), (10, "ok")])
def test_below_ten_there_is_no_percentage(told, size, status):
    assert told("deficits_helped", *[HELPED] * size) == [(size, size, status)]


def test_the_three_parts_are_what_was_found():
    rows = table(DEFICITS, deficits({}, HELPED, KEPT, KEPT, CLOSED, {"found_on": date(2026, 12, 1)}), {})
    table_of_parts = marked(MARKING, {"deficits": rows}, as_of=DAY)
    parts = [sum(table_of_parts[f"is_{name}"].to_pylist()) for name in PARTS]
    assert parts == [1, 2, 2]
    assert sum(parts) == figures_of("deficits_found", table_of_parts).to_pylist()[0]["numerator"]


def test_the_closed_say_how_many_were_never_checked(engine):
    frames = {"deficits": engine("deficits", table(DEFICITS, deficits(HELPED, {}, KEPT, CLOSED), {}))}
    [figure] = compute("deficits_closed_checked", frames, as_of=DAY).to_pylist()
    assert (figure["numerator"], figure["denominator"], figure["is_kept"], figure["is_unchecked"]) == (1, 2, 1, 2)


@pytest.mark.parametrize(("rows", "people", "helped", "closed", "checked"), [
    pytest.param([{}], 3, 0, 0, 0, id="three-teachers"),
    pytest.param([{**HELPED, "people": None}], 0, 0, 0, 0, id="how-many-is-not-told"),
    pytest.param([HELPED, {"people": 4}], 7, 3, 0, 0, id="of-some-deficits"),
    pytest.param([CLOSED], 3, 3, 2, 3, id="two-of-three"),
    pytest.param([{**CLOSED, "people_closed": None}], 3, 3, 0, 0, id="of-how-many-is-not-told"),
    pytest.param([{**KEPT, "people_closed": 0}, CLOSED], 6, 6, 2, 6, id="nobody-of-a-checked-one"),
    pytest.param([{"people_closed": 2}], 3, 0, 0, 0, id="told-without-a-day-of-the-check"),
])
def test_people(told, rows, people, helped, closed, checked):
    assert told("deficits_people", *rows)[0][0] == people
    assert told("deficits_people_helped", *rows)[0][:2] == (helped, people)
    assert told("deficits_people_closed", *rows)[0][:2] == (closed, checked)


def test_by_school_subject_group_and_year(told):
    rows = {}, {"school_id": "Ш07", "subject": "", "group_id": "method", "year": 2025, "found_on": date(2025, 8, 28)}
    found = told("deficits_found", *rows, by=("school_id", "subject", "group_id", "year"))
    assert [row[:5] for row in found] == [("Ш05", "математика", "subject", 2026, 1), ("Ш07", "", "method", 2025, 1)]


BLANK = {"school_id": "Ш05", "period": "2026-05", "day": date(2026, 5, 1), "known_on": date(2026, 5, 31),
         "state": "done", "subject": "химия", "programme": "ФГОС", "person": "", "people": 3}


@pytest.mark.parametrize(("rows", "people", "unsaid"), [
    pytest.param([{"by_deficit": "yes"}], 3, 0, id="by-a-deficit"),
    pytest.param([{"by_deficit": "no"}], 0, 0, id="not-by-one"),
    pytest.param([{}], 0, 1, id="not-told"),
    pytest.param([{"by_deficit": "yes"}, {"by_deficit": "yes", "programme": "ИКТ", "repeated": 2}], 4, 0,
                 id="a-second-programme-is-no-second-person"),
    pytest.param([{"by_deficit": "yes", "state": "planned"}], 0, 0, id="a-plan-is-not-finished"),
    pytest.param([{"by_deficit": "yes", "known_on": date(2026, 11, 30)}], 0, 0, id="not-before-its-day"),
    pytest.param([{"by_deficit": "yes", "people": None, "person": key, "programme": name}
                  for key, name in (("а", "ИКТ"), ("а", "ФГОС"), ("б", "ФГОС"))], 2, 0, id="keys-count-once"),
])
def test_courses_by_a_deficit(engine, rows, people, unsaid):
    frames = {"courses": engine("courses", table(COURSES, [BLANK | row for row in rows], {}))}
    [figure] = compute("courses_by_deficit", frames, by=("year",), as_of=DAY).to_pylist()
    assert (figure["year"], figure["numerator"], figure["is_unsaid"]) == (2026, people, unsaid)
    assert periods.first_day(BLANK["period"]) == BLANK["day"]
