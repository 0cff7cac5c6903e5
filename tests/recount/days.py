"""Days that people write in cells, as far as the examples go: the first and the last day of what is meant."""

import re
from datetime import date, datetime, timedelta

Span = tuple[date, date]

STEMS = ("янв", "февр", "март", "апрел", "ма[йея]", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
MONTH = "|".join(f"(?P<m{number}>{stem}[а-я]*)" for number, stem in enumerate(STEMS, 1))
DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(20\d\d)")
DAY_AND_MONTH = re.compile(rf"(?P<day>\d{{1,2}})\s+(?:{MONTH})")
QUARTER = re.compile(r"(?P<roman>IV|III|II|I|[1-4])\s*кв")
HALF = re.compile(r"(?P<roman>II|I)\s+полугодие")
NUMBERED = re.compile(r"^(\d\d)\.(20\d\d)$")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def span(value: object, year: int = 0) -> Span:
    """year: of the plan, where the cell names none."""
    if isinstance(value, datetime):
        return value.date(), value.date()
    text = str(value).strip()
    written = re.search(r"20\d\d(?!\d)", text)
    year = int(written[0]) if written else year
    if dates := [date(int(y), int(m), int(d)) for d, m, y in DATE.findall(text)]:
        return dates[0], dates[-1]
    if numbered := NUMBERED.match(text):
        return _months(int(numbered[2]), int(numbered[1]), int(numbered[1]))
    if days := [date(year, _number(match), int(match["day"])) for match in DAY_AND_MONTH.finditer(text.lower())]:
        return days[0], days[-1]
    for pattern, length in ((QUARTER, 3), (HALF, 6)):
        if part := pattern.search(text):
            last = length * (ROMAN.get(part["roman"]) or int(part["roman"]))
            return _months(year, last - length + 1, last)
    if months := [_number(match) for match in re.finditer(MONTH, text.lower())]:
        return _months(year, months[0], months[-1])
    if not re.search(r"20\d\d|года", text):
        raise ValueError(f"a day is written in a new way: {text}")
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), month_end(year, last)


def _number(month: re.Match[str]) -> int:
    return next(number for number in range(1, 13) if month[f"m{number}"])


def years_before(day: date, count: int) -> date:
    return day.replace(year=day.year - count, day=min(day.day, 28) if day.month == 2 else day.day)
