"""Percentages that stand in columns of counts: never taken for pupils, also where they add up to those who wrote."""

from collections.abc import Sequence

from shnor.datasets import Value
from shnor.datasets.results import MARKS
from shnor.loaders.kinds.groups import put
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.values import number

_WHOLE, _OFF = 100, 1.0
"""What percentages of a row add up to, and how far their rounding may lead."""


def stop(draft: Draft) -> None:
    """Before typing. One row that can only be percentages speaks for its columns; where every row adds up to a hundred
    and so does the number of those who wrote, it is asked once."""
    columns = draft.body.match.columns
    if not all(name in columns for name in ("participants", *MARKS)):
        return
    hundreds, counts = [], 0
    for row, cells in enumerate(zip(*map(draft.body.values, ("participants", *MARKS)), strict=True)):
        numbers = [_number(value) for value in cells]
        wrote, marks = numbers[0], numbers[1:]
        if None in marks:
            continue
        total = sum(value for value in marks if value is not None)
        if _are_percents(wrote, [value for value in marks if value is not None], total, cells[1:]):
            _tell(draft, row, cells, total)
            return
        if wrote == total == _WHOLE:
            hundreds.append(row)
        counts += wrote == total != _WHOLE and total > 0
    if hundreds and not counts:
        _ask(draft, hundreds[0])


def _are_percents(wrote: float | None, marks: Sequence[float], total: float, written: Sequence[Value]) -> bool:
    if abs(total - _WHOLE) > _OFF:
        return False
    if any("%" in plain(value) for value in written) or any(value != int(value) for value in marks):
        return True
    return total == _WHOLE and wrote is not None and wrote not in (0, total)


def _tell(draft: Draft, row: int, cells: Sequence[Value], total: float) -> None:
    wrote, *marks = (shown(value).replace(".", ",") for value in cells)
    draft.findings.add("marks-percent", *draft.body.place(row, "n5"), " + ".join(marks), sum=_shown(total),
                       column=draft.body.kind["n5"].title, participants=wrote or "неизвестно сколько")
    for other in range(len(draft.body.rows)):
        for name in MARKS:
            put(draft, other, name, None)


def _ask(draft: Draft, row: int) -> None:
    sheet, cell = draft.body.place(row, "participants")
    draft.findings.add("marks-hundred", sheet, cell, _WHOLE, (Choice("Да, писали ровно 100", KEEP),),
                       column=draft.body.kind["participants"].title, sum=_WHOLE)
    draft.findings.insist("marks-hundred", sheet, cell)


def _number(value: Value) -> float | None:
    read = number(value.replace("%", "") if isinstance(value, str) else value).value
    return float(read) if isinstance(read, int | float) else None


def _shown(total: float) -> str:
    return f"{total:.6g}".replace(".", ",")
