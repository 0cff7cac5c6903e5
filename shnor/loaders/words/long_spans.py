"""Readers of deadlines longer than days: months, years, «в течение года»; and of what is bound to an event."""

import re
from dataclasses import dataclass, replace
from datetime import date

from shnor.datasets.deadlines import EVENT, WITHIN_PLAN, WITHIN_YEAR
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.spans import GG, YEARS, DeadlineKind, Span, Y, full_year
from shnor.periods import last_day

_CHUNK = re.compile(rf"{MONTH}(?:[ ,;]*(?:\b(?:и|по|до|с)\b|-)?[ ,;]*(?:{MONTH}|(?<=[ -]){YEARS}))*")
_TOKEN = re.compile(rf"(?P<month>{MONTH})|(?P<y1>{Y}){GG}(?: ?- ?(?P<y2>{Y}){GG})?|(?P<range>-|\b(?:по|до)\b)")


@dataclass
class Item:
    """A month or a range of months on its way to a span; years: none yet, one, or first and last of several."""

    at: int
    to: int
    first: int
    last: int
    first_year: int | None = None
    years: tuple[int, ...] = ()


def months(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«август 2020», «июнь-август», «в марте и ноябре 2024 года» (a list, not a range), «сентябрь 2025 - май 2026»."""
    found: list[Span] = []
    for chunk in _CHUNK.finditer(text):
        for item in _items(chunk):
            found += _spans(item, given)
    return found


def _items(chunk: re.Match[str]) -> list[Item]:
    items: list[Item] = []
    ranged = False
    for token in _TOKEN.finditer(chunk[0]):
        at, to = chunk.start() + token.start(), chunk.start() + token.end()
        if token["range"]:
            ranged = True
        elif token["month"]:
            number = month_number(token["month"]) or 1
            if ranged and items and items[-1].first == items[-1].last:
                items[-1].last, items[-1].to = number, to
                items[-1].first_year, items[-1].years = (items[-1].years or (None,))[0], ()
            else:
                items.append(Item(at, to, number, number))
            ranged = False
        else:
            said = tuple(range(int(token["y1"]), int(token["y2"] or token["y1"]) + 1))
            for item in items:
                if not item.years:
                    item.years, item.to = said[:5], max(item.to, to if item is items[-1] else item.to)
            ranged = False
    return items


def _spans(item: Item, given: int | None) -> list[Span]:
    kind: DeadlineKind = "month" if item.first == item.last else "months"
    known = item.years or ((given,) if given else ())
    if item.first_year and len(known) == 1:
        return [_whole(item, "months", item.first_year, known[0])]
    if not known:
        return [Span(item.at, item.to, kind, needs_year=True)]
    spans = [_whole(item, kind, year, year) for year in known]
    return [replace(span, ambiguous=len(known) > 1, order=order) for order, span in enumerate(spans)]


def _whole(item: Item, kind: DeadlineKind, first: int, second: int) -> Span:
    start, end = date(first, item.first, 1), last_day(second, item.last)
    if end < start:
        return Span(item.at, item.to, kind, needs_year=True)
    return Span(item.at, item.to, kind, start, end)


_WITHIN_YEAR = re.compile(WITHIN_YEAR)
_WITHIN_PLAN = re.compile(WITHIN_PLAN)


def whole_periods(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«в течение года» is the year of the column; «весь период» all years of the plan."""
    match, plan = _WITHIN_YEAR.search(text), _WITHIN_PLAN.search(text)
    where = plan or match
    if where is None:
        return []
    at, to = where.span()
    if plan:
        known = [(given, given)] if given else [(min(years), max(years))] if years else []
    else:
        known = [(year, year) for year in ([given] if given else years)]
    return [Span(at, to, "year", date(first, 1, 1), date(second, 12, 31), order=order)
            for order, (first, second) in enumerate(known)] or [Span(at, to, "year", needs_year=True)]


_RANGE = re.compile(rf"(?<!\d)(?P<a>{Y}){GG} ?(?:-|по|до) ?(?P<b>{Y}){GG}(?!\d)")
_SHORT_RANGE = re.compile(r"(?:на )?(?P<a>[1-5]\d)-(?P<b>[1-5]\d)(?: ?гг?\.?)?")
_SINGLE = re.compile(rf"(?<![\d№/.])(?P<a>{Y}){GG}(?!\d)")


def years(text: str, given: int | None, known: tuple[int, ...]) -> list[Span]:
    """«2020-2022 гг.», «2022, 2023 год» (two), «24-26г», «в 2024 году»."""
    found = []
    short = _SHORT_RANGE.fullmatch(text.strip())
    for match in [short] if short else _RANGE.finditer(text):
        first, second = full_year(match["a"]), full_year(match["b"])
        if first <= second <= first + 15:
            found.append(Span(*match.span(), "year", date(first, 1, 1), date(second, 12, 31)))
    taken = [(span.at, span.to) for span in found]
    for match in _SINGLE.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            year = int(match["a"])
            found.append(Span(*match.span(), "year", date(year, 1, 1), date(year, 12, 31)))
    return found


_EVENT = re.compile(EVENT)


def events(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«по мере необходимости», «после каждой процедуры»: never overdue."""
    match = _EVENT.search(text)
    return [Span(*match.span(), "event")] if match else []


