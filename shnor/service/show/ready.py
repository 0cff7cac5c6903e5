"""The slides we offer and the three sets of them: 25 minutes before the schools themselves, a short one for directors,
one for people from outside."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from shnor.reports.slides.deck import Slide
from shnor.service.show.room import Room
from shnor.service.show.slides import advice, answers, closing, marks, need, opening, work
from shnor.shows import Item


class Ready(NamedTuple):
    """named: how the list of slides calls it."""

    named: str
    build: Callable[[Room], Slide]


READY: dict[str, Ready] = {
    "title": Ready("Тема", opening.title), "question": Ready("Что решим к концу", opening.question),
    "sizes": Ready("Какие разные школы", opening.sizes), "deadlines": Ready("Что сделано к сроку", work.deadlines),
    "marks": Ready("Отметки «2» по перечню", marks.together), "schools": Ready("По школам", marks.by_school),
    "children": Ready("Те же дети год спустя", marks.children), "chain": Ready("Дефицит, помощь, результат",
                                                                             need.chain),
    "answers": Ready("Что говорят педагоги", answers.answers), "guest": Ready("Как это сделала одна школа",
                                                                             closing.guest),
    "advice": Ready("Что стало с рекомендациями", advice.advice),
    "task": Ready("Задание группам", closing.task), "decision": Ready("Решение", closing.decision),
}
FRAMES = frozenset({"title", "decision"})
"""Slides that say what the others show: they are made after them."""


class Set(NamedTuple):
    """A ready order of slides. title: as it is offered; keys: of READY."""

    title: str
    keys: tuple[str, ...]


SETS: dict[str, Set] = {
    "12": Set("12 слайдов, 25 минут: семинар для школ перечня", tuple(READY)),
    "10": Set("10 слайдов: для коллег не из перечня", tuple(
        key for key in READY if key not in ("schools", "guest", "advice"))),
    "5": Set("5 слайдов: совещание директоров", ("title", "deadlines", "marks", "answers", "decision")),
}


def items(keys: Sequence[str]) -> tuple[Item, ...]:
    return tuple(Item(key, "ready", key) for key in keys)
