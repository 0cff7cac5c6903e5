"""Every table behind a picture leaves as Excel: the cells of the file are those of the page, numbers as numbers."""

import re
import shutil
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sample_data import make
from shnor import wording
from shnor.charts.facts import FEW
from shnor.ui.run import exports
from shnor.workbooks import table
from shnor.workbooks.table import DATA, SOURCES, SYNTHETIC
from tests.ui.drawing import bodies

SHOWN = {"overview": {}, "school": {"school": "Ш05"}, "roadmap": {}, "courses": {}, "surveys": {}, "results": {},
         "support": {}, "versions": {}, "upload": {}}
LINK = re.compile(r"href='/shnor/table/([0-9a-f]{32})/([^']*)\.xlsx'")
BEHIND = re.compile(r"<details class='shnor-behind'>.*?</details>", re.S)
COUNTED = (", число", ", из", ", доля")
pytestmark = pytest.mark.slow


class Cells(HTMLParser):
    """Rows of the first table of a piece of HTML."""

    def __init__(self, piece: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._open = False
        self.feed(piece)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


def drawn(page: str, base: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """(key of the table, name of the file, what stands on the page under the picture) of every block."""
    pieces = bodies(page, base, monkeypatch, SHOWN[page])
    links = [(place, *found.groups()) for place, piece in enumerate(pieces) for found in [LINK.search(piece)] if found]
    ends = [place for place, *_ in links[1:]] + [len(pieces)]
    return [(key, name, "".join(pieces[place + 1:end])) for (place, key, name), end in zip(links, ends, strict=True)]


def as_said(head: list[str], row: list[object]) -> list[str]:
    """A row of the file in the words of the page: «24 из 146», a number, words."""
    said, place = [], 0
    while place < len(head):
        if head[place].endswith(COUNTED[0]) and head[place + 1].endswith(COUNTED[1]):
            k, n, share = row[place:place + 3]
            if isinstance(k, int) and n:
                assert share == pytest.approx(k / n) or (share is None and n < FEW)  # few people have no share anywhere
            said.append(wording.k_of_n(k, n) if isinstance(k, int) and n is not None else plain(k))
            place += 3
        else:
            said.append(plain(row[place]))
            place += 1
    return said


def is_told(on_page: str, in_file: str) -> bool:
    """Behind the number of the file a page may say its unit or its share: «17 удостоверений», «24 из 146 (16,4 %)»; a
    plan is no whole it is a part of: «13 при плане 14»; a ceiling is named by the head: «не более 12 из 14»."""
    on_page = on_page.replace(" при плане ", " из ").removeprefix("не более ")
    return on_page == in_file or (bool(in_file) and on_page.startswith(f"{in_file} "))


def plain(value: object) -> str:
    return wording.number(value) if isinstance(value, int | float) else str(value or "")


def clean(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.fixture(scope="module", params=["priozerny", "zarechny"])
def base(request, example_base, tmp_path_factory) -> Path:
    return Path(shutil.copy(example_base(request.param), tmp_path_factory.mktemp("taken") / "demo.duckdb"))


@pytest.mark.parametrize("page", SHOWN)
def test_the_file_holds_the_cells_of_the_page(page, base, monkeypatch):
    blocks = drawn(page, base, monkeypatch)
    assert blocks
    for key, name, under in blocks:
        offered = exports.offered(key, "")
        book = load_workbook(BytesIO(table.workbook(offered)))
        assert book.sheetnames == [DATA, SOURCES]
        title, synthetic, head, *kept = [[cell.value for cell in row] for row in book[DATA].iter_rows()]
        sources = {row[0].value: row[1].value for row in book[SOURCES].iter_rows()}
        assert (title[0], synthetic[0], sources["Данные"]) == (offered.title, SYNTHETIC, SYNTHETIC)
        assert name.endswith(make.DAY.isoformat())
        assert sources["На день"]
        if behind := BEHIND.search(under):
            shown = Cells(behind[0]).rows[1:]
            said = [as_said([str(column or "") for column in head], row) for row in kept]
            pairs = [(clean(cell), clean(in_file)) for line, row in zip(shown, said, strict=True)
                     for cell, in_file in zip(line, row, strict=True)]
            assert [pair for pair in pairs if not is_told(*pair)] == [], (page, offered.title)
            ceiling = any(cell.startswith("не более") for cell, _ in pairs)
            assert not ceiling or any("не более" in str(column) for column in head), (page, offered.title)
