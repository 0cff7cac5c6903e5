"""What is counted over the rows of all schools for somebody who sees some of them.

Marks of a row hang on rows of others: an event two schools tell of is one, a question of a survey is judged by what any
file declares. So rows are marked once, all of them, and a scope gets its own marked rows: a school has the same numbers
whoever looks. Nothing that is read here is handed out but counts of sets that are large enough (`sets.apart`) and the
month in which something was first sent; tests/test_architecture.py names every module that may look through it.
"""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor.datasets import KINDS
from shnor.service.figures.rows import Where, chosen, current
from shnor.store import View

SRC = "src"
FIXED = (1, 15)
"""Days of a month on which totals move."""


def everybody(view: View) -> View:
    """The view without its scope; the same where it has none."""
    return view.everybody()


def everybody_settled(view: View, day: date) -> tuple[View, date]:
    """The view without its scope as of a day that is the same for everybody: the newest approval of a month, or the 1st
    or 15th before the day. Who could see a total move when a report comes would know whose it is."""
    state, since = view.settled(day.replace(day=max(fixed for fixed in FIXED if fixed <= day.day)))
    return view.everybody(state), min(since, day)


def own(view: View, kind: str, marked: pa.Table, where: Where) -> pa.Table:
    """Of marked rows of everybody those the scope sees, and of a row of several schools what it may know. where: the
    choice made before the marking; what is cut out of a row is no way to find it."""
    seen, stored = current(view, kind), KINDS[kind]
    rows = marked.filter(pc.is_in(marked[SRC], seen[SRC].combine_chunks()))
    if not stored.shared:
        return rows
    places = pc.index_in(rows[SRC], seen[SRC].combine_chunks()).combine_chunks()
    texts = {column.name for column in stored.stored if column.type == "text"} | {stored.school}
    for place, name in enumerate(rows.column_names):
        if name in texts:
            rows = rows.set_column(place, name, seen[name].combine_chunks().take(places).cast(rows[name].type))
    return chosen(rows, {name: value for name, value in where.items() if name in texts})
