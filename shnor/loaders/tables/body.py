"""The rows of a table under its header: without section rows, totals, blank rows, repeated headers and signatures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import itemgetter

from shnor.datasets import KINDS, Grid, Kind, Layout, Value, a1
from shnor.datasets.leftovers import SCHOOL_NAMED, SECTION_NUMBER
from shnor.loaders.tables.aside import Aside, by_looks, left_out
from shnor.loaders.tables.recognise import layout_of
from shnor.loaders.tables.rows import NUMBER, Row, is_blank, record_rows
from shnor.loaders.types import Answers, Match
from shnor.loaders.words.headers import normalise, plain, row_texts

NO_ANSWERS: Answers = {}
OF_CODE = frozenset({"school_id"})
"""What the code of a form of ours says as well as its head."""
_NAMING = ("text", "choice", "date", "month", "period", "school")
_OWN_OF_ROW = ("number", "milestone", "activity", "topic", "option", "indicator")
"""Texts of a key that no two rows share."""
_SECTION_NUMBER = re.compile(SECTION_NUMBER, re.I)
_SCHOOL = re.compile(SCHOOL_NAMED)
_SECTION_ALONE = re.compile(r"(\d+|[IVX]+)\s*[.)]?")

@dataclass
class Part:
    """A table, or its continuation on another sheet. persons: whom each row of the sheet named, see `Persons`."""

    grid: Grid
    match: Match
    persons: Sequence[int] = ()


@dataclass(frozen=True)
class Section:
    """A row over others. place: sheet and cell of its title; two empty texts where none has begun."""

    title: str = ""
    place: tuple[str, str] = ("", "")


@dataclass
class Body:
    """rows: cells of every record row; numbers: their rows on the sheet, from 0; parts: which part each stands in;
    sections: the section it stands under, section_places: sheet and cell of its title. special: columns whose value
    above the table the kind reads itself. aside: rows asked about because they are hidden or struck out."""

    parts: Sequence[Part]
    rows: list[Row] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    of_part: list[int] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    section_places: list[tuple[str, str]] = field(default_factory=list)
    special: frozenset[str] = frozenset()
    aside: list[Aside] = field(default_factory=list)

    @property
    def match(self) -> Match:
        return self.parts[0].match

    @property
    def kind(self) -> Kind:
        return KINDS[self.match.kind]

    @property
    def layout(self) -> Layout:
        return layout_of(self.match)

    @property
    def sheet(self) -> str:
        return self.parts[0].grid.sheet

    @property
    def above(self) -> dict[str, Value]:
        """Column name -> what stands beside its label above the table and so in every empty cell of the column. The
        head of a form of ours is checked against its code instead, see `report_head`."""
        special = self.special | OF_CODE if self.layout.form else self.special
        return {name: value for name, (value, _) in self.match.head.items() if plain(value) and name not in special}

    def tells(self, name: str) -> bool:
        """Whether a column or a label above the table tells of it."""
        return name in self.match.columns or name in self.above

    def values(self, name: str) -> list[Value]:
        """What is written of a column, one a row: its own cell, else what stands above the table."""
        own, above = self.cells(name), self.above.get(name)
        return own if above is None else [value if plain(value) else above for value in own]

    def cells(self, name: str) -> list[Value]:
        """The cells of a column, one a row; None where the sheet has no such column. A school, a day and whatever
        else names rows, written once in a cell merged down over several of them, stand in all of them."""
        if self.is_merged_down(name):
            return [self._merged_cell(row, name) for row in range(len(self.rows))]
        if len(self.parts) == 1:
            return _column(self.rows, self.match.columns.get(name))
        return [cells[place] if (place := self.parts[part].match.columns.get(name)) is not None and place < len(cells)
                else None for cells, part in zip(self.rows, self.of_part, strict=True)]

    def leave(self, rows: Sequence[int]) -> None:
        """Only these rows, in this order."""
        if len(rows) < len(self.rows):
            for name in ("rows", "numbers", "of_part", "sections", "section_places"):
                values = getattr(self, name)
                setattr(self, name, [values[row] for row in rows])

    def put(self, row: int, name: str, value: Value) -> None:
        """What a cell of a row stands for."""
        cells, column = list(self.rows[row]), self.parts[self.of_part[row]].match.columns[name]
        cells[column] = value
        self.rows[row] = tuple(cells)

    def is_merged_down(self, name: str) -> bool:
        """Whether a cell of the column may stand for several rows: what names a row may, never a count."""
        names = name in (self.kind.period, self.kind.school, "plan") or (
            name in self.kind.key and name not in _OWN_OF_ROW and self.kind[name].type in _NAMING)
        return (names
                and any(last > first >= part.match.first_row for part in self.parts
                        for first, _, last, _ in part.grid.merged))

    def _merged_cell(self, row: int, name: str) -> Value:
        part = self.parts[self.of_part[row]]
        column = part.match.columns.get(name)
        if column is None:
            return None
        top, index = self.top(row, name), row
        while index and self.numbers[index] > top and self.of_part[index - 1] == self.of_part[row]:
            index -= 1
        if self.numbers[index] != top:  # the row in which it begins is none of the records
            return part.grid.at(top, column)
        return self.rows[index][column] if column < len(self.rows[index]) else None

    def top(self, row: int, name: str) -> int:
        """The row of the sheet, from 0, in which the cell of a column begins that stands for a row."""
        part, number = self.parts[self.of_part[row]], self.numbers[row]
        column = part.match.columns[name]
        return next((first for first, left, last, right in part.grid.merged
                     if first <= number <= last and left <= column <= right), number)

    def place(self, row: int, name: str) -> tuple[str, str]:
        """Sheet and cell of a column in a row. A column the sheet does not have is pointed at beside its label above
        the table, else in the first one of the row."""
        label = self.match.head.get(name)
        if label and name not in self.match.columns:
            return self.sheet, label[1]
        columns = self.parts[self.of_part[row]].match.columns
        column = columns.get(name, columns.get("number", min(columns.values(), default=0)))
        return self.parts[self.of_part[row]].grid.sheet, a1(self.numbers[row], column)

    @property
    def persons(self) -> list[int]:
        """Whom each row named (see `Persons`), 0 = nobody; empty where the table has no names."""
        if not any(part.persons for part in self.parts):
            return []
        return [part.persons[number] if number < len(part.persons) else 0
                for part, number in zip((self.parts[part] for part in self.of_part), self.numbers, strict=True)]

    def periods(self, row: int) -> Iterator[tuple[str, Value, tuple[str, str]]]:
        """(period, cell, (sheet, address)) of the columns of periods in a row."""
        part = self.parts[self.of_part[row]]
        for column, period in sorted(part.match.periods.items()):
            cells = self.rows[row]
            yield (period, cells[column] if column < len(cells) else None,
                   (part.grid.sheet, a1(self.numbers[row], column)))


def _column(rows: list[Row], place: int | None) -> list[Value]:
    if place is None:
        return [None] * len(rows)
    try:
        return list(map(itemgetter(place), rows))
    except IndexError:  # rows of a hand-made grid may end early
        return [cells[place] if place < len(cells) else None for cells in rows]


def read_body(parts: Sequence[Part], special: frozenset[str] = frozenset(), answers: Answers = NO_ANSWERS) -> Body:
    """answers: whether hidden and struck rows are taken."""
    body = Body(parts, special=special)
    section = Section()
    for index, part in enumerate(parts):
        numbers = record_rows(part.grid, part.match)
        under = [Section()] * len(numbers)
        if body.layout.sections:
            section_rows = _sections(part, numbers)
            kept = [number for number in numbers if number not in section_rows]
            under, section = _running(numbers, section_rows, section)
            numbers = kept
        looked = by_looks(part.grid, part.match, numbers)
        if left := left_out(looked, answers):
            under = [one for one, number in zip(under, numbers, strict=True) if number not in left]
            numbers = [number for number in numbers if number not in left]
        body.aside += looked
        body.numbers += numbers
        body.rows += [part.grid.cells[number] for number in numbers]
        body.of_part += [index] * len(numbers)
        body.sections += [one.title for one in under]
        body.section_places += [one.place for one in under]
    return body


def _sections(part: Part, numbers: list[int]) -> dict[int, Section]:
    merged = {first: (left, right) for first, left, last, right in part.grid.merged if first == last}
    titles = {number: _section(part, part.grid.cells[number], merged.get(number)) or _numbered(part, number, below)
             for number, below in zip_longest(numbers, numbers[1:])}
    return {number: Section(title, (part.grid.sheet, a1(number, _holding(part.grid.cells[number], title))))
            for number, title in titles.items() if title}


def _holding(cells: Row, title: str) -> int:
    """The first cell of a row with this text in it."""
    return next((place for place, value in enumerate(cells) if title in plain(value)), 0)


def _numbered(part: Part, row: int, below: int | None) -> str:
    """«2.» and the title in a cell beside, nothing merged: a section if it has a Roman number or the row below is
    numbered inside it («2.1»)."""
    texts = row_texts(part.grid.cells[row])
    alone = _SECTION_ALONE.fullmatch(texts[0]) if len(texts) == 2 else None
    place = part.match.columns.get("number", 0)
    if not alone or not part.grid.at(row, place):
        return ""
    after = plain(part.grid.at(below, place)) if below is not None else ""
    return texts[1] if not alone[1].isdigit() or re.match(rf"{alone[1]}\s*\.\s*\d", after) else ""


def _running(numbers: list[int], section_rows: dict[int, Section], section: Section) -> tuple[list[Section], Section]:
    """The section of every record row; a continued table begins in the section the one before it ended in."""
    under = []
    for number in numbers:
        if number in section_rows:
            section = section_rows[number]
        else:
            under.append(section)
    return under, section


def _section(part: Part, cells: Row, merged: tuple[int, int] | None) -> str:
    """The title of a section row: one text over the table, with its number inside or in a cell of its own."""
    texts = row_texts(cells)
    if merged and merged[0] <= 1 and merged[1] - merged[0] >= len(part.match.columns) // 2 and len(texts) <= 2:
        title = texts[-1]
    elif len(texts) == 1 and not NUMBER.fullmatch(texts[0]) and not _is_row(part, cells, texts[0]):
        title = texts[0]
    elif len(texts) == 2 and re.fullmatch(r"(?:\d+|[IVX]+)\s*[.)]?", texts[0]) and cells.count(texts[1]) > 1:
        title = texts[1]
    else:
        return ""
    return _SECTION_NUMBER.sub("", title).strip()


def _is_row(part: Part, cells: Row, text: str) -> bool:
    """A text alone in a needed column of a table without numbers is a row that says no more (a factor without its
    level), unless schools are the sections and it names one."""
    layout, kind = layout_of(part.match), KINDS[part.match.kind]
    needed = {part.match.columns.get(name) for name in layout.needs}
    if layout.sections not in kind.key or "number" in part.match.columns or _holding(cells, text) not in needed:
        return False
    return kind[layout.sections].type != "school" or not _SCHOOL.search(normalise(text))


def continues(grid: Grid, before: Match) -> Match | None:
    """The match of a table without a header that goes on with the columns of the one before it."""
    needed = [*before.columns.values(), *before.periods]
    number = before.columns.get("number", 0)
    width = max(map(len, grid.cells), default=0)
    if not layout_of(before).continues or not max(needed) < width <= max(needed) + 3:
        return None
    rows = [row for row in grid.cells if len(row) > number and not is_blank(row)]
    like = sum(1 for row in rows if NUMBER.fullmatch(plain(row[number])) or len(row_texts(row)) <= 2)
    if not rows or like < 0.6 * len(rows) or not any(NUMBER.fullmatch(plain(row[number])) for row in rows):
        return None
    return Match(before.kind, before.layout, 0, 0, before.columns, before.score, before.periods)
