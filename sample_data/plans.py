"""The roadmaps of the demo: their activities, deadlines in words, and what became of each."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from sample_data.district import BY_NUMBER, REPORTING
from shnor.periods import MONTHS, ROMAN, last_day

TEXTS = Path(__file__).with_name("texts")
NO_NEWS = 11
"""The school that reports «изменений нет» in November 2026: its last work was done in October."""
TOWN = 0
"""In place of a school's number: the roadmap of the whole district."""
AMENDED = {"3.7": "d20.12"}
"""Deadlines the order of 28.08.2026 № 96 changed in the district's roadmap."""

_IN_MONTHS = ("январе", "феврале", "марте", "апреле", "мае", "июне",
              "июле", "августе", "сентябре", "октябре", "ноябре", "декабре")
_OF_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня",
              "июля", "августа", "сентября", "октября", "ноября", "декабря")
_PER_DIRECTION = 6


@dataclass(frozen=True)
class Activity:
    """One line of a roadmap. outcome: done, late, no_document, early (done before its deadline came), not_done,
    silent (nobody reported), found (done, reported only in December), dropped, ahead. done: the day, if any.
    target_group, parent: for whom, and which activity of the district it stands under, where the plan says so."""

    number: str
    direction: str
    text: str
    deadline: str
    start: date
    end: date
    planned: str
    responsible: str
    document: str
    outcome: str
    done: date | None
    target_group: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Plan:
    """whose: in the genitive, as the title of the document has it."""

    school: int
    year: int
    activities: tuple[Activity, ...]
    whose: str

    @property
    def title(self) -> str:
        return f"Дорожная карта {self.whose} на {self.year} год"


def plans(year: int) -> list[Plan]:
    """The district's roadmap first, then the schools' by number."""
    return [Plan(TOWN, year, tuple(told(f"municipal_{year}", year, 0)), "Приозёрного муниципального округа"),
            *(Plan(number, year, tuple(_of_school(number, year)), BY_NUMBER[number].name)
              for number in REPORTING[year])]


def amended(plan: Plan) -> Plan:
    """The district's roadmap after the order of August."""
    return replace(plan, activities=tuple(
        replace(activity, **_spoken(AMENDED[activity.number], plan.year, 0)) if activity.number in AMENDED else activity
        for activity in plan.activities))


def span(code: str, year: int) -> tuple[date, date]:
    """First and last day of a deadline's code: d25.05, m11, r09-10, q1, h1, y."""
    kind, rest = code[0], code[1:]
    match kind:
        case "d":
            day, month, *other = map(int, rest.split("."))
            return (date(*other, month, day) if other else date(year, month, day),) * 2
        case "m":
            first = last = int(rest)
        case "r":
            first, last = map(int, rest.split("-"))
        case "q":
            first, last = 3 * int(rest) - 2, 3 * int(rest)
        case "h":
            first, last = 6 * int(rest) - 5, 6 * int(rest)
        case "y":
            first, last = 1, 12
    return date(year, first, 1), last_day(year, last)


def words(code: str, year: int, style: int) -> str:
    """The deadline as an office would write it; style picks one of the ways."""
    start, end = span(code, year)
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    ways = {
        "d": (f"до {end:%d.%m.%Y}", f"до {end.day} {_OF_MONTHS[end.month - 1]} {end.year} года",
              f"не позднее {end:%d.%m.%Y}"),
        "m": (f"{first} {year}", f"{first.capitalize()} {year} г.", f"в {_IN_MONTHS[start.month - 1]} {year} года",
              first),
        "r": (f"{first}–{last} {year}", f"{first}–{last}", f"{first.capitalize()} - {last} {year}",
              f"с {_OF_MONTHS[start.month - 1]} по {last} {year} года"),
        "q": (f"{ROMAN[(end.month - 1) // 3]} квартал {year}", f"{end.month // 3} кв. {year}"),
        "h": (f"{ROMAN[end.month // 6 - 1]} полугодие {year} года",),
        "y": ("в течение года", f"в течение {year} года"),
    }[code[0]]
    return ways[style % len(ways)]


def _spoken(code: str, year: int, style: int) -> dict[str, object]:
    start, end = span(code, year)
    return {"deadline": words(code, year, style), "start": start, "end": end}


def lines(name: str) -> list[dict[str, str]]:
    """A table of `texts/` by its header; an empty cell is ""."""
    with (TEXTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(name: str, year: int, style: int) -> Iterator[Activity]:
    """A roadmap whose every outcome is written down; a line without a number opens a direction."""
    direction = ""
    for place, row in enumerate(lines(name)):
        if not row["number"]:
            direction = row["activity"]
            continue
        day = [int(part) for part in row["done"].split(".")] if row["done"] else []
        done = date(day[2] if len(day) > 2 else year, day[1], day[0]) if day else None
        yield Activity(row["number"], direction, row["activity"], **_spoken(row["when"], year, style + place),
                       planned=row["planned"], responsible=row["responsible"], document=row["document"],
                       outcome=row["outcome"], done=done,
                       target_group=row.get("target_group", ""), parent=row.get("parent", ""))


def _of_school(number: int, year: int) -> Iterator[Activity]:
    if (TEXTS / f"school_{number:02}_{year}.tsv").exists():
        return told(f"school_{number:02}_{year}", year, number)
    return _composed(number, year)


def _composed(number: int, year: int) -> Iterator[Activity]:
    """Six activities of each direction out of nine; the words of deadlines and the fate go by the school's number."""
    directions: dict[str, list[dict[str, str]]] = {}
    for row in lines("school_pool"):
        directions.setdefault(row["direction"], []).append(row)
    serial = number + year
    for place, (direction, rows) in enumerate(directions.items(), start=1):
        skipped = {(serial + place + shift) % len(rows) for shift in (0, 3, 5)}
        kept = [row for index, row in enumerate(rows) if index not in skipped][:_PER_DIRECTION]
        for index, row in enumerate(kept, start=1):
            serial += 1
            whens = row["whens"].split("|")
            code = whens[serial % len(whens)]
            spoken = _spoken(code, year, serial // 2)
            outcome, done = _fate(serial, spoken["start"], spoken["end"])
            if number == NO_NEWS and done and done >= date(2026, 11, 1):
                done = date(2026, 10, 20)
            yield Activity(f"{place}.{index}", direction, row["activity"], **spoken, planned=row["planned"],
                           responsible=row["responsible"], document=row["document"], outcome=outcome, done=done)


def _fate(serial: int, start: date, end: date) -> tuple[str, date | None]:
    """Most things are done in time; one in eleven a month late, one in thirteen waits for its document, one in
    twenty-nine is not done."""
    if end > date(2026, 11, 22):
        return "ahead", None
    if serial % 29 == 0:
        return "not_done", None
    if serial % 11 == 0 and end < date(2026, 10, 10):
        return "late", working_day(end + timedelta(days=12))
    day = end.replace(day=8 + serial % 13)
    if start == end:
        day = min(end - timedelta(days=serial % 6), end.replace(day=20))
    return "no_document" if serial % 13 == 0 else "done", working_day(day)


def working_day(day: date) -> date:
    """The same day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
