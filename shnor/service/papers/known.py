"""What was known on a day: a paper tells of no document that was signed later."""

import re
from datetime import date

from shnor import periods

_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря")
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})(?:\.(?P<month>\d{{1,2}})\.|\s(?P<word>{'|'.join(_MONTHS)})\s)"
                  r"(?P<year>\d{4})")


def signed(document: str) -> date | None:
    """The day a document is cited with: «приказ от 20.11.2026 № 1184», «от 20 ноября 2026 года»."""
    found = _DAY.search(document)
    if not found:
        return None
    year, month = int(found["year"]), int(found["month"] or 0) or _MONTHS.index(found["word"]) + 1
    day = int(found["day"])
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= periods.last_day(year, month).day else None


def by(document: str, day: date, *, otherwise: bool = True) -> bool:
    """Whether it was signed by the day. otherwise: of one that names no day."""
    found = signed(document)
    return otherwise if found is None else found <= day
