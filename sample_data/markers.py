"""The list of signs that need more analysis, as the край sent it to the invented district: of 2025 it marks № 11 alone,
with care; a list of 2026 has not come.
"""

from collections.abc import Iterator
from datetime import date

from sample_data import books
from sample_data.district import SCHOOLS

Sent = tuple[str, date, bytes]

MARKED, SIGN = 11, "завышенный средний балл"
LETTER = "письмо министерства образования края от 17.09.2025 № 1207"


def sent() -> Iterator[Sent]:
    rows = [(school.name, "2024/25", "ВПР", "математика", "5", SIGN if school.number == MARKED else "не отмечено",
             LETTER) for school in SCHOOLS]
    yield "Список края по объективности 2025.xlsx", date(2025, 9, 22), books.table(
        "Признаки", "Признаки, требующие дополнительного анализа, ВПР 2025 года",
        ("Школа", "Учебный год", "Процедура", "Предмет", "Класс", "Признак", "Источник"), rows)
