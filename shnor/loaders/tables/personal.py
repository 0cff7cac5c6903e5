"""Personal data in a sheet: found by header and by content, blanked before anything else sees the sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from shnor.datasets import Grid, Value, a1
from shnor.datasets.personal import (
    BESIDE_NAMES,
    BIRTH,
    CONTACT,
    DOCUMENT,
    HEADERS,
    NAME,
    NOT_HEADERS,
    NOT_PEOPLE,
    PEOPLE,
    SNILS,
)
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables import totals
from shnor.loaders.tables.persons import Persons
from shnor.loaders.types import Issue
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.masks import is_snils, mask, mask_whole, suspicious
from shnor.loaders.words.person_names import PERSON, is_surname

Cells = tuple[tuple[Value, ...], ...]
SCAN_ROWS = 30
SAMPLE = 100
SHOWN = 20
LONGEST = 80
FEWEST, SHARE, SURE = 3, 0.6, 0.8
"""So many cells and so large a share of a column make it one of people; without a header more of them."""
_HEADERS = {what: re.compile(pattern) for what, pattern in HEADERS.items()}
_BESIDE_NAMES, _NOT_HEADERS = re.compile(BESIDE_NAMES), re.compile(NOT_HEADERS)
_PEOPLE, _NOT_PEOPLE = re.compile(PEOPLE), re.compile(NOT_PEOPLE)
_ADJECTIVE = re.compile(r".*(?:ск|цк)(?:ая|ий|ое|ой)")
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


def clean(grid: Grid, persons: Persons | None = None) -> Cleaned:
    """Blank columns of personal data, mask names and numbers in texts. persons: the people of the file so far."""
    columns = dict(_by_header(grid))
    for column, found in _by_content(grid).items():
        columns.setdefault(column, found)
    named = {column: top for column, (top, _, what) in columns.items() if what == NAME}
    for column, found in _about_named(grid, named.values()):
        columns.setdefault(column, found)
    who = _numbered(grid, named, persons or Persons()) if named else ()
    names = {a1(row, column): _title(title, column) for column, (row, title, what) in columns.items() if what == NAME}
    cells = _without(grid, columns) if columns else grid.cells
    cells, issues = _masked(grid.sheet, cells)
    titles = tuple(dict.fromkeys(_title(title, column) for column, (_, title, _) in columns.items()))
    told = tuple(ISSUES["personal-column"].at(grid.sheet, a1(row, column), column=title or "без названия", what=what)
                 for column, (row, title, what) in sorted(columns.items()))
    what = tuple(dict.fromkeys(what for _, _, what in columns.values()))
    heading = mask(grid.heading)[0] if grid.heading else grid.heading
    return Cleaned(replace(grid, cells=cells, heading=heading), titles, what, (*told, *issues), who, names)


def titled(title: str) -> str:
    """The name of a file or a sheet without the names of people; «(ФИО)», as sheets have no square brackets."""
    masked, what = mask(title.replace("_", " "))
    return masked.replace("[", "(").replace("]", ")") if what else title


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
    return title or f"столбец {a1(0, column)[:-1]}"


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
    narrow = max((len(cells) for cells in grid.cells), default=0) < 3
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


def _by_content(grid: Grid) -> dict[int, tuple[int, str, str]]:
    """Columns most of whose cells are names, СНИЛС, telephones or birth dates, whatever their header says."""
    width = max((len(row) for row in grid.cells), default=0)
    sample = grid.cells[:SAMPLE]
    found = {}
    for column in range(width):
        values = [(row, cells[column]) for row, cells in enumerate(sample) if column < len(cells)
                  and cells[column] is not None]
        hits = [(row, what) for row, value in values if (what := _kind_of(value))]
        if len(hits) < FEWEST or len(hits) < SHARE * len(values):
            hits = _surnames(values)
        if hits:
            top = values[0][0]
            head = plain(values[0][1]) if values[0][0] != hits[0][0] else ""
            found[column] = (top, head[:60], hits[0][1])
    return found


def _surnames(values: Sequence[tuple[int, Value]]) -> list[tuple[int, str]]:
    """Rows of a column of surnames alone: single words in capitals that end like surnames, not all of them like names
    of schools, and under no header that speaks of schools, places or subjects."""
    words = [(row, value.strip()) for row, value in values if isinstance(value, str)]
    hits = [(row, NAME) for row, word in words if is_surname(word)]
    head = words[0][1] if words and (not hits or words[0][0] != hits[0][0]) else ""
    below = len(values) - bool(head)
    named = {word for _, word in words if is_surname(word)}
    of_people = bool(_PEOPLE.fullmatch(normalise(head)))
    if len(named) < (FEWEST - of_people) or len(hits) < max(FEWEST - of_people, (SHARE if head else SURE) * below):
        return []
    if _NOT_PEOPLE.fullmatch(normalise(head)) and not of_people:
        return []
    return [] if all(_ADJECTIVE.fullmatch(word.lower()) for word in named) else hits


def _kind_of(value: Value) -> str:
    if isinstance(value, date):
        return BIRTH if 1935 <= value.year <= 2005 else ""
    if isinstance(value, int | float):
        return SNILS if value > 10**9 and is_snils(f"{value:.0f}".zfill(11)) else \
            CONTACT if 7_900_000_0000 <= value < 9_000_000_0000 and f"{value:.0f}"[1] == "9" else ""
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    if is_snils(value):
        return SNILS
    return _OF_MASK.get(mask(value)[0].strip(" .,;"), "") if suspicious(value) else ""


def _without(grid: Grid, columns: dict[int, tuple[int, str, str]]) -> Cells:
    """The cells with everything under a personal header blanked; the header stays to say what was there, and «Итого»
    to say that its row is nobody."""
    rows = []
    for row, cells in enumerate(grid.cells):
        gone = {column for column, (top, title, _) in columns.items() if row > top or not title}
        rows.append(tuple(None if column in gone and not (isinstance(value, str) and totals.alone(value)) else value
                          for column, value in enumerate(cells)))
    return tuple(rows)


def _masked(sheet: str, cells: Cells) -> tuple[Cells, tuple[Issue, ...]]:
    """Texts with masks, and the first cells they stand in: who has one such cell has seen what they are about."""
    masks = {text: (masked, what) for text in _suspicious(cells) for masked, what in [mask(text)] if what}
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


def _suspicious(cells: Cells) -> set[str]:
    """Texts that hold a piece of something personal."""
    return suspicious(*(value for value in set().union(*cells) if type(value) is str and len(value) > 5))
