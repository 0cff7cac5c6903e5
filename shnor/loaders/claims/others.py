"""Years, schools and numbered lists of a paper."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from shnor.datasets import paper_words as words
from shnor.loaders.claims.numbers import numbers
from shnor.loaders.claims.said import Entered, Line, Listed, Named, Numbered, Summed, Task, Year
from shnor.loaders.claims.sentences import Sentence, sentence
from shnor.loaders.claims.tables import tables
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.school_mentions import mentions, mirror

_TOLD = re.compile(r"(?<![а-я])(?:во?|за) (20\d\d) ?(?:год[ау]?|г\.?)(?![а-я])")
_DONE, _AHEAD = (re.compile(rf"(?<![а-я])(?:{pattern})") for pattern in (words.DONE, words.AHEAD))
_NEXT, _COMPARED = (re.compile(rf"(?<![а-я])(?:{pattern})") for pattern in (words.AHEAD_OF_YEAR, words.COMPARED))
_TITLE = re.compile(rf"(?<![а-я])(?:{words.REPORT_TITLE})")
_WHEN = r"(?P<told>(?:в|на|до конца) (?P<year>20\d\d) год[ау]?)(?![а-я])"
_TO_DO = re.compile(rf"^[\W\d]*[а-я]+(?:ть|ти|ться) {_WHEN}")
_TO_MAKE = re.compile(rf"(?<![а-я])(?:{words.PLANNING})[^.]*? {_WHEN}")
_LIST, _ENTERED = (re.compile(rf"(?<![а-я])(?:{pattern})") for pattern in (words.OF_LIST, words.ENTERED))
_SUPPORT = re.compile(rf"(?<![а-я])(?:{words.SUPPORTING})")
_INCLUDED = re.compile(rf"(?<![а-я])(?:{words.INCLUDED})[^.]*? в (?P<month>{MONTH}) (?P<year>20\d\d)")
_COUNTED = re.compile(r"школ(?:ами?|ах)?(?![а-я])[^№]*$")
"""«школ - 4»: how many, not which."""
_LABEL = re.compile(r"(?:[-–—•] ?)?(\d{1,2})([.)])(?!\d)")
_WHOLE = re.compile(r"\d{1,6}")
_TOTAL = re.compile(words.TOTAL)
_HEAD_WEIGHT, _TITLE_LINES, _STEP, _FEW, _LONG_NAME = 5, 40, 3, 3, 60


def report_year(told: Sequence[Sentence]) -> int:
    """The year the paper tells of: by its title, else the one it names most; 0 = it names none."""
    votes: Counter[int] = Counter()
    for at, one in enumerate(told):
        title = at < _TITLE_LINES and _TITLE.search(one.flat) is not None
        told_of = title or (_DONE.search(one.bare) and not _LABEL.match(one.text))
        for found in _TOLD.finditer(one.flat if title else one.bare) if told_of else ():
            votes[int(found[1])] += _HEAD_WEIGHT if title else 1
    votes = votes or Counter(year for one in told for year in one.years)
    return votes.most_common(1)[0][0] if votes else 0


def years(one: Sentence) -> Iterator[Year]:
    """Of what was done, or proposed for the year after; not of titles, orders and what is compared."""
    ahead = _NEXT.search(one.bare)
    if not (ahead or _DONE.search(one.bare)) or _COMPARED.search(one.bare):
        return
    if not ahead and _AHEAD.search(one.bare):
        return
    for found in _TOLD.finditer(one.bare):
        yield Year(sentence=one.shown, said=one.text[found.start():found.end()], place=one.place, text=one.bare,
                   year=int(found[1]), ahead=ahead is not None and found.start() > ahead.start())


def tasks(lines: Sequence[Line]) -> Iterator[Task]:
    """Of the items of a list that say what is to be done: the year they say at once, the one something is made for."""
    for line in lines:
        one = sentence(line.text, line.place)
        if line.cells or not _LABEL.match(one.text):
            continue
        if found := _TO_DO.search(one.bare) or _TO_MAKE.search(one.bare):
            yield Task(sentence=one.shown, said=one.text[found.start("told"):found.end("told")], place=one.place,
                       text=one.bare, year=int(found["year"]))


def schools(one: Sentence) -> Iterator[Named]:
    on_list, supports = _LIST.search(one.flat) is not None, _SUPPORT.search(one.flat) is not None
    for mention in {mention.name: mention for mention in mentions(one.text)}.values():
        if _COUNTED.match(mirror(mention.said)):
            continue
        said = mention.name if len(mention.said) > _LONG_NAME else mention.said
        yield Named(sentence=one.shown, said=said, place=one.place, text=one.bare, name=mention.name,
                    number=mention.number, listed=on_list, support=supports, full=bool(mention.full), years=one.years)


def listed(one: Sentence) -> Iterator[Listed]:
    if not (_LIST.search(one.flat) and _ENTERED.search(one.flat)):
        return
    names = tuple(dict.fromkeys(mention.name for mention in mentions(one.text)))
    for count in numbers(one):
        if count.counts == "schools" and len(names) > 1:
            yield Listed(sentence=one.shown, said=count.said, place=one.place, text=one.bare, number=count.number,
                         names=names)


def entered(one: Sentence) -> Iterator[Entered]:
    for found in _INCLUDED.finditer(one.flat):
        yield Entered(sentence=one.shown, said=one.text[found.start():found.end()], place=one.place, text=one.bare,
                      year=int(found["year"]), month=month_number(found["month"]) or 1)


def numbered(lines: Sequence[Line]) -> Iterator[Numbered]:
    """Lists whose items are numbered by hand, from 1 on; those with «)» inside those with «.»."""
    going: dict[str, tuple[list[int], str]] = {}
    for line in lines:
        label = None if line.cells else _LABEL.match(line.text)
        if not label:
            continue
        number, sign = int(label[1]), label[2]
        had = going.get(sign)
        if number == 1:
            yield from _list(had)
            going[sign] = ([1], line.place)
            if sign == ".":
                yield from _list(going.pop(")", None))
        elif had and number - had[0][-1] <= _STEP:
            had[0].append(number)
        elif had:
            yield from _list(going.pop(sign))
    for had in going.values():
        yield from _list(had)


def _list(had: tuple[list[int], str] | None) -> Iterator[Numbered]:
    if had and len(had[0]) >= _FEW:
        told = ", ".join(map(str, had[0]))
        yield Numbered(sentence="", said=told, place=had[1], numbers=tuple(had[0]))


def columns(lines: Sequence[Line]) -> Iterator[Summed]:
    """Columns of whole numbers in a table that ends with a row of totals."""
    for table in tables(lines):
        yield from _columns(table.rows)


def _columns(table: Sequence[Line]) -> Iterator[Summed]:
    if len(table) < _FEW or not _TOTAL.match(table[-1].cells[0].lower()):
        return
    head, rows, total = table[0], table[1:-1], table[-1]
    for column in range(1, len(total.cells)):
        parts = [row.cells[column] for row in rows if len(row.cells) > column]
        if _WHOLE.fullmatch(total.cells[column]) and len(parts) == len(rows) and all(map(_WHOLE.fullmatch, parts)):
            named = head.cells[column] if len(head.cells) > column else ""
            shown = sentence(named, total.place).shown
            yield Summed(sentence=shown, said=f"{total.cells[0]}: {total.cells[column]}", place=total.place,
                         whole=int(total.cells[column]), parts=tuple(map(int, parts)), exhaustive=True, table=True)
