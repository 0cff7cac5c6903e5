"""Records on their way to a batch: columns of typed values, each record knowing the row it was read from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from shnor import periods
from shnor.datasets import Column, Spot, Value
from shnor.loaders.issues.findings import Findings
from shnor.loaders.records.orders import in_one_order
from shnor.loaders.tables.body import Body
from shnor.loaders.tables.persons import Persons
from shnor.loaders.types import Answers, Choice, Known
from shnor.loaders.words.headers import plain
from shnor.loaders.words.read import Read
from shnor.loaders.words.values import is_tidy, reader
from shnor.loaders.words.years_missing import days_of, months_of, periods_of

_NEAR: Mapping[str, Callable[[Value, date], tuple[Choice, ...]]] = {
    "date": days_of, "month": months_of, "period": periods_of}
"""Types whose values may lack the year: what they may mean."""


@dataclass
class Draft:
    """columns: name -> one value a record. origin: the body row of each record. places: sheet and cell of a record
    where it does not stand in the cell its layout names (a column per period). school, period: what the whole
    table speaks of. stem: the name of the file. asked: columns the sheet does not have whose value was asked for
    once, not row by row. persons: the people of the file, by numbers. joined: body row -> other rows of the table that
    became one record with it. spots: columns whose values stand elsewhere than under their header, row_spots: the same
    of single body rows; see `records.places`."""

    body: Body
    findings: Findings
    known: Known
    columns: dict[str, list] = field(default_factory=dict)
    origin: list[int] = field(default_factory=list)
    places: list[tuple[str, str]] | None = None
    school: str = ""
    period: str = ""
    stem: str = ""
    asked: set[str] = field(default_factory=set)
    persons: Persons = field(default_factory=Persons)
    joined: dict[int, list[int]] = field(default_factory=dict)
    spots: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    row_spots: dict[tuple[str, int], tuple[Spot, ...]] = field(default_factory=dict)

    @property
    def answers(self) -> Answers:
        return self.findings.answers

    def take(self, keep: Sequence[int]) -> None:
        """Leave only these records, in this order; a record may come several times."""
        self.columns = {name: [values[index] for index in keep] for name, values in self.columns.items()}
        self.origin = [self.origin[index] for index in keep]
        self.places = [self.places[index] for index in keep] if self.places else None

    def column(self, name: str) -> list:
        """Values of a column, made empty when the sheet has none."""
        if name not in self.columns:
            self.columns[name] = [None] * len(self.origin)
        return self.columns[name]

    def place(self, record: int, name: str) -> tuple[str, str]:
        """Sheet and cell of a value of a record."""
        unpivot = self.body.layout.unpivot
        if self.places and unpivot and name in (unpivot.into, unpivot.period):
            return self.places[record]
        row = self.origin[record]
        if name in self.body.above and not plain(self.body.cells(name)[row]):
            return self.body.sheet, self.body.match.head[name][1]
        return self.body.place(row, name)

    def add(self, code: str, record: int, name: str, value: object = "", choices: tuple[Choice, ...] = (),
            **facts: Any) -> None:
        """An issue at the cell of a column in the row of a record."""
        sheet, cell = self.place(record, name)
        self.findings.add(code, sheet, cell, value, choices, column=self.body.kind[name].title, **facts)


def typed(draft: Draft) -> None:
    """Read every column the sheet has, under its header or beside a label above; each different text is read once."""
    draft.origin = list(range(len(draft.body.rows)))
    for column in draft.body.kind.typed:
        if column.name in draft.body.above or any(column.name in part.match.columns for part in draft.body.parts):
            _read(draft, column, draft.body.values(column.name))


def spread(draft: Draft) -> None:
    """Columns of periods: each cell of them with something in it is a record of its period, standing in that cell."""
    unpivot, kind = draft.body.layout.unpivot, draft.body.kind
    if not unpivot:
        return
    cells = [(record, *cell) for record, row in enumerate(draft.origin) for cell in draft.body.periods(row)
             if plain(cell[1])]
    draft.take([record for record, *_ in cells])
    draft.places = [place for *_, place in cells]
    _read(draft, kind[unpivot.period], [period for _, period, _, _ in cells])
    _read(draft, kind[unpivot.into], [value for _, _, value, _ in cells])


def _read(draft: Draft, column: Column, values: list[Value]) -> None:
    """Fill a column from what is written of it, one a record."""
    if column.type in ("text", "school", "deadline", "planned") and column.name != "number" and is_tidy(values):
        draft.columns[column.name] = values
        return
    written = dict(zip(values, in_one_order(draft.body, draft.findings, column, values), strict=True))
    memo = {value: read(meant) for read in [reader(column)] for value, meant in written.items()}
    taken = {value: read.value for value, read in memo.items()}
    draft.columns[column.name] = list(map(taken.__getitem__, values))
    _tell(draft, column, values, memo)


def fill_empty(draft: Draft) -> None:
    """What the declaration stores for an empty cell. A school that was written but not found stays without a code."""
    for column in draft.body.kind.stored:
        if column.empty is None:
            continue
        written = draft.body.values(column.name) if column.type == "school" else None
        draft.columns[column.name] = [
            column.empty if value is None and not (written and plain(written[row])) else value
            for value, row in zip(draft.column(column.name), draft.origin, strict=True)]


def settle_days(draft: Draft) -> None:
    """Days and months derived from the code of a period: its first day, its month if it is inside one; its last day
    where that is asked for and nothing has told another."""
    for column in draft.body.kind.stored:
        if column.last_of:
            codes = draft.column(column.last_of)
            last = {code: periods.final_day(code) for code in set(codes) if code}
            draft.columns[column.name] = [told or last.get(code)
                                          for told, code in zip(draft.column(column.name), codes, strict=True)]
        elif column.type in ("date", "month") and draft.body.kind[column.derived_from or column.name].type == "period":
            of_period = periods.first_day if column.type == "date" else periods.month_of
            codes = draft.column(column.derived_from)
            days = {code: of_period(code) for code in set(codes) if code}
            draft.columns[column.name] = [*map(days.get, codes)]


def _tell(draft: Draft, column: Column, values: Sequence[Value], memo: Mapping[Value, Read]) -> None:
    wrong = {value for value, read in memo.items() if read.code}
    if not wrong:
        return
    example = "12" if column.example is None else column.example
    allowed = ", ".join(column.choices.values())
    for record, value in enumerate(values):
        if value in wrong:
            read = memo[value]
            choices = read.choices or (_NEAR[column.type](value, draft.known.today) if column.type in _NEAR else ())
            draft.add(read.code, record, column.name, shown(value), choices=choices, example=example,
                      allowed=allowed, taken=read.value)
            if read.value is None and (
                    column.required or column.name in draft.body.kind.key or column.empty is not None):
                draft.findings.insist(read.code, *draft.place(record, column.name))


def shown(value: object) -> str:
    """A cell as people see it."""
    return f"{value:%d.%m.%Y}" if hasattr(value, "strftime") else plain(value)
