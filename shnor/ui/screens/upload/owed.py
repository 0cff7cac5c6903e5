"""Who has sent what over the last months, and the decision about a deadline."""

from collections.abc import Sequence

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.centre.schools import SchoolCard
from shnor.service.intake import manual
from shnor.ui.kit import over
from shnor.ui.kit.plain import plain
from shnor.ui.run import tray
from shnor.ui.run.session import Session


@st.dialog("Перенести срок или снять форму")
@over.asked
def decide(session: Session, cards: Sequence[SchoolCard]) -> None:
    """A letter of delay, or «не требуется»: goes the way of a file and can be taken back like one."""
    kind = KINDS["assignments"]
    with st.form("shnor_decide", border=False):
        school = st.selectbox(plain(kind["school_id"].title), [card.name for card in cards])
        form = st.selectbox(plain(kind["form"].title), list(kind["form"].choices.values()))
        chosen = st.text_input(plain(kind["month"].title),
                               value=wording.month(session.forms.awaited_month(session.day)))
        state = st.selectbox(plain(kind["state"].title), list(kind["state"].choices.values())[::-1])
        until = st.text_input(plain(kind["until"].title), placeholder=str(kind["until"].example))
        reason = st.text_input(plain(kind["reason"].title), placeholder=str(kind["reason"].example))
        done = st.form_submit_button("Проверить")
    if done:
        values = {"school_id": school, "form": form, "month": chosen, "state": state, "until": until, "reason": reason}
        typed = {name: text or "" for name, text in values.items()}
        tray.of(session).add([manual.one_row("assignments", typed, session.moment())])
        st.switch_page("upload.py")


__all__ = ["decide"]
