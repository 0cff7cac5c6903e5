"""Tables inside tables: which only lay a page out, and which are tables with something inside a cell."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

ROWS = 3
"""So many rows of two and more cells with text are a table, even where it holds larger ones."""


def layouts(tables: Iterable[Any], own: Callable[[Any], Sequence[int]],
            outer: Callable[[Any], Any]) -> dict[Any, bool]:
    """Tables that hold others in their place: the tables inside have more cells with text than they themselves. True
    where what is left without those inside is a table too.

    tables: in the order of the document. own: cells with text of each row, without tables inside. outer: the table
    a table stands in, None for one that stands in none.
    """
    order = list(tables)
    inside = dict.fromkeys(order, 0)
    for table in reversed(order):
        if (around := outer(table)) is not None:
            inside[around] += sum(own(table)) + inside[table]
    return {table: sum(count > 1 for count in own(table)) >= ROWS
            for table in order if inside[table] and inside[table] > sum(own(table))}
