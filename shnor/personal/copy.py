"""The copy of a text in which patterns are read: one alphabet in a word, single kinds of blanks and dashes, a word that
was broken at the end of a line in one piece. Each sign knows its place in the text as it was written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BLANKS = "\n\r\t\v\f\u00a0\u202f\u205f\u3000\u2028\u2029\u0085" + "".join(map(chr, range(0x2000, 0x200b)))
_FLAT = {**dict.fromkeys(_BLANKS, " "), **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")}
_NOTHING = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u0300-\u036f]|(?<=[а-яё])-[ \r\t\u00a0]*\n\\s*(?=[а-яё])")
"""Signs nobody sees, an accent, a broken word."""
_WIDE = re.compile("[\u3000\uff01-\uff60\U0001d400-\U0001d7ff]")
_LATIN = str.maketrans("ABCEHKMOPTXYaceopxykuëËg", "АВСЕНКМОРТХУасеорхукиёЁд")
_LATIN_WORD = re.compile("[A-Za-zëË][A-Za-zëË]*")  # a class first is sought quickest
_LATIN_INITIALS = re.compile(r"(?<![A-Za-z.@])[ABCEHKMOPTXY]\.(?: ?[ABCEHKMOPTXY]\.?)?(?![A-Za-z@])")
_LOOKALIKE_WORD = re.compile("[ABCEHKMOPTXYaceopxyk]+")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_CAPITALS = re.compile("[А-ЯЁ][А-ЯЁ]{2,}(?:-[А-ЯЁ]{3,})?")
_THEN_PATRONYMIC = re.compile("(?= [А-ЯЁ]{5,}Н[АЫЕУО])")


@dataclass(frozen=True)
class Copy:
    """written: the same signs in the letters of the writer. places: of each sign in the text; empty = sign for sign."""

    text: str
    written: str
    places: Sequence[int] = ()

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """From where to where it stands in the text. A broken word ends behind its last sign."""
        return (begin, end) if not self.places else (self.places[begin], self.places[end - 1] + 1)


def copy_of(text: str) -> Copy:
    gone = [match.span() for match in _NOTHING.finditer(text)]
    if not gone:
        return Copy(flat(text), text)
    kept = [place for start, stop in _between(gone, len(text)) for place in range(start, stop)]
    written = "".join(text[place] for place in kept)
    return Copy(flat(written), written, kept)


def _between(gone: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    start = 0
    for begin, end in gone:
        yield start, begin
        start = end
    yield start, length


def flat(text: str) -> str:
    """The text sign for sign as patterns read it."""
    text = _spaced(text)
    if text.isascii():
        return text
    if _WIDE.search(text):
        text = _WIDE.sub(_narrow, text)
    return _CAPITALS.sub(_small, _LATIN_INITIALS.sub(_initials, _LATIN_WORD.sub(_russian, text)))


def _spaced(text: str) -> str:
    for sign, plain in _FLAT.items():  # much quicker than translate: most of them are in no text
        text = text.replace(sign, plain)
    return text


def _narrow(sign: re.Match) -> str:
    plain = unicodedata.normalize("NFKC", sign[0])
    return plain if len(plain) == 1 else sign[0]


def _russian(word: re.Match) -> str:
    """A word of Latin letters beside a Russian letter is a part of a Russian word."""
    text, (begin, end) = word.string, word.span()
    before, after = text[max(0, begin - 1):begin], text[end:end + 1]
    if (_CYRILLIC.match(after) and before not in ("@", ".")) or (_CYRILLIC.match(before) and after not in ("@", ".")):
        return word[0].translate(_LATIN)
    return word[0]


def _initials(letters: re.Match) -> str:
    """«A.B.» beside a Russian word."""
    text, (begin, end) = letters.string, letters.span()
    beside = _CYRILLIC.search(text[max(0, begin - 3):begin]) or _CYRILLIC.search(text[end:end + 3])
    return letters[0].translate(_LATIN) if beside else letters[0]


def _small(word: re.Match) -> str:
    """«ИВАНОВА» as «Иванова»; a word of three capitals only before a patronymic."""
    text, (begin, end) = word.string, word.span()
    if _CYRILLIC.match(text, begin - 1, begin) if begin else False:
        return word[0]
    if _CYRILLIC.match(text, end) or (end - begin == 3 and not (
            text[begin - 1:begin] == " " and _THEN_PATRONYMIC.match(text, end))):
        return word[0]
    return word[0].title() if len(word[0].title()) == len(word[0]) else word[0]
