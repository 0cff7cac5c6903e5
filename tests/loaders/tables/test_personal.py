"""Personal data: what is taken out of a sheet, and what only looks like it."""

from datetime import datetime
from io import BytesIO

import pytest
from docx import Document

from shnor.loaders.check import check
from shnor.loaders.tables.personal import clean, header_of_people, is_snils
from tests.loaders.made import KNOWN, NOBODY, PROGRESS, checked, grid, records, reports, said

STAFF = grid(
    ("№", "ФИО педагога", "Предмет", "Дата рождения", "СНИЛС", "Почта"),
    (1, "Петрова Мария Ивановна", "математика", datetime(1980, 5, 1), "112-233-445 95", None),
    (2, "Сидоров П.Н.", "физика", datetime(1975, 1, 9), "123-456-789 01", None),
    (3, "Кузнецова Анна Сергеевна", "химия", datetime(1990, 7, 30), 11_223_344_595.0, None))


def texts(result) -> str:
    return repr([item.cells for item in result.grids]) + repr([batch.table.to_pylist() for batch in result.batches])


def test_a_list_of_people_is_refused_and_leaves_no_trace():
    result = checked(STAFF, known=NOBODY)
    assert result.dropped == ("ФИО педагога", "Дата рождения", "СНИЛС")
    assert said(result) == [("", "foreign-shape"), ("B1", "personal-column"), ("D1", "personal-column"),
                            ("E1", "personal-column")]
    assert not result.acceptable
    assert result.grids[0].cells == (("Не взято: список работников с датами рождения.",),)


def test_a_label_above_a_report_is_no_header_of_a_column():
    row = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется")
    result = checked(grid(("ФИО исполнителя", "Сидоров П.Н."), (), PROGRESS, row))
    assert (said(result), records(result, "number")) == ([("B1", "personal-text")], [("1.1",)])


def test_columns_without_a_telling_header():
    result = clean(grid(("кто", "когда", "код"), *((row[1], row[3], row[4]) for row in STAFF.cells[1:])))
    assert set(result.what) == {"имена людей", "даты рождения", "СНИЛС"}
    assert all(value is None for row in result.grid.cells[1:] for value in row)


def test_a_snils_a_sheet_has_turned_into_a_number_without_its_first_nought():
    codes = (2_233_445_505.0, 3_344_556_641.0, 1_000_000_008.0)
    result = clean(grid(("№", "код", "класс"), *((number, code, 5) for number, code in enumerate(codes, start=1))))
    assert (result.what, [row[1] for row in result.grid.cells]) == (("СНИЛС",), ["код", None, None, None])


def test_a_personal_column_beside_a_report():
    row = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется", None, None, None, None, "Петрова Мария Ивановна")
    result = checked(grid((*PROGRESS, "ФИО учителя"), row))
    assert (said(result), result.acceptable) == ([("I1", "personal-column")], True)
    assert "Петрова" not in texts(result)


@pytest.mark.parametrize(("text", "masked"), [
    ("провела Иванова И.И.", "провела [ФИО]"),
    ("рассказывает Иванова И.И.", "рассказывает [ФИО]"),
    ("отв. И. И. Иванов, завуч", "отв. [ФИО], завуч"),
    ("Иванова Мария Петровна", "[ФИО]"),
    ("поручено Ивановой Марии Петровне", "поручено [ФИО]"),
    ("Мария Петровна, завуч", "[ФИО], завуч"),
    ("СНИЛС 112-233-445 95", "СНИЛС [СНИЛС]"),
    ("личный номер 11223344595", "личный номер [СНИЛС]"),
    ("паспорт 03 04 № 123456", "[паспорт]"),
    ("ученик 12.05.2012 г.р.", "ученик [дата рождения] г.р."),
])
def test_personal_data_inside_a_text(text, masked):
    result = reports(("1.1", "выполняется", None, None, None, text))
    assert (said(result), records(result, "note")) == ([("H2", "personal-text")], [(masked,)])
    assert result.grids[0].at(1, 7) == masked
    assert text not in repr(result.issues)


@pytest.mark.parametrize("text", [
    "УО, ИМО", "ИМО, муниципальные тьюторы", "УО, ИМО, ОО", "МБОУ СОШ № 1 им. А.С. Пушкина", "рассказы Шукшина В. М.",
    "школа имени Героя Советского Союза В. П. Сергеева", "И.О. Директора", "и.о. директора школы",
    "г.-к. Кисловодск", "Средней Основной школы", "Нижняя Деревня", "справка от 19.11.2026 № 7",
    "Программа повышения квалификации СКИРО ПК и ПРО", "Взаимопосещение уроков математики",
    "приказ от 12.05.2012 № 123-456-789", "Публичный Отчёт Частичной Занятости",
])
def test_what_only_looks_personal(text):
    assert clean(grid(("Ответственный", text))).issues == ()


@pytest.mark.parametrize(("header", "personal"), [
    ("Ф.И.О.", True), ("ФИО педагога", True), ("Фамилия, имя, отчество", True), ("Дата рождения", True),
    ("СНИЛС", True), ("Паспорт: серия, номер", True), ("Имя", True), ("Наименование", False), ("Ответственный", False),
    ("Паспорт школы", False), ("Дата", False), ("Именование", False), ("Имя школы", False),
])
def test_headers(header, personal):
    assert bool(header_of_people(header)) is personal


@pytest.mark.parametrize(("text", "right"), [
    ("112-233-445 95", True), ("11223344595", True), ("112-233-445 94", False), ("89181234567", False),
    ("1122", False)])
def test_the_check_digits_of_a_snils(text, right):
    assert is_snils(text) is right


@pytest.mark.parametrize(("heading", "masked"), [
    ("Список подготовила Иванова И.И.\nна 2026 год", "Список подготовила [ФИО]\nна 2026 год"),
    ("СНИЛС 112-233-445 95", "СНИЛС [СНИЛС]"),
    ("МБОУ ООШ № 5 на 20.09.2026", "МБОУ ООШ № 5 на 20.09.2026"),
])
def test_personal_data_above_a_table_of_a_document(heading, masked):
    assert clean(grid(("Предмет", "Всего"), ("химия", 2), heading=heading)).grid.heading == masked


def test_a_name_above_a_word_table_reaches_nothing_that_is_kept():
    document = Document()
    document.add_paragraph("Педагоги МБОУ ООШ № 5 на 20.09.2026, составила Петрова Мария Ивановна")
    table = document.add_table(2, 2)
    for row, texts_of_row in zip(table.rows, (("Предмет", "Всего"), ("химия", "2")), strict=True):
        for cell, text in zip(row.cells, texts_of_row, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    result = check("Педагоги.docx", stream.getvalue(), KNOWN)
    assert records(result, "school_id", "subject", "people") == [("Ш05", "химия", 2)]
    assert "Петрова" not in texts(result) + repr(result)


def test_an_answer_with_a_name_is_masked_too():
    result = reports(("1.1", "выполняется"), answers={("Лист1", "H2"): "сделала Иванова И.И."})
    assert records(result, "note") == [("сделала [ФИО]",)]
