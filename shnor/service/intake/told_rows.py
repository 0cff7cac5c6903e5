"""A record as it is compared with records of other files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from shnor import periods
from shnor.datasets.overlaps import Overlap

_APART = re.compile(r"[^0-9a-zа-я]+")


@dataclass(frozen=True, eq=False)
class Row:
    """A record with its file and cell. key: the values of the key of its kind; values: the columns of the rule."""

    rule: Overlap
    key: tuple
    values: Mapping[str, object] = field(repr=False)
    file: str
    sheet: str
    cell: str

    @cached_property
    def same(self) -> tuple:
        return tuple(self.values[name] or "" for name in self.rule.same)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(plain(self.values[name]) for name in self.rule.words)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        return tuple(plain(self.values[name]) for name in self.rule.titles)

    @cached_property
    def group(self) -> tuple:
        """The rows that were counted together with it."""
        return self.same, self.titles, self.values[self.rule.when]

    @cached_property
    def kindred(self) -> tuple[str, ...]:
        return tuple(plain(self.values[name]) for name in self.rule.kindred)

    @cached_property
    def is_told(self) -> bool:
        """Whether its words are enough to know it by in another time."""
        return any(plain(self.values[name]) for name in self.rule.telling)

    @cached_property
    def numbers(self) -> tuple:
        return tuple(self.values[name] for name in self.rule.numbers)

    @cached_property
    def total(self) -> int:
        value = self.values.get(self.rule.total)
        return value if isinstance(value, int) else 0

    @cached_property
    def span(self) -> tuple[date, date]:
        """Its first and its last day."""
        value = self.values[self.rule.when]
        if isinstance(value, date):
            return (value, periods.last_day(value.year, value.month)) if self.rule.when == "month" else (value, value)
        return periods.first_day(str(value)), periods.final_day(str(value))


@dataclass(frozen=True)
class Pair:
    """A row of the file and the earlier row it looks like."""

    new: Row
    old: Row


@lru_cache(maxsize=20_000)
def plain(text: object) -> str:
    """Words alone: «Наглядная  геометрия.» and «наглядная геометрия» are the same."""
    return _APART.sub(" ", str(text or "").lower().replace("ё", "е")).strip()
