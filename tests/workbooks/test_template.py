"""The template says what the declaration says, for every kind."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from shnor.datasets import KINDS, Column, Kind
from shnor.workbooks.template import HINTS, number_format, template

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def opened(kind: Kind):
    return load_workbook(BytesIO(template(kind)))


@every_kind
def test_header_is_the_only_row(kind):
    rows = list(opened(kind)[kind.sheet].iter_rows(values_only=True))
    assert rows == [tuple(column.title for column in kind.typed)]


@every_kind
def test_drop_downs_are_the_declared_choices(kind):
    sheet = opened(kind)[kind.sheet]
    header = {cell.column_letter: cell.value for cell in sheet[1]}
    lists = {header[str(rule.sqref)[0]]: rule.formula1.strip('"').split(",")
             for rule in sheet.data_validations.dataValidation}
    assert lists == {column.title: list(column.choices.values()) for column in kind.typed if column.choices}


@every_kind
def test_hints_name_every_column(kind):
    head, _, header, *rows = opened(kind)[HINTS].iter_rows(values_only=True)
    assert kind.row in head[0]
    assert header == ("Столбец", "Что писать", "Обязательно", "Что допустимо", "Пример")
    assert [(row[0], row[1], row[2] == "да") for row in rows] == [
        (column.title, column.description, column.required) for column in kind.typed]


@every_kind
def test_hints_show_words_of_constraints_and_example(kind):
    _, _, _, *rows = opened(kind)[HINTS].iter_rows(values_only=True)
    for column, row in zip(kind.typed, rows, strict=True):
        assert all(constraint.text in row[3] for constraint in column.constraints)
        assert (row[4] or "") == ("" if column.example is None else str(column.example))


@pytest.mark.parametrize(("column", "expected"), [
    pytest.param({"type": "text", "example": "1.10"}, "@", id="number-of-activity"),
    pytest.param({"type": "text", "example": "справка"}, "General", id="words"),
    pytest.param({"type": "month", "example": "ноябрь 2026"}, "@", id="month"),
    pytest.param({"type": "date"}, "DD.MM.YYYY", id="date"),
    pytest.param({"type": "whole", "example": 5}, "0", id="whole"),
    pytest.param({"type": "number", "example": 5}, "General", id="number"),
])
def test_what_a_spreadsheet_would_turn_is_kept_as_text(column, expected):
    assert number_format(Column(name="x", title="X", description="", **column)) == expected


def test_same_declaration_same_bytes():
    assert template(KINDS["roadmap"]) == template(KINDS["roadmap"])
