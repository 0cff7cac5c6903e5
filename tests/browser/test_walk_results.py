"""Two questions of a coordinator, asked by clicks: at most four from the first page to the answer."""

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from sample_data import make
from shnor import wording
from shnor.service.pages import results
from shnor.service.pages.results import Chosen
from shnor.store import Store
from tests.browser import steps
from tests.clock import noon

MOST = 4


class Walk:
    """Clicks counted, each waited for."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, found) -> None:
        found.first.click()
        self.clicks += 1
        steps.drawn(self.page)

    def to_results(self) -> None:
        menu = self.page.get_by_test_id("stTopNav")
        self.click(menu.get_by_text("Показатели", exact=True))
        self.click(self.page.get_by_role("link", name="Результаты", exact=True))
        self.page.wait_for_url("**/results*")


@pytest.fixture(scope="module")
def figures(demo, tmp_path_factory):
    """What the service says: figures(indicator=…, grade=…) → the line of the page in words."""
    base = shutil.copy(demo, tmp_path_factory.mktemp("walk") / "demo.duckdb")
    store = Store.open(base, create=False, clock=noon)

    def asked(**chosen: str) -> list[str]:
        with store.view() as view:
            total = results.build(view, Chosen(**chosen), day=make.DAY).total
        return [wording.figure_text(cell.figure) for cell in total.cells]

    yield asked
    store.close()


def test_how_quality_in_mathematics_of_class_six_has_changed(example, tab, figures):
    walk = Walk(tab(example, "/"))
    walk.to_results()
    walk.click(walk.page.get_by_role("radio", name="качество"))
    walk.click(walk.page.get_by_role("link", name="6 класс"))
    told = walk.page.locator(".st-key-shnor_block_results-trend")
    expect(told.get_by_role("heading")).to_contain_text(re.compile("ВПР, математика, 6 класс: качество .* → .*"))
    walk.page.locator(".st-key-shnor_block_results-trend summary").click()
    for said in figures(indicator="quality_rate", grade="6"):
        expect(told.get_by_role("table")).to_contain_text(said)
    assert walk.clicks <= MOST


def test_where_96_of_421_are_from(example, tab, figures):
    walk = Walk(tab(example, "/"))
    walk.to_results()
    assert figures()[-1].startswith("96 из 421")
    walk.click(walk.page.locator(".st-key-shnor_block_results-trend").get_by_role("link", name="откуда"))
    walk.page.wait_for_url("**/source?*metric=low_mark_share*")
    expect(walk.page.get_by_test_id("stMain")).to_contain_text("96")
    expect(walk.page.get_by_test_id("stMain")).to_contain_text("421")
    assert walk.clicks <= MOST
