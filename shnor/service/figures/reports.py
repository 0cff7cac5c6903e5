"""Reports as metrics read them: each row with the day its report was made."""

import pyarrow as pa

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
    table, accepted = current(view, KIND), view.accepted()
    ends = {month: periods.containing("month", month).end for month in values(table, "month")}
    rows = zip(*(table[name].to_pylist() for name in ("stated_on", "month", "upload_id")), strict=True)
    days = [min(stated or ends[month], accepted[upload]) for stated, month, upload in rows]
    return table.append_column(REPORT_DAY, pa.array(days, pa.date32()))
