"""How a place in a file is written."""

import pytest

from shnor.ui.kit import grids


@pytest.mark.parametrize(("sheet", "cell", "file", "text"), [
    pytest.param("Отчёт", "C2", "отчёт.xlsx", "лист «Отчёт», C2", id="sheet"),
    pytest.param("Таблица 2", "C2", "план.docx", "таблица 2, C2", id="table-of-a-document"),
    pytest.param("Таблица 1", "C2", "Внесено вручную 28.11.2026 16-55-52.csv", "C2", id="typed"),
    pytest.param("Таблица 1", "C2", "Вставлено из письма.txt", "C2", id="pasted"),
    pytest.param("Отчёт", "", "отчёт.xlsx", "лист «Отчёт»", id="whole-sheet"),
    pytest.param("", "", "отчёт.xlsx", "", id="whole-file")])
def test_a_place(sheet, cell, file, text):
    assert grids.place(sheet, cell, file) == text
