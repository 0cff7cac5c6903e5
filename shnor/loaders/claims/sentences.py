"""A line → its sentences, each with what patterns read of it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from shnor.datasets.paper_words import ABBREVIATIONS, ACT, NARROW
from shnor.loaders.claims.said import Line
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.school_mentions import mirror
from shnor.personal.masks import mask_whole

_STOP = re.compile(r"[.!?](?=\s+[А-ЯЁA-Z«\d])")
_SHORT = re.compile(rf"(?:^|[^а-яё])(?:{'|'.join(ABBREVIATIONS)}|[а-яёa-z])$", re.I)
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»")
DATE = (rf"(?P<d>\d{{1,2}})(?:\.(?P<m>\d{{1,2}})\.(?P<y>(?:20)?\d\d)(?!\d)|[»\"]? (?P<w>{MONTH}) (?P<wy>20\d\d))"
        r"(?: ?г(?:\.|ода?)?)?(?![а-я])")
"""A day, with the groups d, m, y or d, w, wy; see `day`."""
_DATE, _ACT = re.compile(DATE), re.compile(rf"(?<![а-я])(?:{ACT})")
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d) ?[-/] ?(?:20)?(\d\d)(?!\d)(?: ?(?:гг?\.?|год\w*))?")
_YEAR = re.compile(r"(?<![\d.№-])(20\d\d)(?![\d-])")
_NARROW = re.compile(rf"(?<![а-я])(?:{MONTH}|{NARROW})")
_LABEL = re.compile(r"(?:(?<=[;:.]) ?|^)\d{1,2}\)")
_SPACES = re.compile(r"\s+")


class Sentence(NamedTuple):
    """shown: without names of people. flat: sign for sign in small letters of one alphabet. bare: the same without
    what stands in quotes and without days: titles of papers tell nothing. years: it names, of neither a day nor a
    school year. narrow: a part of a year is named."""

    shown: str
    text: str
    flat: str
    bare: str
    place: str
    years: tuple[int, ...]
    narrow: bool


def sentences(line: Line) -> Iterator[Sentence]:
    """Of a row of a table each cell is one."""
    for text in line.cells or _split(line.text):
        if text:
            yield sentence(text, line.place)


def sentence(text: str, place: str) -> Sentence:
    text = _SPACES.sub(" ", text).strip()
    flat = mirror(text)
    bare = _LABEL.sub(_blank, _QUOTED.sub(_blank, flat))
    days = _DATE.sub(_blank, bare)
    years = _SCHOOL_YEAR.sub(_blank, days)
    return Sentence(mask_whole(text)[0], text, flat, days, place,
                    tuple(dict.fromkeys(int(found[1]) for found in _YEAR.finditer(years))),
                    _NARROW.search(bare) is not None)


def school_years(flat: str) -> Iterator[str]:
    """«2024–2025», where the second year follows the first."""
    return (f"{found[1]}–{int(found[1]) + 1}" for found in _SCHOOL_YEAR.finditer(flat)
            if int(found[2]) == (int(found[1]) + 1) % 100)


def day(found: re.Match[str]) -> date | None:
    """Of a match of DATE; None where there is no such day."""
    month = month_number(found["w"]) if found["w"] else int(found["m"])
    year = int(found["wy"] or found["y"])
    try:
        return date(year if year > 99 else 2000 + year, month or 0, int(found["d"]))
    except ValueError:
        return None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _split(text: str) -> Iterator[str]:
    start = 0
    for found in _STOP.finditer(text):
        if found[0] == "." and _SHORT.search(text[start:found.start()]):
            continue
        yield text[start:found.end()].strip()
        start = found.end()
    yield text[start:].strip()
