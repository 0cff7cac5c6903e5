"""The other sheets of a month's workbook come back: teachers, courses, marks."""

from collections.abc import Callable, Sequence
from datetime import date

from shnor import periods
from shnor.datasets import Spot, column_letters
from shnor.datasets.places import HANDED_OUT
from shnor.loaders.records import running
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.report_head import code_of, month_label, month_of_head, school_of_head
from shnor.loaders.tables.recognise import layout_of
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.numbers import number
from shnor.loaders.words.values import month, period
from shnor.workbooks.month_sheets import BEFORE, PROCEDURE

_COUNTED = ("people", "part_time", "vacancies")
_FINISHED = ("people", "certificates", "programme", "hours", "provider", "by_deficit")
_MARKS = ("participants", "n5", "n4", "n3", "n2", "na", "exempt")


def staff(draft: Draft) -> None:
    """All teachers on the last day of the month, if a row says anything of them: a number left empty is the one handed
    out, so that the day is told whole. A sheet that tells of courses alone says nothing of teachers."""
    filled, before, people = _written(draft, _COUNTED), _handed_out(draft), draft.column("people")
    for record, row in enumerate(draft.origin):
        if normalise(draft.body.values("people")[row]) == "":
            people[record] = before[row]
            draft.row_spots["people", row] = (Spot(_handed_out_column(draft), HANDED_OUT),)
    draft.take([record for record in range(len(draft.origin)) if record in filled or people[record] is not None]
               if filled else [])
    first = _headed(draft)
    draft.columns["on_date"] = [periods.containing("month", first).end if first else None] * len(draft.origin)
    draft.spots["on_date"] = draft.spots.get("month", ())
    if first is None:
        draft.asked.add("on_date")


def courses(draft: Draft) -> None:
    """Rows where something was finished in the month."""
    draft.take(_written(draft, _FINISHED))
    first = _headed(draft)
    running.settle(draft, first)
    draft.columns["period"] = [draft.period or None] * len(draft.origin)
    draft.spots["period"] = draft.spots.get("month", ())
    people = draft.column("people")
    draft.take([record for record in range(len(draft.origin)) if people[record] != 0])


def results(draft: Draft) -> None:
    """Marks of the term the head names."""
    draft.take(_written(draft, _MARKS))
    first = _headed(draft)
    written, cell = draft.body.match.head.get("school_year", (None, ""))
    draft.spots["school_year"] = (Spot(cell),) if period(written).value else draft.spots.get("month", ())
    year = period(written).value or (periods.containing("school_year", first).code if first else None)
    for name, value in (("procedure", PROCEDURE), ("school_year", year)):
        draft.columns[name] = [own or value for own in draft.column(name)]


RETURNED: dict[str, Callable[[Draft], None]] = {"staff": staff, "courses": courses, "results": results}
"""Kind → what its sheet needs after reading, before the kind's own step."""


def returned(draft: Draft) -> None:
    """A sheet of a form of ours: rows with nothing in them are left out, the head speaks for the others."""
    if layout_of(draft.body.match).form and draft.body.kind.id in RETURNED:
        RETURNED[draft.body.kind.id](draft)


def of_report(draft: Draft) -> None:
    """A sheet of a report is of the month of the report, whatever days stand in its rows."""
    if not draft.origin or not layout_of(draft.body.match).form:
        return
    code = code_of(draft)
    first = month(month_label(draft.body)[0] or (code[1] if code else None)).value
    if isinstance(first, date):
        draft.period = f"{first:%Y-%m}"


def _written(draft: Draft, names: Sequence[str]) -> list[int]:
    """Records with anything written in these columns."""
    written = [draft.body.values(name) for name in names]
    return [record for record, row in enumerate(draft.origin)
            if any(normalise(values[row]) not in ("", "-") for values in written)]


def _headed(draft: Draft) -> date | None:
    """The school of the head in every row; gives the month of the report. A sheet with nothing in it says nothing."""
    if not draft.origin:
        return None
    code = code_of(draft)
    school_of_head(draft, code)
    first = month_of_head(draft, code)
    if "month" not in draft.body.kind.key:
        draft.columns.pop("month", None)
    return first


def _handed_out(draft: Draft) -> list[int | None]:
    """What stood in the column of the month before, one a row of the sheet."""
    place = _handed_out_place(draft)
    cells = [row[place] if place is not None and place < len(row) else None for row in draft.body.rows]
    read = [number(value, whole=True).value for value in cells]
    return [value if isinstance(value, int) else None for value in read]


def _handed_out_place(draft: Draft) -> int | None:
    header = draft.body.parts[0].grid.cells[draft.body.match.header_row]
    return next((index for index, value in enumerate(header) if normalise(value) == normalise(BEFORE)), None)


def _handed_out_column(draft: Draft) -> str:
    place = _handed_out_place(draft)
    return "" if place is None else column_letters(place)
