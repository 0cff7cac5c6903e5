"""From the first page to two answers, clicks counted: how many finished courses by the plan in a school, what was
answered in autumn."""

import re

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.looking import ready

MOST = 4


def to_page(page: Page, title: str) -> int:
    """Opens a page behind the door «Показатели»; how many clicks that took."""
    menu = page.get_by_test_id("stTopNav")
    menu.get_by_text("Показатели", exact=True).click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).click()
    steps.drawn(page)
    return 2


def test_how_many_finished_by_plan_in_one_school(example, tab):
    page = tab(example)
    clicks = to_page(page, "Курсы")
    chart = page.locator(".st-key-shnor_block_courses-schools")
    expect(chart.locator(".js-plotly-plot")).to_contain_text("4 при плане 5", timeout=60_000)
    assert chart.bounding_box()["y"] < 600
    page.get_by_role("combobox", name="Школы").click()
    page.get_by_role("option", name="Школы: МБОУ ООШ № 5").click()
    clicks += 2
    page.wait_for_url("**schools=*")
    ready(page)
    tile = page.locator("[data-figure='course_plan_share']")
    expect(tile).to_contain_text(re.compile(r"4\s+при плане 5"))
    expect(tile).not_to_contain_text("%")
    assert clicks <= MOST
    rows_of_the_number(page)


def rows_of_the_number(page: Page) -> None:
    """The number of the tile leads to its rows."""
    page.locator("[data-figure='course_plan_share'] a").first.click()
    page.wait_for_url("**/source?*")
    ready(page)
    expect(page.locator("[data-figure='source']")).to_contain_text("4 из 5")


def test_what_was_answered_in_autumn(example, tab):
    page = tab(example)
    clicks = to_page(page, "Анкетирование")
    waves = page.locator(".st-key-shnor_block_surveys-waves")
    expect(waves.locator(".js-plotly-plot")).to_contain_text("ноябрь 2026", timeout=60_000)
    assert waves.bounding_box()["y"] < 600
    expect(page.locator("[data-figure='survey_share']")).to_contain_text("63 из 74")
    page.get_by_role("combobox", name="Волна").click()
    page.get_by_role("option", name="Волна: ноябрь 2025").click()
    clicks += 2
    page.wait_for_url("**wave=2025-11*")
    ready(page)
    expect(page.locator("[data-figure='survey_share']")).to_contain_text("49 из 70")
    assert clicks <= MOST


def test_a_school_is_put_beside_the_list_and_stays_in_the_address(example, tab):
    page = tab(example, "/surveys?schools=Ш05&compare=list,Ш09")
    for _ in range(2):
        trend = page.locator(".st-key-shnor_block_surveys-trend .js-plotly-plot")
        expect(trend).to_contain_text("школы перечня")
        expect(trend).to_contain_text("№ 9: 5 из 7")
        steps.again(page)
    expect(page.get_by_role("button", name="Сравнить: школы перечня и ещё 1")).to_be_visible()


def test_what_is_not_there_is_said(example, tab):
    page = tab(example, "/courses?subject=астрономия&year=2019")
    expect(page.get_by_text("За 2019 год курсов в базе нет, показан 2026 год.")).to_be_visible()
    expect(page.get_by_text("По предмету «астрономия» курсов за 2026 год нет")).to_be_visible()
