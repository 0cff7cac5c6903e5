"""Methodical help: what was held, by kind and month, against the plan, and for which school; questions of schools."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from shnor.service.pages import support
from shnor.store import View
from tests.recount.days import month_end, span
from tests.recount.raw import Files
from tests.recount.schools import schools

HELPERS = ("центр", "наставник", "тьютор", "куратор")
"""What a school holds itself is no help."""


@dataclass(frozen=True)
class Event:
    """A row of the log. last: it counts from its last day; month: of the first one."""

    kind: str
    month: date
    last: date
    schools: tuple[str, ...]


def held(files: Files) -> list[Event]:
    known = schools(files)
    rows = [row for sheet in files.named("Журнал мероприятий") for row in sheet.rows("Дата")
            if row.get("План или факт") in (None, "проведено") and row["Кто проводил"] in HELPERS]
    events = []
    for row in rows:
        first, last = span(row["Дата"])
        codes = tuple(known.code(name) for name in (row["Школы"] or "").split(",") if name.strip())
        events.append(Event(row["Вид"], first.replace(day=1), last, codes))
    return events


def plan(files: Files, year: int) -> Counter[str]:
    return Counter({row["Вид"]: row["Сколько"] for sheet in files.named("План методической помощи")
                    for row in sheet.rows("Дата") if span(row["Дата"])[0].year == year})


def answered(files: Files, day: date) -> tuple[int, int]:
    """Of the questions of schools: a question counts from its day, else from the last day of its month, or from the day
    its file came, if that was earlier."""
    rows = [(sheet, row) for sheet in files.named("Вопросы школ") for row in sheet.rows("Школа")]
    known = [row for sheet, row in rows if (
        span(row["Дата вопроса"])[1] if row.get("Дата вопроса") else
        min(month_end(row["Месяц"].year, row["Месяц"].month), sheet.arrived)) <= day]
    return sum(row.get("Дата ответа") is not None and row["Дата ответа"].date() <= day for row in known), len(known)


def counted(files: Files, day: date) -> dict[tuple[str, ...], Any]:
    every = [event for event in held(files) if event.last <= day]
    counts: dict[tuple[str, ...], Any] = {("вопросы школ с ответом",): answered(files, day)}
    for year in _years(files):
        events = [event for event in every if event.month.year == year]
        planned, kinds = plan(files, year), Counter(event.kind for event in events)
        counts |= {(str(year), "вид", kind): n for kind, n in kinds.items()}
        counts |= {(str(year), "план", kind): (kinds[kind], n) for kind, n in planned.items()}
        counts |= {(str(year), f"{month:%m}", kind): n
                   for (month, kind), n in Counter((event.month, event.kind) for event in events).items()}
        counts |= {(str(year), code, kind): n for (code, kind), n in Counter(
            (code, event.kind) for event in events for code in event.schools).items()}
    return counts


def _years(files: Files) -> list[int]:
    return sorted({event.month.year for event in held(files)})


def shown(view: View, files: Files, day: date) -> dict[tuple[str, ...], Any]:
    share = support.build(view, day=day).asked
    figures: dict[tuple[str, ...], Any] = {("вопросы школ с ответом",): (share.numerator, share.denominator)}
    for year in _years(files):
        page = support.build(view, day=day, year=year)
        figures |= {(str(year), "вид", kind): figure.numerator for kind, figure in page.held.items()}
        figures |= {(str(year), "план", kind): (figure.numerator, figure.denominator)
                    for kind, figure in page.plan.items()}
        figures |= {(str(year), f"{month:%m}" if month else "", kind): n for (month, kind), n in page.by_month.items()}
        figures |= {(str(year), helped.card.school_id, kind): n for helped in page.schools
                    for kind, n in (helped.counts | helped.others).items()}
    return figures
