"""From a figure back to its rows, and from a row to its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.classified import classified
from shnor.service.figures import Filters
from shnor.store import Origin, View


@dataclass(frozen=True)
class Trace:
    """A row behind a figure: what it says, where the plan stands and where the report stands (if there is one)."""

    row: Mapping[str, object]
    plan: Origin
    report: Origin | None


def behind(view: View, metric: str, *, as_of: date, filters: Filters, part: str = "") -> tuple[Figure, list[Trace]]:
    """The figure and the rows its numerator counts (or one part of «срок наступил»), each with its cells."""
    marked = classified(view, as_of=as_of, filters=filters)
    passport = METRICS[metric]
    flag = f"is_{part}" if part else "" if passport.distinct else passport.numerator
    [found] = marked.figures([metric])
    return found, _traced(view, marked.flagged(flag).rows if flag else marked.rows)


def deadline(view: View, src: int, *, as_of: date, filters: Filters) -> Trace | None:
    """One deadline of the roadmap with its cells; None when it is not among those that pass the filters."""
    rows = [row for row in classified(view, as_of=as_of, filters=filters).rows if row["src"] == src]
    return next(iter(_traced(view, rows)), None)


def _traced(view: View, rows: list[dict]) -> list[Trace]:
    numbers = [row[name] for row in rows for name in ("src", "src_progress") if row.get(name) is not None]
    origins = {origin.src: origin for origin in view.origins(numbers)}
    return [Trace(row, origins[row["src"]], origins.get(row.get("src_progress"))) for row in rows]
