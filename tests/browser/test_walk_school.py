"""Two tasks on the page of a school, walked from the first page with the clicks counted."""

import re
import subprocess

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from shnor.ui.run.session import WHO
from tests.browser import steps

MOST = 4


class Walk:
    """A person at an open page; counts how often they click."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1
        steps.drawn(self.page)

    def download(self, target: Locator) -> Download:
        with self.page.expect_download() as told:
            target.click()
        self.clicks += 1
        return told.value

    def to_school(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=re.compile(f"^{name}( |$)")).first)
        self.page.wait_for_url("**/school?*")
        steps.drawn(self.page)


def walk(tab, example, **how) -> Walk:
    page = tab(example, **how)
    steps.drawn(page)
    return Walk(page)


def test_on_what_the_conclusion_about_a_school_is_founded(example, tab):
    walked = walk(tab, example)
    walked.to_school("МБОУ ООШ № 5")
    card = walked.page.locator(".shnor-card", has_text="На чём основан вывод")
    expect(card).to_contain_text("приказ министерства образования края от 21.11.2025")
    expect(card).to_contain_text("ОГЭ, математика, основной день: отметку «2» получили 3 из 8")
    expect(card).to_contain_text("Не выполнено 1 из 19 наступивших")
    walked.click(card.locator("summary", has_text="Проверено, особенностей нет"))
    expect(card).to_contain_text("ОГЭ, русский язык, основной день: 1 из 8")
    walked.click(card.get_by_role("link", name="3 из 8").last)
    walked.page.wait_for_url("**/source?*")
    assert walked.clicks <= MOST


def test_the_sheet_of_a_school_comes_at_one_click(example, tab, tmp_path):
    walked = walk(tab, example)
    walked.to_school("МБОУ ООШ № 5")
    sheet = walked.download(walked.page.get_by_role("button", name="Лист школы, PDF"))
    assert sheet.suggested_filename == "Лист_школы_ООШ-5_2026-11-27.pdf"
    sheet.save_as(tmp_path / "sheet.pdf")
    assert pages_of(tmp_path / "sheet.pdf") <= 2
    assert walked.clicks <= MOST


def test_the_page_of_a_school_prints_on_two_sheets(example, tab, tmp_path):
    page = tab(example, "/school?school=Ш05")
    steps.drawn(page)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    assert pages_of(tmp_path / "page.pdf") <= 2


def pages_of(path) -> int:
    told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


@pytest.mark.parametrize("width", [1366, 390])
def test_neighbours_and_what_stands_beside_keep_the_page_whole(example, tab, width):
    page = tab(example, "/school?school=Ш05&compare=list,Ш09", width=width, height=844)
    steps.drawn(page)
    expect(page.get_by_text("Школы рядом").first).to_be_visible()
    assert steps.cut_off(page) == []
    page.get_by_role("link", name="№ 7 ›").click()
    page.wait_for_url("**school=*07*")
    expect(page.locator("h1")).to_have_text("МБОУ СОШ № 7")


def test_reasons_are_not_drawn_for_others(example, tab):
    page = tab(example, "/school?school=Ш05")
    steps.drawn(page)
    expect(page.get_by_text("видит только центр")).to_have_count(3)
    page.get_by_role("button", name=WHO[0]).click()
    page.get_by_text(WHO[2]).click()
    page.get_by_role("button", name="Запомнить").click()
    steps.drawn(page)
    expect(page.get_by_text("видит только центр")).to_have_count(0)
    expect(page.get_by_text("На чём основан вывод")).to_be_visible()
