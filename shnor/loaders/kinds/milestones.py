"""Which deadline of an activity a row of a report speaks of, where the activity has several in the period."""

from collections.abc import Mapping
from datetime import date

from shnor import periods, wording
from shnor.datasets import a1
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import Choice

Deadlines = Mapping[int, date | None]
"""Milestone → its last day, None where it was not recognised."""
ALL = "все, что прошли к этому дню"


def settle_milestones(draft: Draft) -> None:
    """A row that does not say which deadline it is about is asked; until it is answered, and where the answer is so, it
    is a record of each deadline that had passed when the report was made. «Без изменений» is of all of them."""
    if not draft.known.deadlines:
        draft.columns["milestone"] = [milestone or 1 for milestone in draft.column("milestone")]
        return
    columns = (draft.column(name) for name in ("plan", "period", "number", "milestone"))
    keep: list[int] = []
    settled: list[int] = []
    for record, (plan, period, number, milestone) in enumerate(zip(*columns, strict=True)):
        several = draft.known.deadlines.get((plan, period, number), {})
        milestones = [milestone or 1] if milestone or not several else _spoken_of(draft, record, several)
        keep += [record] * len(milestones)
        settled += milestones
    if len(keep) > len(draft.origin):
        draft.take(keep)
    draft.columns["milestone"] = settled


def _spoken_of(draft: Draft, record: int, deadlines: Deadlines) -> list[int]:
    if draft.column("status")[record] == "unchanged":
        return [*deadlines]
    day = _made_on(draft, record)
    passed = _passed(deadlines, day)
    sheet, cell = _free_cell(draft, record)
    answer = draft.answers.get((sheet, cell), "").strip()
    if answer.isdigit() and int(answer) in deadlines:
        return [int(answer)]
    if answer != ALL:
        choices = (Choice(ALL, ALL), *(Choice(_named(number, last), str(number)) for number, last in deadlines.items()))
        draft.findings.add(
            "which-deadline", sheet, cell, answer, choices, row=draft.body.numbers[draft.origin[record]] + 1,
            number=draft.column("number")[record], listed=wording.listed([*map(_day, deadlines.values())]),
            taken=wording.listed([_day(deadlines[number]) for number in passed]))
    return passed


def _made_on(draft: Draft, record: int) -> date:
    """The day of the report: the last of its month, if that has come."""
    month = draft.column("month")[record]
    return min(periods.containing("month", month).end, draft.known.today) if month else draft.known.today


def _passed(deadlines: Deadlines, day: date) -> list[int]:
    """The first one to come where none has passed."""
    dated = {number: last for number, last in deadlines.items() if last is not None}
    passed = [number for number, last in dated.items() if last <= day]
    return passed or [min(dated, key=lambda number: dated[number])] if dated else [min(deadlines)]


def _free_cell(draft: Draft, record: int) -> tuple[str, str]:
    """The first cell of the row behind the table: there the answer could have been written."""
    row, body = draft.origin[record], draft.body
    part = body.parts[body.of_part[row]]
    return part.grid.sheet, a1(body.numbers[row], len(part.grid.cells[part.match.header_row]))


def _named(number: int, last: date | None) -> str:
    return f"{number}-й срок, {_day(last)}"


def _day(last: date | None) -> str:
    return f"до {wording.day(last)}" if last else "день не распознан"
