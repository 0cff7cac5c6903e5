"""Factors of risk by level, and those without a measure, counted by eye."""

from datetime import date

import pytest

from shnor.datasets import RISKS
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
FACTOR = {"school_id": "Ш05", "year": 2026, "factor_id": "", "chosen": "no"}
CHOSEN = {"chosen": "yes"}


@pytest.fixture
def told(engine):
    def figure(metric, *rows):
        numbered = [{**FACTOR, "factor": f"Фактор {place}", **row} for place, row in enumerate(rows, 1)]
        return compute(metric, {"risks": engine("risks", table(RISKS, numbered, {}))}, by=(), as_of=DAY).to_pylist()
    return figure


@pytest.mark.parametrize(("rows", "high", "of"), [
    pytest.param([{"level": "high"}, {"level": "middle"}, {"level": "low"}], 1, 3, id="one-of-three"),
    pytest.param([{"level": "high"}, {}], 1, 1, id="a-level-nobody-set-is-not-low"),
    pytest.param([{}], 0, 0, id="none-is-set"),
    pytest.param([{"level": "high", "year": 2027}], 0, 0, id="of-a-year-that-has-not-begun"),
    pytest.param([{"level": "high", "school_id": school} for school in ("Ш05", "Ш09")], 2, 2, id="two-schools"),
    pytest.param([], 0, 0, id="empty"),
])
def test_factors_of_a_high_level(told, rows, high, of):
    [figure] = told("risk_high_share", *rows)
    assert (figure["numerator"], figure["denominator"]) == (high, of)


def test_other_levels_are_named_beside(told):
    [figure] = told("risk_high_share", {"level": "middle"}, {"level": "low"}, {"level": "low"}, {})
    assert (figure["is_middle"], figure["is_low"], figure["is_unset"]) == (1, 2, 1)


@pytest.mark.parametrize(("rows", "bare", "chosen"), [
    pytest.param([{**CHOSEN, "measure": "дорожная карта, 2.3"}, CHOSEN, {**CHOSEN, "measure": ""}], 2, 3,
                 id="two-of-three"),
    pytest.param([{"level": "high"}], 0, 0, id="a-factor-that-is-not-chosen-asks-for-none"),
    pytest.param([], 0, 0, id="empty"),
])
def test_chosen_factors_without_a_measure(told, rows, bare, chosen):
    [figure] = told("risk_without_measure", *rows)
    assert (figure["numerator"], figure["denominator"]) == (bare, chosen)
