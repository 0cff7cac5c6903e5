"""A block that comes from its page by «в показ», and how it is made anew."""

from shnor.service.show.deck import Block
from shnor.shows import Show, Shows
from shnor.ui.run.session import Session


def draw(session: Session, of: Shows, kept: list[Show]) -> None:
    """Nothing comes yet."""


def block(session: Session) -> Block | None:
    """Nothing is made anew yet."""
    return None
