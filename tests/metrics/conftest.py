"""Rows for metrics, as every engine hands them out."""

from datetime import date

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from shnor import periods
from shnor.datasets import KINDS, PROGRESS, ROADMAP
from shnor.metrics.passport import REPORT_DAY

PLAN = {"plan": "План", "period": "2026", "milestone": 1, "activity": "Семинар", "deadline_end": date(2026, 11, 30)}
FACT = {"plan": "План", "number": "1", "period": "2026", "milestone": 1, "month": date(2026, 11, 1)}


def table(kind, rows, common):
    """A report that does not say otherwise was made on the last day of its month."""
    schema = kind.schema.append(pa.field("src", pa.int64()))
    numbered = [{**common, "src": place, **row} for place, row in enumerate(rows, start=1)]
    if kind is PROGRESS:
        schema = schema.append(pa.field(REPORT_DAY, pa.date32()))
        numbered = [{REPORT_DAY: periods.containing("month", row["month"]).end, **row} for row in numbered]
    return pa.Table.from_pylist(numbered, schema=schema)


def arrow_frames(plan, progress=()):
    """plan, progress: rows as dictionaries of what differs from one November activity of 2026."""
    numbered = [{"number": str(place), **row} for place, row in enumerate(plan, start=1)]
    facts = [{"src": 100 + place, **row} for place, row in enumerate(progress, start=1)]
    others = {kind.id: table(kind, [{}], {}) for kind in KINDS.values() if kind is not PROGRESS}
    return {**others, "roadmap": table(ROADMAP, numbered, PLAN), "progress": table(PROGRESS, facts, FACT)}


def relation(connection, name, rows):
    connection.register(name, rows)
    return connection.table(name)


@pytest.fixture(params=["duckdb", "pyarrow", pytest.param("pandas", marks=pytest.mark.nightly)])
def engine(request):
    """Hands a named Arrow table out as that engine's own rows."""
    connection = duckdb.connect()
    engines = {"duckdb": lambda name, rows: relation(connection, name, rows),
               "pyarrow": lambda name, rows: rows,
               "pandas": lambda name, rows: rows.to_pandas(types_mapper=pd.ArrowDtype)}
    yield engines[request.param]
    connection.close()


@pytest.fixture
def frames(engine):
    return lambda plan, progress=(): {name: engine(name, rows) for name, rows in arrow_frames(plan, progress).items()}


@pytest.fixture(scope="session")
def arrow():
    return arrow_frames
