"""Whether a base is there to its last byte: the engine opens a file whose end is missing, and fails where it reads."""

from pathlib import Path

import duckdb

from shnor.errors import StoreError
from shnor.store.queries import quoted

Contents = dict[str, list[int]]
"""Table → how many rows it has and a sum over every value of them."""
_HEADERS = 3 * 4096
"""Bytes of a base before its first block."""


def contents(connection: duckdb.DuckDBPyConnection) -> Contents:
    """Every table (the journal and the files among them) read to its last value. Raises duckdb.Error where a value
    cannot be read."""
    tables = connection.execute("select table_name from duckdb_tables() where database_name = current_database() "
                                "and not internal order by table_name").fetchall()
    return {table: list(connection.execute(f"select count(*), coalesce(sum(hash(t)::HUGEINT), 0) from {quoted(table)} "
                                           "as t").fetchall()[0]) for table, in tables}


def contents_of(path: Path, called: str = "") -> Contents:
    """Of a base that lies on the disk and is not open: nothing in it changes. called: what people know it by, "" = its
    name. Raises StoreError where it is no base or not whole."""
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute("set enable_external_access = false")
            return contents(connection)
    except duckdb.Error:
        problem = StoreError(f"Файл «{called or path.name}» — не база этой программы или повреждён.")
    raise problem


def is_cut(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Whether something that is stored is missing. A file may be shorter than its blocks: free ones at its end are
    not kept. So a short one is read, and one as long as it says is not."""
    [(blocks, size)] = connection.execute("select total_blocks, block_size from pragma_database_size()").fetchall()
    if path.stat().st_size >= _HEADERS + blocks * size:
        return False
    try:
        contents(connection)
    except duckdb.Error:
        return True
    return False
