"""The blocks of «Методическая помощь» as values, as the page draws them."""

from shnor.service.pages.support import SupportPage
from shnor.ui.kit import block, context
from shnor.ui.kit.block import Blocks, Row
from shnor.ui.kit.context import Choices
from shnor.ui.run.session import Session
from shnor.ui.screens.support import matrices, page
from shnor.ui.screens.support.beside import beside


def blocks(session: Session, choices: Choices) -> Blocks:
    data = page.made(session, choices)
    if not data.years and not data.questions:
        return Blocks()
    shown = [*block.of_rows([matrices_of(session, data, choices)]), beside(session, data, choices),
             page.coming(session, data) if data.current else None]
    return Blocks.of(shown, page.missing(data, choices),
                     context.not_comparable(choices, page.comparable(data), data.whose))


def matrices_of(session: Session, data: SupportPage, choices: Choices) -> Row:
    """Side by side; without any help nothing stands there."""
    if not data.kinds:
        return [], []
    kind = page.kind_of(data, choices)
    return [matrices.by_month(session, data, kind)], [matrices.by_school(session, data, kind)]
