"""«Разослать месяц» in the browser: the load is shown first, then the folders of all schools come as one file."""

import shutil
import zipfile

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser import steps

SEVEN = {"СОШ-2", "СОШ-3", "ООШ-5", "СОШ-7", "ООШ-9", "СОШ-11", "ООШ-12"}


@pytest.fixture
def page(server, tab, demo, tmp_path) -> Page:
    base = tmp_path / "copy.duckdb"
    shutil.copy(demo, base)
    return tab(server(database=base), "/upload")


def test_the_month_is_sent_from_the_page_of_reports(page, tmp_path):
    page.get_by_role("button", name="Разослать месяц").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row")).to_have_count(1 + len(SEVEN))
    expect(dialog).to_contain_text("Нагрузка: половине школ не больше")
    steps.picture(page, "upload_pack")
    with page.expect_download(timeout=60_000) as download:
        dialog.get_by_role("button", name="Сохранить папки школ: 7").click()
    download.value.save_as(tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert {name.partition("/")[0] for name in pack.namelist()} == SEVEN
        pack.extractall(tmp_path)
    book = load_workbook(tmp_path / "ООШ-5" / "Отчёт_2026-11_ООШ-5.xlsx")
    assert book.sheetnames[:4] == ["Месяц", "Педагоги", "Что провели", "Вопрос центру"]
