"""Each case is a few tests of competence; the expected numbers are counted by eye."""

from datetime import date

import pytest

from shnor.datasets import COMPETENCE
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
TEST = {"school_id": "", "held_on": date(2026, 9, 15), "subject": "математика", "role": "учителя", "took_part": 12,
        "year": 2026}


@pytest.fixture
def told(engine):
    """Rows of a figure, one a group."""
    def figures(metric, *rows, by=()):
        frames = {"competence": engine("competence", table(COMPETENCE, [TEST | row for row in rows], {}))}
        return compute(metric, frames, by=by, as_of=DAY).to_pylist()
    return figures


@pytest.mark.parametrize(("metric", "rows", "k", "n", "status"), [
    pytest.param("competence_high", [{"high": 1}], 1, 12, "ok", id="twelve-one-high"),
    pytest.param("competence_low", [{"high": 1}], 0, 0, "no_data", id="a-level-nobody-tells-of"),
    pytest.param("competence_low", [{"low": 0}], 0, 12, "ok", id="nobody-is-not-unknown"),
    pytest.param("competence_high", [{"high": 1, "took_part": 9}], 1, 9, "small", id="nine-are-counts"),
    pytest.param("competence_high", [{"high": 1, "took_part": 10}], 1, 10, "ok", id="ten"),
    pytest.param("competence_middle", [{"middle": 9}, {"middle": 3, "school_id": "Ш05", "took_part": 4}, {}], 12, 16,
                 "ok", id="those-that-tell-of-it"),
    pytest.param("competence_passed", [{"passed": 12}], 12, 12, "ok", id="all-passed"),
    pytest.param("competence_passed", [{"passed": 12, "held_on": date(2026, 11, 28)}], 0, 0, "no_data",
                 id="not-before-its-day"),
    pytest.param("competence_passed", [{"passed": 12, "held_on": DAY}], 12, 12, "ok", id="on-its-day"),
    pytest.param("competence_passed", [{"passed": 0, "took_part": 0}], 0, 0, "no_data", id="nobody-took-part"),
    pytest.param("competence_high", [], 0, 0, "no_data", id="empty"),
])
def test_levels(told, metric, rows, k, n, status):
    [figure] = told(metric, *rows)
    assert (figure["numerator"], figure["denominator"], figure["status"]) == (k, n, status)


def test_who_took_part_and_tests_without_levels(told):
    [figure] = told("competence_people", {"high": 1}, {"took_part": 4, "passed": 4})
    assert (figure["numerator"], figure["is_silent"]) == (16, 1)


def test_teachers_and_heads_apart(told):
    found = told("competence_people", {}, {"role": "руководители", "took_part": 3}, by=("year", "role"))
    assert [(row["role"], row["numerator"]) for row in found] == [("руководители", 3), ("учителя", 12)]
