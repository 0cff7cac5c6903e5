"""The new list on the example: who enters, leaves and stays in one screen, two clicks from the first page."""

import re

from playwright.sync_api import expect

from tests.browser.looking import ready


def test_from_the_first_page_to_the_new_list_and_a_school(example, tab):
    page = tab(example)
    page.locator(".st-key-shnor_block_overview-today").get_by_role("link", name="с 01.01").click()
    page.wait_for_url("**/turn*")
    ready(page)
    block = page.locator(".st-key-shnor_block_turn-years")
    expect(block).to_contain_text(re.compile(r"входит\s1, выходит\s1, остаётся\s5"))
    assert block.locator(".shnor-heat").bounding_box()["y"] < 648
    needs = page.locator(".st-key-shnor_block_turn-needs")
    expect(needs).to_contain_text(re.compile(r"Наставник на 01.01.2027 ещё не назначен: №\s8, №\s9\."))
    page.get_by_role("link", name="МБОУ СОШ № 3", exact=True).first.click()
    page.wait_for_url("**/school?*")
    expect(page.get_by_text("В перечень ШНОР с 01.01.2027 школа не входит")).to_be_visible()


def test_a_list_of_another_day_is_in_the_address(example, tab):
    page = tab(example, "/turn?turn=2026-01-01")
    expect(page.locator(".st-key-shnor_block_turn-years")).to_contain_text("С 01.01.2026")
    page = tab(example, "/turn?turn=2020-01-01")
    expect(page.get_by_text("показан перечень с 01.01.2027")).to_be_visible()
