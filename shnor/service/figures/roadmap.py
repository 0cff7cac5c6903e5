"""Rows of a view → figures with the name of the set they are counted over, and back to the cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from shnor import metrics, wording
from shnor.metrics.figure import Figure
from shnor.store import View

ROADMAP = tuple(metric.id for metric in metrics.roadmap.METRICS)


class Plan(NamedTuple):
    """A roadmap in the base. school_id "" = the plan of the municipality itself. periods: codes, sorted."""

    title: str
    school_id: str
    periods: tuple[str, ...]


MUNICIPALITY = "-"
TRACED = {"due": "Срок наступил", "confirmed": "Подтверждено", "awaited": "Выполнено, документ ожидается",
          "not_done": "Не выполнено", "no_report": "Нет сведений", "ahead": "Срок не наступил", "dropped": "Снято",
          "unrecognised": "Срок не распознан", "unplanned": "Не запланировано на этот период",
          "unstated": "План на период не указан"}
"""Counts that lead to their rows, beside the numerators of the metrics."""


@dataclass(frozen=True)
class Filters:
    """Which rows of the roadmap take part; "" = all. school MUNICIPALITY = the plans of the municipality itself."""

    plan: str = ""
    school: str = ""
    period: str = ""
    direction: str = ""
    responsible: str = ""

    def conditions(self) -> dict[str, str | None]:
        names = {"plan": self.plan, "school_id": self.school, "period": self.period, "direction": self.direction,
                 "responsible": self.responsible}
        return {name: None if value == MUNICIPALITY else value for name, value in names.items() if value}


EVERY = Filters()


def plans(view: View) -> list[Plan]:
    """Municipality first, then by school; inside that, newest period first."""
    table = view.rows("roadmap").select("plan", "school_id", "period").distinct().to_arrow_table()
    found: dict[tuple[str, str], set[str]] = {}
    for row in table.to_pylist():
        found.setdefault((row["plan"], row["school_id"] or ""), set()).add(row["period"])
    listed = [Plan(title, school, tuple(sorted(periods))) for (title, school), periods in found.items()]
    listed.sort(key=lambda plan: plan.title)
    listed.sort(key=lambda plan: plan.periods[-1], reverse=True)
    return sorted(listed, key=lambda plan: plan.school_id)


def activities(view: View) -> dict[str, dict[str, str]]:
    """Plan → number → name of the activity; plans as in `plans`."""
    named: dict[str, dict[str, str]] = {plan.title: {} for plan in plans(view)}
    for plan, number, name in view.rows("roadmap").select("plan", "number", "activity").distinct().fetchall():
        named[plan][number] = name or ""
    return named


def frames(view: View, filters: Filters) -> dict[str, object]:
    """The relations metrics read. Reports are taken by plan; metrics join them to the rows that take part."""
    reports = {"plan": filters.plan} if filters.plan else {}
    return {"roadmap": view.rows("roadmap", **filters.conditions()), "progress": view.rows("progress", **reports)}


def compute(view: View, ids: Sequence[str] = ROADMAP, *, by: Sequence[str] = (), as_of: date,
            filters: Filters = EVERY) -> list[Figure]:
    """Figures of each metric and group, in the order of ids, then of groups. Shares unrounded."""
    tables = metrics.compute_all(ids, frames(view, filters), by=by, as_of=as_of)
    name = set_name(view, filters)
    return [figure(metric, row, by, name, as_of) for metric in ids for row in tables[metric].to_pylist()]


def by_plan(view: View, *, as_of: date) -> list[Figure]:
    """Every metric for every plan: what people compare before and after an acceptance."""
    return compute(view, by=("plan",), as_of=as_of)


def number_key(number: str) -> tuple[int, ...]:
    """«2.10» after «2.9»: the order of a plan."""
    return tuple(int(part) for part in number.split(".") if part.isdigit())


def set_name(view: View, filters: Filters) -> str:
    """What the figures are counted over, never more than the rows behind say."""
    if filters.plan:
        return wording.quoted(filters.plan)
    if filters.school and filters.school != MUNICIPALITY:
        names = view.rows("schools", school_id=filters.school).select("name").fetchall()
        return names[0][0] if names else filters.school
    listed = [plan for plan in plans(view) if filters.school != MUNICIPALITY or not plan.school_id]
    return f"все дорожные карты ({len(listed)})" if len(listed) != 1 else wording.quoted(listed[0].title)


def figure(metric: str, row: dict, by: Sequence[str], name: str, as_of: date) -> Figure:
    """A row of a counted table as a figure over the named set."""
    return Figure(metric=metric, group={key: row[key] or "" for key in by}, set=name, as_of=as_of,
                  numerator=row["numerator"], denominator=row["denominator"], value=row["value"], low=row["low"],
                  high=row["high"], status=row["status"], rows=row["rows"], unit=metrics.METRICS[metric].unit,
                  more={words: row[flag] for flag, words in metrics.METRICS[metric].more.items() if row[flag]})


def title(figure: Figure) -> str:
    return metrics.METRICS[figure.metric].title


def text(figure: Figure) -> str:
    """As a tile or a line of the console shows it: «15 из 19 (79 %)», «нет сведений»."""
    return wording.figure_text(figure)


def as_plain(figure: Figure) -> dict:
    """As `figures --json` prints it: shares 0…1, unrounded."""
    return {"metric": figure.metric, "group": dict(figure.group), "set": figure.set, "numerator": figure.numerator,
            "denominator": figure.denominator, "value": figure.value, "low": figure.low, "high": figure.high,
            "unit": figure.unit, "status": figure.status, "rows": figure.rows}
