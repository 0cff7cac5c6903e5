"""A grid of cells as it travels and is kept: compressed JSON that keeps dates and numbers apart from text."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from shnor.datasets.exchange import Grid, Value
from shnor.datasets.looks import Looks

QUICK = 1
"""Level of zlib: a third larger than the best one, in a fifth of the time."""


@dataclass(frozen=True)
class Kept:
    """One sheet, packed: what the reading process hands over and the base keeps. A large sheet is opened only where
    it is shown."""

    sheet: str
    content: bytes = field(repr=False)

    @classmethod
    def of(cls, grid: Grid) -> "Kept":
        return cls(grid.sheet, packed(grid))

    @property
    def grid(self) -> Grid:
        return unpacked(self.content)


def packed(grid: Grid) -> bytes:
    plain = {field.name: getattr(grid, field.name) for field in fields(Grid)}
    plain["looks"] = _of_looks(grid.looks)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=_plain, check_circular=False)
    return zlib.compress(text.encode(), QUICK)


def unpacked(content: bytes) -> Grid:
    """A field the grid had not when it was kept takes its default."""
    plain = json.loads(zlib.decompress(content))
    plain["cells"] = tuple(tuple(_value(cell) for cell in row) for row in plain["cells"])
    plain["answered"] = {cell: _value(value) for cell, value in plain.get("answered", {}).items()}
    plain["merged"] = tuple(tuple(area) for area in plain["merged"])
    plain["looks"] = _looks(plain.get("looks", {}))
    return Grid(**plain)


def _of_looks(looks: Looks) -> dict[str, object]:
    """Only what is not as usual."""
    told = {field.name: getattr(looks, field.name) for field in fields(Looks)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in told.items() if value}


def _looks(plain: dict[str, Any]) -> Looks:
    return Looks(**plain | {
        name: frozenset(plain.get(name, ())) for name in ("hidden_rows", "hidden_columns")} | {
        name: tuple(map(tuple, plain.get(name, ()))) for name in ("struck", "lost")})


def _plain(value: object) -> object:
    """What JSON has no form of its own for."""
    if isinstance(value, date):
        return _of_day(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


@lru_cache(maxsize=5_000)
def _of_day(value: date) -> dict[str, str]:
    return {"moment" if isinstance(value, datetime) else "day": value.isoformat()}


def _value(cell: Value | dict[str, str]) -> Value:
    if isinstance(cell, dict):
        return datetime.fromisoformat(cell["moment"]) if "moment" in cell else date.fromisoformat(cell["day"])
    return cell
