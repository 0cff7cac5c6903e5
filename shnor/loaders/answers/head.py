"""What an export says of the whole survey: its name, its month, who answered, whose answers without a column of school.
What it does not say is asked."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor import periods
from shnor.datasets import KINDS, Value, a1
from shnor.datasets.forms import BARE_TITLE, RESPONSES_AT_END
from shnor.loaders.answers.continued import continued
from shnor.loaders.answers.export import Export, days_of
from shnor.loaders.issues.findings import Findings
from shnor.loaders.records.orders import ORDER_UNCLEAR, order_topic, settled
from shnor.loaders.records.registered import named_in
from shnor.loaders.types import KEEP, Choice, Known
from shnor.loaders.words.day_order import DAY_FIRST, MONTH_FIRST, order_of
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.schools import find
from shnor.loaders.words.values import choice, month_text, period, spellings

_RESPONSES = re.compile(RESPONSES_AT_END, re.I)
_BARE = re.compile(BARE_TITLE, re.I)
_COPY = re.compile(r"\s*\(\d+\)$")
_AUDIENCE = KINDS["surveys"]["audience"]
NOBODYS = "школы не указаны"
MONTHS_APART = 2
"""Answers of so many different months are one wave without a question."""
OFFERED = 6
COUNTED = "Посчитано из ответов формы. Ответы людей не хранятся."
"""Stands above both sheets: questions of the form were asked on the first of them."""


@dataclass(frozen=True)
class Head:
    """wave: words of a period, "" = not settled. audience: words, "" = everybody. school: its code where the whole file
    is of one school. rows: the first rows of the sheet of what was understood."""

    title: str
    wave: str
    audience: str
    school: str
    rows: tuple[tuple[Value, ...], ...]


def settle(export: Export, known: Known, findings: Findings, sheet: str, stem: str) -> Head:
    def given(row: int) -> str:
        return findings.answers.get((sheet, a1(row, 1)), "")

    if before := continued(export, known.waves, given(1), given(2)):
        title, wave = before.survey, _words(before.code)
        findings.add("form-continued", sheet, a1(2, 1), "", _same_or(export.days, wave), survey=title, wave=wave,
                     last=f"{before.last:%d.%m.%Y}")
    else:
        title = _title(export.sheet, stem, given(1), known, findings, sheet)
        wave = _wave(export, given(2), findings, sheet)
    audience = _audience(export, title, given(3), findings, sheet)
    school = _school(export, f"{stem} {title}", given(4), known, findings, sheet)
    names = {one.school_id: one.name for one in known.schools}
    whose = "по столбцу со школой" if export.school >= 0 else names.get(school, NOBODYS)
    if export.repeats:
        findings.add("form-repeats", sheet, a1(5, 1), export.repeats)
    rows = ((COUNTED,), ("Опрос", title), ("Когда", wave),
            ("Кто отвечал", audience or "по столбцу" if export.audience >= 0 else audience or "все опрошенные"),
            ("Чьи ответы", whose), ("Ответов", len(export.rows)))
    return Head(title, wave, audience, school, rows)


def _same_or(days: Sequence[date | None], wave: str) -> tuple[Choice, ...]:
    """The same wave, or the month of the newest answers."""
    newest = month_text(max(day for day in days if day))
    apart = (Choice(f"Отдельная волна: {newest}", newest),) if newest != wave else ()
    return Choice(f"Да, тот же опрос, {wave}", KEEP), *apart


def _title(sheet: str, stem: str, answer: str, known: Known, findings: Findings, place: str) -> str:
    """Of the sheet, unless the service named it; else of the file without «(Ответы)»."""
    if answer and answer != KEEP:
        return answer
    own = sheet if not _BARE.fullmatch(sheet.strip()) else stem
    title = _RESPONSES.sub("", own.replace("_", " ")).strip() or own
    if title not in known.surveys and (first := _COPY.sub("", title)) in known.surveys:
        title = first  # «Опрос (1)»: the browser has numbered the second download
    if known.surveys and title not in known.surveys:
        choices = [Choice(name, name) for name in list(known.surveys)[:OFFERED]]
        findings.add("form-title", place, a1(1, 1), title, (*choices, Choice("Да, это новый опрос", KEEP)))
    return title


def in_one_order(export: Export, known: Known, findings: Findings, sheet: str) -> Export:
    """The days read by an order of day and month that another time, today or the person tells; nobody has answered
    yet on a day to come."""
    order = order_of(export.times)
    if order.first or not order.unclear:
        return export
    read = {first: days_of(export.times, first) for first in (DAY_FIRST, MONTH_FIRST)}
    past = [first for first, days in read.items() if all(day is None or day <= known.today for day in days)]
    where = f"столбец {export.time_column}"
    if len(past) == 1 and not order.mixed:
        return replace(export, days=read[past[0]])
    first = settled(order, findings, sheet, where, a1(2, 1))
    if any(issue.topic and issue.code == ORDER_UNCLEAR for issue in findings.issues if issue.sheet == sheet):
        findings.insist(ORDER_UNCLEAR, sheet, order_topic(where))
        return export
    return replace(export, days=read[first])


def _wave(export: Export, answer: str, findings: Findings, sheet: str) -> str:
    """The month most answers came in, while they span two months at most; else it is asked. Where the order of day and
    month is asked, the month follows from its answer."""
    said = period(answer if answer != KEEP else None)
    if isinstance(said.value, str):
        return _words(said.value)
    if (ORDER_UNCLEAR, sheet) in {(issue.code, issue.sheet) for issue in findings.issues}:
        return ""
    dated = [day for day in export.days if day is not None]
    months = Counter(day.replace(day=1) for day in dated)
    often = sorted(months, key=lambda month: (months[month], month), reverse=True)
    if often and (max(often).year - min(often).year) * 12 + max(often).month - min(often).month < MONTHS_APART:
        return month_text(often[0])
    what = (f"Ответы собирали с {min(dated):%d.%m.%Y} по {max(dated):%d.%m.%Y}, это больше двух месяцев." if dated
            else "Время ответов не читается.")
    choices = tuple(Choice(month_text(month), month_text(month)) for month in often[:OFFERED])
    findings.add("form-wave", sheet, a1(2, 1), "", choices, what=what)
    return ""


def _words(code: str) -> str:
    return code if len(code) == 10 else periods.parse(code).title.removesuffix(" года")


def _audience(export: Export, title: str, answer: str, findings: Findings, sheet: str) -> str:
    if export.audience >= 0 or answer == KEEP:
        return ""
    read = choice(answer or None, _AUDIENCE, spellings(_AUDIENCE))
    if isinstance(read.value, str):
        return _AUDIENCE.choices[read.value]
    words = normalise(title)
    near = sorted(_AUDIENCE.choices.values(), key=lambda name: name[:6] not in words)
    findings.add("form-audience", sheet, a1(3, 1), "", tuple(Choice(name, name) for name in near))
    return ""


def _school(export: Export, texts: str, answer: str, known: Known, findings: Findings, sheet: str) -> str:
    if export.school >= 0 or answer == KEEP or not known.schools:
        return ""
    found = find(answer, known.schools)
    if found.school_id:
        return found.school_id
    named = named_in(texts, known)
    first = [school for school in known.schools if school.school_id == named]
    listed = first or known.schools[:2 * OFFERED]
    choices = (*(Choice(school.name, school.name) for school in listed), Choice(NOBODYS, KEEP))
    findings.add("form-school", sheet, a1(4, 1), answer, choices)
    return ""
