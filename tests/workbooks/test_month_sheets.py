"""The sheets beside «Месяц»: what a school gets, and that a free office keeps it."""

import re
import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from shnor.loaders.check import check
from shnor.workbooks.month_sheets import marks_to_fill
from tests.loaders.workbooks import CLASSES, DONE, KNOWN_PLAN, filled, handed_out, rows, without_a_term

TITLES = ["Месяц", "Педагоги", "Что провели", "Вопрос центру", "Итоги"]
EVERYTHING = DONE | {("Педагоги", "C8"): 3, ("Педагоги", "D8"): 1, ("Что провели", "A7"): "18.11.2026",
                     ("Что провели", "B7"): "семинар", ("Вопрос центру", "A7"): "тьютор", ("Итоги", "C12"): 3,
                     ("Итоги", "D12"): 1, ("Итоги", "E12"): 2, ("Итоги", "F12"): 0, ("Итоги", "G12"): 0}


def book(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def lines(data: bytes, title: str) -> list[tuple]:
    return [row for row in book(data)[title].iter_rows(values_only=True) if any(row)]


def test_every_sheet_carries_its_code_school_and_month():
    sheets = book(handed_out())
    assert sheets.sheetnames == TITLES
    for number, sheet in enumerate(sheets, start=1):
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert [text for text in cells if re.fullmatch(rf"Форма М-{number} · 2026-11 · Ш05 · [0-9A-F]{{4}}", text)]
        beside = {row[0].value: row[1].value for row in sheet.iter_rows(max_row=11)}
        assert (beside["Школа"], beside["Месяц"]) == ("МБОУ ООШ № 5", "ноябрь 2026")


@pytest.mark.parametrize("title", TITLES)
def test_nothing_the_file_depends_on(title):
    sheet = book(handed_out())[title]
    assert sheet.sheet_state == "visible"
    assert not sheet.merged_cells.ranges
    assert not sheet.protection.sheet
    assert not list(sheet.conditional_formatting)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_area
    assert all(rule.formula1.startswith('"') for rule in sheet.data_validations.dataValidation)


def test_teachers_as_they_were():
    table = lines(handed_out(), "Педагоги")[5:]
    assert table[0] == ("Предмет или должность", "Всего в прошлом месяце, чел.", "Всего сейчас",
                        "Завершили курсы за месяц, чел.", "Удостоверений", "Программа", "Часов", "Организация",
                        "По выявленному дефициту, да/нет", "Вакансии")
    assert [row[:3] for row in table[1:]] == [("русский язык", 2, None), ("математика", 3, None), ("директор", 1, None)]


def test_marks_of_a_term():
    table = lines(handed_out(), "Итоги")
    assert [row[:2] for row in table[3:9]] == [
        ("Школа", "МБОУ ООШ № 5"), ("Месяц", "ноябрь 2026"), ("Процедура", "Отметки за четверть"),
        ("Учебный год", "2026/27"), ("Период", "I четверть"), ("Срок возврата", datetime(2026, 11, 12))]
    assert table[9:] == [("Класс", "Предмет", "Обучающихся", "«5»", "«4»", "«3»", "«2»", "Не аттестовано",
                          "Освобождено"), (5, "русский язык", *[None] * 7), (5, "математика", *[None] * 7)]


def test_no_term_no_sheet_of_marks():
    assert book(handed_out(without_a_term())).sheetnames == TITLES[:-1]


def test_lists_stand_inside_the_rule():
    rules = {str(rule.sqref): rule.formula1 for sheet in book(handed_out()).worksheets[1:]
             for rule in sheet.data_validations.dataValidation}
    assert rules == {
        "I8:I13": '"да,нет"',
        "B7:B14": '"семинар,вебинар,консультация,мастер-класс,открытый урок,педсовет,заседание,выезд,'
                  'родительское собрание"',
        "D7:D14": '"школа,наставник,тьютор,куратор,центр"'}


def test_without_known_teachers_lines_are_left_to_fill():
    sheet = book(handed_out(staff=()))["Педагоги"]
    assert sheet.max_row - 7 == 8
    assert sheet["A8"].value is None


def test_cells_of_marks():
    assert (marks_to_fill(CLASSES), marks_to_fill(())) == (10, 0)


def offered(data: bytes) -> dict[tuple[str, str], str]:
    """(sheet, cells) → what the drop-down offers there."""
    return {(sheet.title, str(rule.sqref)): rule.formula1 for sheet in book(data)
            for rule in sheet.data_validations.dataValidation}


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_filled_workbook_saved_by_libreoffice_reads_the_same_and_offers_the_same(tmp_path: Path):
    ours = filled(handed_out(), EVERYTHING)
    (tmp_path / "отчёт.xlsx").write_bytes(ours)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
                    "--convert-to", "xlsx", "--outdir", tmp_path / "again", tmp_path / "отчёт.xlsx"],
                   check=True, capture_output=True, timeout=120)
    theirs = (tmp_path / "again" / "отчёт.xlsx").read_bytes()
    assert offered(theirs) == offered(ours)
    sent, again = (check("отчёт.xlsx", data, KNOWN_PLAN) for data in (ours, theirs))
    assert again.issues == sent.issues == ()
    assert [batch.kind for batch in again.batches] == ["progress", "courses", "staff", "events", "requests", "results"]
    assert all(mine.table.equals(other.table) for mine, other in zip(sent.batches, again.batches, strict=True))
    assert rows(again, "staff", "people") == [(3,), (3,), (1,)]
