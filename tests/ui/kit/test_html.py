"""What the plain HTML of the pages is made of."""

import re
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from shnor.datasets import Grid
from shnor.ui.kit import grids, html, states
from shnor.ui.kit.html import Link, Marked, Tile

ROOT = Path(__file__).resolve().parents[3]
PAGES = [path for place in ("shnor/ui", "pages") for path in sorted((ROOT / place).rglob("*.py"))]


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the page, in order."""
    shown: list[str] = []
    monkeypatch.setattr("streamlit.html", shown.append)
    return shown


@pytest.mark.parametrize("value", [
    pytest.param("МБОУ ООШ № 5", id="text"), pytest.param(Link("МБОУ ООШ № 5", "school"), id="link"),
    pytest.param(Marked("МБОУ ООШ № 5", "shnor-strong"), id="marked"), pytest.param([["МБОУ ООШ № 5"]], id="parts")])
def test_a_number_never_leaves_its_sign(value):
    assert "№\u00a05" in html.cell(value)


EVIL = "<script>\"'&"
SAFE = "&lt;script&gt;&#34;&#39;&amp;"


@pytest.mark.parametrize(("drawn", "body"), [
    pytest.param(html.cell(EVIL), SAFE, id="text"),
    pytest.param(html.cell(Marked(EVIL, "shnor-strong")), f"<span class='shnor-strong'>{SAFE}</span>", id="marked"),
    pytest.param(html.cell(Marked("", EVIL)), f"<span class='{SAFE}'></span>", id="class"),
    pytest.param(html.cell(Link(EVIL, "school")), f"<a class='' href='/school'>{SAFE}</a>", id="link"),
    pytest.param(html.cell(Link("", "school", (("a", "1"), ("b", EVIL)))),
                 "<a class='' href='/school?a=1&amp;b=%3Cscript%3E%22%27%26'></a>", id="address"),
    pytest.param(html.cell([EVIL, [EVIL]]), SAFE + SAFE, id="parts"),
    pytest.param(html.cell("<b>\nстрока"), "&lt;b&gt;<br>строка", id="lines"),
    pytest.param(html.text_html(EVIL), f"<p class='shnor-text'>{SAFE}</p>", id="paragraph"),
    pytest.param(html.items_html([EVIL]), f"<ul class='shnor-items'><li>{SAFE}</li></ul>", id="items"),
    pytest.param(html.tag("<td>{}</td>", "{}"), "<td>{}</td>", id="braces-of-a-text"),
    pytest.param(html.joined([EVIL]), SAFE, id="joined"),  # type: ignore[list-item]
])
def test_a_text_is_never_html(drawn: Markup, body: str):
    assert drawn == body


def test_no_place_of_a_table_takes_html():
    table = html.table_html([EVIL], [[EVIL]], caption=EVIL, marks=[EVIL], numbers=[0])
    assert table == (
        f"<div class='shnor-scroll'><table class='shnor-table'><caption>{SAFE}</caption>"
        f"<thead><tr><th scope='col' class='shnor-number'>{SAFE}</th></tr></thead>"
        f"<tbody><tr class='{SAFE}'><td data-head='{SAFE}' class='shnor-number'>{SAFE}</td></tr></tbody></table></div>")


def test_a_tile_says_a_name_a_value_and_where_it_comes_from(bodies: list[str]):
    html.tiles([Tile(EVIL, "<b>", Link("откуда цифра", "source"))])
    assert bodies == [f"<div class='shnor-tiles'><div class='shnor-tile' data-figure=''><div class='name'>{SAFE}</div>"
                      "<div class='value'>&lt;b&gt;</div>"
                      "<div class='from'><a class='' href='/source'>откуда цифра</a></div></div></div>"]


def test_a_sheet_shows_its_cells_as_texts(bodies: list[str]):
    grids.show(Grid("Лист", ((EVIL, 1.5), (True, None)), merged=((1, 0, 1, 1),)), marked={"A1"})
    assert bodies == [
        "<div class='shnor-scroll'><table class='shnor-grid'><tr><th></th><th>A</th><th>B</th></tr>"
        f"<tr><th>1</th><td data-cell='A1' class='shnor-cellhit'>{SAFE}</td><td data-cell='B1'>1,5</td></tr>"
        "<tr><th>2</th><td data-cell='A2' rowspan='1' colspan='2'>да</td></tr></table></div>"]


def test_what_is_not_html_yet_becomes_it_at_the_door(bodies: list[str]):
    html.show(EVIL)  # type: ignore[arg-type]
    assert bodies == [SAFE]


def test_html_enters_a_page_at_one_door():
    doors = [f"{path.name}:{number}" for path in PAGES
             for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
             if re.search(r"\bst\.html\(|unsafe_allow_html|\bMarkup\(f", line)]
    assert [door.partition(":")[0] for door in doors] == ["html.py"]


def test_no_tag_is_made_of_an_f_string():
    """Outside the server, whose index.html holds no text of a person."""
    written = [path for path in PAGES if re.search(r"""\bf["'][^\n]*</?[a-z]+[ >]""", path.read_text("utf-8"))]
    assert [path.name for path in written if path.parent.name != "server"] == []


@pytest.fixture
def closed():
    html.close({"upload"})
    yield
    html.close(())


def test_no_link_leads_to_a_page_that_is_not_open(closed):
    assert [html.cell(Link("5", page, mark="shnor-figure")) for page in ("upload", "school")] == [
        "<span class='shnor-figure'>5</span>", "<a class='shnor-figure' href='/school'>5</a>"]
    squares = [states.square(None, date(2026, 11, 27), Link("", page)) for page in ("upload", "school")]
    assert ["href" in square for square in squares] == [False, True]
