"""The figures counted once more in plain SQL, without the metrics package: what `figures` must agree with, and the
baseline it is timed against."""

from datetime import date
from pathlib import Path

import duckdb

from shnor.datasets import KINDS, Kind

HERE = Path(__file__).resolve().parent
TOPICS = tuple(sorted(path.stem for path in HERE.glob("*.sql")))

Counts = dict[tuple[str, ...], tuple[int, int | None]]
"""(metric, values of its group…) → numerator, denominator."""


def connect(base: Path, as_of: date) -> duckdb.DuckDBPyConnection:
    """A base nobody else has open, its current rows as views current_<kind>, what several topics count with as the
    views of the folder beside. as_of: the day the figures are for."""
    connection = duckdb.connect(str(base), read_only=True)
    connection.execute("set variable as_of = $day::DATE", {"day": as_of})
    connection.execute("create temp view live as select upload_id from journal where upload_id is not null "
                       "group by upload_id having arg_max(action, state) <> 'withdraw'")
    for kind in KINDS.values():
        connection.execute(_current(kind))
    for path in sorted((HERE / "views").glob("*.sql")):
        connection.execute(f"create temp view {path.stem} as {path.read_text('utf-8')}")
    return connection


def _current(kind: Kind) -> str:
    """The newest live row of every key, found by numbering; the store does it another way."""
    key = ", ".join(f'"{name}"' for name in kind.key)
    return (f'create temp view "current_{kind.id}" as select * exclude (place) from (select *, row_number() over '
            f'(partition by {key} order by src desc) as place from "{kind.id}" where upload_id in (from live)) '
            "where place = 1 and not removed")


def counts(connection: duckdb.DuckDBPyConnection, topic: str) -> Counts:
    """Of one topic: what its file of SQL gives, a row a figure: metric, values of its group, numerator, denominator."""
    rows = connection.execute((HERE / f"{topic}.sql").read_text("utf-8")).fetchall()
    return {(metric, *(value or "" for value in group)): (int(k or 0), None if n is None else int(n))
            for metric, group, k, n in rows}
