"""A line inside a table that names another school or another time than the rows under it would be stored with."""

from collections.abc import Iterable, Iterator

from shnor.datasets import Column, a1
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import named_in
from shnor.loaders.records.whole import only_period
from shnor.loaders.words.headers import plain, row_texts

_MOST = 2
"""«МБОУ ООШ № 9» or a label and its value; more texts are a row of the table."""


def tell(draft: Draft) -> None:
    """Blocks one under another on a sheet, each under a line of its own: the first line must not speak for all."""
    if draft.body.layout.form or draft.body.layout.sections:
        return
    lines = None
    for column in draft.body.kind.columns:
        if column.name in draft.body.kind.slice and column.name not in draft.body.match.columns:
            taken = {_shown(value) for value in draft.column(column.name)} - {""}
            if len(taken) == 1:
                lines = [*_lines(draft)] if lines is None else lines
                _tell(draft, column, taken.pop(), lines)


def _tell(draft: Draft, column: Column, taken: str, lines: Iterable[tuple[str, str, str]]) -> None:
    for sheet, cell, text in lines:
        if column.type == "school":
            other = named_in(text, draft.known) or ""
        else:
            other = only_period([text]) if column.type in ("period", "month") else ""
        # a month inside a year is no contradiction
        if other and other != taken and (column.type == "school" or len(other) == len(taken)):
            draft.findings.add("another-inside", sheet, cell, text, column=column.title)


def _lines(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """(sheet, cell, text) of rows of a text or two with rows of the table under them."""
    for index, part in enumerate(draft.body.parts):
        last = max((row for row, of in zip(draft.body.numbers, draft.body.of_part, strict=True) if of == index),
                   default=0)
        for number in range(part.match.first_row, last):
            cells = part.grid.cells[number]
            if not all(value is None or isinstance(value, str) for value in cells):
                continue
            texts = row_texts(cells)
            if 0 < len(texts) <= _MOST:
                place = next(place for place, value in enumerate(cells) if plain(value))
                yield part.grid.sheet, a1(number, place), " ".join(texts)


def _shown(value: object) -> str:
    return f"{value:%Y-%m}" if hasattr(value, "strftime") else plain(value)
