"""Texts of reminders to copy into a letter, to one school or to all that are awaited."""

from datetime import date

import streamlit as st

from shnor.service.month import debts, workbook
from shnor.service.sending import reminders
from shnor.ui.kit import html
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.upload.sent import Sent

ALL, WHOM = "", "remind"
"""WHOM: in the address, a school or «all»; opens the piece."""


def reminder(session: Session, sent: Sent) -> None:
    before = cache.built(session, debts.owing, day=session.day)
    owing = reminders.owing(sent.grids, sent.month, before)
    if not owing:
        return
    about = session.store.about()
    names = {card.school_id: card.name for card in sent.cards}
    names |= {card.school_id: card.name for debt in before for card, _ in (*debt.waiting, *debt.partial)}
    asked = st.query_params.get(WHOM, "")
    with st.expander("Напомнить: текст для письма", expanded=bool(asked), key=f"shnor_reminder_{asked}"):
        if asked:
            html.show(html.arrived(f"{WHOM} {asked} {sent.month}"))
        common = reminders.to_all(owing, day=session.day, about=about)
        choices = [*([ALL] if len(owing) > 1 and common else []), *owing]
        whom = st.selectbox("Кому", choices, key=f"shnor_remind_{sent.month}_{asked}", width=420,
                            index=choices.index(asked) if asked in choices else 0,
                            format_func=lambda school: names.get(school) or f"Общий текст, школ: {len(owing)}")
        text = common if whom == ALL else reminders.to_school(
            owing[whom], day=session.day, rows={sent.month: _rows(session, whom, sent.month)}, about=about)
        st.code(text, language=None, wrap_lines=True)


def _rows(session: Session, school: str, month: date) -> int:
    with session.view() as view:
        return workbook.to_report(view, school, month)
