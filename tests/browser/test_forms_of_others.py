"""«Формы края»: a form is loaded, a cell gets a figure, the form comes back filled in."""

import io
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.test_pages import faults
from tests.reports.forms.test_workbook import SHEET, form


@pytest.fixture(scope="module")
def own(server_factory, demo, tmp_path_factory):
    """A copy that may be changed."""
    return server_factory(database=Path(shutil.copy(demo, tmp_path_factory.mktemp("forms") / "demo.duckdb")))


def test_a_cell_is_settled_and_the_form_is_filled_in(own, tab):
    page = tab(own, "/forms")
    page.locator("input[type=file]").set_input_files(
        {"name": "Форма 3.xlsx", "mimeType": "application/octet-stream", "buffer": form()})
    expect(page.get_by_text("ячейки не выбраны")).to_be_visible()
    page.locator("table").last.locator("a[href*='cell=C4&'], a[href$='cell=C4']").click()
    expect(page.get_by_text("Ячейка C4")).to_be_visible()
    page.get_by_role("button", name="Записать в ячейку").click()
    expect(page.get_by_text("1 из 1")).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Заполнить и скачать").click()
    sheet = load_workbook(io.BytesIO(coming.value.path().read_bytes()))[SHEET]
    assert isinstance(sheet["C4"].value, int)
    assert faults(page, "forms_filled") == []
    page.set_viewport_size({"width": 390, "height": 844})
    steps.drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
