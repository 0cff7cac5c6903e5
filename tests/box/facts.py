"""What really happened at the seven schools: files tell it, in whatever words, and the base must end with it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tests.box.town import OPEN

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)


class Mark(NamedTuple):
    """status: code of the state; day: when it was done or will be; value: how much."""

    status: str
    day: date | None = None
    value: int | None = None


class Course(NamedTuple):
    """Teachers of a school who finished a programme."""

    school: str
    day: date
    subject: str
    programme: str
    hours: int
    people: int


class Event(NamedTuple):
    """school: who tells of it, "" the centre; schools: whom it was for."""

    school: str
    period: str
    event_kind: str
    topic: str
    people: int | None
    schools: tuple[str, ...]
    state: str = "held"


class Result(NamedTuple):
    """Marks of a class for the first quarter."""

    school: str
    grade: int
    subject: str
    n5: int
    n4: int
    n3: int
    n2: int

    @property
    def pupils(self) -> int:
        return self.n5 + self.n4 + self.n3 + self.n2


def november(day: int) -> date:
    return date(2026, 11, day)


def _done(day: int, value: int | None = None) -> Mark:
    return Mark("done", november(day), value)


SAME, GOING, NOT = Mark("unchanged"), Mark("in_progress"), Mark("not_done")
MARKS: Mapping[tuple[str, date], Mapping[str, Mark]] = {
    ("Ш01", NOVEMBER): {"1.2": _done(6), "1.3": _done(12, 2), "1.4": _done(18), "2.1": GOING,
                        "2.3": Mark("moved", date(2026, 12, 5)), "3.2": _done(10), "3.3": NOT},
    ("Ш04", NOVEMBER): dict.fromkeys(OPEN, SAME),
    ("Ш06", NOVEMBER): {"1.2": Mark("done", date(2026, 10, 28)), "1.3": _done(11, 2), "1.4": _done(18),
                        "2.1": _done(19, 9), "2.3": GOING, "3.2": Mark("done"), "3.3": NOT},
    ("Ш08", NOVEMBER): {"1.2": Mark("done", date(2026, 10, 29)), "1.3": _done(13), "1.4": _done(20),
                        "2.1": _done(17, 8), "2.3": SAME, "3.2": _done(10), "3.3": GOING},
    ("Ш10", OCTOBER): {"1.2": GOING, "1.4": GOING},
    ("Ш10", NOVEMBER): {"1.2": _done(2), "1.3": _done(26, 3), "1.4": _done(20), "2.1": _done(24, 7), "2.3": _done(14),
                        "3.2": _done(10), "3.3": GOING},
    ("Ш15", NOVEMBER): {"1.2": _done(3), "1.3": _done(12, 1), "1.4": NOT, "2.1": _done(25, 11), "2.3": _done(13),
                        "3.2": _done(10), "3.3": _done(27)},
    ("ОЛХ", NOVEMBER): {"1.2": _done(9), "1.3": GOING, "1.4": _done(19), "2.1": _done(23, 4), "2.3": _done(12),
                        "3.2": _done(10), "3.3": SAME},
}
OGE, READING, DATA, FIRST = ("Подготовка к ОГЭ", "Читательская грамотность", "Работа с данными",
                             "Адаптация первоклассника")
COURSES = (
    Course("Ш01", november(14), "математика", OGE, 36, 2), Course("Ш01", november(20), "русский язык", READING, 18, 1),
    Course("Ш04", november(13), "русский язык", READING, 18, 1),
    Course("Ш06", november(19), "математика", OGE, 36, 3), Course("Ш06", november(12), "русский язык", READING, 18, 2),
    Course("Ш08", november(6), "математика", DATA, 24, 1), Course("Ш08", november(6), "русский язык", DATA, 24, 2),
    Course("Ш10", november(25), "начальные классы", FIRST, 16, 3),
    Course("Ш15", november(20), "математика", OGE, 36, 2), Course("Ш15", november(20), "русский язык", OGE, 36, 1),
    Course("ОЛХ", november(17), "начальные классы", FIRST, 16, 2))
"""Ш06 first wrote 12.11 for mathematics and corrected it."""
RESULTS = tuple(Result(school, grade, subject, *counts) for school, rows in {
    "Ш01": ((6, "математика", 3, 7, 8, 2), (6, "русский язык", 4, 8, 7, 1), (9, "математика", 1, 5, 9, 3)),
    "Ш04": ((6, "математика", 1, 4, 5, 1), (6, "русский язык", 2, 4, 4, 1)),
    "Ш06": ((6, "математика", 2, 6, 9, 4), (6, "русский язык", 3, 9, 8, 1)),
    "Ш08": ((6, "математика", 6, 9, 4, 0), (6, "русский язык", 7, 9, 3, 0)),
    "Ш10": ((6, "математика", 1, 3, 6, 2), (9, "русский язык", 2, 5, 4, 1)),
    "Ш15": ((6, "математика", 4, 6, 10, 3), (9, "математика", 2, 7, 8, 2)),
    "ОЛХ": ((6, "математика", 0, 2, 2, 1), (6, "русский язык", 1, 2, 2, 0)),
}.items() for grade, subject, *counts in rows)
STAFF: Mapping[str, Mapping[str, int]] = {
    "Ш01": {"математика": 5, "русский язык": 3, "начальные классы": 5},
    "Ш06": {"математика": 7, "русский язык": 5, "начальные классы": 6},
    "Ш08": {"математика": 5, "русский язык": 4, "начальные классы": 4},
    "Ш10": {"математика": 3, "русский язык": 3, "начальные классы": 5},
    "Ш15": {"математика": 6, "русский язык": 4, "начальные классы": 6},
    "ОЛХ": {"математика": 3, "русский язык": 2, "начальные классы": 5}}
"""On 25.11.2026."""
EVENTS = (
    Event("", "2026-11-11", "семинар", "Разбор диагностической работы", 14, ("Ш01", "Ш04")),
    Event("", "2026-11-18", "вебинар", "Читательская грамотность", 25, ("Ш06", "Ш08", "Ш10")),
    Event("", "2026-11-20", "выезд", "Посещение уроков", 5, ("ОЛХ",)),
    Event("", "2026-11-25", "консультация", "Подготовка к ОГЭ", 3, ("Ш15",)),
    Event("", "2026-12-09", "семинар", "Итоги полугодия", None, (), "planned"),
    Event("", "2026-12-16", "вебинар", "План на второе полугодие", None, (), "planned"),
    Event("Ш01", "2026-11-13", "педсовет", "Итоги первой четверти", 18, ("Ш01",)),
    Event("Ш04", "2026-11-19", "открытый урок", "Дроби в задачах", 6, ("Ш04",)),
    Event("Ш06", "2026-11-17", "мастер-класс", "Чтение на уроке", 7, ("Ш06",)),
    Event("Ш08", "2026-11-24", "заседание", "Объединение учителей математики", 5, ("Ш08",)),
    Event("Ш15", "2026-11-12", "родительское собрание", "Выбор экзаменов", 21, ("Ш15",)),
    Event("ОЛХ", "2026-11-26", "открытый урок", "Счёт до ста", 4, ("ОЛХ",)))
REQUESTS = {"Ш01": "Разбор второй части ОГЭ", "Ш10": "Тьютор по физике", "Ш15": "Семинар о смешанных классах",
            "ОЛХ": "Наставник для молодого учителя"}
ADDRESSED, HELPFUL = "Помощь была адресной?", "Помощь была полезной?"
SCALE = ("да", "скорее да", "скорее нет", "нет")
TEACHERS: Mapping[str, Mapping[str, tuple[int, ...]]] = {
    "Ш01": {ADDRESSED: (4, 3, 1, 0), HELPFUL: (5, 2, 0, 1)}, "Ш04": {ADDRESSED: (2, 1, 1, 1), HELPFUL: (2, 2, 1, 0)},
    "Ш06": {ADDRESSED: (3, 3, 2, 1), HELPFUL: (4, 3, 1, 1)}, "ОЛХ": {ADDRESSED: (2, 0, 1, 0), HELPFUL: (1, 1, 1, 0)}}
"""School → question → how many chose each answer of the scale."""
PARENTS: Mapping[str, tuple[int, ...]] = {"Ш08": (6, 4, 2, 0), "Ш10": (3, 3, 1, 1), "Ш15": (5, 2, 2, 1)}
CLEAR = "Вам понятно, как школа помогает отстающим?"
