"""Professional deficits of teachers of the invented district and what came of them. People are counted, not named.

Counted by hand for 28.08.2026: 34 deficits found at the six schools of the list, help for 29; of the 26 looked at again
in November 17 are closed. № 9, which is silent, has not looked again. A year before: 12, help for 9, 9 looked at, 6
closed.
"""

from collections.abc import Iterator
from datetime import date

from sample_data import books
from sample_data.district import BY_NUMBER
from sample_data.plans import lines

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

FOUND_ON = {2025: date(2025, 8, 27), 2026: date(2026, 8, 28)}
PAPERS = {2025: "справка от 29.08.2025 № 30", 2026: "справка от 31.08.2026 № 33"}
_FOUND = ("№ п/п", "Школа", "Предмет", "Группа дефицита", "Выявленный дефицит", "Число педагогов", "Инструмент",
          "Дата выявления", "Источник")
_CLOSED = (*_FOUND[:-1], "Адресная помощь", "Дата повторной диагностики", "Дата устранения", "У скольких устранён",
           "Источник")


def sent() -> Iterator[Sent]:
    """Every August what was found; every November the same register with what came of it."""
    for year, found, closed in ((2025, date(2025, 9, 1), date(2025, 11, 28)),
                                (2026, date(2026, 8, 31), date(2026, 11, 25))):
        title = f"Реестр профессиональных дефицитов, август {year} года"
        rows = [(place, *row[:7], row[11]) for place, row in enumerate(register(year), start=1)]
        yield f"Реестр дефицитов, август {year}.xlsx", found, books.table("Дефициты", title, _FOUND, rows)
        title = f"Реестр профессиональных дефицитов: что устранено, {closed:%d.%m.%Y}"
        rows = [(place, *row) for place, row in enumerate(register(year), start=1)]
        yield f"Реестр дефицитов, ноябрь {year}.xlsx", closed, books.table("Дефициты", title, _CLOSED, rows)


def register(year: int) -> list[Row]:
    """School, subject, group, deficit, people, instrument, day, measure, looked at again, closed, people closed,
    paper."""
    return [_row(year, line) for line in lines(f"deficits_{year}")]


def _row(year: int, line: dict[str, str]) -> Row:
    people, again = int(line["people"]), None
    if line["rechecked"]:
        day, month = map(int, line["rechecked"].split("."))
        again = date(year, month, day)
    closed = int(line["closed"]) if line["closed"] else None
    return (BY_NUMBER[int(line["school"])].name, line["subject"] or None, line["group"], line["deficit"], people,
            line["instrument"], FOUND_ON[year], line["measure"] or None, again, again if closed == people else None,
            closed, PAPERS[year])
