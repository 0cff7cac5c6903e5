"""A block made anew from where it stood: which pages have blocks for a show, and the way back to each of them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from shnor import wording
from shnor.ui.kit import context, html
from shnor.ui.kit.block import Blocks, Shown
from shnor.ui.kit.context import COMPARED, Choices
from shnor.ui.run.session import Session
from shnor.ui.screens.courses import deficits as courses
from shnor.ui.screens.documents import page as documents
from shnor.ui.screens.overview import page as overview
from shnor.ui.screens.recommendations import page as recommendations
from shnor.ui.screens.results import page as results
from shnor.ui.screens.roadmap import page as roadmap
from shnor.ui.screens.school import blocks as school
from shnor.ui.screens.summary import page as summary
from shnor.ui.screens.support import blocks as support
from shnor.ui.screens.surveys import page as surveys

SHOW = "show"
"""The page of shows."""
WAYS: Mapping[str, Callable[[Session, Choices], Blocks]] = {
    "overview": overview.blocks, "school": school.blocks, "roadmap": roadmap.blocks, "courses": courses.blocks,
    "surveys": surveys.blocks, "results": results.blocks, "support": support.blocks, "summary": summary.blocks,
    "recommendations": recommendations.blocks,
    "documents": documents.blocks}
"""Page → its blocks for the choices of an address."""
PLAIN = frozenset({"support", "roadmap"})
"""Pages of events and deadlines."""
INSIDE = frozenset({"upload", "versions", "report", "papers", "check", "forms", "setup", "handbook", "settings",
                    "access", "source", "turn"})
"""Pages that are the centre's own work, or rows: nothing of them is shown to a room."""


class Recipe(NamedTuple):
    """Where a block stands: its page, what is chosen there, in the order of an address, and its id on the page. Neither
    a day nor a state: whatever is made of it is of the day it is asked for."""

    page: str
    choices: html.Query
    block: str


class Found(NamedTuple):
    """why: in words, where there is no block."""

    shown: Shown | None
    why: str = ""


def recipe(session: Session, page: str, block: str, choices: Choices) -> Recipe:
    """Of a block as its page shows it: a choice that is not there is not kept, for the page shows something else in its
    place. Raises KeyError for a page without blocks."""
    gone = WAYS[page](session, choices)
    beside = ",".join(code for code in context.compared(choices) if code not in gone.beside)
    kept = {**choices, COMPARED: beside}
    return Recipe(page, tuple((name, kept[name]) for name in context.NAMES
                              if kept.get(name) and name not in gone.missing), block)


def again(session: Session, made: Recipe) -> Found:
    """The block today: the same picture with today's numbers, or why there is none. Nothing else stands in for it."""
    if made.page not in WAYS:
        return Found(None, "Страницы, с которой взят этот слайд, больше нет.")
    choices = dict(made.choices)
    with html.carrying(made.choices):
        blocks = WAYS[made.page](session, choices)
    if gone := [*(choices[name] for name in blocks.missing if name in choices), *blocks.beside]:
        return Found(None, f"В базе больше нет того, что выбрано: {wording.listed([*map(wording.quoted, gone)])}.")
    found = next((shown for shown in blocks.shown if shown.block.id == made.block), None)
    return Found(found, "" if found else "Данных для этого слайда в базе нет.")
