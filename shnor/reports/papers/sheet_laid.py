"""What stands on «листок к совещанию», and in letters of which size. Whatever comes in, it is one page of at most 250
words: letters become smaller, the last lines of the longest part give way to a sentence."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from shnor.charts.facts import in_words
from shnor.reports.papers.blocks import Block, Heading, Own, Paper, Paragraph, Picture, Table, Tasks
from shnor.reports.papers.laid import executor, task_words
from shnor.reports.papers.office import pictures, tables
from shnor.reports.papers.pages import grid
from shnor.reports.slides.typeset import fonts
from shnor.wording import day, typeset

WIDTH, STRIP = 510, (240, 84)
"""Of the page without its margins; how wide and tall the strip of years is; in points."""
SIZES = (13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5)
LEFT_OUT = "Поместилось не всё: остальное есть в справке."
WORDS = 250
"""At most so many, read at a meeting."""
BY_HAND = 3
"""So many lines to write on has a part of which nothing is known yet."""
_TEMPLATE = Path(__file__).with_name("sheet.typ")


@dataclass(frozen=True)
class Part:
    """title: with its number. lines: the first stands behind the title. tables: below them."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Laid:
    """The page. place: whose it is, at the right of its title. foot: where its numbers are from, who has made it."""

    title: str
    place: str
    parts: tuple[Part, ...]
    picture: Picture | None
    foot: tuple[str, ...]
    label: str
    size: float = SIZES[0]

    @property
    def strip(self) -> str:
        """The picture in grey as SVG, "" without one."""
        return pictures.grey(pictures.svg(self.picture.chart, self.picture.shape, *STRIP)[0]) if self.picture else ""


def fitted(paper: Paper) -> Laid:
    """The page in the largest letters with which it is one."""
    page = _laid(paper)
    while words(page) > WORDS and (less := _shorter(page)):
        page = less
    while (size := _size(json.dumps(told(page), ensure_ascii=False))) is None and (less := _shorter(page)):
        page = less
    return replace(page, size=size or SIZES[-1])


def words(page: Laid) -> int:
    """Of its text, numbers among them; tables and the foot stand apart."""
    return sum(len(line.split()) for part in page.parts for line in (part.title, *part.lines))


@lru_cache(maxsize=64)
def _size(data: str) -> float | None:
    """None: too much for the smallest letters."""
    said = typst.query(_TEMPLATE.read_bytes(), "<size>", field="value", one=True, font_paths=fonts(),
                       sys_inputs={"data": data})
    return json.loads(said)


def _laid(paper: Paper) -> Laid:
    by = paper.requisites
    blocks = [block for section in paper.sections for block in section.blocks]
    parts = tuple(Part(f"{number}. {section.title.upper()}." if section.title else "",
                       tuple(line for block in section.blocks for line in _lines(block)),
                       tuple(block for block in section.blocks if isinstance(block, Table)))
                  for number, section in enumerate(paper.sections, 1))
    foot = (f"Цифры: справка на {day(paper.day)}, расчёт центра, {paper.set}.", ", ".join(executor(by)))
    return Laid(paper.title.replace("\n", " "), by.place or by.authority, parts,
                next((block for block in blocks if isinstance(block, Picture)), None), foot, paper.label)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield typeset(text)
        case Own(text=text):
            yield from (typeset(line) for line in text.split("\n") if line.strip())
        case Paragraph(sentences=sentences):
            yield typeset(" ".join(sentence.text for sentence in sentences))
        case Tasks(tasks=given):
            yield from (typeset(task_words(task, task.number)) for task in given)


def _shorter(page: Laid) -> Laid | None:
    """Without the last line of its longest part that has one to spare, in which a sentence says so; None: nothing is
    left to leave out."""
    longest = max((part for part in page.parts if _kept(part)[1:] or part.tables), key=lambda part: sum(
        map(len, part.lines)) + sum(len(table.rows) * 60 for table in part.tables), default=None)
    if longest is None:
        return None
    if longest.tables and (last := longest.tables[-1]) and len(last.rows) > 1:
        less = replace(longest, tables=(*longest.tables[:-1], replace(last, rows=last.rows[:-1])))
    elif longest.tables:
        less = replace(longest, tables=longest.tables[:-1])
    else:
        less = replace(longest, lines=_kept(longest)[:-1])
    less = replace(less, lines=(*_kept(less), LEFT_OUT))
    return replace(page, parts=tuple(less if part is longest else part for part in page.parts))


def _kept(part: Part) -> tuple[str, ...]:
    return tuple(line for line in part.lines if line != LEFT_OUT)


def told(page: Laid) -> dict[str, Any]:
    """The page for the template, without its picture."""
    alt = in_words(page.picture.chart) if page.picture else ""
    strip_title = page.picture.chart.title if page.picture else ""
    return {"title": page.title, "place": page.place, "label": page.label, "foot": page.foot, "alt": alt,
            "strip_title": strip_title, "strip": STRIP, "sizes": SIZES, "by_hand": BY_HAND,
            "parts": [{"title": part.title, "lines": part.lines, "tables": [
                {"title": table.title, **grid(table, WIDTH, tables.SIZES[-1])} for table in part.tables]}
                for part in page.parts]}
