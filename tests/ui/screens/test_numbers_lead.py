"""Every number of a page that leads to its rows leads to rows that give it."""

import html
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from sample_data import make
from shnor.service.figures import sources
from shnor.store import Store, View
from tests.clock import noon
from tests.ui.drawing import bodies

LINK = re.compile(r"<a class='shnor-figure' href='(/source\?[^']*)'[^>]*>([^<]*)<")
ABOUT = r"(?:≈\u00a0)?"
SHOWN = {"overview": {}, "school": {"school": "Ш05"}, "roadmap": {}, "courses": {}, "surveys": {}, "results": {},
         "support": {}}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def base(example_base, tmp_path_factory) -> Path:
    return Path(shutil.copy(example_base(), tmp_path_factory.mktemp("links") / "demo.duckdb"))


def numbers(view: View, address: str, text: str) -> tuple[int, set[int]]:
    """The first number of the text, and what its rows give: the numerator, and the sum of the part it names."""
    asked = parse_qs(urlsplit(html.unescape(address)).query, keep_blank_values=True)
    where = {name[2:]: tuple("" if value == "-" else value for value in values) for name, values in asked.items()
             if name.startswith("c.")}
    [metric], [part], [day] = asked["metric"], asked.get("part", [""]), asked.get("day", [make.DAY.isoformat()])
    behind = sources.rows_behind(view, metric, as_of=date.fromisoformat(day), where={
        name: values if len(values) > 1 else values[0] for name, values in where.items()}, part=part)
    weights = [row.cells.get(f"is_{part}", row.cells.get(part)) or 0 for row in behind.rows]
    number = int(re.sub(r"\D", "", re.match(ABOUT + r"[\d\u00a0]+", text)[0]))
    return number, {sum(figure.numerator for figure in behind.figures), *([sum(weights)] if part else [])}


@pytest.mark.parametrize("page", SHOWN)
def test_a_number_leads_to_rows_that_give_it(page, base, monkeypatch):
    drawn = "\n".join(bodies(page, base, monkeypatch, SHOWN[page]))
    links = {address: html.unescape(text) for address, text in LINK.findall(drawn)
             if re.match(ABOUT + r"\d", text) and "%" not in text.split("из")[0].partition("(")[0]}
    assert links
    store = Store.open(shutil.copy(base, base.with_name(f"{page}.duckdb")), create=False, clock=noon)
    try:
        with store.view() as view:
            pairs = {(address, text): numbers(view, address, text) for address, text in links.items()}
    finally:
        store.close()
    assert {key: pair for key, pair in pairs.items() if pair[0] not in pair[1]} == {}
