"""A grid of cells as it is kept in the base: compressed JSON that keeps dates and numbers apart from text."""

import json
import zlib
from dataclasses import fields
from datetime import date, datetime

from shnor.datasets import Grid, Value


def packed(grid: Grid) -> bytes:
    plain = {field.name: getattr(grid, field.name) for field in fields(Grid)}
    plain["cells"] = [[_plain(value) for value in row] for row in grid.cells]
    plain["answered"] = {cell: _plain(value) for cell, value in grid.answered.items()}
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())


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
