"""Equal issues of one column are one issue with its cells; an answer to it reaches all of them."""

import pytest

from shnor.loaders.issues.equal import FEW, cells_of, expanded, folded
from shnor.loaders.types import Issue
from tests.loaders.made import PROGRESS, checked, grid, records, reports


def issues(*cells: str, value: str = "", code: str = "required") -> list[Issue]:
    return [Issue(code, "error", "Лист1", cell, value, f"Лист «Лист1», {cell}: пусто.") for cell in cells]


def test_many_equal_issues_are_one_with_its_rows():
    [one] = folded(issues("B2", "B3", "B4", "B7", "B9", "B10"))
    assert (one.cell, one.area, one.key) == ("B2", "B2:B4, B7, B9:B10", ("Лист1", "B2:B4, B7, B9:B10"))
    assert one.message == "Лист «Лист1», B2: пусто. Всего таких ячеек 6: B2–B4, B7, B9–B10."


@pytest.mark.parametrize("apart", [
    pytest.param(issues(*(f"B{n}" for n in range(2, 2 + FEW))), id="few"),
    pytest.param([*issues("B2", "B3", "B4"), *issues("C2", "C3", "C4")], id="of-two-columns"),
    pytest.param([issue for n in range(2, 9) for issue in issues(f"B{n}", value=f"{n}?")], id="of-different-values"),
    pytest.param(issues(*[""] * 7), id="about-the-sheet"),
])
def test_others_stay_apart(apart: list[Issue]):
    assert folded(apart) == tuple(apart)


@pytest.mark.parametrize(("area", "cells"), [
    ("B2:B4, B7", ["B2", "B3", "B4", "B7"]), ("AA9:AA10", ["AA9", "AA10"]), ("B2", []), ("скрытые строки", []),
    ("", []),
])
def test_cells_of_an_area(area: str, cells: list[str]):
    assert list(cells_of(area)) == cells


def test_an_answer_to_a_cell_goes_before_the_answer_to_its_area():
    answers = expanded({("Лист1", "B2:B3"): "да", ("Лист1", "B3"): "нет"})
    assert (answers["Лист1", "B2"], answers["Лист1", "B3"]) == ("да", "нет")


def test_one_answer_reaches_every_row():
    rows = [(number, "почти") for number in ("1.1", "1.2", "1.10", "2.4", "1.1", "1.2")]
    [unclear] = [issue for issue in reports(*rows).issues if issue.code == "unknown-choice"]
    result = reports(*rows[:4], answers={unclear.key: "выполняется"})
    assert unclear.area == "D2:D7"
    assert records(result, "status") == [("in_progress",)] * 4


def test_a_hundred_thousand_equal_issues_are_one():
    result = checked(grid(PROGRESS, *(("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "почти") for _ in range(20_000))))
    [one] = [issue for issue in result.issues if issue.code == "unknown-choice"]
    assert one.message.endswith("Всего таких ячеек 20000: D2–D20001.")
