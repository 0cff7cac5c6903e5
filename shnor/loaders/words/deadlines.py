"""Deadlines as plans write them → days, months, repetitions. What is not understood stays text: no date is guessed,
and no date has a year that is neither in the text nor given by the column or the plan."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor.datasets.deadlines import PLAN_STAGES
from shnor.loaders.words import long_spans, spans
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import mended
from shnor.loaders.words.recurring import recurrences

DeadlineKind = spans.DeadlineKind


@dataclass(frozen=True)
class Deadline:
    """One deadline of a cell. start, end: first and last day, None where the text does not say. recurrence: per what
    it repeats («квартал», «год», «постоянно»), per_period: how many times in it, at least; each time is a deadline of
    its own where the words say when. stage: входной,
    промежуточный, итоговый. raw: the whole text of the cell; text: the words of it that say this deadline.
    warnings: sentences for the person."""

    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    recurrence: str = ""
    per_period: int | None = None
    stage: str = ""
    raw: str = ""
    text: str = ""
    recognised: bool = True
    warnings: tuple[str, ...] = ()


_STAGE = re.compile(r"(входн|промежуточн|итогов)(?:ой|ый|ая|ого|ая)?\b")
AMBIGUOUS = "Месяцы названы вместе с несколькими годами: записано по сроку на каждый год. Проверьте."
NO_YEAR = "Год срока не назван: даты не записаны."
CUT = "Год в тексте обрезан: взят год столбца."


def parse_deadlines(text: object, year: int | None = None,
                    plan_years: Sequence[int] | None = None) -> tuple[Deadline, ...]:
    """All deadlines of a cell, in their order in the text.

    year: of the column the cell stands in. plan_years: of the title of the plan; used where neither the text nor the
    column names a year and the plan leaves no choice, or where the deadline repeats in each of them.
    """
    raw = str(text or "").strip()
    clean = _clean(raw)
    if year is not None and not 1900 <= year <= 2200:
        year = None
    years = tuple(dict.fromkeys(y for y in (plan_years or ()) if 1900 <= y <= 2200))
    if not clean:
        return (Deadline("year", date(year, 1, 1), date(year, 12, 31), raw=raw) if year
                else Deadline("none", raw=raw),)
    given = year or (years[0] if len(years) == 1 else None)
    written = clean
    clean, cut = _mend_year(clean, given)
    found = _read(clean, given, years)
    if not found:
        return (Deadline("unknown", raw=raw, recognised=False),)
    notes = (CUT,) if cut else ()
    return tuple(_finished(span, clean, written, raw, year, notes) for span in found)


def _clean(raw: str) -> str:
    text = DASHES.sub("-", raw.replace("\u00ad", "")).lower().replace("ё", "е").replace("…", " ").replace("_", "-")
    return mended(" ".join(text.split()))


def _mend_year(clean: str, given: int | None) -> tuple[str, bool]:
    """«июнь-август 202» stands for the year of the column."""
    found = spans.CUT_YEAR.search(clean)
    if not found or given is None or not str(given).startswith(found["cut"]):
        return clean, False
    return f"{clean[:found.start('cut')]}{given}{clean[found.end('cut'):]}", True


def _read(clean: str, given: int | None, years: tuple[int, ...]) -> list[spans.Span]:
    """Readers run from the most to the least exact; a piece of text that was read is blanked for the next ones.
    A bare year or «по запросу» beside months or days says nothing of its own."""
    found: list[spans.Span] = []
    for reader in READERS:
        left = clean
        for span in found:
            left = left[:span.at] + "\0" * (span.to - span.at) + left[span.to:]
        found += reader(left, given, years)
    finer = [span for span in found if span.kind not in ("year", "event")]
    exact = finer or [span for span in found if span.kind == "year"] or found[:1]
    return sorted(exact, key=lambda span: (span.at, span.order))


READERS: tuple[Callable[[str, int | None, tuple[int, ...]], list[spans.Span]], ...] = (
    spans.offsets, recurrences, spans.school_years, spans.day_ranges, spans.days, spans.decades, spans.quarters,
    spans.half_years, long_spans.months, long_spans.whole_periods, long_spans.years, long_spans.events,
)


def _finished(span: spans.Span, clean: str, written: str, raw: str, column: int | None,
              notes: tuple[str, ...]) -> Deadline:
    """written: the cleaned text before a cut year was mended."""
    warnings = list(notes)
    if span.start is None and span.end is None and span.needs_year:
        warnings.append(NO_YEAR)
    if span.ambiguous:
        warnings.append(AMBIGUOUS)
    last = span.end or span.start
    if column and last and not (span.start or last).year <= column <= last.year:
        warnings.append(f"В тексте {last.year} год, а столбец — {column}: оставлено как написано. Проверьте.")
    named = [*_STAGE.finditer(clean[:span.at])][-1:]
    at, to = span.words or (span.at, span.to)
    text = _as_written(raw, written, named[0].start() if named else at, _before_mending(to, clean, written))
    return Deadline(span.kind, span.start, span.end, span.recurrence, span.per_period,
                    PLAN_STAGES[named[0][1]] if named else "", raw, text, warnings=tuple(warnings))


_UNSEEN = "\u00ad…"
"""Signs the cleaned text does not have."""


def _as_written(raw: str, clean: str, at: int, to: int) -> str:
    """What stands in raw where clean[at:to] was read; the whole text where the two do not go sign by sign."""
    places = [place for place, sign in enumerate(raw) if not sign.isspace() and sign not in _UNSEEN]
    before, inside = _signs(clean[:at]), _signs(clean[at:to])
    if len(places) != before + inside + _signs(clean[to:]) or not inside:
        return " ".join(raw.split())
    return " ".join(raw[places[before]:places[before + inside - 1] + 1].split())


def _signs(text: str) -> int:
    return sum(not sign.isspace() for sign in text)


def _before_mending(place: int, clean: str, written: str) -> int:
    """A mended year is longer than the cut one it stands for."""
    cut = spans.CUT_YEAR.search(written) if clean != written else None
    return place - (len(clean) - len(written)) if cut and place >= cut.end("cut") else place


def in_year(deadlines: Sequence[Deadline], year: int) -> tuple[Deadline, ...]:
    """Of a cell in a column of that year: where nothing was recognised, the deadline is the year of the column."""
    if any(deadline.kind not in ("unknown", "none") for deadline in deadlines):
        return tuple(deadlines)
    return tuple(replace(deadline, kind="year", start=date(year, 1, 1), end=date(year, 12, 31), recognised=True)
                 for deadline in deadlines[:1])
