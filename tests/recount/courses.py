"""Courses: people and certificates apart, hours, the plan, shares of the staff, by school and by subject."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from shnor.service.pages import courses
from shnor.store import View
from tests.recount.days import span, years_before
from tests.recount.raw import Files, Row, Sheet
from tests.recount.schools import list_day, schools

WHOLE = "Все педагоги"
COUNTS = {"course_people": "людей", "course_certificates": "удостоверений", "course_hours": "часов",
          "course_plan_share": "план"}
SHARES = {"course_year_share": "за год из всех", "course_staff_share": "за три года из всех",
          "staff_people": "педагогов"}


@dataclass(frozen=True)
class Course:
    """A row: people who had not finished another course before, or a person by the name the school gives him."""

    school: str
    subject: str
    year: int
    last: date
    people: int
    certificates: int
    hours: int
    person: str = ""


def finished(files: Files) -> list[Course]:
    """A list of a whole year counts from its last day, a month from its last, a course with days from its last."""
    known = schools(files)
    rows: list[Course] = []
    for sheet in files.named("Курсы педагогов", "Курсы 20"):
        rows += [_of_row(row, known.code(row["Школа"]), span(_when(sheet, row)))
                 for row in sheet.rows("Школа") if row.get("Состояние", "завершили") == "завершили"]
    for sheet in files.named("Курсы ООШ", "Курсы СОШ"):
        rows += [_of_person(row, known.named_in(sheet.head)) for row in sheet.rows("№ п/п")]
    return rows


def _when(sheet: Sheet, row: Row) -> str:
    """The cell of the row, else the year above the table."""
    year = re.search(r"20\d\d", sheet.head)
    return row.get("Месяц") or row.get("Когда") or (year[0] if year else "")


def _subject(row: Row) -> str:
    return row.get("Предмет") or row.get("Предмет или должность") or ""


def _of_row(row: Row, school: str, days: tuple[date, date]) -> Course:
    people, repeated = row["Человек"], row.get("Из них уже учтены") or 0
    return Course(school, _subject(row), days[0].year, days[1], people - repeated, row["Удостоверений"],
                  row["Часов"] * row["Удостоверений"])


def _of_person(row: Row, school: str) -> Course:
    first, last = span(row["Сроки (с – по)"])
    return Course(school, row["Предмет"], first.year, last, 0, 1, row["Кол-во часов"], row["ФИО"])


def people(rows: Iterable[Course]) -> int:
    every = list(rows)
    return sum(row.people for row in every) + len({(row.school, row.person) for row in every if row.person})


def plan(files: Files) -> dict[tuple[int, str], int]:
    """Year and school → people."""
    counts: dict[tuple[int, str], int] = {}
    for sheet in files.named("План курсов"):
        for row in sheet.rows("Школа"):
            key = (int(row["Год"]), schools(files).code(row["Школа"]))
            counts[key] = counts.get(key, 0) + row["Человек"]
    for sheet in files.named("Курсы 20"):
        counts |= {(int(row["Когда"]), schools(files).code(row["Школа"])): row["Человек"]
                   for row in sheet.rows("Школа") if row["Состояние"] == "по плану"}
    return counts


def staff(files: Files, day: date) -> dict[str, int]:
    """All teachers of each school by its list; subjects are added where no row holds all of them."""
    counts: dict[str, int] = {}
    for sheet in files.named("Кадры", "Педагоги на"):
        rows = sheet.rows("Школа") if span(sheet.head)[1] <= day else []
        for code, own in groupby(rows, lambda row: schools(files).code(row["Школа"])):
            people = {_subject(row): row["Всего, чел."] for row in own}
            counts[code] = people.get(WHOLE) or sum(people.values())
    return counts


def counted(files: Files, day: date) -> dict[tuple[str, ...], Any]:
    known = [row for row in finished(files) if row.last <= day]
    newest = max(row.year for row in finished(files) if date(row.year, 1, 1) <= day)
    counts: dict[tuple[str, ...], Any] = {("год, который открыт",): newest}
    for year in _years(files):
        listed = _listed(files, year, day)
        own = [row for row in known if row.year == year]
        groups = {"перечень": listed, "все школы": frozenset(schools(files).codes.values()),
                  **{code: frozenset({code}) for code in listed}}
        for name, codes in groups.items():
            rows = [row for row in own if row.school in codes]
            planned = {code: n for (of_year, code), n in plan(files).items() if of_year == year and code in codes}
            counts |= {(str(year), name, title): value for title, value in _counts(rows, planned).items()}
            if year == day.year:
                counts |= {(str(year), name, title): value
                           for title, value in _shares(files, day, codes, known, rows).items()}
        for subject in {row.subject for row in own if row.school in listed}:
            rows = [row for row in own if row.school in listed and row.subject == subject]
            counts[str(year), subject, "людей"] = people(rows)
            counts[str(year), subject, "удостоверений"] = sum(row.certificates for row in rows)
    return counts


def _listed(files: Files, year: int, day: date) -> frozenset[str]:
    """Of the year; all schools, where nobody is on its list."""
    known = schools(files)
    return known.listed(list_day(date(year, 12, 31), day)) or frozenset(known.codes.values())


def _counts(rows: list[Course], planned: dict[str, int]) -> dict[str, Any]:
    by_plan = people(row for row in rows if row.school in planned)
    return {"людей": people(rows), "удостоверений": sum(row.certificates for row in rows),
            "часов": sum(row.hours for row in rows), "план": (by_plan, sum(planned.values()))}


def _shares(files: Files, day: date, codes: Iterable[str], known: list[Course],
            rows: list[Course]) -> dict[str, Any]:
    """Over schools whose staff is known and whose courses are. In three years a school cannot have taught more people
    than it has."""
    with_courses = {row.school for row in known}
    everybody = {code: n for code, n in staff(files, day).items() if code in codes}
    teachers = {code: n for code, n in everybody.items() if code in with_courses}
    recent = [row for row in known if row.last > years_before(day, 3)]
    learned = {code: people(row for row in recent if row.school == code) for code in teachers}
    return {"за год из всех": (people(row for row in rows if row.school in teachers), sum(teachers.values())),
            "за три года из всех": (sum(min(learned[code], n) for code, n in teachers.items()), sum(teachers.values())),
            "педагогов": sum(everybody.values())}


def _years(files: Files) -> list[int]:
    return sorted({row.year for row in finished(files)})


def shown(view: View, files: Files, day: date) -> dict[tuple[str, ...], Any]:
    figures: dict[tuple[str, ...], Any] = {("год, который открыт",): courses.build(view, day=day).year}
    for year in _years(files):
        page = courses.build(view, day=day, year=year)
        every = courses.build(view, day=day, year=year, whose=courses.ALL)
        totals = {"перечень": page.totals, "все школы": every.totals}
        metrics = {**COUNTS, **(SHARES if year == day.year else {})}
        for metric, title in metrics.items():
            for name, group in totals.items():
                figures[str(year), name, title] = _number(group.get(metric))
            for code in page.lines:
                figures[str(year), code, title] = _number(page.by_school.get(metric, {}).get(code))
        for metric, title in list(COUNTS.items())[:2]:
            figures |= {(str(year), subject, title): _number(figure)
                        for subject, figure in page.by_subject.get(metric, {}).items()}
    return figures


def _number(figure: Any) -> Any:
    if figure is None:
        return None
    return figure.numerator if figure.denominator is None else (figure.numerator, figure.denominator)
