"""From marked rows to whole numbers by group: an Arrow table counted in one thread, because starting others costs more
than counting a few hundred rows."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc


def count(rows: pa.Table, by: Sequence[str], sums: Sequence[str], distinct: Sequence[str] = ()) -> pa.Table:
    """One row a group, sorted by the keys: keys, the sums of the flags, how many different non-empty values, and
    `rows`."""
    counted = rows.group_by([*by], use_threads=False).aggregate(
        [*((name, "sum") for name in sums), *((name, "count_distinct") for name in distinct), ([], "count_all")])
    names = {**{f"{name}_sum": name for name in sums}, **{f"{name}_count_distinct": name for name in distinct},
             "count_all": "rows"}
    table = pa.table({**{key: counted[key] for key in by},
                      **{name: pc.fill_null(counted[was], 0).cast(pa.int64()) for was, name in names.items()}})
    return table.sort_by([(key, "ascending") for key in by]) if by else table


def spread(table: pa.Table, by: Sequence[str], groups: pa.Table | None) -> pa.Table:
    """Exactly the groups asked for, in their order, with zeros where no row stands behind a group. Without a list of
    groups the table stays as it is, but a total always has its one row."""
    if groups is None and (by or table.num_rows):
        return table
    wanted = groups.select(list(by)).to_pylist() if groups is not None and by else [{}]
    found = {tuple(row[key] for key in by): row for row in table.to_pylist()}
    zeros = {name: 0 for name in table.column_names if name not in by}
    rows = [found.get(tuple(group.values()), zeros | group) for group in wanted]
    return pa.Table.from_pylist(rows, schema=table.schema)
