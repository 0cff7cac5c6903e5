"""The аналитическая справка: its sections one after another, from the figures of a day and what the centre has
written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from shnor import periods, wording
from shnor.errors import NotAllowed
from shnor.reports.papers.blocks import Block, Paper, Paragraph, Picture, Requisites, Section, Table, numbers
from shnor.reports.papers.laid import BLANK_DAY
from shnor.sentences import VERSION
from shnor.sentences.paper import PLACES
from shnor.sentences.pieces import Number, Sentence
from shnor.service.papers import own
from shnor.service.papers.sections import (
    centre,
    conclusions,
    courses,
    ground,
    level,
    results,
    roadmap,
    sign,
    surveys,
    tasks,
    tutors,
)
from shnor.service.papers.writing import WRITERS, Asked, Kept, Writing, opened
from shnor.store import View

_MODULES = (ground, centre, roadmap, tutors, courses, surveys, results, level, conclusions,
            tasks, sign)
SECTIONS: Mapping[str, str] = {one.ID: one.TITLE for one in _MODULES}
"""Id of a section → its title, in the order of the paper."""
MAKERS: Mapping[str, Callable[[Writing], Section]] = {one.ID: one.section for one in _MODULES}
NOT_YOURS = "Справку центра видят координатор и руководитель: попросите её у центра."


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """The draft as it stands. label: of invented data. Raises NotAllowed for who may not see it and for
    an unknown school, ValueError for an unknown period."""
    if view.scope.role not in WRITERS or (asked.school and view.scope.role != "coordinator"):
        raise NotAllowed(NOT_YOURS)  # of one school few people are told: that is the coordinator's
    return written(opened(view, asked, kept), label=label)


def written(writing: Writing, *, label: str = "") -> Paper:
    """The same for who may see it: papers of several schools share what is opened."""
    asked = writing.asked
    if asked.school and asked.school not in writing.cards:
        raise NotAllowed(f"Школы с кодом «{asked.school}» в реестре нет.")
    made = _numbered(make(writing) for make in MAKERS.values())
    paper = Paper("note", _title(writing), asked.day, writing.first, asked.whole.end, _set(writing), made,
                  requisites(writing), label, VERSION)
    return own.placed(writing, paper)


def _title(writing: Writing) -> str:
    """A year that is not over is not told of as a whole."""
    over = writing.day >= writing.asked.whole.end
    when = WHEN[writing.asked.whole.kind](writing.asked.whole)
    until = "" if over else f" (по состоянию на {wording.day_in_words(writing.day)})"
    whose = (f"{writing.cards[writing.asked.school].name} (школа с низкими образовательными результатами)"
             if writing.asked.school else "школ с низкими образовательными результатами")
    place = "" if writing.asked.school or not writing.kept.about.get("municipality") else (
        f" {writing.cases('municipality').gen}")
    return f"Аналитическая справка о методическом сопровождении {whose}{place} {when}{until}"


WHEN: Mapping[str, Callable[[periods.Period], str]] = {
    "year": lambda one: f"в {one.start.year} году", "half_year": lambda one: _half(one),
    "school_year": lambda one: f"в {one.title.replace('учебный год', 'учебном году')}"}
"""Kind of a period → «в 2026 году»."""


def _half(period: periods.Period) -> str:
    """«во II полугодии 2026 года»: the numeral stays with its word."""
    first = period.start.month == 1
    return f"{'в I' if first else 'во II'}{wording.NBSP}полугодии {period.start.year} года"


def _numbered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Sentences that lead to a table or a picture name the number it will be printed with: of the next one."""
    there, named = {Table: 0, Picture: 0}, {Table: 0, Picture: 0}
    return tuple(replace(section, blocks=tuple(_led(block, there, named) for block in section.blocks))
                 for section in sections)


def _led(block: Block, there: dict[type, int], named: dict[type, int]) -> Block:
    if type(block) in there:
        there[type(block)] += 1
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(_leads(one, there, named) if one.pattern == "shown" else one for one in block.sentences))


def _leads(sentence: Sentence, there: dict[type, int], named: dict[type, int]) -> Sentence:
    kind = Table if PLACES["table"] in sentence.text else Picture
    named[kind] = max(there[kind], named[kind]) + 1
    return replace(sentence, pieces=tuple(Number(f"{named[kind]}") if isinstance(piece, Number) else piece
                                          for piece in sentence.pieces))


def _set(writing: Writing) -> str:
    if writing.asked.school:
        return writing.cards[writing.asked.school].name
    return f"школы перечня {writing.last.year} года ({len(writing.listed)})"


def requisites(writing: Writing) -> Requisites:
    """Head and foot of a paper of the centre."""
    told = writing.kept.particulars
    return Requisites(authority=told.authority, centre=writing.kept.about.get("center", ""), place=told.place,
                      number="", post=told.post, executor=told.executor, phone=told.phone, approved=_approved(writing))


def _approved(writing: Writing) -> tuple[str, ...]:
    """Where the number of the order is known already."""
    told = writing.kept.particulars
    if not told.order_number:
        return ()
    whose = writing.cases("authority", told.authority).gen
    return "УТВЕРЖДЕНА", f"приказом {whose}".strip(), f"от {BLANK_DAY} №{wording.NBSP}{told.order_number}"


def ready(paper: Paper) -> tuple[int, int]:
    """How many figures are there, and how many there would be with what is missing."""
    there = sum(1 for _ in numbers(paper))
    return there, there + sum(len(section.missing) for section in paper.sections)
