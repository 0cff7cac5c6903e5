"""Schools of a list with a sign, counted by eye."""

from datetime import date

import pytest

from shnor.datasets import MARKERS
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
ROW = {"school_id": "Ш05", "school_year": "2025/26", "year": 2026, "procedure": "ВПР", "subject": "математика",
       "grade": "5", "sign": "завышенный средний балл", "source": "письмо", "is_marked": 1}
CLEAN = {"sign": "не отмечено", "is_marked": 0, "subject": ""}


@pytest.fixture
def told(engine):
    def figure(metric, *rows, by=()):
        frames = {"markers": engine("markers", table(MARKERS, [{**ROW, **row} for row in rows], {}))}
        return compute(metric, frames, by=by, as_of=DAY).to_pylist()
    return figure


@pytest.mark.parametrize(("rows", "marked", "named", "signs"), [
    pytest.param([{}], 1, 1, 1, id="one-school-one-sign"),
    pytest.param([{}, {"subject": "русский язык"}], 1, 1, 2, id="two-signs-are-one-school"),
    pytest.param([{}, {**CLEAN, "school_id": "Ш09"}], 1, 2, 1, id="a-school-named-without-a-sign"),
    pytest.param([{}, CLEAN], 1, 1, 1, id="a-sign-and-a-clean-work-of-one-school"),
    pytest.param([CLEAN], 0, 1, 0, id="named-and-not-marked"),
    pytest.param([{"year": 2027, "school_year": "2026/27"}], 0, 0, 0, id="of-a-year-that-has-not-begun"),
    pytest.param([{}, {"source": "ФИОКО"}], 2, 2, 2, id="two-lists-count-apart"),
    pytest.param([{"source": None}, {**CLEAN, "source": None, "school_id": "Ш09"}], 1, 2, 1, id="without-a-name"),
    pytest.param([], 0, 0, 0, id="no-list"),
])
def test_schools_with_a_sign_among_those_a_list_names(told, rows, marked, named, signs):
    """A list of marked schools alone is no 100 %."""
    [schools], [count] = told("marked_schools", *rows), told("markers_count", *rows)
    assert (schools["numerator"], schools["n_named"], count["numerator"]) == (marked, named, signs)
    assert schools["denominator"] is None


def test_each_list_by_itself(told):
    rows = told("marked_schools", {}, {"source": "ФИОКО", **CLEAN}, by=("source",))
    counts = {row["source"]: (row["numerator"], row["n_named"]) for row in rows}
    assert counts == {"письмо": (1, 1), "ФИОКО": (0, 1)}
