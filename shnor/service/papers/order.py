"""The order that approves the справка: of its tasks those that say who and by when, to each addressee in one point."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from shnor.datasets.paragraphs import ANNEX, APPROVE, CONTROL, IN_FORCE, ON_GROUND, WITHOUT_GROUND
from shnor.reports.papers.blocks import Own, Paper, Section, Task, Tasks
from shnor.sentences.names import Cases, title
from shnor.sentences.placeholders import filled
from shnor.service.papers import note
from shnor.service.papers.sections import ground, tasks
from shnor.service.papers.values import values
from shnor.service.papers.writing import Asked, Kept, Writing, opened
from shnor.store import View

ABOUT = "Аналитическая справка о "


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """Raises as `note.build`."""
    whole, writing = note.build(view, asked, kept, label=label), opened(view, asked, kept)
    told, by = kept.particulars, whole.requisites
    given = [Task(0, "", APPROVE.format(title=f"О {whole.title.removeprefix(ABOUT)}")),
             *by_addressee(tasks.given(writing), asked.day)]
    if told.control:
        given.append(Task(0, "", CONTROL.format(whom=told.control)))
    given.append(Task(0, "", IN_FORCE))
    numbered = tuple(replace(one, number=number) for number, one in enumerate(given, 1))
    blocks = Own("ground", _begun(writing)), Tasks("", numbered), Own("annex", ANNEX)
    return replace(whole, kind="order", title=f"Об итогах анализа методического сопровождения {_whom(whole)}",
                   sections=(Section("order", "", blocks, numbered=False),),
                   requisites=replace(by, number=told.order_number, post=told.order_post, approved=(),
                                      centre="" if by.authority else by.centre))


def by_addressee(given: Sequence[Task], day: date) -> Iterator[Task]:
    """Who is told several things has one point with its parts. A task without an addressee or a day that is still ahead
    nobody can be ordered to do: it stays in the register."""
    ready: dict[str, list[Task]] = {}
    for one in given:
        if one.addressee and one.due and one.due > day:
            ready.setdefault(one.addressee, []).append(one)
    for addressee, own in ready.items():
        yield own[0] if len(own) == 1 else Task(0, addressee, "", parts=tuple(own))


def _begun(writing: Writing) -> str:
    put, order = values(writing), ground.order(writing)
    if order is None or not isinstance(cases := put["приказ"], Cases):
        return filled(WITHOUT_GROUND, put)[0]
    of = f" {title(order.title)}" if order.title else ""
    return filled(ON_GROUND, {**put, "приказ": Cases(*(f"{one}{of}" for one in cases))})[0]


def _whom(whole: Paper) -> str:
    """«школ с низкими образовательными результатами … в 2026 году»."""
    return whole.title.partition("сопровождении ")[2].partition(" (по состоянию")[0]
