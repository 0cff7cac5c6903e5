"""A name of a school taken to pieces: form of property, kind, number, place, honour. Names nothing by itself."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from shnor.datasets.school_names import (
    AREAS,
    BRANCH,
    CARDINALS,
    ENDINGS,
    FORMS_IN_FULL,
    HONOURS,
    KINDS,
    LATIN,
    LOGIN,
    MEANS_IN_FULL,
    NOTES,
    ORDINAL_ENDINGS,
    ORDINALS,
    OWNERS,
    OWNERS_IN_FULL,
    SAME_OWNER,
    SETTLEMENTS,
    SPECIAL,
    STOPS,
    TAIL,
    TITLES,
    TOWNS,
)

LOOKALIKE = str.maketrans("abcehkmoptxyiu", "авсенкмортхуии")


@dataclass(frozen=True)
class Parts:
    """Pieces of one name. kinds: «сош», «гимназия»… Stems of the words that are left, by what stands before them: plain
    (quoted ones among them), honours after «имени», places, towns and districts. several: more than one school is
    named. plural: «сельские школы»."""

    owner: str = ""
    kinds: frozenset[str] = field(default_factory=frozenset)
    number: int | None = None
    branch: bool = False
    plain: frozenset[str] = field(default_factory=frozenset)
    quoted: frozenset[str] = field(default_factory=frozenset)
    honours: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)
    towns: frozenset[str] = field(default_factory=frozenset)
    several: bool = False
    plural: bool = False

    @property
    def words(self) -> frozenset[str]:
        return self.plain | self.honours | self.places


_LOGIN = re.compile(LOGIN, re.I)
_TAIL = re.compile(TAIL)
_NOTES = re.compile(rf"(?:{NOTES})|(?:{SPECIAL})")
_BRANCH = re.compile(rf"\b(?:{BRANCH})\b")
_OF_BRANCH = re.compile(rf"([а-я]+ск[а-я]+) (?:{BRANCH})")
"""«Малиновский филиал»: the village is the branch's."""
_MEANS = "|".join(pattern for _, pattern in MEANS_IN_FULL)
_OWNER_IN_FULL = re.compile(
    rf"\b(?P<owner>{'|'.join(pattern for _, pattern in OWNERS_IN_FULL)})\s+(?P<means>(?:{_MEANS})\s+)?"
    r"(?:обще ?образовательн\w+\s+|образовательн\w+\s+)?(?:учреждени|организаци)\w+")
_OWNER = re.compile(rf"(?<![а-я])(?:{'|'.join(sorted(OWNERS, key=len, reverse=True))})(?![а-я])")
_KINDS = [(kind, re.compile(rf"(?<![а-я])(?:{pattern})(?![а-я])")) for kind, _, pattern in KINDS]
_MARK = "\x01"
"""Stands for a form of property or a kind that was taken out."""
_MANY = re.compile(r"(?<![а-я])(?:школ|школам|школах|школами)(?![а-я])")
"""«12 школ» counts them."""
_COUNTED = r"(?!\s*(?:-?\s*лет|-?\s*(?:класс|кл\b)|обуч|учащ|чел|год|(?<=\d{4})\s*г\b))"
_LOST_SIGN = r"(?<=\s)\?(?=\s\d)"
"""«МБОУ СОШ ? 10»: what is left of № where a code page has no such sign (KOI8-R)."""
_NUMBER = re.compile(rf"(?:№|#|\bномер|(?<![а-яa-z])n)\s*(\d{{1,4}})(?!\d){_COUNTED}")
_BESIDE = re.compile(rf"{_MARK}[\s-]*(\d{{1,4}})(?!\d){_COUNTED}|"
                     rf"(?<!\d)(\d{{1,4}})\s*-?\s*(?:я|й|ая|ой|ю|ую|ей)\s*{_MARK}")
_ALONE = re.compile(r"(?:№\s*)?(\d{1,4})")
_AND = re.compile(rf"\s*(?:,|;|/|\bи\b)\s*(?:№\s*)?\d{{1,4}}(?!\d|[.]\d){_COUNTED}")
_AREA = re.compile(rf"(?:{AREAS})")
_QUOTES = "«»\"“”„"
_SHORTENED = re.compile(
    rf"(?<!им\. )(?<!имени )(?<![а-я]\. )(?<![а-я]\.)(?<![а-я])({'|'.join(SETTLEMENTS)})"
    rf"(?:\. ?| )([а-я])\. ?([а-я]{{3,}})")
_TOKEN = re.compile(r"[а-я]\*|[а-яa-z]+|\d+|[,;«»\"“”„()]")


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """Dash, space, №, ё, quotes, letters of the other alphabet and the full name of the form do not tell schools
    apart: «муниципальное бюджетное общеобразовательное учреждение средняя школа № 2» → «мбоу сош 2»."""
    clean = text.lower().replace("ё", "е").translate(LOOKALIKE).replace("\u00ad", "")
    for pattern, short in FORMS_IN_FULL:
        clean = re.sub(pattern, short, clean)
    clean = re.sub(rf"№|\bn(?=\s*\d)|{_LOST_SIGN}|[«»\"“”„'`.,()]", " ", clean)
    clean = re.sub(r"[-‐‑‒–—―−_/]", " ", clean)
    clean = re.sub(r"(?<=[а-я])(?=\d)|(?<=\d)(?=[а-я])", " ", clean)
    return " ".join(clean.split())


def logins(text: str) -> tuple[list[str], str]:
    """Logins of a text as «edu990005», and the text without them."""
    found = [re.sub(r"[ _-]", "", login).lower() for login in _LOGIN.findall(text)]
    return found, re.sub(r"\(\s*\)|^\s*[|:/–—-]+|[|:/–—-]+\s*$", " ", _LOGIN.sub(" ", text)).strip() if found else text


def folded(text: str) -> str:
    """Lower case, one kind of dash, no «ё», letters of one alphabet inside a word."""
    clean = " ".join(text.replace("\u00ad", "").lower().replace("ё", "е").split())
    clean = re.sub(r"[‐‑‒–—―−_]", "-", clean)
    clean = re.sub(r"[a-z]+", lambda word: LATIN.get(word[0], word[0]), clean)
    clean = re.sub(rf"(?<![a-z])n(?=\s*\d)|{_LOST_SIGN}", "№", re.sub(r"n[o°º]\.?(?=\s*\d)", "№", clean))
    return re.sub(r"(?<=м)6(?=оу)", "б", clean.translate(LOOKALIKE))


def stem(word: str) -> str:
    """Without the ending of its case: «октябрьской» → «октябрьск»."""
    ending = next((ending for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3), "")
    return word[:len(word) - len(ending)] if ending else word


@lru_cache(maxsize=20_000)
def parts(text: str) -> Parts:
    """A name in its pieces."""
    clean = folded(text)
    if tail := _TAIL.search(clean, 3):
        clean = clean[:tail.start()]
    clean = _NOTES.sub(" ", clean)
    branch, clean = bool(_BRANCH.search(clean)), _BRANCH.sub(" ", _OF_BRANCH.sub(r"с. \1 ;", clean))
    owner, clean = _owner(clean)
    many = bool(_MANY.search(clean))
    kinds, clean = _kinds(clean)
    number, several, clean = _number(clean)
    words = _words(clean)
    plural = bool(kinds) and (many or any(word[-2:] in ("ые", "ие", "ых", "их") for word in words["plain"]))
    return Parts(owner, frozenset(kinds), number, branch, several=several, plural=plural,
                 **{name: frozenset(map(stem, some)) for name, some in words.items()})


def _owner(text: str) -> tuple[str, str]:
    """The form of property, «мбоу», and the text with a mark instead of it."""
    owner = ""
    if full := _OWNER_IN_FULL.search(text):
        first = next(letter for letter, pattern in OWNERS_IN_FULL if re.match(pattern, full["owner"]))
        means = next((letter for letter, pattern in MEANS_IN_FULL if re.match(pattern, full["means"] or "")), "")
        owner, text = f"{first}{means}оу", text[:full.start()] + _MARK + text[full.end():]
    elif short := _OWNER.search(text):
        owner = short[0]
    return SAME_OWNER.get(owner, owner), _OWNER.sub(_MARK, text)


def _kinds(text: str) -> tuple[set[str], str]:
    kinds = set()
    for kind, pattern in _KINDS:
        if pattern.search(text):
            kinds.add(kind)
            text = pattern.sub(f" {_MARK} ", text)
    return kinds, text


def _number(text: str) -> tuple[int | None, bool, str]:
    """The number of the school, whether more than one is named, and the text without it."""
    if _MARK in text:
        text = re.sub(rf"(?:№|номер)\s*([а-я]+)|([а-я]+)(?=\s*{_MARK})", _numeral, text)
    found = list(_NUMBER.finditer(text)) or list(_BESIDE.finditer(text))[:1]
    if not found:
        alone = _ALONE.fullmatch(text.strip())
        return (int(alone[1]), False, "") if alone else (None, False, text)
    numbers = {int(next(filter(None, one.groups()))) for one in found}
    several = len(numbers) > 1 or any(_AND.match(text, one.end()) for one in found)
    for one in reversed(found):
        text = text[:one.start()] + f" {_MARK} " + text[one.end():]
    return min(numbers), several, text


def _numeral(found: re.Match) -> str:
    """«номер пять», «пятая школа»."""
    if found[1]:
        return f"№ {CARDINALS.index(found[1]) + 1}" if found[1] in CARDINALS else found[0]
    number = next((number for number, word in enumerate(ORDINALS, 1)
                   if found[2].startswith(word) and found[2][len(word):] in ORDINAL_ENDINGS), None)
    return f"№ {number}" if number else found[0]


def _words(text: str) -> dict[str, list[str]]:
    """The words that are left by what stands before them."""
    words: dict[str, list[str]] = {"plain": [], "quoted": [], "honours": [], "places": [], "towns": []}
    text = re.sub(r"(?<=[а-я])-(?=[а-я])", "", text.replace("ст-ц", "стц"))
    tokens = _TOKEN.findall(_SHORTENED.sub(r"\1 \3 \2*", text))
    into, quoted = "plain", False
    for token, after in zip(tokens, [*tokens, ""][1:], strict=True):
        if token in _QUOTES:
            quoted, into = not quoted, "plain"
        elif token in ",;()":
            into = "plain"
        elif token in HONOURS:
            into = "honours"
        elif (marked := _marked(token, after)) and (into != "honours" or words["honours"]):
            into = marked
        elif into != "honours" and _AREA.fullmatch(after):
            words["towns"].append(token)
        elif (token.isdecimal() or len(token) > 1) and token not in STOPS and token not in TITLES:
            words[into].append(token)
            words["quoted"] += [token] if quoted and into == "plain" else []
    return words


def _marked(token: str, after: str) -> str:
    """Of what the next words are the name, when this one says so."""
    if _AREA.fullmatch(token):
        return "towns"
    named = len(after) > 2 and after.isalpha()
    return "places" if named and token in SETTLEMENTS else "towns" if named and token in TOWNS else ""
