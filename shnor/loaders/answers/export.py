"""An export of a form, one row a respondent: found by its column of time, read into answers that are only counted.

Google Forms: «Отметка времени», several options joined by «, » or «;», «Вопрос [Строка]» for a grid. Яндекс Формы:
«ID», «Время создания», one cell or one column an option, «Вопрос / Вариант».
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shnor.datasets import KINDS, Grid, Value, a1
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables.personal import CONTACT, Cleaned
from shnor.loaders.types import Issue
from shnor.loaders.words.headers import normalise, plain

SCAN_ROWS = 10
TIMES = {"отметка времени", "timestamp", "время создания", "дата создания", "created", "время отправки",
         "дата и время отправки", "дата и время ответа", "время ответа", "submission time", "start time", "начато"}
IDS = {"id", "id ответа", "response id", "идентификатор ответа", "номер ответа", "№ ответа"}
ASIDE = {"баллы", "score", "общий балл", "итоговый балл", "количество баллов", "статус", "время изменения",
         "время завершения", "completion time", "updated", "язык", "источник", "ссылка", "ip"}
_PERSONAL = re.compile(r".*(?:e-?mail|эл\.? ?почт|электронн\w+ (?:почт|адрес)|адрес электронной).*|почта|логин|ник|"
                       r"имя пользователя|username|user name|телефон|номер телефона|ваш[еи]? (?:имя|фамилия).*|"
                       r"как вас зовут.*|представьтесь.*")
_CONTACTS = re.compile(r"\S+@\S+\.\w+|\+?[78][\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d\d[\s-]*\d\d|@\w{4,}")
_SCHOOLS = {"название школы", "место работы", "ваша образовательная организация", "образовательное учреждение",
            "наименование образовательной организации", "укажите вашу образовательную организацию", "ваше оу", "оу",
            "ваша оо", "выберите школу", "выберите вашу школу", "школа, в которой вы работаете", "наименование школы",
            "в какой школе вы работаете", "в какой школе вы работаете?", "укажите школу", "наименование вашей школы"}
_MARKS = {"да", "1", "+", "true", "истина", "v", "✓", "✔"}
_YMD = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})(?:[ T,].*)?")
_DMY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(20\d\d)(?:[ T,].*)?")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(20\d\d)(?:[ T,].*)?")
LONGEST = 500


@dataclass(frozen=True)
class Asked:
    """A question of the form. columns: where its answers stand; options: one a column when each column is an
    option."""

    text: str
    columns: tuple[int, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Export:
    """rows: cells of the respondents. days: the day of each, None where it cannot be read. school, audience: their
    columns, -1 = none. repeats: answers left out because their number came again."""

    sheet: str
    rows: tuple[tuple[Value, ...], ...]
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


def find(cleaned: Cleaned) -> Export | None:
    """The export on a sheet without personal columns: a column of time and at least one question; else None."""
    grid = cleaned.grid
    for row, cells in enumerate(grid.cells[:SCAN_ROWS]):
        heads = [normalise(value) if isinstance(value, str) else "" for value in cells]
        time = next((place for place, text in enumerate(heads) if text in TIMES), None)
        if time is not None and sum(map(bool, heads)) > 1 and _moments(grid, row, time):
            return _read(cleaned, row, heads, time)
    return None


def _moments(grid: Grid, row: int, place: int) -> bool:
    """Whether most of what stands under the header of time is a time."""
    values = [value for cells in grid.cells[row + 1:] if (value := _at(cells, place)) is not None]
    read = sum(day is not None or bool(_SLASHES.fullmatch(plain(value)))
               for value, day in zip(values, days_of(values), strict=True))
    return bool(values) and read >= 0.8 * len(values)


def _read(cleaned: Cleaned, head: int, heads: list[str], time: int) -> Export | None:
    grid = cleaned.grid
    rows = [cells for cells in grid.cells[head + 1:] if _at(cells, time) is not None]
    identity = next((place for place, text in enumerate(heads) if text in IDS), None)
    once = _once(rows, identity)
    people = _personal(heads, grid.cells[head], once)
    gone = {place for place, text in enumerate(heads) if text in TIMES | IDS | ASIDE or place in people}
    places = [place for place, text in enumerate(heads) if text and place not in gone
              and not (cleaned.dropped and plain(grid.at(head, place)) in cleaned.dropped)]
    school, audience = _school(heads, places), _audience(heads, places, once)
    questions = _questions(grid.cells[head], [place for place in places if place not in (school, audience)], once)
    if not questions:
        return None
    kept = tuple(issue for issue in cleaned.issues if issue.code == "personal-column")
    told = tuple(ISSUES["personal-column"].at(grid.sheet, a1(head, place), column=title, what=CONTACT)
                 for place, title in people.items() if a1(head, place) not in {issue.cell for issue in kept})
    return Export(grid.sheet, tuple(once), days_of([_at(cells, time) for cells in once]), questions, school, audience,
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


def _school(heads: list[str], places: Sequence[int]) -> int:
    column = KINDS["surveys"]["school_id"]
    names = {normalise(text) for text in (column.title, *column.synonyms, *_SCHOOLS)}
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
    return {normalise(_at(cells, place)) for cells in rows} - {""} <= {normalise(option), *_MARKS}


def _free(text: str, taken: dict[str, Asked]) -> str:
    """Never longer than what is stored; the second question with the same text is «Вопрос (2)»."""
    short = text if len(text) <= LONGEST - 5 else f"{text[:LONGEST - 6]}…"
    numbered = (short, *(f"{short} ({number})" for number in range(2, 1000)))
    return next(name for name in numbered if name not in taken)


def _at(cells: Sequence[Value], place: int) -> Value:
    value = cells[place] if 0 <= place < len(cells) else None
    return None if isinstance(value, str) and not value.strip() else value


def days_of(values: Sequence[Value]) -> tuple[date | None, ...]:
    """The day of each time as forms write it. «03/04/2026» is read only when another time tells which is the day."""
    slashes = [found for value in values if isinstance(value, str) and (found := _SLASHES.fullmatch(value.strip()))]
    first = any(int(found[1]) > 12 for found in slashes)
    second = any(int(found[2]) > 12 for found in slashes)
    order = "dm" if first and not second else "md" if second and not first else ""
    return tuple(_day(value, order) for value in values)


def _day(value: Value, order: str) -> date | None:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return date(1899, 12, 30) + timedelta(days=int(value)) if 36_526 <= value <= 73_050 else None
    text = value.strip() if isinstance(value, str) else ""
    numbers: tuple[str, str, str] | None = None
    if found := _YMD.fullmatch(text):
        numbers = found[1], found[2], found[3]
    elif found := _DMY.fullmatch(text):
        numbers = found[3], found[2], found[1]
    elif order and (found := _SLASHES.fullmatch(text)):
        numbers = (found[3], found[2], found[1]) if order == "dm" else (found[3], found[1], found[2])
    try:
        return date(*map(int, numbers)) if numbers else None
    except ValueError:
        return None
