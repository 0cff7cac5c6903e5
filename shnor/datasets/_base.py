"""The words a declaration of a kind is made of. A wrong declaration fails at import."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

import narwhals as nw
import pyarrow as pa
from pydantic import BaseModel, ConfigDict, model_validator

ColumnType = Literal["text", "whole", "number", "date", "month", "choice", "deadline", "planned", "school",
                     "period"]
"""month: the first day of a month. choice: one of `choices`. school: found through the register, stored as its code.
period: the code of a period, a day or a span of days («2026-11», «2026-11-18», «2026-10-26/2026-11-01»).
deadline, planned: the text as written is stored; the columns declared with `derived_from` hold what was understood."""

ARROW: Mapping[ColumnType, pa.DataType] = {
    "text": pa.string(), "choice": pa.string(), "deadline": pa.string(), "planned": pa.string(), "school": pa.string(),
    "period": pa.string(),
    "whole": pa.int64(), "number": pa.float64(), "date": pa.date32(), "month": pa.date32(),
}


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, extra="forbid")


class Constraint(Frozen):
    """What a value may be: one wording for template, message and handbook, and one column-wise check."""

    @property
    def text(self) -> str:
        raise NotImplementedError

    def bad(self, column: nw.Expr) -> nw.Expr:
        """True where a value that is there breaks the constraint; empty values are not judged here."""
        raise NotImplementedError


class Between(Constraint):
    low: float
    high: float

    @property
    def text(self) -> str:
        return f"от {self.low:.15g} до {self.high:.15g}"

    def bad(self, column: nw.Expr) -> nw.Expr:
        return ~column.is_between(self.low, self.high)


class Longest(Constraint):
    characters: int

    @property
    def text(self) -> str:
        return f"не длиннее {self.characters} знаков"

    def bad(self, column: nw.Expr) -> nw.Expr:
        return column.str.len_chars() > self.characters


class Shape(Constraint):
    """A text of a certain form, said in words beside its pattern."""

    pattern: str
    words: str

    @property
    def text(self) -> str:
        return self.words

    def bad(self, column: nw.Expr) -> nw.Expr:
        return ~column.str.contains(f"^(?:{self.pattern})$")


class Column(Frozen):
    """One column of a kind, as people see it and as it is stored.

    choices: stored value -> what people read and write; spellings: other ways people write a stored value; stems: the
    words that say it inside a sentence, as regular expressions, what is looked for first standing first. words_into:
    the column that keeps such a sentence.
    required: a row without it is an error. empty: what is stored for an empty cell, so that a key
    is whole. derived_from: filled while reading, from that column; people never type it. last_of: a day; where
    neither a cell nor the step of the kind tells it, it is the last one of the period in that column.
    within: a day that lies in the month of that column; its own name: in the month the sheet is for. personal: drop =
    never stored, key = replaced by a keyed hash. spans: a period may also be a span of days, «26 октября — 1 ноября
    2026».
    """

    name: str
    type: ColumnType
    title: str
    description: str
    synonyms: tuple[str, ...] = ()
    unit: str = ""
    example: object = None
    bad_examples: tuple[object, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    choices: Mapping[str, str] = {}
    spellings: Mapping[str, tuple[str, ...]] = {}
    stems: Mapping[str, tuple[str, ...]] = {}
    words_into: str = ""
    required: bool = False
    empty: str | int | None = None
    derived_from: str = ""
    last_of: str = ""
    within: str = ""
    personal: Literal["no", "key", "drop"] = "no"
    spans: bool = False

    @model_validator(mode="after")
    def _sound(self) -> "Column":
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise ValueError(f"column name {self.name!r}")
        if (self.type == "choice") != bool(self.choices):
            raise ValueError(f"{self.name}: choices belong to the type choice")
        if unknown := {*self.spellings, *self.stems} - set(self.choices):
            raise ValueError(f"{self.name}: spellings of unknown values {unknown}")
        return self

    @property
    def arrow(self) -> pa.DataType:
        return ARROW[self.type]


class Rule(Frozen):
    """What must hold between columns of one row; bad gives True where it does not. column: the cell to point at."""

    id: str
    column: str
    text: str
    severity: Literal["error", "question", "warning"] = "error"
    bad: Callable[[], nw.Expr]


class Unpivot(Frozen):
    """One column per period: a header matching `pattern` (group «period») becomes rows of that period, written into
    the column `period`; the cell goes into the column `into`."""

    pattern: str
    into: str
    period: str = "period"


class Layout(Frozen):
    """How a table of the kind may look on a sheet. Found by header texts, never by position or file name.

    headers: column name -> header texts that differ from the column's own title and synonyms; a header of several
    rows is written as its path, «Результат выполнения мероприятия / наименование». Under "" stand texts that elsewhere
    mean a column and here none.
    needs: columns without which the table is not this layout. sections: the column filled by merged section rows.
    title_into: the column filled by the title above the table. head: columns whose value stands above the table
    beside a label. number_row: a row «1 2 3 …» under the header is skipped. continues: the table may go on in a next
    table without header. aside: headers, normalised, that are printed or worked out and never read; nobody is told of
    them. form: the code printed in a form of ours («М-1»), which decides at once.
    """

    id: str
    title: str
    headers: Mapping[str, tuple[str, ...]] = {}
    needs: tuple[str, ...] = ()
    unpivot: Unpivot | None = None
    sections: str = ""
    title_into: str = ""
    head: Mapping[str, tuple[str, ...]] = {}
    number_row: bool = False
    continues: bool = False
    aside: tuple[str, ...] = ()
    form: str = ""


class Kind(Frozen):
    """A table of people, said once: from it come template, header recognition, checks, DDL, handbook, sample, tests.

    row: «одна строка — это …». key: columns that name a row. slice: columns that say of what a file of this kind
    speaks completely; «больше нет в файле» is counted inside it. period, school: which columns hold them. shared: the
    column with the codes of all schools of a row («Ш05;Ш07»), where it may be of several.
    """

    id: str
    title: str
    sheet: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    slice: tuple[str, ...] = ()
    period: str = ""
    school: str = ""
    shared: str = ""
    rules: tuple[Rule, ...] = ()
    layouts: tuple[Layout, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> "Kind":
        names = [column.name for column in self.columns]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.id}: a column twice")
        pointers = {*self.key, *self.slice, *filter(None, (self.period, self.school, self.shared)),
                    *(rule.column for rule in self.rules), *(c.derived_from for c in self.columns if c.derived_from),
                    *(c.last_of for c in self.columns if c.last_of),
                    *(c.words_into for c in self.columns if c.words_into)}
        for layout in self.layouts:
            pointers |= {*filter(None, layout.headers), *layout.needs, *layout.head,
                         *filter(None, (layout.sections, layout.title_into))}
            if layout.unpivot:
                pointers |= {layout.unpivot.into, layout.unpivot.period}
            if not layout.needs:
                raise ValueError(f"{self.id}: the layout {layout.id} needs no column")
        if unknown := pointers - set(names):
            raise ValueError(f"{self.id}: unknown columns {sorted(unknown)}")
        titles = {name for layout in self.layouts for name in (layout.sections, layout.title_into) if name}
        if odd := [name for name in titles if self[name].type not in ("text", "school")]:
            raise ValueError(f"{self.id}: a title is a text, and {odd} are not")
        return self

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def reported(self) -> bool:
        """Schools tell it themselves: it stands in a form of the month's report."""
        return any(layout.form for layout in self.layouts)

    @property
    def typed(self) -> tuple[Column, ...]:
        """The columns people fill in: those of the template."""
        return tuple(column for column in self.columns if not column.derived_from)

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns of the table in the base."""
        return tuple(column for column in self.columns if column.personal != "drop")

    @property
    def schema(self) -> pa.Schema:
        """Of the rows a Batch carries: the stored columns, then row and cell (where the record stands)."""
        return pa.schema([*((c.name, c.arrow) for c in self.stored), ("row", pa.int64()), ("cell", pa.string())])
