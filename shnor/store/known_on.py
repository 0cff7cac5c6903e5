"""The step that fills `known_on` for rows stored before the column was there: by the same rule as rows are read."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import duckdb
import pyarrow as pa

from shnor import periods
from shnor.datasets import Grid, Value
from shnor.datasets.packed import unpacked
from shnor.datasets.procedures import last_day_of_works
from shnor.store.queries import quoted

Cursor = duckdb.DuckDBPyConnection
PERIODS: Mapping[str, str] = {"courses": "period", "events": "period", "surveys": "wave", "indicator_values": "period"}
"""Table → the column of its period, whose last day is the day. Days of answers were not kept."""
_WORKS = ("procedure", "stage", "school_year", "term")
_ABOVE = 12
"""Rows of a sheet of ФИС ОКО in which its label «Дата:» stands."""
_LABEL = re.compile(r"\s*дата\s*:?\s*(?P<text>.*)", re.I)
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(20\d\d)")


def fill(cursor: Cursor) -> None:
    """Tables a base does not have are made in their newest form afterwards."""
    present = {name for name, in cursor.execute("select table_name from duckdb_tables()").fetchall()}
    for table in present & {*PERIODS, "results", "requests"}:
        cursor.execute(f"alter table {quoted(table)} add column if not exists known_on DATE")
    for table in present & PERIODS.keys():
        _by(cursor, table, [PERIODS[table]], periods.final_day)
    if "results" in present:
        _by(cursor, "results", _WORKS, last_day_of_works)
        _by_sheets(cursor)
    if "requests" in present:
        cursor.execute(_REQUESTS)


def _by(cursor: Cursor, table: str, names: Sequence[str], last_day: Callable[..., date]) -> None:
    """Every different combination of values is worked out once."""
    told = cursor.execute(f"select distinct {', '.join(map(quoted, names))} from {quoted(table)}").fetchall()
    days = [(*values, last_day(*values)) for values in told]
    schema = pa.schema([*((name, pa.string()) for name in names), ("last", pa.date32())])
    cursor.register("days", pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in days], schema))
    same = " and ".join(f"t.{quoted(name)} = d.{quoted(name)}" for name in names)
    cursor.execute(f"update {quoted(table)} as t set known_on = d.last from days as d where {same}")
    cursor.unregister("days")


def _by_sheets(cursor: Cursor) -> None:
    """The day a kept sheet of ФИС ОКО names."""
    sheets = cursor.execute("select upload_id, sheet, content from grids where (upload_id, sheet) in "
                            "(select (upload_id, sheet) from results)").fetchall()
    for upload, sheet, content in sheets:
        if day := day_above(unpacked(content)):
            cursor.execute("update results set known_on = ? where upload_id = ? and sheet = ?", [day, upload, sheet])


def day_above(grid: Grid) -> date | None:
    """Beside the label «Дата:» or behind its colon."""
    for cells in grid.cells[:_ABOVE]:
        for place, cell in enumerate(cells):
            if isinstance(cell, str) and (label := _LABEL.fullmatch(cell)):
                beside = next((value for value in cells[place + 1:] if value is not None), None)
                return _day(label["text"] or beside)
    return None


def _day(value: Value) -> date | None:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    days = [date(int(year), int(month), int(day)) for day, month, year in _DAY.findall(str(value))
            if 1 <= int(month) <= 12 and 1 <= int(day) <= periods.last_day(int(year), int(month)).day]
    return max(days, default=None)


_REQUESTS = """
update requests as t set known_on = least(last_day(t.month), t.answered_on, came.day) from (
    select r.school_id, r.month, r.number, min(j.moment)::DATE as day from requests as r
    join uploads as u on u.upload_id = r.upload_id join journal as j on j.state = u.state group by all
) as came where t.school_id = came.school_id and t.month = came.month and t.number = came.number
"""
"""The last day of the month of the report; what was answered or read before was asked by then."""
