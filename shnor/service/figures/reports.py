"""Reports as metrics read them: each row with the day its report was made."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods
from shnor.metrics.passport import GIVEN, REPORT_DAY
from shnor.service.figures.rows import KEPT, current, values
from shnor.store import View

KIND = "progress"


def rows(view: View, kind: str) -> pa.Table:
    """The current rows of a kind with all a marking reads of it."""
    return dated(view) if kind in GIVEN else current(view, kind)


def dated(view: View) -> pa.Table:
    """Rows of reports with `report_day`: the day the file states, else the last day of the month a report is for or, if
    that was earlier, the day its file was accepted; no report speaks of a day after that. A report for November sent on
    the 24th knows nothing of the 30th; one sent in December, or taken into a new base years later, tells how things
    stood when its month ended."""
    return KEPT.get((view.key_of({KIND}), KIND, REPORT_DAY), lambda: _dated(view), lambda table: table.nbytes)


def _dated(view: View) -> pa.Table:
    table = current(view, KIND)
    ends = {month: periods.containing("month", month).end for month in values(table, "month")}
    stated = pc.coalesce(table["stated_on"], _looked_up(table["month"], ends))
    return table.append_column(REPORT_DAY, pc.min_element_wise(
        stated, _looked_up(table["upload_id"], view.accepted()), skip_nulls=False))


def _looked_up(keys: pa.ChunkedArray, days: Mapping[Any, date]) -> pa.ChunkedArray:
    """The day of each key."""
    named = pa.array([*days], keys.type)
    return pa.chunked_array([pa.array([*days.values()], pa.date32()).take(
        pc.index_in(keys, named).combine_chunks())])
