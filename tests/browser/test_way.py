"""One real workbook the whole way: dropped, asked, accepted, followed to its cells, taken back."""

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.looking import ready
from tests.browser.running import ROOT

FILES = ROOT / "sample_data" / "kislovodsk"
HEAD = "16\u00a0мероприятий, сроков в плане 11, направлений 4."
XLSX, DOCX = FILES / "kislovodsk_2020_2022.xlsx", FILES / "kislovodsk_2020_2022.docx"


def test_a_workbook_goes_the_whole_way_and_back(server, tab, tmp_path):
    page = tab(server(database=tmp_path / "own.duckdb"), "/upload")
    asked_and_answered(page)
    told = steps.accept(steps.card(page, XLSX.name))
    expect(told).to_contain_text("16")
    seen(page, "upload_accepted")
    shown_on_pages(page)
    followed_to_its_cell(page)
    taken_back(page)
    gone(page)


def asked_and_answered(page: Page) -> None:
    steps.drop(page, XLSX)
    card = steps.card(page, XLSX.name)
    assert steps.asked(card) == ["D18", "E23"]
    seen(page, "upload_questions")
    steps.answer(card, "D18", "Оставить как в документе")
    assert steps.asked(card) == ["E23"]
    steps.again(page)
    assert steps.asked(steps.card(page, XLSX.name)) == ["E23"]


def shown_on_pages(page: Page) -> None:
    steps.go(page, "/")
    expect(page.locator("[data-figure='deadlines']")).to_contain_text("нет сведений 11")
    seen(page, "way")
    steps.go(page, "/roadmap")
    expect(page.locator(".shnor-pagehead .shnor-small")).to_contain_text(HEAD)
    seen(page, "way_roadmap")


def followed_to_its_cell(page: Page) -> None:
    """From «нет сведений» of a direction to its rows, from a row to the sheet with the cell marked."""
    page.locator("a.shnor-figure").first.click()
    page.wait_for_url("**/source?*")
    expect(page.locator(".shnor-file summary")).to_contain_text(XLSX.name)
    steps.unfold(page)
    place = page.get_by_role("link", name="лист «Дорожная карта»").first
    expect(place).to_be_visible()
    seen(page, "source_rows")
    cell = place.inner_text().split(", ")[-1]
    place.click()
    for act in (ready, steps.again):
        act(page)
        expect(page.locator(".shnor-cellhit").first).to_be_visible()
        expect(page.locator(".shnor-lead").last).to_contain_text(f"«{XLSX.name}», лист «Дорожная карта», {cell}")
    seen(page, "source_sheet")


def taken_back(page: Page) -> None:
    steps.go(page, "/versions?tab=files")
    page.get_by_role("link", name="вернуть как было").first.click()
    effect = page.get_by_role("table", name="Что изменится в показателях")
    expect(effect).to_contain_text("16")
    seen(page, "versions_effect")
    page.locator('[class*="st-key-shnor_withdraw_"] button').click()
    expect(page.get_by_text("— не действует")).to_be_visible()
    seen(page, "versions")


def gone(page: Page) -> None:
    steps.go(page, "/roadmap")
    expect(page.get_by_text("В базе пока нет дорожной карты")).to_be_visible()
    seen(page, "way_gone")


def seen(page: Page, name: str) -> None:
    steps.drawn(page)
    assert steps.not_plain(page) == []
    steps.picture(page, name)


def test_a_word_document_asks_the_same_and_shows_the_same(server, tab, tmp_path):
    page = tab(server(database=tmp_path / "own.duckdb"), "/upload")
    steps.drop(page, DOCX)
    card = steps.card(page, DOCX.name)
    assert steps.asked(card) == ["D16", "E21"]
    expect(steps.issues(card).first).not_to_contain_text("Таблица 1")  # the only one of its file
    steps.accept(card)
    steps.go(page, "/roadmap")
    expect(page.locator(".shnor-pagehead .shnor-small")).to_contain_text(HEAD)
