"""Who owes which form for which month, and what has come: the grid school × form × month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from shnor import periods
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.rows import chosen, current
from shnor.service.month.arrived import Arrived
from shnor.service.month.asked import asked
from shnor.service.month.forms import FORMS, NOT_COLLECTED, Form, Forms, Rule, forms_of
from shnor.store import View

State = Literal["accepted", "partial", "questions", "handed_in", "unseen", "moved", "waiting", "not_required",
                "not_asked"]
"""accepted: every sheet asked for is there. partial: one or more are missing. questions: a file lies in the tray
unanswered. handed_in: the school has sent it, the centre has not accepted it yet. unseen: it is accepted, and what is
in it is not shown here before the school has seen what it makes. moved: awaited later by a letter. waiting: nothing has
come. not_required: summer, a newcomer's first month, or a decision. not_asked: the school is neither on the list nor
has a roadmap then. What came in the last two is shown, not counted."""
EXPECTED: tuple[State, ...] = ("accepted", "partial", "questions", "handed_in", "unseen", "moved", "waiting")
Key = tuple[str, str, date]
"""(school, form, month)."""
Beside = Mapping[Key, Mapping[State, date]]
"""What is known of forms beside the base: handed_in and when, accepted and when the school had sent it."""
OPEN: tuple[State, ...] = ("waiting", "moved", "partial")
"""In which states of the base «handed_in» is said instead."""


@dataclass(frozen=True)
class Cell:
    """One form of one school for one month. due: the last day in time, a letter of delay counted in. came: when the
    last sheet asked for came first. missing: titles of sheets. questions: of the waiting file, 0 = it could be
    accepted, None = no file waits. why: of not_required and moved. by_list: it came in a list of several schools, so
    that nobody knows when the school sent it. beside: of handed_in the day it was sent, of unseen the day it is shown
    from."""

    school_id: str
    form: str
    month: date
    state: State
    due: date
    came: date | None = None
    unchanged: bool = False
    missing: tuple[str, ...] = ()
    questions: int | None = None
    why: str = ""
    by_list: bool = False
    beside: date | None = None

    @property
    def late(self) -> bool:
        """It is all there, and the last of it came after the due day."""
        return self.state == "accepted" and not self.by_list and self.came is not None and self.came > self.due


@dataclass(frozen=True)
class Line:
    """A school and its cells in the order of the months."""

    card: SchoolCard
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """One form over months: only months in which a form that is not monthly is asked for, only schools asked for it."""

    form: Form
    months: tuple[date, ...]
    lines: tuple[Line, ...]

    def of(self, month: date) -> tuple[Cell, ...]:
        """The cells of a month, schools by number."""
        place = self.months.index(month) if month in self.months else None
        return () if place is None else tuple(line.cells[place] for line in self.lines)


@dataclass(frozen=True)
class Sums:
    """expected = accepted + partial + questions + handed_in + unseen + moved + waiting; accepted = on_time + late +
    by_list."""

    expected: int
    accepted: int
    on_time: int
    late: int
    by_list: int
    partial: int
    questions: int
    moved: int
    waiting: int
    handed_in: int = 0
    unseen: int = 0

    @property
    def taken(self) -> int:
        """Accepted by the centre, whether or not what is in it is shown here yet."""
        return self.accepted + self.unseen


def grids(view: View, months: Sequence[date], *, day: date, forms: Forms) -> tuple[Grid, ...]:
    """Every form over the months (first days, in order), schools by number."""
    known = _Known(view, months, day, forms)
    return tuple(_grid(known, form, months) for form in FORMS.values())


def last_months(day: date, number: int = 6) -> tuple[date, ...]:
    """The month of the day and those before it, oldest first."""
    found = [periods.containing("month", day)]
    while len(found) < number:
        found.append(found[-1].previous())
    return tuple(period.start for period in reversed(found))


def with_waiting(grid: Grid, waiting: Mapping[Key, int]) -> Grid:
    """The same with files that lie in the tray. waiting: (school, form, month) → questions and errors in the file. What
    is accepted stays accepted."""
    return replace(grid, lines=tuple(replace(line, cells=tuple(_waits(cell, waiting) for cell in line.cells))
                                     for line in grid.lines))


def with_beside(grid: Grid, beside: Beside) -> Grid:
    """The same with what is known of forms beside the base. What is accepted stays so."""
    if not beside:
        return grid
    return replace(grid, lines=tuple(replace(line, cells=all_beside(line.cells, beside)) for line in grid.lines))


def all_beside(cells: Iterable[Cell], beside: Beside) -> tuple[Cell, ...]:
    """The same of some cells."""
    return tuple(_beside(cell, beside) for cell in cells)


def _beside(cell: Cell, beside: Beside) -> Cell:
    told = beside.get((cell.school_id, cell.form, cell.month), {})
    if cell.came and not cell.by_list:  # the centre took its time, not the school
        cell = replace(cell, came=min(told.get("accepted", cell.came), cell.came))
    lies = "handed_in" in told and cell.state in OPEN
    return replace(cell, state="handed_in", beside=told["handed_in"]) if lies else cell


def _waits(cell: Cell, waiting: Mapping[Key, int]) -> Cell:
    asked = waiting.get((cell.school_id, cell.form, cell.month))
    if asked is None or cell.state not in ("waiting", "moved"):
        return cell
    return replace(cell, questions=asked, state="questions" if asked else cell.state)


def sums(cells: Iterable[Cell]) -> Sums:
    listed = [cell for cell in cells if cell.state in EXPECTED]
    parts = {state: sum(cell.state == state for cell in listed) for state in EXPECTED}
    late, by_list = sum(cell.late for cell in listed), sum(cell.state == "accepted" and cell.by_list
                                                              for cell in listed)
    return Sums(expected=len(listed), on_time=parts["accepted"] - late - by_list, late=late, by_list=by_list, **parts)


def of_state(grid: Grid, month: date, state: State) -> tuple[tuple[SchoolCard, Cell], ...]:
    """The forms of a month in this state, schools by number."""
    return tuple((line.card, cell) for line, cell in zip(grid.lines, grid.of(month), strict=False)
                 if cell.state == state)


def _grid(known: "_Known", form: Form, months: Sequence[date]) -> Grid:
    shown = tuple(month for month in months if form.id == "month" or known.forms.asked(form.id, month))
    lines = [Line(card, tuple(known.cell(card.school_id, form, month) for month in shown)) for card in known.cards]
    return Grid(form, shown, tuple(line for line in lines if any(cell.state != "not_asked" for cell in line.cells)))


class _Known:
    """What the base says about some months, read once."""

    def __init__(self, view: View, months: Sequence[date], day: date, forms: Forms) -> None:
        self.forms, self.day = forms, day
        self._known = asked(view, months, day, forms)
        self._arrived, self._unseen = Arrived(view.taken(), months, forms), view.unseen
        self._shown = Arrived(view, months, forms) if view.unseen else self._arrived
        self._decided = _decisions(view, months)

    @property
    def cards(self) -> tuple[SchoolCard, ...]:
        return self._known.cards

    def cell(self, school: str, form: Form, month: date) -> Cell:
        rule, due = self._known.rules[form.id, month]
        decided, is_asked = self._decided.get((school, form.id, month)), (school, month) in self._known.months
        cell = Cell(school, form.id, month, "waiting" if is_asked else "not_asked", due)
        if decided and decided["state"] == "moved":
            cell = replace(cell, due=decided["until"], why=decided["reason"] or "")
        came = self._received(cell, rule)
        if came is None and not is_asked and not decided:  # most schools of a register in most months
            return cell
        why = self._excused(cell, rule, decided)
        if not is_asked or why:
            return replace(came or cell, state="not_required" if is_asked else "not_asked", why=why, missing=())
        if came is not None:
            return came
        return replace(cell, state="moved") if decided and self.day <= cell.due else cell

    def _received(self, cell: Cell, rule: Rule) -> Cell | None:
        """The cell of a form that came, whole or in part; None when nothing came."""
        came = self._arrived.of(cell.school_id, cell.form, cell.month, rule)
        if came is None:
            return None
        made = Cell(cell.school_id, cell.form, cell.month, "partial" if came.missing else "accepted", cell.due,
                    came.day, came.unchanged, came.missing, why=cell.why, by_list=came.by_list)
        return made if came.missing or self._is_shown(cell, rule) else replace(
            made, state="unseen", beside=self._opens(cell))

    def _is_shown(self, cell: Cell, rule: Rule) -> bool:
        """Whole without the files that are not shown yet: what came after them corrects it."""
        came = self._shown.of(cell.school_id, cell.form, cell.month, rule)
        return came is not None and not came.missing

    def _opens(self, cell: Cell) -> date | None:
        """The day from which on all of it is shown; its files may name no month or another one."""
        own = [one for one in self._unseen if one.school == cell.school_id]
        named = [one for one in own if one.month == cell.month and cell.form in forms_of(one.kinds)]
        return max((one.since for one in named or own), default=None)

    def _excused(self, cell: Cell, rule: Rule, decided: Mapping | None) -> str:
        """Why nothing is asked of the school this month; "" = it is asked."""
        if decided and decided["state"] == "not_required":
            return decided["reason"] or "решение центра"
        if cell.month.month not in rule.months:
            return NOT_COLLECTED
        return "первый месяц в перечне" if (cell.school_id, cell.month) in self._known.first else ""


def _decisions(view: View, months: Sequence[date]) -> dict[Key, dict]:
    rows = chosen(current(view, "assignments"), {"month__from": min(months), "month__to": max(months)}).to_pylist()
    return {(row["school_id"], row["form"], row["month"]): row for row in rows}
