"""A list of schools as people paste it, from Word, Excel or a letter: lines → proposed rows of the register.

Nothing here is stored: the person sees the proposal, corrects it and accepts it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from shnor.datasets import Grid
from shnor.loaders.types import School
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.school_names import key
from shnor.loaders.words.schools import find

LEAST = 3
"""So many lines that name a school make a list."""
KINDS = ("СОШ", "ООШ", "НОШ", "гимназия", "прогимназия", "лицей", "школа-интернат", "кадетский корпус",
         "центр образования", "школа")


@dataclass(frozen=True)
class Listed:
    """A proposed row. said: the line as written. code: of the register where the school is known. doubt: a sentence
    about what to look at, "" when nothing is odd. take: whether the row is proposed for acceptance."""

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


@dataclass(frozen=True)
class Reading:
    """rows: proposed schools in the order written. other: lines that name no school."""

    rows: tuple[Listed, ...]
    other: tuple[str, ...]


_LATIN = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")
_ABBREVIATION = re.compile(r"\b[A-ZА-ЯЁ]{3,6}\b")
_BULLET = re.compile(r"^\s*(?:[•·●▪■□–—*✓-]+\s*|(?:п\.\s*)?\d{1,3}(?:\.\d{1,2})*\s*[.)](?!\d)\s*|\d{1,3}\s*\t\s*)+")
_FULL = re.compile(r"муниципальн\w+\s+((?:бюджетн|автономн|каз[её]нн)\w+)?\s*(?:обще ?образовательн\w+\s+)?"
                   r"(?:учреждени|организаци)\w+", re.I)
_OWNER = {"б": "Б", "а": "А", "к": "К", "": ""}
_FORM = re.compile(r"\bМ[АБК]?ОУ\b", re.I)
_KIND = re.compile(
    r"(?P<СОШ>\bСОШ\b|\bсредн\w+\s+(?:обще ?образовательн\w+\s+)?школ\w+)|"
    r"(?P<ООШ>\bООШ\b|\bосновн\w+\s+(?:обще ?образовательн\w+\s+)?школ\w+)|"
    r"(?P<НОШ>\bНОШ\b|\bначальн\w+\s+(?:обще ?образовательн\w+\s+)?школ\w+)|"
    r"(?P<прогимназия>\bпрогимнази\w+)|(?P<гимназия>\bгимнази\w+)|(?P<лицей>\bлице(?:й|я|ю|ем)\b)|"
    r"(?P<интернат>\bшкол\w+\s*-\s*интернат\w*)|(?P<корпус>\bкадетск\w+\s+(?:корпус|школ)\w*)|"
    r"(?P<центр>\bцентр\w*\s+образования)|(?P<школа>\bшкол[аеуыо]й?\b)", re.I)
_GROUPS = {"интернат": "школа-интернат", "корпус": "кадетский корпус", "центр": "центр образования"}
_NUMBER = re.compile(r"\s*-?\s*(?:№|N(?=\s*\d))?\s*(\d{1,4})(?!\d)(?!\s*(?:обуч|учащ|учен|чел|педаг))")
_MORE = re.compile(r"\s*(?:,|;(?=\s*№)|\bи\b)\s*(?:№\s*)?(\d{1,4})(?!\d)(?!\s*(?:обуч|учащ|учен|чел|педаг|г\b|\.|/))")
_TITLE = re.compile(r"\s*(?:имени|им\.)\s*[^,;()]+|\s*[«\"“„][^»\"”“]+[»\"”“]", re.I)
_PLACE = re.compile(r"\s*\(?(?:с|п|х|ст-ца|ст|пос|г|д|аул|хутор|хутора|село|села|пос[её]лок|пос[её]лка|"
                    r"станица|станицы)"
                    r"\.?\s+[А-ЯЁ][\w-]+\)?")
_PUPILS = re.compile(r"(\d{1,4})\s*(?:обуч|учащ|учен|чел)", re.I)
_SKIPPED = re.compile(r"^\s*(?:итого|всего|в том числе|приложение|список|перечень|утвержд|согласован)", re.I)
_PUPIL_HEADERS = ("обучающихся", "число обучающихся", "количество обучающихся", "учащихся", "контингент",
                  "кол-во обучающихся", "количество учащихся", "число учащихся")


def read(lines: Iterable[str], register: Sequence[School] = ()) -> Reading:
    """Proposed rows of the register. Cells of one line are divided by tabs or semicolons."""
    rows: list[Listed] = []
    other: list[str] = []
    pupils: int | None = None
    for line in lines:
        cells = [" ".join(cell.split()) for cell in re.split(r"[\t]|;(?=\s*[^№\d\s])|(?<=\S);(?=\d+(?:;|$))", line)]
        if not any(cells):
            continue
        found = [] if _SKIPPED.match(line) else list(_of_line(line, cells, pupils))
        rows += found
        if not found and (place := _pupil_column(cells)) is not None:
            pupils = place
        elif not found:
            other.append(" ".join(line.split()))
    return Reading(tuple(_checked(rows, register)), tuple(other))


def lines_of(grid: Grid) -> list[str]:
    """The rows of a sheet or of a table in a document as lines of text."""
    return ["\t".join(plain(value) for value in cells) for cells in grid.cells]


def is_list(grid: Grid) -> bool:
    """Whether most filled rows of a sheet name a school and say little else."""
    lines = [line for line in lines_of(grid) if line.strip()]
    rows = read(lines).rows
    return len(rows) >= LEAST and len({row.said for row in rows}) * 2 >= len(lines)


def named(text: str) -> list[str]:
    """Every school a text names, as normalised names: «МБОУ СОШ № 3, 7» names two."""
    return [name for line in text.splitlines() for name, *_ in _names(_clean(line))]


def _of_line(line: str, cells: list[str], pupils: int | None) -> Iterator[Listed]:
    for cell in cells:
        for name, number, kind, full in _names(_clean(cell)):
            count = _PUPILS.search(line)
            told = cells[pupils] if pupils is not None and pupils < len(cells) else ""
            yield Listed(" ".join(line.split()), name, number, kind, full,
                         int(told) if told.isdigit() else int(count[1]) if count else None)


def _pupil_column(cells: list[str]) -> int | None:
    return next((place for place, cell in enumerate(cells)
                 if normalise(re.sub(r",? ?чел\.?$", "", cell)) in _PUPIL_HEADERS), None)


def _clean(text: str) -> str:
    """Without numbering and bullets; Latin look-alikes in abbreviations replaced, dashes made one."""
    text = re.sub(r"[‐‑‒–—―−]", "-", _BULLET.sub("", text))
    return _ABBREVIATION.sub(lambda found: found[0].translate(_LATIN), " ".join(text.split()))


def _names(text: str) -> Iterator[tuple[str, int | None, str, str]]:
    """(name as displayed, number, kind, full name) of every school in a line."""
    place = 0
    form = ""
    while found := _KIND.search(text, place):
        before, place = text[place:found.start()], found.end()
        kind = _GROUPS.get(found.lastgroup or "", found.lastgroup or "")
        full = _FULL.search(before)
        if full:
            form = "М" + _OWNER[(full[1] or "")[:1].lower()] + "ОУ"
        elif short := _FORM.findall(before):
            form = short[-1].upper()
        elif not re.fullmatch(r"[\s,;и()-]*", before):
            form = ""
        if kind in ("школа", "СОШ") and (inner := _KIND.match(text, place + 1)):
            place, kind = inner.end(), inner.lastgroup or kind
        number = _NUMBER.match(text, place)
        title = _TITLE.match(text, number.end() if number else place)
        if not number and not title and not (title := _PLACE.match(text, place)):
            continue
        place = (title or number).end()  # type: ignore[union-attr]
        honour = title[0].strip() if title and title[0].strip()[:1] in "«\"“„" else ""
        settled = title[0].strip() if title and not number and not honour else ""
        end = len(text) - len(text[place:].lstrip("»\"”“"))
        whole = text[text.rfind(full[0]):end].strip() if full else ""
        parts = (form, kind, f"№ {int(number[1])}" if number else "", _quoted(honour), settled)
        name = " ".join(filter(None, parts))
        yield name[:1].upper() + name[1:], int(number[1]) if number else None, kind, whole
        while number and not title and (more := _MORE.match(text, place)):
            place = more.end()
            yield " ".join(filter(None, (form, kind, f"№ {int(more[1])}"))), int(more[1]), kind, ""


def _quoted(text: str) -> str:
    return "«" + text.strip("«»\"“”„ ") + "»" if text else ""


def _checked(rows: list[Listed], register: Sequence[School]) -> Iterator[Listed]:
    """With codes, and with what is odd about each row."""
    used = {school.school_id for school in register}
    seen: dict[str, int] = {}
    numbers = Counter(number for number, _ in {(row.number, key(row.name)) for row in rows})
    for place, row in enumerate(rows, 1):
        first = seen.setdefault(key(row.name), place)
        found = find(row.name, register)
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
    if row.kind == "школа":
        return "Не сказано, какая это школа: средняя или основная. Исправьте название."
    if row.number is not None and numbers[row.number] > 1:
        return f"Номер {row.number} стоит у нескольких школ: проверьте."
    return "" if row.number is not None else "У школы нет номера: проверьте название."


def _code(number: int | None, used: set[str]) -> str:
    """«Ш05» by the number; taken already — «Ш05-2»; without a number «Ш-1»."""
    if number is not None and (code := f"Ш{number:02}") not in used:
        return code
    stem, first = (f"Ш{number:02}-", 2) if number is not None else ("Ш-", 1)
    return next(f"{stem}{n}" for n in range(first, 10_000) if f"{stem}{n}" not in used)
