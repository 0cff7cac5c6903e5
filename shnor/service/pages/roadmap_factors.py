"""Which activities of a roadmap are measures of a factor of the risk profile: those whose number the measure names.

A profile is of a calendar year and names activities of the school's own roadmap; a measure in words alone names none.
"""

import re
from datetime import date

import pyarrow as pa

from shnor import periods
from shnor.datasets.risks import FACTORS
from shnor.metrics.risks import MARKING
from shnor.service.figures import topics
from shnor.service.figures.rows import only
from shnor.store import View

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)+(?![\d.]*\d)")
"""The number of an activity in the words of a measure: «дорожная карта, 2.3»."""


def measures(view: View, rows: pa.Table, period: str, *, day: date) -> dict[str, tuple[int, ...]]:
    """Factor → the rows of roadmaps (their src) its measures name, factors in the order of the methodics, own wordings
    last. rows: of roadmaps of the period. A factor none of whose measures is among them is not there."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in rows.select(["school_id", "number", "src"]).to_pylist():
        found.setdefault((row["school_id"] or "", row["number"]), []).append(row["src"])
    span = periods.parse(period)
    profiles = only(topics.marked(view, MARKING, as_of=day), year__from=span.start.year, year__to=span.end.year)
    told: dict[str, set[int]] = {}
    for row in profiles.select(["school_id", "factor_id", "factor", "measure"]).to_pylist():
        named = {src for number in _NUMBER.findall(row["measure"] or "")
                 for src in found.get((row["school_id"], number), ())}
        if named:
            told.setdefault(FACTORS.get(row["factor_id"] or "", row["factor"]), set()).update(named)
    order = [*FACTORS.values()]
    names = sorted(told, key=lambda name: (order.index(name) if name in order else len(order), name))
    return {name: tuple(sorted(told[name])) for name in names}
