"""A sheet 40 columns wide and 300 rows long opens around its cell, with the heads of its row and its column."""

import pytest

from shnor.datasets import Grid, Places, Spot
from shnor.ui.kit import around

HEAD = ("Школа", "Класс", "Предмет", *(f"Задание {number}" for number in range(1, 38)))
SHEET = Grid("Лист", ((None,) * 40, ("Результаты", *[None] * 39), HEAD,
                      *((f"СОШ № {row}", row % 9, "химия", *range(37)) for row in range(297))))
TABLE = Places("results", "Лист", (3, 3), {"school_id": (Spot("A"),), "grade": (Spot("B"),), "subject": (Spot("C"),)})


@pytest.mark.parametrize(("tables", "labels"), [
    pytest.param([TABLE], [0, 1], id="columns-of-the-key-that-differ"),
    pytest.param([], [0], id="an-old-file-of-which-nothing-is-known"),
])
def test_heads_stand_over_and_beside_the_cell(tables, labels):
    assert around.rows(SHEET, tables, ["AE200"]) == [2, 197, 198, 199, 200, 201]
    assert around.columns(SHEET, tables, ["AE200"]) == [*labels, 29, 30, 31]


def test_one_column_between_two_is_not_left_out():
    assert around.columns(SHEET, [TABLE], ["E5"]) == [0, 1, 2, 3, 4, 5]


def test_without_a_marked_cell_the_whole_sheet_is_shown():
    assert (len(around.rows(SHEET, [TABLE], [])), len(around.columns(SHEET, [TABLE], []))) == (300, 40)
