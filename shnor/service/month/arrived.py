"""What came from schools for a month: rows of a report, sheets of its workbook, marks of a term, and when first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.loaders.month.contents import Contents, contents
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.figures.rows import arrivals, chosen, current
from shnor.service.month.forms import MONTH, QUARTER, Forms, Rule, terms
from shnor.store import Report, View
from shnor.workbooks.month_sheets import TEACHERS

UNCHANGED = "unchanged"
KEPT = Kept(4 * MEGABYTE)
ENTRY = 500
"""What is known of one file takes about so many bytes."""
Key = tuple[str, str, date]
"""(school, kind, month)."""
First = tuple[date, bool]
"""The day of the first file with such rows, and whether it was the centre's list rather than the school's own file."""


@dataclass(frozen=True)
class Came:
    """day: when the last sheet asked for came first. missing: titles of sheets that were handed out and have not come
    back. unchanged: the school says that nothing has changed. by_list: it came in a list of several schools, so that
    when the school sent it is not known."""

    day: date
    missing: tuple[str, ...] = ()
    unchanged: bool = False
    by_list: bool = False


@dataclass(frozen=True)
class _File:
    """A workbook of the month: the sheets it had to have, of those the rule asks for, and the sheets it has."""

    day: date
    asked: frozenset[str]
    there: frozenset[str]
    nothing_new: bool = False


class Arrived:
    """What the base says about some months (their first days), read once; lives as long as the view."""

    def __init__(self, view: View, months: Sequence[date], forms: Forms) -> None:
        self._view, self._forms = view, forms
        self._rows = _rows(view, months, forms)
        self._unchanged = _unchanged(view, months)
        self._files: dict[tuple[str, date], list[Report]] = {}
        for report in view.reports([periods.containing("month", month).code for month in months]):
            self._files.setdefault((report.school_id, periods.first_day(report.period)), []).append(report)

    def of(self, school: str, form: str, month: date, rule: Rule) -> Came | None:
        """What came of a form; None when nothing did."""
        if form == QUARTER.id:
            first = self._rows.get((school, "results", month))
            return Came(first[0], by_list=first[1]) if first else None
        return self._report(school, month, rule)

    def _report(self, school: str, month: date, rule: Rule) -> Came | None:
        """A workbook is judged by its sheets; marks of a school in a list of the centre are its report as well."""
        told, by_list = self._rows.get((school, "progress", month), (None, False))
        reports = self._files.get((school, month), ())
        if told is None and not reports:
            return None
        titles = frozenset(sheet.title for sheet in MONTH.sheets if sheet.id in rule.sheets)
        files = [self._file(report, titles, told is None) for report in reports]
        unchanged = (school, month) in self._unchanged or any(file.nothing_new for file in files)
        books = [file for file in files if file.asked]
        if told is None and not books:
            return None
        day = min(filter(None, (told, *(file.day for file in books))))
        if unchanged:
            return Came(day, unchanged=True, by_list=by_list)
        if told is None:  # a workbook whose main sheet says nothing
            return Came(day, missing=(MONTH.sheets[0].title,))
        teachers = self._rows.get((school, "staff", month))
        extra = [_File(teachers[0], frozenset(), frozenset({TEACHERS}))] if teachers else []
        return _sheets(told, books, extra, by_list)

    def _file(self, report: Report, titles: frozenset[str], empty: bool) -> _File:
        """The grids are opened only where the names of the sheets do not say enough."""
        day, names = self._forms.local(report.moment), frozenset(report.sheets)
        if titles <= names and not empty:
            return _File(day, titles, names)
        inside = _contents(self._view, report)
        if inside is None:
            return _File(day, frozenset(), names)
        return _File(day, titles & (frozenset(inside.asked) | {MONTH.sheets[0].title}), frozenset(inside.there),
                     inside.nothing_new)


def _contents(view: View, report: Report) -> Contents | None:
    """Of a file that was accepted, which never changes: opened once."""
    def opened() -> Contents | None:
        grids = [view.grid(report.upload, sheet) for sheet in report.sheets]
        return contents([grid for grid in grids if grid])
    return KEPT.get((view.generation, view.scope, report.upload), opened, lambda _: ENTRY)


def _sheets(told: date, books: Sequence[_File], extra: Sequence[_File], by_list: bool) -> Came:
    """Whole on the day the last sheet asked for came, in whatever file."""
    asked = frozenset().union(*(file.asked for file in books))
    there: frozenset[str] = frozenset()
    for file in sorted((*books, *extra), key=lambda file: file.day):
        there |= file.there
        if asked and asked <= there:
            return Came(max(told, file.day), by_list=by_list)
    missing = tuple(sheet.title for sheet in MONTH.sheets if sheet.title in asked - there)
    return Came(told, missing=missing, by_list=by_list)


def _rows(view: View, months: Sequence[date], forms: Forms) -> dict[Key, First]:
    """The day the first file with such rows was accepted. A mark the coordinator made by word of the school is no
    report of the school."""
    first, last = min(months), periods.containing("month", max(months)).end
    progress = arrivals(view, "progress", "school_id", "month", "reported_by")
    staff = arrivals(view, "staff", "school_id", "on_date")
    results = arrivals(view, "results", "school_id", "school_year", "term")
    asked_in = {term: month for month in months for term in terms(month)}
    days = {at: forms.local(at) for *_, at, _ in (*progress, *staff, *results)}  # a file has one moment and many rows
    found = [((school, "progress", month), at, own) for school, month, by, at, own in progress
             if by != "coordinator" and first <= month <= last]
    found += [((school, "staff", on.replace(day=1)), at, own) for school, on, at, own in staff if first <= on <= last]
    found += [((school, "results", asked_in[year, term]), at, own) for school, year, term, at, own in results
              if (year, term) in asked_in]
    return _earliest((key, (days[at], not own)) for key, at, own in found)


def _earliest(found: Iterable[tuple[Key, First]]) -> dict[Key, First]:
    days: dict[Key, First] = {}
    for key, first in found:
        days[key] = min(first, days.get(key, first))
    return days


def _unchanged(view: View, months: Sequence[date]) -> set[tuple[str, date]]:
    """Schools that said of every activity «без изменений»."""
    rows = chosen(current(view, "progress"), {"month__from": min(months), "month__to": max(months)})
    words = rows.group_by(["school_id", "month"], use_threads=False).aggregate([("status", "min"), ("status", "max")])
    return {(row["school_id"], row["month"]) for row in words.to_pylist()
            if row["status_min"] == row["status_max"] == UNCHANGED}
