"""The screen «Отчёт за месяц» of a director: where the report stands, the form or the file, the questions of the check,
what the school asks the centre, what was handed in before."""

from datetime import date

import streamlit as st

from shnor import periods, wording
from shnor.errors import ShnorError
from shnor.service.centre import schools
from shnor.service.desk import deliver
from shnor.service.desk.own import SchoolDesk
from shnor.ui.kit import context, html, without_data
from shnor.ui.kit.context import Choice
from shnor.ui.kit.html import Link, tag
from shnor.ui.run import cache, desk
from shnor.ui.run.session import Session
from shnor.ui.screens.report import check, fill, history, question
from shnor.ui.screens.school.page import chosen as chosen_school
from shnor.ui.screens.upload import month

DONE = "shnor_report_done"
"""What has just been done, said once."""


def draw(session: Session) -> None:
    cards = cache.built(session, schools.cards, session.day)
    if not cards:
        st.title("Отчёт за месяц")
        without_data.first_steps()
        return
    school, (of, note) = chosen_school(cards), month.chosen(session)
    context.settle("month", _code(of), _code(session.forms.awaited_month(session.day)))
    names = {card.school_id: card.name for card in cards}
    _head(of)
    context.bar([Choice("school", "Школа", list(names), names, width=320)], {"school": school})
    if note:
        html.text(note, mark="shnor-small")
    try:
        own = desk.own(session, school, of)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    history.state(session, own)
    if done := st.session_state.pop(DONE, ""):
        html.text(done, mark="shnor-lead")
    _now(session, own)
    question.ask(session, own)
    history.before(session, own)


def _now(session: Session, own: SchoolDesk) -> None:
    """What the school has to do about the report."""
    opened, sent = deliver.of_month(own)
    if opened:
        check.show(session, own, opened)
    elif sent:
        check.waits(session, own, sent)
    else:
        fill.ways(session, own)


def _head(of: date) -> None:
    this = periods.containing("month", of)
    ways = [_way(f"‹ {periods.MONTHS[this.previous().start.month - 1]}", this.previous().start),
            _way(f"{periods.MONTHS[this.next().start.month - 1]} ›", this.next().start)]
    html.show(tag("<div class='shnor-intakehead'><h1>Отчёт за {}</h1><nav aria-label='Месяц'>{}</nav></div>",
                  wording.typeset(wording.month(of)), html.joined(ways)))


def _way(text: str, of: date) -> html.Markup:
    return html.cell(Link(text, "report", (("month", _code(of)),)))


def _code(of: date) -> str:
    return periods.containing("month", of).code
