"""What a word may be, by the dictionary of pymorphy3: a surname, a given name, a patronymic, a place, something else.
What it does not know is told by its ending. It is opened by the first word that is asked for."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from shnor.datasets.personal import FEMALE, MALE, RARE_NAMES, SURE_ENDINGS

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.tagset import OpencorporaTag

Form = tuple[str, str]
"""(gender, case); «» = any."""
_NAMES = ("Surn", "Name", "Patr", "Geox", "Orgn", "Poss")
_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_ENDING = re.compile(rf"[а-яё]{{2,}}(?:{SURE_ENDINGS})")
_RARE = {re.sub("[аяьй]$", "", name) for name in RARE_NAMES}
_STEMS = re.compile(rf"(?:{'|'.join(sorted({*FEMALE, *MALE, *_RARE}, key=len, reverse=True)).replace('е', '[её]')})"
                    r"(?:а|я|ы|и|е|у|ю|ой|ей|ью|ь|ия|ии|ию|ья|ьи|ье|ью|й|ий|ел|ем|ом|ла|лу|лом|лом)?")


class Word(NamedTuple):
    """surname, given: forms in which it is one, empty = it is none. patronymic: whether it may be one.
    place: cases in which it is one. common:
    forms in which it is something else, with its number. parts: of speech of those. base: normal forms of all. known:
    to the dictionary."""

    surname: frozenset[Form] = frozenset()
    given: frozenset[Form] = frozenset()
    patronymic: bool = False
    place: frozenset[str] = frozenset()
    common: frozenset[tuple[str, str, str]] = frozenset()
    base: frozenset[str] = frozenset()
    known: bool = False

    @property
    def is_only_surname(self) -> bool:
        """Nothing else in the singular but a place: «Козлов» is many goats too."""
        return bool(self.surname) and all(number == "plur" for _, number, _ in self.common)


@lru_cache(maxsize=100_000)
def word(text: str) -> Word:
    """text: in small letters."""
    parses = [one for one in _analyzer().parse(text)]
    if not parses:
        shaped = frozenset([("", "")]) if _ENDING.fullmatch(text) else frozenset[Form]()
        given = frozenset([("", "")]) if _STEMS.fullmatch(text) else frozenset[Form]()
        return Word(shaped, given)
    tags = [(one.tag, one.normal_form) for one in parses]

    def forms(grammeme: str) -> frozenset[Form]:
        return frozenset((_gender(tag), _case(tag)) for tag, _ in tags
                         if grammeme in tag and str(tag.number) != "plur")
    other = [tag for tag, _ in tags if not any(name in tag for name in _NAMES)]
    return Word(forms("Surn"), forms("Name"), any("Patr" in tag for tag, _ in tags),
                frozenset(_case(tag) for tag, _ in tags if "Geox" in tag),
                frozenset((str(tag.POS), str(tag.number or ""), _case(tag)) for tag in other),
                frozenset(base for _, base in tags), True)


def _gender(tag: "OpencorporaTag") -> str:
    gender = str(tag.gender or "")
    return "" if gender == "ms-f" else gender


def _case(tag: "OpencorporaTag") -> str:
    case = str(tag.case or "")
    return _CASES.get(case, case)


def agree(one: frozenset[Form], other: frozenset[Form]) -> bool:
    """Whether two words may stand in one case and gender."""
    return any((a == c or not a or not c) and (b == d or not b or not d) for a, b in one for c, d in other)


@cache
def _analyzer() -> "MorphAnalyzer":
    import pymorphy3
    import pymorphy3_dicts_ru
    from pymorphy3.units import DictionaryAnalyzer

    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru", units=[DictionaryAnalyzer()])
