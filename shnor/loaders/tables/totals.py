"""Rows that are totals of other rows: counted once more they would double every figure."""

import re

from shnor.datasets import KINDS, Grid, Value, a1
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.recognise import layout_of
from shnor.loaders.types import Match
from shnor.loaders.words.headers import plain, row_texts

_BEGINS = re.compile(r"(?:итого|всего|в том числе)\b.*", re.I)
_ALONE = re.compile(r"\s*(?:(?:общий\s+)?итого?|всего|сумма)"
                    r"(?:\s+(?:по|за)\s.+|\s+мероприятий|\s+чел\w*|\s*:?\s*\d+(?:\s+чел\w*)?)?[\s.:]*", re.I)
_WORDS = ("text", "school", "choice", "period")
"""Types of columns that say what a row is; «Всего» over numbers is a header."""
_ORDER = re.compile(r"\d*[.)]?")
_LETTERS = tuple("ИиОоВвСс \t\n\u00a0")
"""What a total begins with: few texts do, and most rows are settled by their first letter."""


def pattern(match: Match) -> re.Pattern[str]:
    """What the first text of a total is. Among indicators «Всего обучающихся» is one of them."""
    return _ALONE if "indicator" in match.columns else _BEGINS


def rows(grid: Grid, match: Match) -> frozenset[int]:
    """Rows in which a column of the key says «Итого», whatever stands to the left of it: a number, a school."""
    found: set[int] = set()
    kind = KINDS[match.kind]
    names = {name for name in (*kind.key, *layout_of(match).needs) if kind[name].type in _WORDS}
    for place in {match.columns[name] for name in names if name in match.columns}:
        values = [row[place] if place < len(row) else None for row in grid.cells[match.first_row:]]
        words = {value for value in set(values) if isinstance(value, str) and _ALONE.fullmatch(value)}
        found |= {number for number, value in enumerate(values, match.first_row) if value in words} if words else set()
    return frozenset(found | _ordered(grid, match))


def _ordered(grid: Grid, match: Match) -> set[int]:
    """«3, Итого, 108», whatever column «Итого» stands in: a list of people has names there."""
    found = set()
    for number, cells in enumerate(grid.cells[match.first_row:], match.first_row):
        said = next((value for value in cells if value is not None and not _is_order(value)), None)
        if isinstance(said, str) and said.startswith(_LETTERS) and _ALONE.fullmatch(said):
            found.add(number)
    return found


def _is_order(value: Value) -> bool:
    if isinstance(value, str) and value[:1].isalpha():
        return False
    return bool(_ORDER.fullmatch(plain(value)))


def alone(text: str) -> bool:
    """Whether a text names nothing but a total."""
    return bool(_ALONE.fullmatch(text))


def tell(grid: Grid, match: Match, findings: Findings) -> None:
    """A total that names something besides its number, «МБОУ ООШ № 5, Всего, 7», is left out with a word: it may be
    all there is of that school."""
    for number in sorted(rows(grid, match)):
        texts = row_texts(grid.cells[number])
        place = next(place for place, value in enumerate(grid.cells[number]) if plain(value))
        if not _ORDER.fullmatch(texts[0]) and not _ALONE.fullmatch(texts[0]):
            findings.add("total-left", grid.sheet, a1(number, place), texts[0],
                         said=next(text for text in texts if _ALONE.fullmatch(text)))
