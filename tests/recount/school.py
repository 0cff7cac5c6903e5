"""The page of one school: its exams year on year and over several years beside the list, its answers in surveys, the
help it got in the year of the day."""

from collections import Counter
from datetime import date
from typing import Any

from shnor.service.pages import school_topics
from shnor.store import View
from tests.recount.marks import Work, works
from tests.recount.raw import Files
from tests.recount.results import low
from tests.recount.schools import list_day, schools
from tests.recount.support import held
from tests.recount.surveys import YES, answers
from tests.recount.windows import MAIN, year_end

EXAM = "ОГЭ"
POOLED = 3


def counted(files: Files, day: date) -> dict[tuple[str, ...], Any]:
    known = [work for work in works(files) if work.size and work.last <= day]
    counts: dict[tuple[str, ...], Any] = {}
    for code in _codes(files):
        own = [work for work in known if work.owner == code and not work.term]
        lines: dict[tuple[str, ...], Any] = {**_exams(own), **_answers(files, code, day)}
        lines |= _pooled(files, day, [work for work in known if work.procedure == EXAM], code)
        lines |= {("помощь", kind): n for kind, n in Counter(
            event.kind for event in held(files)
            if event.last <= day and event.month.year == day.year and code in event.schools).items()}
        counts |= {(code, *line): value for line, value in lines.items()}
    return counts


def _codes(files: Files) -> list[str]:
    """Schools that were on a list, or had help."""
    helped = {code for event in held(files) for code in event.schools}
    return sorted(helped | {code for code, *_ in schools(files).terms})


def _exams(own: list[Work]) -> dict[tuple[str, ...], tuple[int, int]]:
    """In the newest year of all works of the school, and in the year before it."""
    if not own:
        return {}
    newest = max(work.year for work in own)
    years = {_before(newest): "год назад", newest: "сейчас"}
    exams = {(work.subject, work.stage, work.year) for work in own if work.procedure == EXAM and work.year in years}
    return {(f"{EXAM}, {subject}, {stage}", years[year]): low(
        work for work in own if (work.procedure, work.subject, work.stage, work.year) == (EXAM, subject, stage, year))
        for subject, stage, year in exams}


def _before(year: str) -> str:
    starts = int(year[:4])
    return f"{starts - 1}/{starts % 100:02}"


def _pooled(files: Files, day: date, exams: list[Work], code: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """The main day: the school over several years, the list in the newest of them."""
    lines: dict[tuple[str, ...], tuple[int, int]] = {}
    for subject in {work.subject for work in exams}:
        main = [work for work in exams if (work.subject, work.stage) == (subject, MAIN)]
        years = sorted({work.year for work in main if work.owner == code})[-POOLED:]
        if len(years) < 2:
            continue
        lines[subject, "за три года"] = low(work for work in main if work.owner == code and work.year in years)
        listed = schools(files).listed(list_day(year_end(years[-1]), day))
        if listed - {code}:
            lines[subject, "перечень"] = low(work for work in main if work.owner in listed and work.year == years[-1])
    return lines


def _answers(files: Files, code: str, day: date) -> dict[tuple[str, ...], Any]:
    """Positive answers in the newest wave the school took part in, and in the one before it."""
    own = [row for row in answers(files) if row.school == code and row.base is not None and row.last <= day
           and row.option in YES]
    lines: dict[tuple[str, ...], Any] = {}
    for question in {row.question for row in own}:
        waves = sorted({row.wave for row in own if row.question == question})
        for wave, title in zip(reversed(waves), ("сейчас", "до этого"), strict=False):
            rows = [row for row in own if (row.question, row.wave) == (question, wave)]
            lines[question, title] = (sum(row.chosen for row in rows), rows[0].base)
    return lines


def shown(view: View, files: Files, day: date) -> dict[tuple[str, ...], Any]:
    figures: dict[tuple[str, ...], Any] = {}
    for code in _codes(files):
        page = school_topics.build(view, code, day=day)
        lines: dict[tuple[str, ...], Any] = {
            (line.name, title): (cell.k, cell.n) for line in page.results if line.name.startswith(EXAM)
            for title, cell in (("год назад", line.before), ("сейчас", line.after)) if cell}
        for pooled in page.pooled:
            subject = pooled.name.split(", ")[1]
            lines |= {(subject, title): (figure.numerator, figure.denominator) for title, figure in (
                ("за три года", pooled.own), ("перечень", pooled.listed)) if figure}
        for answer in page.surveys:
            lines |= {(answer.question, title): (figure.numerator, figure.denominator) for title, figure in (
                ("сейчас", answer.now), ("до этого", answer.before)) if figure and figure.denominator}
        if page.help and page.help.year == day.year:
            lines |= {("помощь", kind): n for kind, n in (page.help.counts | page.help.others).items()}
        figures |= {(code, *line): value for line, value in lines.items()}
    return figures
