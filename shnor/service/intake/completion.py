"""A column a file says nothing of leaves what is known alone."""

from dataclasses import replace
from datetime import date

import pyarrow as pa

from shnor.datasets import KINDS, Batch, Kind, Spot
from shnor.datasets.places import EARLIER
from shnor.store import Preview, View


def completed(view: View, batch: Batch) -> Batch:
    """The batch with the current values in columns that are empty in all its rows: a mark entered by hand or a short
    list must not wipe the school's explanation or its document. Keys that are new stay as they are."""
    kind, table = KINDS[batch.kind], batch.table
    silent = [column.name for column in kind.stored
              if column.name not in kind.key and table.num_rows and table[column.name].null_count == table.num_rows]
    known = _known(view, kind, table, silent) if silent else {}
    if not known:
        return batch
    keys = list(zip(*(table[name].to_pylist() for name in kind.key), strict=True))
    for place, name in enumerate(silent):
        values = pa.array([known[key][place] if key in known else None for key in keys], table.schema.field(name).type)
        table = table.set_column(table.schema.get_field_index(name), table.schema.field(name), values)
    alone = {name: (Spot(words=EARLIER),) for name in silent}
    return replace(batch, table=table, places=tuple(
        replace(one, columns={**one.columns, **alone}) for one in batch.places))


def _known(view: View, kind: Kind, table: pa.Table, silent: list[str]) -> dict[tuple, tuple]:
    """Key → current values of the silent columns, for the slices the table speaks of."""
    slices = {name: [value for value in table[name].unique().to_pylist() if value is not None] for name in kind.slice}
    rows = view.rows(kind.id, **slices).select(*kind.key, *silent).fetchall()
    width = len(kind.key)
    return {row[:width]: row[width:] for row in rows if any(value is not None for value in row[width:])}


def approved_months(batches: tuple[Batch, ...], approved: frozenset[date],
                    preview: Preview | None = None) -> tuple[date, ...]:
    """Months of the batches, and of earlier rows that would stop counting, that are approved and therefore take no
    change."""
    months = {month for batch in batches if (kind := KINDS[batch.kind]).period and kind[kind.period].type == "month"
              for month in batch.table[kind.period].unique().to_pylist()}
    months |= {row[KINDS[table.kind].period] for table in (preview.tables if preview else ()) for row in table.replaced
               if (kind := KINDS[table.kind]).period and kind[kind.period].type == "month"}
    return tuple(sorted(months & approved))
