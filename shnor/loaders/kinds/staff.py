"""What a list of teachers by subject needs after reading: the school and the day it was counted on."""

import re
from collections.abc import Iterable

from shnor.loaders.records.above import free_cell, lines, only, tell_place
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import not_begun
from shnor.loaders.records.whole import settle_school
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import MONTH
from shnor.loaders.words.subjects import one_form
from shnor.loaders.words.values import day

_ON_DATE = re.compile(rf"(?:состоянию )?на «?(\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}}»? {MONTH} \d{{4}})")


def finish(draft: Draft) -> None:
    """Rows become records with their whole key."""
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    if draft.body.layout.form:
        return
    settle_school(draft, needed=True)
    if not draft.body.tells("on_date"):
        _day(draft)
    not_begun(draft, "on_date")


def _day(draft: Draft) -> None:
    """«по состоянию на 20.09.2026» above the table, or asked."""
    body, cell = draft.body, free_cell(draft, 0)
    answer = draft.answers.get((body.sheet, cell))
    answered = day(answer if answer != KEEP else None).value
    counted_on = answered or only(_days((*lines(draft), body.sheet)))
    if counted_on:
        draft.columns["on_date"] = [counted_on] * len(draft.origin)
        tell_place(draft, "on_date", 0, lambda line: counted_on in _days([line]))
        return
    year = draft.known.today.year
    choices = tuple(Choice(text, text) for text in (f"{draft.known.today:%d.%m.%Y}", f"20.09.{year}"))
    draft.findings.add("day-unsaid", body.sheet, cell, "", choices)
    draft.asked.add("on_date")


def _days(texts: Iterable[str]) -> list[object]:
    return [day(text).value for line in texts
            for text in _ON_DATE.findall(DASHES.sub("-", line.lower().replace("ё", "е")))]
