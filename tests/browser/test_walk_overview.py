"""The morning of a coordinator on the first page: who is awaited, a letter to them, the table of the month to take
away; each task with its clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.looking import ready


@pytest.fixture
def page(example, tab) -> Page:
    opened = tab(example, "/")
    steps.drawn(opened)
    return opened


def test_who_owes_november_is_seen_at_once_and_is_one_click_away(page):
    tile = page.locator("[data-figure=reports]")
    expect(tile).to_contain_text("ждём № 9 · частично № 12")
    assert tile.bounding_box()["y"] < 200
    signs = page.locator("[data-shnor-row]").filter(has_text="ООШ № 9").locator(".shnor-state")
    assert [sign.get_attribute("title").split(":")[0] for sign in signs.all()] == [
        "Отчёт за сентябрь", "Отчёт за октябрь", "Отчёт за ноябрь"]
    assert signs.all_inner_texts() == ["✔", "…", "…"]
    tile.get_by_role("link", name="№ 9").click()  # 1
    page.wait_for_url("**/school?*%D0%A809*")


def test_the_letter_to_those_who_owe_is_seen_after_one_click(page):
    page.get_by_role("link", name="Напомнить").click()  # 1
    page.wait_for_url("**/upload?remind=all*")
    letter = page.locator(".shnor-remindtext")
    expect(letter).to_be_in_viewport()
    expect(letter).to_contain_text("Коллеги, напоминаем, чего ждём:")
    expect(letter).to_contain_text("тчёт за октябрь, срок был 26.10.")
    assert "№" not in letter.inner_text()


def test_the_table_of_the_month_is_one_click_away_and_says_what_the_page_says(page, tmp_path):
    with page.expect_download() as download:
        page.get_by_role("link", name="Свод месяца, Excel").click()  # 1
    assert download.value.suggested_filename.startswith("Приозёрный муниципальный округ - Свод месяца, ноябрь 2026")
    download.value.save_as(tmp_path / "month.xlsx")
    page.get_by_text("таблицей ▸").first.click()
    assert list(of_page(page)) == list(of_file(tmp_path / "month.xlsx"))


def of_page(page: Page) -> Iterator[dict[str, str]]:
    """Rows of the table behind the picture: head → what is read."""
    table = page.locator(".shnor-behind table").first
    heads = table.locator("thead th").all_inner_texts()
    for row in table.locator("tbody tr").all():
        cells = [cell.replace("\u00a0", " ").strip() for cell in row.locator("td").all_inner_texts()]
        yield dict(zip(heads, cells, strict=True))


def of_file(path: Path) -> Iterator[dict[str, str]]:
    """The same, made from the cells of the file: a share from its two columns, the help of a school from its three."""
    sheet = load_workbook(path)["Данные"]
    assert sheet["A2"].value == "Пример, данные вымышлены"
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        yield {name: said(cells, name) for name in (
            "Школа", "Перечень", "Отчёт за сентябрь", "Отчёт за октябрь", "Отчёт за ноябрь", "Срок наступил",
            "Подтверждено", "Выполнено, документ ожидается", "Не выполнено", "Нет сведений",
            *(f"«2», ВПР, математика, {year}" for year in ("2023–2024", "2024–2025", "2025–2026")),
            "Выезды, консультации и мастер-классы", "Семинары, вебинары и другое")}


def said(cells: dict, name: str) -> str:
    if name.startswith("«2»"):
        k, n = cells[f"{name}, человек"], cells[f"Писали, {name.split(', ')[-1]}"]
        return f"{k} из {n}" if n else "нет данных" if cells["Консультаций"] is not None else ""
    if name == "Выезды, консультации и мастер-классы":
        kinds = [cells[kind] for kind in ("Выездов", "Консультаций", "Мастер-классов")]
        return "" if None in kinds else str(sum(kinds))
    name = {"Семинары, вебинары и другое": "Семинаров, вебинаров и других мероприятий"}.get(name, name)
    value = cells.get(name, cells.get(f"{name} 2026"))
    return "" if value is None else str(value)


def test_a_month_and_a_choice_of_schools_stay_in_the_address(page):
    steps.go(page, "/?month=2026-10&schools=list")
    expect(page.locator("[data-figure=reports]")).to_contain_text("5 из 6")
    expect(page.locator("[data-shnor-row]")).to_have_count(7)  # six schools and the municipality
    page.locator("[data-shnor-row]").filter(has_text="ООШ № 5").get_by_role("rowheader").get_by_role("link").click()
    page.wait_for_url("**month=2026-10*")
    ready(page)
    steps.go(page, "/?month=2026-07&schools=Ш77")
    expect(page.get_by_text("Июль 2026: отчётов за этот месяц не собирали. Показан ноябрь 2026 года.")).to_be_visible()
    expect(page.get_by_text("Школы с кодом «Ш77» в реестре нет. Показаны сопровождаемые школы.")).to_be_visible()
