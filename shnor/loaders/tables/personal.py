"""Personal data in a sheet: found by header and by content, blanked before anything else sees the sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from shnor.datasets import KINDS, Grid, Value, a1
from shnor.datasets.personal import (
    BESIDE_NAMES,
    BIRTH,
    CONTACT,
    DOCUMENT,
    HEADERS,
    NAME,
    NOT_HEADERS,
    NOT_PEOPLE,
    OF_SCHOOLS,
    PEOPLE,
    SNILS,
)
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables import totals
from shnor.loaders.tables.named_cells import named_cells
from shnor.loaders.tables.persons import Persons
from shnor.loaders.types import Issue
from shnor.loaders.words.headers import normalise, plain
from shnor.personal.copy import flat
from shnor.personal.lone import is_lone
from shnor.personal.masks import mask, suspicious
from shnor.personal.numbers import is_snils
from shnor.personal.person_names import PERSON, are_people, is_adjective, is_sure

Cells = tuple[tuple[Value, ...], ...]
Columns = dict[int, tuple[int, str, str]]
"""column → (row of its header, its title, what it holds)."""
SCAN_ROWS = 30
SAMPLE = 100
SHOWN = 20
LONGEST = 80
FEWEST, SHARE, SURE, ENOUGH = 3, 0.6, 0.8, 2
"""So many cells and so large a share of a column make it one of people; without a header more of them,
under a header of people so many different names."""
_HEADERS = {what: re.compile(pattern) for what, pattern in HEADERS.items()}
_BESIDE_NAMES, _NOT_HEADERS = re.compile(BESIDE_NAMES), re.compile(NOT_HEADERS)
_PEOPLE, _NOT_PEOPLE = re.compile(PEOPLE), re.compile(NOT_PEOPLE)
_OF_SCHOOLS, _WORD = re.compile(OF_SCHOOLS), re.compile("[А-ЯЁа-яё-]+")
_OF_MASK = {PERSON: NAME, "[СНИЛС]": SNILS, "[телефон]": CONTACT, "[почта]": CONTACT}


@dataclass(frozen=True)
class Cleaned:
    """A sheet without personal data. dropped: titles of its columns that were blanked; what: which data they held.
    persons: row by row the number of the person who was named in it (see `Persons`); empty where nobody was.
    names: cell of the header → title of each column of names."""

    grid: Grid
    dropped: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    persons: tuple[int, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@cache
def _declared() -> frozenset[str]:
    """Headers of our own forms: two words in capitals («ПЕДАГОГИЧЕСКИХ РАБОТНИКОВ») look like a name and are none."""
    return frozenset(normalise(text) for kind in KINDS.values() for column in kind.typed
                     for text in (column.title, *column.synonyms))


def clean(grid: Grid, persons: Persons | None = None, schools: frozenset[str] = frozenset()) -> Cleaned:
    """Blank columns of personal data, mask names and numbers in texts. persons: the people of the file so far. schools:
    names of those that are known, normalised: no text that is one is touched."""
    columns = dict(_by_header(grid))
    columns |= _by_content(grid, columns)
    named = {column: top for column, (top, _, what) in columns.items() if what == NAME}
    for column, found in _about_named(grid, named.values()):
        columns.setdefault(column, found)
    who = _numbered(grid, named, persons or Persons()) if named else ()
    names = {a1(row, column): _title(title, column) for column, (row, title, what) in columns.items() if what == NAME}
    cells = _without(grid, columns) if columns else grid.cells
    texts = {value for value in set().union(*cells) if type(value) is str}
    texts = {text for text in texts if normalise(text) not in schools} if schools else texts
    cells, masked = _without_names(grid.sheet, cells, named_cells(replace(grid, cells=cells), texts))
    cells, issues = _masked(grid.sheet, cells, texts)
    titles = tuple(dict.fromkeys(_title(title, column) for column, (_, title, _) in columns.items()))
    told = tuple(ISSUES["personal-column"].at(grid.sheet, a1(row, column), what=what,
                                              column=mask(title)[0] or "без названия")
                 for column, (row, title, what) in sorted(columns.items()))
    what = tuple(dict.fromkeys(what for _, _, what in columns.values()))
    heading = mask(grid.heading)[0] if grid.heading else grid.heading
    return Cleaned(replace(grid, cells=cells, heading=heading), titles, what, (*told, *masked, *issues),
                   who, names)


def titled(title: str) -> str:
    """The name of a file or a sheet without the names of people; «(ФИО)», as sheets have no square brackets."""
    masked, what = mask(title.replace("_", " "))
    masked = masked if _OF_SCHOOLS.search(normalise(masked)) else _WORD.sub(
        lambda word: PERSON if is_sure(word[0]) or is_lone(flat(word[0])) else word[0], masked)
    return masked.replace("[", "(").replace("]", ")") if what or PERSON in masked else title


def sheets_titled(sheets: Iterable[str]) -> dict[str, str]:
    """The same of the sheets of a file, each with a name of its own."""
    names: dict[str, str] = {}
    for sheet in sheets:
        name = first = titled(sheet)
        count = 1
        while name != sheet and name in names.values():
            count += 1
            name = f"{first} {count}"
        names[sheet] = name
    return names


def _title(title: str, column: int) -> str:
    return mask(title)[0] or f"столбец {a1(0, column)[:-1]}"


def _numbered(grid: Grid, named: dict[int, int], persons: Persons) -> tuple[int, ...]:
    """Who each row names: all its cells of names together."""
    columns, top = sorted(named), min(named.values())
    return tuple(0 if row <= top else persons.number(*(grid.at(row, column) for column in columns))
                 for row in range(len(grid.cells)))


def _about_named(grid: Grid, tops: Iterable[int]) -> Iterator[tuple[int, tuple[int, str, str]]]:
    """Columns of numbers of documents and the like beside the header of the names."""
    for row in dict.fromkeys(tops):
        for column, value in enumerate(grid.cells[row]):
            if isinstance(value, str) and _BESIDE_NAMES.fullmatch(normalise(value)):
                yield column, (row, " ".join(value.split()), DOCUMENT)


def _by_header(grid: Grid) -> Iterator[tuple[int, tuple[int, str, str]]]:
    """column -> (row of its header, its title, what it holds). A row of two cells on a wide sheet is a label with its
    value, not a header."""
    narrow = max(map(len, grid.cells), default=0) < 3
    for row, cells in enumerate(grid.cells[:SCAN_ROWS]):
        if sum(value is not None for value in cells) < (2 if narrow else 3):
            continue
        for column, value in enumerate(cells):
            if isinstance(value, str) and len(value) < 60 and (what := header_of_people(value)) and \
                    any(grid.at(below, column) is not None for below in range(row + 1, row + 4)):
                yield column, (row, " ".join(value.split()), what)


def header_of_people(text: str) -> str:
    """Which personal data a column with such a header holds; "" = none."""
    clean_text = normalise(text)
    if _NOT_HEADERS.fullmatch(clean_text):
        return ""
    return next((what for what, pattern in _HEADERS.items() if pattern.fullmatch(clean_text)), "")


def _by_content(grid: Grid, known: Columns) -> Columns:
    """Columns most of whose cells are names, СНИЛС, telephones or birth dates, whatever their header says; under a
    header of people and beside names two are enough. known: those found by their header."""
    width = max(map(len, grid.cells), default=0)
    shapes = {column: _shape(values) for column in range(width) if column not in known
              and (values := [(row, cells[column]) for row, cells in enumerate(grid.cells[:SAMPLE])
                              if column < len(cells) and cells[column] is not None])}
    found = {column: shape.as_column for column, shape in shapes.items() if shape.kind or shape.is_of_people()}
    beside = {what for _, _, what in (*known.values(), *found.values())} & {NAME, CONTACT}
    return found | {column: shape.as_column for column, shape in shapes.items()
                    if beside and column not in found and shape.is_beside_people()}


@dataclass(frozen=True)
class _Shape:
    """A column by its cells. head: the text above them, "" = none; kind: what most of them are by themselves."""

    top: int
    head: str
    below: tuple[str, ...]
    kind: str

    @property
    def as_column(self) -> tuple[int, str, str]:
        return self.top, self.head[:60], self.kind or NAME

    @property
    def asks_for_people(self) -> bool:
        return bool(_PEOPLE.fullmatch(normalise(self.head)))

    def is_of_people(self) -> bool:
        """Names alone, not all of them like names of schools, and under no header that speaks of schools, places or
        subjects."""
        hits, different = self._names()
        if self.head.rpartition(" / ")[2] in different:  # an option of a form, which is asked about
            return False
        if self.asks_for_people:
            return len(hits) >= min(ENOUGH, len(self.below)) > 0 and not all(map(is_adjective, different))
        return (len(different) >= FEWEST and len(hits) >= (SHARE if self.head else SURE) * len(self.below)
                and self._may_be_people(different))

    def is_beside_people(self) -> bool:
        """In a list of people most of its cells are names too."""
        hits, different = self._names()
        return (len(different) >= min(ENOUGH, len(self.below)) > 0 and len(hits) >= SHARE * len(self.below)
                and self._may_be_people(different))

    def _names(self) -> tuple[list[str], set[str]]:
        hits = [text for text in self.below if text[:1].isupper() and are_people(text)] if not self.asks_for_people \
            else [text for text in self.below if are_people(text)]
        return hits, set(hits)

    def _may_be_people(self, different: set[str]) -> bool:
        return not _NOT_PEOPLE.fullmatch(normalise(self.head)) and not all(map(is_adjective, different))


def _shape(values: Sequence[tuple[int, Value]]) -> _Shape:
    worth = suspicious(*(value for _, value in values if isinstance(value, str) and len(value) <= LONGEST))
    kinds = [_kind_of(value, worth) for _, value in values]
    hits = [place for place, what in enumerate(kinds) if what]
    few = len(hits) < FEWEST or len(hits) < SHARE * len(values)
    first, text = values[0][1], plain(values[0][1])
    is_name = are_people(text) and not _PEOPLE.fullmatch(normalise(text))
    is_head = isinstance(first, str) and not kinds[0] and not is_name
    below = tuple(plain(value) if isinstance(value, str) else "" for _, value in values[is_head:])
    return _Shape(values[0][0], text if is_head else "", below, "" if few else kinds[hits[0]])


def _kind_of(value: Value, worth: set[str]) -> str:
    """worth: texts that are worth a closer look."""
    if isinstance(value, date):
        return BIRTH if 1935 <= value.year <= 2005 else ""
    if isinstance(value, int | float):
        return SNILS if value > 10**9 and is_snils(f"{value:.0f}".zfill(11)) else \
            CONTACT if 7_900_000_0000 <= value < 9_000_000_0000 and f"{value:.0f}"[1] == "9" else ""
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    if is_snils(value):
        return SNILS
    return _OF_MASK.get(mask(value)[0].strip(" .,;"), "") if value in worth else ""


def _without(grid: Grid, columns: dict[int, tuple[int, str, str]]) -> Cells:
    """The cells with everything under a personal header blanked; the header stays to say what was there, and «Итого»
    to say that its row is nobody."""
    rows = []
    for row, cells in enumerate(grid.cells):
        gone = {column for column, (top, title, _) in columns.items() if row > top or not title}
        rows.append(tuple(None if column in gone and not (isinstance(value, str) and totals.alone(value)) else value
                          for column, value in enumerate(cells)))
    return tuple(rows)


def _without_names(sheet: str, cells: Cells, named: frozenset[tuple[int, int]]) -> tuple[Cells, tuple[Issue, ...]]:
    """The sheet with a mask in these cells, and a word about the first of them."""
    named = frozenset((row, column) for row, column in named if normalise(str(cells[row][column])) not in _declared())
    if not named:
        return cells, ()
    rows = {row for row, _ in named}
    told = tuple(ISSUES["personal-text"].at(sheet, a1(*place), what="фамилию", mask=PERSON)
                 for place in sorted(named)[:SHOWN])
    return tuple(tuple(PERSON if (row, column) in named else value for column, value in enumerate(values))
                 if row in rows else values for row, values in enumerate(cells)), told


def _masked(sheet: str, cells: Cells, texts: Iterable[str]) -> tuple[Cells, tuple[Issue, ...]]:
    """Texts with masks, and the first cells they stand in: who has one such cell has seen what they are about."""
    worth = suspicious(*(text for text in texts if len(text) > 5))
    masks = {text: (masked, what) for text in worth if normalise(text) not in _declared()
             for masked, what in [mask(text)] if what}
    if not masks:
        return cells, ()
    issues: list[Issue] = []
    for row, values in enumerate(cells):
        for column, value in enumerate(values) if len(issues) < SHOWN else ():
            if isinstance(value, str) and value in masks:
                masked, what = masks[value]
                sign = re.search(r"\[[^\]]+\]", masked)
                issues.append(ISSUES["personal-text"].at(sheet, a1(row, column), what=what, mask=sign and sign[0]))
    return tuple(tuple(masks[value][0] if isinstance(value, str) and value in masks else value for value in values)
                 for values in cells), tuple(issues)
