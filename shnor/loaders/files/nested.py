"""Tables inside tables: which only lay a page out, and which are tables with something inside a cell."""

from collections.abc import Callable, Iterable
from typing import Any


def layouts(tables: Iterable[Any], own: Callable[[Any], int], outer: Callable[[Any], Any]) -> set[Any]:
    """Tables that only hold others in their place: the tables inside have more cells with text than they themselves.

    tables: in the order of the document. own: cells with text of their own, without tables inside. outer: the table
    a table stands in, None for one that stands in none.
    """
    order = list(tables)
    inside = dict.fromkeys(order, 0)
    for table in reversed(order):
        if (around := outer(table)) is not None:
            inside[around] += own(table) + inside[table]
    return {table for table in order if inside[table] and inside[table] > own(table)}
