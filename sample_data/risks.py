"""The risk profiles of the schools of the invented district in 2025 and 2026.

Counted by hand: 12 factors a school, of the list of the year; in 2026 14 are chosen by the six schools, for one of them
(№ 12, staff) there is no measure, nor was in 2025; № 3 goes down from six high factors to three.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from sample_data import books
from sample_data.district import BY_NUMBER
from shnor.datasets.risks import FACTORS

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

PROFILES: Mapping[int, Mapping[int, str]] = {
    2025: {3: "свВсвВвннснВ", 7: "вВВсвВсннннс", 11: "нсВВсВсснннс", 12: "вВссвсннннсс"},
    2026: {3: "нсВсвСсннснВ", 5: "вВснсВннннсн", 7: "сВВсвВсннннн", 9: "вВсввсннннсс", 11: "нсВВвВсснннВ",
           12: "сВссссннннсн"},
}
"""Year → school → a letter a factor in the order of the method: в, с, н for the levels; a capital is chosen."""
_MEASURES: Mapping[int, Mapping[int, tuple[str, str]]] = {
    3: {2: ("дорожная карта, 2.1", "доля отметок «2» на ВПР"), 5: ("дорожная карта, 4.1", "доля отметок «2» на ВПР"),
        11: ("дорожная карта, 4.3", "доля родителей на собраниях")},
    5: {1: ("сетевые уроки физики, дорожная карта, 4.5", "вакансии"),
        5: ("дорожная карта, 4.1", "доля отметок «2» на ОГЭ")},
    7: {1: ("дорожная карта, 2.2", "вакансии"), 2: ("дорожная карта, 2.1", "педагоги без дефицита"),
        5: ("дорожная карта, 4.2", "доля отметок «2» на ВПР")},
    9: {1: ("дорожная карта, 2.4", "вакансии")},
    11: {2: ("дорожная карта, 2.3", "педагоги без дефицита"), 3: ("дорожная карта, 3.2", "отметки журнала и ВПР"),
         5: ("дорожная карта, 4.1", "доля отметок «2» на ВПР"),
         11: ("дорожная карта, 4.3", "доля родителей на собраниях")},
}
"""School → place of a factor → its measure and by what it is seen; № 12 has no measure for its one chosen factor."""
_LEVELS = {"в": "высокий", "с": "средний", "н": "низкий"}


def sent() -> Iterator[Sent]:
    for year, day in ((2025, date(2025, 3, 14)), (2026, date(2026, 3, 13))):
        title = f"Рисковые профили школ перечня на {year} год"
        yield f"{title}.xlsx", day, books.table(
            "Риски", title, ("№ п/п", "Школа", "Год профиля", "Фактор риска", "Значимость фактора", "Взят в работу",
                             "Мера по фактору", "Показатель", "Источник"), list(profiles(year)))


def profiles(year: int) -> Iterator[Row]:
    """Number of the row, school, year, factor, level, chosen, measure, indicator, source."""
    place = 0
    for school, letters in PROFILES[year].items():
        for factor, (title, letter) in enumerate(zip(FACTORS.values(), letters, strict=True)):
            place += 1
            chosen = letter.isupper()
            measure = _MEASURES.get(school, {}).get(factor, (None, None)) if chosen else (None, None)
            yield (place, BY_NUMBER[school].name, year, title, _LEVELS[letter.lower()], "да" if chosen else "нет",
                   *measure, f"рисковый профиль школы, март {year} года")
