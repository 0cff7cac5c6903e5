"""The roadmap of a new year out of last year's: years moved by one, done activities left out if wanted, what is still
open of recommendations as a section of its own.

The draft is a workbook made by us, accepted like any other file. Numbers may repeat: the period is part of the key, so
1.1 of 2027 never meets 1.1 of 2026.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.datasets import KINDS
from shnor.metrics.standings import AWAITED, CONFIRMED, DROPPED, EARLY
from shnor.service.figures import roadmap, sets
from shnor.service.figures.roadmap import Plan, number_key
from shnor.service.figures.rows import chosen, current
from shnor.service.intake.drop import Incoming
from shnor.service.pages import recommendations
from shnor.service.pages.recommendations import Advice
from shnor.store import View
from shnor.workbooks.filled import filled

SECTION, ALL_YEAR, DIRECTOR = "Из рекомендаций", "в течение года", "director"
DONE = (CONFIRMED, AWAITED, EARLY)
TEXTS = ("direction", "activity", "result", "planned_total", "planned", "deadline", "responsible", "document",
         "target_group")
COLUMNS = ("number", *TEXTS)
_YEAR = re.compile(r"(?<![\d.№/-])(20\d\d)(?:(\s*[-–—/]\s*)(20\d\d|\d\d)(?!\d))?(?![\d])")
_GROUND = re.compile(r"(?:приказ|распоряжени|постановлени|протокол|письм|решени)\w*[^,;()]*?(?:от\s*)?"
                     r"\d{1,2}\.\d{1,2}\.20\d\d(?:\s*г\.?)?(?:\s*№\s*[\w/-]+)?|от\s+\d{1,2}\.\d{1,2}\.20\d\d", re.I)
_NUMBERED = re.compile(r"№\s*[\w/-]+")
_DAY = re.compile(r"(?<!\d)(\d{1,2}\.\d{1,2}\.)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class Activity:
    """A line of the draft. values: texts by column, moved already. moved: columns in which a year was changed.
    standing: what came of it last year; grounds: a document with a date stands in it and was left as it is. advised:
    the recommendation it is made of, «справка за 2025 год, № 4»."""

    number: str
    values: dict[str, str]
    standing: str
    moved: tuple[str, ...]
    grounds: bool
    advised: str = ""

    @property
    def done(self) -> bool:
        return self.standing in DONE

    @property
    def dropped(self) -> bool:
        return self.standing == DROPPED


@dataclass(frozen=True)
class Draft:
    """The proposal. school "" = the plan of the municipality; period: code of the new year."""

    source: Plan
    title: str
    school: str
    period: str
    activities: tuple[Activity, ...]


def sources(view: View) -> list[Plan]:
    """Plans a new one can be made from, the newest first; those whose next year is there already are left out."""
    plans = roadmap.plans(view)
    titles = {plan.title for plan in plans}
    return sorted((plan for plan in plans if moved(plan.title) not in titles),
                  key=lambda plan: plan.periods[-1], reverse=True)


def build(view: View, plan: Plan, *, day: date) -> Draft:
    """Activities of the plan's last year, each with its years moved by one."""
    old = plan.periods[-1]
    where = {"plan": plan.title, "period": old}
    rows = chosen(current(view, "roadmap"), where).to_pylist()
    standings: dict[str, list[str]] = {}
    for deadline in roadmap.deadlines(roadmap.marked(view, as_of=day, where=where)):
        standings.setdefault(deadline.number, []).append(deadline.standing)
    names = sets.register(view, day).names
    numbers = sorted({row["number"] for row in rows}, key=number_key)
    activities = [_activity([row for row in rows if row["number"] == number], standings.get(number, []))
                  for number in numbers]
    return Draft(plan, _title(plan.title, old), names.get(plan.school_id, ""), moved(old), (
        *activities, *advised(activities, recommendations.every(view, day=day), plan.school_id, moved(old))))


def advised(activities: Sequence[Activity], given: Sequence[Advice], school: str, period: str) -> list[Activity]:
    """Lines of a section of their own for what is still to be done: of a school its own advice and what all directors
    are advised, of the municipality everybody else's. What stands in the plan already is not added."""
    there = {_plain(one.values["activity"]) for one in activities}
    own = [one for one in given if one.is_left and (one.school_id == school if one.school_id else (
        one.addressee_id == DIRECTOR) == bool(school))]
    fresh: dict[str, Advice] = {}  # what went over stands in two papers: the newer one is named
    for one in own:
        if _plain(one.text) not in there:
            fresh.setdefault(_plain(one.text), one)
    section = 1 + max((int(key[0]) for one in activities if (key := one.number.split("."))[0].isdigit()), default=0)
    return [_of_advice(one, f"{section}.{place}", period) for place, one in enumerate(fresh.values(), 1)]


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")


def _of_advice(one: Advice, number: str, period: str) -> Activity:
    """Its day stays where it lies in the new year."""
    said = f"{one.source}, № {one.number}"
    due = f"до {one.due:%d.%m.%Y}" if one.due and periods.parse(period).start <= one.due <= periods.parse(period).end \
        else ALL_YEAR
    values = {**dict.fromkeys(COLUMNS, ""), "number": number, "direction": SECTION, "deadline": due,
              "activity": f"{one.text.rstrip('.')} ({said})", "responsible": one.addressee}
    return Activity(number, values, "", (), False, said)


def _title(title: str, period: str) -> str:
    """A new name: with the year moved, or with the year added where it names none."""
    return changed if (changed := moved(title)) != title else f"{title} на {moved(period)} год"


def _activity(rows: Sequence[dict], standings: Sequence[str]) -> Activity:
    """Milestones of one activity are one line again: their texts joined where they differ."""
    old = {name: "; ".join(dict.fromkeys(row[name] for row in rows if row[name])) for name in TEXTS}
    new = {name: moved(text) for name, text in old.items()}
    different = dict.fromkeys(standings)
    standing = next(iter(different)) if len(different) == 1 else "" if not different else "выполняется"
    if different and set(different) <= set(DONE):
        standing = DONE[0]
    return Activity(rows[0]["number"], {"number": rows[0]["number"], **new}, standing,
                    tuple(name for name in TEXTS if old[name] != new[name]),
                    any(_GROUND.search(text) for text in old.values()))


def moved(text: str) -> str:
    """Every year of the text by one on; the date of a document stays what it is."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x00{len(kept) - 1}\x00"

    def later(found: re.Match[str]) -> str:
        first = str(int(found[1]) + 1)
        if not found[3]:
            return first
        width = len(found[3])
        return f"{first}{found[2]}{str(int(found[3]) + 1).zfill(width)[-width:]}"

    hidden = _NUMBERED.sub(keep, _GROUND.sub(keep, text))
    hidden = _DAY.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", hidden)
    hidden = re.sub(r"(?<!\d)(\d{1,2}\.\d{1,2}\.20\d\d)(?!\d)", keep, hidden)
    shifted = _YEAR.sub(later, hidden)
    return re.sub("\x00(\\d+)\x00", lambda found: kept[int(found[1])], shifted)


def file(draft: Draft, kept: Sequence[Activity]) -> Incoming:
    """The workbook of the new roadmap with the activities that were kept."""
    rows = [{**activity.values, "school_id": draft.school, "period": draft.period} for activity in kept]
    used = {name for row in rows for name, text in row.items() if text} | {"deadline"}
    names = [name for name in ("number", "direction", "activity", "result", "period", *TEXTS[3:], "school_id")
             if name in used]
    name = re.sub(r'[\\/:*?"<>|]', " ", draft.title)[:120]
    return Incoming(f"{name}.xlsx", filled(KINDS["roadmap"], draft.title, names, rows))
