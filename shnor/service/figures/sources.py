"""From a figure back to its rows, and from a row to its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor.metrics import METRICS, Figure, behind, weight
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import Where, chosen, current
from shnor.store import Origin, View

SHOWN = 300
"""So many rows are handed out; how many there are is said."""
REST = "src_"
"""Columns of a marked row that begin so name the row of another kind it rests on."""


@dataclass(frozen=True)
class Row:
    """A row a figure counts. cells: its stored values, and what the marking says of it. origin: where it was read;
    rests: where the rows of other kinds were read on which it rests."""

    cells: Mapping[str, object]
    origin: Origin
    rests: tuple[Origin, ...]


@dataclass(frozen=True)
class Behind:
    """figures: what was asked, one a group where it cannot be one. rows: the first of them in the order they were
    loaded; total: how many there are. schools: names by code."""

    figures: tuple[Figure, ...]
    rows: tuple[Row, ...]
    total: int
    schools: Mapping[str, str]


def rows_behind(view: View, metric_id: str, *, as_of: date, where: Where, part: str = "") -> Behind:
    """The rows a figure of any topic counts. part: another weight of the rows, e.g. "planned" for the column is_planned
    or planned. Raises KeyError for a column or a part there is not."""
    metric = METRICS[metric_id]
    rows = topics.marked(view, metric.marking, as_of=as_of, where=where)
    if part:
        weight(rows, part)
    by = [name for name in metric.by if name not in where]
    figures = topics.figures_of(view, metric_id, rows, by=by, as_of=as_of)
    counted = behind(metric_id, rows, part)
    return Behind(tuple(figures), _rows(view, metric.kind, counted.slice(0, SHOWN)), counted.num_rows,
                  sets.register(view, as_of).names)


def _rows(view: View, kind: str, marked: pa.Table) -> tuple[Row, ...]:
    """The marking fills empty cells where it counts; what is shown is what is stored."""
    numbers = marked["src"].to_pylist()
    stored = {row["src"]: row for row in chosen(current(view, kind), {"src": tuple(numbers)}).to_pylist()}
    rests = [name for name in marked.column_names if name.startswith(REST)]
    cells = [{**row, **stored[row["src"]]} for row in marked.to_pylist()]
    named = [*numbers, *(row[name] for row in cells for name in rests if row[name] is not None)]
    origins = {origin.src: origin for origin in view.origins(named)}
    return tuple(Row(row, origins[row["src"]], tuple(origins[row[name]] for name in rests if row[name] is not None))
                 for row in cells)
