"""What has begun and is not counted yet: rows whose period or works are not over by the day. Totals leave them out, so
a page names them and the day they will count from."""

from dataclasses import dataclass
from datetime import date

from shnor import wording
from shnor.service.figures.rows import current
from shnor.store import View

NAMED = {"courses": ("period",), "events": ("period",), "surveys": ("wave",), "results": ("procedure", "school_year"),
         "indicator_values": ("period",)}
"""Kind → the columns that name what a row is told of; the last one is its period."""
_AHEAD = ("planned", "cancelled")
"""States of rows that tell of no fact."""


@dataclass(frozen=True)
class Running:
    """Rows of one period. title: «ноябрь 2026 года», «ВПР, 2025–2026 учебный год». first, last: the days the first and
    the last of them count from."""

    title: str
    rows: int
    first: date
    last: date


def build(view: View, kind: str, *, day: date) -> tuple[Running, ...]:
    """Those to count first are first."""
    table = current(view, kind)
    states = table["state"].to_pylist() if "state" in table.column_names else [""] * table.num_rows
    columns = [table[name].to_pylist() for name in (*NAMED[kind], "day", "known_on")]
    days: dict[tuple[str, ...], list[date]] = {}
    for *named, begun, known, state in zip(*columns, states, strict=True):
        if begun <= day < known and state not in _AHEAD:
            days.setdefault(tuple(named), []).append(known)
    found = [Running(", ".join((*names, wording.period(code))), len(told), min(told), max(told))
             for (*names, code), told in days.items()]
    return tuple(sorted(found, key=lambda one: (one.first, one.title)))
