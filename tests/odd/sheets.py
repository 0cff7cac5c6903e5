"""A table as somebody typed it: values, and what a program shows of them. Writers put it into bytes of a format."""

from dataclasses import dataclass, field
from datetime import date

Value = str | int | float | date | None
Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass
class Sheet:
    """rows: values; hidden, struck: rows a program hides or crosses out; faults: cells that show an error; lost: cells
    with a formula nobody has computed; percents: cells of fractions shown as per cent; merged: first and last row of a
    merged first column."""

    rows: list[list[Value]]
    name: str = "Лист1"
    hidden: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    faults: dict[Place, str] = field(default_factory=dict)
    lost: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)
    merged: list[tuple[int, int]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)


def text(value: Value) -> str:
    """As people see it."""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return "" if value is None else str(value)
