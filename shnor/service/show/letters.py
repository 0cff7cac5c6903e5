"""Schools as letters: in an order fixed at random for a show, the same on every slide and in every file of it. The key
is the coordinator's alone."""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shnor.service.figures.rows import current
from shnor.store import View

SIGNS = "АБВГДЕЖЗИКЛМНПРСТУФХЦЧШЭЮЯ"
"""Without those that are mistaken for others from the back row, and those no word begins with."""
FORMS = r"(?:СОШ|ООШ|НОШ|школ[аеуыой]{1,2}|гимнази[яиюей]{1,2}|лице[йяюем]{1,2})"
UNTYPED = re.compile(r"^[МГЧ]?[АБКО]?ОУ\s+")
"""«СОШ № 3» of «МБОУ СОШ № 3»: as pages call it."""
END = r"(?![\w%]|[,.]\d|\s+(?:из|класс|%))"
PAPERS = r"(?<!приказ )(?<!приказа )(?<!приказом )(?<!протокол )(?<!протокола )(?<!письмо )(?<!форма )(?<!формы )"
"""«приказ № 5» is no school."""


def shuffled(*groups: Iterable[str]) -> tuple[str, ...]:
    """Codes of schools in the order of their letters: nobody can work it out. The first group has the first letters."""
    order: list[str] = []
    for group in groups:
        mixed = sorted(set(group) - set(order))
        secrets.SystemRandom().shuffle(mixed)
        order += mixed
    return tuple(order)


def sign(place: int) -> str:
    """«А», «Б» … «Я», «АА», «АБ» …"""
    first, last = divmod(place, len(SIGNS))
    return (SIGNS[first - 1] if first else "") + SIGNS[last]


@dataclass(frozen=True)
class School:
    """What a school is known by: its name as it is written, and everything else that is its own."""

    name: str
    number: int | None
    others: tuple[str, ...]


class Letters:
    """order: codes of schools, see `shuffled`. known: code → what the school is known by."""

    def __init__(self, order: Sequence[str], known: Mapping[str, School]) -> None:
        self.order = tuple(code for code in order if code in known)
        self._signs = {code: f"Школа {sign(place)}" for place, code in enumerate(self.order)}
        self._words = sorted(((re.compile(_pattern(text), re.IGNORECASE), self._signs.get(code, "школа"))
                              for code, school in known.items() for text in (school.name, *school.others) if text),
                             key=lambda pair: -len(pair[0].pattern))
        self._numbers = [(_of_number(school.number), self._signs.get(code, "школа"))
                         for code, school in known.items() if school.number]

    def of(self, code: str) -> str:
        """«Школа А». Raises KeyError for a school without a letter."""
        return self._signs[code]

    def place(self, code: str) -> int:
        """Where it stands among the letters."""
        return self.order.index(code)

    def code(self, letter: str) -> str:
        """Whose it is; "" of another text."""
        return next((code for code, sign in self._signs.items() if sign == letter), "")

    def text(self, text: str) -> str:
        """The text with a letter wherever a school is named."""
        for pattern, letter in (*self._words, *self._numbers):
            text = pattern.sub(letter, text)
        return text

    def named(self, text: str) -> str:
        """What of a text names a school still; "" = nothing."""
        return next((found.group() for pattern, _ in (*self._words, *self._numbers)
                     if (found := pattern.search(text))), "")


def _pattern(text: str) -> str:
    """A space more or less changes nothing."""
    words = re.escape(text.replace("№", " № ")).split("\\ ")
    return r"(?<!\w)" + r"\s*".join(filter(None, words)) + r"(?!\w)"


def _of_number(number: int) -> re.Pattern[str]:
    """«СОШ № 5», «школы 5», «№ 5»; «на школу 5,2» and «школы 5 из 7» are none."""
    return re.compile(rf"(?<!\w){FORMS}\s*№?\s*{number}{END}|{PAPERS}№\s*{number}{END}", re.IGNORECASE)


def known(view: View) -> dict[str, School]:
    """Code of each school of the register → what it is known by. A code of a word or a number alone is none: it would
    be found in every text."""
    found = {}
    for row in current(view, "schools").to_pylist():
        others = [row["full_name"] or "", *(row["aliases"] or "").split(";"), *(row["fis_oko"] or "").split(";"),
                  row["gia_code"] or "", row["school_id"], row["name_gen"] or "", row["name_dat"] or "",
                  row["name_ins"] or ""]
        others.append(UNTYPED.sub("", row["name"]))
        own = tuple(text for one in others if len(text := one.strip()) > 1 and not (text.isdigit() and len(text) < 3))
        found[row["school_id"]] = School(row["name"].strip(), row["number"], own)
    return found
