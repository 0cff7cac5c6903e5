"""Whose list of marks it is and for which month, when no column says so: from the lines above the table and the name
of the sheet. What only the name of the file says, or nothing says, is asked."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from shnor.datasets import Spot, a1
from shnor.datasets.places import ANSWER, HEADING, SHEET_NAME
from shnor.loaders.records.blank_schools import ask_blank_schools
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import named_in
from shnor.loaders.types import KEEP, Choice, School
from shnor.loaders.words.headers import DASHES, plain
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.named_months import month_beside
from shnor.loaders.words.schools import find
from shnor.loaders.words.values import month, month_text

_MONTH = re.compile(rf"(?P<before>(?:\d»?|-|по) ?)?(?<![а-я])(?P<month>{MONTH}),?(?: (?P<year>20\d\d))?")
T = TypeVar("T")
SHARED = "Отчёт по общей дорожной карте"
_OFFERED = 12


def settle_above(draft: Draft) -> None:
    """Fill the month and the school of a list that has no columns for them."""
    if not draft.body.tells("month"):
        month_above(draft)
    if "school_id" in draft.body.match.columns:
        _blank_schools(draft)
    elif not draft.body.tells("school_id"):
        school_above(draft)


def lines(draft: Draft) -> Iterator[str]:
    """The heading of a table of a document, then every text above the table."""
    grid, match = draft.body.parts[0].grid, draft.body.match
    yield from grid.heading.split("\n")
    for cells in grid.cells[:match.header_row]:
        yield " ".join(" ".join(value.split()) for value in cells if isinstance(value, str))


def free_cell(draft: Draft, place: int) -> str:
    """An empty cell beside what stands above the table: there the answer could have been written."""
    row = max(0, draft.body.match.header_row - 1)
    width = max((len(cells) for number, cells in enumerate(draft.body.parts[0].grid.cells) if number != row), default=0)
    return a1(row, width + place)


def tell_place(draft: Draft, name: str, place: int, tells: Callable[[str], bool]) -> None:
    """Where a value stands that was settled once for the sheet: in an answer (place: of its free cell), beside its
    label, in the first line above the table that tells it, on the tab of the sheet."""
    cell = free_cell(draft, place)
    beside, label = draft.body.match.head.get(name, ("", ""))
    if draft.answers.get((draft.body.sheet, cell), KEEP) != KEEP:
        draft.spots[name] = (Spot(cell, ANSWER),)
    elif plain(beside):
        draft.spots[name] = (Spot(label),)
    else:
        draft.spots[name] = line_place(draft, tells)


def line_place(draft: Draft, tells: Callable[[str], bool]) -> tuple[Spot, ...]:
    """The first line above the table that tells something, else the tab of the sheet; none where neither does."""
    grid, match = draft.body.parts[0].grid, draft.body.match
    if any(map(tells, grid.heading.split("\n"))):
        return (Spot(words=HEADING),)
    for row, cells in enumerate(grid.cells[:match.header_row]):
        texts = {place: " ".join(value.split()) for place, value in enumerate(cells) if isinstance(value, str)}
        if texts and tells(" ".join(texts.values())):
            return (Spot(a1(row, next((place for place, text in texts.items() if tells(text)), min(texts)))),)
    return (Spot(words=SHEET_NAME),) if tells(grid.sheet) else ()


def month_above(draft: Draft) -> None:
    """The month named above the table or on the tab of the sheet; else it is asked, once for the sheet."""
    body, cell = draft.body, free_cell(draft, 0)
    answer = draft.answers.get((body.sheet, cell))
    answered = month(answer if answer != KEEP else None).value
    first = answered or only(_months(lines(draft))) or only(_months([body.sheet])) or \
        month_beside(body.sheet, lines(draft))
    if isinstance(first, date):
        draft.columns["month"] = [value or first for value in draft.column("month")]
        tell_place(draft, "month", 0, lambda line: first in _months([line]))
        draft.spots["month"] = draft.spots["month"] or (Spot(words=SHEET_NAME),)
        draft.period = f"{first:%Y-%m}"
        return
    hints = [*_hints(draft, [*lines(draft), body.sheet, draft.stem])]
    today = draft.known.today
    recent = [_back(today, months) for months in range(3)]
    choices = tuple(Choice(month_text(first), month_text(first)) for first in dict.fromkeys(hints or recent))[:3]
    draft.findings.add("report-month", body.sheet, cell, "", choices)
    draft.asked.add("month")


def _months(texts: Iterable[str]) -> set[date]:
    """Months named with a year: not a day of a document, not the end of a span."""
    return {date(int(named["year"]), month_number(named["month"]) or 1, 1) for text in texts
            for named in _MONTH.finditer(DASHES.sub("-", text.lower().replace("ё", "е")))
            if named["year"] and not named["before"]}


def _hints(draft: Draft, texts: Iterable[str]) -> Iterator[date]:
    """Months a text may mean: without a year the last such month that has begun."""
    today = draft.known.today
    for text in texts:
        for named in _MONTH.finditer(DASHES.sub("-", text.lower().replace("ё", "е"))):
            number = month_number(named["month"]) or 1
            yield date(int(named["year"] or (today.year if number <= today.month else today.year - 1)), number, 1)


def _back(today: date, months: int) -> date:
    total = today.year * 12 + today.month - 1 - months
    return date(total // 12, total % 12 + 1, 1)


def only(values: Iterable[T]) -> T | None:
    """What all of them are, None where they differ or there are none."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def school_above(draft: Draft) -> None:
    """One school named above the table, or on the tab of the sheet, is the school of every row."""
    body, known = draft.body, draft.known
    if not known.schools or any(draft.column("school_id")) or all(draft.column("plan")):
        return
    cell = free_cell(draft, 1)
    answer = draft.answers.get((body.sheet, cell))
    if answer == SHARED:
        return
    texts = [answer, *lines(draft), body.sheet]
    named = [find(text, known.schools).school_id or named_in(text, known) for text in texts if text]
    if school := (answer and named[0]) or only(filter(None, named)):
        draft.columns["school_id"] = [school] * len(draft.origin)
        tell_place(draft, "school_id", 1,
                   lambda line: school in (find(line, known.schools).school_id, named_in(line, known)))
        draft.school = str(school)
        return
    owners = {owner for owner, _ in known.plans.values() if owner}
    hinted = [school for school in known.schools if school.school_id == named_in(draft.stem, known)]
    offered = hinted or [school for school in known.schools if school.school_id in owners]
    if offered:
        draft.findings.add("whose-report", body.sheet, cell, "", (*offered_names(offered), Choice(SHARED, SHARED)))
        draft.asked.add("plan")


def offered_names(schools: Iterable[School]) -> tuple[Choice, ...]:
    return tuple(Choice(school.name, school.name) for school in schools)[:_OFFERED]


def _blank_schools(draft: Draft) -> None:
    """No school in a row of a column that has schools: the one above, or the shared roadmap?"""
    written, plans = draft.body.values("school_id"), draft.column("plan")
    ask_blank_schools(draft, [record for record, plan in enumerate(plans)
                              if not written[draft.origin[record]] and not plan], Choice(SHARED, KEEP))
