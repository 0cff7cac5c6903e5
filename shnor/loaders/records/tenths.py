"""Numbers of activities that a spreadsheet has shortened: «1.10» typed into a cell of numbers becomes 1.1."""

import re
from collections.abc import Hashable, Sequence
from itertools import zip_longest

from shnor.datasets import column_letters
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import Choice

_NUMBER = re.compile(r"(?P<section>\d+(?:\.\d+)*)\.(?P<last>\d+)")
_KEPT = "оставить как написано"


def mend_tenths(draft: Draft) -> None:
    """After 1.9 there stands 1.1: it is read as 1.10, and asked once a column."""
    body = draft.body
    if "number" not in body.match.columns or body.kind["number"].type != "text":
        return
    numbers, written = draft.column("number"), body.cells("number")
    rows = [row for row in mistaken(numbers, _lists(draft)) if isinstance(written[row], int | float)
            or str(written[row]).strip(" .").replace(",", ".") == numbers[row]]
    if not rows:
        return
    place, cell = body.place(rows[0], "number")
    topic = f"номера с нулём на конце, столбец {column_letters(body.match.columns['number'])}"
    pairs = ", ".join(f"{body.place(row, 'number')[1]} — {numbers[row]}0" for row in rows)
    choices = (Choice(f"Да: {pairs}", "да"), Choice(f"Нет, {_KEPT}", _KEPT))
    draft.findings.add("tenth", place, cell, numbers[rows[0]], choices, topic=topic, listed=pairs)
    if draft.answers.get((place, topic)) != _KEPT:
        for row in rows:
            numbers[row] = f"{numbers[row]}0"


def _lists(draft: Draft) -> list[Hashable]:
    """Numbers of another school, plan or section begin anew."""
    body = draft.body
    names = [name for name in ("school_id", "plan", "month", "period") if name in body.match.columns]
    return [*zip(*map(body.cells, names), body.sections, strict=True)]


def mistaken(numbers: Sequence[str | None], lists: Sequence[Hashable] = ()) -> list[int]:
    """Places where a number goes back to 1…9 although it stands behind a greater one of its section and before 10 times
    as much: «1.9, 1.1, 1.11», «1.19, 1.2, 1.21». lists: whose number it is, one a number; all of one where empty."""
    whose = lists or [""] * len(numbers)
    shapes = {number: _NUMBER.fullmatch(number or "") for number in set(numbers)}
    read = [(place, shapes[number]) for place, number in enumerate(numbers)]
    parts = [(place, (whose[place], found["section"]), int(found["last"])) for place, found in read if found]
    rows: list[int] = []
    seen: dict[Hashable, int] = {}  # section -> its number before, as it was meant
    for (place, section, last), following in zip_longest(parts, parts[1:]):
        before = seen.get(section, 0)
        follows = following is not None and following[1] == section and following[2] > last * 10
        if last < before < last * 10 and last % 10 and (follows or before == last * 10 - 1):
            rows.append(place)
            last *= 10
        seen[section] = last
    return rows
