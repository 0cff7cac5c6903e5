"""How a figure is made up: its counts by the two columns of its rows that tell most, for anybody to add up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor import wording
from shnor.datasets import KINDS, Column
from shnor.service.figures.rows import Choice

BESIDE = 12
"""So many columns stand beside each other at most."""
DOWN: Mapping[str, Sequence[str]] = {
    "roadmap": ("plan", "direction", "responsible", "period"), "courses": ("school_id", "subject", "programme"),
    "staff": ("school_id", "subject"), "events": ("event_kind", "month", "subject"),
    "requests": ("school_id", "month"), "surveys": ("school_id", "audience", "question", "option", "wave"),
    "results": ("school_id", "subject", "grade", "school_year", "level", "stage"),
    "recommendations": ("addressee_id", "source", "school_id", "year", "state"),
    "risks": ("school_id", "factor", "year"),
    "markers": ("school_id", "subject", "source", "grade"),
    "deficits": ("school_id", "subject", "group_id", "found_on"), "routes": ("school_id", "owner"),
    "competence": ("school_id", "subject", "role", "held_on"),
    "statuses": ("school_id", "status"), "documents": ("school_id", "document_type", "level", "title"),
    "checklists": ("school_id", "item", "checklist", "year"), "achievements": ("school_id", "title", "level", "year"),
    "support_roles": ("school_id", "role_id", "subject"), "programmes": ("programme", "module", "subject", "month")}
ACROSS: Mapping[str, Sequence[str]] = {
    "roadmap": ("period",), "courses": ("subject", "state", "period"), "staff": ("subject",),
    "events": ("month", "event_kind"), "requests": ("month",), "surveys": ("wave", "audience"),
    "results": ("grade", "school_year", "class_label", "subject", "stage"),
    "recommendations": ("year", "source", "addressee_id", "state"), "risks": ("year", "level", "chosen"),
    "markers": ("subject", "grade", "procedure"),
    "deficits": ("group_id", "subject", "found_on"), "routes": (),
    "competence": ("subject", "role", "held_on"),
    "statuses": ("status",), "documents": ("level", "document_type"), "checklists": ("checklist", "state", "year"),
    "achievements": ("level", "year", "achievement_type", "state"),
    "support_roles": ("role_id", "subject"), "programmes": ("month", "subject", "year")}
"""Kind → columns whose values make rows and columns of the sum; the first of them that differs is taken. A route is one
over all its quarters: these are no parts of it. Neither is who told
of an event, nor who held it: it is one, whichever of two schools tells of it and whomever each of them names."""
UNDIVIDED = ("contests_count", "contests_plan_share")
"""A contest two schools tell of is one, and of a year's plan is what was held in the year: neither has parts by the
school or the name."""


@dataclass(frozen=True)
class Part:
    """What the rows of one cell add. base None: the figure is a number of things."""

    made: int = 0
    base: int | None = None

    def __add__(self, other: "Part") -> "Part":
        both = self.base is not None and other.base is not None
        return Part(self.made + other.made, (self.base or 0) + (other.base or 0) if both else None)


@dataclass(frozen=True)
class Spread:
    """down, across: columns; across "" = there is one column alone. cells: (value of down, value of across) → what its
    rows add; a pair without rows is not there. All cells together are the figure."""

    down: str
    across: str
    rows: tuple[Choice, ...]
    columns: tuple[Choice, ...]
    cells: Mapping[tuple[Choice, Choice], Part]

    def row(self, value: Choice) -> Part:
        return self._sum(lambda key: key[0] == value)

    def column(self, value: Choice) -> Part:
        return self._sum(lambda key: key[1] == value)

    @property
    def whole(self) -> Part:
        return self._sum(lambda key: True)

    def _sum(self, belongs: Callable[[tuple[Choice, Choice]], bool]) -> Part:
        parts = [part for key, part in self.cells.items() if belongs(key)]
        return sum(parts[1:], parts[0]) if parts else Part()


def spread(kind: str, rows: pa.Table, made: Sequence[int], base: Sequence[int] | None,
           names: Mapping[str, str]) -> Spread | None:
    """made, base: what each row adds. names: of schools by code. None: there is nothing to add up, or no column by
    which the rows differ."""
    if rows.num_rows < 2 or (not any(made) and not any(base or ())):
        return None
    values = {name: rows[name].to_pylist() for name in dict.fromkeys((*DOWN[kind], *ACROSS[kind]))
              if name in rows.column_names}
    if base is not None:  # a whole of which some rows do not tell the column is no whole of its values
        values = {name: column for name, column in values.items() if not {None, ""} & {*column}}
    down = next((name for name in DOWN[kind] if len({*values.get(name, ())}) > 1), "")
    if not down:
        return None
    across = next((name for name in ACROSS[kind] if name != down and _beside(values, down, name)), "")
    cells: dict[tuple[Choice, Choice], Part] = {}
    for place, value in enumerate(values[down]):
        key = value, values[across][place] if across else ""
        part = Part(made[place], None if base is None else base[place])
        cells[key] = cells[key] + part if key in cells else part
    return Spread(down, across, _ordered(kind, down, values[down], names),
                  _ordered(kind, across, values[across], names) if across else ("",), cells)


def by_school(column: str, parts: Mapping[str, Part], names: Mapping[str, str]) -> Spread | None:
    """Of counts that stand by school already."""
    if len(parts) < 2:
        return None
    ordered = sorted(parts, key=lambda code: wording.by_number(names.get(code, code)))
    return Spread(column, "", tuple(ordered), ("",), {(code, ""): part for code, part in parts.items()})


def _beside(values: Mapping[str, Sequence], down: str, name: str) -> bool:
    """A few values, and not one for each row of the sum."""
    found = {*values.get(name, ())}
    pairs = {*zip(values[down], values[name], strict=True)} if len(found) > 1 else set()
    return 1 < len(found) <= BESIDE and len(pairs) > len({*values[down]})


def _ordered(kind: str, name: str, values: Sequence, names: Mapping[str, str]) -> tuple[Choice, ...]:
    """Schools and texts by number, then letters; numbers, days and choices in their own order; empty ones last."""
    column = next((one for one in KINDS[kind].columns if one.name == name), None)
    found = list(dict.fromkeys(values))
    return tuple(sorted(found, key=lambda value: (value in (None, ""), *_place(column, value, names))))


def _place(column: Column | None, value: object, names: Mapping[str, str]) -> tuple:
    if value in (None, ""):
        return ()
    if column and column.type == "choice" and value in column.choices:
        return (list(column.choices).index(str(value)),)
    return (value,) if isinstance(value, int | float | date) else wording.by_number(names.get(str(value), str(value)))
