"""What a paper says, as plain data. Names of people never leave this room: sentences come out masked."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from shnor.loaders.types import Issue

Role = Literal["told", "ahead", "cited"]


class Line(NamedTuple):
    """A paragraph or a row of a table. place: «абзац 14», «таблица 2, строка 3». cells: of a row, the first is its
    name."""

    text: str
    place: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Said:
    """sentence: the one it stands in, without names of people. said: the piece itself. place: of its paragraph. text:
    the sentence as patterns read it."""

    sentence: str
    said: str
    place: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Count(Said):
    """«33 из 40 мероприятий». counts: what, a word of `paper_words.NOUNS`, "" = something else. noun: as written. of:
    the whole it is a part of. years: named in the sentence; narrow: a month, a quarter, a day is named there too."""

    number: int
    counts: str
    noun: str
    of: int | None = None
    years: tuple[int, ...] = ()
    narrow: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell(Said):
    """A number of a table. sentence: its heads and itself; text: both heads as patterns read them; heads: of the row
    and of the column, those there are. years, narrow: as of a count, of the heads and of what stands above."""

    number: int
    heads: tuple[str, ...]
    years: tuple[int, ...] = ()
    narrow: bool = False


@dataclass(frozen=True, kw_only=True)
class Share(Said):
    """«94 %», «85 % (63 из 74)». hundredths: of a per cent. k, n: beside it. whom: stem of those it speaks of."""

    hundredths: int
    k: int | None = None
    n: int | None = None
    whom: str = ""
    years: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Everybody(Said):
    """«все педагоги»: a hundred per cent without a number."""


@dataclass(frozen=True, kw_only=True)
class Year(Said):
    """A year of which a sentence tells. ahead: it is said of what is to come."""

    year: int
    ahead: bool = False


@dataclass(frozen=True, kw_only=True)
class Task(Said):
    """What a list says is to be done in a year."""

    year: int


@dataclass(frozen=True, kw_only=True)
class Act(Said):
    """An order as it is named. own: the paper is its text or its appendix. span: first day of what is done by it in the
    same sentence."""

    number: str
    day: date
    own: bool = False
    span: date | None = None


@dataclass(frozen=True, kw_only=True)
class Day(Said):
    """A day or a time that cannot be: no such day, the end before the beginning; last: its last day. None: no such
    day."""

    last: date | None = None
    first: date | None = None
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class Named(Said):
    """A school. listed: the sentence is about the list of schools, of these years; support: about who helps them. full:
    its name is written out in full."""

    name: str
    number: int | None
    listed: bool = False
    support: bool = False
    full: bool = False
    years: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Listed(Said):
    """«вошли десять школ (…)»: how many are said, which are named behind it."""

    number: int
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Entered(Said):
    """«внесена в перечень в ноябре 2023 года»: from when a school is on the list."""

    year: int
    month: int


@dataclass(frozen=True, kw_only=True)
class Numbered(Said):
    """A list with numbers: those of its items in the order they stand."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Summed(Said):
    """A whole and its parts. exhaustive: they are all there is of it. table: a row of totals, a column of numbers."""

    whole: int
    parts: tuple[int, ...]
    exhaustive: bool = False
    table: bool = False


@dataclass(frozen=True)
class Paper:
    """year: the paper tells of, 0 = unknown. said: in the order of the text. school_year: a school year is told of
    beside it. cells: numbers in tables beside which nothing is written. refused: why nothing was read."""

    name: str
    year: int = 0
    said: tuple[Said, ...] = ()
    school_year: str = ""
    cells: int = 0
    refused: Issue | None = None
