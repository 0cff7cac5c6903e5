"""Figures of any topic over any choice of rows, each with the name of the set that really stands behind it."""

from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import metrics, wording
from shnor.metrics.figure import Figure
from shnor.metrics.passport import Metric
from shnor.service.figures import sets
from shnor.store import View

Where = Mapping[str, object]
"""Column → value, several values, or None (empty); `column__from`, `column__to`: both inclusive. It holds for every
kind of the metric that has the column."""
EVERYTHING: Where = {}
SCHOOL, SCHOOLS = "school_id", "school_codes"
"""A row may be of one school, or of several: «Ш05;Ш07»."""


def counted(view: View, ids: Sequence[str], *, by: Sequence[str] | None = None, as_of: date,
            where: Where = EVERYTHING) -> list[Figure]:
    """A figure a metric and group, in the order of ids, then of groups. by None: the grouping of the passport, without
    which a figure means nothing."""
    known, made = sets.register(view, as_of), {}
    found: list[Figure] = []
    for metric in (metrics.METRICS[metric_id] for metric_id in ids):
        groups = tuple(metric.by if by is None else by)
        rows = made.get((metric.classify, groups))
        if rows is None:  # one marking serves every metric of a topic
            rows = made[metric.classify, groups] = marked(view, metric.id, by=groups, as_of=as_of, where=where)
        found += _figures(known, metric, rows, groups, as_of)
    return found


def figures_of(view: View, metric_id: str, rows: pa.Table, *, by: Sequence[str] = (),
               as_of: date) -> list[Figure]:
    """The same from rows that are marked already."""
    return _figures(sets.register(view, as_of), metrics.METRICS[metric_id], rows, by, as_of)


def _figures(known: sets.Register, metric: Metric, rows: pa.Table, by: Sequence[str],
             as_of: date) -> list[Figure]:
    behind = _schools(metric, rows, by)
    table = metrics.figures_of([metric.id], rows, by=by)[metric.id]
    found = []
    for row in table.to_pylist():
        over = sets.ROWS_OF_A_FILE.get(row.get("level") or "") or \
            sets.in_words(known, behind.get(tuple(row[column] for column in by), ()))
        found.append(_figure(metric, row, by, over, as_of))
    return found


def marked(view: View, metric_id: str, *, by: Sequence[str] = (), as_of: date,
           where: Where = EVERYTHING) -> pa.Table:
    """The rows that pass, classified: the columns the metric reads, its flags and weights, school_id and src."""
    metric = metrics.METRICS[metric_id]
    frames = {kind: view.rows(kind, **conditions(view, kind, where)).to_arrow_table() for kind in metric.needs}
    return metrics.marked(metric_id, frames, keep=(*by, SCHOOL, SCHOOLS, "src"), as_of=as_of)


def conditions(view: View, kind: str, where: Where) -> dict[str, object]:
    """Those that speak of columns of the kind, as `view.rows` takes them."""
    return {name: value for name, value in where.items() if name.partition("__")[0] in view.columns(kind)}


def _schools(metric: Metric, rows: pa.Table, by: Sequence[str]) -> dict[tuple, set[str]]:
    """Group → the schools whose rows its base counts."""
    school = SCHOOLS if SCHOOLS in rows.column_names else SCHOOL
    if school not in rows.column_names:
        return {}
    columns = list(dict.fromkeys((*by, school)))
    found: dict[tuple, set[str]] = {}
    for row in _of_base(metric, rows).select(columns).group_by(columns).aggregate([]).to_pylist():
        found.setdefault(tuple(row[name] for name in by), set()).update((row[school] or "").split(";"))
    stated: dict[tuple, set[str]] = {}
    for row in _stated(metric, rows).select(columns).to_pylist():  # a percentage without its number has a school too
        stated.setdefault(tuple(row[name] for name in by), set()).add(row[school] or "")
    return stated | found


def _stated(metric: Metric, rows: pa.Table) -> pa.Table:
    return rows.filter(pc.greater(rows[metric.stated[0]], 0)) if metric.stated else rows.slice(0, 0)


def _of_base(metric: Metric, rows: pa.Table) -> pa.Table:
    """Rows that weigh something in the figure."""
    if metric.distinct:
        return rows.filter(pc.is_valid(rows[metric.numerator]))
    plan = metric.unit == wording.PLAN_SHARE  # a plan names no schools; what was held of it does
    base = pc.greater(rows[metric.numerator if plan else metric.denominator or metric.numerator], 0)
    return rows.filter(pc.or_(base, pc.is_valid(rows[metric.plus])) if metric.plus else base)


def _figure(metric: Metric, row: dict, by: Sequence[str], name: str, as_of: date) -> Figure:
    return Figure(metric=metric.id, group={key: _text(row[key]) for key in by}, set=name, as_of=as_of,
                  numerator=row["numerator"], denominator=row["denominator"], value=row["value"], low=row["low"],
                  high=row["high"], status=row["status"], rows=row["rows"], unit=metric.unit,
                  more={words: row[flag] for flag, words in metric.more.items() if row[flag]})


def _text(value: object) -> str:
    return "" if value is None else str(value)
