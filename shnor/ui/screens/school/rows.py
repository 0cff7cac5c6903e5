"""What stands behind the card of the roadmap, folded: every deadline, every indicator."""

import streamlit as st

from shnor import wording
from shnor.service.pages.school import SchoolPage
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts


def folded(session: Session, data: SchoolPage) -> None:
    if not data.parts:
        return
    where = {"school_id": data.card.school_id, "period": data.period}
    with st.container(key="shnor_brief_rows"):
        with st.expander(f"Все сроки дорожной карты: {wording.number(len(data.rows))}"):
            parts.deadlines(session, data.rows)
        with st.expander("Показатели дорожной карты"):
            parts.tiles(session, data.figures, where)
