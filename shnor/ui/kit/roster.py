"""Many schools at once, by number: a row a school with a small picture and its counts, in columns; the whole row leads
on. For more schools than a chart can name."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from shnor.ui.kit.html import Link, joined, tag
from shnor.wording import typeset

FROM = 17
"""So many schools and more stand here, fewer in a chart."""


class Row(NamedTuple):
    """name: leads to the school or to its rows. picture: of its figure. words: the figure."""

    name: Link
    picture: Markup
    words: str


def roster(rows: Sequence[Row]) -> Markup:
    return tag("<div class='shnor-roster shnor-picture'>{}</div>", joined(
        tag("<a href='{}'><span>{}</span>{}<b>{}</b></a>", row.name.address, typeset(row.name.text), row.picture,
            typeset(row.words)) for row in rows))
