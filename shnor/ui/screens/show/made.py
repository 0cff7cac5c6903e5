"""A kept show as it stands today, with the blocks of pages in it."""

from typing import Any

from shnor.charts.facts import Point
from shnor.reports.slides.deck import Slide
from shnor.service.show import blocks
from shnor.service.show.blocks import Piece
from shnor.service.show.deck import Built
from shnor.service.show.room import Absent, Room
from shnor.shows import Item, Show
from shnor.store import Store
from shnor.ui.kit.block import Block, Shown, words
from shnor.ui.kit.html import Link, Marked
from shnor.ui.kit.links import followed
from shnor.ui.run import shows
from shnor.ui.run.session import Session, centre
from shnor.ui.screens.show.again import PLAIN, Recipe, again


def made(store: Store, show: Show) -> Built:
    """Raises StoreError."""
    session = centre(store, shows.not_seen(store))

    def block(room: Room, item: Item) -> Slide:
        return _of_block(session, room, item)
    return shows.made(session, show, block)


def _of_block(session: Session, room: Room, item: Item) -> Slide:
    found = again(session, Recipe(item.key, item.choices, item.block))
    if found.shown is None:
        raise Absent(found.why)
    return blocks.slide(room, item.id, piece(found.shown, plain=item.key in PLAIN), followed)


def piece(shown: Shown, *, plain: bool = False) -> Piece:
    """A block of a page as the show takes it. plain: see Piece."""
    block: Block = shown.block
    return Piece(block.title, block.set, block.source, shown.chart, shown.shape, block.head,
                 tuple(tuple(map(_held, row)) for row in block.rows), plain)


def _held(value: Any) -> Point | str:
    """A cell: a number with the way to its rows, or a text."""
    if isinstance(value, Point):
        return value
    if isinstance(value, Link | Marked):
        return Point("", value.text, link=value.address) if isinstance(value, Link) else value.text
    if isinstance(value, tuple | list):
        links = [one for one in value if isinstance(one, Link)]
        return Point("", words(value), link=links[0].address) if len(links) == 1 else words(value)
    return "" if value is None else str(value)
