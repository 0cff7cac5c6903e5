"""Reports that are owed on a day: of the awaited month and of all before it; a debt does not end with its month."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from shnor import periods
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.everybody import everybody
from shnor.service.figures.kept import Kept
from shnor.service.month import owed
from shnor.service.month.forms import QUARTER, Forms
from shnor.service.month.owed import Beside, Cell, Grid
from shnor.store import ANYTHING, View

KEPT = Kept(3)
"""So many states and days are remembered."""
OWED = ("waiting", "partial")


@dataclass(frozen=True)
class Debt:
    """A form of a month. due: the earliest last day in time; waiting: schools that sent nothing; partial: those that
    left sheets out; both by number, each with its cell."""

    form: str
    month: date
    due: date
    waiting: tuple[tuple[SchoolCard, Cell], ...]
    partial: tuple[tuple[SchoolCard, Cell], ...]


def owing(view: View, *, day: date, forms: Forms) -> tuple[Debt, ...]:
    """By due day, the earliest first, back to January of the year before. Of past months a form is owed from the first
    of them for which any school sent it by the end of the next month (what came much later is history that was brought
    in: nobody was asked through this base then), until the month is approved or a decision takes the form off; marks of
    a term within their school year."""
    return of(view, collected(view, day=day, forms=forms), day=day, forms=forms)


def collected(view: View, *, day: date, forms: Forms) -> tuple[Grid, ...]:
    """Who sent what in the months a debt may be of, the awaited one last."""
    return owed.grids(view, _months(date(day.year - 1, 1, 1), forms.awaited_month(day)), day=day, forms=forms)


def of(view: View, grids: Iterable[Grid], *, day: date, forms: Forms) -> tuple[Debt, ...]:
    """The same as `owing`, of grids that are known."""
    awaited, known = forms.awaited_month(day), tuple(grids)
    closed, this_year = view.approved(), periods.containing("school_year", day).start
    begun = {grid.form.id: _begun(grid, awaited) for grid in of_everybody(view, known, day=day, forms=forms)}
    found = [debt for grid in known for debt in _of_form(grid, closed, begun.get(grid.form.id, awaited))
             if debt.form != QUARTER.id or debt.month >= this_year]
    return tuple(sorted(found, key=lambda debt: (debt.due, debt.month, debt.form)))


def of_everybody(view: View, grids: Sequence[Grid], *, day: date, forms: Forms) -> tuple[Grid, ...]:
    """Who sees some schools alone is asked from the month on from which all are. For that month alone: the cells are
    handed to nobody. Collected once for all who see some schools."""
    if view.scope.sees_all:
        return tuple(grids)
    every = everybody(view)
    return KEPT.get((every.key_of({ANYTHING}), day, forms), lambda: collected(every, day=day, forms=forms), lambda _: 1)


def of_school(found: Iterable[Debt], school: str, *, before: date = date.max) -> tuple[Cell, ...]:
    """Its own cells, the oldest first. before: of months that lie before this one."""
    return tuple(cell for debt in found if debt.month < before for card, cell in (*debt.waiting, *debt.partial)
                 if card.school_id == school)


def with_beside(found: Iterable[Debt], beside: Beside) -> tuple[Debt, ...]:
    """Without what has come and is not in the base yet, or not shown here yet."""
    kept = []
    for debt in found:
        waiting, partial = (tuple((card, cell) for card, cell in pairs if cell in owed.all_beside((cell,), beside))
                            for pairs in (debt.waiting, debt.partial))
        if waiting or partial:
            kept.append(replace(debt, waiting=waiting, partial=partial))
    return tuple(kept)


def _months(first: date, last: date) -> tuple[date, ...]:
    found = [periods.containing("month", first)]
    while found[-1].start < last:
        found.append(found[-1].next())
    return tuple(month.start for month in found)


def _begun(grid: Grid, awaited: date) -> date:
    """The first month any school sent the form in time for, else the awaited one."""
    sent = (month for place, month in enumerate(grid.months) if any(
        _sent(line.cells[place], periods.containing("month", month).next().end) for line in grid.lines))
    return next(sent, awaited)


def _of_form(grid: Grid, closed: Set[date], begun: date) -> Iterator[Debt]:
    for place, month in enumerate(grid.months):
        if month < begun or month in closed:
            continue
        cells = [(line.card, line.cells[place]) for line in grid.lines]
        waiting, partial = (tuple(pair for pair in cells if pair[1].state == state) for state in OWED)
        if waiting or partial:
            yield Debt(grid.form.id, month, min(cell.due for _, cell in (*waiting, *partial)), waiting, partial)


def _sent(cell: Cell, until: date) -> bool:
    """By the school itself, while the month was being collected."""
    return cell.came is not None and not cell.by_list and cell.came <= until
