"""A file in which nothing is ours: what it seems to be and what to do with it."""

import re
from collections.abc import Sequence

from shnor.datasets import KINDS, Grid
from shnor.datasets.foreign import SINCE_JANUARY
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables.columns import months_unread
from shnor.loaders.types import Issue
from shnor.loaders.words.headers import normalise, plain, row_texts

HEADER_TEXTS = 3
_NUMBER = re.compile(r"\d{1,3}\s*[.)]?")
_SINCE = re.compile(SINCE_JANUARY)


def not_ours(grids: Sequence[Grid]) -> Issue:
    """One sentence about the fullest sheet."""
    grid = max(grids, key=lambda grid: len(grid.cells))
    seen = max((row_texts(row) for row in grid.cells[:15]), key=len, default=[])
    shown = ", ".join(f"«{plain(text)[:40]}»" for text in seen[:8]) or "нет заголовков"
    if _is_blank_form(grid):
        return ISSUES["blank-form"].at(grid.sheet, "", "", seen=shown)
    if _is_running(grid):
        return ISSUES["since-january"].at(grid.sheet, "", "", seen=shown)
    if months := months_unread(grid):
        return months
    titles = ", ".join(f"«{kind.title}»" for kind in KINDS.values())
    return ISSUES["unknown-table"].at(grid.sheet, "", "", expected=titles, seen=shown)


def _is_blank_form(grid: Grid) -> bool:
    """Headers, and under them nothing but the numbers of rows."""
    rows = ([text for value in row if value is not None and (text := plain(value))] for row in grid.cells)
    header = next((place for place, texts in enumerate(rows) if len(texts) >= HEADER_TEXTS), None)
    if header is None or len(grid.cells) <= header + 1:
        return False
    below = (texts for texts in rows if len(texts) < HEADER_TEXTS or not _is_numbered(texts))
    return all(len(texts) <= 1 and all(map(_NUMBER.fullmatch, texts)) for texts in below)


def _is_numbered(texts: Sequence[str]) -> bool:
    """The row «1 2 3 …» of column numbers."""
    return [text.strip(". )(") for text in texts] == [str(number) for number in range(1, len(texts) + 1)]


def _is_running(grid: Grid) -> bool:
    return any(_SINCE.search(normalise(value)) for row in grid.cells[:15] for value in row if isinstance(value, str))
