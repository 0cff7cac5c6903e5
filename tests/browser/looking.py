"""What a test asks of an open page."""

import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page, expect

# Texts a person meets: of visible elements, their hints, and what a screen reader says; not pictures made of letters.
VISIBLE = """() => {
  const seen = (node) => node && node.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const picture = (node) => node.closest('script, style, noscript, svg title')
    || getComputedStyle(node).fontFamily.includes('Material Symbols');
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (seen(parent) && !picture(parent)) texts.push(walk.currentNode.data);
  }
  for (const node of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    if (!seen(node)) continue;
    for (const name of ['aria-label', 'placeholder', 'title']) texts.push(node.getAttribute(name) || '');
  }
  return texts;
}"""
QUOTED = re.compile(r"«[^»]*»")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
ROMAN = re.compile(r"[IVXLC]+")
CELL = re.compile(r"[A-Z]{1,3}[0-9]+")


def latin_words(page: Page, allowed: Iterable[str] = ()) -> list[str]:
    """Latin words a person meets on the page, in order; names in «», Roman numerals, cells (D18) aside."""
    words = [word for text in page.evaluate(VISIBLE) for word in WORD.findall(QUOTED.sub("", text))]
    return [word for word in words if not ROMAN.fullmatch(word) and not CELL.fullmatch(word) and word not in allowed]


def ready(page: Page) -> None:
    """Waits until the script of the page has run to its end and the page is drawn."""
    idle = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    idle.wait_for(state="attached", timeout=30_000)
    page.locator('[data-testid="stAppSkeleton"]').wait_for(state="detached")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)  # a piece whose program is still fetched


def shot(page: Page, name: str) -> None:
    """Keeps a picture of the whole page in the folder SHNOR_SCREENSHOTS, if it is set."""
    folder = os.environ.get("SHNOR_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def fetched(address: str) -> tuple[int, str]:
    """Status and text of a plain request without a browser."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
