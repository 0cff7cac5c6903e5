"""Orders by which something is done, with day and number; days and times that cannot be."""

import re
from collections.abc import Iterator, Sequence

from shnor.datasets import paper_words as words
from shnor.loaders.claims.said import Act, Day, Line
from shnor.loaders.claims.sentences import DATE, Sentence, day, sentence

_NUMBER = r"№ ?(?P<number>\d[\w/]*(?: ?- ?[а-я\d]+)?)"
_OF = re.compile(rf"(?<![а-я])(?:от )?[«\"]?{DATE},?(?: ?г\.)? {_NUMBER}")
_TURNED = re.compile(rf"{_NUMBER} от [«\"]?{DATE}")
_ACT, _HEAD = re.compile(rf"(?<![а-я])(?:{words.ACT})"), re.compile(rf"^\W*{words.ACT_HEAD}\W*$")
_APPROVED = re.compile(rf"(?<![а-я])(?:{words.APPROVED})")
_TIME = re.compile(r"(?<![а-я])с [«\"]?" + DATE + r"[^.;\d]{0,12}? по [«\"]?" + re.sub(r"\?P<(\w+)>", r"?P<\1_>", DATE))
_DATE = re.compile(rf"(?<![\d.]){DATE}")
_DONE = re.compile(rf"(?<![а-я])(?:{words.DONE})")
_SHORT_LINES, _HEAD_LINES = 6, 14


def acts(one: Sentence) -> Iterator[Act]:
    """Of a sentence that says the word «приказ»."""
    if not _ACT.search(one.flat):
        return
    begun = next((day(found) for found in _TIME.finditer(one.flat)), None)
    for pattern in (_OF, _TURNED):
        for found in pattern.finditer(one.flat):
            signed = day(found)
            if signed:
                yield Act(sentence=one.shown, said=one.text[found.start():found.end()], place=one.place, text=one.bare,
                          number=number_of(found["number"]), day=signed, span=begun)


def own(lines: Sequence[Line]) -> Iterator[Act]:
    """What the paper itself is: the day and number under the word «ПРИКАЗ», those it is «утверждена» by."""
    flats = [sentence(line.text, line.place) for line in lines]
    seen: set[tuple[str, int]] = set()
    for at, one in enumerate(flats):
        head = at < _HEAD_LINES and _HEAD.search(one.flat)
        approved = _APPROVED.search(one.flat) and len(one.flat) < 60
        if not (head or approved):
            continue
        near = flats[at:at + _SHORT_LINES]
        text = " ".join(piece.text for piece in near)
        whole = sentence(text, one.place)
        found = _OF.search(whole.flat)
        if found and (signed := day(found)) and (head or _ACT.search(whole.flat, 0, found.start())):
            if (found[0], at // (2 * _SHORT_LINES)) in seen:
                continue
            seen.add((found[0], at // (2 * _SHORT_LINES)))
            yield Act(sentence=whole.shown[:found.end()], said=whole.text[found.start():found.end()], place=one.place,
                      number=number_of(found["number"]), day=signed, own=True)


def number_of(text: str) -> str:
    """«932 – осн.» → «932-осн»."""
    return re.sub(r"\s*-\s*", "-", text).strip(" .").lower()


def days(one: Sentence) -> Iterator[Day]:
    """Days there are none of; times told with both their days."""
    for found in _DATE.finditer(one.flat):
        if day(found) is None:
            yield Day(sentence=one.shown, said=one.text[found.start():found.end()], place=one.place, text=one.bare)
    for found in _TIME.finditer(one.flat):
        first, last = day(found), day(_second(found))
        if first and last:
            yield Day(sentence=one.shown, said=one.text[found.start():found.end()], place=one.place, text=one.bare,
                      first=first, last=last, done=_DONE.search(one.flat) is not None)


def _second(found: re.Match[str]) -> re.Match[str]:
    """The second day of a time, under the names of the first."""
    tail = found.string[found.start("d_"):found.end()]
    again = re.match(DATE, tail)
    assert again
    return again
