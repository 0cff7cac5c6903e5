"""Rows that are totals of other rows: counted once more they would double every figure."""

import re
from collections.abc import Container, Sequence

from shnor.datasets import KINDS, Grid, Value, a1
from shnor.datasets.leftovers import INCLUDING, SIGNATURES, TOTAL_ALONE, TOTAL_BEGINS
from shnor.datasets.numbers import DASH_SIGNS
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.recognise import layout_of
from shnor.loaders.types import Match
from shnor.loaders.words.headers import plain, row_texts

_BEGINS = re.compile(rf"{TOTAL_BEGINS}|{INCLUDING}.*", re.I)
_COUNTED = re.compile(rf"{TOTAL_BEGINS}|{INCLUDING}", re.I)
"""«в том числе: математика» over numbers is a row, see `records.sums`."""
_ALONE = re.compile(TOTAL_ALONE, re.I)
_SIGNED = re.compile(SIGNATURES, re.I)
_WORDS = ("text", "school", "choice", "period")
"""Types of columns that say what a row is; «Всего» over numbers is a header."""
_ORDER = re.compile(r"\d*[.)]?")
NAMED = 6
"""So many totals are named in a sentence."""
_LETTERS = tuple("ИиОоВвСсПп \t\n\u00a0")
"""What a total begins with: few texts do, and most rows are settled by their first letter."""


def pattern(match: Match) -> re.Pattern[str]:
    """What the first text of a total is. Among indicators «Всего обучающихся» is one of them."""
    if "indicator" in match.columns:
        return _ALONE
    return _COUNTED if counts(match) else _BEGINS


def counts(match: Match) -> list[str]:
    """Columns in which things are counted."""
    kind = KINDS[match.kind]
    return [column.name for column in kind.typed if column.type == "whole" and column.name in match.columns
            and column.name not in kind.key]


def rows(grid: Grid, match: Match) -> frozenset[int]:
    """Rows in which a column of the key says «Итого», whatever stands to the left of it: a number, a school."""
    found: set[int] = set()
    kind, table = KINDS[match.kind], grid.cells[match.first_row:]
    words = {value for value in set().union(*table) if isinstance(value, str) and _ALONE.fullmatch(value)}
    if not words:
        return frozenset()
    names = {name for name in (*kind.key, *layout_of(match).needs) if kind[name].type in _WORDS}
    for place in {match.columns[name] for name in names if name in match.columns}:
        found |= {number for number, row in enumerate(table, match.first_row)
                  if place < len(row) and row[place] in words}
    return frozenset(found | _ordered(table, match.first_row, words))


def _ordered(table: Sequence[Sequence[Value]], first: int, words: Container[Value]) -> set[int]:
    """«3, Итого, 108», whatever column «Итого» stands in: a list of people has names there. words: what totals are
    called in the table."""
    found = set()
    for number, cells in enumerate(table, first):
        said = next((value for value in cells if value is not None and not _is_order(value)), None)
        if isinstance(said, str) and said.startswith(_LETTERS) and said in words:
            found.add(number)
    return found


def _is_order(value: Value) -> bool:
    if isinstance(value, str) and value[:1].isalpha():
        return False
    return bool(_ORDER.fullmatch(plain(value)))


def alone(text: str) -> bool:
    """Whether a text names nothing but a total."""
    return bool(_ALONE.fullmatch(text))


def tell(grid: Grid, match: Match, kept: Container[int], findings: Findings) -> None:
    """Totals are left out with a word, once a sheet; one that names something besides its number, «МБОУ ООШ № 5, Всего,
    7», with a word of its own: it may be all there is of that school. kept: rows that are records."""
    others = [number for number in range(match.first_row, len(grid.cells)) if number not in kept]
    if layout_of(match).form or not others:
        return
    sums, named = pattern(match), []
    inside = rows(grid, match)
    for number in others:
        cells = grid.cells[number]
        texts = row_texts(cells)
        if number in inside and not _ORDER.fullmatch(texts[0]) and not _ALONE.fullmatch(texts[0]):
            findings.add("total-left", grid.sheet, a1(number, _filled(cells)), texts[0],
                         said=next(text for text in texts if _ALONE.fullmatch(text)))
        elif number in inside or (texts and sums.fullmatch(texts[0]) and _has_number(cells)):
            named.append((a1(number, _filled(cells)), next(text for text in texts if not _ORDER.fullmatch(text))))
    if named:
        listed = ", ".join(f"{cell} «{text[:60]}»" for cell, text in named[:NAMED])
        findings.add("totals-left", grid.sheet, named[0][0], named[0][1], topic="итоговые строки",
                     listed=listed + (f" и ещё {len(named) - NAMED}" if len(named) > NAMED else ""))


def tell_nameless(grid: Grid, match: Match, rows: Sequence[int], findings: Findings) -> None:
    """A count under the table in a row that lacks all that names a row. rows: those that may be such."""
    kind = KINDS[match.kind]
    needs = [name for name in layout_of(match).needs if name in match.columns and name not in counts(match)]
    for number in rows:
        texts = row_texts(grid.cells[number])
        place = next((match.columns[name] for name in counts(match)
                      if type(grid.at(number, match.columns[name])) in (int, float)), None)
        if place is not None and needs and not pattern(match).fullmatch(texts[0]) and \
                not any(plain(grid.at(number, match.columns[name])) for name in needs):
            findings.add("row-nameless", grid.sheet, a1(number, place), plain(grid.at(number, place)), row=number + 1,
                         needs=", ".join(f"«{kind[name].title}»" for name in needs))


def tell_unsaid(grid: Grid, match: Match, rows: Sequence[int], findings: Findings) -> None:
    """A row under the table that says to whom or when and lacks the one thing its table is about."""
    kind, needs = KINDS[match.kind], layout_of(match).needs
    own = {kind.school, kind.period, *needs, *kind.key}
    others = {name: place for name, place in match.columns.items() if name not in own}
    for number in rows if len(needs) == 1 and needs[0] in match.columns else ():
        there = [name for name, place in others.items() if plain(grid.at(number, place)) not in DASH_SIGNS]
        if there and not _SIGNED.match(row_texts(grid.cells[number])[0]):
            place = others[there[0]]
            findings.add("row-unsaid", grid.sheet, a1(number, place), plain(grid.at(number, place)), row=number + 1,
                         needs=f"«{kind[needs[0]].title}»", there=", ".join(f"«{kind[name].title}»" for name in there))


def _filled(cells: Sequence[Value]) -> int:
    return next(place for place, value in enumerate(cells) if plain(value))


def _has_number(cells: Sequence[Value]) -> bool:
    return any(type(value) in (int, float) or (isinstance(value, str) and value.strip().isdigit()) for value in cells)
