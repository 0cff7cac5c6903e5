"""Odd files by the number of their seed: a table of courses, one trap, one format, perhaps a container. Each knows what
a careful person would read out of it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sample_data.district import SCHOOLS
from tests.odd import documents, workbooks
from tests.odd.file_traps import TRAPS
from tests.odd.sheets import Sheet, Value

HEAD: tuple[Value, ...] = ("Школа", "Когда", "Предмет или должность", "Программа", "Часов", "Человек", "Удостоверений")
PEOPLE = HEAD.index("Человек")
SUBJECTS = ("математика", "русский язык", "физика", "химия", "биология", "история", "география", "начальные классы")
PROGRAMMES = ("Решение задач", "Опыты в школе", "Смысловое чтение", "Функциональная грамотность", "Оценивание",
              "Работа с текстом")
MONTHS = ("сентябрь 2026", "октябрь 2026", "08.10.2026", "2026-09-14", "III квартал 2026", date(2026, 10, 20))
WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    ".xlsx": workbooks.xlsx, ".xls": workbooks.xls, ".ods": workbooks.ods, ".csv": documents.csv,
    ".docx": documents.docx, ".rtf": documents.rtf, ".html": documents.html, ".mht": documents.mhtml,
    ".xml": documents.spreadsheetml,
}


@dataclass
class Odd:
    """people: the sum that is stored without an answer, None where the file cannot be accepted as it is. codes: one of
    them is told, empty where nothing need be. never: what must not stand in anything that is kept."""

    seed: int
    trap: str
    name: str
    data: bytes = field(repr=False)
    people: int | None
    codes: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()


def odd(seed: int) -> Odd:
    rng = random.Random(seed)
    sheet = table(rng)
    trap = TRAPS[seed % len(TRAPS)]
    kind = rng.choice(sorted(trap.formats & WRITERS.keys()))
    truth = trap.spring(rng, sheet, kind)
    data = truth.data or WRITERS[kind](sheet)
    name = f"{rng.choice(('Курсы', 'курсы октябрь', 'Отчёт (1)', 'KURSY'))}{truth.ending or kind}"
    if truth.wrap and rng.random() < 0.3:
        name, data = rng.choice((("Отчёты.zip", documents.archive(name, data)),
                                 ("письмо.eml", documents.letter(name, data)),
                                 ("письмо.eml", documents.letter("а.zip", documents.archive(name, data)))))
    return Odd(seed, trap.name, name, data, truth.people, truth.codes, truth.never)


def table(rng: random.Random) -> Sheet:
    """No two rows alike: school, subject and programme differ."""
    rows: list[list[Value]] = [list(HEAD)]
    keys = rng.sample([(school.name, subject, programme) for school in SCHOOLS for subject in SUBJECTS
                       for programme in PROGRAMMES], rng.randint(3, 9))
    for school, subject, programme in keys:
        people = rng.randint(1, 6)
        rows.append([school, rng.choice(MONTHS), subject, programme, rng.choice((16, 36, 72)), people,
                     rng.randint(0, people)])
    return Sheet(rows)
