"""Months that are closed to changes: what is missing stands beside the button."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.errors import ShnorError
from shnor.service.centre.setup import hidden, without_people
from shnor.service.month import forms, owed
from shnor.service.month.owed import Grid
from shnor.ui.kit import html, over, states
from shnor.ui.kit.html import Link, joined, tag
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session

TITLE = "Утверждение месяца"
ASKED = "approve"
"""A month in the address: its window is open."""
NEAR = 3
"""So many months back one may approve a month."""


def line(session: Session, grid: Grid, months: Sequence[date]) -> Markup:
    """Under each month: «утверждён», or the way there with how much is missing."""
    approved = session.store.approved()
    return tag("<tr class='shnor-approval'><th scope='row'>{}</th>{}</tr>", TITLE,
               joined(tag("<td>{}</td>", _cell(session, grid, month, approved)) for month in months))


def said(session: Session, grid: Grid, months: Sequence[date]) -> Markup:
    """The same as a line, where the columns are too narrow for it."""
    approved = session.store.approved()
    told = [(month, _cell(session, grid, month, approved)) for month in months]
    parts = [tag("{} — {}", wording.month(month), words) for month, words in told if words]
    return tag("<p class='shnor-approvalline'>{}: {}</p>", TITLE, Markup(" · ").join(parts)) if parts else html.NOTHING


def _cell(session: Session, grid: Grid, month: date, approved: frozenset[date]) -> Markup:
    if month in approved:
        return _way("утверждён", ": открыть для исправления,", month)
    if month not in choices(session):
        return html.NOTHING
    absent = len(missing(grid, month))
    return _way(f"не хватает {absent}", ": утвердить месяц,", month) if absent else _way("утвердить", " месяц:", month)


def _way(words: str, deed: str, month: date) -> Markup:
    """To the window of the month; what is done there and with which month is said to who points at it."""
    link = Link(words, "versions", ((ASKED, periods.containing("month", month).code),))
    said = wording.typeset(f"{words}{deed} {wording.month(month)}")
    return tag("<a href='{}' title='{}' aria-label='{}'>{}</a>", link.address, said, said, wording.typeset(words))


def choices(session: Session) -> tuple[date, ...]:
    return owed.last_months(session.today, NEAR)


def missing(grid: Grid, month: date) -> list[tuple[str, str]]:
    """(school, what is missing) of a form, schools by number."""
    pairs = zip(grid.lines, grid.of(month), strict=False)
    return [(line.card.name, states.text(cell, date.max)) for line, cell in pairs
            if cell.state in owed.EXPECTED and cell.state != "accepted"]


def asked(session: Session, shown: Sequence[Grid]) -> None:
    """The window of the month of the address."""
    try:
        period = periods.parse(st.query_params.get(ASKED, ""))
    except ValueError:
        return
    approved = session.store.approved()
    if period.kind == "month" and (period.start in approved or period.start in choices(session)):
        _window(session, shown, period.start, period.start in approved)


def _forgotten() -> None:
    st.query_params.pop(ASKED, None)


@st.dialog(TITLE, on_dismiss=_forgotten)
@over.asked
def _window(session: Session, shown: Sequence[Grid], month: date, approved: bool) -> None:
    named = wording.month(month)
    for grid in shown:
        if cells := grid.of(month):
            html.text(html.Marked(wording.capital(forms.title(grid.form.id, month)), "shnor-strong"),
                      f": {states.sums(cells)}")
            html.items([f"{school}: {words}" for school, words in missing(grid, month)])
    if approved:
        html.text("Месяц утверждён: новые отчёты за него не принимаются.")
        reason = st.text_input("Почему открываем для исправления", key="shnor_reopen_reason")
        if st.button("Открыть для исправления", disabled=not reason, type="primary"):
            _done(lambda: session.store.reopen(month, by=session.actor, reason=without_people(reason)), hidden(reason))
    else:
        html.text("После утверждения новые отчёты за этот месяц не принимаются, пока его не откроют для исправления.")
        if st.button(plain(f"Утвердить {named}"), type="primary"):
            _done(lambda: session.store.approve(month, by=session.actor))


def _done(change: Callable[[], object], said: str = "") -> None:
    """said: what is told once it is done; "" = nothing."""
    try:
        change()
        if said:
            st.session_state["shnor_problem"] = said
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)
    _forgotten()
    st.rerun()
