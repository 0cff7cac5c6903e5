"""Figures of any topic over any choice of rows, each with the name of the set that really stands behind it.

The rows of a topic are marked once for each change of what the marking reads, and kept. Figures, sentences, lists of
rows are filters and sums over that one table. There is no other way to a figure.
"""

from collections.abc import Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import metrics, wording
from shnor.datasets import KINDS
from shnor.metrics import METRICS, Figure, Marking, Metric, standings
from shnor.service.figures import reports, sets
from shnor.service.figures.everybody import everybody, own
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.figures.rows import EVERYTHING, SCHOOLS, Where, chosen
from shnor.store import View

SCHOOL = "school_id"
KEPT = Kept(256 * MEGABYTE)


def marked(view: View, marking: Marking, *, as_of: date, where: Where = EVERYTHING) -> pa.Table:
    """The marked rows of a topic that pass, in the order they were loaded, with every column of the counted kind."""
    before, after = split(marking, where)
    every, asked = everybody(view), (marking.id, as_of, tuple(sorted(before.items())))
    whole = KEPT.get((every.key_of(marking.needs), *asked), lambda: _marked(every, marking, as_of, before), _size)
    if every is not view:
        whole = KEPT.get((view.key_of(marking.needs), *asked), lambda: own(view, marking.kind, whole, before), _size)
    return chosen(whole, after)


def _size(rows: pa.Table) -> int:
    return rows.nbytes


def split(marking: Marking, where: Where) -> tuple[Where, Where]:
    """Conditions that come before the marking, and those that come after it; see `Marking.after`. One of the schools of
    an event is chosen after: what several schools tell of is held once, whosever rows are shown."""
    columns = {column.name for column in KINDS[marking.kind].stored} - {SCHOOLS, *(marking.after or ())}
    early = {name for name in where if marking.after is not None and name.partition("__")[0] in columns}
    return ({name: value for name, value in where.items() if name in early},
            {name: value for name, value in where.items() if name not in early})


def _marked(view: View, marking: Marking, as_of: date, before: Where) -> pa.Table:
    """Of a plan it is told which of its rows reports that are not shown yet tell anew."""
    shown = _rows(view, marking, as_of, before)
    if not view.unseen or marking.whose != "plan":
        return shown
    return standings.with_unseen(shown, _rows(view.taken(), marking, as_of, before))


def _rows(view: View, marking: Marking, as_of: date, before: Where) -> pa.Table:
    frames = {}
    for kind in marking.needs:
        rows = reports.rows(view, kind)
        frames[kind] = chosen(rows, {name: value for name, value in before.items()
                                     if name.partition("__")[0] in rows.column_names})
    return metrics.marked(marking, frames, as_of=as_of)


def counted(view: View, ids: Sequence[str], *, by: Sequence[str] | None = None, as_of: date,
            where: Where = EVERYTHING) -> list[Figure]:
    """A figure a metric and group, in the order of ids, then of groups. by None: the grouping of the passport, without
    which a figure means nothing."""
    markings = {METRICS[name].marking.id: METRICS[name].marking for name in ids}
    rows = {name: marked(view, marking, as_of=as_of, where=where) for name, marking in markings.items()}
    return [figure for metric in (METRICS[name] for name in ids)
            for figure in figures_of(view, metric.id, rows[metric.marking.id], as_of=as_of,
                                     by=metric.by if by is None else by)]


def figures_of(view: View, metric_id: str, rows: pa.Table, *, by: Sequence[str] = (), as_of: date,
               named: str | None = None) -> list[Figure]:
    """The same from marked rows. named: of all of them, where who asks knows their set."""
    metric = METRICS[metric_id]
    if named is None and metric.marking.whose != "plan":
        names = _by_lists(view, metric, rows, by, as_of), sets.NOWHERE
    else:
        names = (dict[tuple, str](), named) if named is not None else _by_plans(view, rows, by, as_of)
    return _figures(metric, metrics.figures_of(metric_id, rows, by=by), by, names, as_of)


def of_plans(view: View, ids: Sequence[str], rows: pa.Table, *, as_of: date) -> list[Figure]:
    """A figure a metric over marked deadlines, counted at once."""
    names = _by_plans(view, rows, (), as_of)
    return [figure for name, table in metrics.figures_of_all(ids, rows).items()
            for figure in _figures(METRICS[name], table, (), names, as_of)]


def _figures(metric: Metric, table: pa.Table, by: Sequence[str], names: tuple[dict[tuple, str], str],
             as_of: date) -> list[Figure]:
    """names: group → its set, and what a group without any is called."""
    return [_figure(metric, row, by, names[0].get(tuple(row[name] for name in by), names[1]), as_of)
            for row in table.to_pylist()]


def _by_plans(view: View, rows: pa.Table, by: Sequence[str], as_of: date) -> tuple[dict[tuple, str], str]:
    """Group → its plans in words, and what a group without any is called."""
    known = sets.register(view, as_of)
    names = {group: sets.of_plans(known, plans) for group, plans in owners(rows, by, "plan").items()}
    return names, sets.of_plans(known, ())


def _by_lists(view: View, metric: Metric, rows: pa.Table, by: Sequence[str], as_of: date) -> dict[tuple, str]:
    """Group → the name of the set its base counts, by the list in force in the newest period of the group."""
    period, names = metric.marking.period, dict[tuple, str]()
    for day, groups in list_days(metric.marking, rows, by, as_of).items():
        own = {period: tuple({group[by.index(period)] for group in groups})} if period in by else EVERYTHING
        named = _names(sets.register(view, day), metric, chosen(rows, own), by)
        names |= {group: named[group] for group in groups if group in named}
    return names


def list_days(marking: Marking, rows: pa.Table, by: Sequence[str], as_of: date) -> dict[date, list[tuple]]:
    """The day whose list speaks of a group → groups of values of `by`."""
    columns = list(dict.fromkeys((*by, *filter(None, [marking.period]))))
    groups: dict[tuple, date] = {}
    for row in rows.select(columns).group_by(columns, use_threads=False).aggregate([]).to_pylist():
        day = sets.day_of(_text(row[marking.period]), as_of) if marking.period and row[marking.period] else as_of
        group = tuple(row[name] for name in by)
        groups[group] = max(groups.get(group, day), day)
    days: dict[date, list[tuple]] = {}
    for group, day in groups.items():
        days.setdefault(day, []).append(group)
    return days


def _names(known: sets.Register, metric: Metric, rows: pa.Table, by: Sequence[str]) -> dict[tuple, str]:
    """Group → the name of the set its base counts."""
    if not {SCHOOL, SCHOOLS} & {*rows.column_names}:
        return {}
    names = _by_schools(known, _of_base(metric, rows), by)
    if metric.stated:  # a percentage without its number has a school too
        names = _by_schools(known, rows.filter(pc.greater(rows[metric.stated[0]], 0)), by) | names
    levels = by.index("level") if "level" in by else None
    return {group: sets.ROWS_OF_A_FILE.get(group[levels] if levels is not None else "", name)
            for group, name in names.items()}


def _by_schools(known: sets.Register, rows: pa.Table, by: Sequence[str]) -> dict[tuple, str]:
    if SCHOOLS in rows.column_names:
        return {group: sets.in_words(known, schools) for group, schools in owners(rows, by, SCHOOLS).items()}
    if not by:
        return {(): sets.in_words(known, {code or "" for code in rows[SCHOOL].unique().to_pylist()})}
    return {group: sets.of_members(known, them) for group, them in _members(known, rows, by).items()}


def _members(known: sets.Register, rows: pa.Table, by: Sequence[str]) -> dict[tuple, sets.Members]:
    """Counted where the rows are: a region has a thousand schools in each group."""
    columns = list(dict.fromkeys((*by, SCHOOL)))
    pairs = rows.select(columns).group_by(columns, use_threads=False).aggregate([])
    codes = pc.fill_null(pairs[SCHOOL], "")
    some = pc.not_equal(codes, "")
    flags = {"_some": some, "_nowhere": pc.invert(some),
             "_known": pc.is_in(codes, pa.array([*known.standing], pa.string())),
             "_listed": pc.is_in(codes, pa.array([*known.listed], pa.string()))}
    for name, flag in flags.items():
        pairs = pairs.append_column(name, flag.cast(pa.int64()))
    pairs = pairs.append_column("_code", pc.if_else(some, codes, pa.scalar(None, pa.string())))
    counted = pairs.group_by([*by], use_threads=False).aggregate([*((name, "sum") for name in flags), ("_code", "min")])
    return {tuple(row[name] for name in by): sets.Members(
        row["_some_sum"] or 0, row["_known_sum"] or 0, row["_listed_sum"] or 0, bool(row["_nowhere_sum"]),
        row["_code_min"] or "") for row in counted.to_pylist()}


def owners(rows: pa.Table, by: Sequence[str], whose: str = SCHOOL) -> dict[tuple, set[str]]:
    """Values of the columns → the different values of the column `whose` beside them, "" for an empty cell."""
    columns = list(dict.fromkeys((*by, whose)))
    found: dict[tuple, set[str]] = {}
    for row in rows.select(columns).group_by(columns, use_threads=False).aggregate([]).to_pylist():
        named = row[whose] or ""
        found.setdefault(tuple(row[name] for name in by), set()).update(
            named.split(";") if whose == SCHOOLS else (named,))
    return found


def _of_base(metric: Metric, rows: pa.Table) -> pa.Table:
    """Rows that weigh something in the figure; of a plan every row, whatever has come of it."""
    if metric.marking.whose == "plan":
        return rows
    if metric.distinct:
        return rows.filter(pc.is_valid(rows[metric.numerator]))
    plan = metric.unit == wording.PLAN_SHARE  # a plan names no schools; what was held of it does
    base = pc.greater(rows[metric.numerator if plan else metric.denominator or metric.numerator], 0)
    return rows.filter(pc.or_(base, pc.is_valid(rows[metric.plus])) if metric.plus else base)


def _figure(metric: Metric, row: dict, by: Sequence[str], name: str, as_of: date) -> Figure:
    return Figure(metric=metric.id, group={key: _text(row[key]) for key in by}, set=name, as_of=as_of,
                  numerator=row["numerator"], denominator=row["denominator"], value=row["value"], low=row["low"],
                  high=row["high"], status=row["status"], rows=row["rows"], unit=metric.unit,
                  more={words: row[flag] for flag, words in metric.more.items() if row[flag]},
                  about=bool(metric.about and row[metric.about]), most=metric.most)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def as_plain(figure: Figure) -> dict:
    """As `figures --json` prints it: shares 0…1, unrounded."""
    return {"metric": figure.metric, "group": dict(figure.group), "set": figure.set, "numerator": figure.numerator,
            "denominator": figure.denominator, "value": figure.value, "low": figure.low, "high": figure.high,
            "unit": figure.unit, "status": figure.status, "rows": figure.rows,
            "about": figure.about}
