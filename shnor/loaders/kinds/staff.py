"""What a list of teachers by subject needs after reading: the school and the day it was counted on."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from shnor.datasets import Spot
from shnor.datasets.places import ANSWER
from shnor.loaders.records.above import free_cell, lines, only, tell_place
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import not_begun
from shnor.loaders.records.whole import settle_school
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import MONTH
from shnor.loaders.words.named_months import month_in
from shnor.loaders.words.subjects import one_form
from shnor.loaders.words.values import day
from shnor.periods import last_day

_ON_DATE = re.compile(rf"(?:состоянию )?на «?(\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}}»? {MONTH} \d{{4}})")

_DAY = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
TAB_DAY = "день списка и вкладка"


def finish(draft: Draft) -> None:
    """Rows become records with their whole key."""
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    if draft.body.layout.form:
        return
    settle_school(draft, needed=True)
    if not draft.body.tells("on_date"):
        _day(draft)
    _against_tab(draft)
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


def _against_tab(draft: Draft) -> None:
    """One day in all rows beside a tab that names another day or month: asked once, the answer stands for the sheet."""
    told = only(draft.column("on_date"))
    tab = _of_tab(draft.body.sheet, told) if told else None
    if not told or not tab or tab == told:
        return
    sheet, cell = draft.place(0, "on_date")
    answered = day(draft.answers.get((sheet, TAB_DAY))).value
    if isinstance(answered, date):
        draft.columns["on_date"] = [answered] * len(draft.origin)
        draft.spots["on_date"] = (Spot(words=ANSWER),)
        return
    choices = (Choice(f"{tab:%d.%m.%Y} (вкладка листа)", f"{tab:%d.%m.%Y}"),
               Choice(f"{told:%d.%m.%Y} (в таблице)", KEEP))
    draft.findings.add("day-against-tab", sheet, cell, f"{told:%d.%m.%Y}", choices, TAB_DAY, tab=sheet,
                       column=draft.body.kind["on_date"].title)


def _of_tab(tab: str, told: date) -> date | None:
    """The day a tab names; where it names a month that is not the one of the day, the same day of it. A month is often
    counted on the first day of the next one."""
    if isinstance(exact := day(only(_DAY.findall(tab))).value, date):
        return exact
    named = month_in(tab)
    first = named.near(told) if named else told.replace(day=1)
    if first == told.replace(day=1) or told == last_day(first.year, first.month) + timedelta(days=1):
        return told
    return first.replace(day=min(told.day, last_day(first.year, first.month).day))


def _days(texts: Iterable[str]) -> list[object]:
    return [day(text).value for line in texts
            for text in _ON_DATE.findall(DASHES.sub("-", line.lower().replace("ё", "е")))]
