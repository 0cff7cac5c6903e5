"""What the room does: whose turn it is, what is decided."""

from shnor.reports.slides.deck import Blank, Slide, Task
from shnor.service.show.room import Absent, Room, slide

QUESTIONS = ("Что из показанного похоже на вашу школу?", "Какая помощь сработала бы у вас в ближайшие два месяца?",
             "Что мешает и кто может это убрать?")
"""Of the task for groups and of the card that is handed out."""
MINUTES = 5


def chain(room: Room) -> Slide:
    """Need → help → result."""
    raise Absent("В базе нет сведений о дефицитах и о повторной диагностике: показать, что закрыто, не из чего.")


def guest(room: Room) -> Slide:
    """A school tells itself what it did, if its director agrees."""
    raise Absent("Четыре шага школы, которая выступает, впишите своим слайдом, когда директор согласен.")


def task(room: Room) -> Slide:
    return slide("task", "Ваша очередь: карточка вашей школы", Task(QUESTIONS, MINUTES), seconds=60 * MINUTES,
                 notes=("У каждого на столе карточка своей школы. Три вопроса, работаем группами.",))


def decision(room: Room) -> Slide:
    return slide("decision", "Решаем: две меры, срок, кто отвечает", Blank(("Мера", "Срок", "Кто отвечает"), 2),
                 notes=("Вписываем при всех. Это войдёт в протокол и в рекомендации.",), seconds=180)
