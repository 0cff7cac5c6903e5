"""Numbers with what they count, percentages with their counts, wholes with their parts."""

import re
from collections.abc import Iterator

from shnor.datasets import paper_words as words
from shnor.loaders.claims.said import Count, Everybody, Share, Summed
from shnor.loaders.claims.sentences import Sentence

_IN_WORDS = {form: number for number, forms in words.NUMBERS_IN_WORDS for form in forms.split("|")}
_ONE_WORD = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_TENS = "|".join(form for form, number in _IN_WORDS.items() if number >= 20)
_WORD = rf"(?:(?:{_TENS}) )?(?:{_ONE_WORD})"
_DIGITS = r"\d{1,3}(?: \d{3})+|\d{1,6}"
_NUMBER = re.compile(rf"(?<![\w.,/:+-])(?P<number>{_DIGITS}|(?:{_WORD})(?![а-я]))(?![\w/:+]|[.,]\d| ?%|-\w)"
                     rf"(?: из (?P<of>{_DIGITS})(?![\w.,/:]\d| ?%))?")
_BEFORE = re.compile(rf"(?:^|[\s(])(?:{words.BEFORE_NO_COUNT}) ?$")
_WORDS = re.compile(r"(?: ?\(?[а-я][а-я-]*){1,4}")
_NOUNS = tuple((name, re.compile(rf"(?<![а-я-])(?:{pattern})(?![а-я])")) for name, pattern in words.NOUNS)
_UNKNOWN = re.compile(r" ?(?:[а-я-]+(?:ых|их|ая|ое|ие|ые|ого|ному|ным) )?[а-я-]{3,}")
_NOT = re.compile(rf" ?(?:{words.NOT_COUNTED})(?![а-я])")
_BEHIND = re.compile(rf"[^.;,\d]{{0,30}}? из (?P<of>{_DIGITS})(?!\d| ?%)")
_SHARE = re.compile(r"(?<![\d.,])(?P<whole>\d{1,3})(?:[.,](?P<rest>\d{1,2}))? ?(?:%|процент(?!н))")
_PAIR = re.compile(rf"(?P<k>{_DIGITS}) из (?P<n>{_DIGITS})")
_OF_N = re.compile(rf"(?:от|из|n ?=) ?(?P<n>{_DIGITS})(?!\d)")
_BASE = re.compile(rf"[ (,]*{_OF_N.pattern}")
_WHOM = re.compile(words.OF_WHOM)
_EVERYBODY = re.compile(rf"(?<![а-я])(?:{words.EVERYBODY})")
_PARTS, _OPPOSITE = re.compile(rf"(?:{words.PARTS})"), re.compile(rf"(?<![а-я])(?:{words.OPPOSITE})")
_KNOWN = "|".join(pattern for _, pattern in words.NOUNS)
_OF_SCHOOLS = re.compile(rf"№ ?\d{{1,4}}(?: ?(?:,|;|и) ?(?:№ ?)?\d{{1,4}}(?!\d| (?:{_KNOWN})))*")
"""«№ 10, 11, 12»: none of them counts anything."""
_STANDS_ALONE = re.compile(r"\s*[.;,)]?\s*$|\s*[;,)]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_A_SCHOOL = re.compile(rf"(?:{words.SCHOOL_BEFORE_NUMBER}) ?$|^\W*$|\d ?[,и(-] ?$")
"""Behind such a word, at the beginning or in a row of numbers, a number alone counts nothing."""
_NEAR = 30


def numbers(one: Sentence) -> Iterator[Count]:
    """Those a sentence counts something by; of a percentage and a pair beside it see `shares`."""
    taken = [range(*span) for share in _SHARE.finditer(one.flat) if (span := _pair_at(one.flat, share))]
    taken += [range(share.end(), share.end() + of.end() + 1) for share in _SHARE.finditer(one.flat)
              if (of := _BASE.match(one.flat[share.end():share.end() + _NEAR]))]
    taken += [range(*found.span()) for found in _OF_SCHOOLS.finditer(one.bare)]
    for found in _NUMBER.finditer(one.bare):
        if any(found.start() in span for span in taken) or _BEFORE.search(one.bare[:found.start()]):
            continue
        made = _count(one, found)
        if made:
            yield made


def _count(one: Sentence, found: re.Match[str]) -> Count | None:
    number = found["number"]
    rest = one.bare[found.end():]
    beside = _WORDS.match(rest)
    name, noun, end = _noun(beside[0] if beside else "")
    behind = _BEHIND.match(rest[end:]) if not found["of"] and name else None
    of = found["of"] or (behind["of"] if behind else None)
    written = not number[0].isdigit()
    known = name or (not written and (noun or of or _is_alone(one.bare, found)))
    if not known or _NOT.match(rest):
        return None
    until = found.end() + end + (behind.end() if behind else 0)
    return Count(sentence=one.shown, said=one.text[found.start():until].strip(), place=one.place, text=one.bare,
                 number=_value(number), counts=name, noun=noun,
                 of=_whole(of) if of else None, years=one.years, narrow=one.narrow)


def _is_alone(bare: str, found: re.Match[str]) -> bool:
    """«…было 3.»: a number that counts something said before it."""
    return not (_YEAR.fullmatch(found["number"]) or not _STANDS_ALONE.match(bare[found.end():])
                or _OF_A_SCHOOL.search(bare[:found.start()]))


def _noun(beside: str) -> tuple[str, str, int]:
    """(what is counted, as written, where it ends) of the words behind a number: the first noun that is known."""
    known = [(found.start(), name, found) for name, pattern in _NOUNS if (found := pattern.search(beside))]
    if known:
        _, name, found = min(known, key=lambda item: item[0])
        return name, beside[:found.end()].strip(" ("), found.end()
    first = _UNKNOWN.match(beside)
    return ("", first[0].strip(), first.end()) if first else ("", "", 0)


def _whole(text: str) -> int:
    return int(text.replace(" ", ""))


def shares(one: Sentence) -> Iterator[Share | Everybody]:
    for found in _SHARE.finditer(one.flat):
        hundredths = int(found["whole"]) * 100 + int((found["rest"] or "0").ljust(2, "0"))
        span = _pair_at(one.flat, found)
        pair = _PAIR.search(one.flat, *span) if span else None
        alone = None if pair else _OF_N.match(one.flat[found.end():found.end() + _NEAR].lstrip(" (,"))
        whom = next((next(filter(None, who.groups())) for who in _WHOM.finditer(one.flat, found.start())), "")
        said = one.text[min(found.start(), span[0] if span else found.start()):max(found.end(), span[1] if span else 0)]
        said += ")" if said.count("(") > said.count(")") else ""
        yield Share(sentence=one.shown, said=said.strip(), place=one.place, text=one.bare, hundredths=hundredths,
                    k=_whole(pair["k"]) if pair else None, years=one.years, whom=whom,
                    n=_whole(pair["n"]) if pair else _whole(alone["n"]) if alone else None)
    for everybody in _EVERYBODY.finditer(one.bare):
        yield Everybody(sentence=one.shown, said=one.text[everybody.start():everybody.end()], place=one.place,
                        text=one.bare)


def _pair_at(flat: str, share: re.Match[str]) -> tuple[int, int] | None:
    """Where «63 из 74» stands that a percentage belongs to: in brackets behind it, or before its own brackets."""
    behind = re.compile(rf" ?\(?,? ?{_PAIR.pattern}").match(flat, share.end())
    if behind:
        return behind.span()
    before = re.compile(rf"{_PAIR.pattern}[а-я ]{{0,{_NEAR}}}[(,]? ?$").search(flat, 0, share.start())
    return before.span() if before else None


def sums(one: Sentence) -> Iterator[Summed]:
    """«Из 40 …: выполнено 33, не выполнено 7»; «40, из них 33 …»: never more parts than there are of the whole."""
    parts = _PARTS.search(one.bare)
    every = list(_NUMBER.finditer(one.bare))
    if parts:
        before = [found for found in every if found.end() <= parts.start()]
        behind = [found for found in every if found.start() >= parts.end() and not _NOT.match(one.bare[found.end():])]
        whole = before[-1] if before else None
    else:
        head = re.match(rf"\W*из ({_DIGITS})(?![\d.,/:])", one.bare)
        if not head or not _OPPOSITE.search(one.bare):
            return
        whole, behind = head, [found for found in every if found.start() > head.end()]
    told = [_value(found["number"]) for found in behind if not found["of"]]
    if not whole or len(told) < 2:
        return
    yield Summed(sentence=one.shown, said=one.text[whole.start():behind[-1].end()], place=one.place, text=one.bare,
                 whole=_value(whole[1].replace("из ", "")), parts=tuple(told),
                 exhaustive=_OPPOSITE.search(one.bare) is not None)


def _value(text: str) -> int:
    """«33», «двадцать один»."""
    return _whole(text) if text[0].isdigit() else sum(_IN_WORDS[word] for word in text.split())
