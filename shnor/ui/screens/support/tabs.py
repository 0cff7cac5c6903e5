"""«Методическая помощь» in three parts, of which one alone is drawn: what was held, who helps, programmes."""

from shnor.service.pages import demand as demand_data
from shnor.service.pages import helpers as helping_data
from shnor.service.pages import programmes as programmes_data
from shnor.service.pages.demand import Demand
from shnor.service.pages.helpers import Helping
from shnor.service.pages.programmes import ProgrammesPage
from shnor.service.pages.support import SupportPage
from shnor.ui.kit import block, context, html, without_data
from shnor.ui.kit.context import Choice
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.support import helpers, programmes

TABS = {"held": "Что провели", "helpers": "Кто помогает", "programmes": "Программы и предметы"}
HELD, HELPERS, PROGRAMMES = TABS


def opened() -> str:
    """Of the address, and its choice in the line of the title."""
    wanted = context.wanted("tab")
    tab = wanted if wanted in TABS else HELD
    context.segments(Choice("tab", "Раздел", list(TABS), TABS), tab)
    context.settle("tab", tab, HELD)
    return tab


def helping(session: Session, data: SupportPage) -> Helping:
    return cache.built(session, helping_data.build, day=data.last, year=data.year, schools=data.codes)


def sessions(session: Session, data: SupportPage) -> ProgrammesPage:
    return cache.built(session, programmes_data.build, day=data.last, year=data.year, schools=data.codes)


def demand(session: Session, data: SupportPage) -> Demand | None:
    return cache.built(session, demand_data.build, day=data.last, year=data.year, schools=data.codes)


def draw(session: Session, data: SupportPage, tab: str) -> None:
    if tab == HELPERS:
        _helpers(session, helping(session, data))
    else:
        _programmes(session, sessions(session, data), demand(session, data))


def _helpers(session: Session, data: Helping) -> None:
    if data.known:
        block.rows(session, [helpers.rows_of(session, data)], (9, 11))
        return
    without_data.offer(
        "Кто помогает школам, пока не внесено. Раздел заполнит список «Наставники и тьюторы»: школа, вид помощника, "
        "должность и школа помощника, предмет, приказ, с какого дня. Фамилии не нужны.", "support_roles")


def _programmes(session: Session, data: ProgrammesPage, asked: Demand | None) -> None:
    if not data.known:
        without_data.offer(
            "Занятий программ помощи в базе нет. Раздел заполнит журнал «Занятия программ помощи»: программа, модуль, "
            "тема, дата, предмет, сколько приглашено и пришло, школы.", "programmes")
    elif not data.programmes:
        html.text(f"Занятий программ за {data.year} год в базе нет.")
    block.rows(session, [programmes.rows_of(session, data, asked)], (11, 9))
