"""One small line under the totals of a running year: what is not counted yet, and from which day it will be."""

from collections.abc import Sequence

from shnor import wording
from shnor.service.pages.running import Running, build
from shnor.ui.kit import html
from shnor.ui.run import cache
from shnor.ui.run.session import Session

SHOWN = 4


def tell(session: Session, kind: str) -> None:
    """Nothing where every row that has begun is counted."""
    if found := cache.built(session, build, kind, day=session.day):
        html.text(said(found), mark="shnor-small")


def said(found: Sequence[Running]) -> str:
    """«Ещё не вошло: ноябрь 2026 года, 3 строки; войдёт с 30.11.2026.»"""
    parts = [f"{one.title}, {wording.counted(one.rows, 'строка')}; войдёт с {_days(one)}" for one in found[:SHOWN]]
    rest = sum(one.rows for one in found[SHOWN:])
    more = f" Позже войдёт ещё {wording.counted(rest, 'строка')}." if rest else ""
    return f"Ещё не вошло: {'. '.join(parts)}.{more}"


def _days(one: Running) -> str:
    """«30.11.2026», «17.11.2026, целиком с 23.11.2026»."""
    whole = f", целиком с {wording.day(one.last)}" if one.last > one.first else ""
    return f"{wording.day(one.first)}{whole}"
