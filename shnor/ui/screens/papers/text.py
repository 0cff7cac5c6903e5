"""A section of the draft as it will be printed: own paragraphs, sentences whose numbers lead to their sources, tables,
its picture, tasks."""

from collections.abc import Iterator

from markupsafe import Markup

from shnor import wording
from shnor.reports.papers.blocks import Own, Paper, Paragraph, Picture, Section, Table, Task, Tasks
from shnor.sentences.pieces import Number, Piece, Source
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Shown
from shnor.ui.kit.html import Cell, joined, tag
from shnor.ui.run.session import Session
from shnor.ui.screens.papers import ready

ANCHOR = "shnor-from-"


def draw(session: Session, paper: Paper, shown: Section) -> None:
    html.show(tag("<h2 class='shnor-paper-title'>{}</h2>", ready.title(shown)))
    anchors = places(shown)
    bodies = [body for one in shown.blocks if (body := _body(one, anchors))]
    if bodies:
        html.show(tag("<div class='shnor-paper'>{}</div>", joined(bodies)))
    elif not shown.missing:
        html.text("В этом разделе печатаются реквизиты: они заполнены.")
    for one in shown.blocks:
        if isinstance(one, Picture):
            block.show(session, Shown.of(one.chart, one.shape))


def sourced(section: Section) -> Iterator[Source]:
    """Sources of its numbers, each once, in the order they are printed."""
    found: dict[Source, None] = {}
    for one in section.blocks:
        for piece in _pieces(one):
            if isinstance(piece, Number) and piece.source:
                found[piece.source] = None
    yield from found


def places(section: Section) -> dict[Source, int]:
    return {source: place for place, source in enumerate(sourced(section))}


def _pieces(one: object) -> Iterator[Piece]:
    if isinstance(one, Paragraph):
        yield from (piece for sentence in one.sentences for piece in sentence.pieces)
    elif isinstance(one, Table):
        yield from (cell for row in one.rows for cell in row)


def _body(one: object, anchors: dict[Source, int]) -> Markup | None:
    if isinstance(one, Paragraph):
        told = joined(tag("{} ", _said(sentence.pieces, anchors)) for sentence in one.sentences)
        return tag("<p>{}</p>", told)
    if isinstance(one, Own):
        return _own(one)
    if isinstance(one, Table):
        rows: list[list[Cell]] = [[_piece(cell, anchors) for cell in row] for row in one.rows]
        return tag("{}<p class='shnor-small'>{}</p>", html.table_html(
            one.heads, rows, caption=one.title, numbers=range(1, len(one.heads))), one.source)
    return _tasks(one) if isinstance(one, Tasks) else None


def _own(one: Own) -> Markup:
    lines = joined(tag("<p>{}</p>", wording.typeset(line)) for line in one.text.splitlines())
    asked = joined(tag("<p class='doubt'>{}</p>", doubt) for doubt in one.doubts)
    return tag("<div class='own' title='Абзац центра'>{}{}</div>", lines, asked)


def _said(pieces: tuple[Piece, ...], anchors: dict[Source, int]) -> Markup:
    return joined(_piece(piece, anchors) for piece in pieces)


def _piece(piece: Piece, anchors: dict[Source, int]) -> Markup:
    if isinstance(piece, str):
        return tag("{}", piece)
    if piece.source is None:
        return tag("{}", piece.text)
    return tag("<a class='shnor-figure' href='#{}{}'>{}</a>", ANCHOR, anchors[piece.source], piece.text)


def _tasks(one: Tasks) -> Markup:
    return tag("<h3>{}</h3><ol class='shnor-items'>{}</ol>", one.title, joined(
        _task(task, named=task.addressee != one.title) for task in one.tasks))


def _task(task: Task, *, named: bool) -> Markup:
    due = f" Срок{wording.NBSP}{wording.LONG_DASH} {wording.day(task.due)}." if task.due else " Срок не назначен."
    ground = f" Основание: {task.ground}." if task.ground else ""
    carried = f" Перенесено из {task.carried} года." if task.carried else ""
    told = f"{wording.capital(task.addressee)}: {task.text}" if named and task.addressee else wording.capital(task.text)
    return tag("<li value='{}'>{}.{}{}{}</li>", task.number, told, due, ground, carried)
