"""What stands at the head and foot of every paper, and what is asked of a meeting and answered there."""

import streamlit as st

from shnor import wording
from shnor.papers import Papers, Particulars
from shnor.service.centre.setup import refuse_people, refuse_personal
from shnor.service.papers import sheet
from shnor.store import rights
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run import papers
from shnor.ui.run.session import Session

TITLES = {"authority": "Орган управления образованием", "place": "Место составления",
          "post": "Должность того, кто подписывает", "executor": "Исполнитель: должность", "phone": "Телефон",
          "order_number": "Номер приказа (указан — на справке печатается «УТВЕРЖДЕНА»)",
          "order_post": "Должность того, кто подписывает приказ", "control": "Контроль возложить на (кого)"}


def draw(session: Session) -> None:
    of = papers.of(session.store)
    with st.expander("Реквизиты бумаг", key="shnor_paper_particulars"), st.form("shnor_particulars", border=False):
        now = of.settings.now()
        told = {name: st.text_input(plain(title), getattr(now, name), key=f"shnor_particular_{name}")
                for name, title in TITLES.items()}
        if st.form_submit_button("Запомнить", type="primary"):
            rights.refuse(session.actor)
            for text in told.values():
                refuse_people(text)
            of.settings.keep(Particulars(**told))
            st.rerun()
    late = sum(sheet.past(one.text, session.day) for one in of.answers.all())
    asked = f" · {wording.counted(late, 'вопрос')}" if late else ""
    with st.expander(plain(f"Листок к совещанию: просьбы и ответы{asked}"), key="shnor_paper_answers"):
        _answers(session, of)


def _answers(session: Session, of: Papers) -> None:
    for one in of.answers.all():
        html.text(f"«{one.question}» {one.text}" if one.question else one.text)
        if sheet.past(one.text, session.day):
            html.text(f"Назван срок, который на {wording.day(session.day)} уже не впереди: впишите, что сделано.")
        if st.button("Удалить", key=f"shnor_answer_drop_{one.id}"):
            rights.refuse(session.actor)
            of.answers.drop(one.id)
            st.rerun()
    with st.form("shnor_answer", clear_on_submit=True, border=False):
        question = st.text_input("Если спросят (пусто: просьба к совещанию)", key="shnor_answer_question")
        text = st.text_area("Что ответить или о чём просим", key="shnor_answer_text")
        if st.form_submit_button("Добавить") and text.strip():
            rights.refuse(session.actor)
            refuse_personal(question, text)
            of.answers.add(text, question)
            st.rerun()
