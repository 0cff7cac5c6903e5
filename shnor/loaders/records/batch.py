"""Records as a batch: a table of the kind's schema, each record and each value with the cells it was read from."""

from collections.abc import Callable

import pyarrow as pa

from shnor.datasets import Batch, a1
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.places import places


def batch(draft: Draft, count: Callable[[Draft], int] | None = None) -> Batch:
    """The records as a table of the kind's schema."""
    body, kind = draft.body, draft.body.kind
    size = len(draft.origin)
    arrays = [pa.array(draft.columns.get(column.name) or [None] * size, column.arrow) for column in kind.stored]
    rows = [body.numbers[row] + 1 for row in draft.origin]
    table = pa.Table.from_arrays([*arrays, pa.array(rows, pa.int64()), pa.array(_cells(draft), pa.string())],
                                 schema=kind.schema)
    return Batch(kind.id, body.match.layout, body.sheet, body.match.header_row + 1,
                 count(draft) if count else size, table, places(draft))


def _cells(draft: Draft) -> list[str]:
    """Where each record stands: the cell of its period, else of the last needed column, in each of its rows. Another
    sheet is named."""
    body = draft.body
    if draft.places:
        return [_named(draft, place) for place in draft.places]
    name = next((name for name in reversed(body.layout.needs) if name in body.match.columns), "")
    if len(body.parts) == 1 and not draft.joined:
        letters = a1(0, body.match.columns.get(name, 0))[:-1]
        return [f"{letters}{body.numbers[row] + 1}" for row in draft.origin]
    return [", ".join(_named(draft, body.place(row, name)) for row in (first, *draft.joined.get(first, ())))
            for first in draft.origin]


def _named(draft: Draft, place: tuple[str, str]) -> str:
    sheet, cell = place
    return cell if sheet == draft.body.sheet else f"{sheet}!{cell}"
