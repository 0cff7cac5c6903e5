"""Figures of any metric and the rows behind them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
import pyarrow as pa

from shnor.metrics.catalogue import METRICS
from shnor.metrics.counting import collect, count, frame, narrow, spread
from shnor.metrics.formulas import share, wilson
from shnor.metrics.passport import Metric

Frames = Mapping[str, Any]
PER_HUNDREDTH = 1e-4
"""A hundredth of a percent as a share."""


def compute(metric_id: str, frames: Frames, *, by: Sequence[str] = (), as_of: date,
            groups: pa.Table | None = None) -> pa.Table:
    """One row a group: the keys, numerator, denominator, value, low, high, status, rows, and what the passport lists
    under `more`. value: a share 0…1 unrounded, for a count the number itself, empty where there is none.

    frames: rows by kind (DuckDB relations of one view, or Arrow tables). groups: a table with the columns of `by`;
    exactly these are returned, those without rows as no_data. Raises KeyError for an unknown metric or kind.
    """
    return compute_all([metric_id], frames, by=by, as_of=as_of, groups=groups)[metric_id]


def compute_all(ids: Sequence[str], frames: Frames, *, by: Sequence[str] = (), as_of: date,
                groups: pa.Table | None = None) -> dict[str, pa.Table]:
    """Several metrics, each topic's rows marked and counted once."""
    topics: dict[Any, list[str]] = {}
    for name in ids:
        topics.setdefault(METRICS[name].classify, []).append(name)
    found: dict[str, pa.Table] = {}
    for classify, names in topics.items():
        rows = classify(*narrow(frames, METRICS[names[0]].needs, by), as_of=as_of)
        found |= figures_of(names, rows, by=by, groups=groups)
    return {name: found[name] for name in ids}


def figures_of(ids: Sequence[str], rows: Any, *, by: Sequence[str] = (),
               groups: pa.Table | None = None) -> dict[str, pa.Table]:
    """The same from rows of one topic that are classified already, e.g. the table of `standings`: cheap, for one
    page."""
    chosen = [METRICS[name] for name in ids]
    flags = dict.fromkeys(name for metric in chosen for name in metric.flags)
    distinct = dict.fromkeys(name for metric in chosen for name in metric.different)
    counted = spread(count(frame(rows), by, [*flags], [*distinct]), by, groups)
    return {metric.id: _figures(metric, counted, by) for metric in chosen}


def marked(metric_id: str, frames: Frames, *, keep: Sequence[str] = (), as_of: date) -> pa.Table:
    """The classified rows of a metric, in memory. keep: columns to carry along where the kinds have them."""
    metric = METRICS[metric_id]
    return collect(frame(metric.classify(*narrow(frames, metric.needs, keep), as_of=as_of)))


def behind(metric_id: str, frames: Frames, *, as_of: date, group: Mapping[str, str] | None = None,
           part: str = "") -> pa.Table:
    """The rows a figure's numerator counts, marked, in the order they were loaded. part: another flag without its
    «is_», e.g. "due" or "not_done". group: column → value; "" stands for an empty cell."""
    metric = METRICS[metric_id]
    read = [frames[kind] for kind in metric.needs]
    rows = metric.classify(*read, as_of=as_of)
    if part or not metric.distinct:
        rows = rows.filter(nw.col(f"is_{part}" if part else metric.numerator) > 0)
    for name, value in (group or {}).items():
        rows = rows.filter(nw.col(name).fill_null("") == (value or ""))
    return metric.trace(rows, *read, as_of=as_of)


def _figures(metric: Metric, counted: pa.Table, by: Sequence[str]) -> pa.Table:
    numbers = {name: counted[name].to_numpy() for name in counted.column_names if name not in by}
    numerator = numbers[metric.numerator] + (numbers[metric.plus] if metric.plus else 0)
    denominator = numbers[metric.denominator] if metric.denominator else None
    value = share(numerator, denominator) if denominator is not None else np.where(numerator > 0, numerator, np.nan)
    if metric.stated:
        value = np.where(_alone(metric, numbers), numbers[metric.stated[1]] * PER_HUNDREDTH, value)
    low, high = wilson(numerator, denominator) if metric.interval else (np.full(len(numerator), np.nan),) * 2
    columns = {
        **{key: counted[key] for key in by},
        "numerator": pa.array(numerator, pa.int64()),
        "denominator": pa.array([None] * len(numerator) if denominator is None else denominator, pa.int64()),
        "value": _numbers(value), "low": _numbers(low), "high": _numbers(high),
        "status": _status(metric, numbers, numerator), "rows": counted["rows"],
        **{name: counted[name] for name in metric.more},
    }
    return pa.table(columns)


def _alone(metric: Metric, numbers: Mapping[str, np.ndarray]) -> np.ndarray:
    """Groups of which nothing is known but one percentage without its number: it is shown as it came, never summed."""
    return (numbers[metric.denominator] == 0) & (numbers[metric.stated[0]] == 1)


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
