"""IX. Tasks: what is still open in the register of recommendations, by addressee, numbered without gaps.

A task is printed with its term where that lies ahead. One whose term has passed, or was never named, stands there
without it, carried over as it is: the old term is no word to a new paper. Whoever writes it is asked on the screen for
a new one, and an order gives none without.
"""

import re
from datetime import date
from itertools import groupby

from shnor import wording
from shnor.datasets.recommendations import ADDRESSED, DIRECTOR
from shnor.reports.papers.blocks import Missing, Section, Task, Tasks
from shnor.sentences.subjects import dative
from shnor.service.pages import recommendations
from shnor.service.pages.recommendations import Advice
from shnor.service.papers.writing import Writing

ID, TITLE = "tasks", "Задачи"
FORM = "Рекомендации и задачи"
_COUNTED = re.compile(r"(?P<of>.*?)[:,;]?\s*(?:«2»\s*)?у\s+\d+\s+из\s+\d+.*")
"""«ОГЭ, математика: «2» у 3 из 8»: what was counted, and how many."""


def section(writing: Writing) -> Section:
    title, tasks = f"{TITLE} на {writing.following}", given(writing)
    if not tasks:
        return Section(ID, title, (), (Missing("Открытых задач в реестре рекомендаций нет", FORM, "upload"),))
    blocks = tuple(Tasks(to, tuple(some)) for to, some in groupby(tasks, lambda one: one.addressee))
    return Section(ID, title, blocks, _unnamed(writing))


def given(writing: Writing) -> tuple[Task, ...]:
    """The one list of the справка and of the order."""
    return tuple(_task(writing, number, one) for number, one in enumerate(_left(writing), start=1))


def _left(writing: Writing) -> list[Advice]:
    page = writing.once(recommendations.build, day=writing.day)
    order = list(ADDRESSED)
    left = [one for paper in page.papers for one in paper.advice
            if one.is_left and writing.asked.school in ("", one.school_id)]
    return sorted(left, key=lambda one: (
        order.index(one.addressee_id) if one.addressee_id in order else len(order), bool(one.school),
        wording.by_number(one.school), one.year, wording.by_number(one.number)))


def _task(writing: Writing, number: int, one: Advice) -> Task:
    first = min(filter(None, (one.carried_from, one.year)))
    return Task(number, wording.capital(_addressee(one)), wording.small(one.text), _term(writing, one),
                _ground(writing, one), first if first < writing.last.year else 0)


def _term(writing: Writing, one: Advice) -> date | None:
    """A day that has come is no day of a new paper."""
    return one.due if one.due is not None and one.due > writing.day else None


def _ground(writing: Writing, one: Advice) -> str:
    """In a paper of the municipality nothing is counted of a school that is named: «результаты ОГЭ по математике»."""
    found = _COUNTED.fullmatch(one.ground)
    if not found or not one.school_id or writing.asked.school:
        return one.ground
    work, subject, *rest = (*map(str.strip, found["of"].split(",")), "")
    return ", ".join(filter(None, (f"результаты {work} по {dative(subject)}" if subject else found["of"], *rest)))


def _unnamed(writing: Writing) -> tuple[Missing, ...]:
    """Whose term has to be named anew."""
    told = [f"{number} (прежний{wording.NBSP}{wording.LONG_DASH} {wording.day(one.due)})" if one.due else f"{number}"
            for number, one in enumerate(_left(writing), start=1) if _term(writing, one) is None]
    words = f"Срок не назначен: {'задача' if len(told) == 1 else 'задачи'} {', '.join(told)}. Назначьте новый"
    return (Missing(words, FORM, "upload"),) if told else ()


def _addressee(one: Advice) -> str:
    """In the dative; "" where the register names nobody."""
    if one.school and one.addressee_id == "director":
        return f"{DIRECTOR} {one.school}"
    return ADDRESSED.get(one.addressee_id, "" if one.addressee == recommendations.UNNAMED else one.addressee)
