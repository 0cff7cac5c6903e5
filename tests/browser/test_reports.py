"""The month's workbook there and back, a mark by hand, a table from a letter: on a copy of the example."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Locator, Page, expect

from shnor.workbooks.month import NOTHING_NEW
from tests.browser import steps

SILENT = "/school?school=Ш09"


@pytest.fixture
def page(server, tab, demo, tmp_path) -> Page:
    base = tmp_path / "copy.duckdb"
    shutil.copy(demo, base)
    return tab(server(database=base), "/upload")


def handed_out(page: Page, folder: Path) -> Path:
    """The workbook of the silent school, as downloaded from its page."""
    steps.go(page, SILENT)
    page.get_by_role("button", name="Другой месяц").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ноябрь 2026").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def filled(path: Path) -> Path:
    """Everything due is done on 18.11.2026, with a document."""
    book = load_workbook(path)
    sheet = book["Месяц"]
    first = next(cell.row for cell in sheet["A"] if cell.value == "№") + 1
    for row in range(first, sheet.max_row + 1):
        if sheet.cell(row, 11).value and sheet.cell(row, 5).value != "предстоит":
            for column, value in {6: "выполнено", 7: date(2026, 11, 18), 9: "справка от 18.11.2026 № 7"}.items():
                sheet.cell(row, column, value)
    book.save(path)
    return path


def without_changes(path: Path) -> Path:
    book = load_workbook(path)
    answer(book["Месяц"]).value = "да"
    book.save(path)
    return path


def answer(sheet: Worksheet) -> Cell:
    """The cell beside «Изменений за месяц нет»."""
    label = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(NOTHING_NEW))
    return sheet.cell(label.row, 3)


def saved_by_libreoffice(path: Path) -> Path:
    folder = path.parent / "saved"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to",
                    "xlsx", "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    return folder / path.name


@pytest.mark.parametrize("save", [
    pytest.param(lambda path: path, id="excel", marks=pytest.mark.nightly),
    pytest.param(saved_by_libreoffice, id="libreoffice", marks=[
        pytest.mark.office, pytest.mark.skipif(not shutil.which("soffice"), reason="нет LibreOffice")])])
def test_the_months_workbook_comes_back_without_a_question(page, tmp_path, save):
    file = save(filled(handed_out(page, tmp_path)))
    told = dropped_and_accepted(page, file)
    expect(told).to_contain_text("Что изменилось в показателях")
    steps.go(page, SILENT)
    expect(page.locator(".shnor-legend")).to_contain_text("нет сведений 0")


@pytest.mark.nightly
def test_no_changes_takes_one_cell(page, tmp_path):
    dropped_and_accepted(page, without_changes(handed_out(page, tmp_path)))


def dropped_and_accepted(page: Page, file: Path) -> Locator:
    steps.go(page, "/upload")
    steps.drop(page, file)
    card = steps.card(page, file.name)
    expect(steps.issues(card)).to_have_count(0)
    steps.picture(page, "upload_month")
    return steps.accept(card)


def test_a_mark_by_hand_goes_the_way_of_a_file(page):
    page.get_by_role("button", name="Внести вручную").click()
    dialog = page.get_by_role("dialog")
    choose(page, "Дорожная карта", "Дорожная карта МБОУ ООШ № 5 на 2026 год")
    choose(page, "Мероприятие", "4.4")
    choose(page, "Состояние", "выполнено")
    dialog.get_by_label("Дата", exact=True).fill("18.11.2026")
    dialog.get_by_label("Документ").fill("справка от 18.11.2026 № 7")
    steps.picture(page, "upload_by_hand")
    dialog.get_by_role("button", name="Проверить").click()
    card = steps.card(page, "Внесено вручную")
    expect(card).to_contain_text("новых записей 1")
    expect(steps.accept(card)).to_contain_text("Что изменилось в показателях")


def choose(page: Page, label: str, option: str) -> None:
    field = page.get_by_role("dialog").get_by_role("combobox", name=label)
    field.click()
    field.fill(option)
    page.get_by_role("option", name=option).first.click()
    expect(field).to_have_value(re.compile(re.escape(option)))
    steps.drawn(page)


def test_a_table_from_a_letter_is_recognised(page):
    page.get_by_role("button", name="Вставить из письма").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Таблица из письма").fill(
        "Дорожная карта\t№\tМесяц отчёта\tСостояние\n"
        "Дорожная карта МБОУ ООШ № 5 на 2026 год\t4.4\tноябрь 2026\tвыполняется\n")
    dialog.get_by_role("button", name="Прочитать").click()
    card = steps.card(page, "Вставлено из письма")
    expect(card).to_contain_text("Выполнение дорожной карты")
    expect(card).to_contain_text("новых записей 1")
