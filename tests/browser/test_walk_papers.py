"""December on the page «Справки»: from the first page to the draft, from a number to its cells, the paper as a file."""

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps


@pytest.fixture
def page(example, tab) -> Page:
    opened = tab(example, "/")
    steps.drawn(opened)
    return opened


def test_the_draft_is_one_click_away_from_the_first_page(page):
    page.get_by_role("link", name="Справка", exact=True).click()  # 1
    expect(page.get_by_text("Готово: ")).to_be_visible(timeout=60_000)
    expect(page.locator(".shnor-paper")).to_be_visible()
    assert page.locator("[class*=st-key-shnor_block_papers-ready] .shnor-picture").bounding_box()["y"] < 400


def test_a_number_leads_to_its_source_beside_the_text(example, tab, tmp_path):
    page = tab(example, "/papers?section=roadmap")
    steps.drawn(page)
    expect(page.locator(".shnor-from:visible")).to_have_count(1)  # of the first number
    page.locator(".shnor-paper a.shnor-figure", has_text="29").click()  # 1
    source = page.locator(".shnor-from:visible")
    expect(source).to_contain_text("Выполнено в срок")
    expect(source).to_contain_text("29 из 33")
    source.get_by_role("link", name="Показать строки и ячейки").click()  # 2
    page.wait_for_url("**/source?metric=roadmap_on_time*")
    page.go_back()
    steps.drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Чистовик").click()
    download.value.save_as(tmp_path / "note.docx")
    said = " ".join(one.text for one in docx.Document(str(tmp_path / "note.docx")).paragraphs).replace("\u00a0", " ")
    assert "Выполнено 33, из них 29 в срок и 4 с опозданием." in said


def test_the_page_fits_a_narrow_screen(example, tab):
    page = tab(example, "/papers?section=results")
    page.set_viewport_size({"width": 390, "height": 844})
    steps.drawn(page)
    assert page.evaluate(steps.CUT_OFF) == []
