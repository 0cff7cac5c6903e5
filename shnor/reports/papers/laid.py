"""A paper as it is printed: numerals, captions, head and foot said once, so that Word, PDF and a page of the web have
the same words in the same order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

from shnor.charts.facts import Chart
from shnor.charts.shapes.shape import Shape
from shnor.reports.papers.blocks import (
    Block,
    Heading,
    Own,
    Paper,
    Paragraph,
    Picture,
    Requisites,
    Section,
    Table,
    Task,
    Tasks,
)
from shnor.reports.slides import caption
from shnor.reports.slides.deck import Picture as Drawn
from shnor.sentences import tasks
from shnor.sentences.pieces import Piece
from shnor.wording import LONG_DASH, NBSP, capital, day, day_in_words, typeset

Look = Literal["organ", "kind", "title", "place", "heading1", "heading2", "heading3", "text", "ordering", "task",
               "caption", "drawing_caption", "source", "executor", "stamp"]
BLANK, BLANK_DAY, BLANK_NUMBER = "_" * 24, f"«____»{NBSP}{'_' * 16}{NBSP}20___{NBSP}г.", "_" * 10
BLANK_SIGN = f"{'_' * 12}{NBSP}/{'_' * 14}/"
"""Lines to write on; the last one to sign on, with the name beside."""
READ = f"С приказом ознакомлены: {'_' * 60}"
ORDER, ORDERING = "ПРИКАЗ", "ПРИКАЗЫВАЮ:"
_YEAR = re.compile(r"(?<=\d{4}) (?=год)")
"""A year and its word stay together."""
SIGNED, WITH_EXECUTOR = ("note", "order"), ("note", "order", "month")
"""Kinds of papers with a signature, with who has made them."""


@dataclass(frozen=True)
class Line:
    """A paragraph."""

    look: Look
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Sides:
    """Two texts at the ends of one line: a date and a number, a post and a name. signed: with room between them."""

    left: str
    right: str
    signed: bool = False


@dataclass(frozen=True)
class Grid:
    """A table without its caption, which is a line of its own."""

    table: Table


@dataclass(frozen=True)
class Drawing:
    """A chart without its caption."""

    chart: Chart
    shape: Shape


Printed = Line | Sides | Grid | Drawing


class Counters:
    """Tables and pictures of one paper are numbered through."""

    def __init__(self) -> None:
        self.tables, self.drawings = count(1), count(1)


def laid(paper: Paper) -> Iterator[Printed]:
    """All of the paper from its head to its foot."""
    yield from _head(paper)
    yield from (_ordered(paper) if paper.kind == "order" else _sections(paper))
    if paper.kind in SIGNED:
        told = paper.requisites
        yield Sides(capital(told.post) or BLANK, told.signer or BLANK_SIGN, signed=True)
    if paper.kind == "order":
        yield _line("source", READ)
    if paper.kind in WITH_EXECUTOR:
        yield from (_line("executor", words) for words in executor(paper.requisites))


def _head(paper: Paper) -> Iterator[Printed]:
    told, order = paper.requisites, paper.kind == "order"
    yield from (_line("stamp", words) for words in told.approved)
    organs = (told.authority or (BLANK if order else ""), told.centre)
    yield from (_line("organ", capital(words)) for words in organs if words)
    title = [_line("title", _YEAR.sub(NBSP, words)) for words in paper.title.split("\n") if words]
    if order:
        yield _line("kind", ORDER)
        yield dated(told)
        yield from (_line("place", words) for words in (told.place,) if words)
        yield from title
        return
    yield from title
    if paper.moved:
        yield _line("place", f"{paper.moved.words}.")
    if paper.kind == "note":
        yield Sides(told.place, " ".join(filter(None, (
            day_in_words(told.day) if told.day else BLANK_DAY, f"№{NBSP}{told.number}" if told.number else ""))))


def dated(told: Requisites) -> Sides:
    """Day and number of a paper that must have both."""
    return Sides(day_in_words(told.day) if told.day else BLANK_DAY, f"№{NBSP}{told.number or BLANK_NUMBER}")


def executor(told: Requisites) -> tuple[str, ...]:
    """Who has made the paper, at the foot of its last page."""
    phone = told.phone.replace(" ", NBSP) or BLANK_NUMBER
    return capital(told.executor) or f"Исполнитель: {BLANK}", f"тел.{NBSP}{phone}"


def _sections(paper: Paper) -> Iterator[Printed]:
    counters = Counters()
    for title, section in titled(paper.sections):
        if title:
            yield _line("heading1", title)
        for block in section.blocks:
            yield from printed(block, counters)


def titled(sections: Iterable[Section]) -> Iterator[tuple[str, Section]]:
    """Each section with its title as printed: «II. Дорожная карта»; without those of which there is nothing to say."""
    numerals = count(1)
    for section in (section for section in sections if section.blocks):
        has_numeral = section.numbered and section.title
        yield f"{roman(next(numerals))}.{NBSP}{section.title}" if has_numeral else section.title, section


def roman(number: int) -> str:
    """1…39, more sections has no paper. Raises ValueError."""
    if not 0 < number < 40:
        raise ValueError(f"{number} is no numeral of a section")
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _ordered(paper: Paper) -> Iterator[Printed]:
    """Sections of an order have no titles; its tasks are numbered through, whatever their lists."""
    counters, numbers = Counters(), count(1)
    for block in (block for section in paper.sections for block in section.blocks):
        if not isinstance(block, Tasks):
            yield from printed(block, counters)
            continue
        for task in block.tasks:
            number = next(numbers)
            if number == 1:
                yield _line("ordering", ORDERING)
            yield from (_line("task", words) for words in ordered_words(task, number))


def printed(block: Block, counters: Counters) -> Iterator[Printed]:
    """One block of a section."""
    match block:
        case Heading(text=text, level=level):
            yield _line("heading2" if level == 1 else "heading3", text)
        case Own(text=text):
            yield from (_line("text", words) for words in text.split("\n") if words.strip())
        case Paragraph(sentences=sentences):
            yield Line("text", tuple(_spaced(sentence.pieces for sentence in sentences)))
        case Table() as table:
            yield _line("caption", f"Таблица{NBSP}{next(counters.tables)}{NBSP}{LONG_DASH} {table.title}")
            yield Grid(table)
            yield _line("source", capital(table.source))
        case Picture() as picture:
            yield from _drawing(picture, next(counters.drawings))
        case Tasks(title=title, tasks=given):
            yield from (_line("heading2", f"{words}:") for words in (title,) if words)
            yield from (_line("task", task_words(replace(task, addressee="") if task.addressee == title else task,
                                                 task.number)) for task in given)


def _spaced(sentences: Iterable[tuple[Piece, ...]]) -> Iterator[Piece]:
    for place, pieces in enumerate(sentences):
        if place:
            yield " "
        yield from (typeset(piece) if isinstance(piece, str) else piece for piece in pieces)


def _drawing(picture: Picture, number: int) -> Iterator[Printed]:
    chart = picture.chart
    yield Drawing(chart, picture.shape)
    yield _line("drawing_caption", f"Рисунок{NBSP}{number}{NBSP}{LONG_DASH} {chart.title}")
    marks = caption.caption(Drawn(chart, picture.shape), chart.title)
    yield _line("source", capital("; ".join(filter(None, (
        f"{chart.set}, на {day(chart.day)}", chart.source, marks)))))


def task_words(task: Task, number: int) -> str:
    """«3. Директору МБОУ ООШ № 5: организовать… Срок — 20 декабря 2026 года. Основание: … Перенесено из 2025 года.»;
    whom stands above is not said again."""
    ground = (task.ground.strip().rstrip("."),) if task.ground else ()
    told = tasks.task(task.addressee, task.text, task.due, ground, task.carried)
    return f"{number}.{NBSP}{' '.join(sentence.text for sentence in told)}"


def ordered_words(task: Task, number: int) -> Iterator[str]:
    """«3. Методическому центру в срок до 20 декабря 2026 года назначить тьютора по физике.»; several things one
    addressee is told to do stand under it, «1) …;»."""
    whom = capital(typeset(task.addressee.strip()))
    if not task.parts:
        words = tasks.ordered(task.text, task.due)
        yield f"{number}.{NBSP}{f'{whom} {words}' if whom else capital(words)}."
        return
    yield f"{number}.{NBSP}{whom}:"
    for place, part in enumerate(task.parts, 1):
        yield f"{place}){NBSP}{tasks.ordered(part.text, part.due)}{'.' if part is task.parts[-1] else ';'}"


def _line(look: Look, text: str) -> Line:
    return Line(look, (typeset(text),) if text else ())
