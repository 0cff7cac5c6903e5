"""What stands beside the line of the page of results: rows of a file for more schools than ours, schools and sets it is
compared with, years of another series."""

from dataclasses import dataclass

import pyarrow as pa

from shnor import wording
from shnor.service.figures import families, sets
from shnor.service.figures.families import NOWHERE, Key, Stand
from shnor.service.figures.lines import Cell, Counting, Line
from shnor.service.figures.rows import only
from shnor.service.pages.works import EVERY, GRADE, LISTED, WORK, YEAR, Standing

LEVELS = {"municipality": "муниципалитет: строки файла нет", "region": "край: строки файла нет",
          "country": "вся выборка: строки файла нет"}
"""Level → what is said of it where no file has its row: no label names a set without rows behind it."""
MUNICIPALITY, BEFORE = "municipality", "before"
"""What can be put beside apart from schools and the list: the row of a file, the year before."""
PEERS = 12
"""So many other schools stand behind the line of one."""


@dataclass(frozen=True)
class Beside:
    """comparable: what can be put beside, code → name. compared: what was asked for, by code; None: there are no rows
    of it. peers: of the page of one school the others of its list, by number, where they are few. levels: every row
    there may be, by level; one without rows says so. earlier: years of another series, each over its own schools."""

    comparable: tuple[tuple[str, str], ...] = ()
    compared: tuple[tuple[str, Line | None], ...] = ()
    peers: tuple[Line, ...] = ()
    levels: tuple[Line, ...] = ()
    earlier: tuple[tuple[str, Cell | None], ...] = ()


def beside(standing: Standing, count: Counting) -> Beside:
    levels = _levels(standing, count)
    comparable = _comparable(standing)
    asked = tuple(code for code in standing.chosen.compare if code in comparable)
    listed = _list(standing, count) if LISTED in asked else None
    peers = _peers(standing)
    own = {line.school_id: line for line in schools(standing, count, {*asked, *peers})}
    found = {**own, LISTED: listed, MUNICIPALITY: levels[0] if levels and any(levels[0].cells) else None}
    return Beside(tuple(comparable.items()), tuple((code, found.get(code)) for code in asked if code != BEFORE),
                  tuple(own[code] for code in peers if code in own), levels, _earlier(standing, count))


def schools(standing: Standing, count: Counting, codes: set[str]) -> tuple[Line, ...]:
    """By number, never by result; each is a set of its own, whatever schools the page shows."""
    names = standing.known.names
    wanted = sorted(codes & names.keys(), key=lambda school: wording.by_number(names[school]))
    if not wanted:
        return ()
    series, rows = standing.series(), only(standing.everybody, school_id=tuple(wanted))
    stands = families.of_each_school(series, rows)
    return count.lines(series, _shown(standing, rows), ("school_id",), {
        (school,): (names[school], stands.get(school, {}).get(standing.key(), NOWHERE)) for school in wanted})


def _shown(standing: Standing, rows: pa.Table) -> pa.Table:
    chosen = standing.chosen
    return standing.of_class(only(rows, stage=chosen.stage, subject=chosen.subject), chosen.grade)


def _comparable(standing: Standing) -> dict[str, str]:
    """Schools that wrote this, without the one the page is of; the list, where the page is of other schools."""
    chosen = standing.chosen.schools
    wrote = {*_shown(standing, standing.everybody)["school_id"].to_pylist()} - {"", None, chosen}
    named = {LISTED: "перечень"} if standing.listed and chosen != LISTED else {}
    named |= {BEFORE: "год назад"} if standing.known.hidden else {MUNICIPALITY: "муниципалитет", BEFORE: "год назад"}
    return named | {code: name for code, name in standing.schools if code in wrote and code not in (LISTED, EVERY)}


def _list(standing: Standing, count: Counting) -> Line | None:
    rows = only(standing.everybody, school_id=tuple(standing.listed))
    stand = families.stands(standing.series(), rows, standing.listed).get(standing.key(), NOWHERE)
    return count.total(standing.series(), _shown(standing, rows), "перечень", stand)


def _peers(standing: Standing) -> tuple[str, ...]:
    """Of one school: the other schools of its list, of a school outside of it every school of the list."""
    if standing.chosen.schools in (LISTED, EVERY):
        return ()
    wrote = {*_shown(standing, standing.everybody)["school_id"].to_pylist()}
    others = (standing.listed & wrote) - standing.base
    return tuple(code for code, _ in standing.schools if code in others) if len(others) <= PEERS else ()


def _levels(standing: Standing, count: Counting) -> tuple[Line, ...]:
    """Rows of a file for the same classes, named by how many schools the file says stand behind them. A level is a set
    of its own, compared in the subjects and classes of the schools. They are not for who sees some schools alone."""
    if standing.known.hidden:
        return ()
    wrote = {(row["subject"], row["stage"], row[GRADE]) for row in standing.own.select([*WORK, GRADE]).group_by(
        [*WORK, GRADE], use_threads=False).aggregate([]).to_pylist()}
    series = standing.series(whose="level")
    lined: dict[Key, tuple[str, Stand]] = {}
    above = only(standing.work, level=tuple(LEVELS), school_year=standing.years)
    above = above.filter(pa.array([key in wrote for key in zip(*(above[name].to_pylist() for name in (*WORK, GRADE)),
                                                               strict=True)], pa.bool_()))
    shown = _shown(standing, above)
    for level in LEVELS:
        stands = families.stands(series, only(above, level=level), {level})
        lined[level,] = _level_name(shown, level), stands.get(standing.key(), NOWHERE)
    found = {line.name: line for line in count.lines(series, shown, ("level",), lined)}
    nothing = (None,) * len(count.periods)
    return tuple(found.get(name, Line(LEVELS[level], nothing, None)) for (level,), (name, _) in lined.items())


def _level_name(rows: pa.Table, level: str) -> str:
    numbers = sorted(set(only(rows, level=level)["school_count"].drop_null().to_pylist()))
    behind = f", {wording.span(*numbers[::len(numbers) - 1 or 1][:2])}" if len(numbers) > 1 else \
        f", {wording.number(numbers[0])}" if numbers else ""
    schools = f"{wording.NBSP}{wording.noun(numbers[-1], 'школа')}" if numbers else ""
    return f"{sets.ROWS_OF_A_FILE[level].removesuffix(')')}{behind}{schools})"


def _earlier(standing: Standing, count: Counting) -> tuple[tuple[str, Cell | None], ...]:
    """Nothing of these years is compared: each stands over every school of the set that wrote."""
    rows = standing.of_class(standing.past, standing.chosen.grade)
    found = {figure.group[YEAR]: figure for figure in count.figures(standing.chosen.indicator, rows, (YEAR,))
             if figure.denominator}
    cells = []
    for year in standing.earlier:
        wrote = only(rows, school_year=year)
        where = {**count.where(wrote["school_id"].to_pylist(), {YEAR: year}),
                 GRADE: tuple(sorted({*map(str, wrote[GRADE].to_pylist())}))}
        cells.append((year, Cell(found[year], where) if year in found else None))
    return tuple(cells)
