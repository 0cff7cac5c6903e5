"""Rows that count others once more without saying «Итого»: a last row without a name whose numbers are sums, and
«Все предметы 5, в том числе математика 2, физика 3»."""

import re
from collections.abc import Iterator, Sequence

from shnor.datasets import Value, a1
from shnor.datasets.leftovers import INCLUDING, WHOLE
from shnor.loaders.records.draft import Draft
from shnor.loaders.tables import totals
from shnor.loaders.tables.body import Body
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import normalise, plain, row_texts
from shnor.loaders.words.numbers import number
from shnor.loaders.words.read import EMPTY, common

_INCLUDING = re.compile(INCLUDING, re.I)
_WHOLE = re.compile(WHOLE)
_NAMES = ("text", "school", "choice")
PARTS, TOGETHER = "взять части", "взять строку целиком"


def without_sums(draft: Draft) -> None:
    """Leave out what would be counted twice, each with a word. Of a whole with its parts the parts are kept where they
    make up the whole."""
    body = draft.body
    counted = totals.counts(body.match)
    if not counted or body.layout.form or body.layout.unpivot or "indicator" in body.match.columns:
        return
    _including(draft, counted)
    nameless = dict(_nameless(body, counted))
    for row, (first, last) in nameless.items():
        sheet, cell = body.place(row, counted[0])
        draft.findings.add("sum-left", sheet, a1(body.numbers[row], 0), "", row=body.numbers[row] + 1,
                           first=body.numbers[first] + 1, last=body.numbers[last] + 1, at=cell)
    body.leave([row for row in range(len(body.rows)) if row not in nameless])


def _numbers(values: Sequence[Value]) -> list[float | None]:
    read = (number(value).value for value in values)
    return [value if isinstance(value, float) else None for value in read]


def _nameless(body: Body, counted: Sequence[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    """(row, (first, last) of the rows it sums) of rows that say no name, only numbers."""
    names = [body.cells(column.name) for column in body.kind.typed
             if column.type in _NAMES and column.name in body.match.columns and column.name != "number"]
    if not all(any(common(value) is EMPTY for value in set(values)) for values in names):
        return
    without = [row for row, texts in enumerate(zip(*names, strict=True))
               if all(common(text) is EMPTY for text in texts)]
    cells = {name: _numbers(body.cells(name)) for name in counted} if without else {}
    start = 0
    if without[:1] == [0] and len(body.rows) > 2 and _is_sum([values[1:] for values in cells.values()],
                                                           [values[0] for values in cells.values()]):
        yield 0, (1, len(body.rows) - 1)
        start = 1
    for row in without:
        for first in dict.fromkeys((start, 0)):
            if row - first > 1 and _is_sum([values[first:row] for values in cells.values()],
                                           [values[row] for values in cells.values()]):
                yield row, (first, row - 1)
                start = row + 1
                break


def _is_sum(above: Sequence[Sequence[float | None]], own: Sequence[float | None]) -> bool:
    """Every number of the row is the sum of its column; at least two are, or one of a table with one count."""
    told = [(sum(value or 0 for value in values), value) for values, value in zip(above, own, strict=True)
            if value is not None]
    return bool(told) and all(summed == value for summed, value in told) and any(value for _, value in told) \
        and len(told) >= min(2, len(own))


def _including(draft: Draft, counted: Sequence[str]) -> None:
    """«в том числе: математика» under «Все предметы», or «в том числе» in a row of its own between them."""
    body = draft.body
    names = [column.name for column in body.kind.typed
             if column.type == "text" and column.name in body.match.columns and column.name != "number"]
    left: set[int] = set()
    done: set[int] = set()
    for name in names:
        cells = body.cells(name)
        parts = {value for value in set(cells) if isinstance(value, str) and _INCLUDING.match(value.strip())}
        begin = [row for row, value in enumerate(cells) if value in parts] if parts else []
        for row in sorted({*begin, *_after_words(body, name)}):
            if row not in done and (row in begin or body.numbers[row - 1] == body.numbers[row] - 2):
                group = _group(body, name, row)
                left |= _of_whole(draft, name, row, group, counted)
                done |= set(group)
    body.leave([row for row in range(len(body.rows)) if row not in left])


def _after_words(body: Body, name: str) -> list[int]:
    """Rows under one that says «в том числе» and nothing else."""
    found: list[int] = []
    if not body.numbers or body.numbers[-1] - body.numbers[0] + 1 == len(body.numbers):
        return found
    for row in range(1, len(body.rows)):
        if body.numbers[row] - body.numbers[row - 1] == 2 and body.of_part[row] == body.of_part[row - 1]:
            texts = row_texts(body.parts[body.of_part[row]].grid.cells[body.numbers[row] - 1])
            found += [row] if len(texts) == 1 and _INCLUDING.fullmatch(texts[0]) else []
    return found


def _of_whole(draft: Draft, name: str, first: int, group: list[int], counted: Sequence[str]) -> set[int]:
    """The rows to leave out of a whole and its parts; «в том числе» is taken from the names of the parts."""
    body, whole = draft.body, first - 1
    _rename(body, name, group)
    if first == 0 or body.numbers[first] - body.numbers[whole] > 2 or body.of_part[first] != body.of_part[whole] or \
            (plain(body.cells(name)[first]) and body.numbers[first] - body.numbers[whole] == 2
             and first not in _after_words(body, name)):
        return set()  # the whole was a total, and is left out already
    read = {column: _numbers(body.cells(column)) for column in counted}
    numbers = [values for values in read.values()  # hours of one programme are no sum
               if len(group) == 1 or len({values[row] for row in (whole, *group)}) > 1]
    sums = {last: [sum(values[row] or 0 for row in range(first, last + 1)) for values in numbers] for last in group}
    own = [values[whole] for values in numbers]
    end = next((last for last, summed in sums.items() if _equal(summed, own)), None)
    sheet, cell = body.place(whole, name)
    topic, inside = f"строка {body.numbers[whole] + 1} и её части", _inside(sums, own) or group[:1]
    choices = (Choice(TOGETHER, TOGETHER), Choice(PARTS, PARTS)) if end is None else ()
    draft.findings.add("parts-differ" if end is None else "whole-left", sheet, cell, plain(body.cells(name)[whole]),
                       choices, topic, row=body.numbers[whole] + 1, first=body.numbers[first] + 1,
                       last=body.numbers[inside[-1] if end is None else end] + 1)
    if end is not None:
        return {whole}
    return {whole} if draft.answers.get((sheet, topic)) == PARTS else set(inside)


def _equal(summed: Sequence[float], own: Sequence[float | None]) -> bool:
    return any(own) and all(value in (None, told) for told, value in zip(summed, own, strict=True))


def _inside(sums: dict[int, list[float]], own: Sequence[float | None]) -> list[int]:
    """Rows that together do not make more than the whole."""
    return [last for last, summed in sums.items()
            if all(value is None or told <= value for told, value in zip(summed, own, strict=True))]


def _group(body: Body, name: str, first: int) -> list[int]:
    """Rows that may be parts: as far as the other words of the row are those of the whole, or are empty."""
    others = [column.name for column in body.kind.typed if column.type in (*_NAMES, "period", "date", "month")
              and column.name in body.match.columns and column.name not in (name, "number", "programme")]
    whole = [normalise(body.cells(other)[first - 1]) for other in others]
    rows = []
    for row in range(first, len(body.rows)):
        own = [normalise(body.cells(other)[row]) for other in others]
        is_whole = row > first and _WHOLE.fullmatch(normalise(body.cells(name)[row]))
        if is_whole or any(text and text != above for text, above in zip(own, whole, strict=True)):
            break
        rows.append(row)
    return rows or [first]


def _rename(body: Body, name: str, rows: Sequence[int]) -> None:
    for row in rows:
        text = plain(body.cells(name)[row])
        if found := _INCLUDING.match(text):
            body.put(row, name, text[found.end():].strip(" -–—") or text)
