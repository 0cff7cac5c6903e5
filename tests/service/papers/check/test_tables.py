"""Numbers of tables: a school and an indicator by the heads, in either direction; what has no heads is counted."""

import io

import pytest
from docx import Document

from sample_data import make
from shnor.service.papers.check.check import build
from shnor.service.papers.check.found import Checked

THIRD, FIFTH = "МБОУ СОШ № 3", "МБОУ ООШ № 5"
"""17 and 5 certificates of 13 and 4 people, 31 and 13 teachers."""


def checked(view, *rows: tuple[str, ...], caption: str = "Таблица") -> Checked:
    document = Document()
    document.add_paragraph("Справка об итогах сопровождения школ в 2026 году")
    document.add_paragraph(caption)
    table = document.add_table(len(rows), len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    document.save(raw := io.BytesIO())
    return build(view, "справка.docx", raw.getvalue(), day=make.DAY)


def told(checked: Checked, verdict: str) -> list[str]:
    return [one.sentence for one in checked.findings if one.verdict == verdict and one.metric]


@pytest.mark.parametrize("rows", [
    pytest.param((("№ п/п", "Школа", "Удостоверений", "Завершили курсы, чел."), ("1", THIRD, "17", "12"),
                  ("2", FIFTH, "5", "4")), id="schools-down"),
    pytest.param((("Показатель", THIRD, FIFTH), ("Удостоверений", "17", "5"), ("Завершили курсы, чел.", "12", "4")),
                 id="schools-across"),
])
def test_a_school_and_an_indicator(example_view, rows):
    found = checked(example_view, *rows)
    assert [(one.reason, one.said, one.metric, one.told.replace("\u00a0", " ")) for one in found.of("differs")] == [
        ("wrong-count", "12", "course_people", "13 педагогов, МБОУ СОШ № 3")]
    assert (len(told(found, "agrees")), found.cells) == (3, 0)


def test_an_indicator_and_its_number(example_view):
    found = checked(example_view, ("Показатель", "Число"), ("Педагогов прошли КПК", "53"),
                    ("Выдано удостоверений", "67"), ("Вебинаров", "4"), ("Компьютеров", "77"))
    assert told(found, "differs") == ["Выдано удостоверений; Число: 67"]
    assert told(found, "agrees") == ["Педагогов прошли КПК; Число: 53", "Вебинаров; Число: 4"]
    assert found.cells == 1


def test_plans_and_what_was_held(example_view):
    found = checked(example_view, ("Вид", "План", "Проведено"), ("Вебинары", "5", "4"), ("Консультации", "40", "47"))
    assert told(found, "differs") == ["Консультации; Проведено: 47"]
    assert len(told(found, "agrees")) == 3


@pytest.mark.parametrize(("caption", "head"), [
    pytest.param("За III квартал", "Удостоверений", id="a-part-of-the-year"),
    pytest.param("Таблица", "Удостоверений по химии", id="of-one-subject"),
    pytest.param("Таблица", "Удостоверений, план", id="a-plan-the-base-has-not"),
])
def test_what_is_told_of_something_else_does_not_differ(example_view, caption, head):
    assert checked(example_view, ("Школа", head), (FIFTH, "77"), caption=caption).of("differs") == ()


@pytest.mark.parametrize(("caption", "head"), [
    pytest.param("Данные за 2025 год", "Удостоверений", id="above-the-table"),
    pytest.param("Таблица", "Удостоверений в 2025 году", id="in-the-head"),
])
def test_a_year_that_is_named(example_view, caption, head):
    """3 certificates in 2025, 5 in 2026."""
    found = checked(example_view, ("Школа", head), (FIFTH, "3"), caption=caption)
    assert [one.told.replace("\u00a0", " ") for one in found.of("agrees") if one.metric] == [
        "3 удостоверения, МБОУ ООШ № 5"]


@pytest.mark.parametrize(("rows", "cells"), [
    pytest.param((("3", "4"), ("5", "6")), 4, id="no-heads"),
    pytest.param((("Школа", "Удостоверений"), ("МБОУ СОШ № 99", "8")), 1, id="a-school-nobody-has"),
    pytest.param((("Школа", "Столов"), (THIRD, "8")), 1, id="what-the-base-does-not-count"),
])
def test_what_has_no_readable_heads_is_counted(example_view, rows, cells):
    found = checked(example_view, *rows)
    assert (found.cells, told(found, "differs"), told(found, "agrees")) == (cells, [], [])


def test_two_rows_of_heads_and_the_numbers_of_columns(example_view):
    found = checked(example_view, ("Школа", "Курсы", ""), ("", "Удостоверений", "Педагогов"), ("1", "2", "3"),
                    (THIRD, "17", "13"))
    assert told(found, "agrees") == [f"{THIRD}; Курсы, Удостоверений: 17", f"{THIRD}; Курсы, Педагогов: 13"]
