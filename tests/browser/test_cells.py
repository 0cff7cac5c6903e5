"""From a number to its own cell: the sheet opens with the cell in sight, and with the heads that name it."""

import re
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from sample_data import make
from tests.browser import steps

FIGURE = re.compile(r"^\d+ из \d+")
REPORT = "Отчёт_2026-11_ООШ-5.xlsx"
IN_SIGHT = """(cell) => {
  const box = cell.getBoundingClientRect(), scroll = cell.closest('.shnor-scroll').getBoundingClientRect();
  return box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= scroll.left - 1 && box.right <= scroll.right + 1;
}"""


def test_a_share_of_twos_leads_to_the_cell_of_the_twos(example, tab):
    page = tab(example, "/results")
    steps.drawn(page)
    steps.unfold(page)
    leading = page.locator('a.shnor-figure[href*="metric=low_mark_share"]')
    wanted = leading.filter(has_text=re.compile(r"^96.из.421"))
    link = (wanted if wanted.count() else leading.filter(has_text=FIGURE)).first
    twos, participants = re.findall(r"\d+", link.inner_text().replace("\u00a0", ""))[:2]
    link.click()
    page.wait_for_url("**/source?*")
    steps.drawn(page)
    adds_up(page, int(twos), int(participants))
    steps.unfold(page)
    assert page.locator(".shnor-file th").all_inner_texts()[2:4] == ["Писали", "«2»"]
    page.locator(".shnor-file tbody tr td:nth-child(4) a").first.click()
    page.wait_for_url("**/source?upload=*")
    steps.drawn(page)
    letter, row = re.search(r", лист «.*», ([A-Z]+)(\d+)", page.locator(".shnor-lead").last.inner_text()).groups()
    hit = page.locator(f'.shnor-grid [data-cell="{letter}{row}"].shnor-cellhit').first
    assert hit.evaluate(IN_SIGHT)
    for head in (page.locator(f'[data-cell^="{letter}"]').filter(has_text=re.compile("^«?2»?$")).first,
                 page.locator("tr:has(.shnor-cellhit)").first.get_by_text(re.compile(r"(СОШ|ООШ) № ?\d+")).first):
        expect(head).to_be_visible()
        assert head.evaluate(IN_SIGHT)
    steps.picture(page, "cell_of_twos")


def adds_up(page: Page, made: int, whole: int) -> None:
    """The figure, its table and each of its rows and columns."""
    expect(page.locator("[data-figure='source']")).to_contain_text(f"{made} из {whole}")
    table = page.locator("table.shnor-sum")
    rows = [[tuple(map(int, re.findall(r"\d+", cell))) for cell in row.locator("td:not(.share)").all_inner_texts()]
            for row in table.locator("tbody tr").all()]
    *parts, total = [[cell or (0, 0) for cell in row] for row in rows]
    assert total[-1] == (made, whole)
    for row in (*parts, total):
        assert added(row[:-1]) == row[-1]
    assert [added(column) for column in zip(*parts, strict=True)] == total


def added(cells: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(made for made, _ in cells), sum(whole for _, whole in cells)


@pytest.fixture
def changed(tmp_path) -> Path:
    """The report of a school once more, with another date of what was done."""
    sent = {path.name: path for path, _ in make.files(tmp_path / "sent")}[REPORT]
    book = load_workbook(sent)
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row
                if isinstance(cell.value, datetime) and cell.column > 3)
    cell.value = datetime(2026, 11, 3)
    file = tmp_path / "Отчёт с другой датой.xlsx"
    book.save(file)
    file.with_suffix(".cell").write_text(cell.coordinate, "utf-8")
    return file


@pytest.mark.nightly
def test_a_changed_date_is_shown_in_its_own_cell(server, tab, demo, changed, tmp_path):
    page = tab(server(database=Path(shutil.copy(demo, tmp_path / "own.duckdb"))), "/upload")
    steps.drop(page, changed)
    address = changed.with_suffix(".cell").read_text("utf-8")
    card = steps.card(page, changed.name)
    expect(card).to_contain_text(re.compile(rf"Дата — «.*» → «03\.11\.2026», ячейка {address}"))
    card.get_by_text("Показать: лист").first.click()
    steps.drawn(page)
    letter = re.sub(r"\d", "", address)
    hit = card.locator(f'[data-cell="{address}"].shnor-cellhit')
    expect(hit).to_have_text("03.11.2026")
    hit.scroll_into_view_if_needed()
    for piece in (hit, card.locator(f'[data-cell^="{letter}"]').filter(has_text="Дата").first):
        assert piece.evaluate(IN_SIGHT)
    steps.picture(page, "cell_of_a_date")
