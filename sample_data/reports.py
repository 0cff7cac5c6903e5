"""What was reported on each activity, month by month."""

import re
from dataclasses import dataclass, replace
from datetime import date

from sample_data.plans import Activity, Plan
from shnor import periods

SILENT_SCHOOL = 9
SILENT_FROM = date(2026, 10, 1)
LAST = date(2026, 11, 1)
MONTHS = tuple(date(2024 + (11 + n) // 12, (11 + n) % 12 + 1, 1) for n in range(24))
"""December 2024 to November 2026."""
AMENDMENT = "приказ управления образования от 28.08.2026 № 96"

_REASONS = ("Тьютор назначен позже, договорились о новом дне.", "Учитель был на курсах, проведём в следующем месяце.",
            "Не согласовано расписание школы-наставника.", "Не выделены часы, вопрос решается с учредителем.")


@dataclass(frozen=True)
class Entry:
    """One mark in the report of a month. status: as people write it; day: done on, or moved to."""

    month: date
    number: str
    status: str
    day: date | None = None
    value: int | None = None
    document: str = ""
    note: str = ""


def entries(plan: Plan) -> list[Entry]:
    """Every mark on a roadmap, in the order of months; what a silent school did not send is not there."""
    found = [entry for activity in plan.activities for entry in _marks(activity, plan)]
    sent = [entry for entry in found if entry.month in MONTHS and not _unsent(plan, entry.month)]
    return sorted(sent, key=lambda entry: (entry.month, [int(part) for part in entry.number.split(".")]))


def late_entries(plan: Plan) -> list[Entry]:
    """The November report the silent school sent in December."""
    done = [_done(activity, activity.done) for activity in plan.activities if activity.outcome == "found"]
    return [replace(entry, month=LAST) for entry in done]


def _unsent(plan: Plan, month: date) -> bool:
    return plan.school == SILENT_SCHOOL and month >= SILENT_FROM


def _marks(activity: Activity, plan: Plan) -> list[Entry]:
    match activity.outcome:
        case "done" | "early" | "found":
            return [*_running(activity), _done(activity, activity.done)]
        case "no_document":
            return [*_running(activity), *_document_later(activity)]
        case "late":
            done = _done(activity, activity.done)
            behind = _behind(activity)
            return [behind, done] if behind.month < done.month else [done]
        case "not_done":
            behind = _behind(activity)
            again = LAST if plan.year == LAST.year else _next(behind.month)
            return [behind, replace(behind, month=again)] if again > behind.month else [behind]
        case "dropped":
            return [Entry(_month(activity.done), activity.number, "снято", None, None, AMENDMENT)]
        case "ahead":
            return [_under_way(activity, month) for month in (SILENT_FROM, LAST)
                    if activity.start <= periods.containing("month", month).end]
    return []


def _running(activity: Activity) -> list[Entry]:
    """A month before: «выполняется», if it had begun by then."""
    before = periods.containing("month", activity.done).previous()
    if activity.start > before.start:
        return []
    return [_under_way(activity, before.start)]


def _under_way(activity: Activity, month: date) -> Entry:
    return Entry(month, activity.number, "выполняется", None, 1 if _number(activity) > 1 else None)


def _done(activity: Activity, day: date) -> Entry:
    value = max(1, _number(activity) - len(_running(activity))) if _number(activity) else None
    return Entry(_month(day), activity.number, "выполнено", day, value, _proof(activity))


def _document_later(activity: Activity) -> list[Entry]:
    """The document of work done before autumn 2026 came a month later; the newest are still awaited."""
    note = f"Проведено {activity.done:%d.%m}, документ подпишем позже."
    done = replace(_done(activity, activity.done), document="", note=note)
    if activity.done >= date(2026, 9, 1):
        return [done]
    return [done, Entry(_next(done.month), activity.number, "без изменений", None, None, _proof(activity))]


def _behind(activity: Activity) -> Entry:
    reason = _REASONS[sum(map(ord, activity.number)) % len(_REASONS)]
    return Entry(_month(activity.end), activity.number, "не выполнено", note=reason)


def _proof(activity: Activity) -> str:
    if activity.document == "ссылка":
        return "сайт школы, раздел «Документы»"
    return f"{activity.document} от {activity.done:%d.%m.%Y} № {activity.number.replace('.', '')}"


def _number(activity: Activity) -> int:
    found = re.search(r"\d+", activity.planned)
    return int(found[0]) if found else 0


def _month(day: date) -> date:
    return day.replace(day=1)


def _next(month: date) -> date:
    return periods.containing("month", month).next().start
