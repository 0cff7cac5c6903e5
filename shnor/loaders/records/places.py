"""Where the values of a batch stand: said of its columns, and of single rows where they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shnor.datasets import Places, Spot, a1
from shnor.datasets.places import OWN
from shnor.loaders.records.draft import Draft
from shnor.loaders.tables.body import Part
from shnor.loaders.words.headers import plain

Spots = tuple[Spot, ...]
_FIXED = re.compile(r"[A-Z]+\d+")


def places(draft: Draft) -> tuple[Places, ...]:
    """A table, and each part of it on another sheet."""
    return tuple(_of_part(draft, index) for index in range(len(draft.body.parts)))


def _of_part(draft: Draft, index: int) -> Places:
    body, part = draft.body, draft.body.parts[index]
    rows = sorted({row for first in draft.origin for row in (first, *draft.joined.get(first, ()))
                   if body.of_part[row] == index})
    told = {column.name: _spots(draft, part, rows, column.name) for column in body.kind.stored}
    for column in body.kind.stored:  # what was understood of a column stands where the column stands
        if column.personal == "no":
            told[column.name] = told[column.name] or told.get(column.derived_from, ())
    match = part.match
    return Places(body.kind.id, part.grid.sheet, (match.header_row + 1, max(match.header_row + 1, match.first_row)),
                  {name: spots for name, spots in told.items() if spots})


def _spots(draft: Draft, part: Part, rows: Sequence[int], name: str) -> Spots:
    unpivot = draft.body.layout.unpivot
    if unpivot and name == unpivot.into:
        return (Spot(OWN),)
    if unpivot and name == unpivot.period and name not in draft.spots:
        return (Spot(f"{OWN}{_period_row(part)}"),)
    own = name in part.match.columns
    if name not in {kept for kept, _ in draft.row_spots}:
        if not own:
            return _runs(draft, rows, [_otherwise(draft, name, row) for row in rows])
        if not draft.body.is_merged_down(name) and not any(_otherwise(draft, name, row) for row in rows[:1]):
            return _column(part, name)
    return _runs(draft, rows, [_of_row(draft, part, name, row) for row in rows])


def _of_row(draft: Draft, part: Part, name: str, row: int) -> Spots:
    if (name, row) in draft.row_spots:
        return draft.row_spots[name, row]
    if name not in part.match.columns:
        return _otherwise(draft, name, row)
    number, column = draft.body.numbers[row], part.match.columns[name]
    top = draft.body.top(row, name) if draft.body.is_merged_down(name) else number
    if not plain(part.grid.at(top, column)) and (other := _otherwise(draft, name, row)):
        return other
    return _column(part, name) if top == number else (Spot(a1(top, column)),)


def _column(part: Part, name: str) -> Spots:
    return (Spot(a1(0, part.match.columns[name])[:-1]),)


def _otherwise(draft: Draft, name: str, row: int) -> Spots:
    """Where a value stands that its own column does not say: as a step has told, beside its label, in a section."""
    body = draft.body
    if name in draft.spots:
        return tuple(replace(spot, at=_on(body.sheet, spot.at, draft, row)) if _FIXED.fullmatch(spot.at) else spot
                     for spot in draft.spots[name])
    if name in body.above:
        return (Spot(_on(body.sheet, body.match.head[name][1], draft, row)),)
    if name == body.layout.sections and row < len(body.section_places) and body.section_places[row]:
        sheet, cell = body.section_places[row]
        return (Spot(_on(sheet, cell, draft, row)),)
    return ()


def _on(sheet: str, cell: str, draft: Draft, row: int) -> str:
    """The cell as seen from the sheet of the row."""
    here = draft.body.parts[draft.body.of_part[row]].grid.sheet
    return cell if sheet == here else f"{sheet}!{cell}"


def _runs(draft: Draft, rows: Sequence[int], told: Sequence[Spots]) -> Spots:
    """Equal answers of rows one under another are said once."""
    if len(set(told)) <= 1:
        return told[0] if told else ()
    return tuple(replace(spot, rows=(first, last))
                 for spots, first, last in _grouped(draft, rows, told) for spot in spots)


def _grouped(draft: Draft, rows: Sequence[int], told: Sequence[Spots]) -> Iterator[tuple[Spots, int, int]]:
    for spots, group in groupby(zip(told, rows, strict=True), key=lambda pair: pair[0]):
        numbers = [draft.body.numbers[row] + 1 for _, row in group]
        yield spots, numbers[0], numbers[-1]


def _period_row(part: Part) -> int:
    """The row of the header in which periods are written, from 1."""
    match = part.match
    column, code = next(iter(sorted(match.periods.items())), (0, ""))
    rows = range(match.header_row, max(match.header_row + 1, match.first_row))
    written = (row for row in rows if code[:4] and code[:4] in plain(part.grid.at(row, column)))
    return next(written, match.header_row) + 1
