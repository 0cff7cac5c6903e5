"""Schools that a text names, each as a row of the register would have it: «МБОУ Октябрьская СОШ», «МБОУ СОШ № 3»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shnor.datasets.school_names import (
    ALONE,
    BRANCH,
    GENERIC,
    HINT,
    KINDERGARTEN,
    KINDS,
    MEANS_IN_FULL,
    NOT_NAMES,
    NOT_SCHOOLS,
    OWNERS,
    OWNERS_IN_FULL,
    SETTLEMENTS,
    SHOWN,
    TOWNS,
)
from shnor.loaders.words.school_names import LOOKALIKE, stem


@dataclass(frozen=True)
class Mention:
    """name: short, as the register shows it. said: as written, with what stands beside it. full: the full legal name,
    where it is one. lone: nothing but a form and a kind is said."""

    name: str
    said: str
    number: int | None
    kind: str
    full: str = ""
    lone: bool = False


_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_COUNT = r"(?!\d)(?!\s*(?:обуч|учащ|учен|чел|педаг|класс|кл\b|-?\s*лет|год|г\.\s*№|\.\d))"
_KIND = re.compile("|".join(rf"(?P<k{place}>(?<![а-я])(?:{pattern})(?![а-я]))"
                            for place, (_, _, pattern) in enumerate(KINDS)))
_HINT = re.compile(HINT)
_FULL = re.compile(rf"(?P<owner>{'|'.join(word for _, word in OWNERS_IN_FULL)})\s+"
                   rf"(?P<means>(?:{'|'.join(word for _, word in MEANS_IN_FULL)})\s+)?"
                   r"(?:обще ?образовательн\w+\s+|образовательн\w+\s+)?(?:учреждени|организаци)\w+")
_OWNER = re.compile(rf"(?<![а-я])(?:{'|'.join(sorted(OWNERS, key=len, reverse=True))})(?![а-я])")
_OWNED = re.compile(rf"{_OWNER.pattern}|{_FULL.pattern}")
_NUMBER = re.compile(rf"\s*[:»\"]?\s*-?\s*(?:(?:№|#|n(?=\s*\d)|номер)\s*)?(\d{{1,4}}){_COUNT}")
_MORE = re.compile(rf"\s*(?:,|;(?=\s*№)|/|\bи\b)\s*(?:№\s*)?(\d{{1,4}})(?!\d){_COUNT}(?!\s*(?:г\b|\.\d|/))")
_BRANCH = re.compile(rf"\b(?:{BRANCH})\b")
_HONOUR = re.compile(r"\s*(?:имени|им\.?)\s+[^,;()«»\"]+?(?=\s*(?:$|[,;()«»\"]|\s(?:с|п|х|ст|пос|г|д)\.\s))")
_QUOTED = re.compile(r"\s*[«\"“„]\s*([^«»\"“”„]+)[»\"”“]")
_ADJECTIVE = r"[А-ЯЁ][А-Яа-яЁё]+(?:-[А-ЯЁа-яё]+)?(?:ая|ой|ую|АЯ|ОЙ|УЮ|ий|ый|ого|ИЙ|ЫЙ)"
_BEFORE = re.compile(rf"(?<![\w-])({_ADJECTIVE})\s*[«\"„]?\s*$")
_AFTER = re.compile(rf"\s*:?\s+({_ADJECTIVE})(?![\w-])")
_PLACE = re.compile(rf"\s*\(?((?:в\s+)?(?:{'|'.join(word.upper() + '|' + word for word in (*SETTLEMENTS, *TOWNS))})"
                    r"(?:\.|-ца|-цы)?\s*(?:[А-ЯЁ]\. ?)?[А-ЯЁ][\w-]+(?:\s+[А-ЯЁ][\w-]+)?)\)?")
_INNER = re.compile(r"[\s(«\"„-]{0,3}")
_WHOLE = re.compile(r"[\s«»\"“”„().;:,-]*")


def hinted(text: str) -> bool:
    """Whether a text may name a school at all: most cells of most tables do not."""
    return _HINT.search(mirror(text)) is not None


def mirror(text: str) -> str:
    """The text in small letters of one alphabet, sign for sign."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lower.replace("ё", "е").translate(LOOKALIKE).translate(_DASHES)


def mentions(text: str) -> Iterator[Mention]:
    """Every school of a text, in the order written."""
    flat, place, form = mirror(text), 0, ""
    if not _HINT.search(flat):
        return
    while kind := _KIND.search(flat, place):
        form, owned, full = _form(flat, place, kind.start(), form)
        form = form if owned >= 0 or _near(flat, place, kind) else ""
        made = _mention(text, flat, kind, owned if owned >= 0 else place, form)
        place = kind.end()
        if made is None:
            continue
        mention, place = made
        yield _with_full(mention, text[owned:place] if full else "")
        while mention.number is not None and (more := _MORE.match(flat, place)):
            place, number = more.end(), int(more[1])
            name = _joined(form, "", mention.kind, f"№ {number}")
            yield Mention(name, name, number, mention.kind)


def _near(flat: str, place: int, kind: re.Match) -> bool:
    """Whether nothing but a comma stands between the school before and this one: its form holds on."""
    return bool(re.fullmatch(r"[\s,;и()»\"-]*", flat[place:kind.start()]))


def _form(flat: str, place: int, start: int, form: str) -> tuple[str, int, bool]:
    """The form of property before a kind, where it stands (-1 = it is that of the school before), whether in full."""
    if full := _FULL.search(flat, place, start):
        first = next(letter for letter, word in OWNERS_IN_FULL if re.match(word, full["owner"]))
        means = next((letter for letter, word in MEANS_IN_FULL if re.match(word, full["means"] or "")), "")
        return f"{first}{means}оу".upper(), full.start(), True
    short = list(_OWNER.finditer(flat, place, start))
    return (short[-1][0].upper(), short[-1].start(), False) if short else (form, -1, False)


def _mention(text: str, flat: str, found: re.Match, begin: int, form: str) -> tuple[Mention, int] | None:
    """The school whose kind was found, and where it ends."""
    start = found.start()
    kind, shown, end = _kind(flat, found)
    adjective = _adjective(text, begin, start)
    number = _NUMBER.match(flat, end)
    pieces, end = _beside(text, number.end() if number else end)
    if not number and not adjective and not pieces:
        return _alone(text, flat, kind, form, begin, start, end)
    if kind == KINDERGARTEN or any(word in flat[start:end] for word in NOT_SCHOOLS):
        return None
    branch = "филиал" if _BRANCH.search(flat[:start].rpartition(",")[2][-60:] + flat[end:end + 12]) else ""
    name = _joined(branch, form, _nominative(adjective, kind), shown, f"№ {int(number[1])}" if number else "",
                   *(piece for what, piece in pieces if what != "honour" or not number))
    owned = bool(form) and _OWNED.search(flat[begin:start]) is not None
    whole = text[begin if owned else text.rindex(adjective, 0, start) if adjective else start:end]
    said = " ".join(filter(None, (branch, "" if owned else form, whole.strip(" ,;"))))
    return Mention(name, said, int(number[1]) if number else None, SHOWN[kind]), end


def _kind(flat: str, found: re.Match) -> tuple[str, str, int]:
    """The kind, as it is shown, and where it ends. «СОШ «Образовательный центр …»» has two, the second tells more."""
    kind, end = _code(found), found.end()
    inner = _KIND.match(flat, _INNER.match(flat, end).end())  # type: ignore[union-attr]
    if not inner or kind not in (GENERIC, "сош", "корр"):
        return kind, SHOWN[kind], end
    second = _code(inner)
    return second, f"коррекционная {SHOWN[second]}" if kind == "корр" else SHOWN[second], inner.end()


def _code(found: re.Match) -> str:
    return KINDS[int((found.lastgroup or "k0")[1:])][0]


def _alone(text: str, flat: str, kind: str, form: str, begin: int, start: int, end: int) -> tuple[Mention, int] | None:
    """A kind with nothing beside it is a school only where a form of property or nothing else stands there."""
    owned = bool(form) and begin < start and _WHOLE.fullmatch(_OWNER.sub("", flat[begin:start]))
    if not ((owned and kind != GENERIC) or (kind in ALONE and _WHOLE.fullmatch(flat[:start] + flat[end:]))):
        return None
    name = _joined(form, "", kind)
    return Mention(name, name, None, SHOWN[kind], lone=True), end


def _adjective(text: str, begin: int, start: int) -> str:
    """«Октябрьская» before the kind."""
    found = _BEFORE.search(text[begin:start])
    word = found[1] if found else ""
    return "" if not word or stem(mirror(word)) in NOT_NAMES or _OWNER.fullmatch(mirror(word)) else word


def _beside(text: str, end: int) -> tuple[list[tuple[str, str]], int]:
    """What stands behind the kind and the number: a title in quotes, an honour, a village, an adjective."""
    pieces: list[tuple[str, str]] = []
    while len(pieces) < 4:
        tail = re.match(r"[»\"”“]?", text[end:])
        begin = end + len(tail[0]) if tail and not _QUOTED.match(text, end) else end
        if found := _HONOUR.match(text, begin):
            piece = "honour", found[0].strip()
        elif found := _QUOTED.match(text, begin):
            piece = "title", f"«{found[1].strip()}»"
        elif found := _PLACE.match(text, begin):
            piece = "place", found[1].strip()
        elif (found := _AFTER.match(text, begin)) and stem(mirror(found[1])) not in NOT_NAMES:
            piece = "adjective", found[1]
        else:
            return pieces, begin
        pieces.append(piece)
        end = found.end()
    return pieces, end


def _nominative(adjective: str, kind: str) -> str:
    """«Октябрьской» СОШ → «Октябрьская», «ОКТЯБРЬСКАЯ» → «Октябрьская»."""
    word = adjective.title() if adjective.isupper() else adjective
    return word if kind in ("лицей", "оц", "цо") else re.sub(r"(?:ой|ую)$", "ая", word)


def _joined(*pieces: str) -> str:
    name = " ".join(filter(None, (SHOWN.get(piece, piece) for piece in pieces)))
    return name[:1].upper() + name[1:]


def _with_full(mention: Mention, whole: str) -> Mention:
    whole = whole.strip(" ,;")
    return Mention(mention.name, whole, mention.number, mention.kind, whole, mention.lone) if whole else mention
