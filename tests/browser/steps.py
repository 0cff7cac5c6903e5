"""What a person does on our pages, and what they read there."""

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import VISIBLE, WORD, latin_words, ready, shot

PROGRAMS = ("Excel", "Word", "CSV", "PNG", "PDF", "ZIP", "xlsx", "docx", "dotx")
LOGIN = re.compile(r"edu\d+")
ADDRESS = re.compile(r"(?:^|(?<=, ))[A-Z]{1,3}\d+(?=[,:])")
GROUP = re.compile("^(Готовы|Принять нельзя|Нового нет|Не прочитаны|Ждут ответа на общие)")
"""Titles of many files that are folded."""
STILL = """() => new Promise((done) => {
  let timer;
  const watch = new MutationObserver(() => { clearTimeout(timer); wait(); });
  const wait = () => { timer = setTimeout(() => { watch.disconnect(); done(); }, 300); };
  watch.observe(document.body, {subtree: true, childList: true, characterData: true});
  wait();
})"""
UNFOLD = """() => {
  const folded = [...document.querySelectorAll('details:not([open]) > summary')].filter((one) => one.checkVisibility());
  folded.forEach((node) => node.click());
  return folded.length;
}"""
CHARTS = """() => [...document.querySelectorAll("[data-testid=stPlotlyChart]")].every(
  (chart) => chart.querySelector(".js-plotly-plot")?.data)"""
CUT_OFF = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const wide = (node) => node.scrollWidth > node.clientWidth + 1;
  const inside = (node) => !node.closest('.shnor-scroll, [data-testid="stPlotlyChart"]');
  const beyond = [...main.querySelectorAll('p, h1, h2, li, button, a, .shnor-tile, .shnor-legend > span')].filter(
    (node) => node.checkVisibility() && inside(node) && node.getBoundingClientRect().right > window.innerWidth + 1);
  return [wide(document.documentElement) && 'document', wide(main) && 'main',
    ...beyond.map((node) => node.tagName + ': ' + node.textContent.slice(0, 60))].filter(Boolean);
}"""


def go(page: Page, address: str) -> None:
    """To an address of the same server, as if typed."""
    page.goto("/".join(page.url.split("/")[:3]) + address)
    drawn(page)


def again(page: Page) -> None:
    """F5."""
    page.reload()
    drawn(page)


def drawn(page: Page) -> None:
    """Waits until the page stands still: for a moment after a script has ended its last pieces are not there yet."""
    expect(page.locator("h1").first).to_be_visible()
    ready(page)
    page.evaluate(STILL)
    ready(page)


def charted(page: Page) -> None:
    """Waits for the pictures: they are drawn after the script has ended."""
    page.wait_for_function(CHARTS)


def unfold(page: Page) -> None:
    """Opens every folded piece, and those inside."""
    while page.evaluate(UNFOLD):
        drawn(page)


def open_piece(page: Page, title: str) -> None:
    """Opens the first folded piece with this title and waits until it has moved into place."""
    page.get_by_text(title, exact=True).first.click()
    drawn(page)


def drop(page: Page, *files: Path) -> None:
    """Drops the files on «Приём отчётов» and waits until each has its answer."""
    field = page.get_by_test_id("stFileUploader").first.locator("input")
    expect(field).to_be_attached()
    field.set_input_files(files)
    expect(page.locator(".shnor-boxbar")).to_be_visible(timeout=60_000)
    ready(page)
    for group in page.locator("details:not([open]) > summary").filter(has_text=GROUP).all():
        group.click()
    for file in files:
        expect(card(page, file.name)).to_be_visible()
    ready(page)


def card(page: Page, name: str) -> Locator:
    """The frame of one dropped file (or of those whose names begin so), with its questions and buttons."""
    return page.locator('[class*="st-key-shnor_file_"]').filter(has_text=f"«{name}")


def opened(card: Locator) -> Locator:
    """The same card, standing open: with all its questions and what it would change."""
    if not card.locator('[class*="st-key-shnor_card_"]').count():
        card.locator('[class*="st-key-shnor_open_"] button').click()
        expect(card.locator('[class*="st-key-shnor_card_"]')).to_be_visible()
        ready(card.page)
    return card


def issues(card: Locator) -> Locator:
    """Questions of an open card, sentences of a line."""
    return card.locator('[class*="st-key-shnor_issue_"], [data-shnor-issue]')


def asked(card: Locator) -> list[str]:
    """Cells the questions of a file are about, in the order shown."""
    return [cell for text in issues(card).all_inner_texts() for cell in ADDRESS.findall(text.split("\n")[0])[:1]]


def answer(card: Locator, cell: str, text: str) -> None:
    """Presses a ready answer beside the question about a cell; the question goes away."""
    question = issues(card).filter(has_text=f", {cell},")
    before = issues(card).count()
    question.get_by_role("button", name=text).click()
    expect(issues(card)).to_have_count(before - 1)
    ready(card.page)


def accept_button(card: Locator) -> Locator:
    return card.get_by_role("button", name=re.compile("^Принять"))


def accept(card: Locator) -> Locator:
    """Accepts a file and gives what the page says about it afterwards."""
    page = card.page
    accept_button(card).click()
    told = page.locator(".st-key-shnor_accepted")
    expect(told).to_contain_text("Принято:")
    ready(page)
    return told


def picture(page: Page, name: str) -> None:
    """A picture of the whole page: it scrolls in a box of its own, so the window is made as tall as the page first."""
    if not os.environ.get("SHNOR_SCREENSHOTS"):
        return
    size = page.viewport_size
    height = page.get_by_test_id("stMain").evaluate("node => node.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(height, 8000)})
    page.wait_for_timeout(300)
    shot(page, name)
    page.set_viewport_size(size)


def visible_text(page: Page) -> str:
    return "\n".join(page.evaluate(VISIBLE))


def not_plain(page: Page) -> list[str]:
    """What must not stand on a page: Latin words and exclamation marks. Programs, formats, logins and what stands in
    the sheet of a document itself may."""
    sheets = set(WORD.findall(" ".join(page.locator(".shnor-grid").all_inner_texts())))
    words = [word for word in latin_words(page, {*PROGRAMS, *sheets}) if not LOGIN.fullmatch(word)]
    return words + re.findall(r".{0,30}!", visible_text(page))


def cut_off(page: Page) -> list[str]:
    """What does not fit into the width of the screen; tables and charts scroll in their own boxes."""
    return page.evaluate(CUT_OFF)
