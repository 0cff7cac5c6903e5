"""What a file would change: its records held against the current rows. Nothing is stored."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from shnor.datasets import Kind, Places
from shnor.datasets.places import places_of
from shnor.store.queries import compared, listed, missing, replaced, stored
from shnor.store.types import Change, TableChange

MOST_CHANGES = 500
MOST_ADDED = 50


def table_change(cursor: duckdb.DuckDBPyConnection, kind: Kind, state: int, incoming: str,
                 tables: Mapping[str, Places], keys: str = "") -> TableChange:
    """Counts are exact; of changes and added rows the first ones of the file are listed. tables: where the values of
    the file stand, by sheet. keys: the name under which the keys of replaced rows are registered."""
    rows = cursor.sql(compared(kind, state, incoming)).to_arrow_table()
    added, changed = (rows.filter(pc.equal(rows["verdict"], verdict)) for verdict in ("added", "changed"))
    out = cursor.sql(replaced(kind, state, listed(stored(kind), "c"), keys, incoming)).to_arrow_table().to_pylist() \
        if keys else []
    taken = {tuple(row[name] for name in kind.key) for row in out}
    gone = cursor.execute(missing(kind, state, listed(kind.key, "c"), incoming)).fetchall()
    return TableChange(
        kind=kind.id, added=len(added), changed=len(changed), unchanged=len(rows) - len(added) - len(changed),
        changes=_changes(kind, changed.slice(0, MOST_CHANGES), tables),
        missing=tuple(dict(zip(kind.key, row, strict=True)) for row in gone if row not in taken),
        first_added=tuple({name: row[f"new {name}"] for name in stored(kind)}
                          for row in added.slice(0, MOST_ADDED).to_pylist()),
        replaced=tuple(out))


def _changes(kind: Kind, rows: pa.Table, tables: Mapping[str, Places]) -> tuple[Change, ...]:
    found: list[Change] = []
    for row in rows.to_pylist():
        key = {name: row[f"new {name}"] for name in kind.key}
        found += [Change(key, name, row[f"old {name}"], row[f"new {name}"],
                         places_of(tables, name, row["sheet"], row["cell"] or ""))
                  for name in stored(kind) if row[f"old {name}"] != row[f"new {name}"]]
    return tuple(found[:MOST_CHANGES])
