"""How the two counts of a figure are made of stored values: the rule of the passport, which anybody can check by hand.

The marking decides which rows take part; a tally says what of such a row counts, in the columns as they are stored.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Rule = Literal["rows", "sum", "once", "distinct", "product", "reached"]
"""rows: a row is one · sum: of the columns, each times its factor · once: the largest value of each key counts, in one
row · distinct: different values count · product: a column times the first filled one of `times` · reached: a row is
one, because what its reports add up to reaches its plan."""
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Tally:
    """A part of a count. over: the column of the marking that is above 0, or filled, in the rows that take part; "" =
    the column the metric itself sums. columns: stored column → its factor; of rows and different values, those they
    are seen by. times, keys: see `Rule`. empty: what an empty cell counts as. reports: columns of the rows of another
    kind the row rests on. of: another metric, whose rows of the same schools are counted instead."""

    rule: Rule
    columns: Mapping[str, int] = field(default_factory=dict)
    over: str = ""
    times: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    empty: int = 0
    reports: tuple[str, ...] = ()
    of: str = ""

    def shares(self, rows: Iterable[Values]) -> list[int]:
        """What each of the rows that take part adds. They sum up to the count."""
        listed = list(rows)
        if self.rule == "once":
            return _once([self._key(row) for row in listed], [self._sum(row) for row in listed])
        if self.rule == "distinct":
            return _first([tuple(row[name] for name in self.columns) for row in listed])
        return [self._share(row) for row in listed]

    def _share(self, row: Values) -> int:
        if self.rule == "sum":
            return self._sum(row)
        if self.rule == "product":
            return self._sum(row) * int(next((row[name] for name in self.times if row[name] is not None), 0))
        return 1

    def _sum(self, row: Values) -> int:
        return sum(factor * int(self.empty if row[name] is None else row[name])
                   for name, factor in self.columns.items())

    def _key(self, row: Values) -> Hashable:
        return tuple(row[name] for name in self.keys)


def rows(*columns: str, reports: Sequence[str] = (), over: str = "") -> Tally:
    """Each row is one; the columns show why it takes part."""
    return Tally("rows", dict.fromkeys(columns, 1), over, reports=tuple(reports))


def added(over: str = "", *, empty: int = 0, of: str = "", **factors: int) -> Tally:
    """The sum of the columns, each times its factor."""
    return Tally("sum", factors, over, empty=empty, of=of)


def once(over: str, column: str, keys: Sequence[str]) -> Tally:
    """The largest value of each key."""
    return Tally("once", {column: 1}, over, keys=tuple(keys))


def different(over: str, *columns: str) -> Tally:
    """How many different values there are."""
    return Tally("distinct", dict.fromkeys(columns, 1), over)


def _once(keys: Sequence[Hashable], values: Sequence[int]) -> list[int]:
    """The first row with the largest value of a key carries it."""
    carriers: dict[Hashable, int] = {}
    for place, (key, value) in enumerate(zip(keys, values, strict=True)):
        if key not in carriers or value > values[carriers[key]]:
            carriers[key] = place
    chosen = set(carriers.values())
    return [value if place in chosen else 0 for place, value in enumerate(values)]


def _first(values: Sequence[tuple]) -> list[int]:
    """1 where a value that is not empty is met for the first time."""
    first: dict[tuple, int] = {}
    for place, value in enumerate(values):
        if any(part not in (None, "") for part in value):
            first.setdefault(value, place)
    carriers = set(first.values())
    return [int(place in carriers) for place in range(len(values))]
