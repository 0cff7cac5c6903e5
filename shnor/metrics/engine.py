"""Figures of any metric and the rows behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shnor.metrics.catalogue import METRICS
from shnor.metrics.counting import collect, frame, narrow
from shnor.metrics.formulas import share, wilson
from shnor.metrics.passport import Marking, Metric
from shnor.metrics.sums import count, spread
from shnor.metrics.tally import Tally

Frames = Mapping[str, Any]
"""Rows by kind: DuckDB relations of one view, Arrow tables or pandas frames."""
PER_HUNDREDTH = 1e-4
"""A hundredth of a percent as a share."""


def marked(marking: Marking, frames: Frames, *, as_of: date) -> pa.Table:
    """The marked rows of a topic in the order they were loaded, with every column of the kind that is counted. Columns
    the marking does not read are put beside its rows at the end: at each step they would cost time."""
    read = [frames[kind] for kind in marking.needs]
    rows = marking.trace(marking.classify(*narrow(frames, marking.needs, ("src",)), as_of=as_of), *read, as_of=as_of)
    stored = collect(frame(read[0]))
    beside = [name for name in stored.column_names if name not in rows.column_names]
    if not beside:
        return rows
    kept = stored.select(beside).take(pc.index_in(rows["src"], stored["src"]))
    return pa.table({**dict(zip(rows.column_names, rows.columns, strict=True)),
                     **dict(zip(beside, kept.columns, strict=True))})


def compute(metric_id: str, frames: Frames, *, by: Sequence[str] = (), as_of: date,
            groups: pa.Table | None = None) -> pa.Table:
    """One row a group: the keys, numerator, denominator, value, low, high, status, rows, and what the passport lists
    under `more`. value: a share 0…1 unrounded, for a count the number itself, empty where there is none.

    groups: a table with the columns of `by`; exactly these are returned, those without rows as no_data. Raises
    KeyError for an unknown metric or kind.
    """
    return compute_all([metric_id], frames, by=by, as_of=as_of, groups=groups)[metric_id]


def compute_all(ids: Sequence[str], frames: Frames, *, by: Sequence[str] = (), as_of: date,
                groups: pa.Table | None = None) -> dict[str, pa.Table]:
    """Several metrics, each topic's rows marked once."""
    markings = {METRICS[name].marking.id: METRICS[name].marking for name in ids}
    tables = {name: collect(frame(marking.classify(*narrow(frames, marking.needs, by), as_of=as_of)))
              for name, marking in markings.items()}
    return {name: figures_of(name, tables[METRICS[name].marking.id], by=by, groups=groups) for name in ids}


def figures_of(metric_id: str, rows: pa.Table, *, by: Sequence[str] = (), groups: pa.Table | None = None) -> pa.Table:
    """The same from marked rows."""
    return figures_of_all([metric_id], rows, by=by, groups=groups)[metric_id]


def figures_of_all(ids: Sequence[str], rows: pa.Table, *, by: Sequence[str] = (),
                   groups: pa.Table | None = None) -> dict[str, pa.Table]:
    """Of several metrics of one marking, counted at once."""
    sums = dict.fromkeys(name for metric_id in ids for name in METRICS[metric_id].flags)
    different = dict.fromkeys(name for metric_id in ids for name in METRICS[metric_id].different)
    counted = spread(count(rows, by, [*sums], [*different]), by, groups)
    own = {metric_id: (*by, *METRICS[metric_id].flags, *METRICS[metric_id].different, "rows") for metric_id in ids}
    return {metric_id: _figures(METRICS[metric_id], counted.select(list(dict.fromkeys(names))))
            for metric_id, names in own.items()}


def behind(metric_id: str, rows: pa.Table, part: str = "") -> pa.Table:
    """Marked rows that weigh something in a figure: in its numerator or its base. part: another weight of the rows,
    e.g. "planned" for the column is_planned or planned."""
    metric = METRICS[metric_id]
    if part:
        return rows.filter(pc.greater(rows[weight(rows, part)], 0))
    weighs = pa.array([False] * rows.num_rows, pa.bool_())
    for column, tallies in ((metric.numerator, metric.made), (metric.denominator, metric.base)):
        for tally in tallies:
            if not tally.of:
                weighs = pc.or_(weighs, pc.greater(pa.array(_shares(tally, column, rows), pa.int64()), 0)
                                if tally.rule == "once" else _takes_part(tally, column, rows))
    return rows.filter(pc.or_(weighs, pc.greater(rows[metric.stated[0]], 0)) if metric.stated else weighs)


@dataclass(frozen=True)
class Tallied:
    """What each of the rows behind a figure adds to its numerator and to its denominator, by the rules of the passport.
    sums: column → its sum over the rows in which it is added up."""

    made: list[int]
    base: list[int]
    sums: Mapping[str, int]


def tallied(metric_id: str, rows: pa.Table) -> Tallied:
    """Of the rows `behind` gave. What is made of rows of another metric is not among it."""
    metric = METRICS[metric_id]
    sums: dict[str, int] = {}
    for column, tallies in ((metric.numerator, metric.made), (metric.denominator, metric.base)):
        for tally in tallies:
            if tally.rule == "sum" and not tally.of:
                part = rows.filter(_takes_part(tally, column, rows))
                sums |= {name: pc.sum(pc.fill_null(part[name], tally.empty)).as_py() or 0 for name in tally.columns}
    made, base = ([sum(parts) for parts in zip(*(_shares(tally, column, rows) for tally in tallies if not tally.of),
                                              [0] * rows.num_rows, strict=True)]
                  for column, tallies in ((metric.numerator, metric.made), (metric.denominator, metric.base)))
    return Tallied(made, base, sums)


def _shares(tally: Tally, column: str, rows: pa.Table) -> list[int]:
    """What each row adds; nothing where it takes no part."""
    mask = _takes_part(tally, column, rows)
    names = list(dict.fromkeys((*tally.columns, *tally.times, *tally.keys)))
    part = rows.filter(mask).select(names).to_pylist() if names else [{}] * (pc.sum(mask).as_py() or 0)
    shares = iter(tally.shares(part))
    return [next(shares) if takes_part else 0 for takes_part in mask.to_pylist()]


def _takes_part(tally: Tally, column: str, rows: pa.Table) -> pa.ChunkedArray:
    cells = rows[tally.over or column]
    if pa.types.is_integer(cells.type):
        return pc.fill_null(pc.greater(cells, 0), False)
    return pc.and_(pc.is_valid(cells), pc.fill_null(pc.not_equal(cells, ""), False))


def weight(rows: pa.Table, part: str) -> str:
    """The column of a part. Raises KeyError where the rows have none."""
    name = next((name for name in (f"is_{part}", part) if name in rows.column_names), "")
    if not name or not pa.types.is_integer(rows[name].type):
        raise KeyError(part)
    return name


def _figures(metric: Metric, counted: pa.Table) -> pa.Table:
    weights = (*metric.flags, *metric.different, "rows")
    numbers = {name: counted[name].to_numpy() for name in weights}
    numerator = numbers[metric.numerator] + (numbers[metric.plus] if metric.plus else 0)
    denominator = numbers[metric.denominator] if metric.denominator else None
    value = share(numerator, denominator) if denominator is not None else np.where(numerator > 0, numerator, np.nan)
    if metric.stated:
        flag, percents = metric.stated
        value = np.where(_alone(metric, numbers, flag), numbers[percents] * PER_HUNDREDTH, value)
    low = high = np.full(len(numerator), np.nan)
    if metric.interval and denominator is not None:
        low, high = wilson(numerator, denominator)
        value = np.where(numerator > denominator, np.nan, value)  # the counts are shown, to be checked
    columns = {
        **{key: counted[key] for key in counted.column_names if key not in weights},
        "numerator": pa.array(numerator, pa.int64()),
        "denominator": pa.array([None] * len(numerator) if denominator is None else denominator, pa.int64()),
        "value": _numbers(value), "low": _numbers(low), "high": _numbers(high),
        "status": _status(metric, numbers, numerator), "rows": counted["rows"],
        **{name: counted[name] for name in (*filter(None, (metric.about,)), *metric.more)},
    }
    return pa.table(columns)


def _alone(metric: Metric, numbers: Mapping[str, np.ndarray], stated: str) -> np.ndarray:
    """Groups of which nothing is known but one percentage without its number: it is shown as it came, never summed.
    stated: the flag of such rows."""
    return (numbers[metric.denominator] == 0) & (numbers[stated] == 1)


def _status(metric: Metric, numbers: Mapping[str, np.ndarray], numerator: np.ndarray) -> pa.Array:
    """ok, no_data, no_report, no_n or small; see `figure.Status`."""
    base = numbers[metric.denominator] if metric.denominator else numerator
    status = np.where(base == 0, "no_data", np.where(base < metric.minimum, "small", "ok"))
    if metric.stated:
        status = np.where((base == 0) & (numbers[metric.stated[0]] > 0), "no_n", status)
    if metric.silence:
        silent, asked = (numbers[name] for name in metric.silence)
        status = np.where((asked > 0) & (silent == asked) & (numerator == 0), "no_report", status)
    return pa.array(status.tolist(), pa.string())


def _numbers(values: np.ndarray) -> pa.Array:
    """NaN and infinity become empty."""
    return pa.array(values, pa.float64(), mask=~np.isfinite(values))
