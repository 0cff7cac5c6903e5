"""Tables typed with tabs instead of drawn, in a document that has no other."""

import re
from collections import Counter
from collections.abc import Sequence

from shnor.loaders.files.raw import Failed, Raw, heading_of

SHEET = "Таблица 1"
LINES = 3
"""So many lines with the same number of tabs are a table."""
_TABS = re.compile(r"\t")


def typed_table(lines: Sequence[str]) -> Raw:
    """From the first line with the usual number of tabs to the last; what stands above is the heading. Tabs before a
    line are its indent.

    Raises:
        Failed: no-tables, or typed-table where lines are divided by tabs, each in its own way.
    """
    pieces = [[piece.strip() for piece in _TABS.split(line.lstrip("\t \u00a0").rstrip("\t "))] for line in lines]
    sizes = Counter(len(line) for line in pieces if len(line) > 1)
    width, count = max(sizes.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if count < LINES:
        raise Failed("typed-table" if sizes.total() >= LINES else "no-tables")
    usual = [place for place, line in enumerate(pieces) if len(line) == width]
    inside = [line for line in pieces[usual[0]:usual[-1] + 1] if any(line)]
    width = max(map(len, inside))
    heading = heading_of(lines[:usual[0]])
    cells = tuple(tuple(piece or None for piece in (*line, *[""] * (width - len(line)))) for line in inside)
    return Raw(SHEET, cells, heading=heading)
