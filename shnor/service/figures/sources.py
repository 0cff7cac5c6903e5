"""From a figure back to its rows, and from a value of a row to its cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from shnor.metrics import METRICS, Figure, Metric, Tallied, behind, roadmap, tallied, weight
from shnor.metrics.standings import KEY
from shnor.service.figures import reports, sets, topics
from shnor.service.figures.rows import Where, chosen, current
from shnor.service.figures.spread import UNDIVIDED, Part, Spread, by_school, spread
from shnor.store import Origin, View

SHOWN = 300
"""So many rows are handed out; how many there are is said."""
REST = "src_"
"""Columns of a marked row that begin so name the row of another kind it rests on."""
REPORTS = "progress"


@dataclass(frozen=True)
class Seen:
    """A value in a row of another kind."""

    value: object
    origin: Origin


@dataclass(frozen=True)
class Row:
    """A row a figure counts. cells: its stored values, and what the marking says of it. origin: where it was read;
    rests: where the rows of other kinds were read on which it rests. made, base: what it adds to the numerator and to
    the denominator. seen: column of a report → its values that decide whether the row counts."""

    cells: Mapping[str, object]
    origin: Origin
    rests: tuple[Origin, ...]
    made: int = 0
    base: int = 0
    seen: Mapping[str, tuple[Seen, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Behind:
    """figures: what was asked, one a group where it cannot be one. rows: the first of them in the order they were
    loaded; total: how many there are. schools: names by code. made, base: the counts of the figure by the rule of its
    passport, of all rows; sums: column → its sum where it is added up. beside: the rows of another metric the
    denominator is made of. spread: the counts of all rows by two of their columns, where they are one figure."""

    figures: tuple[Figure, ...]
    rows: tuple[Row, ...]
    total: int
    schools: Mapping[str, str]
    made: int = 0
    base: int | None = None
    sums: Mapping[str, int] = field(default_factory=dict)
    beside: "Behind | None" = None
    spread: Spread | None = None


def rows_behind(view: View, metric_id: str, *, as_of: date, where: Where, part: str = "",
                shown: int | None = SHOWN) -> Behind:
    """The rows a figure of any topic counts. part: another weight of the rows, e.g. "planned" for the column is_planned
    or planned. shown: so many rows at most. Raises KeyError for a column or a part there is not."""
    metric = METRICS[metric_id]
    rows = topics.marked(view, metric.marking, as_of=as_of, where=where)
    weights = weight(rows, part) if part else ""
    by = [name for name in metric.by if name not in where]
    figures = topics.figures_of(view, metric_id, rows, by=by, as_of=as_of)
    counted = behind(metric_id, rows, part)
    told = Tallied(counted[weights].to_pylist(), [0] * counted.num_rows, {}) if part else tallied(metric_id, counted)
    beside = None if part else _beside(view, metric, counted, as_of)
    made, names = _made(metric, counted, told, beside), sets.register(view, as_of).names
    base = None if part or not metric.denominator else beside.made if beside else sum(told.base)
    parts = _spread(metric, counted, told, beside, names, whole=base is not None) if part or len(figures) == 1 else None
    return Behind(tuple(figures), _rows(view, metric, counted.slice(0, shown), told, as_of), counted.num_rows, names,
                  made, base, told.sums, beside, parts)


def weighed(metric: Metric) -> tuple[str, ...]:
    """The stored columns its counts are made of, those of the numerator first."""
    tallies = [tally for tally in (*metric.made, *metric.base) if not tally.of]
    return tuple(dict.fromkeys(name for tally in tallies for name in (*tally.columns, *tally.times)))


def reported(metric: Metric) -> tuple[str, ...]:
    """The columns of reports by which its rows count."""
    return tuple(dict.fromkeys(name for tally in (*metric.made, *metric.base) for name in tally.reports))


def _beside(view: View, metric: Metric, counted: pa.Table, as_of: date) -> Behind | None:
    """Rows of the metric the denominator is made of, of the same schools."""
    other = next((tally.of for tally in metric.base if tally.of), "")
    if not other:
        return None
    same = tuple(sorted({value for value in counted[metric.within].to_pylist() if value}))
    return rows_behind(view, other, as_of=as_of, where={metric.within: same}, shown=None)


def _made(metric: Metric, counted: pa.Table, told: Tallied, beside: Behind | None) -> int:
    """The numerator by the rule."""
    return sum(told.made) if beside is None else sum(part.made for part in _within(metric, counted, told,
                                                                                   beside).values())


def _within(metric: Metric, counted: pa.Table, told: Tallied, beside: Behind) -> dict[str, Part]:
    """Where the denominator is another metric's, the numerator is never more than that in any school."""
    most, made = _by(metric.within, beside), dict[str, int]()
    for code, share in zip(counted[metric.within].to_pylist(), told.made, strict=True):
        school = str(code or "")
        made[school] = made.get(school, 0) + share
    return {school: Part(min(made.get(school, 0), most.get(school, 0)), most.get(school, 0))
            for school in dict.fromkeys((*made, *most))}


def _spread(metric: Metric, counted: pa.Table, told: Tallied, beside: Behind | None, names: Mapping[str, str], *,
            whole: bool) -> Spread | None:
    """whole: the figure has a denominator."""
    if metric.id in UNDIVIDED:
        return None
    if beside is not None:
        return by_school(metric.within, _within(metric, counted, told, beside), names)
    return spread(metric.kind, counted, told.made, told.base if whole else None, names)


def _by(column: str, rows: Behind) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows.rows:
        school = str(row.cells[column] or "")
        found[school] = found.get(school, 0) + row.made
    return found


def _rows(view: View, metric: Metric, marked: pa.Table, told: Tallied, as_of: date) -> tuple[Row, ...]:
    """The marking fills empty cells where it counts; what is shown is what is stored."""
    numbers = marked["src"].to_pylist()
    stored = {row["src"]: row for row in chosen(current(view, metric.kind), {"src": tuple(numbers)}).to_pylist()}
    rests = [name for name in marked.column_names if name.startswith(REST)]
    cells = [{**row, **stored[row["src"]]} for row in marked.to_pylist()]
    heard = _reports(view, cells, reported(metric), as_of) if reported(metric) else {}
    named = [*numbers, *(row[name] for row in cells for name in rests if row[name] is not None), *heard]
    origins = {origin.src: origin for origin in view.origins(named)}
    seen = _Seen(reported(metric), heard, origins)
    return tuple(Row(row, origins[row["src"]], tuple(origins[row[name]] for name in rests if row[name] in origins),
                     made, base, seen.of(row))
                 for row, made, base in zip(cells, told.made, told.base, strict=False))


ADDED = {"done_value": "numbers", "document": "documents"}
"""Column of a report → the weight that says whether its value counts on the day."""


def _reports(view: View, deadlines: Sequence[Mapping], columns: Sequence[str], as_of: date) -> dict[int, dict]:
    """src → report of one of the deadlines, with what it adds on the day to these columns, oldest first."""
    wanted = {_key(row) for row in deadlines}
    same = {name: tuple({row[name] for row in deadlines}) for name in ("plan", "number")}
    listed = chosen(reports.rows(view, REPORTS), same)
    rows = sorted((row for row in listed.to_pylist() if _key(row) in wanted), key=lambda row: row["month"])
    weights = [ADDED[name] for name in columns if name in ADDED]
    if not weights:
        return {row["src"]: row for row in rows}
    adds = {row["src"]: row for row in roadmap.heard(listed, as_of=as_of).to_pylist()}
    return {row["src"]: {**row, **{name: adds[row["src"]][name] for name in weights}}
            for row in rows if row["src"] in adds}


def _key(row: Mapping) -> tuple:
    return tuple(row[name] for name in KEY)


class _Seen:
    """Which value of which report decides: every number, the newest document, else the row the deadline rests on."""

    def __init__(self, columns: Sequence[str], heard: Mapping[int, dict], origins: Mapping[int, Origin]) -> None:
        self._columns, self._reports, self._origins = columns, heard, origins
        self._of: dict[tuple, list[dict]] = {}
        for report in heard.values():
            self._of.setdefault(_key(report), []).append(report)

    def of(self, deadline: Mapping) -> dict[str, tuple[Seen, ...]]:
        found = {name: self._deciding(name, deadline) for name in self._columns}
        return {name: tuple(Seen(report[name], self._origins[report["src"]]) for report in deciding)
                for name, deciding in found.items() if deciding}

    def _deciding(self, name: str, deadline: Mapping) -> list[dict]:
        mine = self._of.get(_key(deadline), [])
        if name == "done_value":
            return [report for report in mine if report["numbers"]]
        if name == "document":
            return [report for report in mine if report["documents"]][-1:]
        report = self._reports.get(deadline["src_progress"])
        return [report] if report and report[name] is not None else []
