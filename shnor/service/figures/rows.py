"""Rows of a kind as they stand in a view, and the one language of choosing among rows."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.store import View

Choice = str | int | float | date | None
Where = Mapping[str, Choice | tuple[Choice, ...]]
"""Column → value, or several of which any will do; None and "" both stand for an empty cell. `column__from`,
`column__to`: borders, both inclusive. Values of columns that are no texts may be texts too, as an address has them."""
EVERYTHING: Where = {}
SCHOOLS = "school_codes"
"""A row may be of several schools: «Ш05;Ш07»."""
KEPT = Kept(128 * MEGABYTE)


def current(view: View, kind: str) -> pa.Table:
    """The current rows of a kind, read once for each change of it."""
    return KEPT.get((view.key_of({kind}), kind), lambda: view.table(kind, current), lambda rows: rows.nbytes)


def arrivals(view: View, kind: str, *by: str) -> list[tuple]:
    """See `View.arrivals`, read once for each change of the kind."""
    return KEPT.get((view.key_of({kind}), kind, by), lambda: view.arrived(kind, by, arrivals),
                    lambda found: 200 * len(found))


def chosen(rows: pa.Table, where: Where) -> pa.Table:
    """The rows that pass every condition. Raises KeyError for a column the rows have not."""
    for name, value in where.items():
        column, _, side = name.partition("__")
        rows = rows.filter(_within(rows[column], side, value) if side else _among(rows, column, value))
    return rows


def only(rows: pa.Table, **where: Choice | tuple[Choice, ...]) -> pa.Table:
    """The same with the conditions as keywords."""
    return chosen(rows, where)


def values(rows: pa.Table, column: str) -> list:
    """The different values of a column, in the order of the rows."""
    return rows[column].unique().to_pylist()


def _among(rows: pa.Table, column: str, value: Choice | tuple[Choice, ...]) -> pa.ChunkedArray:
    cells, wanted = rows[column], value if isinstance(value, tuple) else (value,)
    if column == SCHOOLS and value:
        return _with_school(cells, wanted)
    if pa.types.is_string(cells.type) or pa.types.is_large_string(cells.type):
        return pc.is_in(pc.fill_null(cells, ""), pa.array([str(one or "") for one in wanted], cells.type))
    typed = [_typed(cells.type, one) for one in wanted]
    return pc.is_in(cells, pa.array(typed, cells.type), skip_nulls=all(one not in (None, "") for one in wanted))


def _with_school(cells: pa.ChunkedArray, wanted: tuple[Choice, ...]) -> pa.ChunkedArray:
    listed = pc.binary_join_element_wise("", pc.fill_null(cells, ""), "", ";")
    found = pc.match_substring(listed, f";{wanted[0]};")
    for code in wanted[1:]:
        found = pc.or_(found, pc.match_substring(listed, f";{code};"))
    return found


def _within(cells: pa.ChunkedArray, side: str, value: Choice | tuple[Choice, ...]) -> pa.ChunkedArray:
    if isinstance(value, tuple) or side not in ("from", "to"):
        raise KeyError(side)
    border = pa.scalar(_typed(cells.type, value), cells.type)
    passes = pc.greater_equal(cells, border) if side == "from" else pc.less_equal(cells, border)
    return pc.fill_null(passes, False)


def _typed(kind: pa.DataType, value: Choice) -> Choice:
    """A text of an address as a value of the column; what cannot be one is no value of any row."""
    if not isinstance(value, str):
        return value
    try:
        if pa.types.is_integer(kind):
            return int(value) if value else None
        return date.fromisoformat(value) if value and pa.types.is_date(kind) else float(value) if value else None
    except ValueError:
        return None
