"""Tables and lists as plain HTML: they print, wrap, can be selected, and every figure in them is a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from shnor.wording import typeset


@dataclass(frozen=True)
class Link:
    """A text that leads to a page of ours."""

    text: str
    page: str
    query: tuple[tuple[str, str], ...] = ()
    mark: str = ""

    @property
    def address(self) -> str:
        query = [(name, value) for name, value in self.query if value]
        return f"/{self.page}?{urlencode(query)}" if query else f"/{self.page}"


@dataclass(frozen=True)
class Marked:
    """A text with a class of our style sheet."""

    text: str
    mark: str


Cell = str | Link | Marked | Sequence["str | Link | Marked"]


def show(body: str) -> None:
    st.html(body)


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Sequence[int] = (), caption: str = "",
          marks: Sequence[str] = ()) -> None:
    """A table. numbers: columns set to the right. marks: a class for each row."""
    heading = "".join(f"<th scope='col'{_side(i, numbers)}>{escape(text)}</th>" for i, text in enumerate(head))
    lines = "".join(
        f"<tr class='{marks[n] if marks else ''}'>" + "".join(
            f"<td data-head='{escape(head[i])}'{_side(i, numbers)}>{cell(value)}</td>" for i, value in enumerate(row))
        + "</tr>" for n, row in enumerate(rows))
    named = f"<caption>{escape(caption)}</caption>" if caption else ""
    show(f"<div class='shnor-scroll'><table class='shnor-table'>{named}<thead><tr>{heading}</tr></thead>"
         f"<tbody>{lines}</tbody></table></div>")


def items(rows: Sequence[Cell]) -> None:
    show("<ul class='shnor-items'>" + "".join(f"<li>{cell(row)}</li>" for row in rows) + "</ul>")


def text(*parts: Cell, mark: str = "shnor-text") -> None:
    """One paragraph of texts and links."""
    show(f"<p class='{mark}'>{cell(parts)}</p>")


def cell(value: Cell) -> str:
    """What is written on a page; «№ 5» and «15 %» stay on one line."""
    if isinstance(value, Link):
        return f"<a class='{value.mark}' href='{escape(value.address)}'>{escape(typeset(value.text))}</a>"
    if isinstance(value, Marked):
        return f"<span class='{value.mark}'>{escape(typeset(value.text))}</span>"
    if isinstance(value, str):
        return escape(typeset(value)).replace("\n", "<br>")
    return "".join(cell(part) for part in value)


def _side(column: int, numbers: Sequence[int]) -> str:
    return " class='shnor-number'" if column in numbers else ""
