"""What a metric says about itself. Handbook, hints, command line and annex of sources are rendered from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, Self

import narwhals as nw
import pyarrow as pa

from shnor.metrics.tally import Tally

Better = Literal["больше", "меньше", ""]
REPORT_DAY = "report_day"
GIVEN: Mapping[str, Sequence[str]] = {"progress": (REPORT_DAY,)}
"""Columns that no file has and whoever brings the rows puts beside them. report_day: the day a report was made, the
last of its month or, if that was earlier, the day its file was accepted."""


class Rows(Protocol):
    """A frame of narwhals, lazy (DuckDB) or in memory (Arrow, pandas): the part of it that both have and metrics use.
    Frames of one engine are joined with each other alone."""

    @property
    def columns(self) -> list[str]: ...

    def with_columns(self, *exprs: nw.Expr | str, **named_exprs: nw.Expr | str) -> Self: ...

    def select(self, *exprs: nw.Expr | str, **named_exprs: nw.Expr | str) -> Self: ...

    def filter(self, *predicates: nw.Expr) -> Self: ...

    def join(self, other: Self, on: str | list[str] | None = None, how: Literal["left", "inner"] = "inner") -> Self: ...

    def group_by(self, *keys: str | list[str]) -> "Grouped": ...

    def unique(self, subset: str | list[str] | None = None) -> Self: ...

    def drop(self, *columns: str) -> Self: ...


class Grouped(Protocol):
    """Rows by group; expressions of `agg` are sums, maxima, counts of plain columns."""

    def agg(self, *aggs: nw.Expr) -> Rows: ...


@dataclass(frozen=True)
class Marking:
    """How the rows of a topic are marked, once for all its metrics: with 0/1 flags, weights and words.

    needs: kind → the columns it reads; the first kind is the one whose rows are counted.
    classify: rows of these kinds, in this order (its parameters are named after them) → the rows of the first with
    0/1 flags.
    trace: marked rows → the table that is shown, with what each row rests on in other kinds (src_…).
    after: columns of the counted rows by which one may choose after the marking and get what choosing before it gives,
    because the marking never looks from one of their values at another; None = every column. Choosing by any other
    column comes before the marking.
    whose: the column that says whose the rows are; the set of a figure is named by it. period: the column with the
    period a row is of (a code, or a year as a number), whose list of schools the set is named by; "" = the day's.
    parts: flag or weight without its «is_» → Russian words, counts that lead to their rows beside the metrics.
    """

    id: str
    needs: Mapping[str, Sequence[str]]
    classify: Callable[..., Rows]
    trace: Callable[..., pa.Table]
    after: frozenset[str] | None = None
    whose: str = "school_id"
    period: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind whose rows are counted."""
        return next(iter(self.needs))


@dataclass(frozen=True)
class Metric:
    """A passport over marked rows.

    unit: what a row counted is, or «доля». counted: what one unit of the counts is, in words. formula: in words.
    source: the documents the rows come from. minimum: a smaller denominator is shown without a percentage.
    marking: how its rows are marked. numerator, denominator: columns of whole numbers that are summed, flags or
    weights; denominator "" = a count, not a share. distinct: the numerator is a column whose different non-empty values
    are counted; plus: such a column whose count is added to the numerator (people known by keys beside people known as
    numbers). interval: whether chance plays a part; a full list of what was planned has none. silence: two flags; where
    the first covers the whole second nobody has reported. stated: a flag of rows that give a percentage without its
    number, and the column with hundredths of that percent. about: a flag of rows whose counts are near, not known.
    most: the numerator may count one thing twice, so it is the most there may be. more: flag → Russian words, counted
    beside the figure.
    made, base: how numerator and denominator are made of stored values, part by part. within: the column in each of
    whose values the numerator is at most the denominator.
    by: the columns a figure must be grouped by to mean anything: procedures are never mixed. compared: the columns its
    figures are grouped by when people see what a file changes; empty = as in `by`.
    """

    id: str
    title: str
    unit: str
    better: Better
    formula: str
    source: str
    counted: str
    marking: Marking
    numerator: str
    made: tuple[Tally, ...]
    denominator: str = ""
    base: tuple[Tally, ...] = ()
    within: str = ""
    minimum: int = 0
    distinct: bool = False
    plus: str = ""
    interval: bool = False
    silence: tuple[str, str] | None = None
    stated: tuple[str, str] | None = None
    about: str = ""
    most: bool = False
    by: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def needs(self) -> Mapping[str, Sequence[str]]:
        return self.marking.needs

    @property
    def kind(self) -> str:
        """The kind whose rows are counted."""
        return self.marking.kind

    @property
    def flags(self) -> tuple[str, ...]:
        """Every column of whole numbers it needs summed."""
        own = (() if self.distinct else (self.numerator,)) + ((self.denominator,) if self.denominator else ())
        return tuple(dict.fromkeys((*own, *(self.silence or ()), *(self.stated or ()),
                                    *filter(None, (self.about,)), *self.more)))

    @property
    def different(self) -> tuple[str, ...]:
        """Every column whose different values it needs counted."""
        return tuple(filter(None, (self.numerator if self.distinct else "", self.plus)))
