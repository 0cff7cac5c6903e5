"""What the base and the other files of a drop know, in the form the loaders look names up in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pyarrow as pa

from shnor.datasets import Batch
from shnor.loaders.types import Known, Question, School, Wave
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.figures.rows import current, only, values
from shnor.store import View

READ = frozenset({"schools", "roadmap", "surveys", "courses", "requests", "results"})
"""The kinds it is made of: a report that is accepted changes nothing of it."""
KEPT = Kept(64 * MEGABYTE)
ENTRY = 400
"""A school, a number of a roadmap, a subject of courses takes about so many bytes."""
PLANNED = ("plan", "school_id", "period", "number", "milestone", "deadline_end")
"""What is known of a roadmap: whose it is and its deadlines."""


def nothing(today: date) -> Known:
    """What is known without a base."""
    return Known(today=today)


def from_view(view: View, today: date) -> Known:
    """Register and plans as they stand in the base at the view's state; the same thing for all who check a file."""
    return KEPT.get((view.key_of(READ), today), lambda: _read(view, today), _size)


def _size(known: Known) -> int:
    numbers = sum(len(told) for _, periods in known.plans.values() for told in periods.values())
    return ENTRY * (1 + numbers + sum(map(len, (
        known.schools, known.deadlines, known.surveys, known.waves, known.finished, known.asked))))


def _read(view: View, today: date) -> Known:
    planned = current(view, "roadmap").select([*PLANNED])
    return Known(
        today=today,
        schools=schools(view),
        plans=_plans(planned), deadlines=_deadlines(planned),
        surveys=_surveys(view), waves=_waves(_answered(_told(current(view, "surveys"), *ANSWERED))),
        finished=_finished(view, today),
        asked=_asked(view),
        procedures=frozenset(name for name in values(current(view, "results"), "procedure") if name),
    )


def _told(rows: pa.Table, *columns: str) -> list[tuple]:
    """The different values of the columns."""
    different = rows.select([*columns]).group_by([*columns], use_threads=False).aggregate([])
    return [tuple(row[name] for name in columns) for row in different.to_pylist()]


def extended(known: Known, batches: Iterable[Batch]) -> Known:
    """The same with the registers and roadmaps of files that lie beside: they are read before the reports."""
    schools = {school.school_id: school for school in known.schools}
    plans, deadlines = dict(known.plans), dict(known.deadlines)
    for batch in batches:
        if batch.kind == "schools":
            schools |= {row["school_id"]: _school(row) for row in batch.table.to_pylist()}
        if batch.kind == "roadmap":
            planned = batch.table.select([*PLANNED])
            plans |= (sent := _plans(planned))
            deadlines = {key: ends for key, ends in deadlines.items() if key[0] not in sent} | _deadlines(planned)
    return replace(known, schools=tuple(schools.values()), plans=plans, deadlines=deadlines)


def schools(view: View) -> tuple[School, ...]:
    """The register as names are looked up in it."""
    return tuple(map(_school, current(view, "schools").to_pylist()))


def _school(row: dict) -> School:
    spellings = [part.strip() for name in ("aliases", "fis_oko", "gia_code") for part in (row[name] or "").split(";")]
    return School(school_id=row["school_id"], name=row["name"], number=row["number"], full_name=row["full_name"] or "",
                  aliases=tuple(filter(None, spellings)))


def _surveys(view: View) -> dict[str, dict[str, Question]]:
    """What was said of questions of accepted surveys: their options, which are positive («yes» where two files
    differ), whether several may be chosen."""
    rows = _told(current(view, "surveys"), "survey", "question", "option", "positive", "several")
    found: dict[str, dict[str, Question]] = {}
    for survey, question, option, positive, several in sorted(rows, key=lambda row: [text or "" for text in row]):
        before = found.setdefault(survey, {}).get(question, Question({}))
        mark = positive or before.options.get(option, "")
        found[survey][question] = Question({**before.options, option: mark}, several == "yes" or before.several)
    return found


ANSWERED = ("survey", "wave", "question", "known_on", "school_id", "audience", "base")
"""What is known of a wave: a row a school, group and question."""


def with_waves(known: Known, batches: Iterable[Batch]) -> Known:
    """The same with the surveys of a file that lies before."""
    rows = [tuple(row[name] for name in ANSWERED) for batch in batches if batch.kind == "surveys"
            for row in batch.table.select([*ANSWERED]).to_pylist()]
    return replace(known, waves=(*_waves(_answered(rows)), *known.waves)) if rows else known


def _answered(rows: Iterable[tuple]) -> dict[tuple[str, str], tuple[date, dict[str, int]]]:
    """(survey, wave) → the day of the last answer, people by question."""
    found: dict[tuple[str, str], tuple[date, dict[str, int]]] = {}
    for survey, wave, question, day, *_, base in set(rows):
        if day and base:
            last, people = found.get((survey, wave), (day, {}))
            people[question] = people.get(question, 0) + base
            found[survey, wave] = max(day, last), people
    return found


def _waves(answered: dict[tuple[str, str], tuple[date, dict[str, int]]]) -> tuple[Wave, ...]:
    waves = [Wave(survey, code, last, people) for (survey, code), (last, people) in answered.items()]
    return tuple(sorted(waves, key=lambda wave: (wave.last, wave.survey, wave.code), reverse=True))


def _finished(view: View, today: date) -> dict[tuple[str, str], dict[date, int]]:
    """People who finished courses, by school, subject and month, this year and the last: in January the report of
    December comes."""
    done = only(current(view, "courses"), state="done", month__from=date(today.year - 1, 1, 1))
    told = done.select(["school_id", "subject", "month", "people", "person"]).to_pylist()
    rows = [tuple(row.values()) for row in told]
    found: dict[tuple[str, str], dict[date, int]] = {}
    named = {(school, subject, month, person) for school, subject, month, _, person in rows if person}
    for school, subject, month, people in (*(row[:4] for row in rows), *((*row[:3], 1) for row in named)):
        told = found.setdefault((school, subject), {})
        told[month] = told.get(month, 0) + (people or 0)
    return found


def _asked(view: View) -> dict[tuple[str, date, int], date]:
    rows = current(view, "requests").select(["school_id", "month", "number", "known_on"]).to_pylist()
    return {(row["school_id"], row["month"], row["number"]): row["known_on"] for row in rows if row["known_on"]}


def _plans(table: pa.Table) -> dict[str, tuple[str, dict[str, frozenset[str]]]]:
    found: dict[str, tuple[str, dict[str, set[str]]]] = {}
    for row in table.to_pylist():
        _, periods = found.setdefault(row["plan"], (row["school_id"] or "", {}))
        periods.setdefault(row["period"], set()).add(row["number"])
    return {plan: (school, {period: frozenset(numbers) for period, numbers in periods.items()})
            for plan, (school, periods) in found.items()}


def _deadlines(table: pa.Table) -> dict[tuple[str, str, str], dict[int, date | None]]:
    """Of activities with several in one period."""
    found: dict[tuple[str, str, str], dict[int, date | None]] = {}
    for row in table.sort_by("milestone").to_pylist():
        found.setdefault((row["plan"], row["period"], row["number"]), {})[row["milestone"]] = row["deadline_end"]
    return {key: ends for key, ends in found.items() if len(ends) > 1}
