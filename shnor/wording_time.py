"""How time is spoken of on a day: a due day, and a year that has no rows yet."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from shnor import periods
from shnor.wording import agreed, day, listed, number

IN_WORDS = {3: "три", 4: "четыре"}
"""So many years that follow each other are named by the first and the last."""


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


def school_years(codes: Sequence[str]) -> str:
    """«2024–2025 и 2025–2026 учебные годы», of three that follow each other «три учебных года, с 2023–2024 по
    2025–2026,»; where one between is missing each is named. codes: in order."""
    named = [periods.parse(code).title.removesuffix(" учебный год") for code in codes]
    whole = all(periods.parse(one).next().code == other for one, other in pairwise(codes))
    if whole and len(codes) in IN_WORDS:
        return f"{IN_WORDS[len(codes)]} учебных года, с {named[0]} по {named[-1]},"
    return f"{listed(named)} {'учебный год' if len(codes) == 1 else 'учебные годы'}"
