"""A list of schools as people paste it, from Word, Excel or a letter: lines → proposed rows of the register.

Nothing here is stored: the person sees the proposal, corrects it and accepts it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from shnor.datasets import Grid, Value
from shnor.datasets.foreign import LONGEST_CELL, LONGEST_LIST, SAMPLE_ROWS
from shnor.datasets.school_names import ABBREVIATION, LIST_TOTAL, PUPIL_HEADS, PUPILS
from shnor.loaders.types import School
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.school_mentions import Mention, hinted, mentions
from shnor.loaders.words.school_names import key
from shnor.loaders.words.schools import find

LONGEST = 160
"""Signs of a text that may be a name of the register without its kind."""
LEAST = 3
"""So many lines that name a school make a list."""
@dataclass(frozen=True)
class Listed:
    """A proposed row. said: the line as written. code: of the register where the school is known. doubt: a sentence
    about what to look at, "" when nothing is odd. take: whether the row is proposed for acceptance. lone: nothing but a
    form and a kind is said. written: the name with all that stands beside it."""

    said: str
    name: str
    number: int | None
    kind: str
    full_name: str = ""
    pupils: int | None = None
    code: str = ""
    known: bool = False
    doubt: str = ""
    take: bool = True
    lone: bool = False
    written: str = ""


State = Literal["read", "asked", "aside"]


@dataclass(frozen=True)
class Part:
    """A comma part of a line, as written: every one of them ends as read, asked or set aside. line: from 0."""

    text: str
    line: int
    mentions: tuple[Mention, ...] = ()
    state: State = "aside"


@dataclass(frozen=True)
class Reading:
    """rows: proposed schools in the order written. parts: all of the text, piece by piece."""

    rows: tuple[Listed, ...]
    parts: tuple[Part, ...] = ()

    @property
    def other(self) -> tuple[str, ...]:
        """What was set aside: whole lines that name no school and pieces beside schools, in the words of the text."""
        lines: dict[int, list[str]] = {}
        for part in self.parts:
            if part.state == "aside" and re.search(r"\w", part.text):
                lines.setdefault(part.line, []).append(" ".join(part.text.split()))
        return tuple(", ".join(texts) for texts in lines.values())


_LATIN = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")
_ABBREVIATION = re.compile(ABBREVIATION)
BULLET = re.compile(r"^\s*(?:[•·●▪■□–—*✓-]+\s*|(?:п\.\s*)?\d{1,3}(?:\.\d{1,2})*\s*[.)](?!\d)\s*|\d{1,3}\s*\t\s*)+")
_PUPILS = re.compile(PUPILS, re.I)
_TOTAL = re.compile(LIST_TOTAL, re.I)
_CELLS = re.compile(r"\t|;(?=\s*[^№\d\s])|(?<=\S);(?=\d+(?:;|$))")
_NUMBERS = re.compile(r"\s*(?:и\s+)?(?:№\s*)?\d{1,4}(?:\s*и\s*(?:№\s*)?\d{1,4})*\s*[.;]?\s*")
_ADJECTIVES = re.compile(r"\s*(?:и\s+)?([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?(?:ая|ую|ой))\s*[.;]?\s*")
_OPENING, _CLOSING = "«„(", "»“”)"


def read(lines: Iterable[str], register: Sequence[School] = ()) -> Reading:
    """Proposed rows of the register. Cells of one line are divided by tabs or semicolons."""
    rows: list[Listed] = []
    parts: list[Part] = []
    column: int | None = None
    for number, line in enumerate(lines):
        cells = [" ".join(cell.split()) for cell in _CELLS.split(line)]
        pieces = [] if _TOTAL.match(line) else parts_of(line, number, register)
        if not any(part.mentions for part in pieces) and (place := _pupil_column(cells)) is not None:
            column, pieces = place, [Part(line, number, state="read")]
        counted = _pupils(line, cells, column)
        rows += [Listed(" ".join(line.split()), one.name, one.number, one.kind, one.full, counted[0], lone=one.lone,
                        written=one.said) for part in pieces for one in part.mentions]
        parts += [replace(part, state="read") if counted[1] and counted[1] in part.text and any(
            other.mentions for other in pieces) else part for part in pieces or [Part(line, number)]]
    found = tuple(_checked(rows, register))
    return Reading(found, tuple(_settled(parts, found)))


def with_lines(reading: Reading, texts: Iterable[str], register: Sequence[School]) -> Reading:
    """The same with lines set aside that a person says are schools: a name is what they are called."""
    used = {school.school_id for school in register} | {row.code for row in reading.rows}
    rows = list(reading.rows)
    for text in texts:
        name = " ".join(BULLET.sub("", text).split())
        found = find(name, register)
        code = found.school_id or _code(None, used)
        used.add(code)
        rows.append(Listed(text, name, None, "", code=code, known=found.kind == "exact", take=found.kind != "exact",
                           doubt="Уже есть в списке школ." if found.kind == "exact" else
                           _doubt(Listed(text, name, None, ""), Counter(), [one.name for one in found.candidates])))
    return replace(reading, rows=tuple(rows))


def parts_of(line: str, number: int = 0, register: Sequence[School] = ()) -> list[Part]:
    """A line in its cells and comma parts, each with the schools it names. register: also names of it without a kind,
    codes and logins are schools."""
    parts: list[Part] = []
    for cell in _CELLS.split(line):
        before: Mention | None = None
        if not register and not hinted(cell):
            parts += [Part(text, number) for text in _pieces(cell)]
            continue
        for text in _pieces(cell):
            clean = _clean(text)
            named = tuple(mentions(clean)) or _going_on(clean, before) or _known(clean, register)
            parts.append(Part(text, number, named, "read" if named else "aside"))
            before = named[-1] if named else before if not re.search(r"\w", text) else None
    return parts


def _pieces(cell: str) -> list[str]:
    """Comma parts; a comma inside quotes or brackets divides nothing."""
    pieces, depth, begin = [], 0, 0
    for place, sign in enumerate(cell):
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))
        if sign == "," and not depth:
            pieces.append(cell[begin:place])
            begin = place + 1
    return [*pieces, cell[begin:]]


def _going_on(text: str, before: Mention | None) -> tuple[Mention, ...]:
    """«СОШ № 3, 7 и 8» names three, «Октябрьская, Степнянская СОШ» two."""
    if before and before.number is not None and _NUMBERS.fullmatch(text):
        stem = before.name[:before.name.rindex("№")]
        return tuple(replace(before, name=f"{stem}№ {int(number)}", said=f"{stem}№ {int(number)}", number=int(number),
                             full="") for number in re.findall(r"\d+", text))
    if before and before.number is None and (found := _ADJECTIVES.fullmatch(text)):
        words = [re.sub(r"(?:ую|ой)$", "ая", found[1]) if _ADJECTIVES.fullmatch(word) else word
                 for word in before.name.split()]
        if words != before.name.split():
            return (replace(before, name=" ".join(words), said=" ".join(words), full=""),)
    return ()


def _known(text: str, register: Sequence[School]) -> tuple[Mention, ...]:
    """A school by its code, its login or another spelling of the register."""
    if not register or len(text) > LONGEST or not re.search(r"[^\W\d]|\d{4}", text):
        return ()
    found = find(text, register)
    school = next((school for school in register if school.school_id == found.school_id), None)
    return (Mention(school.name, text, school.number, "", school.full_name),) if school else ()


def _settled(parts: list[Part], rows: Sequence[Listed]) -> Iterator[Part]:
    """A part is asked when a row it became has something to look at."""
    place = 0
    for part in parts:
        mine = rows[place:place + len(part.mentions)]
        place += len(part.mentions)
        yield replace(part, state="asked") if any(row.doubt and not row.known for row in mine) else part


def lines_of(grid: Grid) -> list[str]:
    """The rows of a sheet or of a table in a document as lines of text."""
    return ["\t".join(plain(value) for value in cells) for cells in grid.cells]


def is_list(grid: Grid) -> bool:
    """Whether most filled rows of a sheet name a school and say little else. The first of them tell; a sheet of many
    rows is no list."""
    first: list[str] = []
    for count, cells in enumerate(filter(_is_filled, grid.cells), 1):
        if count > LONGEST_LIST:
            return False
        if count <= SAMPLE_ROWS:
            first.append("\t".join(text for value in cells if len(text := plain(value)) < LONGEST_CELL))
    rows = read(first).rows
    return len(rows) >= LEAST and len({row.said for row in rows}) * 2 >= len(first)


def _is_filled(cells: Sequence[Value]) -> bool:
    return cells != (None,) * len(cells) and any(value is not None and plain(value) for value in cells)


def named(text: str) -> list[str]:
    """Every school a text names, as normalised names: «МБОУ СОШ № 3, 7» names two."""
    return [one.name for line in text.splitlines() for part in parts_of(line) for one in part.mentions]


def _pupils(line: str, cells: list[str], column: int | None) -> tuple[int | None, str]:
    """How many pupils a line tells, and the words that tell it."""
    told = cells[column] if column is not None and column < len(cells) else ""
    count = _PUPILS.search(line)
    return (int(told), told) if told.isdecimal() else (int(count[1]), count[0]) if count else (None, "")


def _pupil_column(cells: list[str]) -> int | None:
    return next((place for place, cell in enumerate(cells)
                 if normalise(re.sub(r",? ?чел\.?$", "", cell)) in PUPIL_HEADS), None)


def _clean(text: str) -> str:
    """Without numbering and bullets; Latin look-alikes in abbreviations replaced, dashes made one."""
    text = re.sub(r"[‐‑‒–—―−]", "-", BULLET.sub("", text))
    return _ABBREVIATION.sub(lambda found: found[0].translate(_LATIN), " ".join(text.split()))


def _checked(rows: list[Listed], register: Sequence[School]) -> Iterator[Listed]:
    """With codes, and with what is odd about each row."""
    used = {school.school_id for school in register}
    seen: dict[str, int] = {}
    numbers = Counter(number for number, _ in {(row.number, key(row.name)) for row in rows})
    for place, row in enumerate(rows, 1):
        first = seen.setdefault(key(row.name), place)
        found = find(row.written or row.name, register)
        if first != place:
            yield replace(row, doubt=f"Повторяет строку {first}: {row.name}.", take=False)
        elif found.kind == "exact":
            yield replace(row, code=found.school_id, known=True, doubt="Уже есть в списке школ.", take=False)
        else:
            code = _code(row.number, used)
            used.add(code)
            yield replace(row, code=code, doubt=_doubt(row, numbers, [school.name for school in found.candidates]))


def _doubt(row: Listed, numbers: Counter, near: list[str]) -> str:
    if near:
        return f"В списке школ есть похожая: {', '.join(near)}. Если это она, снимите отметку «Взять»."
    if row.name.startswith("Филиал"):
        return "Это филиал: проверьте, нужна ли ему своя строка и не пишут ли его вместе с головной школой."
    if row.lone:
        return "Ни номера, ни названия: проверьте, так ли школа называется."
    if row.kind == "школа" and row.number is not None:
        return "Не сказано, какая это школа: средняя или основная. Исправьте название."
    if row.number is not None and numbers[row.number] > 1:
        return f"Номер {row.number} стоит у нескольких школ: проверьте."
    return ""


def _code(number: int | None, used: set[str]) -> str:
    """«Ш05» by the number; taken already — «Ш05-2»; without a number «Ш-1»."""
    if number is not None and (code := f"Ш{number:02}") not in used:
        return code
    stem, first = (f"Ш{number:02}-", 2) if number is not None else ("Ш-", 1)
    return next(f"{stem}{n}" for n in range(first, 10_000) if f"{stem}{n}" not in used)
