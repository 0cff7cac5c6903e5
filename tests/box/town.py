"""Seven invented schools on the eve of the letters: register, list, staff, roadmaps, courses up to September, October.

Everything goes in through the same intake. Ш10 has not sent its October.
"""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Store
from tests.actors import COORDINATOR

DAY = date(2026, 11, 30)
SCHOOLS = {"Ш01": "МБОУ СОШ № 1", "Ш04": "МБОУ ООШ № 4", "Ш06": "МБОУ СОШ № 6", "Ш08": "МАОУ лицей № 8",
           "Ш10": "МБОУ ООШ № 10", "Ш15": "МБОУ СОШ № 15", "ОЛХ": "МБОУ Ольховская ООШ"}
"""The last one stands in a village and has no number."""
NUMBERS = {"Ш01": "1", "Ш04": "4", "Ш06": "6", "Ш08": "8", "Ш10": "10", "Ш15": "15"}
ACTIVITIES = (
    ("1.1", "Диагностика дефицитов учителей", "", "до 25.05.2026"),
    ("1.2", "Взаимопосещение уроков математики", "", "октябрь 2026"),
    ("1.3", "Семинары для учителей русского языка", "2", "ноябрь 2026"),
    ("1.4", "Педсовет по итогам первой четверти", "", "до 20.11.2026"),
    ("2.1", "Диагностическая работа по математике, 6 класс", "8", "ноябрь 2026"),
    ("2.2", "Индивидуальные занятия с обучающимися", "", "сентябрь – декабрь 2026"),
    ("2.3", "Родительское собрание в 9 классе", "", "до 15.11.2026"),
    ("3.1", "Отчёт о выполнении дорожной карты", "", "декабрь 2026"),
    ("3.2", "Выезд тьютора в школу", "", "10.11.2026"),
    ("3.3", "Обновление раздела сайта", "", "до 30.11.2026"))
DUE = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.3", "3.2", "3.3")
"""Whose deadline has come by the end of November."""
OPEN = DUE[1:]
"""What a school is asked about in November: 1.1 was done in May."""
LAST_DAY = ("1.3", "2.1", "3.3")
"""Whose deadline is the last day of November."""
TOLD_IN_OCTOBER = ("1.2",)
STAFF = (("математика", 6), ("русский язык", 5), ("начальные классы", 7))
"""Of each school on 20.09.2026."""
COURSES = {"Ш01": 2, "Ш04": 1, "Ш06": 3, "Ш08": 1, "Ш10": 2, "Ш15": 1, "ОЛХ": 1}
"""Teachers who finished courses in March."""
MARKS_HEAD = ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"]

Rows = Sequence[Sequence[str]]


def plan_of(school: str) -> str:
    return f"Дорожная карта {SCHOOLS[school]} на 2026 год"


def base(path: Path) -> Store:
    """The base on the morning of 30.11.2026, open."""
    moment = [datetime(2025, 12, 20, 9, tzinfo=UTC)]
    store = Store.open(path, clock=lambda: moment[0])
    store.describe(COORDINATOR, municipality="Ольховский муниципальный округ")
    _send(store, "Реестр.csv", _register())
    _send(store, "Перечень.csv", _listed())
    _send(store, "Карты.csv", _plans())
    moment[0] = datetime(2026, 6, 2, 9, tzinfo=UTC)
    _send(store, "Свод за май.csv", _may())
    moment[0] = datetime(2026, 10, 1, 9, tzinfo=UTC)
    _send(store, "Кадры.csv", _staff())
    _send(store, "Курсы до сентября.csv", _courses())
    moment[0] = datetime(2026, 11, 3, 9, tzinfo=UTC)
    _send(store, "Свод за октябрь.csv", _october())
    moment[0] = datetime(2026, 11, 30, 9, tzinfo=UTC)
    return store


def _send(store: Store, name: str, rows: Rows) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    [item] = drop.review(store, [Incoming(name, text.getvalue().encode("utf-8-sig"))], date(2026, 11, 3))
    assert not item.checked.issues, [issue.message for issue in item.checked.issues]
    drop.accept_all(store, [item], by=COORDINATOR)


def _register() -> Rows:
    return [["Код школы", "Номер", "Краткое название", "Педагогов"],
            *([code, NUMBERS.get(code, ""), name, "20"] for code, name in SCHOOLS.items())]


def _listed() -> Rows:
    return [["Школа", "Статус", "С даты", "По дату", "Основание"],
            *([name, "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"] for name in SCHOOLS.values())]


def _staff() -> Rows:
    return [["Школа", "На дату", "Предмет или должность", "Всего, чел."],
            *([name, "20.09.2026", subject, str(people)] for name in SCHOOLS.values() for subject, people in STAFF)]


def _plans() -> Rows:
    head = ["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "План на период", "Срок"]
    return [head, *([plan_of(code), name, number, "Качество", activity, "2026", planned, deadline]
                    for code, name in SCHOOLS.items() for number, activity, planned, deadline in ACTIVITIES)]


def _courses() -> Rows:
    head = ["Школа", "Когда", "Предмет или должность", "Программа", "Часов", "Человек", "Удостоверений"]
    return [head, *([SCHOOLS[code], "18.03.2026", "математика", "Формирующее оценивание", "36", str(people),
                     str(people)] for code, people in COURSES.items())]


def _may() -> Rows:
    return [MARKS_HEAD, *([plan_of(code), name, "май 2026", "1.1", "выполнено", "20.05.2026", "справка № 1"]
                          for code, name in SCHOOLS.items())]


def _october() -> Rows:
    return [MARKS_HEAD, *([plan_of(code), name, "октябрь 2026", "1.2", "выполняется", "", ""]
                          for code, name in SCHOOLS.items() if code != "Ш10")]
