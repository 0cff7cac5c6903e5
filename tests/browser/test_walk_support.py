"""Help on the example: what was held in a month and which schools had none, last year, one school; the search of what
is counted. Every way is counted in clicks."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.looking import ready


def cell(page: Page, hint: str):
    return page.get_by_role("link", name=hint, exact=True)


def test_consultations_of_a_month_and_the_schools_without_them(example, tab):
    """No click for the number, one for the schools; in October every school had one."""
    page = tab(example, "/support")
    expect(cell(page, "Консультация, октябрь 2026: 8")).to_be_visible()
    page.locator(".st-key-shnor_block_support-months").get_by_role("link", name="Консультации").click()
    page.wait_for_url("**kind=*")
    ready(page)
    schools = page.locator(".st-key-shnor_block_support-schools")
    expect(schools).to_contain_text("Консультации: по школам и месяцам")
    assert [without(schools, month) for month in ("октябрь", "ноябрь")] == [
        [], ["МБОУ СОШ № 2", "МБОУ ООШ № 12"]]


def without(schools: Locator, month: str) -> list[str]:
    holes = schools.locator(f"td.hole [title$='{month} 2026: записей нет']")
    return [title.split(",")[0] for title in holes.evaluate_all("all => all.map((one) => one.title)")]


def test_a_cell_leads_to_its_rows(example, tab):
    page = tab(example, "/support")
    cell(page, "Консультация, октябрь 2026: 8").click()
    page.wait_for_url("**/source?*")
    ready(page)
    expect(page.get_by_test_id("stMain")).to_contain_text(re.compile("8"))


def test_one_school_beside_another_and_the_year_before(example, tab):
    page = tab(example, "/support?schools=Ш03&compare=before,Ш05")
    beside = page.locator(".st-key-shnor_block_support-beside")
    expect(beside.locator("thead")).to_contain_text("МБОУ СОШ №\u00a03, 2025 год и МБОУ ООШ №\u00a05")
    steps.again(page)
    expect(beside.locator("tr", has_text="Консультации").locator("td b")).to_have_count(3)


def test_the_first_screen_is_the_picture(example, tab):
    page = tab(example, "/support")
    for name in ("months", "schools"):
        box = page.locator(f".st-key-shnor_block_support-{name} .shnor-heat").bounding_box()
        assert box["y"] + 120 < 600
    assert page.get_by_test_id("stMain").evaluate("node => node.scrollHeight") < 2500


def test_what_is_counted_is_found_by_a_word(example, tab):
    page = tab(example, "/handbook")
    field = page.get_by_role("searchbox", name="Что найти")
    assert field.bounding_box()["y"] < 200
    field.fill("удостовер")
    expect(page.get_by_text("Удостоверений о курсах", exact=True)).to_be_visible()
    expect(page.get_by_text("Качество знаний", exact=True)).to_be_hidden()
    field.fill("абракадабра")
    expect(page.get_by_text("Ничего не найдено.")).to_be_visible()
    assert page.locator("[data-shnor-found]").inner_text() == "0"
