"""The blocks of «Методическая помощь» as values, as the page draws them."""

from shnor.service.pages.support import SupportPage
from shnor.ui.kit import block, context
from shnor.ui.kit.block import Blocks, Row
from shnor.ui.kit.context import Choices
from shnor.ui.run.session import Session
from shnor.ui.screens.support import helpers, matrices, page, programmes, tabs
from shnor.ui.screens.support.beside import beside


def blocks(session: Session, choices: Choices) -> Blocks:
    data = page.made(session, choices)
    if nothing(session, data):
        return Blocks()
    shown = [*block.of_rows([matrices_of(session, data, choices), helpers.rows_of(session, tabs.helping(session, data)),
                             programmes.rows_of(session, tabs.sessions(session, data), tabs.demand(session, data))]),
             beside(session, data, choices), page.coming(session, data) if data.current else None]
    return Blocks.of(shown, page.missing(data, choices),
                     context.not_comparable(choices, page.comparable(data), data.whose))


def nothing(session: Session, data: SupportPage) -> bool:
    """No events, no questions, no helpers, no programmes."""
    return not (data.years or data.questions or tabs.helping(session, data).known
                or tabs.sessions(session, data).known)


def matrices_of(session: Session, data: SupportPage, choices: Choices) -> Row:
    """Side by side; without any help nothing stands there."""
    if not data.kinds:
        return [], []
    kind = page.kind_of(data, choices)
    return [matrices.by_month(session, data, kind)], [matrices.by_school(session, data, kind)]
