"""The forms of a whole region, 631 schools and 26 000 pupils: every count is the one they were written from."""

from collections import Counter
from functools import cache

import pytest

from benchmarks import region
from tests.loaders.made import Checked, checked, grid

CODES = {f"Ш{number:03}": number for number in range(1, region.SCHOOLS + 1)}
MARKS = {"n2": 2, "n3": 3, "n4": 4, "n5": 5}
PAIRS = {"lowered": ("pair", -1), "confirmed": ("pair", 0), "raised": ("pair", 1)}


@cache
def form(name: str) -> Checked:
    return checked(grid(*region.FORMS[name](), sheet=name), known=region.known())


def counts(result: Checked, names: dict, part: str) -> dict[int, Counter]:
    """School → its counts, by what they were written from."""
    rows = [row for batch in result.batches for row in batch.table.to_pylist()
            if row["part"] == part and row["level"] == "school"]
    return {CODES[row["school_id"]]: Counter({what: row[name] for name, what in names.items()}) for row in rows}


def written(names: dict) -> dict[int, Counter]:
    return {school: Counter({what: own[what] for what in names.values()}) for school, own in region.truth().items()}


@pytest.mark.parametrize(("name", "names", "part"), [
    ("Статистика по отметкам", MARKS, "marks"), ("Сравнение с журналом", PAIRS, "journal"), ("Свод", MARKS, "marks"),
    ("Протокол", MARKS, "marks"), ("Протокол", PAIRS, "journal")])
def test_every_school_has_the_counts_it_was_written_from(name: str, names: dict, part: str):
    result = form(name)
    assert result.acceptable
    assert counts(result, names, part) == written(names)


@pytest.mark.parametrize(("name", "code", "value"), [
    ("Статистика по отметкам", "districts-left", "33"), ("Сравнение с журналом", "districts-left", "33"),
    ("Свод", "group-left", "«Сельские школы»"), ("Протокол", "protocol-counted", "26000")])
def test_what_is_left_out_is_told_once(name: str, code: str, value: str):
    assert [(issue.code, issue.value) for issue in form(name).issues] == [(code, value)]


def test_no_pupil_of_the_protocol_is_kept():
    cells = {cell for kept in form("Протокол").grids for row in kept.cells for cell in row}
    assert not cells & set(range(100_000, 100_000 + region.PUPILS))
