"""What the engine makes of weights, people known by keys, and percentages without their number."""

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest

from shnor import metrics
from shnor.metrics import METRICS
from shnor.metrics.counting import collect, frame
from shnor.metrics.passport import Marking

DAY = date(2026, 11, 27)
TOY = Marking("toy", {"rows": ("school", "k", "n")}, lambda rows, *, as_of: frame(rows),
              lambda rows, read, *, as_of: collect(rows))


@pytest.fixture
def toy(monkeypatch):
    """A passport over rows that are marked already; its fields may be changed."""
    def made(**changes):
        base = replace(METRICS["roadmap_attainment"], id="toy", marking=TOY, silence=None, numerator="k",
                       denominator="n", interval=False, minimum=0, more={})
        monkeypatch.setitem(METRICS, "toy", replace(base, **changes))
    return made


def figures(table: dict, by=()) -> list[dict]:
    return metrics.figures_of("toy", pa.table(table), by=by).to_pylist()


def test_weights_are_summed_before_they_are_divided(toy):
    toy()
    [only] = figures({"k": [1, 30], "n": [10, 40]})
    assert (only["numerator"], only["denominator"], only["value"]) == (31, 50, 0.62)


def test_people_known_by_keys_are_counted_once_and_added(toy):
    toy(plus="person", denominator="")
    [only] = figures({"k": [5, 0, 0, 0], "person": [None, "а", "а", "б"]})
    assert only["numerator"] == 7


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param({"k": [0], "n": [0], "is_no_n": [1], "hundredths": [9400]}, ("no_n", 0.94), id="one percentage"),
    pytest.param({"k": [0, 0], "n": [0, 0], "is_no_n": [1, 1], "hundredths": [9400, 9200]}, ("no_n", None), id="two"),
    pytest.param({"k": [9, 0], "n": [12, 0], "is_no_n": [0, 1], "hundredths": [0, 9400]}, ("ok", 0.75), id="beside n"),
    pytest.param({"k": [0], "n": [0], "is_no_n": [0], "hundredths": [0]}, ("no_data", None), id="nothing"),
])
def test_a_percentage_without_its_number_is_in_no_sum(toy, rows, expected):
    toy(stated=("is_no_n", "hundredths"))
    [only] = figures(rows)
    assert (only["status"], only["value"] and round(only["value"], 6)) == expected


@pytest.mark.parametrize(("n", "status"), [(0, "no_data"), (9, "small"), (10, "ok")])
def test_a_small_group_is_said_to_be_small(toy, n, status):
    toy(minimum=10)
    assert figures({"k": [n // 2], "n": [n]})[0]["status"] == status


def test_marked_rows_keep_every_column_of_their_kind():
    rows = pa.table({"school": ["Ш05"], "k": [1], "n": [2], "src": [7], "beside": ["x"]})
    assert metrics.marked(TOY, {"rows": rows}, as_of=DAY).column_names == ["school", "k", "n", "src", "beside"]


@pytest.mark.filterwarnings("error")
def test_a_part_that_passes_its_whole_is_no_share(toy):
    """The counts stay to be checked; a number of times has no interval and may pass its plan."""
    toy(interval=True)
    wrong, right = figures({"k": [15, 6], "n": [12, 12], "school": ["Ш05", "Ш07"]}, by=["school"])
    assert (wrong["numerator"], wrong["denominator"], wrong["value"], wrong["low"]) == (15, 12, None, None)
    assert right["value"] == 0.5
    toy(interval=False)
    assert figures({"k": [15], "n": [12], "school": ["Ш05"]})[0]["value"] == 1.25
