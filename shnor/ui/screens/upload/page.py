"""The screen «Приём отчётов»: who has sent what, the place for files, the letter box. All of it is one fragment: an
answer draws it anew and nothing else."""

from datetime import date

import streamlit as st

from shnor import periods
from shnor.service.intake.by_hand import build
from shnor.service.intake.reading import Progress
from shnor.ui.kit import context, html, over
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import (
    accepted,
    box,
    by_hand,
    drop,
    from_schools,
    month,
    pack,
    reminder,
    roadmap_next,
    sent,
    waiting,
)


@st.fragment
@over.asked
def page(session: Session) -> None:
    if session.store.state != session.state and not session.past:  # accepted here or in another tab
        st.rerun()
    (chosen, note), mine = month.chosen(session), tray.of(session)
    context.settle("month", _code(chosen), _code(session.forms.awaited_month(session.day)))
    handed_in = from_schools.handed_in(session)
    reviewed = mine.shown(session.store, session.today, tray.PATIENCE)
    files = {} if isinstance(reviewed, Progress) else reviewed
    shown = sent.build(session, chosen, waiting.of(files))
    month.head(session, chosen, shown.grids)
    html.show(html.text_html(note, mark="shnor-small") if note else html.NOTHING)
    accepted.accepted(session)
    from_schools.letters(session, handed_in)
    _top(session, shown)
    if isinstance(reviewed, Progress):
        box.reading(session)
    elif files:
        box.files(session, files)
        if shown.cards and len(shown.cards) <= sent.MANY:
            html.show(sent.matrix(session, shown))


def _code(month: date) -> str:
    return periods.containing("month", month).code


def _top(session: Session, shown: sent.Sent) -> None:
    """Left what comes in, right what has come."""
    empty = tray.of(session).empty
    left, right = st.columns([4, 8])
    with left:
        drop.drop(session)
        drop.promise(session)
        _deeds(session)
        reminder.reminder(session, shown)
    with right:
        sent.picture(session, shown, whole=empty)


def _deeds(session: Session) -> None:
    with st.container(horizontal=True, key="shnor_deeds"):
        if st.button("Внести вручную"):
            by_hand.dialog(session, cache.built(session, build, day=session.day))
        if st.button("Вставить из письма"):
            drop.paste(session)
        pack.entry(session)
        if st.button("Карта на новый год"):
            roadmap_next.dialog(session)
        html.show(html.tag("<a class='shnor-deed' href='{}'>Новый перечень</a>", html.Link("", "turn").address))


__all__ = ["page"]
