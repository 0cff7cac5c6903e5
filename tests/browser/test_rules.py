"""The rules of pictures a machine can hold, on every page of the table: what stands above the fold, what is read, where
a click leads, what a print keeps."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from shnor.ui import pages
from tests.browser import steps
from tests.browser.conftest import opened as of_server

AXE = Path(__file__).parent / "axe" / "axe.min.js"
LOCAL = pages.open_to("coordinator", served=False)
"""Pages of one's own computer."""
ADDRESSES = {page.name: f"/{'' if page.name == pages.FIRST else page.name}?{urlencode(page.example)}"
             for page in LOCAL}
TITLES = {page.name: page.title for page in LOCAL}
SEEN_FIRST = ("overview", "papers", "school", "roadmap", "courses", "surveys", "results", "support", "upload",
              "versions")
"""Pages whose first question is answered by a picture."""
UNPRINTED = ("school",)
"""Pages with pieces for the centre alone: a sheet of paper is seen by others."""
LONGEST = 2500
"""Pixels of a page at 1366 × 768 with the example."""
FOLD, SMALLEST = 768, 12

PICTURES = """() => [...document.querySelectorAll("[class*='st-key-shnor_block_'], .shnor-block")].map((block) => {
  const drawn = block.querySelector(".js-plotly-plot, .shnor-picture, [data-shnor-list]");
  const box = drawn?.getBoundingClientRect();
  return {id: [...block.classList].find((name) => name.startsWith("st-key-shnor_block_")) ?? block.id,
          top: box?.top ?? 1e6, height: box?.height ?? 0, table: block.querySelectorAll("table a").length}; })"""
SMALL = """(least) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || node.closest("script, style, noscript, title") || !node.checkVisibility())
      continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < least) found.add(`${size}: ${walk.currentNode.data.trim().slice(0, 30)}`);
  }
  return [...found]; }"""
BLUE = """() => [...document.querySelectorAll("a")].filter((node) => getComputedStyle(node).color === "rgb(0, 0, 238)")
  .map((node) => node.innerText)"""
HINTS = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap((chart) => chart.data.flatMap((trace) =>
  trace.hoverinfo === "skip" ? [] : (trace.hovertext ?? ["без подсказки"])))"""
HEADS = """() => [...document.querySelectorAll("table")].filter(
  (table) => table.checkVisibility() && !table.closest(".shnor-unprinted")).map((table) => ({
  heads: [...table.querySelectorAll("thead th")].map((cell) => cell.innerText.trim()),
  last: table.rows[table.rows.length - 1]?.cells[0]?.innerText.trim() ?? ""}))"""
APART = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), others = [];
  while (walk.nextNode())
    if (!walk.currentNode.parentElement.closest(".shnor-unprinted")) others.push(walk.currentNode.data);
  return {others: others.join(" "),
          own: [...document.querySelectorAll(".shnor-unprinted")].map((piece) => piece.innerText).join(" ")}; }"""
FEET = """() => [...document.querySelectorAll(".shnor-source + .shnor-behind > summary")].map((link) => {
  const own = link.getBoundingClientRect(), source = link.parentElement.previousElementSibling.getBoundingClientRect();
  return {apart: own.left - source.right, high: own.height}; })"""
CUT = """() => [...document.querySelectorAll(".bars .point:has(.bartext-inside)")].map((point) => {
  const words = point.querySelector(".bartext-inside"), bar = point.querySelector("path");
  return {said: words.textContent, seen: getComputedStyle(words).visibility === "visible",
          fits: words.getBoundingClientRect().width <= bar.getBoundingClientRect().width}; })"""
DOTS = """() => [...document.querySelectorAll(".stSelectbox input")].map((box) => getComputedStyle(box).textOverflow)"""
FAULTS = """async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa"]})).violations
  .filter((fault) => ["critical", "serious"].includes(fault.impact))
  .map((fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`)"""


@pytest.fixture(scope="module", params=ADDRESSES)
def looked(request, example, tabs) -> Iterator[tuple[str, Page]]:
    """Name of a page and the page, opened once for all tests that look at it: the last of them unfolds it."""
    complaints: list[str] = []
    with ExitStack() as stack:
        yield request.param, shown(example, partial(of_server, stack, tabs, complaints), request.param)
    assert complaints == []


@pytest.fixture
def opened(example, tab):
    """opened(name) -> the page of the example, drawn."""
    return partial(shown, example, tab)


def shown(example, tab, name: str) -> Page:
    page = tab(example, ADDRESSES[name])
    steps.drawn(page)
    steps.charted(page)
    return page


def test_the_first_screen_answers_with_a_picture_that_has_its_table(looked):
    name, page = looked
    if name in SEEN_FIRST:
        page.wait_for_function(f"() => ({PICTURES})().some((one) => one.height >= 120)")  # drawn after the script
    pictures = page.evaluate(PICTURES)
    first = [one for one in pictures if one["top"] < FOLD - 120 and one["height"] >= 120]
    assert first or name not in SEEN_FIRST, pictures
    assert all(one["table"] for one in first), first
    assert len({one["id"] for one in pictures}) == len(pictures)


@pytest.mark.parametrize("width", [1280, 911, 390])
def test_the_table_of_a_block_is_one_click_away_beside_its_source(opened, width):
    page = opened("courses")
    page.set_viewport_size({"width": width, "height": 844})
    page.wait_for_function(f"() => ({FEET})().length > 3")
    feet = page.evaluate(FEET)
    assert all(foot["apart"] >= 4 and foot["high"] < 30 for foot in feet), feet


def test_a_choice_longer_than_its_box_ends_in_dots(opened):
    assert set(opened("surveys").evaluate(DOTS)) == {"ellipsis"}


def test_a_page_is_short_readable_and_has_no_link_of_the_browsers_own_blue(looked):
    _, page = looked
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight") <= LONGEST
    assert page.evaluate(BLUE) == []
    assert page.evaluate(SMALL, SMALLEST) == []


def test_an_address_names_itself_and_gives_the_same_view_back(looked):
    name, seen = looked
    expect(seen).to_have_title(f"{TITLES[name]} · Мониторинг ШНОР")
    said = seen.get_by_test_id("stHtml").all_text_contents()
    steps.go(seen, "/" + seen.url.split("/", 3)[3])
    assert said
    expect(seen.get_by_test_id("stHtml")).to_have_text(said)


def test_whatever_is_pointed_at_says_its_number_and_its_day(looked):
    _, page = looked
    steps.charted(page)
    hints = page.evaluate(HINTS)
    assert [hint for hint in hints if not re.search(r"\d", hint) or "на 27.11.2026" not in hint] == []


@pytest.mark.parametrize(("width", "hidden"), [(1366, False), (390, True)])
def test_a_number_inside_a_bar_is_whole_or_not_there(example, tab, width, hidden):
    page = tab(example, ADDRESSES["surveys"], width=width, height=844)
    page.wait_for_function(f"() => ({CUT})().length > 5")
    page.wait_for_timeout(500)  # a chart is drawn once more when its column has its width
    words = page.evaluate(CUT)
    assert [one for one in words if one["seen"] != one["fits"]] == []
    assert any(not one["seen"] for one in words) is hidden


def test_nothing_stands_in_the_way_of_those_who_cannot_see(looked):
    _, page = looked
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(FAULTS) == []


def test_a_print_is_whole_but_for_what_only_the_centre_sees(looked, tmp_path):
    """Every head of a table, and the name of its last row; a school on two pages. Of a piece that is not printed no
    word that stands nowhere else on the page."""
    name, page = looked
    steps.unfold(page)
    tables, apart = page.evaluate(HEADS), page.evaluate(APART)
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, check=True)
    printed = letters(text.stdout.decode())
    wanted = [words for table in tables for words in (*table["heads"], table["last"]) if words]
    assert [words for words in wanted if any(word not in printed for word in letters(words))] == []
    secret = letters(apart["own"]) - letters(apart["others"])
    assert bool(secret) is (name in UNPRINTED)
    assert secret & printed == set()


def letters(text: str) -> set[str]:
    """Words of a text, however a print has broken its lines."""
    return set(re.findall(r"[\w№]+", text.lower()))
