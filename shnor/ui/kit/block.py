"""A block of a page: its title, over what and for which day, its picture, the table behind it one click away, and one
small bar to take it away (Excel, a picture, text) or to follow it to its rows. Every picture of the program stands in
one."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from shnor import charts, config, wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Point
from shnor.charts.shapes import Shape
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Link, Marked, joined, tag
from shnor.ui.run import cache, exports
from shnor.ui.run.session import Session
from shnor.workbooks.cells import Value
from shnor.workbooks.table import SYNTHETIC, Table

Held = Cell | Point | int | float | date | None
"""What stands in a cell of the table of a block."""
_INTO_SHOW: ContextVar[tuple[str, bool]] = ContextVar("into_show", default=("", False))
COUNTED = ("число", "из", "доля")
"""A column of parts of a whole is three in Excel."""


@dataclass(frozen=True)
class Block:
    """id: its name on the page, unlike any other there. title: the question it answers, or the answer. set: over what.
    source: which forms stand behind it. head, rows: the table behind the picture. rows_link: where «откуда» leads.
    sort: a click on a head sorts the table (never one of results of schools by name). bare: the picture is the table:
    there is nothing behind it. notes: what is said under the picture."""

    id: str
    title: str
    set: str
    day: date
    source: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Held, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    rows_link: Link | None = None
    sort: bool = True
    bare: bool = False
    notes: tuple[Cell, ...] = ()

    @classmethod
    def of(cls, chart: Chart, head: str = "", **more: Any) -> "Block":
        """Of a chart: the table behind it is made from the same points."""
        heads, rows = facts.table(chart, head)
        return cls(chart.id, chart.title, chart.set, chart.day, chart.source, heads, rows,
                   tuple(range(1, 1 + len(chart.places))), **more)


@dataclass(frozen=True)
class Shown:
    """A block as a value, with what is drawn in it: a page shows it, a slide is made of it. chart, shape: its picture;
    None: it is a table. body: what the page draws instead of them."""

    block: Block
    chart: Chart | None = None
    shape: Shape | None = None
    body: Markup | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, chart: Chart, shape: Shape, head: str = "", body: Markup | None = None, **more: Any) -> "Shown":
        """The table behind it is made from the same points. more: of Block."""
        return cls(Block.of(chart, head, **more), chart, shape, body)


@dataclass(frozen=True)
class Blocks:
    """What a page shows for the choices of an address. missing: names of choices that ask for what is not there: the
    page shows something else in its place. beside: codes that cannot be put beside."""

    shown: tuple[Shown, ...] = ()
    missing: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @classmethod
    def of(cls, shown: Iterable[Shown | None], missing: Iterable[str] = (), beside: Iterable[str] = ()) -> "Blocks":
        """Without those there is nothing for."""
        return cls(tuple(filter(None, shown)), tuple(missing), tuple(beside))


def into_show(page: str, *, plain: bool = False) -> None:
    """From now on, in this run of the script, blocks of this page can be put into a show; "" = none can. plain: see
    `has_room_numbers`."""
    _INTO_SHOW.set((page, plain))


def has_room_numbers(block: Block, *, plain: bool = False) -> bool:
    """Whether a slide can come of it: a room sees a number by the rows behind it. plain: numbers of the page are none
    of people, those without a way to their rows are seen too."""
    cells = [cell for row in block.rows for cell in row[1:]]
    led = [said(cell) for cell in cells if isinstance(cell, Link) or (isinstance(cell, Point) and cell.link)]
    seen = [*led, *((said(cell) for cell in cells if not isinstance(cell, Point)) if plain else ())]
    return any(sign.isdigit() for cell in seen for sign in words(cell))


def show(session: Session, shown: Shown | None) -> None:
    """A block in its frame; nothing where there is none."""
    if shown is None:
        return
    with framed(session, shown.block):
        drawn(shown)


Row = tuple[Sequence[Shown | None], ...]
"""Columns of blocks that stand side by side; one alone has the whole width."""


def of_rows(listed: Iterable[Row]) -> list[Shown | None]:
    """What stands in them, in the order of the page."""
    return [shown for row in listed for column in row for shown in column]


def rows(session: Session, listed: Iterable[Row], widths: Sequence[int]) -> None:
    """Rows of blocks, one below the other. widths: of two columns."""
    for row in listed:
        places: Sequence[AbstractContextManager[Any]] = st.columns(widths) if len(row) > 1 else [nullcontext()]
        for place, column in zip(places, row, strict=True):
            with place:
                for shown in column:
                    show(session, shown)


def drawn(shown: Shown) -> None:
    """Its picture alone, inside a frame that holds more than it."""
    if shown.body is not None:
        html.show(shown.body)
    elif shown.chart and shown.shape:
        chart, shape = shown.chart, shown.shape
        figure = cache.KEPT.get(("figure", shape, chart), lambda: go.Figure(shape(chart)), lambda _: 1)
        st.plotly_chart(figure, config=charts.CONFIG, theme=None, key=f"shnor_chart_{chart.id}",
                        alt=facts.in_words(chart))


def picture(session: Session, block: Block, body: Markup) -> None:
    """A picture of HTML in its block: a matrix, a heat map, rows with bars."""
    with framed(session, block):
        html.show(body)


class framed:
    """The frame of a block around what is drawn inside."""

    def __init__(self, session: Session, block: Block) -> None:
        self._block = block
        into = _into_show(session, block)
        self._parts = cache.KEPT.get(
            ("block", block, session.demo, session.municipality, html.carried(), html.closed(), into),
            lambda: _parts(block, session.demo, session.municipality, into), lambda _: 1)

    def __enter__(self) -> None:
        self._container = st.container(border=True, key=f"shnor_block_{self._block.id}")
        self._container.__enter__()
        heading, _, key, table = self._parts
        exports.offer(key, table)
        html.show(heading)

    def __exit__(self, *error: Any) -> None:
        html.show(self._parts[1])
        self._container.__exit__(*error)


def _into_show(session: Session, block: Block) -> Link | None:
    """Whoever changes the base puts a block into a show; what is chosen on the page goes along."""
    page, plain = _INTO_SHOW.get()
    offered = page and session.changes and has_room_numbers(block, plain=plain)
    return Link("в показ", "show", (("add", page), ("block", block.id))) if offered else None


def _parts(block: Block, demo: bool, place: str, into: Link | None = None) -> tuple[Markup, Markup, str, Table]:
    """Head, foot, and the table to take away with its address."""
    table = taken(block, demo)
    key = exports.key_of(table)
    return _heading(block, key, file_name(block, place), into), _foot(block, demo), key, table


def _heading(block: Block, key: str, name: str, into: Link | None) -> Markup:
    deeds = [tag("<a href='{}' download='{}.xlsx' title='Таблица и её источники'>Excel</a>",
                 config.outside(f"/shnor/table/{key}/{name}.xlsx"), name) if block.rows else NOTHING,
             tag("<button type='button' data-shnor-deed='png' data-shnor-name='{}.png'>PNG</button>", name),
             tag("<button type='button' data-shnor-deed='copy'>Текст</button>"),
             html.cell(replace(block.rows_link, text="откуда", mark="")) if block.rows_link else NOTHING,
             html.cell(into) if into else NOTHING]
    told = " · ".join(filter(None, (block.set, f"на {wording.day(block.day)}")))
    return tag("<div class='shnor-blockhead'><h3 data-shnor-text>{}</h3>"
               "<span class='shnor-set' data-shnor-text>{}</span>"
               "<span class='shnor-tools' role='group' aria-label='Унести: {}'>{}</span></div>",
               wording.typeset(block.title), wording.typeset(told), block.title, joined(deeds))


def _foot(block: Block, demo: bool) -> Markup:
    """Where it is from, and the table behind the picture."""
    said = " · ".join(filter(None, (block.source, SYNTHETIC if demo else "")))
    notes = joined(tag("<p class='shnor-small' data-shnor-text>{}</p>", html.cell(note))
                   for note in block.notes if note)
    source = notes + (tag("<p class='shnor-source' data-shnor-text>{}</p>", said) if said else NOTHING)
    if not block.rows or block.bare:
        return source
    body = table_html(block)
    return source + tag("<details class='shnor-behind'><summary>таблицей ▸</summary>{}</details>", body)


def table_html(block: Block) -> Markup:
    """The table behind a picture; a point leads to its rows."""
    rows = [[said(value) for value in row] for row in block.rows]
    return html.table_html(list(block.head), rows, numbers=block.numbers, sort=block.sort)


def said(value: Held) -> Cell:
    """A value as the page says it."""
    if isinstance(value, Point):
        led, words = value.link and value.text, _in_lines(value.words)
        return Link(words, *_address(value.link), mark="shnor-figure") if led else words
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, int | float):
        return wording.number(value)
    return value if value is not None else ""


def _in_lines(words: str) -> str:
    """«131 из 436 (30,0 %)» may stand in two lines, counts above their share, and in no more."""
    counts, bracket, share = words.partition(" (")
    return f"{counts.replace(' ', wording.NBSP)}{bracket}{share.replace(' ', wording.NBSP)}" if bracket else words


def _address(link: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    parts = urlsplit(link)
    return parts.path.lstrip("/"), tuple(parse_qsl(parts.query, keep_blank_values=True))


def taken(block: Block, demo: bool) -> Table:
    """The table as it leaves: a column of parts of a whole becomes its number, its whole and the share."""
    columns = [[row[place] if place < len(row) else "" for row in block.rows] for place in range(len(block.head))]
    head: list[str] = []
    made: list[list[Value]] = []
    shares: set[int] = set()
    for name, column in zip(block.head, columns, strict=True):
        if any(isinstance(value, Point) and value.n is not None and value.k is None for value in column):
            head += [name, f"{name}, участников"]
            made += [list(part) for part in zip(*map(_mean, column), strict=True)]
        elif any(isinstance(value, Point) and value.n is not None for value in column):
            shares.add(len(head) + 2)
            head += [f"{name}, {word}".strip(" ,") for word in COUNTED]
            made += [list(part) for part in zip(*map(_counted, column), strict=True)]
        else:
            head.append(name)
            made.append([_plain(value) for value in column])
    sources = (("По чему посчитано", block.set), ("На день", wording.day(block.day)), ("Источник", block.source))
    return Table(block.title, tuple(head), tuple(zip(*made, strict=True)) if made else (),
                 tuple(line for line in sources if line[1]), frozenset(shares), demo)


def _counted(value: Held) -> tuple[Value, Value, Value]:
    """The number, the whole, the share unrounded; a reason instead of the number where there is no value."""
    if isinstance(value, Point) and value.k is not None:
        return value.k, value.n, value.value if value.n else None
    return (value.words if isinstance(value, Point) else _plain(value)), None, None


def _mean(value: Held) -> tuple[Value, Value]:
    """The mean unrounded and of how many."""
    if isinstance(value, Point) and value.value is not None:
        return value.value, value.n
    return (value.words if isinstance(value, Point) else _plain(value)), None


def _plain(value: Held) -> Value:
    if isinstance(value, Point):
        return value.k if value.k is not None else value.words
    if value is None or isinstance(value, str | int | float | date):
        return value
    return words(value)


def words(value: Cell) -> str:
    """A cell of a page as text."""
    if isinstance(value, Link | Marked):
        return value.text
    return value if isinstance(value, str) else "".join(map(words, value))


def file_name(block: Block, place: str) -> str:
    """«Приозёрный муниципальный округ - Отметки по годам - 2026-11-27»: fits every system."""
    named: Sequence[str] = (place, block.title, block.day.isoformat())
    text = " - ".join(filter(None, named))
    return "".join(" " if sign in '\\/:*?"<>|\n\t' else sign for sign in text).replace("  ", " ")[:120].strip()
