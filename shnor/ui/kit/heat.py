"""Cells one reads by their shade before their number: kind × month, school × month. HTML: they print, and each leads to
its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Link, joined, tag

SHADES = 5
"""So many, from the palest to the darkest, as the style sheet has them."""


@dataclass(frozen=True)
class Shade:
    """A cell. text: what stands in it, "" = it is blank. value: what it is shaded by; nothing at 0. note: a smaller
    line below («план 2»). hint: the whole of it in words, for who points at it and who cannot see it. mark: a class of
    the style sheet instead of the shade, where cells are states and not numbers."""

    text: str = ""
    value: float = 0
    link: Link | None = None
    note: str = ""
    hint: str = ""
    mark: str = ""


def cells(head: Sequence[Cell], rows: Sequence[Sequence[Shade | Cell | Markup]], *, top: float = 0, mark: str = "",
          caption: str = "") -> Markup:
    """A table of shaded cells. The first of each row is its name; what is no Shade stands there as it is, a small
    picture too. top: the value of the darkest shade, of its own cells where it is not said. mark: a class of the table.
    """
    highest = top or max((one.value for row in rows for one in row if isinstance(one, Shade)), default=0)
    heading = joined(tag("<th scope='col'>{}</th>", html.cell(name)) for name in head)
    lines = joined(_row(row, highest) for row in rows)
    named = tag("<caption>{}</caption>", caption) if caption else NOTHING
    return tag("<div class='shnor-scroll shnor-picture'><table class='shnor-heat {}'>{}<thead><tr>{}</tr></thead>"
               "<tbody>{}</tbody></table></div>", mark, named, heading, lines)


def _row(row: Sequence[Shade | Cell | Markup], highest: float) -> Markup:
    name, *others = row
    told = joined(_cell(one, highest) if isinstance(one, Shade) else tag("<td class='plain'>{}</td>", _plain(one))
                  for one in others)
    return tag("<tr><th scope='row'>{}</th>{}</tr>", NOTHING if isinstance(name, Shade) else _plain(name), told)


def _plain(one: Cell | Markup) -> Markup:
    return one if isinstance(one, Markup) else html.cell(one)


def _cell(one: Shade, highest: float) -> Markup:
    return tag("<td class='{}'>{}</td>", one.mark or level(one.value, highest), _inside(one))


def _inside(one: Shade) -> Markup:
    """The whole cell is the target."""
    note = tag("<small>{}</small>", html.typeset(one.note)) if one.note else NOTHING
    body = html.cell(one.text) + note
    if not body:
        return NOTHING
    if one.link is None:
        return tag("<span title='{}'>{}</span>", one.hint, body)
    return tag("<a class='{}' href='{}' title='{}' aria-label='{}'>{}</a>", one.link.mark, one.link.address, one.hint,
               one.hint or one.text, body)


def level(value: float, highest: float) -> str:
    """«n3»: the third of SHADES; "" where there is nothing."""
    if value <= 0 or highest <= 0:
        return ""
    return f"n{min(SHADES, max(1, -int(-SHADES * value // highest)))}"
