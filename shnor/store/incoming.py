"""The records of a file as one table per kind, checked for what no log could hold."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from shnor.datasets import Delivery, Kind
from shnor.errors import StoreError
from shnor.store.queries import SRC_PER_UPLOAD, listed, quoted

Tables = Mapping[str, str]
"""kind -> the name its records are registered under."""


def register(cursor: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind], delivery: Delivery) -> Tables:
    """Make the records of a file readable to SQL on this cursor: the stored columns, row, cell, sheet and src, the
    number of the record in the file. Raises StoreError for more records than an upload can number."""
    names: dict[str, str] = {}
    first = 0
    for kind_id in dict.fromkeys(batch.kind for batch in delivery.batches):
        parts = [_with_sheet(kinds[kind_id], batch.table, batch.sheet)
                 for batch in delivery.batches if batch.kind == kind_id]
        table = pa.concat_tables(parts)
        numbers = pa.array(range(first, first + len(table)), pa.int64())
        names[kind_id] = f"incoming {kind_id}"
        cursor.register(names[kind_id], table.append_column("src", numbers))
        first += len(table)
    if first >= SRC_PER_UPLOAD:
        raise StoreError("В файле слишком много строк. Разделите его на несколько.")
    return names


def _with_sheet(kind: Kind, table: pa.Table, sheet: str) -> pa.Table:
    table = table.select(kind.schema.names).cast(kind.schema)
    return table.append_column("sheet", pa.array([sheet] * len(table), pa.string()))


def check_keys(cursor: duckdb.DuckDBPyConnection, kind: Kind, incoming: str) -> None:
    """Raises StoreError when a key is empty or stands twice: which of two rows counts, nobody could say."""
    empty = " or ".join(f"{quoted(name)} is null" for name in kind.key)
    for sheet, cell in cursor.execute(f"select sheet, cell from {quoted(incoming)} where {empty} limit 1").fetchall():
        titles = ", ".join(f"«{kind[name].title}»" for name in kind.key)
        raise StoreError(f"Лист «{sheet}», {cell or 'строка'}: не заполнено то, чем различаются строки ({titles}).")
    twice = cursor.execute(
        f"select arg_min(sheet, src), arg_min(cell, src), arg_max(sheet, src), arg_max(cell, src) "
        f"from {quoted(incoming)} group by {listed(kind.key)} having count(*) > 1 limit 1").fetchall()
    for sheet, cell, other_sheet, other_cell in twice:
        raise StoreError(f"Одна и та же строка записана дважды: лист «{sheet}», {cell or 'строка'} и "
                         f"лист «{other_sheet}», {other_cell or 'строка'}. Оставьте одну.")
