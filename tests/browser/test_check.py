"""«Проверить готовую справку»: the example's old paper, and one dropped as a file."""

from playwright.sync_api import expect

from sample_data import old_paper
from tests.browser import steps


def test_the_paper_of_the_example_shows_its_six_mistakes(example, tab):
    page = tab(example, "/check")
    page.get_by_role("button", name="Проверить справку из примера").click()
    expect(page.get_by_text("Сходится 15, расходится 6, не сверить 2")).to_be_visible()
    rows = page.locator(".st-key-shnor_block_check-differs tbody tr, [class*='check-differs'] tbody tr")
    expect(rows).to_have_count(len(old_paper.MISTAKES))
    page.set_viewport_size({"width": 390, "height": 844})
    steps.drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_number_of_the_base_leads_to_its_rows(example, tab):
    page = tab(example, "/check")
    page.locator("input[type=file]").set_input_files(
        {"name": old_paper.NAME, "mimeType": "application/octet-stream", "buffer": old_paper.paper()})
    link = page.get_by_role("link", name="63 из 74")
    expect(link).to_be_visible()
    assert "metric=survey_share" in (link.get_attribute("href") or "")


def test_what_is_no_paper_is_refused_with_its_reason(example, tab):
    page = tab(example, "/check")
    page.locator("input[type=file]").set_input_files(
        {"name": "свод.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04" + bytes(64)})
    expect(page.locator(".shnor-error")).to_contain_text("свод.docx")
