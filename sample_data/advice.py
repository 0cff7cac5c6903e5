"""What the centre recommended to whom and what came of it, and the thresholds and scales of the invented district.

Counted by hand for 27.11.2026: the справка of 2025 has 2 + 8 + 5 recommendations, of them 3 carried over from 2024;
7 of 14 are done, one is taken off. The visit of 11.11.2026 at № 5 left three, one of them is done.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from sample_data import books
from sample_data.district import BY_NUMBER
from sample_data.plans import lines

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

REPORT, VISITS = "справка", "выезд"
MINIMA_2025: Mapping[str, int] = {
    "русский язык": 24, "математика профильная": 27, "математика базовая": 3, "обществознание": 42, "физика": 36,
    "химия": 36, "биология": 36, "история": 32}
ORDER_OF_MINIMA = "приказ о минимальном количестве баллов ЕГЭ на 2025 год (пример)"
SCALE, ORDER_OF_SCALE = "Шкала уровня МНЦ", "приказ управления образования от 30.01.2026 № 17"
STEPS: Mapping[str, int] = {"оптимальный": 85, "допустимый": 65, "начальный": 0}
WEIGHED: Mapping[str, int] = {
    "Выполнено из наступивших": 30, "Подтверждено документом из выполненного": 10,
    "Школы перечня, где наставник закреплён приказом": 20, "Завершили курсы из запланированного": 15,
    "Устранение подтвердила повторная диагностика": 15, "Помощь была адресной?": 10}
"""Six indicators of the level of the mentors' centre, 100 points: titles of figures, and one question of the survey."""
PROTOCOL = ("Уровень МТКП", "допустимый", "протокол рабочей группы от 30.10.2026 № 4")
"""The level of the tutors' centre has no scale; a working group has set it."""
_NORMS = ("Порог или шкала", "Ступень или предмет", "Значение порога", "Ед. изм.", "Порог действует с",
          "Порог действует по", "Документ порога")
_ADVICE = ("Документ-источник", "Год", "№ рекомендации", "Адресат", "Школа", "Содержание рекомендации",
           "Срок исполнения", "Статус рекомендации", "Дата исполнения", "Подтверждение", "Перенесено из",
           "Основание рекомендации")


def sent() -> Iterator[Sent]:
    """The register of a справка comes with it, then with what came of it; a visit's sheet in some days."""
    for name, arrived, source, told in (
            ("Рекомендации справки 2024", date(2025, 1, 14), f"{REPORT} за 2024 год", 0),
            ("Рекомендации справок 2024 и 2025", date(2025, 12, 22), REPORT, 2024),
            ("Рекомендации справки 2025, что сделано на 24.11.2026", date(2026, 11, 24), f"{REPORT} от 19.12.2025 № 41",
             2025),
            ("Рекомендации выездов, октябрь–ноябрь 2026", date(2026, 11, 20), VISITS, 2026)):
        rows = [_row(line, arrived, told) for line in lines("recommendations") if line["source"].startswith(source)]
        yield f"{name}.xlsx", arrived, books.table("Рекомендации", name, _ADVICE, rows)
    yield "Пороги и шкалы 2026.xlsx", date(2026, 2, 3), books.table(
        "Нормы", "Пороги и шкалы, которыми пользуется муниципалитет", _NORMS, list(_norms()))
    norm, level, protocol = PROTOCOL
    yield "Уровень тьюторского пункта.xlsx", date(2026, 11, 2), books.table(
        "Нормы", "Уровень тьюторского пункта", _NORMS, [(norm, level, 1, None, date(2026, 10, 30), None, protocol)])


def _row(line: dict[str, str], arrived: date, told: int) -> Row:
    """told: the year of papers of which the list says what came of them."""
    done = _day(line["done"])
    known = int(line["year"]) == told or (done is not None and done <= arrived)
    school = BY_NUMBER[int(line["school"])].name if line["school"] else None
    return (line["source"], int(line["year"]), line["number"], line["addressee"], school, line["text"],
            _day(line["due"]), line["state"] if known else "открыта", done if known else None,
            line["proof"] if known and line["proof"] else None, int(line["carried"]) if line["carried"] else None,
            line["ground"] or None)


def _norms() -> Iterator[Row]:
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    for subject, points in MINIMA_2025.items():
        yield ("Минимум ЕГЭ", subject, points, "отметка" if "базовая" in subject else "балл", first, last,
               ORDER_OF_MINIMA)
    for step, points in STEPS.items():
        yield SCALE, step, points, "балл, от", date(2026, 2, 1), None, ORDER_OF_SCALE
    for indicator, points in WEIGHED.items():
        yield SCALE, indicator, points, "вес", date(2026, 2, 1), None, ORDER_OF_SCALE


def _day(text: str) -> date | None:
    return date(*map(int, reversed(text.split(".")))) if text else None
