"""What a file would change: its records held against the current rows. Nothing is stored."""

from collections.abc import Mapping

import duckdb

from shnor.datasets import Kind
from shnor.store.incoming import check_keys
from shnor.store.queries import differs, listed, matched, missing, stored
from shnor.store.types import Change, TableChange

MOST_CHANGES = 500
MOST_ADDED = 50


def table_change(cursor: duckdb.DuckDBPyConnection, kind: Kind, state: int, incoming: str) -> TableChange:
    """Counts are exact; of changes and added rows the first ones of the file are listed. Raises StoreError for
    records without a key or with the same key twice."""
    check_keys(cursor, kind, incoming)
    added, changed, unchanged = cursor.execute(matched(
        kind, state, f"count(*) filter (c.src is null), count(*) filter (c.src is not null and {differs(kind)}), "
                     f"count(*) filter (c.src is not null and not {differs(kind)})", incoming)).fetchall()[0]
    gone = cursor.execute(missing(kind, state, listed(kind.key, "c"), incoming)).fetchall()
    return TableChange(kind=kind.id, added=added, changed=changed, unchanged=unchanged,
                       changes=_changes(cursor, kind, state, incoming),
                       missing=tuple(dict(zip(kind.key, row, strict=True)) for row in gone),
                       first_added=_added(cursor, kind, state, incoming))


def _changes(cursor: duckdb.DuckDBPyConnection, kind: Kind, state: int, incoming: str) -> tuple[Change, ...]:
    names = stored(kind)
    query = matched(kind, state, f"i.cell, {listed(names, 'i')}, {listed(names, 'c')}", incoming)
    found: list[Change] = []
    for cell, *values in cursor.execute(f"{query} where c.src is not null and {differs(kind)} "
                                        f"order by i.src limit {MOST_CHANGES}").fetchall():
        new, old = (dict(zip(names, part, strict=True)) for part in (values[:len(names)], values[len(names):]))
        key = {name: new[name] for name in kind.key}
        found += [Change(key, name, old[name], new[name], cell or "") for name in names if old[name] != new[name]]
    return tuple(found[:MOST_CHANGES])


def _added(cursor: duckdb.DuckDBPyConnection, kind: Kind, state: int,
           incoming: str) -> tuple[Mapping[str, object], ...]:
    names = stored(kind)
    rows = cursor.execute(f"{matched(kind, state, listed(names, 'i'), incoming)} where c.src is null "
                          f"order by i.src limit {MOST_ADDED}").fetchall()
    return tuple(dict(zip(names, row, strict=True)) for row in rows)
