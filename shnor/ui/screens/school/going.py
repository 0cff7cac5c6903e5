"""What goes along to a school and comes back: the card as PDF, the form «Выезд» as Excel."""

import streamlit as st

from shnor import wording
from shnor.reports import visit
from shnor.service.month import workbook
from shnor.service.pages import visit_card
from shnor.service.pages.support import VISIT, help_of
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.workbooks import visit as form


def deeds(session: Session, school: str, name: str) -> None:
    short = workbook.short_name(name)
    with st.popover("К выезду", width="content"):
        st.download_button(
            "Карточка, PDF", key="shnor_visit_card", on_click="ignore", mime="application/pdf",
            file_name=f"Карточка_к_выезду_{short}_{session.day:%Y-%m-%d}.pdf", data=lambda: _card(session, school),
            help="Одна страница для наставника или куратора: что советовали, что из этого вышло, что наступает")
        st.download_button(
            "Лист «Выезд», Excel", key="shnor_visit_form", on_click="ignore", file_name=f"Выезд_{short}.xlsx",
            data=lambda: _form(session, school, name),
            help="Его заполняют после выезда и перетаскивают на «Приём»: выезд попадёт в журнал мероприятий, "
                 "рекомендации — в реестр")


def _card(session: Session, school: str) -> bytes:
    with session.view() as view:
        return visit.pdf(visit_card.build(view, school, day=session.day))


def _form(session: Session, school: str, name: str) -> bytes:
    """With the day of the next visit, where one is set."""
    found = cache.built(session, help_of, school, day=session.day)
    day = wording.day(found.visit["day"]) if found and found.visit else ""
    return form.visit(name, VISIT, f"{VISIT} {day}" if day else "")
