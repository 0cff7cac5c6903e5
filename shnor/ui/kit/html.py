"""Tables and lists as plain HTML: they print, wrap, can be selected, and every figure in them is a link.

A text becomes HTML in `tag` alone, which escapes whatever is not HTML already.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import LiteralString
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup, escape

from shnor import config
from shnor.wording import typeset

NOTHING, BREAK = Markup(), Markup("<br>")


Query = tuple[tuple[str, str], ...]
_CARRIED: ContextVar[Query] = ContextVar("carried", default=())
_CLOSED: ContextVar[frozenset[str]] = ContextVar("closed", default=frozenset())


def carry(choices: Query) -> None:
    """From now on, in this run of the script, every link takes these choices along in its address."""
    _CARRIED.set(choices)


def carried() -> Query:
    return _CARRIED.get()


@contextmanager
def carrying(choices: Query) -> Iterator[None]:
    """Inside, links take these along, as they do on the page that is made for them."""
    before = _CARRIED.set(choices)
    try:
        yield
    finally:
        _CARRIED.reset(before)


def close(pages: Iterable[str]) -> None:
    """From now on, in this run of the script, no link leads to these pages: they are not open to whoever looks."""
    _CLOSED.set(frozenset(pages))


def closed() -> frozenset[str]:
    return _CLOSED.get()


@dataclass(frozen=True)
class Link:
    """A text that leads to a page of ours; what is chosen on the page goes along where the link says nothing else."""

    text: str
    page: str
    query: Query = ()
    mark: str = ""

    @property
    def address(self) -> str:
        own = {name for name, _ in self.query}
        along = (pair for pair in carried() if pair[0] not in own)
        query = [(name, value) for name, value in (*self.query, *along) if value]
        return config.outside(f"/{self.page}?{urlencode(query)}" if query else f"/{self.page}")


@dataclass(frozen=True)
class Marked:
    """A text with a class of our style sheet. title: what is said when it is pointed at."""

    text: str
    mark: str
    title: str = ""


Cell = str | Link | Marked | Sequence["Cell"]
"""A text; HTML (Markup) is written as it is."""


@dataclass(frozen=True)
class Tile:
    """A name, its value (a link to its rows), and where it comes from. whole: «из 7», smaller beside the value. words:
    what changed, or what is missing. picture: a small one of the year. id: of the tile, where a test asks for its
    figure."""

    name: Cell
    value: Cell
    source: Cell = ""
    whole: str = ""
    words: Cell = ""
    picture: Markup = NOTHING
    id: str = ""


def tag(template: LiteralString, *parts: object) -> Markup:
    """The template with its places filled: «<td>{}</td>». (`Markup.format` does the same several times slower.)"""
    return Markup(template.format(*map(safe, parts)))


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(map(safe, parts)))


def safe(part: object) -> Markup:
    """HTML as it is, everything else escaped."""
    return part if type(part) is Markup else escape(part)


def show(body: Markup) -> None:
    """The only place where HTML enters a page; nothing leaves no gap there."""
    if body:
        st.html(str(safe(body)))


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Sequence[int] = (), caption: str = "",
          marks: Sequence[str] = ()) -> None:
    """A table. numbers: columns set to the right. marks: a class for each row."""
    show(table_html(head, rows, numbers=numbers, caption=caption, marks=marks))


def table_html(head: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Sequence[int] = (), caption: str = "",
               marks: Sequence[str] = (), sort: bool = False) -> Markup:
    """sort: a click on a head sorts it, for the eye alone; never a table of results of schools by name."""
    sides = [_side(column, numbers) for column in range(len(head))]
    heading = joined(tag("<th scope='col'{}>{}</th>", side, name) for side, name in zip(sides, head, strict=True))
    openings = [tag("<td data-head='{}'{}>", name, side) for side, name in zip(sides, head, strict=True)]
    lines = joined(
        tag("<tr class='{}'>{}</tr>", marks[place] if marks else "",
            joined(tag("{}{}</td>", openings[column], cell(value)) for column, value in enumerate(row)))
        for place, row in enumerate(rows))
    named = tag("<caption>{}</caption>", caption) if caption else NOTHING
    sortable = Markup(" data-shnor-sort") if sort else NOTHING
    return tag("<div class='shnor-scroll'><table class='shnor-table'{}>{}<thead><tr>{}</tr></thead>"
               "<tbody>{}</tbody></table></div>", sortable, named, heading, lines)


def items(rows: Sequence[Cell]) -> None:
    show(items_html(rows))


def items_html(rows: Sequence[Cell]) -> Markup:
    return tag("<ul class='shnor-items'>{}</ul>", joined(tag("<li>{}</li>", cell(row)) for row in rows))


def tiles(shown: Iterable[Tile]) -> None:
    """A tile a figure, side by side, at most four in a row."""
    show(tag("<div class='shnor-tiles'>{}</div>", joined(map(_tile, shown))))


def _tile(tile: Tile) -> Markup:
    whole = tag(" <small>{}</small>", typeset(tile.whole)) if tile.whole else NOTHING
    parts = [tag("<div class='name'>{}</div><div class='value'>{}{}</div>", cell(tile.name), cell(tile.value),
                 whole)]
    parts += [tag("<div class='{}'>{}</div>", mark, cell(part))
              for mark, part in (("words", tile.words), ("from", tile.source)) if part]
    return tag("<div class='shnor-tile' data-figure='{}'>{}{}</div>", tile.id, joined(parts), tile.picture)


def two(wide: str, narrow: str) -> Markup:
    """A text and what stands in its place where there is no room for it."""
    return tag("<span class='shnor-wide'>{}</span><span class='shnor-narrow'>{}</span>",
               typeset(wide), typeset(narrow))


def fold(title: str, body: Markup, *, opened: bool = False) -> Markup:
    """A piece that opens by a click on its title, without a run of the page."""
    attribute = Markup(" open") if opened else NOTHING
    return tag("<details class='shnor-fold'{}><summary>{}</summary>{}</details>", attribute, typeset(title), body)


def arrived(what: str) -> Markup:
    """Brings the piece it stands in into view, once: what has just come must not lie below the screen. what: the same
    as long as it is the same arrival."""
    return tag("<i class='shnor-arrived' data-shnor-arrived='{}'></i>", what)


def text(*parts: Cell, mark: str = "shnor-text") -> None:
    """One paragraph of texts and links."""
    show(text_html(*parts, mark=mark))


def text_html(*parts: Cell, mark: str = "shnor-text") -> Markup:
    return tag("<p class='{}'>{}</p>", mark, cell(parts))


def cell(value: Cell) -> Markup:
    """What is written on a page; «№ 5» and «15 %» stay on one line."""
    if type(value) is Markup:
        return value
    if isinstance(value, Link) and value.page in closed():
        return tag("<span class='{}'>{}</span>", value.mark, typeset(value.text))
    if isinstance(value, Link):
        return tag("<a class='{}' href='{}'>{}</a>", value.mark, value.address, typeset(value.text))
    if isinstance(value, Marked):
        title = tag(" title='{}'", value.title) if value.title else NOTHING
        return tag("<span class='{}'{}>{}</span>", value.mark, title, typeset(value.text))
    if isinstance(value, str):
        words = escape(typeset(value))
        return words.replace("\n", BREAK) if "\n" in words else words
    return joined(cell(part) for part in value)


def _side(column: int, numbers: Sequence[int]) -> Markup:
    return Markup(" class='shnor-number'") if column in numbers else NOTHING
