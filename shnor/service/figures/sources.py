"""From a figure back to its rows, and from a row to its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor.datasets import KINDS, Column
from shnor.metrics import METRICS, Metric
from shnor.metrics.figure import Figure
from shnor.service.figures import sets, topics
from shnor.service.figures.classified import classified
from shnor.service.figures.roadmap import Filters
from shnor.store import Origin, View


@dataclass(frozen=True)
class Trace:
    """A row behind a figure: what it says, where the plan stands and where the report stands (if there is one)."""

    row: Mapping[str, object]
    plan: Origin
    report: Origin | None


def behind(view: View, metric: str, *, as_of: date, filters: Filters, part: str = "") -> tuple[Figure, list[Trace]]:
    """The figure and the rows its numerator counts (or one part of «срок наступил»), each with its cells."""
    marked = classified(view, as_of=as_of, filters=filters)
    passport = METRICS[metric]
    flag = f"is_{part}" if part else "" if passport.distinct else passport.numerator
    [found] = marked.figures([metric])
    return found, _traced(view, marked.flagged(flag).rows if flag else marked.rows)


@dataclass(frozen=True)
class Behind:
    """figures: what was asked, one a group where it cannot be one. rows: as they are stored, with their places in the
    same order. schools: names by code."""

    figures: tuple[Figure, ...]
    rows: tuple[Mapping[str, object], ...]
    origins: tuple[Origin, ...]
    schools: Mapping[str, str]


def rows_behind(view: View, metric_id: str, *, as_of: date, where: Mapping[str, str], part: str = "") -> Behind:
    """The rows a figure of any topic counts. where: column → value as text; several values «Ш05;Ш07». part: another
    weight of the rows, e.g. "planned" for the column is_planned or planned."""
    metric = METRICS[metric_id]
    stored, made = _split(metric, where)
    derived = [*made, *(name for name in metric.by if name not in made)]
    rows = topics.marked(view, metric_id, by=derived, as_of=as_of, where=stored)
    for name, value in made.items():
        rows = rows.filter(_holds(name, rows[name], value))
    by = [name for name in metric.by if name not in where and name in rows.column_names]
    counted = topics.figures_of(view, metric_id, rows, by=by, as_of=as_of)
    shown = rows.filter(_counts(metric, rows, part))["src"].to_pylist()
    kind = next(iter(metric.needs))
    found = {row["src"]: row for row in view.rows(kind, **topics.conditions(view, kind, stored)).to_arrow_table()
             .to_pylist()}
    known = [src for src in dict.fromkeys(shown) if src in found]
    return Behind(tuple(counted), tuple(found[src] for src in known), tuple(view.origins(known)),
                  sets.register(view, as_of).names)


def _split(metric: Metric, where: Mapping[str, str]) -> tuple[dict[str, object], dict[str, str]]:
    """Conditions on stored columns, typed; and those on columns made by the marking."""
    typed: dict[str, object] = {}
    made: dict[str, str] = {}
    for name, value in where.items():
        column = next((column for kind in metric.needs for column in KINDS[kind].stored
                       if column.name == name.partition("__")[0]), None)
        if column is None or name == topics.SCHOOLS:
            made[name] = value
        elif ";" in value:
            typed[name] = tuple(_typed(column, one) for one in value.split(";"))
        else:
            typed[name] = _typed(column, value)
    return typed, made


def _holds(name: str, column: pa.ChunkedArray, value: str) -> pa.ChunkedArray:
    """Rows with this value; where a row is of several schools, with this school among them."""
    texts = pc.fill_null(pc.cast(column, pa.string()), "")
    if name != topics.SCHOOLS or not value:
        return pc.equal(texts, value)
    return pc.match_substring(pc.binary_join_element_wise("", texts, "", ";"), f";{value};")


def _typed(column: Column, value: str) -> object:
    if column.type in ("date", "month"):
        return date.fromisoformat(value) if value else None
    return (int(value) if value else None) if column.type == "whole" else value


def _counts(metric: Metric, rows: pa.Table, part: str) -> pa.ChunkedArray:
    """Rows with a weight in the numerator, or in the part asked for; a share of nothing shows its whole base."""
    if part:
        name = f"is_{part}" if f"is_{part}" in rows.column_names else part
        return pc.greater(rows[name], 0)
    if metric.distinct:
        return pc.is_valid(rows[metric.numerator])
    base = pc.greater(rows[metric.numerator], 0)
    if metric.denominator:
        base = pc.or_(base, pc.greater(rows[metric.denominator], 0))
    for other in (metric.plus, metric.stated and metric.stated[0]):
        if other:
            base = pc.or_(base, pc.is_valid(rows[other]) if other == metric.plus else pc.greater(rows[other], 0))
    return base


def deadline(view: View, src: int, *, as_of: date, filters: Filters) -> Trace | None:
    """One deadline of the roadmap with its cells; None when it is not among those that pass the filters."""
    rows = [row for row in classified(view, as_of=as_of, filters=filters).rows if row["src"] == src]
    return next(iter(_traced(view, rows)), None)


def _traced(view: View, rows: list[dict]) -> list[Trace]:
    numbers = [row[name] for row in rows for name in ("src", "src_progress") if row.get(name) is not None]
    origins = {origin.src: origin for origin in view.origins(numbers)}
    return [Trace(row, origins[row["src"]], origins.get(row.get("src_progress"))) for row in rows]
