"""The first hour of a new centre: from an empty base to the first own figure, without a template."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser import steps

SCHOOLS = ("МАОУ гимназия № 1", "МБОУ СОШ № 2", "МБОУ-СОШ №3", "МБОУ СОШ № 4 «Северная»", "МБОУ ООШ № 5",
           "МБОУ СОШ № 7", "МБОУ СОШ № 8", "МБОУ – ООШ №9", "МАОУ СОШ № 11", "МБОУ ООШ № 12")
INDICATORS = ("Качество знаний, %", "Успеваемость, %", "Обучающихся, чел.", "Педагогов, чел.", "Средний балл ОГЭ",
              "Доля отметок «2» на ВПР, %")
YEARS = (2023, 2024, 2025)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A letter with the list in numbered lines, without any table."""
    document = Document()
    document.add_paragraph("Список общеобразовательных организаций округа")
    for number, name in enumerate(SCHOOLS, 1):
        document.add_paragraph(f"{number}. {name}, с. Красное, ул. Мира, {number}")
    path = tmp_path / "Школы округа.docx"
    document.save(path)
    return path


@pytest.fixture
def excel(tmp_path: Path) -> Path:
    """10 schools × 6 indicators × 3 years under merged headings, with totals and a dash in every row."""
    workbook = Workbook()
    sheet = workbook.active
    sheet["A1"] = "Свод показателей школ за 2023–2025 годы"
    sheet.cell(2, 1, "№ п/п")
    sheet.cell(2, 2, "Наименование ОО")
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    for place, indicator in enumerate(INDICATORS):
        first = 3 + 3 * place
        sheet.cell(2, first, indicator)
        sheet.merge_cells(start_row=2, end_row=2, start_column=first, end_column=first + 2)
        for shift, year in enumerate(YEARS):
            sheet.cell(3, first + shift, year)
    for row, name in enumerate(SCHOOLS, 4):
        values = [40.5 + row, 99, 50 * row, 3 * row, 3.6, "18,2%"]
        cells = [value for value in values for _ in YEARS]
        cells[-1] = "-"
        sheet.append([row - 3, name, *cells])
    sheet.append([None, "Итого", *[1] * 18])
    stream = BytesIO()
    workbook.save(stream)
    path = tmp_path / "Свод.xlsx"
    path.write_bytes(stream.getvalue())
    return path


def test_from_an_empty_base_to_the_first_own_figure(server, tab, word, excel):
    page = tab(server())
    page.get_by_role("button", name="Начать с моими школами").click()
    page.wait_for_url("**/setup")
    municipality(page)
    page.get_by_role("link", name="Перейти к приёму отчётов").click()
    page.wait_for_url("**/upload")
    register(page, word)
    first_figure(page, excel)
    on_pages(page)


def municipality(page: Page) -> None:
    page.get_by_label("Название муниципалитета").fill("Приозёрный муниципальный округ")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Родительный")).to_have_value("Приозёрного муниципального округа")
    seen(page, "first_municipality")
    page.get_by_role("button", name="Сохранить и дальше").click()
    expect(page.get_by_role("heading", name="2. Центр")).to_be_visible()
    expect(page.get_by_text("Мониторинг ШНОР · Приозёрный муниципальный округ")).to_be_visible()


def register(page: Page, word: Path) -> None:
    """The list in Word becomes the register after a look."""
    steps.drop(page, word)
    card = steps.card(page, word.name)
    expect(card).to_contain_text("похоже на список школ")
    expect(card).to_contain_text("Узнано школ: 10, новых 10")
    seen(page, "first_register")
    card.get_by_role("button", name="Принять список: 10 школ").click()
    expect(page.locator(".st-key-shnor_accepted")).to_contain_text("Принято: «Школы округа.docx, проверен")


def first_figure(page: Page, excel: Path) -> None:
    """The centre's own table goes in with no question; its values stand on the same page."""
    steps.drop(page, excel)
    card = steps.card(page, excel.name)
    expect(card).to_contain_text("вопросов нет")
    expect(steps.issues(card)).to_have_count(0)
    expect(card).to_contain_text("новых записей 170")
    own = steps.accept(card)
    expect(own).to_contain_text("Внесено сводом")
    expect(own.get_by_role("row").filter(has_text="МБОУ ООШ № 5")).to_contain_text("48,5\u00a0%")
    seen(page, "first_figure")


def on_pages(page: Page) -> None:
    """The value leads to its cell."""
    steps.go(page, "/summary")
    expect(page.get_by_role("table")).to_contain_text("48,5\u00a0%")
    seen(page, "summary")
    page.get_by_role("table").get_by_role("link", name="48,5\u00a0%").first.click()
    page.wait_for_url("**/source?*")
    expect(page.locator(".shnor-cellhit").first).to_contain_text("48,5")


def seen(page: Page, name: str) -> None:
    steps.drawn(page)
    assert steps.not_plain(page) + steps.cut_off(page) == []
    steps.picture(page, name)
