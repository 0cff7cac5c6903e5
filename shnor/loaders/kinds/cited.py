"""The day a text names a paper by."""

import re
from datetime import date

from shnor import periods

DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")


def cited_day(text: str) -> date | None:
    """«от 23.12.2019 № 11» → 23.12.2019."""
    found = DAY.search(text)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    there = 1 <= month <= 12 and 1 <= day <= periods.last_day(year, month).day
    return date(year, month, day) if there else None
