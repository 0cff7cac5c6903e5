"""What the room does: whose turn it is, what is decided."""

from dataclasses import replace

from shnor import wording
from shnor.reports.slides.deck import Blank, Slide, Task
from shnor.service.show.room import Absent, Room, slide

QUESTIONS = ("Что из показанного похоже на вашу школу?", "Какая помощь сработала бы у вас в ближайшие два месяца?",
             "Что мешает и кто может это убрать?")
"""Of the task for groups and of the card that is handed out."""
MINUTES = 5
COUNTED = "Цифры показа: на {}, откуда каждая — в таблицах «Откуда цифры», правила — в «Что как считается»"
NUMBERED = frozenset({"sizes", "deadlines", "marks", "schools", "children", "chain", "advice",
                      "answers"})
"""Slides with numbers of the base."""


def guest(room: Room) -> Slide:
    """A school tells itself what it did, if its director agrees."""
    raise Absent("Четыре шага школы, которая выступает, впишите своим слайдом, когда директор согласен.")


def task(room: Room) -> Slide:
    return slide("task", "Ваша очередь: карточка вашей школы", Task(QUESTIONS, MINUTES), seconds=60 * MINUTES,
                 notes=("У каждого на столе карточка своей школы. Три вопроса, работаем группами.",))


def decision(room: Room) -> Slide:
    made = slide("decision", "Решаем: две меры, срок, кто отвечает",
                 Blank(("Мера", "Срок", "Кто отвечает"), 2, widths=(5, 2, 3)),
                 notes=("Вписываем при всех. Это войдёт в протокол и в рекомендации.",), seconds=180)
    return replace(made, source=COUNTED.format(wording.day(room.day))) if room.shown & NUMBERED else made
