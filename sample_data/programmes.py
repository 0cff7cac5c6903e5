"""Sessions of the programmes of help of the invented district, and what its schools achieved.

Counted by hand for 2026: 14 sessions of «Методический абонемент» in four modules, one of them ahead on 27.11.2026,
among them one of each of seven subjects; «Умные каникулы» in spring and in autumn (26.10–01.11, once, 38 of 45 people
of five schools). Of eight planned contests six were held, two stand in the plan alone; two grants, three practices,
three materials.
"""

from collections.abc import Iterator
from datetime import date

from sample_data import books
from sample_data.district import BY_NUMBER
from sample_data.plans import lines

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

PROGRAMMES = {"А": "Методический абонемент", "К": "Умные каникулы", "У": "Школа управленческого мастерства"}
TOWN = "0"
_SESSIONS = ("№ п/п", "Название программы", "Модуль программы", "Номер занятия", "Тема занятия", "Трек",
             "Дата проведения", "Предмет", "Приглашено, чел", "Посетили", "Школы-участники", "Формат", "Уровень")
_ACHIEVED = ("№ п/п", "Школа", "Вид достижения", "Название конкурса", "Дата проведения", "Уровень мероприятия",
             "Участников от школы", "Всего педагогов", "Результат участия", "План или факт", "Где опубликовано")


def sent() -> Iterator[Sent]:
    summer, winter = date(2026, 7, 1), date(2026, 1, 1)
    for name, arrived, first, end in (("2025", date(2026, 1, 14), date(2025, 1, 1), winter),
                                      ("2026, I полугодие", date(2026, 7, 3), winter, summer),
                                      ("2026, сентябрь–декабрь", date(2026, 11, 25), summer, date(2027, 1, 1))):
        title = f"Журнал занятий программ помощи, {name}"
        rows = [(place, *row) for place, row in enumerate(sessions(first, end), start=1)]
        yield f"{title}.xlsx", arrived, books.table("Программы", title, _SESSIONS, rows)
    for arrived in (date(2026, 6, 24), date(2026, 11, 25)):
        title = f"Конкурсы, гранты, практики на {arrived:%d.%m.%Y}"
        rows = [(place, *row) for place, row in enumerate(achievements(arrived), start=1)]
        yield f"{title}.xlsx", arrived, books.table("Достижения", title, _ACHIEVED, rows)


def sessions(first: date, end: date) -> list[Row]:
    """Programme, module, session, topic, track, days, subject, invited, came, schools, format, level."""
    return [_session(line) for line in lines("programmes") if first <= _day(line["day"][:10]) < end]


def _session(line: dict[str, str]) -> Row:
    schools = ", ".join(BY_NUMBER[int(number)].name for number in line["schools"].split(","))
    return (PROGRAMMES[line["programme"]], line["module"] or None, line["session"] or None, line["topic"],
            line["track"], line["day"], line["subject"] or None, int(line["invited"]),
            int(line["came"]) if line["came"] else None, schools, line["format"], "муниципальный")


def achievements(day: date) -> list[Row]:
    """Known by a day: school, kind, title, day, level, took part, of how many, result, plan or fact, link.
    Practices and materials have no day."""
    return [_achieved(line) for line in lines("achievements")
            if line["state"] == "по плану" or not line["day"] or _day(line["day"]) <= day]


def _achieved(line: dict[str, str]) -> Row:
    return (BY_NUMBER[int(line["school"])].name if line["school"] != TOWN else None, line["type"], line["title"],
            _day(line["day"]) if line["day"] else None, line["level"],
            *(int(line[name]) if line[name] else None for name in ("took", "people")), line["result"] or None,
            line["state"], line["link"] or None)


def _day(text: str) -> date:
    day, month, year = map(int, text.split("."))
    return date(year, month, day)
