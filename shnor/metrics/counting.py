"""The words rows are marked with, by whatever engine holds them: DuckDB, Arrow or pandas.

Only a small vocabulary of narwhals answers alike on DuckDB, Arrow and pandas; tests/metrics/test_vocabulary.py
refuses the rest. Inside `agg` stand plain columns only: pyarrow and pandas ignore a condition there in silence.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import pyarrow as pa

from shnor.metrics.passport import Rows


def frame(rows: Any) -> Rows:
    """The door for rows of a DuckDB relation, an Arrow table or a pandas frame: a narwhals frame with days as days."""
    opened = nw.from_native(rows)
    if isinstance(opened, nw.DataFrame):
        moments = [name for name, kind in opened.schema.items() if kind == nw.Datetime]
        return opened.with_columns(nw.col(*moments).cast(nw.Date)) if moments else opened
    return opened


def narrow(frames: Mapping[str, Any], needs: Mapping[str, Sequence[str]], by: Sequence[str] = ()) -> list[Rows]:
    """The frames a metric reads, without the columns it does not: each column costs time at every step on DuckDB.
    The columns of `by` are kept where they are; others are made by the marking (a year from a day)."""
    opened = {kind: frame(frames[kind]) for kind in needs}
    return [rows.select(*dict.fromkeys((*needs[kind], *(name for name in by if name in rows.columns))))
            for kind, rows in opened.items()]


def flag(condition: nw.Expr) -> nw.Expr:
    """A condition as 0 or 1; unknown counts as 0. Negate the flag (`== 0`), never the condition."""
    return condition.fill_null(False).cast(nw.Int64)


def known(as_of: date) -> nw.Expr:
    """1 where the fact of a row is known on the day: from its own day, a period from its last day."""
    return flag(nw.col("known_on") <= nw.lit(as_of))


def day_number(name: str) -> nw.Expr:
    """A day as a whole number, 20261118: largest and smallest of them are found alike by every engine."""
    return (nw.col(name).dt.year() * 100 + nw.col(name).dt.month()) * 100 + nw.col(name).dt.day()


def in_force(as_of: date) -> nw.Expr:
    """1 where a row is in force on the day by its valid_from and valid_to; without an end it goes on."""
    ended = flag(nw.col("valid_to") < nw.lit(as_of))
    return flag(nw.col("valid_from") <= nw.lit(as_of)) * (1 - ended)


def flags(rows: Rows, **conditions: nw.Expr) -> Rows:
    """The rows with these conditions as such flags: one step for all is cheaper than a step for each."""
    return rows.with_columns(**conditions).with_columns(nw.col(*conditions).fill_null(False).cast(nw.Int64))


def on(*names: str) -> nw.Expr:
    """Rows where every one of these flags is 1."""
    first, *others = names
    condition = nw.col(first) == 1
    for name in others:
        condition = condition & (nw.col(name) == 1)
    return condition


def collect(rows: Rows) -> pa.Table:
    """The rows as an Arrow table, wherever they are."""
    if isinstance(rows, nw.LazyFrame):
        return rows.collect("pyarrow").to_native()
    if isinstance(rows, nw.DataFrame):
        return rows.to_arrow()
    raise TypeError(type(rows))


def trace(rows: Rows, *kinds: Any, as_of: date) -> pa.Table:
    """Marked rows in the order they were loaded: what stands behind a figure, where a topic has no more to say."""
    return collect(rows).sort_by("src")


def settled(rows: Rows) -> Rows:
    """The same rows computed once. DuckDB computes a frame anew at each place that reads it, and rows that are joined
    with their own sums several times over are read at many."""
    return nw.from_native(collect(rows))
