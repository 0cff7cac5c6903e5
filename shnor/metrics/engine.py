"""Figures of any metric and the rows behind them."""

from collections.abc import Mapping, Sequence
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
    metric = METRICS[metric_id]
    return _figures(metric, spread(count(rows, by, metric.flags, metric.different), by, groups))


def behind(metric_id: str, rows: pa.Table, part: str = "") -> pa.Table:
    """Marked rows that weigh something in a figure: in its numerator or its base. part: another weight of the rows,
    e.g. "planned" for the column is_planned or planned."""
    metric = METRICS[metric_id]
    if part:
        return rows.filter(pc.greater(rows[weight(rows, part)], 0))
    return rows.filter(_weighs(metric, rows))


def weight(rows: pa.Table, part: str) -> str:
    """The column of a part. Raises KeyError where the rows have none."""
    name = next((name for name in (f"is_{part}", part) if name in rows.column_names), "")
    if not name or not pa.types.is_integer(rows[name].type):
        raise KeyError(part)
    return name


def _weighs(metric: Metric, rows: pa.Table) -> pa.ChunkedArray:
    if metric.distinct:
        return pc.is_valid(rows[metric.numerator])
    weights = (metric.numerator, metric.denominator, metric.stated[0] if metric.stated else "")
    weighs = pc.greater(rows[metric.numerator], 0)
    for name in filter(None, weights[1:]):
        weighs = pc.or_(weighs, pc.greater(rows[name], 0))
    return pc.or_(weighs, pc.is_valid(rows[metric.plus])) if metric.plus else weighs


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
