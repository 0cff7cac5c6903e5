"""Where values stand, as it is kept: a line a table of a file."""

import json
from collections.abc import Collection, Mapping

import duckdb

from shnor.datasets import Batch, Places, Spot
from shnor.datasets.places import EARLIER

Tables = dict[tuple[int, str], dict[str, Places]]
"""(upload, kind) → sheet → where its values stand."""


def keep(cursor: duckdb.DuckDBPyConnection, upload: int, batches: Collection[Batch]) -> None:
    lines = [[upload, table.kind, table.sheet, _packed(table)] for batch in batches for table in batch.places]
    if lines:
        cursor.executemany("insert into places values (?, ?, ?, ?)", lines)


def kept(cursor: duckdb.DuckDBPyConnection, uploads: Collection[int]) -> Tables:
    """Of these uploads. A base of an older version has none of the files accepted before."""
    found: Tables = {}
    for upload, kind, sheet, content in cursor.execute(
            "select upload_id, kind, sheet, content from places where upload_id in (select unnest(?::BIGINT[]))",
            [list(uploads)]).fetchall():
        found.setdefault((upload, kind), {})[sheet] = _unpacked(kind, sheet, content)
    return found


def silent(tables: Mapping[str, Places]) -> bool:
    """Whether they say nothing of some columns, so that these stay as they were."""
    return any(spot.words == EARLIER for table in tables.values() for spots in table.columns.values() for spot in spots)


def _packed(table: Places) -> str:
    columns = {name: [[spot.at, spot.words, *spot.rows] for spot in spots] for name, spots in table.columns.items()}
    return json.dumps({"heads": table.heads, "columns": columns}, ensure_ascii=False, separators=(",", ":"))


def _unpacked(kind: str, sheet: str, content: str) -> Places:
    plain = json.loads(content)
    first, last = plain["heads"]
    return Places(kind, sheet, (first, last), {
        name: tuple(Spot(at, words, (top, bottom)) for at, words, top, bottom in spots)
        for name, spots in plain["columns"].items()})
