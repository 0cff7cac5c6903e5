"""From «Обзор» to a slide before the room, the order of slides by the mouse, the files in hand."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.looking import ready

MOST = 3
SET = "12 слайдов, 25 минут: семинар для школ перечня"
OPENED = {"Показ на флешку": b"<!doctype html>", "PowerPoint": b"PK\x03\x04", "PowerPoint, экран 4:3": b"PK\x03\x04",
          "PDF": b"%PDF", "PDF, экран 4:3": b"%PDF", "Раздатка": b"%PDF", "Карточки школ": b"%PDF"}
"""Button → how its file begins."""
# What of the menu lies on something else of it: of the texts in its line.
OVERLAPS = """() => {
  const bar = document.querySelector('[data-testid="stHeader"]').getBoundingClientRect(), boxes = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement, range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect(), own = parent.getBoundingClientRect();
    const right = getComputedStyle(parent).overflowX === 'visible' ? text.right : Math.min(text.right, own.right);
    const seen = right - text.left > 2 && node.data.trim() && !parent.closest('script, style')
      && parent.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const inside = text.top < bar.bottom - 2 && text.bottom > bar.top;
    if (seen && inside) boxes.push([node.data, text.left, right, text.top, text.bottom]);
  }
  return boxes.flatMap(([one, left, right, top, bottom], place) => boxes.slice(place + 1).filter(
    ([, l, r, t, b]) => Math.min(right, r) - Math.max(left, l) > 2 && Math.min(bottom, b) - Math.max(top, t) > 4).map(
    ([other]) => `${one} on ${other}`));
}"""


@pytest.fixture
def page(server, tab, demo, tmp_path) -> Page:
    """On a base of its own: a show is kept beside it."""
    copy = tmp_path / "demo.duckdb"
    copy.write_bytes(demo.read_bytes())
    page = tab(server(database=copy))
    steps.drawn(page)
    return page


def begun(page: Page) -> int:
    """A show of the twelve slides; how many clicks that took."""
    page.locator(".shnor-deeds").get_by_role("link", name="Показ", exact=True).click()
    page.get_by_role("button", name=SET).click()
    expect(page.locator(".shnor-slides li").first).to_be_visible(timeout=30_000)
    return 2


def ids(page: Page) -> list[str]:
    return page.locator(".shnor-slides li").evaluate_all("lines => lines.map((line) => line.dataset.id)")


def test_from_the_overview_to_the_room_and_what_is_taken_home(page, tmp_path):
    clicks = begun(page)
    with page.context.expect_page() as shown:
        page.locator(".shnor-show-open").click()
    clicks += 1
    began = time.perf_counter()
    deck = shown.value
    expect(deck.locator("#slide-title")).to_be_visible()
    assert deck.locator(".slide:not([data-hidden])").count() == 12
    print(f"shown in {time.perf_counter() - began:.1f} s, {clicks} clicks")
    deck.keyboard.press("PageDown")
    expect(deck.locator("#slide-question")).to_be_visible()
    deck.close()
    dragged(page)
    for button, head in OPENED.items():
        taken(page, button, head, tmp_path)
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 800})
        ready(page)
        assert page.evaluate(OVERLAPS) == []
        assert steps.cut_off(page) == []
    assert clicks <= MOST


def dragged(page: Page) -> None:
    """The last slide before the second by the mouse; it stands there after F5."""
    before = ids(page)
    lines = page.locator(".shnor-slides li")
    lines.last.drag_to(lines.nth(1), target_position={"x": 20, "y": 3})
    wanted = [before[0], before[-1], *before[1:-1]]
    steps.drawn(page)
    assert ids(page) == wanted
    steps.again(page)
    expect(lines).to_have_count(len(wanted), timeout=30_000)
    assert ids(page) == wanted


def taken(page: Page, button: str, head: bytes, folder: Path) -> None:
    with page.expect_download(timeout=30_000) as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.stem.startswith("Показ - Семинар 27.11.2026 - 2026-11-27 - пример, данные вымышлены")
    assert path.read_bytes()[:len(head)] == head, button
