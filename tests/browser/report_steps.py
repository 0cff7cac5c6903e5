"""What a director does on «Отчёт за месяц»."""

from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.browser import month_books
from tests.browser.looking import ready


def row(page: Page, number: str) -> Locator:
    """A line of the roadmap in the form."""
    return page.locator("[class*=st-key-shnor_line_]").filter(has_text=f"{number} Мероприятие")


def mark(page: Page, number: str, state: str) -> None:
    row(page, number).get_by_text(state, exact=True).click()
    expect(row(page, number).get_by_label("Пояснение школы")).to_be_visible()


def write(page: Page, number: str, label: str, text: str) -> None:
    field = row(page, number).get_by_label(label)
    field.fill(text)
    field.blur()
    ready(page)


def with_mistakes(page: Page, folder: Path) -> Path:
    """The workbook of the page, filled in with a state nobody knows and a day that has not come."""
    with page.expect_download() as given:
        page.get_by_role("button", name="Скачать бланк").click()
    path = folder / "ноябрь.xlsx"
    given.value.save_as(path)
    month_books.fill(path, {"Месяц": {"2.1": {**month_books.done(18), "F": "почти", "G": "18.11.2062"}}})
    assert load_workbook(path).sheetnames[0] == "Месяц"
    return path
