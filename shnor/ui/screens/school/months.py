"""Reports of a year as a row of twelve signs; a sign stands with its word in the hint and for who cannot see it."""

from collections.abc import Sequence

from shnor import periods, wording
from shnor.datasets.arrival import ARRIVALS
from shnor.service.month import debts, owed
from shnor.service.month.owed import Cell
from shnor.service.pages import school_months
from shnor.ui.kit import html, states
from shnor.ui.kit.html import NOTHING, Link, Markup, closed, joined, tag
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session

LED = {"accepted": "versions", "late": "versions", "unasked": "versions", "partial": "versions", "waiting": "upload",
       "questions": "upload", "handed_in": "upload"}
"""Where a click leads: to the accepted files, or to where it is reminded of."""


def asked(session: Session, school: str) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """What it has not sent yet, the earliest day first, and its reports of the year."""
    aside = beside.of(session)
    owing = debts.with_beside(cache.built(session, debts.owing, day=session.day), aside)
    of_year = cache.built(session, school_months.build, day=session.day).get(school, ())
    return debts.of_school(owing, school), owed.all_beside(of_year, aside)


def row(session: Session, reports: Sequence[Cell]) -> Markup:
    """Nothing for a school that is asked for no reports."""
    if not reports:
        return NOTHING
    cells = joined(_month(session, cell) for cell in reports)
    used = dict.fromkeys(state(cell, session) for cell in reports)
    legend = ", ".join(f"{one.sign} {one.word}" for name, one in ARRIVALS.items() if name in used and one.sign)
    return tag("<div class='shnor-year' role='group' aria-label='Отчёты за {} год'>{}</div>"
               "<p class='shnor-small'>отчёты: {}</p>{}", reports[0].month.year, cells, legend,
               joined(html.text_html(f"{wording.month(cell.month)}: {states.in_words(cell, session.day)}",
                                     mark="shnor-small") for cell in reports if cell.state == "unseen"))


def state(cell: Cell, session: Session) -> str:
    """On the day of the page: what came later had not come then."""
    if cell.month > periods.containing("month", session.day).start and not (cell.came and cell.came <= session.day):
        return "ahead"
    if cell.came and cell.came > session.day:
        return "waiting" if cell.state in ("accepted", "partial", "unseen") else cell.state
    return states.state_of(cell)


def _month(session: Session, cell: Cell) -> Markup:
    name = state(cell, session)
    shown = states.of(name)
    told = f"{wording.month(cell.month)}: {shown.word}{_day(cell, name)}"
    whole = periods.MONTHS[cell.month.month - 1]
    short = tag("<span class='shnor-three'>{}</span><span class='shnor-one' aria-hidden='true'>{}</span>", whole[:3],
                whole[0].upper())
    body = tag("<i>{}</i><b class='{}' aria-hidden='true'>{}</b><span class='shnor-aloud'>{}</span>", short, shown.mark,
               shown.sign, told)
    page = LED.get(name)
    if not page or page in closed():
        return tag("<span title='{}'>{}</span>", told, body)
    return tag("<a title='{}' href='{}'>{}</a>", told, Link("", page).address, body)


def _day(cell: Cell, name: str) -> str:
    if cell.came and not cell.by_list and name in ("accepted", "late", "unasked"):
        return f"{', ' if name == 'unasked' else ' '}{wording.day(cell.came)}"
    if cell.beside and name in ("handed_in", "unseen"):
        return f", {'откроется ' if name == 'unseen' else ''}{wording.day(cell.beside)}"
    return f", срок {wording.day(cell.due)}" if name in ("waiting", "moved", "partial") else ""
