"""Tables that come as text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.files.workbooks.text_tables import read_text

TABLE = (("№", "Школа", "Доля"), ("05", "СОШ № 5", "12,5"), ("6", None, "7"))
SEMICOLONS = "№;Школа;Доля\r\n05;СОШ № 5;12,5\r\n6;;7\r\n"


@pytest.mark.parametrize("data", [
    pytest.param(SEMICOLONS.encode(), id="utf-8"),
    pytest.param(SEMICOLONS.encode("utf-8-sig"), id="utf-8-with-mark"),
    pytest.param(SEMICOLONS.encode("cp1251"), id="cp1251"),
    pytest.param(SEMICOLONS.encode("utf-16"), id="utf-16"),
    pytest.param(SEMICOLONS.replace(";", "\t").encode(), id="pasted-with-tabs"),
    pytest.param('№,Школа,Доля\n05,СОШ № 5,"12,5"\n6,,7'.encode(), id="commas-and-quotes"),
    pytest.param(("sep=;\r\n" + SEMICOLONS).encode(), id="delimiter-announced"),
    pytest.param(("sep=,\r\n" + SEMICOLONS).encode(), id="another-one-announced"),
    pytest.param('sep=;\n№,Школа,Доля\n05,СОШ № 5,"12,5"\n6,,7'.encode(), id="commas-under-semicolon"),
    pytest.param(("sep=;\r\n" + SEMICOLONS.replace(";", "\t")).encode(), id="tabs-under-semicolon"),
])
def test_encoding_and_delimiter_are_found(data: bytes) -> None:
    (grid,) = read_text(data)
    assert (grid.sheet, grid.cells) == ("Таблица 1", TABLE)


@pytest.mark.parametrize(("text", "cells"), [
    pytest.param("\n\na;b\n", ((None, None), (None, None), ("a", "b")), id="empty-lines-keep-addresses"),
    pytest.param("Отчёт\na;b;c\n1;2\n", (("Отчёт", None, None), ("a", "b", "c"), ("1", "2", None)), id="ragged"),
    pytest.param('a;"б\nв"\n', (("a", "б\nв"),), id="line-break-in-a-cell"),
    pytest.param("a;\u00a0b \n", (("a", "\u00a0b "),), id="spaces-stay"),
    pytest.param('a;"б\n1;2\n', (("a", "б\n1;2\n"),), id="quote-never-closed"),
    pytest.param("sep=;\nа, б, в;г\nд, е, ж;з\n", (("а, б, в", "г"), ("д, е, ж", "з")), id="announced-in-doubt"),
    pytest.param("sep=,\nШкола;Адрес\nСОШ;Мира, 5\n", (("Школа", "Адрес"), ("СОШ", "Мира, 5")), id="commas-in-texts"),
])
def test_cells(text: str, cells: tuple) -> None:
    assert read_text(text.encode())[0].cells == cells


@pytest.mark.parametrize("data", [pytest.param(b"\n\n", id="lines"), pytest.param(b"", id="nothing"),
                                  pytest.param(";;\n;;".encode("utf-16"), id="delimiters")])
def test_no_text_is_no_grid(data: bytes) -> None:
    assert read_text(data) == []


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=2, max_size=2), min_size=1))
def test_round_trip(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["№", "Школа"], *rows])
    expected = tuple(tuple(value or None for value in row) for row in [["№", "Школа"], *rows])
    assert read_text(("sep=;\n" + out.getvalue()).encode("utf-8-sig"))[0].cells == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_taken(data: bytes) -> None:
    for grid in read_text(data):
        assert len({len(row) for row in grid.cells}) == 1
