"""The same faults in other formats: CSV and Word, where every number is a text and a merged cell is repeated."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from shnor.loaders.check import check
from shnor.loaders.types import Known, School
from tests.loaders.made import TODAY, records

SCHOOLS = (School("Ш03", "МБОУ СОШ № 3", 3), School("Ш05", "МБОУ ООШ № 5", 5), School("Ш09", "МБОУ ООШ № 9", 9))
KNOWN = Known(TODAY, SCHOOLS)
FIVE, NINE = "МБОУ ООШ № 5", "МБОУ ООШ № 9"
COURSES = ("Школа", "Когда", "Предмет", "Программа", "Часов", "Человек", "Удостоверений")
OCTOBER = "октябрь 2026"
MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


def csv(*rows: tuple, above: str = "") -> tuple[str, bytes]:
    lines = [above] if above else []
    quoted = ['"' + str(value).replace('"', '""') + '"' if value is not None else "" for row in rows for value in row]
    width = iter(quoted)
    lines += [";".join(next(width) for _ in row) for row in rows]
    return "таблица.csv", "\r\n".join(lines).encode("cp1251", "replace")


def docx(*rows: tuple, above: str = "", merged: tuple = ()) -> tuple[str, bytes]:
    document = Document()
    if above:
        document.add_paragraph(above)
    table = document.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            table.cell(number, place).text = "" if value is None else str(value)
    for first, last, column in merged:
        table.cell(first, column).merge(table.cell(last, column))
    stream = BytesIO()
    document.save(stream)
    return "таблица.docx", stream.getvalue()


FORMATS = pytest.mark.parametrize("made", [pytest.param(csv, id="csv"), pytest.param(docx, id="docx")])


def taken(file: tuple[str, bytes], *names: str) -> tuple[list[str], list[tuple]]:
    result = check(*file, KNOWN)
    return [issue.code for issue in result.issues], records(result, *names)


@FORMATS
def test_marks_under_months(made):
    rows = [("№", "Мероприятие", *MONTHS), ("1.1", "Семинар", *(None, None, "+", "+"), *[None] * 8),
            ("1.2", "Совет", *[None] * 11, "+")]
    codes, found = taken(made(*rows, above="Дорожная карта на 2026 год"), "number", "deadline", "deadline_end")
    assert (codes, found) == ([], [("1.1", "март–апрель 2026", date(2026, 4, 30)),
                                   ("1.2", "декабрь 2026", date(2026, 12, 31))])


@FORMATS
def test_a_sum_without_a_name(made):
    rows = [("№", "Школа", "Писали", "5", "4", "3", "2"), (1, "МБОУ СОШ № 3", 30, 5, 10, 10, 5),
            (2, FIVE, 10, 1, 3, 4, 2), (None, None, 40, 6, 13, 14, 7)]
    codes, found = taken(made(*rows, above="Результаты ВПР 2026, математика, 5 класс"), "school_id", "participants")
    assert (codes, found) == (["sum-left"], [("Ш03", 30), ("Ш05", 10)])


@FORMATS
def test_a_whole_and_its_parts(made):
    rows = [COURSES, (FIVE, OCTOBER, "Все предметы", "А", 36, 5, 5),
            (FIVE, OCTOBER, "из них: математика", "А", 36, 2, 2), (FIVE, OCTOBER, "физика", "А", 36, 3, 3)]
    assert taken(made(*rows), "subject", "people") == (["whole-left"], [("математика", 2), ("физика", 3)])


@FORMATS
def test_pages_totals_and_ditto(made):
    rows = [COURSES, (FIVE, OCTOBER, "физика", "А", 36, 1, 1), ("Продолжение таблицы 1", *[None] * 6), COURSES,
            ("- // -", "то же", "химия", "Б", 36, 2, 2), ("Итого по школе", *[None] * 4, 3, 3)]
    codes, found = taken(made(*rows), "school_id", "period", "people")
    assert (sorted(codes), found) == (["ditto", "ditto", "totals-left"], [("Ш05", "2026-10", 1), ("Ш05", "2026-10", 2)])


@FORMATS
def test_a_tenth_number_and_numbers_in_words(made):
    rows = [("Школа", "Месяц", "№", "Состояние", "Факт"),
            *((FIVE, "ноябрь 2026", f"1.{last}", "вып.", "пять") for last in range(1, 10)),
            (FIVE, "ноябрь 2026", "1.1", "да", "~3"), (FIVE, "ноябрь 2026", "1.11", "+", "0")]
    known = Known(TODAY, SCHOOLS, {"План": ("Ш05", {"2026": frozenset({f"1.{last}" for last in range(1, 12)})})})
    result = check(*made(*rows), known)
    assert [number for number, in records(result, "number")] == [f"1.{last}" for last in range(1, 12)]
    assert [value for value, in records(result, "done_value")] == [5.0] * 9 + [None, 0.0]
    assert {issue.code for issue in result.issues} == {"tenth", "number-doubt", "done-without-date"}


def test_a_school_merged_down_in_word():
    rows = [COURSES, (FIVE, OCTOBER, "физика", "А", 36, 1, 1), (None, OCTOBER, "химия", "Б", 36, 2, 2),
            (NINE, OCTOBER, "химия", "Б", 36, 2, 2)]
    codes, found = taken(docx(*rows, merged=((1, 2, 0),)), "school_id", "people")
    assert (codes, found) == ([], [("Ш05", 1), ("Ш05", 2), ("Ш09", 2)])
