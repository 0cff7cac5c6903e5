"""Personal data in a sheet: found by header and by content, blanked before anything else sees the sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from shnor.datasets import Grid, Value, a1
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables import totals
from shnor.loaders.tables.persons import Persons
from shnor.loaders.types import Issue
from shnor.loaders.words.headers import normalise, plain

Cells = tuple[tuple[Value, ...], ...]
SCAN_ROWS = 30
SAMPLE = 100
SHOWN = 20
NAME, SNILS, BIRTH, PASSPORT = "имена людей", "СНИЛС", "даты рождения", "паспортные данные"
CONTACT = "телефоны и адреса людей"
DOCUMENT = "номера документов, пол, гражданство"
_HEADERS = {
    NAME: re.compile(r"ф\.? ?и\.? ?о\b\.?.*|фамилия.*|(?:имя|отчество|имя,? отчество)(?: (?:получател|слушател|педагог|"
                     r"учител|работник|сотрудник|обучающ)\w+)?|(?:фио|фамилия).*|.*\bфио\b.*"),
    SNILS: re.compile(r".*\bснилс\b.*"),
    BIRTH: re.compile(r".*(?:дата|год|день) рождения.*|д\.? ?р|дата рожд.*"),
    PASSPORT: re.compile(r".*паспорт.*|серия(?:,| и) ?номер.*"),
    CONTACT: re.compile(r".*адрес (?:проживания|регистрации).*|.*телефон.*|домашний адрес"),
}
_BESIDE_NAMES = re.compile(r"(?:серия|номер|№)(?: и (?:серия|номер|дата))? (?:документа|удостоверения|диплома).*|"
                           r"(?:№|номер|серия)[ ,/]*(?:и )?(?:№|номер|дата|серия)? ?(?:выдачи )?удостоверен.*|"
                           r"удостоверение,? (?:№|номер).*|рег(?:\.|истрационный) ?(?:№|номер).*|пол(?: получателя)?|"
                           r"гражданство.*|возраст")
"""What in a list of named people is about them too."""
_NOT_HEADERS = re.compile(r".*(?:школ|учрежден|организац|документ|паспорт (?:школ|безопасн|кабинет)|без фио|"
                          r"мероприят).*")

WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
INITIALS = r"[А-ЯЁ]\. ?[А-ЯЁ]\."
_PATRONYMIC = (r"[А-ЯЁ][а-яё]*(?:(?:[оеё]вич|[ьи]ич|Ильич)(?:а|у|ем|ом|е)?|(?:[оеё]вн|иничн|тичн|мичн)(?:а|ы|е|у|ой)|"
               r"ьич)(?![а-яё])")
_NOT_PATRONYMIC = re.compile(r"(?:Основн|Церковн|Духовн|Верховн|Условн|Уголовн|Деревн|Древн|Кадров|Готовн|Полновн|"
                             r"Плановн|Частичн|Публичн|Практичн|Первичн|Типичн|Мышечн)", re.I)
_FULL = re.compile(rf"(?<![\w-])(?:{WORD} )?{WORD} {_PATRONYMIC}(?: {WORD}(?=\W|$))?")
_SHORT = re.compile(rf"(?<![\w-]){WORD} {INITIALS}|(?<![\w.]){INITIALS} ?{WORD}")
_HONOURED = re.compile(r"(?:им\.|имени|памяти|геро[ияе][а-я ]*|академика|маршала|генерала)\s*$", re.I)
_ACTING = re.compile(r"^И\. ?О\. ?(?:Директор|Начальник|Завед|Заместит|Руковод|Глав)")
_SNILS = re.compile(r"(?<!\d)\d{3}[- ]\d{3}[- ]\d{3}[- ]\d{2}(?!\d)")
_ELEVEN = re.compile(r"(?<![\d.,])\d{11}(?![\d.,])")
_BORN = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}(?= ?(?:г\.? ?р\b|года? рождения))")
_PASSPORT = re.compile(r"(?i:паспорт[а-я]*:?\s*(?:серия\s*)?)\d{2} ?\d{2}\s*(?:№\s*)?\d{6}")
_QUICK = tuple(re.compile(pattern) for pattern in (
    r"\. ?[А-ЯЁ]\.", "вн[аыеуо]", "чн[аыеуо]", "ич", r"\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d\d", "рожд", r"г\. ?р",
    "аспорт"))
"""Without any of these a text holds nothing to mask; each begins so that searching is quick."""


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
    heading = _mask(grid.heading)[0] if grid.heading else grid.heading
    return Cleaned(replace(grid, cells=cells, heading=heading), titles, what, (*told, *issues), who, names)


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
    """Columns most of whose cells are names, СНИЛС or birth dates, whatever their header says."""
    width = max((len(row) for row in grid.cells), default=0)
    sample = grid.cells[:SAMPLE]
    found = {}
    for column in range(width):
        values = [(row, cells[column]) for row, cells in enumerate(sample) if column < len(cells)
                  and cells[column] is not None]
        hits = [(row, what) for row, value in values if (what := _kind_of(value))]
        if len(hits) >= 3 and len(hits) >= 0.6 * len(values):
            top = values[0][0]
            head = plain(values[0][1]) if values[0][0] != hits[0][0] else ""
            found[column] = (top, head[:60], hits[0][1])
    return found


def _kind_of(value: Value) -> str:
    if isinstance(value, date):
        return BIRTH if 1935 <= value.year <= 2005 else ""
    if isinstance(value, int | float):
        return SNILS if is_snils(f"{value:.0f}".zfill(11)) and value > 10**9 else ""
    if not isinstance(value, str) or len(value) > 80:
        return ""
    text = " ".join(value.split())
    if text[:1].isdigit():
        return SNILS if _SNILS.fullmatch(text) or is_snils(text) else ""
    return NAME if _FULL.fullmatch(text) or _SHORT.fullmatch(text) else ""


def is_snils(text: str) -> bool:
    """Eleven digits whose last two check the first nine."""
    digits = text.replace("-", "").replace(" ", "")
    if len(digits) != 11 or not digits.isdigit() or digits[:9] == "0" * 9:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True)) % 101 % 100
    return total == int(digits[9:])


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
    masks = {text: (masked, what) for text in _suspicious(cells) for masked, what in [_mask(text)] if what}
    if not masks:
        return cells, ()
    issues: list[Issue] = []
    for row, values in enumerate(cells):
        for column, value in enumerate(values) if len(issues) < SHOWN else ():
            if isinstance(value, str) and value in masks:
                masked, what = masks[value]
                mask = re.search(r"\[[^\]]+\]", masked)
                issues.append(ISSUES["personal-text"].at(sheet, a1(row, column), what=what, mask=mask and mask[0]))
    return tuple(tuple(masks[value][0] if isinstance(value, str) and value in masks else value for value in values)
                 for values in cells), tuple(issues)


def _suspicious(cells: Cells) -> set[str]:
    """Texts that hold a piece of something personal, found in all texts at once."""
    texts = [value for value in set().union(*cells) if type(value) is str and len(value) > 5]
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts):
        joined = "\n".join(text.replace("\n", "\r") for text in texts)
    found = set()
    for pattern in _QUICK:
        for match in pattern.finditer(joined):
            end = joined.find("\n", match.end())
            found.add(joined[joined.rfind("\n", 0, match.start()) + 1:end if end >= 0 else None].replace("\r", "\n"))
    return found


def _mask(text: str) -> tuple[str, str]:
    """(text with masks, what was found)."""
    found: list[str] = []

    def hide(what: str, mask: str):
        def put(match: re.Match[str]) -> str:
            if what == "фамилию" and not is_name(match, text):
                return match[0]
            found.append(what)
            return mask
        return put

    for pattern, what, mask in ((_PASSPORT, "паспортные данные", "[паспорт]"), (_SNILS, "СНИЛС", "[СНИЛС]"),
                                (_BORN, "дату рождения", "[дата рождения]")):
        text = pattern.sub(hide(what, mask), text)
    text = _ELEVEN.sub(lambda match: hide("СНИЛС", "[СНИЛС]")(match) if is_snils(match[0]) else match[0], text)
    for pattern in (_FULL, _SHORT):
        text = pattern.sub(hide("фамилию", "[ФИО]"), text)
    return text, " и ".join(dict.fromkeys(found))


def is_name(match: re.Match[str], text: str) -> bool:
    """A school named after somebody and «И. О. Директора» are not names of people at work."""
    if _HONOURED.search(text[max(0, match.start() - 40):match.start()]) or _ACTING.match(match[0]):
        return False
    return not _NOT_PATRONYMIC.search(match[0])
