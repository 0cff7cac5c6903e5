"""Where the values of a batch stand: said of its columns, and of single rows where they differ."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from shnor.datasets import Places, Spot, Value, a1, column_letters
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
    of_rows: dict[str, dict[int, Spots]] = {}
    for (name, row), spots in draft.row_spots.items():
        of_rows.setdefault(name, {})[row] = spots
    told = {column.name: _spots(draft, part, rows, column.name, of_rows.get(column.name, {}))
            for column in body.kind.stored}
    for column in body.kind.stored:  # what was understood of a column stands where the column stands
        if column.personal == "no":
            told[column.name] = told[column.name] or told.get(column.derived_from, ())
    match = part.match
    return Places(body.kind.id, part.grid.sheet, (match.header_row + 1, max(match.header_row + 1, match.first_row)),
                  {name: spots for name, spots in told.items() if spots})


def _spots(draft: Draft, part: Part, rows: Sequence[int], name: str, of_rows: Mapping[int, Spots]) -> Spots:
    """of_rows: what a step has told of single rows."""
    body, unpivot = draft.body, draft.body.layout.unpivot
    if unpivot and name == unpivot.into:
        return (Spot(OWN),)
    if unpivot and name == unpivot.period and name not in draft.spots:
        return (Spot(f"{OWN}{_period_row(part)}"),)
    others = _others(draft, part, rows, name)
    column = part.match.columns.get(name)
    if column is None:
        return _runs(draft, rows, [of_rows.get(row, other) for row, other in zip(rows, others, strict=True)]
                     if of_rows else others)
    own, merged = (Spot(column_letters(column)),), body.is_merged_down(name)
    if not of_rows and not merged and (not any(others[:1]) or all(map(_is_written, set(body.cells(name))))):
        return own
    cells = [(row, body.numbers[row], body.top(row, name) if merged else body.numbers[row]) for row in rows]
    return _runs(draft, rows, [
        of_rows[row] if row in of_rows else
        other if other and not plain(part.grid.at(top, column)) else
        own if top == number else (Spot(a1(top, column)),)
        for (row, number, top), other in zip(cells, others, strict=True)])


def _is_written(value: Value) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _others(draft: Draft, part: Part, rows: Sequence[int], name: str) -> list[Spots]:
    """Where a value stands that its own column does not say, a row each: as a step has told, beside its label, in a
    section."""
    body, here = draft.body, part.grid.sheet
    if name in draft.spots:
        return [tuple(replace(spot, at=_on(body.sheet, spot.at, here)) if _FIXED.fullmatch(spot.at) else spot
                      for spot in draft.spots[name])] * len(rows)
    if name in body.above:
        return [(Spot(_on(body.sheet, body.match.head[name][1], here)),)] * len(rows)
    if name == body.layout.sections:
        places = body.section_places
        return [(Spot(_on(*places[row], here)),) if row < len(places) and places[row] else () for row in rows]
    return [()] * len(rows)


def _on(sheet: str, cell: str, here: str) -> str:
    """The cell as seen from another sheet."""
    return cell if sheet == here else f"{sheet}!{cell}"


def _runs(draft: Draft, rows: Sequence[int], told: Sequence[Spots]) -> Spots:
    """Equal answers of rows one under another are said once."""
    if len(set(map(id, told))) <= 1 or len(set(told)) <= 1:
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
