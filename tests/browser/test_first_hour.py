"""The first hour of a new centre: from an empty base to the first own figure, without a template."""

import re
import shutil
import time
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from shnor.service import bases
from shnor.service.centre.setup import QUESTIONS
from shnor.service.intake import drop, lists, manual
from tests.actors import COORDINATOR
from tests.browser import steps
from tests.clock import noon
from tests.words import wrong_words

DAY = date(2026, 11, 27)
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
    expect(page.locator(".shnor-place")).to_have_text("Приозёрный муниципальный округ")


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
    expect(steps.issues(card)).to_have_count(1)
    expect(steps.issues(card)).to_contain_text("Итого")  # the total is set aside by name
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
    assert steps.not_plain(page) + steps.cut_off(page) + wrong_words(steps.visible_text(page)) == []
    steps.picture(page, name)


def test_the_list_of_an_order_says_who_enters_leaves_and_stays(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    with_register(base)
    page = tab(server(database=base), "/setup")
    listed(page, "Приказ министерства от 20.11.2025 № 212 на 2026 год\nМБОУ СОШ № 3\nМБОУ ООШ № 5")
    listed(page, "Приказ министерства от 20.11.2026 № 118 на 2027 год\nМБОУ ООШ № 5\nМБОУ СОШ № 8",
           "Входит 1\u00a0школа: МБОУ СОШ № 8.", "Выходит 1\u00a0школа: МБОУ СОШ № 3.",
           "Остаётся 1\u00a0школа: МБОУ ООШ № 5.")
    for day, school, said in (("2026-12-31", "Ш03", "по 31.12.2026"), ("2027-01-01", "Ш08", "с 01.01.2027")):
        steps.go(page, f"/school?school={school}&day={day}")
        expect(page.get_by_role("listitem").filter(has_text="ШНОР: с").last).to_contain_text(said)


def with_register(base: Path) -> None:
    """A base with the ten schools, made by the same loader."""
    store = bases.open_base(base, now=noon)
    with store.view() as view:
        rows = lists.register_rows(lists.register_of("\n".join(SCHOOLS), view).rows)
    drop.accept_all(store, drop.review(store, [manual.rows("schools", rows, "Список школ")], DAY), by=COORDINATOR)
    store.close()


def listed(page: Page, text: str, *said: str) -> None:
    """Question 4: the order's list is pasted, told in words and accepted."""
    page.get_by_text("4. Кто в перечне").first.click()
    expect(page.get_by_role("heading", name="4. Кто в перечне")).to_be_visible()
    page.get_by_role("textbox", name="Перечень из приказа").fill(text)
    page.get_by_role("button", name="Прочитать").click()
    expect(page.get_by_role("textbox", name="Каким документом утверждён")).to_have_value(text.split(" на ")[0])
    for line in said:
        expect(page.get_by_role("listitem").filter(has_text=line)).to_be_visible()
    seen(page, f"first_list_{len(said)}")
    page.get_by_role("button", name="Принять перечень").click()
    expect(page.get_by_role("heading", name="5. С ФИО или без")).to_be_visible()


@pytest.mark.parametrize("width", [pytest.param(1366, marks=pytest.mark.nightly), 390])
def test_every_question_fits_and_speaks_plain_russian(server, tab, width):
    page = tab(server(), width=width)
    page.get_by_role("button", name="Начать с моими школами").click()
    page.wait_for_url("**/setup")
    for number, title in enumerate(QUESTIONS.values(), 1):
        page.get_by_text(f"{number}. {title}").first.click()
        expect(page.get_by_role("heading", name=f"{number}. {title}")).to_be_visible()
        seen(page, f"question_{number}_{width}")
    steps.go(page, "/summary")
    expect(page.get_by_text("Свода прошлых лет ещё нет")).to_be_visible()
    seen(page, f"summary_empty_{width}")


def test_an_event_of_the_centre_is_entered_within_half_a_minute(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    with_register(base)
    page = tab(server(database=base), "/upload")
    started = time.monotonic()
    page.get_by_role("button", name="Внести вручную").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Тема").fill("Подготовка к ВПР")
    dialog.get_by_label("Для кого").fill("учителя математики")
    dialog.get_by_label("Участников").fill("14")
    schools = dialog.get_by_role("combobox", name="Школы")
    schools.click()
    schools.fill("ООШ № 5")
    page.get_by_role("option", name="МБОУ ООШ № 5").first.click()
    page.keyboard.press("Tab")
    dialog.get_by_role("button", name="Проверить").click()
    card = steps.card(page, "Внесено вручную")
    expect(card).to_contain_text("новых записей 1")
    steps.accept(card)
    assert time.monotonic() - started < 30
    steps.go(page, "/support")
    expect(page.get_by_text("семинар").first).to_be_visible()


def test_a_copy_goes_to_the_folder_named_in_question_seven(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    with_register(base)
    page = tab(server(database=base), "/setup")
    page.get_by_text("7. Копии").first.click()
    page.get_by_role("textbox", name="Папка для копий").fill(str(tmp_path / "флешка"))
    page.get_by_role("button", name="Сохранить", exact=True).click()
    steps.drawn(page)
    steps.go(page, "/versions?tab=copies")
    page.get_by_role("button", name="Сохранить копию в папку для копий").click()
    expect(page.get_by_text("Копия сохранена: «")).to_be_visible()
    made = [one.name for one in (tmp_path / "флешка").iterdir()]
    assert all(name.startswith("Мониторинг ШНОР 2026-11-27 ") for name in made)
    assert sum("ежедневная" not in name for name in made) == 1  # the program makes one a day by itself
    steps.drawn(page)
    of_folder = set(re.findall(r"[A-Za-z][A-Za-z0-9]*", str(tmp_path)))  # the page names the folder as it was written
    assert [word for word in steps.not_plain(page) if word not in of_folder] + steps.cut_off(page) + wrong_words(
        steps.visible_text(page)) == []
    steps.picture(page, "copy_saved")


def test_the_roadmap_of_the_next_year_takes_three_clicks(server, tab, demo, tmp_path):
    base = shutil.copy(demo, tmp_path / "copy.duckdb")
    page = tab(server(database=base), "/upload")
    page.get_by_role("button", name="Карта на новый год").click()
    make = page.get_by_role("dialog").get_by_role("button", name="Составить")
    expect(make).to_be_enabled()
    seen(page, "roadmap_next")
    make.click()
    card = steps.card(page, "Дорожная карта Приозёрного муниципального округа на 2027 год.xlsx")
    expect(card).to_contain_text("вопросов нет")
    expect(card).to_contain_text("изменится 0")
    steps.accept(card)
