"""«Вопрос центру»: asked at any time, each with the answer of the centre below."""

import streamlit as st

from shnor import wording
from shnor.errors import ShnorError
from shnor.service.desk import ask as asking
from shnor.service.desk import draft, form
from shnor.service.desk.own import SchoolDesk
from shnor.service.pages.questions import Question, requests_of
from shnor.ui.kit import html, over
from shnor.ui.run import cache, desk
from shnor.ui.run.session import Over, Session
from shnor.ui.screens.report import fields
from shnor.workbooks.month_sheets import QUESTION

TOLD, SHOWN = "shnor_report_asked", 10


def ask(session: Session, own: SchoolDesk) -> None:
    with st.container(key="shnor_report_question"):
        st.header("Вопрос центру")
        html.text("Напишите, чем помочь. Вопрос уходит сразу, отчёта он не ждёт. Центр ответит и назовёт срок.",
                  mark="shnor-small")
        if told := st.session_state.pop(TOLD, ""):
            html.text(told, mark="shnor-question")
        _new(session, own)
        for one in cache.built(session, requests_of, session.day, own.school)[:SHOWN]:
            _told(one)


@st.fragment
@over.asked
def _new(session: Session, own: SchoolDesk) -> None:
    """What is typed is kept like the report, until it is asked."""
    kept, line = draft.of(own), desk.asked_form(session, own).of(QUESTION).lines[0]
    fields.fields(own, line.fields, kept.values)
    if kept.values.get(line.fields[0].name) and st.button("Спросить", type="primary", key="shnor_report_ask"):
        _ask(session, own, line, kept.values)
        st.rerun()


def _ask(session: Session, own: SchoolDesk, line: form.Line, values: fields.Values) -> None:
    need, wanted_by, addressee = (values.get(field.name, "") for field in line.fields)
    try:
        asking.ask(own, need, wanted_by, addressee, session.moment())
    except ShnorError as error:
        st.session_state[TOLD] = str(error)
        return
    except Over:
        return
    draft.put_all(own, {field.name: "" for field in line.fields})
    st.session_state[TOLD] = "Вопрос записан, центр его видит."


def _told(one: Question) -> None:
    asked = f"{wording.day(one.asked_on)}: {one.need}"
    if one.answer:
        when = f" {wording.day(one.answered_on)}" if one.answered_on else ""
        html.text(html.Marked(asked, "shnor-strong"), f" — ответ{when}: {one.answer}")
    else:
        html.text(html.Marked(asked, "shnor-strong"), f" — ответ до {wording.day(one.answer_by)}")
