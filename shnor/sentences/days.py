"""Days, months and years as sentences say them."""

from datetime import date

from shnor.wording import NBSP, day_in_words

ORDINALS = ("", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый",
            "десятый")


def near(day: date, year: int) -> str:
    """«27 ноября» inside the year that was named before, «11 января 2027 года» outside."""
    return day_in_words(day).rsplit(" ", 2)[0] if day.year == year else day_in_words(day)


def from_to(first: date, last: date) -> str:
    """«с 1 января по 20 декабря 2026 года»."""
    return f"с {near(first, last.year)} по {day_in_words(last)}"


def since(month: date) -> str:
    """«с ноября 2025 года»."""
    return f"с {day_in_words(month).partition(NBSP)[2]}"


def ordinal(n: int) -> str:
    """«второй», from the eleventh on «11-й»."""
    return ORDINALS[n] if n < len(ORDINALS) else f"{n}-й"


def order(day: date, number: str) -> str:
    """«от 12 января 2026 года № 14-осн»: the number of a paper is text."""
    return f"от {day_in_words(day)} №{NBSP}{number.strip()}"
