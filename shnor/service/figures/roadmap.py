"""What only roadmaps have: plans with their periods, activities by number, deadlines with their standing, the parts of
what was due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa

from shnor import metrics, periods, wording
from shnor.datasets import PROGRESS
from shnor.metrics.roadmap import MARKING, METRICS
from shnor.metrics.standings import (
    AHEAD,
    AWAITED,
    DROPPED,
    EARLY,
    NO_REPORT,
    NOT_DONE,
    PARTS,
    UNRECOGNISED,
    UNSEEN,
    UNSTATED,
)
from shnor.service.figures import topics
from shnor.service.figures.rows import EVERYTHING, Where, current
from shnor.store import View

ROADMAP = tuple(metric.id for metric in METRICS)
OWN = {"school_id": None}
"""The plans of the municipality itself."""
BESIDE = {"unseen": UNSEEN, "ahead_done": EARLY, "ahead": "впереди", "dropped": DROPPED, "unrecognised": UNRECOGNISED,
          "unstated": UNSTATED}
"""The parts that stand beside «срок наступил», in words."""


class Plan(NamedTuple):
    """A roadmap in the base. school_id "" = the plan of the municipality itself. periods: codes, sorted."""

    title: str
    school_id: str
    periods: tuple[str, ...]


@dataclass(frozen=True)
class Deadline:
    """One deadline of a roadmap: an activity × a period × a milestone, as planned and as it stands on the day.

    deadline, planned, planned_total: as written. due_date: the last day, after a move; deadline_start, deadline_end:
    as planned. standing: one of STANDINGS; is_done, was_proved: 0 or 1. fact_…: of the newest report that decides;
    reported_on, report_day: month and day of the newest report. src, src_progress: rows of the plan and of the report.
    target_group, parent, stage: for whom, under which activity of the municipality, at which point of monitoring, as
    the plan says it."""

    src: int
    plan: str
    school_id: str | None
    number: str
    period: str
    milestone: int
    direction: str | None
    activity: str | None
    responsible: str | None
    deadline: str | None
    deadline_kind: str | None
    planned: str | None
    planned_total: str | None
    deadline_start: date | None
    deadline_end: date | None
    due_date: date | None
    standing: str
    is_done: int
    was_proved: int
    fact_status: str | None
    fact_date: date | None
    fact_document: str | None
    fact_note: str | None
    reported_on: date | None
    report_day: date | None
    src_progress: int | None
    target_group: str | None = None
    parent: str | None = None
    stage: str | None = None

    @property
    def written(self) -> str:
        """The deadline as the document says it; of several in one text it says which one it is. "" without a text."""
        several = self.deadline_kind == "recurrence" or (self.milestone or 1) > 1
        day = f"до {wording.day(self.deadline_end)}" if several and self.deadline_end and self.deadline else ""
        return ", ".join(filter(None, (self.deadline, day)))

    @property
    def ahead(self) -> bool:
        return self.standing == AHEAD

    @property
    def awaits_document(self) -> bool:
        """Done, whenever that was, and no report names what proves it."""
        return self.standing == AWAITED or (self.standing == EARLY and not self.was_proved)

    @property
    def last_word(self) -> str:
        """«последнее слово: выполняется, 24.11.2026»: what was told before the deadline, of which nobody has told since
        what came of it; "" where nothing was."""
        if self.standing != NO_REPORT or not self.fact_status or not self.report_day:
            return ""
        return f"последнее слово: {PROGRESS['status'].choices[self.fact_status]}, {wording.day(self.report_day)}"

    @property
    def reason(self) -> str:
        """«причина: «Не хватило часов.»» of what is not done, in the words of who told; that it was not told is no
        fault; "" of everything else."""
        if self.standing != NOT_DONE:
            return ""
        return f"причина: {wording.quoted(self.fact_note)}" if self.fact_note else "причина не указана"

    @property
    def standing_in_words(self) -> str:
        """With the last word where nothing newer is known."""
        return "; ".join(filter(None, (self.standing, self.last_word)))


@dataclass(frozen=True)
class Parts:
    """Counts of deadlines. due = confirmed + awaited + not_done + no_report; undated: done without a date, of them;
    planned = due + ahead_done + ahead + unrecognised; unseen: those of which is not told yet how they stand, in none of
    the others; activities: different ones; rows: of the plan, whatever has come of them."""

    due: int
    confirmed: int
    awaited: int
    not_done: int
    no_report: int
    undated: int
    ahead_done: int
    ahead: int
    dropped: int
    unrecognised: int
    unplanned: int
    unstated: int
    done: int
    planned: int
    activities: int
    rows: int
    unseen: int = 0

    @property
    def without_due(self) -> str:
        """Why there are no parts to show."""
        return UNSEEN if self.unseen else "срок ещё не наступил"


def marked(view: View, *, as_of: date, where: Where = EVERYTHING) -> pa.Table:
    """The deadlines that pass, in the order they were loaded, with flags and standings."""
    return topics.marked(view, MARKING, as_of=as_of, where=where)


def deadlines(rows: pa.Table) -> list[Deadline]:
    return [Deadline(**row) for row in rows.select([field.name for field in fields(Deadline)]).to_pylist()]


def deadline(cells: Mapping[str, Any]) -> Deadline:
    """A row of them as it stands behind a figure."""
    return Deadline(**{field.name: cells[field.name] for field in fields(Deadline)})


def parts(rows: pa.Table, *by: str) -> dict[tuple[str, ...], Parts]:
    """Values of the columns (an empty cell is "") → counts, in the order of the plan."""
    counted = metrics.count(rows, by, [f"is_{part}" for part in PARTS], ["activity_key"])
    groups = {_key(row, by): Parts(**{name.removeprefix("is_"): row[name] for name in row if name.startswith("is_")},
                                   activities=row["activity_key"], rows=row["rows"]) for row in counted.to_pylist()}
    places = dict.fromkeys(_key(row, by) for row in rows.select([*by]).to_pylist()) if by else groups
    return {key: groups[key] for key in places} if rows.num_rows else {}


def beside(counts: Parts) -> dict[str, int]:
    """The parts of BESIDE that are not empty."""
    return {part: getattr(counts, part) for part in BESIDE if getattr(counts, part)}


def _key(row: dict, by: Sequence[str]) -> tuple[str, ...]:
    return tuple(row[name] or "" for name in by)


def plans(view: View) -> list[Plan]:
    """Municipality first, then by school; inside that, newest period first."""
    columns = ["plan", "school_id", "period"]
    rows = current(view, "roadmap").select(columns).group_by(columns, use_threads=False).aggregate([]).to_pylist()
    codes: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        codes.setdefault((row["plan"], row["school_id"] or ""), set()).add(row["period"])
    listed = [Plan(title, school, tuple(sorted(of_plan))) for (title, school), of_plan in codes.items()]
    listed.sort(key=lambda plan: plan.title)
    listed.sort(key=lambda plan: plan.periods[-1], reverse=True)
    return sorted(listed, key=lambda plan: plan.school_id)


def current_period(plans: Sequence[Plan], day: date) -> str:
    """The newest period of a plan that has begun by the day, before the first of them that one; "" without plans."""
    codes = sorted({code for plan in plans for code in plan.periods}, key=lambda code: periods.parse(code).start)
    begun = [code for code in codes if periods.parse(code).start <= day]
    return (begun or codes[:1] or [""])[-1]


def activities(view: View) -> dict[str, dict[str, str]]:
    """Plan → number → name of the activity; plans as in `plans`."""
    named: dict[str, dict[str, str]] = {plan.title: {} for plan in plans(view)}
    for row in current(view, "roadmap").select(["plan", "number", "activity"]).to_pylist():
        named[row["plan"]][row["number"]] = row["activity"] or ""
    return named


def number_key(number: str) -> tuple[int, ...]:
    """«2.10» after «2.9»: the order of a plan."""
    return tuple(int(part) for part in number.split(".") if part.isdigit())
