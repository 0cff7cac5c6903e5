"""Contests, grants, practices, materials: a few rows each, counted by eye."""

from datetime import date

import pytest

from shnor.datasets import ACHIEVEMENTS
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
CONTEST = {"school_id": "Ш05", "achievement_type": "конкурс", "type_id": "contest", "title": "Лучшая модель ВСОКО",
           "held_on": date(2026, 3, 18), "level": "краевой", "state": "held", "year": 2026}


@pytest.fixture
def told(engine):
    """The figure of a metric, of all rows together."""
    def figure(metric, *rows):
        frames = {"achievements": engine("achievements", table(ACHIEVEMENTS, list(rows), CONTEST))}
        [found] = compute(metric, frames, as_of=DAY).to_pylist()
        return found
    return figure


@pytest.mark.parametrize(("row", "part", "people"), [
    pytest.param({"took_part": 4, "people": 13}, 4, 13, id="both-told"),
    pytest.param({"took_part": 0, "people": 13}, 0, 13, id="nobody"),
    pytest.param({"took_part": 4}, 0, 0, id="of-how-many-is-not-told"),
    pytest.param({"people": 13}, 0, 0, id="how-many-is-not-told"),
    pytest.param({"took_part": 14, "people": 13}, 0, 0, id="more-than-there-were"),
    pytest.param({"took_part": 4, "people": 13, "state": "planned"}, 0, 0, id="a-plan"),
    pytest.param({"took_part": 4, "people": 13, "held_on": date(2026, 11, 28)}, 0, 0, id="not-yet"),
])
def test_who_took_part(told, row, part, people):
    found = told("participation_share", row)
    assert (found["numerator"], found["denominator"]) == (part, people)


def test_rows_left_out_are_said(told):
    found = told("participation_share", {"took_part": 4}, {"took_part": 9, "people": 8, "title": "Другой"})
    assert (found["is_uncounted"], found["is_over"]) == (1, 1)


PLANNED = {"state": "planned", "school_id": ""}


@pytest.mark.parametrize(("rows", "held", "planned"), [
    pytest.param([{}, PLANNED], 1, 1, id="as-planned"),
    pytest.param([{}, {"school_id": "Ш07"}, PLANNED], 1, 1, id="told-by-two-schools-is-one"),
    pytest.param([{}, {"held_on": date(2026, 4, 1)}, PLANNED], 2, 1, id="another-day-is-another-contest"),
    pytest.param([{}], 0, 0, id="no-plan"),
    pytest.param([{}, PLANNED | {"year": 2025, "held_on": date(2025, 3, 1)}], 0, 1, id="a-plan-of-another-year"),
    pytest.param([PLANNED, PLANNED | {"title": "Учитель года"}], 0, 2, id="nothing-held"),
    pytest.param([{"type_id": "event"}, PLANNED], 0, 1, id="no-contest"),
])
def test_contests_against_the_plan(told, rows, held, planned):
    found = told("contests_plan_share", *rows)
    assert (found["numerator"], found["denominator"]) == (held, planned)


@pytest.mark.parametrize(("metric", "rows", "count"), [
    pytest.param("contests_count", [{}, {"school_id": "Ш07"}, {"title": "Другой"}], 2, id="contests"),
    pytest.param("grants_count", [{"type_id": "grant"}, {"type_id": "grant", "school_id": "Ш07"}], 2, id="grants"),
    pytest.param("practices_count", [{"type_id": "practice", "held_on": None}], 1, id="without-a-day"),
    pytest.param("materials_count", [{"type_id": "material", "school_id": code} for code in ("Ш05", "Ш07")], 1,
                 id="a-material-of-two-schools"),
    pytest.param("partners_count", [{"type_id": "partner"}, {"type_id": "partner", "title": "Лицей"}], 2,
                 id="partners"),
    pytest.param("grants_count", [{"type_id": "grant", "held_on": date(2026, 12, 1)}], 0, id="not-yet"),
])
def test_counts(told, metric, rows, count):
    assert told(metric, *rows)["numerator"] == count
