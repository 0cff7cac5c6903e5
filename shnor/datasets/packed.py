"""A grid of cells as it travels and is kept: compressed JSON that keeps dates and numbers apart from text."""

import json
import zlib
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from shnor.datasets.exchange import Grid, Value

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
    plain["cells"] = [[_plain(value) for value in row] for row in grid.cells]
    plain["answered"] = {cell: _plain(value) for cell, value in grid.answered.items()}
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), QUICK)


def unpacked(content: bytes) -> Grid:
    """A field the grid had not when it was kept takes its default."""
    plain = json.loads(zlib.decompress(content))
    plain["cells"] = tuple(tuple(_value(cell) for cell in row) for row in plain["cells"])
    plain["answered"] = {cell: _value(value) for cell, value in plain.get("answered", {}).items()}
    plain["merged"] = tuple(tuple(area) for area in plain["merged"])
    return Grid(**plain)


def _plain(value: Value) -> object:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value


def _value(cell: Value | dict[str, str]) -> Value:
    if isinstance(cell, dict):
        return datetime.fromisoformat(cell["moment"]) if "moment" in cell else date.fromisoformat(cell["day"])
    return cell
