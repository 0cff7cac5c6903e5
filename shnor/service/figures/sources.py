"""From a figure back to its rows, and from a value of a row to its cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from shnor.metrics import METRICS, Figure, Metric, Tallied, behind, roadmap, tallied, weight
from shnor.metrics.standings import KEY
from shnor.service.figures import reports, sets, topics
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.figures.rows import Where, chosen, current
from shnor.service.figures.spread import UNDIVIDED, Part, Spread, by_school, spread
from shnor.store import Origin, View

SHOWN = 300
"""So many rows are handed out; how many there are is said."""
REST = "src_"
"""Columns of a marked row that begin so name the row of another kind it rests on."""
REPORTS = "progress"
KEPT = Kept(8 * MEGABYTE)
REPORT = 3000
"""A report, as it is kept, takes about so many bytes."""


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


@dataclass(frozen=True)
class Counted:
    """What a figure is counted from, its rows not yet read one by one. rows: the marked ones that weigh something in
    it; told: what each of them adds. figures, made, base, beside: as of `Behind`."""

    metric: Metric
    figures: tuple[Figure, ...]
    rows: pa.Table
    told: Tallied
    made: int
    base: int | None = None
    beside: "Counted | None" = None


@dataclass(frozen=True)
class Located:
    """Where a row was read. seen: as of `Row`."""

    origin: Origin
    seen: Mapping[str, tuple[Seen, ...]]


def rows_behind(view: View, metric_id: str, *, as_of: date, where: Where, part: str = "",
                shown: int | None = SHOWN) -> Behind:
    """The rows a figure of any topic counts. part: another weight of the rows, e.g. "planned" for the column is_planned
    or planned. shown: so many rows at most. Raises KeyError for a column or a part there is not."""
    return _behind(view, counted(view, metric_id, as_of=as_of, where=where, part=part), as_of, shown, part)


def counted(view: View, metric_id: str, *, as_of: date, where: Where, part: str = "") -> Counted:
    """The same without a look at each row."""
    metric = METRICS[metric_id]
    rows = topics.marked(view, metric.marking, as_of=as_of, where=where)
    weights = weight(rows, part) if part else ""
    by = [name for name in metric.by if name not in where]
    figures = topics.figures_of(view, metric_id, rows, by=by, as_of=as_of)
    found = behind(metric_id, rows, part)
    told = Tallied(found[weights].to_pylist(), [0] * found.num_rows, {}) if part else tallied(metric_id, found)
    beside = None if part else _beside(view, metric, found, as_of)
    base = None if part or not metric.denominator else beside.made if beside else sum(told.base)
    return Counted(metric, tuple(figures), found, told, _made(metric, found, told, beside), base, beside)


def located(view: View, found: Counted, *, as_of: date, shown: int | None = SHOWN) -> list[Located]:
    """Where the first of its rows were read, in their order."""
    rows, columns = found.rows.slice(0, shown), reported(found.metric)
    deadlines = rows.select([*KEY, "src_progress"]).to_pylist() if columns else []
    heard = _reports(view, deadlines, columns, as_of) if columns else {}
    numbers = rows["src"].to_pylist()
    origins = {origin.src: origin for origin in view.origins([*numbers, *heard])}
    seen = _Seen(columns, heard, origins)
    return [Located(origins[src], seen.of(deadlines[place]) if columns else {}) for place, src in enumerate(numbers)]


def _behind(view: View, found: Counted, as_of: date, shown: int | None, part: str = "") -> Behind:
    names = sets.register(view, as_of).names
    parts = _spread(found, names) if part or len(found.figures) == 1 else None
    return Behind(found.figures, _rows(view, found, as_of, shown), found.rows.num_rows, names, found.made, found.base,
                  found.told.sums, _behind(view, found.beside, as_of, None) if found.beside else None, parts)


def weighed(metric: Metric) -> tuple[str, ...]:
    """The stored columns its counts are made of, those of the numerator first."""
    tallies = [tally for tally in (*metric.made, *metric.base) if not tally.of]
    return tuple(dict.fromkeys(name for tally in tallies for name in (*tally.columns, *tally.times)))


def reported(metric: Metric) -> tuple[str, ...]:
    """The columns of reports by which its rows count."""
    return tuple(dict.fromkeys(name for tally in (*metric.made, *metric.base) for name in tally.reports))


def _beside(view: View, metric: Metric, found: pa.Table, as_of: date) -> Counted | None:
    """Rows of the metric the denominator is made of, of the same schools."""
    other = next((tally.of for tally in metric.base if tally.of), "")
    if not other:
        return None
    same = tuple(sorted({value for value in found[metric.within].to_pylist() if value}))
    return counted(view, other, as_of=as_of, where={metric.within: same})


def _made(metric: Metric, found: pa.Table, told: Tallied, beside: Counted | None) -> int:
    """The numerator by the rule."""
    return sum(told.made) if beside is None else sum(part.made for part in _within(metric, found, told,
                                                                                   beside).values())


def _within(metric: Metric, found: pa.Table, told: Tallied, beside: Counted) -> dict[str, Part]:
    """Where the denominator is another metric's, the numerator is never more than that in any school."""
    made, most = _by(metric.within, found, told), _by(metric.within, beside.rows, beside.told)
    return {school: Part(min(made.get(school, 0), most.get(school, 0)), most.get(school, 0))
            for school in dict.fromkeys((*made, *most))}


def _spread(found: Counted, names: Mapping[str, str]) -> Spread | None:
    metric, told = found.metric, found.told
    if metric.id in UNDIVIDED:
        return None
    if found.beside is not None:
        return by_school(metric.within, _within(metric, found.rows, told, found.beside), names)
    return spread(metric.kind, found.rows, told.made, None if found.base is None else told.base, names)


def _by(column: str, rows: pa.Table, told: Tallied) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, made in zip(rows[column].to_pylist(), told.made, strict=True):
        found[str(code or "")] = found.get(str(code or ""), 0) + made
    return found


def _rows(view: View, found: Counted, as_of: date, shown: int | None) -> tuple[Row, ...]:
    """The marking fills empty cells where it counts; what is shown is what is stored."""
    marked = found.rows.slice(0, shown)
    numbers = tuple(marked["src"].to_pylist())
    stored = {row["src"]: row for row in chosen(current(view, found.metric.kind), {"src": numbers}).to_pylist()}
    rests = [name for name in marked.column_names if name.startswith(REST)]
    cells = [{**row, **stored[row["src"]]} for row in marked.to_pylist()]
    rested = {origin.src: origin for origin in view.origins(row[name] for row in cells for name in rests
                                                            if row[name] is not None)}
    return tuple(Row(row, at.origin, tuple(rested[row[name]] for name in rests if row[name] in rested), made, base,
                     at.seen)
                 for row, at, made, base in zip(cells, located(view, found, as_of=as_of, shown=shown),
                                                found.told.made, found.told.base, strict=False))


ADDED = {"done_value": "numbers", "document": "documents"}
"""Column of a report → the weight that says whether its value counts on the day."""


def _reports(view: View, deadlines: Sequence[Mapping], columns: Sequence[str], as_of: date) -> dict[int, dict]:
    """src → report of one of the deadlines, with what it adds on the day to these columns, oldest first."""
    wanted = {_key(row) for row in deadlines}
    listed, adds = _heard(view, tuple(sorted({row["plan"] for row in deadlines})), as_of)
    rows = [row for row in listed if _key(row) in wanted]
    weights = [ADDED[name] for name in columns if name in ADDED]
    if not weights:
        return {row["src"]: row for row in rows}
    return {row["src"]: {**row, **{name: adds[row["src"]][name] for name in weights}}
            for row in rows if row["src"] in adds}


def _heard(view: View, plans: tuple[str, ...], as_of: date) -> tuple[list[dict], dict[int, dict]]:
    """Reports of these plans, oldest first, and src → what each adds on the day: a paper asks for them figure by
    figure."""
    def made() -> tuple[list[dict], dict[int, dict]]:
        listed = chosen(reports.rows(view, REPORTS), {"plan": plans})
        return (sorted(listed.to_pylist(), key=lambda row: row["month"]),
                {row["src"]: row for row in roadmap.heard(listed, as_of=as_of).to_pylist()})
    return KEPT.get((view.key_of({REPORTS}), plans, as_of), made, lambda found: REPORT * len(found[0]))


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
