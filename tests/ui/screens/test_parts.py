"""Parts that stand beside their whole add up to it, what is not known included, on every page that shows any; each part
opens its rows."""

import re
import shutil
from pathlib import Path

import pytest

from tests.ui.drawing import bodies
from tests.ui.screens.test_taken_away import Cells, clean

PAGES = {"overview": {}, "roadmap": {}, "results": {}, "surveys": {}, "support": {}}
DUE, DONE = "Срок наступил", ("Подтверждено", "Документ ожидается", "Выполнено, документ ожидается", "Не выполнено",
                              "Нет сведений")
MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MAY_HAVE_NONE = ("results", "surveys")
"""A municipality without such tables."""
AHEAD = re.compile(r"<td class='ahead'>.*?</td>", re.S)
"""A plan that is not held yet stands in its month, in outline, and is no part of what was held."""
WHOLE = re.compile(r"(\d+) из (\d+)")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["priozerny", "zarechny"])
def which(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def base(which, example_base, tmp_path_factory) -> Path:
    return Path(shutil.copy(example_base(which), tmp_path_factory.mktemp("parts") / "demo.duckdb"))


def added(head: list[str], row: list[str]) -> tuple[int, int] | None:
    """(sum of the parts, the whole beside them) of a row that has both."""
    named = dict(zip(head, row, strict=False))
    if named.get(DUE, "").isdigit():
        return sum(number(named.get(part, "")) for part in DONE), number(named[DUE])
    if named.get("всего", "").isdigit():
        return sum(number(named[month]) for month in MONTHS), number(named["всего"])
    counts = [found for cell in row[1:] if (found := WHOLE.fullmatch(cell))]
    if row[1:] and len(counts) == len(row) - 1 and head[0] == "Волна":
        return sum(int(one[1]) for one in counts), int(counts[0][2])
    return None


def number(cell: str) -> int:
    return int(cell or 0)


@pytest.mark.parametrize("page", PAGES)
def test_parts_add_up_to_their_whole(page, base, monkeypatch):
    tables = [table for piece in bodies(page, base, monkeypatch, PAGES[page])
              for table in re.findall(r"<table.*?</table>", piece, re.S)]
    read = [[[clean(cell) for cell in row] for row in Cells(AHEAD.sub("<td></td>", table)).rows] for table in tables]
    sums = [(row[0], *found) for head, *rows in read for row in rows if (found := added(head, row))]
    assert [one for one in sums if one[1] != one[2]] == []
    assert sums or page in MAY_HAVE_NONE


@pytest.mark.parametrize("page", ["overview", "roadmap"])
def test_a_part_opens_its_rows(page, which, base, monkeypatch):
    tables = [table for piece in bodies(page, base, monkeypatch, PAGES[page])
              for table in re.findall(r"<table.*?</table>", piece, re.S) if DUE in table and "Впереди" in table]
    cells = [cell for table in tables for cell in re.findall(r"<td[^>]*>(.*?)</td>", table, re.S)]
    told = [cell for cell in cells if re.fullmatch(r"\s*[1-9]\d*\s*", re.sub("<[^>]+>", "", cell))]
    assert told or (page, which) == ("overview", "zarechny")  # it has no roadmap of the municipality
    assert [cell for cell in told if "href=" not in cell] == []
