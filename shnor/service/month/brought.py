"""Which file brought a form of a school for a month: where a click on «принято» leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.service.month.forms import FORMS, MONTH, Form
from shnor.service.month.owed import Key
from shnor.store import Report, View


@dataclass(frozen=True)
class Brought:
    """sheet: that of the form, or the first one of the file."""

    upload: int
    sheet: str


def brought(view: View, months: Sequence[date]) -> Mapping[Key, Brought]:
    """The newest own file of each school, form and month (first days). What came in a list of several schools is not
    here: no single file is the school's own."""
    found: dict[Key, Brought] = {}
    for report in view.reports([periods.containing("month", month).code for month in months]):
        for form in FORMS.values():
            if of := _sheet(report, form):
                found[report.school_id, form.id, periods.first_day(report.period)] = Brought(report.upload, of)
    return found


def _sheet(report: Report, form: Form) -> str:
    """A report has its form on its main sheet; the marks of a term may be the only thing in a file."""
    named = next((sheet.title for sheet in form.sheets if sheet.title in report.sheets), "")
    others = {sheet.title for other in FORMS.values() if other is not form for sheet in other.sheets}
    return named or next((sheet for sheet in report.sheets if sheet not in others and form is MONTH), "")
