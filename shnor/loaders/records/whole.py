"""What one line says of every row: whose list of people it is and of which time. What nothing says is asked."""

import re
from collections.abc import Iterable

from shnor import periods
from shnor.datasets import Spot
from shnor.datasets.places import SHEET_NAME
from shnor.loaders.records.above import free_cell, lines, offered_names, only, tell_place
from shnor.loaders.records.blank_schools import ask_blank_schools
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import named_in
from shnor.loaders.types import KEEP, Choice, School
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import MONTH
from shnor.loaders.words.named_months import month_beside
from shnor.loaders.words.schools import find
from shnor.loaders.words.values import period_or_span

UNNAMED = "Школы не указаны"
_DAY = re.compile(rf"\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{1,2}}»? {MONTH} \d{{4}}(?: ?г(?:ода|\.)?)?")
_FINEST = (re.compile(r"20\d\d ?[-/] ?(?:20)?\d\d(?= ?(?:уч|г|$))"),
           re.compile(r"(?:[1-4]|i{1,3}|iv) ?-?(?:й|е)? ?(?:квартал|полугоди)[а-я]* 20\d\d"),
           re.compile(rf"(?<![а-я]){MONTH},? 20\d\d"),
           re.compile(r"(?<![\d.])20\d\d(?= ?г(?:\.|од|$| ))|(?<=за )20\d\d|(?<=на )20\d\d|(?<=в )20\d\d"))
"""A quarter named in a title says more than its year."""


def settle_period(draft: Draft) -> None:
    """The period of a list that neither a column nor a label tells; else the last day of spans, which is the day of
    the end."""
    if draft.body.tells("period"):
        draft.columns["period"] = [_ended(code) for code in draft.column("period")]
        if "period" not in draft.body.match.columns:
            draft.period = draft.period or only(draft.column("period")) or ""
        return
    body, cell = draft.body, free_cell(draft, 0)
    answer = draft.answers.get((body.sheet, cell))
    answered = period_or_span(answer).value if answer and answer != KEEP else None
    code = _ended(str(answered) if answered else _above(draft))
    if code:
        draft.columns["period"] = [code] * len(draft.origin)
        tell_place(draft, "period", 0, lambda line: _ended(only_period([line])) == code)
        draft.spots["period"] = draft.spots["period"] or (Spot(words=SHEET_NAME),)
        draft.period = draft.period or code
        return
    years = [only_period([draft.stem]), *(str(draft.known.today.year - back) for back in range(2))]
    choices = tuple(Choice(periods.parse(year).title, year) for year in dict.fromkeys(filter(None, years)))
    draft.findings.add("period-unsaid", body.sheet, cell, "", choices)
    draft.asked.add("period")


def _above(draft: Draft) -> str:
    """What the lines above the table name, else the tab; a year above and a month on the tab are the month."""
    code = only_period(lines(draft))
    month = month_beside(draft.body.sheet, lines(draft)) if code.isdigit() or "/" in code else None
    return f"{month:%Y-%m}" if month else code or only_period([draft.body.sheet])


def only_period(texts: Iterable[str]) -> str:
    """The code of the one period texts name, the finest that is said; days of orders and signatures do not count."""
    clean = [_DAY.sub(" ", " ".join(DASHES.sub("-", text.lower().replace("ё", "е")).split())) for text in texts]
    for pattern in _FINEST:
        codes = {str(period_or_span(match[0]).value or "") for text in clean for match in pattern.finditer(text)}
        if codes:
            return str(only(codes) or "")
    return ""


def _ended(code: str | None) -> str | None:
    return code.rpartition("/")[2] if code and len(code) > len("2026-11-18") else code


def settle_school(draft: Draft, *, needed: bool) -> None:
    """The school of a list that neither a column nor a label tells. needed: no row without a school may be stored."""
    if "school_id" in draft.body.match.columns:
        blank_schools(draft, needed=needed)
    if draft.body.tells("school_id"):
        return
    body, known = draft.body, draft.known
    cell = free_cell(draft, 1)
    answer = draft.answers.get((body.sheet, cell))
    if answer in (KEEP, UNNAMED) and not needed:
        return
    texts = [text.replace(":", " ") if text else "" for text in (answer, *lines(draft), body.sheet)]
    named = [find(text, known.schools).school_id or named_in(text, known) for text in texts if text]
    if school := (answer and named and named[0]) or only(filter(None, named)):
        draft.columns["school_id"] = [school] * len(draft.origin)
        tell_place(draft, "school_id", 1,
                   lambda line: school in (find(line.replace(":", " "), known.schools).school_id,
                                           named_in(line.replace(":", " "), known)))
        draft.school = str(school)
        return
    draft.asked.add("school_id")
    if needed or known.schools:
        near = dict.fromkeys(school for text in (*texts, draft.stem) if text
                             for school in (*find(text, known.schools).candidates, *_by_code(draft, text)))
        choices = (*offered_names(near or known.schools), *(() if needed else (Choice(UNNAMED, KEEP),)))
        draft.findings.add("whose-people" if needed else "whose-courses", body.sheet, cell, "", choices)
        if "people" not in body.match.columns:  # lists of two schools without their names would replace each other
            draft.findings.insist("whose-courses", body.sheet, cell)


def _by_code(draft: Draft, text: str) -> list[School]:
    return [school for school in draft.known.schools if school.school_id == named_in(text, draft.known)]


def blank_schools(draft: Draft, *, needed: bool) -> None:
    """No school in a row below one that has a school; a row of the municipality has none."""
    written, levels = draft.body.values("school_id"), draft.columns.get("level")
    blank = [record for record, school in enumerate(draft.column("school_id")) if school is None
             and not written[draft.origin[record]] and not (levels and levels[record] not in (None, "school"))]
    ask_blank_schools(draft, blank, None if needed else Choice(UNNAMED, KEEP))
