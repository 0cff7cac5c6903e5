"""What has changed at a school since the last day of the month before, and since the school year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shnor import periods, wording, wording_change
from shnor.metrics.change import CONFIRMED
from shnor.metrics.standings import DUE_PARTS
from shnor.service.figures import roadmap
from shnor.service.figures.roadmap import Parts
from shnor.service.month import forms
from shnor.service.month.owed import Cell
from shnor.service.pages.school_topics import Line
from shnor.store import View


@dataclass(frozen=True)
class Since:
    """day: the last one of the month before. parts: how the roadmap stood on it; None without a roadmap."""

    day: date
    parts: Parts | None


def build(view: View, school: str, *, period: str, day: date) -> Since:
    before = periods.containing("month", day).start - timedelta(days=1)
    rows = roadmap.marked(view, as_of=before, where={"school_id": school, "period": period})
    return Since(before, roadmap.parts(rows).get(()))


def lines(since: Since, now: Parts | None, months: Sequence[Cell], results: Sequence[Line], day: date) -> list[str]:
    """«с 31.10.2026 по дорожной карте: срок наступил 15 → 19; нет сведений 0 → 1», «отчёт за ноябрь принят
    24.11.2026», «по сравнению с прошлым учебным годом …». months: monthly reports of the year."""
    said = [_roadmap(since, now)] if since.parts and now else []
    said += [f"{forms.title(cell.form, cell.month, day)} принят {wording.day(cell.came)}" for cell in months
             if cell.came and since.day < cell.came <= day and cell.state == "accepted" and not cell.by_list]
    return [*said, *_results(results)]


def _roadmap(since: Since, now: Parts) -> str:
    words = {"due": "срок наступил", **DUE_PARTS}
    pairs = [(word, getattr(since.parts, part), getattr(now, part)) for part, word in words.items()]
    moved = [f"{word} {wording.number(was)} → {wording.number(here)}" for word, was, here in pairs if was != here]
    return f"с {wording.day(since.day)} по дорожной карте: {'; '.join(moved) or 'без изменений'}"


def _results(results: Sequence[Line]) -> list[str]:
    changes = [(line, line.change) for line in results if line.change and line.before and line.after]
    if not changes:
        return []
    told = [f"{line.name} — {wording_change.conclusion(change)}" for line, change in changes
            if change.verdict in CONFIRMED]
    compared = sum(change.is_compared for _, change in changes)
    both = f"работ за оба года{wording.NBSP}{len(changes)}, сравнений{wording.NBSP}{compared}"
    said = f": {'; '.join(told)}" if told else " подтверждённых изменений нет"
    return [f"по сравнению с прошлым учебным годом{said} ({both})"]
