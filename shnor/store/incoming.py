"""The records of a file as one table per kind, checked for what no log could hold."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from shnor.datasets import Delivery, Kind
from shnor.errors import StoreError
from shnor.store.queries import SRC_PER_UPLOAD

Tables = Mapping[str, str]
"""kind -> the name its records are registered under."""


def register(cursor: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind], delivery: Delivery) -> Tables:
    """Make the records of a file readable to SQL on this cursor: the stored columns, row, cell, sheet and src, the
    number of the record in the file. Raises StoreError for a key that is empty or stands twice, and for more
    records than an upload can number."""
    names: dict[str, str] = {}
    first = 0
    for kind_id in dict.fromkeys(batch.kind for batch in delivery.batches):
        parts = [_with_sheet(kinds[kind_id], batch.table, batch.sheet)
                 for batch in delivery.batches if batch.kind == kind_id]
        table = pa.concat_tables(parts)
        table = table.append_column("src", pa.array(range(first, first + len(table)), pa.int64()))
        _check_keys(kinds[kind_id], table, first)
        names[kind_id] = f"incoming {kind_id}"
        cursor.register(names[kind_id], table)
        first += len(table)
    if first >= SRC_PER_UPLOAD:
        raise StoreError("В файле слишком много строк. Разделите его на несколько.")
    return names


def register_replaced(cursor: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind], delivery: Delivery) -> Tables:
    """The keys of earlier rows that the file replaces, readable in the same way."""
    names: dict[str, str] = {}
    for kind_id, keys in delivery.replaced.items():
        names[kind_id] = f"replaced {kind_id}"
        cursor.register(names[kind_id], keys.select(list(kinds[kind_id].key)))
    return names


def _with_sheet(kind: Kind, table: pa.Table, sheet: str) -> pa.Table:
    table = table.select(kind.schema.names).cast(kind.schema)
    return table.append_column("sheet", pa.array([sheet] * len(table), pa.string()))


def _check_keys(kind: Kind, table: pa.Table, first: int) -> None:
    """Of two rows with one key nobody could say which counts."""
    for name in kind.key:
        if table[name].null_count:
            where = _place(table, pc.index(pc.is_null(table[name]), True).as_py())
            raise StoreError(f"{where}: не заполнено «{kind[name].title}», а по нему различаются строки.")
    counted = table.group_by(list(kind.key)).aggregate([("src", "min"), ("src", "max")])
    twice = counted.filter(pc.not_equal(counted["src_min"], counted["src_max"])).slice(0, 1).to_pylist()
    for row in twice:
        raise StoreError(f"Одна и та же строка записана дважды: {_place(table, row['src_min'] - first)} и "
                         f"{_place(table, row['src_max'] - first)}. Оставьте одну.")


def _place(table: pa.Table, number: int) -> str:
    row = table.slice(number, 1).to_pylist()[0]
    return f"лист «{row['sheet']}», {row['cell'] or 'строка'}"
