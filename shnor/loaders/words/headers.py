"""Header texts as people write them, brought to one form."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from shnor.datasets import Grid, Value
from shnor.datasets.heads import COUNTS

DASHES = re.compile(r"[‐‑‒–—―−]")
_JOINTS = re.compile(r"\s*([/-])\s*")
_COUNT = re.compile(rf"^(?:{'|'.join(COUNTS)})\.? (?=[а-я])")
_NESTED = re.compile(r"[\"“”„«]{2,}(?=\w)|(?<=\w)[\"“”»]{2,}")
_BLANK = re.compile(r"[\s\u00ad\u200b\ufeff]+")


def normalise(value: object) -> str:
    """Case, ё, spaces of all sorts, dashes and trailing marks do not tell headers apart."""
    return _normalise(value) if isinstance(value, str) else _normalise(plain(value))


@lru_cache(maxsize=20_000)
def _normalise(text: str) -> str:
    text = DASHES.sub("-", text.replace("\u00ad", "")).lower().replace("ё", "е")
    text = _NESTED.sub(_one_quote, text)
    return _JOINTS.sub(r"\1", _BLANK.sub(" ", text)).strip(" .:*…;,")


def _one_quote(found: re.Match[str]) -> str:
    """««5»» and «"«5»"» are «5»."""
    return next((sign for sign in "«»" if sign in found[0]), '"')


def plain(value: object) -> str:
    """A cell as text: whole numbers without «.0», spaces collapsed."""
    if value is None:
        return ""
    if type(value) is int:
        return str(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    return " ".join(str(value).split())


def same_header(text: str) -> str:
    """A header path: its parts normalised and joined by « / »."""
    return " / ".join(filter(None, (normalise(part) for part in text.split(" / "))))


def read_as(path: str) -> tuple[str, ...]:
    """The texts a header may be known by: its whole path, its last part, that without its unit; counts by one word."""
    last = path.rpartition(" / ")[2]
    texts = (path, last, _without_unit(last))
    return (*texts, *map(counted, texts))


def counted(text: str) -> str:
    """«кол-во учащихся», «количество учащихся» → «число учащихся»."""
    return _COUNT.sub(f"{COUNTS[0]} ", text)


def _without_unit(text: str) -> str:
    """«число педагогов, чел» → «число педагогов»; «дата (дд.мм.гггг)» → «дата»."""
    return re.sub(r"\s*(?:\([^)]*\)|, ?[^,]{1,12})$", "", text)


def paths(grid: Grid, top: int, bottom: int) -> list[str]:
    """The header of each column over the rows top…bottom: «результат / плановое значение»."""
    return [" / ".join(parts) for parts in header_parts(grid, top, bottom, normalise)]


def header_parts(grid: Grid, top: int, bottom: int, read: Callable[[object], str]) -> list[list[str]]:
    """The texts that stand one under another over each column, as `read` gives them. A merged cell speaks for all its
    columns; where nothing is merged, a group title speaks for the empty cells to its right."""
    width = max((len(row) for row in grid.cells[top:bottom + 1]), default=0)
    rows = [_spread(grid, row, width, read, below=row < bottom) for row in range(top, bottom + 1)]
    found = []
    for column in range(width):
        parts: list[str] = []
        for row in rows:
            if row[column] and row[column] not in parts[-1:]:
                parts.append(row[column])
        found.append(parts)
    return found


def _spread(grid: Grid, row: int, width: int, read: Callable[[object], str], *, below: bool) -> list[str]:
    texts = [read(grid.at(row, column)) for column in range(width)]
    covered = [False] * width
    for first_row, first, last_row, last in grid.merged:
        if first_row <= row <= last_row:
            for column in range(first, min(last + 1, width)):
                texts[column] = read(grid.at(first_row, first))
                covered[column] = True
    if not below:
        return texts
    for column in range(1, width):
        if not texts[column] and not covered[column] and not covered[column - 1] and grid.at(row + 1, column):
            texts[column] = texts[column - 1]
    return texts


def row_texts(cells: Sequence[Value]) -> list[str]:
    """The texts of a row that say something, each once in a row (a covered cell of a Word table repeats its text)."""
    found: list[str] = []
    for value in cells:
        text = plain(value)
        if text and text not in found[-1:]:
            found.append(text)
    return found
