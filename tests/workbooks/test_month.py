"""The month's workbook: what a school gets, read back cell by cell."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from shnor.workbooks.month import MonthHead, MonthRow, cells_to_fill, form_code, month_workbook

HEAD = MonthHead("Ш05", "МБОУ ООШ № 5", date(2026, 11, 1), date(2026, 11, 25),
                 ("Дорожная карта МБОУ ООШ № 5 на 2026 год",))
DUE = MonthRow(1, "2.4", "Взаимопосещение уроков", "ноябрь 2026", "не менее 2", "1 (октябрь)", "2026", 1)
NEXT = MonthRow(1, "3.10", "Пробная работа", "до 15.12.2026", "", "", "2026", 2, ahead=True)
HEADER = ("№", "Мероприятие", "Срок (как в документе)", "План", "Отмечено ранее", "Состояние", "Дата",
          "Сделано за месяц, число", "Документ (вид, №, дата или ссылка)", "Пояснение школы", "Код строки")


def sheet_of(data: bytes):
    return load_workbook(BytesIO(data))["Месяц"]


def values(data: bytes) -> list[tuple]:
    return [row for row in sheet_of(data).iter_rows(values_only=True) if any(row)]


def test_head_and_table():
    rows = values(month_workbook(HEAD, [DUE, NEXT]))
    assert [row[:2] for row in rows[2:9]] == [
        ("Школа", "МБОУ ООШ № 5"), ("Месяц", "ноябрь 2026"), ("Срок возврата", datetime(2026, 11, 25)),
        ("Заполнил (должность)", None), ("Изменений за месяц нет", None),
        ("Дорожная карта 1", "Дорожная карта МБОУ ООШ № 5 на 2026 год"),
        ("Листы отчёта", "Месяц, Педагоги, Что провели, Вопрос центру")]
    assert rows[9:] == [
        HEADER,
        ("2.4", "Взаимопосещение уроков", "ноябрь 2026", "не менее 2", "1 (октябрь)", *[None] * 5, "1·2026·1"),
        ("3.10", "Пробная работа", "до 15.12.2026", None, "предстоит", *[None] * 5, "1·2026·2")]


def test_form_code_stands_in_a_cell():
    code = form_code(HEAD, [DUE])
    assert code.startswith("Форма М-1 · 2026-11 · Ш05 · ")
    assert code in values(month_workbook(HEAD, [DUE]))[0]


def test_code_changes_with_the_rows_handed_out():
    assert form_code(HEAD, [DUE]) != form_code(HEAD, [DUE, NEXT])


def test_lists_stand_inside_the_rule():
    rules = sheet_of(month_workbook(HEAD, [DUE, NEXT])).data_validations.dataValidation
    assert {str(rule.sqref): rule.formula1 for rule in rules} == {
        "B7": '"да"', "F12:F13": '"выполнено,выполняется,не выполнено,перенесено"'}


def test_nothing_the_file_depends_on():
    sheet = sheet_of(month_workbook(HEAD, [DUE, NEXT]))
    assert not sheet.merged_cells.ranges
    assert not sheet.protection.sheet
    assert not list(sheet.conditional_formatting)
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.freeze_panes) == ("landscape", "$11:$11", "A12")
    names = ZipFile(BytesIO(month_workbook(HEAD, [DUE]))).namelist()
    assert not [name for name in names if "vba" in name.lower()]


def test_a_long_activity_gets_a_higher_row():
    long = MonthRow(1, "1.1", "Организация консультаций для обучающихся " * 6, "в течение года", "", "", "2026", 1)
    heights = sheet_of(month_workbook(HEAD, [DUE, long])).row_dimensions
    assert heights[13].height > 2 * heights[12].height


@pytest.mark.parametrize(("rows", "cells"), [
    pytest.param([], 0, id="nothing-due"),
    pytest.param([DUE], 4, id="state-date-number-document"),
    pytest.param([DUE, NEXT], 4, id="ahead-asks-nothing"),
    pytest.param([MonthRow(1, "1.1", "Педсовет", "ноябрь", "", "", "2026", 1)], 3, id="no-number-planned"),
])
def test_cells_to_fill(rows, cells):
    assert cells_to_fill(rows) == cells


def test_same_rows_same_bytes_without_a_name():
    data = month_workbook(HEAD, [DUE])
    assert data == month_workbook(HEAD, [DUE])
    assert not load_workbook(BytesIO(data)).properties.creator
