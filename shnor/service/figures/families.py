"""What the lines of a series stand on, and what may be said of them: one set of schools for all periods of a line, one
family of comparisons for all lines of a set.

A family is every comparison of the last two periods of one series that one set of schools allows: of a procedure each
subject and stage, all classes together and, where there is more than one, each class; of a survey each question of the
group of people. It is the same whatever a page shows of it, so that a line says the same wherever it stands. A school
is a set of its own.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa
import pyarrow.compute as pc

from shnor.metrics import METRICS
from shnor.metrics.change import Change, Counts, by_schools, families, incomparable

WHOLE = ""
"""The class of a line of all classes together."""
Key = tuple[str, ...]
"""What names a line: a value of each of the columns of its series, and its class where the series has classes."""
Sums = dict[str, dict[str, tuple[int, int]]]
"""School → period → how many of how many."""


@dataclass(frozen=True)
class Series:
    """metric: a share, or a mean: its periods stand on the same schools too, and nothing is concluded of its change.
    periods: those shown, oldest first; column: which of the rows has them. names: columns that name a line; part: one
    whose values are lines of their own beside all of them together, "" = none. whose: the column of the school a row is
    of."""

    metric: str
    periods: tuple[str, ...]
    column: str
    names: tuple[str, ...]
    part: str = ""
    whose: str = "school_id"

    def __post_init__(self) -> None:
        if not METRICS[self.metric].denominator:
            raise ValueError(f"{self.metric} has no whole")

    @property
    def of_shares(self) -> bool:
        return METRICS[self.metric].unit == "доля"


@dataclass(frozen=True)
class Stand:
    """What a line stands on. schools: whose rows every cell counts: those with rows in each of its periods; none, where
    there is no such school: then each period stands over its own. periods: those that have rows of the line. missing:
    another school of the set → the periods of the line it has no rows in. change: between the last two periods of the
    series, None where one has no rows."""

    schools: tuple[str, ...]
    periods: tuple[str, ...]
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    change: Change | None = None


NOWHERE = Stand((), ())


def stands(series: Series, rows: pa.Table, base: Collection[str]) -> dict[Key, Stand]:
    """Line → what it stands on. rows: marked, of one procedure, of one survey and group…, of these schools (base) and
    of none."""
    lines = _lines(series, rows)
    found = {key: _stand(series, sums, base) for key, sums in lines.items()}
    sides = _sides(series, found, lines)
    twins = _twins(series, sides)
    members = [key for key in sides if twins[key] == key]
    changes = dict(zip(members, by_schools([sides[key] for key in members]), strict=True))
    return {key: replace(stand, change=changes[twins[key]] if key in twins else _incomparable(
        series, stand, lines[key])) for key, stand in found.items()}


def of_each_school(series: Series, rows: pa.Table) -> dict[str, dict[Key, Stand]]:
    """School → the same of a set that is this school alone."""
    lines: dict[str, dict[Key, Sums]] = {}
    for key, sums in _lines(series, rows).items():
        for school, periods in sums.items():
            lines.setdefault(school, {})[key] = {school: periods}
    found = {school: {key: _stand(series, sums, {school}) for key, sums in own.items()}
             for school, own in lines.items() if school}
    sides = {school: _sides(series, own, lines[school]) for school, own in found.items()}
    twins = {school: _twins(series, own) for school, own in sides.items()}
    members = {school: [key for key in own if own[key] == key] for school, own in twins.items()}
    told = families([[sides[school][key][school] for key in keys] for school, keys in members.items()])
    changes = {school: dict(zip(keys, own, strict=True)) for (school, keys), own in zip(
        members.items(), told, strict=True)}
    return {school: {key: replace(stand, change=changes[school].get(twins[school].get(key, key)))
                     for key, stand in own.items()} for school, own in found.items()}


def standing(rows: pa.Table, series: Series, by: Sequence[str], lines: Mapping[Key, Stand]) -> pa.Table:
    """Of the rows those that the lines count. lines: values of the columns `by` → what the line stands on."""
    own, whose, period = _joined(rows, by), _texts(rows, series.whose), _texts(rows, series.column)
    matched = [(_code(key), school) for key, stand in lines.items() for school in stand.schools]
    counts = [(_code(key), one) for key, stand in lines.items() if stand.schools for one in stand.periods]
    passes = pc.and_(_among(own, period, counts), _among(own, whose, matched))
    alone = pc.is_in(own, pa.array([_code(key) for key in lines], pa.string()))
    return rows.filter(pc.or_(passes, pc.and_(alone, pc.invert(_among(own, period, counts)))))


def _lines(series: Series, rows: pa.Table) -> dict[Key, Sums]:
    """The counts of every line, school by school; rows of no school under ""."""
    metric = METRICS[series.metric]
    numerator, denominator = metric.numerator, metric.denominator or ""
    columns = [*series.names, *filter(None, [series.part]), series.whose, series.column]
    shown = rows.filter(pc.is_in(rows[series.column], pa.array(series.periods, pa.string())))
    sums = shown.group_by(columns, use_threads=False).aggregate([(numerator, "sum"), (denominator, "sum")])
    sums = sums.filter(pc.greater(sums[f"{denominator}_sum"], 0))
    lines: dict[Key, Sums] = {}
    counts = (sums[f"{name}_sum"] for name in (numerator, denominator))
    for *named, school, period, k, n in zip(*(column.to_pylist() for column in (
            *(_texts(sums, name) for name in columns), *counts)), strict=True):
        for key in _keys(series, named):
            periods = lines.setdefault(key, {}).setdefault(school, {})
            before = periods.get(period, (0, 0))
            periods[period] = before[0] + k, before[1] + n
    return lines


def _keys(series: Series, named: Sequence[str]) -> Iterable[Key]:
    """The lines a row is counted in."""
    return ((*named,), (*named[:-1], WHOLE)) if series.part else ((*named,),)


def _stand(series: Series, sums: Sums, base: Collection[str]) -> Stand:
    """Without its change."""
    periods = tuple(one for one in series.periods if any(one in own for own in sums.values()))
    schools = tuple(sorted(school for school, own in sums.items() if school and all(one in own for one in periods)))
    missing = {school: tuple(one for one in periods if one not in sums.get(school, {}))
               for school in sorted({*base} - {*schools})} if schools else {}
    return Stand(schools, periods, missing)


def _sides(series: Series, found: Mapping[Key, Stand], lines: Mapping[Key, Sums]) -> dict[Key, dict[str, Counts]]:
    """Line that can be compared → school → its last two periods."""
    if len(series.periods) < 2 or not series.of_shares:
        return {}
    before, after = series.periods[-2:]
    return {key: {school: (*lines[key][school][before], *lines[key][school][after]) for school in stand.schools}
            for key, stand in found.items() if stand.schools and {before, after} <= {*stand.periods}}


def _twins(series: Series, sides: Mapping[Key, Mapping[str, Counts]]) -> dict[Key, Key]:
    """Line → the line that makes the same comparison: a class that is all classes together is compared once."""
    wholes = {key: (*key[:-1], WHOLE) if series.part else key for key in sides}
    return {key: whole if sides.get(whole) == sides[key] else key for key, whole in wholes.items()}


def _incomparable(series: Series, stand: Stand, sums: Sums) -> Change | None:
    """Where no school has rows in every period."""
    pair = series.periods[-2:]
    if not series.of_shares or stand.schools or len(pair) < 2 or not {*pair} <= {*stand.periods}:
        return None
    k0, n0, k1, n1 = (sum(own[one][place] for own in sums.values() if one in own) for one in pair for place in (0, 1))
    return incomparable(k0, n0, k1, n1)


def _texts(rows: pa.Table, column: str) -> pa.ChunkedArray:
    return pc.fill_null(rows[column].cast(pa.string()), "")


def _joined(rows: pa.Table, by: Sequence[str]) -> pa.ChunkedArray | pa.Array:
    if not by:
        return pa.array([""] * rows.num_rows, pa.string())
    return pc.binary_join_element_wise(*(_texts(rows, name) for name in by), "\n")


def _among(own: pa.ChunkedArray, other: pa.ChunkedArray, pairs: Iterable[tuple[str, str]]) -> pa.ChunkedArray:
    return pc.is_in(pc.binary_join_element_wise(own, other, "\t"),
                    pa.array({"\t".join(pair) for pair in pairs}, pa.string()))


def _code(key: Key) -> str:
    return "\n".join(key)
