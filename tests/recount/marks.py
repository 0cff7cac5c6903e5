"""Rows of results as files hold them: marks of classes by school, lines of the municipality and of the край, and
comparisons with the class journal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.recount.days import span
from tests.recount.raw import Files
from tests.recount.schools import Schools, schools
from tests.recount.windows import known_from

MUNICIPALITY, REGION = "municipality", "region"
TERMS = {"четверть": "Отметки за четверть", "триместр": "Отметки за триместр"}
OWNERS = {"край": REGION, "муниципалитет": MUNICIPALITY}
SUBJECTS = {"математике": "математика", "русскому языку": "русский язык"}
MARKS = re.compile(r"«?([2-5])»?")


@dataclass(frozen=True)
class Work:
    """What a class (all of a grade) of an owner wrote. owner: code of a school, MUNICIPALITY or REGION. last: the day
    it counts from. size: how many wrote; marks: mark → pupils; journal: lowered, confirmed, raised."""

    procedure: str
    stage: str
    term: str
    year: str
    subject: str
    grade: int
    owner: str
    last: date
    size: int
    marks: dict[int, int]
    journal: tuple[int, int, int] = (0, 0, 0)


def works(files: Files) -> list[Work]:
    known = schools(files)
    return [*_by_school(files, known), *_exams(files, known), *_terms(files, known), *_federal(files, known)]


def _counts(row: dict) -> dict[int, int]:
    return {int(mark[1]): value or 0 for name, value in row.items() if (mark := MARKS.fullmatch(name))}


def _by_school(files: Files, known: Schools) -> Iterator[Work]:
    for sheet in files.named("ВПР ", "Результаты "):
        for row in sheet.rows("Процедура"):
            procedure, stage, year = row["Процедура"], row.get("Этап") or "", row["Учебный год"]
            yield Work(procedure, stage, "", year, row["Предмет"], int(row["Класс"]),
                       known.code(row["Школа"]) if row["Школа"] else OWNERS[row["Уровень"]],
                       known_from(procedure, stage, "", year), row["Писали"], _counts(row))


def _exams(files: Files, known: Schools) -> Iterator[Work]:
    for sheet in files.named("ОГЭ "):
        heading = re.search(r"по (.+?), (\d+) класс, (20\d\d) год, (.+?)\.", sheet.head)
        assert heading
        year = _school_year(int(heading[3]))
        for row in sheet.rows("Школа"):
            yield Work("ОГЭ", heading[4], "", year, SUBJECTS[heading[1]], int(heading[2]), known.code(row["Школа"]),
                       known_from("ОГЭ", heading[4], "", year), row["Сдавали"], _counts(row))


def _terms(files: Files, known: Schools) -> Iterator[Work]:
    for sheet in files.named("Отметки "):
        heading = re.search(r"за ([IV]+ (\w+)), (20\d\d/\d\d) учебный год, (.+?)\.", sheet.head)
        assert heading
        procedure, term, year = TERMS[heading[2]], heading[1], heading[3]
        for row in sheet.rows("Класс"):
            yield Work(procedure, "", term, year, heading[4], int(row["Класс"]), known.named_in(sheet.head),
                       known_from(procedure, "", term, year), row["Обучающихся"], _counts(row))


def _federal(files: Files, known: Schools) -> Iterator[Work]:
    """Sheets of ФИС ОКО: shares of marks in per cent of participants, or counts of confirmed marks."""
    for sheet in files.named("ФИС ОКО"):
        heading = next(match for cells in sheet.cells if (
            match := re.search(r"ВПР (20\d\d) (\D+) (\d+) класс", str(cells[0]))))
        last = span(sheet.beside("Дата:"))[1]
        for row in sheet.rows("Группы участников"):
            size = row.get("Кол-во участников") or 0
            marks = {mark: _of_percent(size, percent) for mark, percent in _counts(row).items()}
            journal = tuple(value for name, value in row.items() if name.endswith(") Кол-во участников"))
            yield Work("ВПР", "", "", _school_year(int(heading[1])), heading[2].lower(), int(heading[3]),
                       _owner(row["Группы участников"], known), last, size, marks, journal or (0, 0, 0))


def _of_percent(participants: int, percent: float) -> int:
    return int(participants * percent / 100 + 0.5)


def _owner(name: str, known: Schools) -> str:
    code = re.search(r"\((.+)\)$", name)
    if code and code[1].startswith("reg"):
        return MUNICIPALITY if "_m" in code[1] else REGION
    return known.code(name)


def _school_year(ends: int) -> str:
    return f"{ends - 1}/{ends % 100:02}"
