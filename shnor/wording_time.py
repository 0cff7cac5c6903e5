"""How time is spoken of on a day: a due day, and a year that has no rows yet."""

from datetime import date

from shnor.wording import agreed, day, number


def no_rows(now: int, shown: int, n: int | None = None) -> str:
    """«в 2027 году записей нет; в 2026 — 27»; n None: «в 2027 году записей нет; показан 2026 год»."""
    rest = f"показан {shown} год" if n is None else f"в {shown} — {number(n)}"
    return f"в {now} году записей нет; {rest}"


def in_year(now: int, shown: int) -> str:
    """«в 2026 году»; where the year of the day has no rows yet, that is said."""
    return f"в {shown} году" if now <= shown else f"в {now} году записей нет; в {shown} году"


def due(day_due: date, today: date) -> str:
    """«срок 25.11.2026», on the day itself «срок сегодня», later «срок был 25.11.2026»."""
    if day_due == today:
        return "срок сегодня"
    return f"срок {'был ' if day_due < today else ''}{day(day_due)}"


def among_due(n: int) -> str:
    """« наступивших», of 1 and 21 « наступившего»: what stands after «17 из 19»; done late is done as well."""
    return f" {agreed(n, 'наступившего', 'наступивших', 'наступивших')}"
