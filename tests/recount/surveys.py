"""Surveys: k of n by question, option, wave and school; who took part; percentages without their number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shnor.service.pages import surveys
from shnor.store import View
from tests.recount.days import month_end, span
from tests.recount.raw import Files, Row, Sheet
from tests.recount.schools import list_day, schools

YES = ("да", "скорее да")
AUDIENCE = "teachers"
WAVES = 4
"""So many of the newest waves stand on the page."""


@dataclass(frozen=True)
class Answers:
    """How many of a school chose an option in a wave, of how many who answered the question. last: the wave counts from
    this day. base None: only a percentage is known. invited: how many were asked, where the file tells it."""

    wave: str
    last: date
    school: str
    audience: str
    question: str
    option: str
    chosen: int
    base: int | None
    invited: int | None
    percent: float | None


def answers(files: Files) -> list[Answers]:
    return [*_summaries(files), *_exports(files)]


def _summaries(files: Files) -> Iterator[Answers]:
    known = schools(files)
    for sheet in files.named("Анкета педагогов", "Опрос"):
        for row in sheet.rows("Опрос"):
            first, last = span(row["Когда"])
            last = span(row["Последний день ответов"])[1] if row.get("Последний день ответов") else last
            yield Answers(f"{first:%Y-%m}", last, known.code(row["Школа"]) if row.get("Школа") else "",
                          AUDIENCE if row.get("Кто отвечал") == "педагоги" else "all", row["Вопрос"],
                          row["Вариант ответа"], row.get("Выбрали") or 0, row.get("Ответили на вопрос"),
                          row.get("Сколько опрашивали"), row.get("Доля, %"))


def _exports(files: Files) -> Iterator[Answers]:
    """A row is a person; the same number twice is the same answer. The wave is the month of the last answer."""
    known = schools(files)
    for sheet in files.named("Удовлетворённость"):
        moment = "Время создания" if sheet.file.endswith(".csv") else "Отметка времени"
        rows = list({row.get("ID", place): row for place, row in enumerate(_people(sheet))}.values())
        last = max(_day(row[moment]) for row in rows)
        for (school, question), people in _by_question(known.code, rows).items():
            for option in dict.fromkeys(option for chosen in people for option in chosen):
                yield Answers(f"{last:%Y-%m}", last, school, AUDIENCE, question, option,
                              sum(option in chosen for chosen in people), len(people), None, None)


def _people(sheet: Sheet) -> list[Row]:
    return sheet.rows("ID") or sheet.rows("Отметка времени")


def _day(value: Any) -> date:
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    if iso := re.match(r"(20\d\d)-(\d\d)-(\d\d)", text):
        return date(*map(int, iso.groups()))
    return span(text)[0]


def _by_question(code: Any, rows: list[Row]) -> dict[tuple[str, str], list[list[str]]]:
    """School and question → the options each person who answered it chose; «вопрос / вариант» is one of several."""
    chosen: dict[tuple[str, str], list[list[str]]] = {}
    questions = list(dict.fromkeys(name.split(" / ")[0] for name in rows[0] if "?" in name))
    for row in rows:
        for question in questions:
            cells = [value for name, value in row.items() if name.split(" / ")[0] == question and value]
            if cells:
                options = cells[0].split(", ") if "несколько" in question and len(cells) == 1 else cells
                chosen.setdefault((code(row["Школа"] if "Школа" in row else row["Ваша школа"]), question), []).append(
                    options)
    return chosen


def counted(files: Files, day: date) -> dict[tuple[str, ...], Any]:
    every = [row for row in answers(files) if row.last <= day]
    waves = sorted({row.wave for row in every if row.audience == AUDIENCE})[-WAVES:]
    counts: dict[tuple[str, ...], Any] = {("волны",): tuple(waves)}
    rows = [row for row in every if row.base is not None and row.wave in waves]
    for question in {row.question for row in rows}:
        own = [row for row in rows if row.question == question]
        shared = _together(files, day, own)
        counts |= {(question, option, wave): _share(shared, wave, (option,))
                   for option in {row.option for row in own} for wave in waves}
        if set(YES) & {row.option for row in own}:
            counts |= {(question, "положительно", wave): _share(shared, wave, YES) for wave in waves}
            counts |= {(question, code, wave): _share([row for row in own if row.school == code], wave, YES)
                       for code in {row.school for row in own} for wave in waves}
    [question] = {row.question for row in rows if row.option in YES}  # the page opens with it
    judged = [row for row in rows if row.question == question]
    shared = {row.school for row in _together(files, day, judged)}
    asked = [row for row in rows if row.invited is not None]
    counts |= {("охват", wave): _reach([row for row in asked if row.wave == wave and row.school in shared])
               for wave in waves}
    listed = schools(files).listed(list_day(_wave_end(waves[-1]), day))
    now = [row for row in rows if row.wave == waves[-1] and row.school in listed]
    counts["сейчас",] = _share([row for row in now if row.question == question], waves[-1], YES)
    counts["охват сейчас",] = _reach([row for row in now if row.invited is not None])
    counts |= {("без числа опрошенных", row.school, row.wave, row.option): row.percent
               for row in every if row.percent is not None}
    newest = {row.school for row in every if row.wave == waves[-1]}
    counts["не ответили",] = sorted(schools(files).listed(list_day(_wave_end(waves[-1]), day)) - newest)
    return counts


def _together(files: Files, day: date, rows: list[Answers]) -> list[Answers]:
    """What a line over waves counts: schools of the list of its newest wave that have rows of it in each of its
    waves."""
    waves = {row.wave for row in rows}
    owners = [{row.school for row in rows if row.wave == wave} for wave in waves]
    listed = schools(files).listed(list_day(_wave_end(max(waves)), day)) if waves else frozenset()
    return [row for row in rows if row.school in listed.intersection(*owners)]


def _wave_end(wave: str) -> date:
    return month_end(int(wave[:4]), int(wave[5:]))


def _share(rows: list[Answers], wave: str, options: tuple[str, ...]) -> tuple[int, int]:
    """Of those who answered the question: each school is counted once."""
    own = [row for row in rows if row.wave == wave]
    bases = {row.school: row.base or 0 for row in own}
    return sum(row.chosen for row in own if row.option in options), sum(bases.values())


def _reach(rows: list[Answers]) -> tuple[int, int]:
    """Who took part, of those asked."""
    invited = {row.school: row.invited or 0 for row in rows}
    took = {code: max(row.base or 0 for row in rows if row.school == code) for code in invited}
    return sum(took.values()), sum(invited.values())


def shown(view: View, files: Files, day: date) -> dict[tuple[str, ...], Any]:
    first = surveys.build(view, surveys.Chosen(), day=day)
    figures: dict[tuple[str, ...], Any] = {("волны",): first.waves}
    for question, _ in first.choices["question"]:
        page = surveys.build(view, surveys.Chosen(question=question), day=day)
        every = surveys.build(view, surveys.Chosen(question=question, schools=surveys.EVERY), day=day)
        lines = [*((line.name, line) for line in page.options), *((line.school_id, line) for line in every.schools)]
        for name, line in [*lines, *([("положительно", page.total)] if page.total else [])]:
            figures |= {(question, name, wave): (cell.figure.numerator, cell.figure.denominator)
                        for wave, cell in zip(page.waves, line.cells, strict=True) if cell and cell.figure.denominator}
    figures |= {(name,): (cell.figure.numerator, cell.figure.denominator or 0)
                for name, cell in (("сейчас", first.now), ("охват сейчас", first.reached)) if cell}
    figures |= {("охват", wave): (cell.figure.numerator, cell.figure.denominator)
                for wave, cell in zip(first.waves, first.reach, strict=True) if cell}
    figures |= {("без числа опрошенных", row.school_id, row.wave, row.option): row.percent for row in first.stated}
    figures["не ответили",] = sorted(first.silent)
    return figures
