"""A figure: the one thing tiles, tables, charts, sentences and slides are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Status = Literal["ok", "no_data", "no_report", "small", "no_n"]
"""ok · no_data: no rows · no_report: due, but not one accepted report speaks of it · small: fewer than the minimum
group, shown as «k из n» without a percentage · no_n: a percentage that came without its number."""


@dataclass(frozen=True)
class Figure:
    """metric: id. group: column -> value it is counted for. set: the Russian name of what it is counted over.
    value, low, high: shares 0…1, unrounded; None where there is none. rows: how many rows stand behind it. about: its
    counts are near, not known: «≈». most: there may be fewer, some are counted twice: «не более»."""

    metric: str
    group: Mapping[str, str]
    set: str
    as_of: date
    numerator: int
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    status: Status
    rows: int
    unit: str = ""
    more: Mapping[str, int] = field(default_factory=dict)
    about: bool = False
    most: bool = False
