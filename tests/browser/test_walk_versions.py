"""What a coordinator comes to «Сроки и версии» and «Откуда цифра» for, in clicks from the first page."""

import re
import shutil
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.test_cells import adds_up

MOST_CLICKS, MOST_PIXELS = 4, 2500
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


class Walk:
    """A person at the first page, who counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0
        steps.drawn(page)

    def click(self, *what, **how) -> None:
        self.page.locator(*what).filter(**how).filter(visible=True).first.click()
        self.clicks += 1
        steps.drawn(self.page)

    def to(self, door: str, title: str) -> None:
        """A door of the menu and a page behind it."""
        self.page.get_by_test_id("stTopNav").get_by_text(door, exact=True).click()
        self.page.get_by_role("menuitem", name=title, exact=True).click()
        self.clicks += 2
        steps.drawn(self.page)


@pytest.fixture
def own(server, demo, tmp_path):
    """A program of this test with the example, to change it."""
    return server(database=Path(shutil.copy(demo, tmp_path / "copy.duckdb")))


def test_where_96_of_421_comes_from(example, tab):
    walk = Walk(tab(example))
    walk.to("Показатели", "Результаты")
    walk.click('a[href*="metric=low_mark_share"]', has_text=re.compile(r"^96.из.421"))
    adds_up(walk.page, 96, 421)
    steps.picture(walk.page, "source_sum")
    assert walk.page.evaluate(HEIGHT) <= MOST_PIXELS
    walk.click(".shnor-sum tbody td:nth-child(3) a")
    hit = walk.page.locator(".shnor-cellhit").first
    expect(hit).to_be_visible()
    assert hit.evaluate("cell => cell.getBoundingClientRect().bottom <= innerHeight")
    assert walk.clicks <= MOST_CLICKS


def test_a_file_is_taken_back(own, tab):
    walk = Walk(tab(own))
    walk.to("Приём отчётов", "Сроки и версии")
    walk.click("a", has_text="вернуть как было")
    walk.click("button", has_text="Вернуть как было до этого файла")
    expect(walk.page.get_by_text("— не действует")).to_be_visible()
    assert walk.clicks <= MOST_CLICKS


def test_who_has_not_sent_leads_to_the_reminder_and_who_has_to_the_file(example, tab):
    page = tab(example, "/versions")
    steps.drawn(page)
    heat = page.locator("table.shnor-arrivals tbody tr")
    awaited, sent = heat.filter(has_text="ООШ № 9"), heat.filter(has_text="СОШ № 3")
    expect(awaited.locator("a").last).to_have_attribute("href", re.compile("^/upload.*remind=%D0%A809&month=2026-11"))
    expect(awaited.locator("a").last).to_have_attribute("title", re.compile("отчёт за ноябрь: ждём, срок был 25.11"))
    sent.locator("a").last.click()
    page.wait_for_url("**/versions?tab=files*")
    steps.drawn(page)
    expect(page.locator(".shnor-files [data-shnor-row]")).to_contain_text(["Отчёт_2026-11_СОШ-3.xlsx"])
    assert page.evaluate(HEIGHT) <= MOST_PIXELS


def test_a_part_of_the_page_stands_in_its_address(example, tab):
    page = tab(example, "/versions")
    page.get_by_role("radio", name="Файлы и журнал").click()
    page.wait_for_url("**/versions?tab=files")
    steps.again(page)
    expect(page.locator(".shnor-files")).to_be_visible()
    expect(page.locator(".shnor-arrivals")).to_have_count(0)
    page.get_by_role("searchbox", name="Найти файл").fill("анкета осень")
    expect(page.locator(".shnor-files [data-shnor-row]:visible")).to_have_count(1)
    page.get_by_text("Журнал действий").click()
    expect(page.get_by_role("searchbox", name="Найти в журнале")).to_be_visible()


@pytest.mark.parametrize("width", [
    *(pytest.param(width, marks=pytest.mark.nightly) for width in (1600, 1280, 911)), 1366, 390])
def test_ways_to_approve_months_do_not_touch(example, tab, width):
    page = tab(example, "/versions", width=width)
    steps.drawn(page)
    ways = page.locator("a[href*='approve=']").filter(visible=True)
    assert ways.all_inner_texts() == ["утвердить", "не хватает 1", "не хватает 2"]
    lines = [rect for way in ways.all() for rect in way.evaluate(
        "way => [...way.getClientRects()].map(({left, right, top, bottom}) => [left, right, top, bottom])")]
    assert [(one, other) for one, other in combinations(lines, 2)
            if one[0] < other[1] + 3 and other[0] < one[1] + 3 and one[2] < other[3] and other[2] < one[3]] == []
    assert steps.cut_off(page) == []
    expect(page.get_by_text("Утверждение месяца").filter(visible=True)).to_have_count(1)


def test_a_month_is_approved_beside_its_column_and_opened_again(own, tab):
    page = tab(own, "/versions")
    page.get_by_role("link", name="не хватает 2").click()
    window = page.get_by_role("dialog")
    expect(window).to_contain_text("МБОУ ООШ № 12: ◐ нет листа «Педагоги»")
    window.get_by_role("button", name="Утвердить ноябрь 2026").click()
    page.get_by_role("link", name="утверждён").click()
    window.get_by_label("Почему открываем").fill("школа прислала исправление")
    page.keyboard.press("Tab")
    window.get_by_role("button", name="Открыть для исправления").click()
    expect(page.get_by_role("link", name="не хватает 2")).to_be_visible()
