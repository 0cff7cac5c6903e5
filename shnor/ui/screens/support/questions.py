"""Questions of schools on the screen: what is asked, by when to answer, the answer in place."""

from collections.abc import Sequence

import streamlit as st

from shnor import wording
from shnor.service.pages import questions
from shnor.service.pages.questions import Question
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_school
from shnor.ui.run.session import Session

DONE = "shnor_answer_stored"


def asked(session: Session, told: Sequence[Question]) -> None:
    """Questions of schools: open ones, each with its answer in place; then answered ones."""
    st.header("Вопросы школ")
    if done := st.session_state.pop(DONE, ""):
        html.text(f"{done} ", Link("Вернуть как было", "versions"), " можно в любой день.")
    if not told:
        html.text("Вопросов от школ нет. Школа задаёт их на листе «Вопрос центру» своего отчёта.")
        return
    for question in told:
        if not question.answer:
            _open(session, question)
    answered = [question for question in told if question.answer]
    if answered:
        html.show(html.fold(f"Уже отвечено: {len(answered)}", html.table_html(
            ["Школа", "Что нужно", "Ответ центра", "Когда ответили"],
            [[_name(session, question), question.need, question.answer,
              wording.day(question.answered_on) if question.answered_on else "день не указан"]
             for question in answered])))


def _open(session: Session, question: Question) -> None:
    with st.container(border=True, key=f"shnor_question_{question.key}"):
        told, deed = st.columns([6, 1], vertical_alignment="center")
        facts = [until(question), f"нужно {question.wanted_by}" if question.wanted_by else "",
                 f"кому: {question.addressee}" if question.addressee else ""]
        with told:
            html.text(_name(session, question), f" ({wording.month(question.month)}): ",
                      html.Marked(question.need, "shnor-strong"))
            html.text("; ".join(filter(None, facts)), mark="shnor-small")
        if session.changes:
            with deed, st.popover("Ответить"):
                _form(session, question)


def until(question: Question) -> str:
    """«ответить до 04.12.2026»; a day nobody has set is called a proposal."""
    proposal = f" — предложение: {questions.DAYS_TO_ANSWER}-й рабочий день после вопроса" if question.proposed else ""
    return f"ответить до {wording.day(question.answer_by)}{proposal}"


def _name(session: Session, question: Question) -> Cell:
    card = question.card
    return to_school(session, card.school_id, wording.typeset(card.name)) if card else question.school_id


def _form(session: Session, question: Question) -> None:
    """The answer, or only the day to answer by; stored at once as an entry that can be taken back."""
    with st.form(f"shnor_answer_{question.key}", border=False):
        text = st.text_area("Ответ центра", height=100, max_chars=1000)
        sent = st.form_submit_button("Записать ответ", type="primary")
    chosen = st.date_input("Ответить до", value=question.answer_by, format="DD.MM.YYYY",
                           key=f"shnor_until_{question.key}")
    named = st.button("Назначить день", key=f"shnor_promise_{question.key}")
    day, moment, by = session.today, session.moment(), session.actor
    if sent:
        _stored(questions.answer(session.store, question, text, day=day, moment=moment, by=by), "Ответ записан.")
    elif named and chosen:
        _stored(questions.promise(session.store, question, chosen, day=day, moment=moment, by=by),
                "День ответа назначен.")


def _stored(problem: str, done: str) -> None:
    if problem:
        html.text(problem, mark="shnor-error")
        return
    st.session_state[DONE] = done
    st.rerun()
