"""The order that approves the справка; its tasks are the ones of the справка, from one list."""

from dataclasses import replace

from shnor.datasets.paragraphs import APPROVE, CONTROL, ON_GROUND, WITHOUT_GROUND
from shnor.reports.papers.blocks import Own, Paper, Section, Task, Tasks
from shnor.sentences.placeholders import filled
from shnor.service.papers import note
from shnor.service.papers.sections import tasks
from shnor.service.papers.values import values
from shnor.service.papers.writing import Asked, Kept, opened
from shnor.store import View

ABOUT = "Аналитическая справка о "


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """Raises as `note.build`."""
    whole, writing = note.build(view, asked, kept, label=label), opened(view, asked, kept)
    put = values(writing)
    ground = ON_GROUND if put["приказ"] else WITHOUT_GROUND
    told = filled(ground, put)[0]
    given = (Task(0, "", APPROVE.format(title=f"О {whole.title.removeprefix(ABOUT)}")), *tasks.given(writing))
    if kept.particulars.control:
        given = (*given, Task(0, "", CONTROL.format(whom=kept.particulars.control)))
    numbered = tuple(replace(one, number=number) for number, one in enumerate(given, 1))
    return replace(whole, kind="order", title=f"Об итогах анализа методического сопровождения {_whom(whole)}",
                   sections=(Section("order", "", (Own("ground", told), Tasks("", numbered)), numbered=False),),
                   requisites=replace(whole.requisites, number=kept.particulars.order_number))


def _whom(whole: Paper) -> str:
    """«школ с низкими образовательными результатами … в 2026 году»."""
    return whole.title.partition("сопровождении ")[2].partition(" (по состоянию")[0]
