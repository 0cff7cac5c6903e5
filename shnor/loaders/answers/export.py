"""An export of a form, one row a respondent: found by its column of time, read into answers that are only counted.

Google Forms: «Отметка времени», several options joined by «, » or «;», «Вопрос [Строка]» for a grid. Яндекс Формы:
«ID», «Время создания», one cell or one column an option, «Вопрос / Вариант».
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shnor.datasets import KINDS, Grid, Value, a1, column_letters
from shnor.datasets.forms import ASIDE, IDS, LONGEST, MARKS, PERSONAL, SCAN_ROWS, SCHOOLS, TIMES
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables.person_shapes import are_names
from shnor.loaders.tables.personal import CONTACT, NAME, Cleaned
from shnor.loaders.types import Issue
from shnor.loaders.words.day_order import in_order, order_of
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.months import MONTH, month_number
from shnor.personal.person_names import PERSON

_PERSONAL = re.compile("|".join(PERSONAL))
_CONTACTS = re.compile(r"\S+@\S+\.\w+|\+?[78][\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d\d[\s-]*\d\d|@\w{4,}")
_LINE = re.compile(r"(.+?)\s*\[(.+)\]")
_YMD = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})(?:[ T,].*)?")
_DMY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(20\d\d|\d\d)(?:[ T,].*)?")
_WORDS = re.compile(rf"(\d{{1,2}}) ({MONTH}),? (20\d\d)\b")
_SLASHES = re.compile(r"\d{1,2}[/-]\d{1,2}[/-](?:20)?\d\d(?:[ T,].*)?")


@dataclass(frozen=True)
class Asked:
    """A question of the form. columns: where its answers stand; options: one a column when each column is an
    option."""

    text: str
    columns: tuple[int, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Export:
    """rows: cells of the respondents. times: what says when each answered, in the column time_column; days: the day of
    each, None where it cannot be read. school, audience: their columns, -1 = none. repeats: answers left out because
    their number came again."""

    sheet: str
    rows: tuple[tuple[Value, ...], ...]
    times: tuple[Value, ...]
    time_column: str
    days: tuple[date | None, ...]
    questions: tuple[Asked, ...]
    school: int
    audience: int
    repeats: int
    dropped: tuple[str, ...]
    issues: tuple[Issue, ...]

    def answers(self, question: Asked) -> Iterator[tuple[str, ...]]:
        """What each respondent chose: one text a cell, the chosen options where each has a column, () = no answer."""
        for cells in self.rows:
            written = [plain(_at(cells, column)) for column in question.columns]
            if question.options:
                yield tuple(option for option, text in zip(question.options, written, strict=True) if text)
            else:
                yield tuple(filter(None, written))


def find(cleaned: Cleaned, left: frozenset[int] = frozenset()) -> Export | None:
    """The export on a sheet without personal columns: a column of time and at least one question; else None. left:
    rows that are not taken."""
    grid = cleaned.grid
    for row, cells in enumerate(grid.cells[:SCAN_ROWS]):
        heads = [normalise(value) if isinstance(value, str) else "" for value in cells]
        time = next((place for place, text in enumerate(heads) if text in TIMES), None)
        if time is not None and sum(map(bool, heads)) > 1 and _moments(grid, row, time):
            return _read(cleaned, row, heads, time, left)
    return None


def _moments(grid: Grid, row: int, place: int) -> bool:
    """Whether most of what stands under the header of time is a time."""
    values = [value for cells in grid.cells[row + 1:] if (value := _at(cells, place)) is not None]
    read = sum(day is not None or bool(_SLASHES.fullmatch(plain(value)))
               for value, day in zip(values, days_of(values), strict=True))
    return bool(values) and read >= 0.8 * len(values)


def _read(cleaned: Cleaned, head: int, heads: list[str], time: int, left: frozenset[int]) -> Export | None:
    grid = cleaned.grid
    rows = [cells for number, cells in enumerate(grid.cells[head + 1:], head + 1)
            if number not in left and _at(cells, time) is not None]
    identity = next((place for place, text in enumerate(heads) if text in IDS), None)
    once = _once(rows, identity)
    people = _personal(heads, grid.cells[head], once) | _rows_of_people(grid.cells[head], once)
    gone = {place for place, text in enumerate(heads) if text in TIMES | IDS | ASIDE or place in people}
    places = [place for place, text in enumerate(heads) if text and place not in gone
              and not (cleaned.dropped and plain(grid.at(head, place)) in cleaned.dropped)]
    school, audience = _school(heads, places), _audience(heads, places, once)
    questions = _questions(grid.cells[head], [place for place in places if place not in (school, audience)], once)
    if not questions:
        return None
    kept = tuple(issue for issue in cleaned.issues if issue.code == "personal-column")
    told = tuple(ISSUES["personal-column"].at(grid.sheet, a1(head, place), column=title,
                                              what=NAME if title.endswith(PERSON) else CONTACT)
                 for place, title in people.items() if a1(head, place) not in {issue.cell for issue in kept})
    times = tuple(_at(cells, time) for cells in once)
    return Export(grid.sheet, tuple(once), times, column_letters(time), days_of(times), questions, school, audience,
                  len(rows) - len(once), (*cleaned.dropped, *people.values()), (*kept, *told))


def _once(rows: list[tuple[Value, ...]], identity: int | None) -> list[tuple[Value, ...]]:
    """Each answer once: of rows with the same number the last one, which is the corrected one."""
    if identity is None:
        return rows
    numbered = {plain(_at(cells, identity)) or f"row {place}": cells for place, cells in enumerate(rows)}
    return list(numbered.values())


def _personal(heads: list[str], titles: Sequence[Value], rows: list[tuple[Value, ...]]) -> dict[int, str]:
    """Columns of addresses and telephones, by header or by most of their cells."""
    found = {}
    for place, text in enumerate(heads):
        values = [plain(value) for cells in rows if (value := _at(cells, place)) is not None]
        contacts = sum(bool(_CONTACTS.search(value)) for value in values)
        if text and (_PERSONAL.fullmatch(text) or contacts > 0.5 * len(values)):
            found[place] = plain(_at(titles, place))
    return found


def _rows_of_people(titles: Sequence[Value], rows: list[tuple[Value, ...]]) -> dict[int, str]:
    """Columns «Оцените урок [Лебяжьева]», «Оцените урок / Лебяжьева»: a line of the question names somebody."""
    lines: dict[str, dict[int, str]] = {}
    for place in range(len(titles)):
        text, option = _split(titles, place)
        if option and not _is_option(option, place, rows):
            lines.setdefault(text, {})[place] = option
        elif not option and (found := _LINE.fullmatch(text)):
            lines.setdefault(found[1], {})[place] = found[2]
    return {place: f"{text} {PERSON}" for text, named in lines.items() if are_names(text, named.values())
            for place in named}


def _school(heads: list[str], places: Sequence[int]) -> int:
    column = KINDS["surveys"]["school_id"]
    names = {normalise(text) for text in (column.title, *column.synonyms, *SCHOOLS)}
    return next((place for place in places if heads[place] in names), -1)


def _audience(heads: list[str], places: Sequence[int], rows: list[tuple[Value, ...]]) -> int:
    """A column with the name of the group, all of whose values are groups we know."""
    column = KINDS["surveys"]["audience"]
    names = {normalise(text) for text in (column.title, *column.synonyms)}
    known = {normalise(text) for texts in (column.choices.values(), *column.spellings.values()) for text in texts}
    return next((place for place in places if heads[place] in names
                 and {normalise(_at(cells, place)) for cells in rows} - {""} <= known), -1)


def _questions(titles: Sequence[Value], places: Sequence[int], rows: list[tuple[Value, ...]]) -> tuple[Asked, ...]:
    """Questions in their order; columns «Вопрос / Вариант» are one question; a repeated text gets its number."""
    shared = Counter(_split(titles, place)[0] for place in places)
    found: dict[str, Asked] = {}
    joined: dict[str, str] = {}
    for place in places:
        text, option = _split(titles, place)
        if option and shared[text] > 1 and _is_option(option, place, rows):
            name = joined.setdefault(text, _free(text, found))
            before = found.get(name, Asked(name, ()))
            found[name] = Asked(name, (*before.columns, place), (*before.options, option))
        else:
            name = _free(plain(titles[place]), found)
            found[name] = Asked(name, (place,))
    return tuple(found.values())


def _split(titles: Sequence[Value], place: int) -> tuple[str, str]:
    text, slash, option = plain(titles[place]).rpartition(" / ")
    return (text, option) if slash else (plain(titles[place]), "")


def _is_option(option: str, place: int, rows: list[tuple[Value, ...]]) -> bool:
    return {normalise(_at(cells, place)) for cells in rows} - {""} <= {normalise(option), *MARKS}


def _free(text: str, taken: dict[str, Asked]) -> str:
    """Never longer than what is stored; the second question with the same text is «Вопрос (2)»."""
    short = text if len(text) <= LONGEST - 5 else f"{text[:LONGEST - 6]}…"
    numbered = (short, *(f"{short} ({number})" for number in range(2, 1000)))
    return next(name for name in numbered if name not in taken)


def _at(cells: Sequence[Value], place: int) -> Value:
    value = cells[place] if 0 <= place < len(cells) else None
    return None if isinstance(value, str) and not value.strip() else value


def days_of(values: Sequence[Value], first: str = "") -> tuple[date | None, ...]:
    """The day of each time as forms write it, whatever the zone beside it: a day is where the people were. «03/04/2026»
    is read only when another time tells which is the day, or first does (see `day_order`)."""
    order = order_of(values)
    return tuple(_day(in_order(value, order.first or first) if order.first or first or value not in order.unclear
                      else None) for value in values)


def _day(value: Value) -> date | None:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return date(1899, 12, 30) + timedelta(days=int(value)) if 36_526 <= value <= 73_050 else None
    text = value.strip() if isinstance(value, str) else ""
    numbers: tuple[str, str, str] | None = None
    if found := _YMD.fullmatch(text):
        numbers = found[1], found[2], found[3]
    elif found := _DMY.fullmatch(text):
        numbers = found[3] if len(found[3]) == 4 else f"20{found[3]}", found[2], found[1]
    elif found := _WORDS.match(text.lower().replace("ё", "е")):
        numbers = found[3], str(month_number(found[2]) or 0), found[1]
    try:
        return date(*map(int, numbers)) if numbers else None
    except ValueError:
        return None
