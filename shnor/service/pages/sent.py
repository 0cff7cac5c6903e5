"""What schools have sent, month by month, and what is owed today: the first thing the first page says."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from shnor import periods
from shnor.service.figures.rows import current, only
from shnor.service.month import debts, owed
from shnor.service.month.debts import Debt
from shnor.service.month.forms import MONTH, Form, Forms
from shnor.service.month.owed import Beside, Cell, Grid, Sums, sums
from shnor.store import View

SHOWN, YEAR = 3, 9
"""So many collected months stand beside a school; so many are collected in a school year."""


@dataclass(frozen=True)
class Sent:
    """grids: every form over its months. months: those in which reports are collected, oldest first, the awaited one
    last. debts: what is owed on the day. begun: the first month of which any report came, else the awaited one: nobody
    was asked through this base before."""

    grids: tuple[Grid, ...]
    months: tuple[date, ...]
    debts: tuple[Debt, ...]
    begun: date = date.min

    @property
    def awaited(self) -> date | None:
        return self.months[-1] if self.months else None

    def until(self, month: date, number: int = SHOWN) -> tuple[date, ...]:
        """The month and the collected ones before it, oldest first."""
        return tuple(one for one in self.months if one <= month)[-number:]

    def of(self, month: date, schools: Collection[str] | None = None) -> tuple[Cell, ...]:
        """Reports of a month, schools by number. schools: of these alone."""
        cells = next((grid.of(month) for grid in self.grids if grid.form.id == MONTH.id and month >= self.begun), ())
        return tuple(cell for cell in cells if schools is None or cell.school_id in schools)

    def sums(self, month: date, schools: Collection[str] | None = None) -> Sums:
        return sums(self.of(month, schools))

    def others(self, month: date, schools: Collection[str]) -> tuple[tuple[Form, Sums], ...]:
        """The forms beside the report that are asked for in a month."""
        found = ((grid.form, sums(cell for cell in grid.of(month) if cell.school_id in schools))
                 for grid in self.grids if grid.form.id != MONTH.id and month >= self.begun)
        return tuple((form, counted) for form, counted in found if counted.expected)

    def by_school(self, months: Collection[date]) -> dict[str, tuple[Cell | None, ...]]:
        """School → its reports of these months, in their order; None where nobody asked."""
        by_month = [{cell.school_id: cell for cell in self.of(month)} for month in months]
        schools = dict.fromkeys(school for cells in by_month for school in cells)
        return {school: tuple(cells.get(school) for cells in by_month) for school in schools}


def build(view: View, *, day: date, forms: Forms) -> Sent:
    grids = debts.collected(view, day=day, forms=forms)
    awaited = forms.awaited_month(day)
    first = date(day.year - 1, 1, 1)
    months = [periods.containing("month", first)]
    while months[-1].start < awaited:
        months.append(months[-1].next())
    collected = tuple(month.start for month in months if forms.asked(MONTH.id, month.start) or month.start == awaited)
    everyone = debts.of_everybody(view, grids, day=day, forms=forms)
    return Sent(grids, collected, debts.of(view, grids, day=day, forms=forms), _begun(everyone, awaited))


def with_beside(sent: Sent, beside: Beside) -> Sent:
    """The same with what is known of reports beside the base."""
    if not beside:
        return sent
    return replace(sent, grids=tuple(owed.with_beside(grid, beside) for grid in sent.grids),
                   debts=debts.with_beside(sent.debts, beside))


def _begun(grids: Iterable[Grid], awaited: date) -> date:
    reports = (line.cells for grid in grids if grid.form.id == MONTH.id for line in grid.lines)
    return min((cell.month for cells in reports for cell in cells if cell.came), default=awaited)


def marks(view: View, month: date) -> Mapping[str, Mapping[str, int]]:
    """School → state → how many marks of its roadmap its report of the month has; "" = the municipality."""
    rows = only(current(view, "progress"), month=month)
    counted = rows.group_by(["school_id", "status"], use_threads=False).aggregate([([], "count_all")])
    found: dict[str, dict[str, int]] = {}
    for row in counted.to_pylist():
        found.setdefault(row["school_id"] or "", {})[row["status"]] = row["count_all"]
    return found
