"""Whose report a sheet of ours is and for which month: its head, checked against the code of the form."""

import re
from collections.abc import Sequence
from datetime import date

from shnor.datasets import KINDS, Spot, a1
from shnor.loaders.records.above import month_above
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import named_in, tell_school
from shnor.loaders.tables.body import Body
from shnor.loaders.tables.recognise import beside, form_code, plain_date
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.school_names import key
from shnor.loaders.words.schools import find
from shnor.loaders.words.values import month, month_of, month_text

_MONTH_CODE = re.compile(r"(?<!\d)(20\d\d)[-_.](0[1-9]|1[0-2])(?!\d)")
_MONTH_WORD = re.compile(rf"(?<![а-я]){MONTH}")
Code = tuple[str, str, str, str]
"""Form, period, school and the cell they stand in."""


def code_of(draft: Draft) -> Code | None:
    return form_code(draft.body.parts[0].grid)


def school_of_head(draft: Draft, code: Code | None) -> None:
    """The head says whose report it is; the code of the form must not disagree."""
    text, cell = school_label(draft.body)
    sheet, schools = draft.body.sheet, draft.known.schools
    coded = next((school for school in schools if code and key(code[2]) == key(school.school_id)), None)
    school_id = None
    if not text:
        school_id = coded.school_id if coded else None
    elif not schools:
        draft.findings.add("no-register", sheet, cell, text)
    else:
        match = find(text, schools)
        school_id = match.school_id or None
        if match.kind != "exact":
            tell_school(draft, (sheet, cell), text, match, draft.body.kind["school_id"].title)
        elif coded and coded.school_id != school_id:
            mine = next(school.name for school in schools if school.school_id == school_id)
            choices = (Choice(mine, text), Choice(coded.name, coded.name))
            _disagree(draft, cell, text, f"школа {coded.name}", choices)
        elif (named := named_in(draft.stem, draft.known)) and named != school_id:
            _ask_of_name(draft, cell, text, next(school.name for school in schools if school.school_id == named))
    draft.columns["school_id"] = [school_id] * len(draft.origin)
    draft.spots["school_id"] = (Spot(cell if text else code[3] if code else ""),)
    draft.school = school_id or ""


def month_of_head(draft: Draft, code: Code | None) -> date | None:
    """The first day of the month; what neither head nor code says is looked for above the table, then asked."""
    text, cell = month_label(draft.body)
    written, coded = month_of(text or None), month_of(code[1]) if code else None
    first = written or (coded if not text else None)
    choices = tuple(Choice(month_text(value), month_text(value)) for value in (written, coded) if value)
    if unread := month(text or None).code:
        draft.findings.add(unread, draft.body.sheet, cell, text, choices, column=KINDS["progress"]["month"].title)
    elif written and coded and written != coded:
        _disagree(draft, cell, text, month_text(coded), choices)
    elif written and (named := _month_of_name(draft.stem, written)):
        _ask_of_name(draft, cell, month_text(written), month_text(named))
    elif first is None:
        month_above(draft)
        return next(iter(draft.column("month")), None)
    draft.columns["month"] = [first] * len(draft.origin)
    draft.spots["month"] = (Spot(cell if text else code[3] if code else ""),)
    draft.asked.add("month")
    draft.period = f"{first:%Y-%m}" if first else ""
    return first


def apart(drafts: Sequence[Draft]) -> None:
    """Sheets of one report that speak of different months or schools: a head changed on one of them only."""
    sheets = [draft for draft in drafts if draft.origin and draft.body.layout.form]
    for draft in sheets[1:]:
        for label, mine, first in ((month_label, draft.period, sheets[0].period),
                                   (school_label, draft.school, sheets[0].school)):
            text, cell = label(draft.body)
            there = label(sheets[0].body)[0]
            if mine and first and mine != first and cell and there:
                choices = (Choice(there, there), Choice(f"Оставить «{text}»", KEEP))
                draft.findings.add("sheets-apart", draft.body.sheet, cell, text, choices,
                                   other=sheets[0].body.sheet, there=there)


def school_label(body: Body) -> tuple[str, str]:
    """What the head says of the school, and its cell."""
    value, cell = body.match.head.get("school_id", ("", ""))
    return plain(value), cell


def month_label(body: Body) -> tuple[str, str]:
    """The same of the month, which stands on sheets of kinds without a month too."""
    return labelled(body, "месяц")


def labelled(body: Body, label: str) -> tuple[str, str]:
    """The text beside a label above the table and its cell; two empty texts where there is no such label."""
    grid = body.parts[0].grid
    for row in range(body.match.header_row):
        place = beside(grid, row, {label})
        if place is not None:
            return plain_date(grid.at(row, place)), a1(row, place)
    return "", ""


def _month_of_name(stem: str, first: date) -> date | None:
    """Another month the name of the file speaks of: «Отчёт ноябрь», «Отчёт_2026-11»."""
    text = stem.lower().replace("ё", "е")
    codes = {date(int(year), int(number), 1) for year, number in _MONTH_CODE.findall(text)}
    words = {date(first.year, month_number(word) or 1, 1) for word in _MONTH_WORD.findall(text)}
    others = (codes or words) - {first}
    return others.pop() if len(others) == 1 and first not in codes | words else None


def _ask_of_name(draft: Draft, cell: str, text: str, named: str) -> None:
    draft.findings.add("file-names-another", draft.body.sheet, cell, text, (Choice(text, KEEP), Choice(named, named)),
                       named=named)


def _disagree(draft: Draft, cell: str, text: str, form: str, choices: tuple[Choice, ...]) -> None:
    """Choosing what the head already says is an answer too; then it is not asked again."""
    if draft.answers.get((draft.body.sheet, cell)) is None:
        draft.findings.add("code-against-head", draft.body.sheet, cell, text, choices, form=form)
        draft.findings.insist("code-against-head", draft.body.sheet, cell)
        draft.asked.add("school_id")
