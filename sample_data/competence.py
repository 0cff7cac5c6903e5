"""Tests of the competence of teachers and heads of the invented district, by level. Nobody is named.

Counted by hand: of Russian 14 people, 2 high; of mathematics 12, one high; 5 heads, one high.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sample_data import books
from sample_data.district import BY_NUMBER

Sent = tuple[str, date, bytes]

TESTS = (
    (date(2026, 2, 17), "русский язык", "учителя", {3: (4, 1, 3, 0), 5: (1, 0, 1, 0), 7: (3, 0, 2, 1), 11: (4, 1, 2, 1),
                                                    12: (2, 0, 2, 0)}, "справка от 17.02.2026 № 21"),
    (date(2026, 9, 15), "математика", "учителя", {3: (3, 1, 2, 0), 5: (1, 0, 1, 0), 7: (3, 0, 2, 1), 9: (1, 0, 1, 0),
                                                  11: (3, 0, 2, 1), 12: (1, 0, 1, 0)}, "справка от 22.09.2026 № 37"),
    (date(2026, 11, 18), "", "руководители", {3: (1, 1, 0, 0), 5: (1, 0, 1, 0), 7: (1, 0, 1, 0), 11: (1, 0, 1, 0),
                                              12: (1, 0, 0, 1)}, "справка от 24.11.2026 № 44"),
)
"""Day, subject, who, school → took part, of them high, middle and low, paper."""
_HEADERS = ("№", "Школа", "Предмет", "Категория работников", "Дата тестирования", "Прошли тестирование",
            "Высокий уровень", "Средний уровень", "Низкий уровень", "Прошли успешно", "Источник")


def sent() -> Iterator[Sent]:
    """A list a test, a week later."""
    for day, subject, who, schools, paper in TESTS:
        rows = [(place, BY_NUMBER[school].name, subject or None, who, day, people, high, middle, low, high + middle,
                 paper) for place, (school, (people, high, middle, low)) in enumerate(schools.items(), start=1)]
        of = subject or who
        yield (f"Диагностика компетенций, {of}, {day:%d.%m.%Y}.xlsx", day + timedelta(days=7),
               books.table("Диагностика", f"Диагностика компетенций: {of}", _HEADERS, rows))
