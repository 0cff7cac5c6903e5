"""What the steps of reading hand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

import pyarrow as pa

from shnor.datasets import Batch, Grid, Kept, Value

Severity = Literal["error", "question", "warning"]


@dataclass(frozen=True)
class Choice:
    """One way to answer a question: what the button says and the text that then stands for the cell."""

    label: str
    value: str


class Opened(NamedTuple):
    """A dropped file or one from inside it, to be read; closed: it is a container that is not opened, and why."""

    name: str
    data: bytes
    closed: "Issue | None" = None


@dataclass(frozen=True)
class Issue:
    """Something to say about one cell (cell "" = about the whole sheet or file). choices: ready answers. topic: what
    the answer is about where it is no cell («скрытые строки»), in words people read; never looks like
    an address. area: all cells of equal issues that were made one, «A2:A5, A9»."""

    code: str
    severity: Severity
    sheet: str
    cell: str
    value: str
    message: str
    choices: tuple[Choice, ...] = ()
    topic: str = ""
    area: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Under which an answer is kept."""
        return self.sheet, self.topic or self.area or self.cell


@dataclass(frozen=True)
class Match:
    """A table found on a sheet. header_row: its first row, from 0; first_row: the first row under the header.
    columns: column name -> index on the sheet; periods: index on the sheet -> code of the period (unpivoted
    columns); head: column name -> (value, cell) beside its label above the table, the value None or "" where nothing
    stands beside it; title: text above the table and its cell.
    score: 0…1, the share of the kind's needed and known headers found. signs: columns whose header only this kind
    has."""

    kind: str
    layout: str
    header_row: int
    first_row: int
    columns: Mapping[str, int]
    score: float
    periods: Mapping[int, str] = field(default_factory=dict)
    head: Mapping[str, tuple[Value, str]] = field(default_factory=dict)
    title: tuple[str, str] = ("", "")
    signs: int = 0


@dataclass(frozen=True)
class School:
    """A row of the register, as names are looked up in it."""

    school_id: str
    name: str
    number: int | None = None
    full_name: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question of an accepted survey. options: option -> whether it is positive, "yes", "no" or "" = not said."""

    options: Mapping[str, str]
    several: bool = False


@dataclass(frozen=True)
class Wave:
    """What is known of one wave of a survey: its code, the day of its last answer, how many answered each question."""

    survey: str
    code: str
    last: date
    answered: Mapping[str, int]


@dataclass(frozen=True)
class Known:
    """What the base (and the other files of the same drop) already know. Empty for `check` without a base.

    plans: title of a plan -> (school_id or "", numbers of its activities by period code).
    deadlines: (plan, period, number) of an activity with several deadlines -> the last day of each, by milestone.
    surveys: title of a survey -> its questions by their text.
    waves: accepted waves of surveys, the newest first.
    finished: (school_id, subject) -> how many people finished courses, by month.
    procedures: names of the works of accepted results.
    asked: (school_id, month, number) of a question -> the day it was asked.
    names: the mode «С ФИО»: names of people on courses are put aside instead of being forgotten.
    """

    today: date
    schools: tuple[School, ...] = ()
    plans: Mapping[str, tuple[str, Mapping[str, frozenset[str]]]] = field(default_factory=dict)
    surveys: Mapping[str, Mapping[str, Question]] = field(default_factory=dict)
    finished: Mapping[tuple[str, str], Mapping[date, int]] = field(default_factory=dict)
    asked: Mapping[tuple[str, date, int], date] = field(default_factory=dict)
    names: bool = False
    procedures: frozenset[str] = frozenset()
    deadlines: Mapping[tuple[str, str, str], Mapping[int, date | None]] = field(default_factory=dict)
    waves: tuple[Wave, ...] = ()


@dataclass(frozen=True)
class SlideTemplate:
    """What a show takes from a presentation of the municipality. data: a package with its masters, layouts, themes and
    pictures alone, b"" where it cannot be used. size: of its slides, width and height in inches. issues: why it cannot
    be used, or what was left out."""

    data: bytes
    size: tuple[float, float] = (0.0, 0.0)
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class PaperTemplate:
    """What papers take from a document of the centre. data: a package with its page, styles, head and foot alone, b""
    where it cannot be used. issues: why it cannot be used, or what was left out."""

    data: bytes
    issues: tuple[Issue, ...] = ()


Answers = Mapping[tuple[str, str], str]
"""(sheet, cell or topic) -> the text that stands for the cell; the value "" means «leave empty», KEEP «as it is»."""
KEEP = "\x00как есть"


@dataclass(frozen=True)
class Checked:
    """One file after reading: batches that could be accepted and everything there is to say.

    dropped: titles of columns with personal data that were left out. kept: the sheets without those columns.
    people: in the mode «С ФИО», names by what stands for them in the column `person`; they stand nowhere else.
    replaced: of a kind, the keys of rows of earlier files that stop counting; known only beside a base.
    """

    file: str
    sha256: str
    batches: tuple[Batch, ...] = ()
    issues: tuple[Issue, ...] = ()
    kept: tuple[Kept, ...] = ()
    school: str = ""
    period: str = ""
    dropped: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict, repr=False)
    replaced: Mapping[str, pa.Table] = field(default_factory=dict, repr=False)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The sheets, opened."""
        return tuple(sheet.grid for sheet in self.kept)

    @property
    def acceptable(self) -> bool:
        return bool(self.batches) and not any(issue.severity == "error" for issue in self.issues)
