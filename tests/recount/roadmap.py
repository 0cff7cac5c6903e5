"""Roadmaps: what became of every deadline, by school, by direction and of the municipality."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from shnor.service.pages import overview, roadmap, school
from shnor.store import View
from tests.recount.days import span
from tests.recount.raw import Files, Row, Sheet
from tests.recount.schools import schools

OWN = ""
DUE, CONFIRMED, AWAITED, NOT_DONE, NO_REPORT = (
    "срок наступил", "подтверждено", "документ ожидается", "не выполнено", "нет сведений")
AHEAD, EARLY, DROPPED = "впереди", "выполнено раньше срока", "снято"
PARTS = {DUE: "due", CONFIRMED: "confirmed", AWAITED: "awaited", NOT_DONE: "not_done", NO_REPORT: "no_report",
         EARLY: "ahead_done", AHEAD: "ahead", DROPPED: "dropped"}


@dataclass(frozen=True)
class Mark:
    """A row of a report. known: the day it counts from; made: the day the report was made."""

    month: date
    known: date
    made: date
    state: str
    done_on: date | None
    document: bool


@dataclass
class Activity:
    """A row of a plan as its newest file has it. period: the year of its deadline; the plan of 2025 has one in December
    of 2024. papers: days of the papers of a register that name its number."""

    school: str
    period: str
    number: str
    direction: str
    deadline: date
    marks: list[Mark] = field(default_factory=list)
    papers: list[date] = field(default_factory=list)

    def part(self, day: date) -> tuple[str, bool]:
        """What is true on the day, and whether it was done in time."""
        state, done_on, document, made = "", None, False, None
        for mark in sorted((mark for mark in self.marks if mark.known <= day), key=lambda mark: mark.month):
            made = mark.made
            if mark.state in ("", "без изменений"):
                document |= mark.document
            else:
                state, done_on, document = mark.state, mark.done_on, mark.document
        document |= any(paper <= day for paper in self.papers)
        done, due = state == "выполнено", self.deadline <= day
        in_time = done and done_on is not None and done_on <= self.deadline
        if state == "снято":
            return DROPPED, False
        if done:
            return (EARLY if not due else CONFIRMED if document else AWAITED), in_time
        if not due:
            return AHEAD, False
        undone = state == "не выполнено" or (made is not None and made > self.deadline)
        return (NOT_DONE if undone else NO_REPORT), False


def activities(files: Files) -> list[Activity]:
    by_number: dict[tuple[str, str], Activity] = {}
    known = schools(files)
    for sheet in files.named("Дорожная карта"):
        plan, direction = sheet.head, ""
        year = span(plan[-9:])[0].year
        for row in sheet.rows("№ п/п"):
            if row["Мероприятие"] is None:
                direction = row["№ п/п"]
                continue
            number, deadline = str(row["№ п/п"]), span(row["Срок исполнения"], year)[1]
            by_number[plan, number] = Activity(known.named_in(plan), str(deadline.year), number, direction, deadline)
    for plan, number, mark in _marks(files):
        by_number[plan, number].marks.append(mark)
    for owner, named, signed_on in _papers(files):
        for one in by_number.values():
            if (one.school, one.number, one.period) == (owner, named, str(signed_on.year)):
                one.papers.append(signed_on)
    return list(by_number.values())


def _marks(files: Files) -> Iterator[tuple[str, str, Mark]]:
    for sheet in files.named("Свод отчётов", "Отчёт центра"):
        for row in sheet.rows("Дорожная карта"):
            yield row["Дорожная карта"], str(row["№ мероприятия"]), _mark(
                sheet, row["Отчётный месяц"], row["Отметка о выполнении"], row["Дата выполнения"],
                row["Подтверждающий документ"])
    for sheet in files.named("Отчёт_"):
        unchanged = sheet.beside("Изменений за месяц нет") == "да"
        for row in sheet.rows("№") if sheet.title == "Месяц" else ():
            if unchanged or _filled(row):
                yield sheet.beside("Дорожная карта 1"), str(row["№"]), _mark(
                    sheet, sheet.beside("Месяц"), row["Состояние"] or "", row["Дата"],
                    row["Документ (вид, №, дата или ссылка)"])


def _papers(files: Files) -> Iterator[tuple[str, str, date]]:
    """School or nobody, number of the activity, day: of the newest registers, of papers that name an activity."""
    known = schools(files)
    for start in ("Реестр приказов", "Документы школ"):
        newest = max(files.named(start), key=lambda sheet: sheet.arrived, default=None)
        for row in newest.rows("№ п/п") if newest else ():
            said = row["К какому мероприятию"] or ""
            for number in re.findall(r"\d+\.\d+", said) if said.startswith("дорожная карта") else ():
                yield known.named_in(row["Школа"]) if "Школа" in row else OWN, number, row["Дата документа"].date()


def _filled(row: Row) -> bool:
    return any(value is not None for value in list(row.values())[5:10])


def _mark(sheet: Sheet, month: str, state: str, done_on: Any, document: str | None) -> Mark:
    """A report is made on the last day of its month, or on the day its file came, if that was earlier; «выполнено» with
    a day of its own counts from that day."""
    first, last = span(month)
    made, done = min(last, sheet.arrived), done_on.date() if done_on else None
    known = done if state == "выполнено" and done else made
    return Mark(first, known, made, state, done, bool(document))


def counted(files: Files, day: date) -> dict[tuple[str, ...], Any]:
    every = activities(files)
    counts: dict[tuple[str, ...], Any] = {}
    for period in _periods(every):
        rows = [row for row in every if row.period == period]
        for code in sorted({row.school for row in rows}):
            own = [row for row in rows if row.school == code]
            counts |= {(period, code, *key): value for key, value in _of_plan(own, day).items()}
        for direction in {row.direction for row in rows if row.school == OWN}:
            own = [row for row in rows if row.school == OWN and row.direction == direction]
            counts |= {(period, direction, name): value for name, value in _parts(own, day).items()}
    return counts


def _parts(rows: list[Activity], day: date) -> dict[str, int]:
    stands = [row.part(day)[0] for row in rows]
    due = sum(row.deadline <= day and part != DROPPED for row, part in zip(rows, stands, strict=True))
    return {DUE: due, **{name: stands.count(name) for name in PARTS if name != DUE}}


def _of_plan(rows: list[Activity], day: date) -> dict[tuple[str, ...], Any]:
    parts = _parts(rows, day)
    done = parts[CONFIRMED] + parts[AWAITED]
    planned = len(rows) - parts[DROPPED]
    in_time = sum(row.part(day) in ((CONFIRMED, True), (AWAITED, True)) for row in rows)
    return {**{("обзор", name): value for name, value in parts.items()},
            ("карта", "выполнено с наступившим сроком"): (done, parts[DUE]),
            ("карта", "выполнено за год"): (done + parts[EARLY], planned),
            ("карта", "нет сведений"): (parts[NO_REPORT], parts[DUE]),
            ("карта", "документы есть"): (parts[CONFIRMED], done),
            ("карта", "в срок"): in_time,
            **{("школа", name): sorted((row.number for row in rows if row.part(day)[0] == name), key=_order)
               for name in (AWAITED, NOT_DONE, NO_REPORT) if rows[0].school != OWN}}


def _order(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]


def _periods(every: list[Activity]) -> list[str]:
    return sorted({row.period for row in every})


def shown(view: View, files: Files, day: date) -> dict[tuple[str, ...], Any]:
    figures: dict[tuple[str, ...], Any] = {}
    for period in _periods(activities(files)):
        page = overview.build(view, day=day, period=period)
        for code, parts in (("", page.own), *((line.card.school_id, line.counts) for line in page.lines)):
            if parts:
                figures |= {(period, code, "обзор", name): getattr(parts, column) for name, column in PARTS.items()}
        figures |= {(period, direction, name): getattr(parts, column)
                    for direction, parts in page.directions.items() for name, column in PARTS.items()}
        for plan in page.plans:
            figures |= _of_page(view, day, plan.title, plan.school_id or OWN, period)
    return figures


FIGURES = {"roadmap_done_due": "выполнено с наступившим сроком", "roadmap_done_year": "выполнено за год",
           "roadmap_no_report": "нет сведений", "roadmap_with_document": "документы есть"}


def _of_page(view: View, day: date, plan: str, code: str, period: str) -> dict[tuple[str, ...], Any]:
    page = roadmap.build(view, roadmap.Chosen(plan, period), day=day)
    by_metric = {figure.metric: figure for figure in page.figures}
    figures: dict[tuple[str, ...], Any] = {
        (period, code, "карта", name): (by_metric[metric].numerator, by_metric[metric].denominator)
        for metric, name in FIGURES.items()}
    figures[period, code, "карта", "в срок"] = by_metric["roadmap_on_time"].numerator
    if code:
        own = school.build(view, code, day=day, period=period)
        figures |= {(period, code, "школа", name): sorted((row.number for row in rows), key=_order) for name, rows in (
            (AWAITED, own.awaited), (NOT_DONE, own.not_done), (NO_REPORT, own.no_report))}
    return figures
