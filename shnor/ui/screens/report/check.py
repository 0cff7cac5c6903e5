"""A report that lies on the desk: the questions of the check beside their cells, what it would change, hand it in."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from shnor import wording
from shnor.desk import Sent
from shnor.errors import ShnorError
from shnor.loaders.types import Issue
from shnor.service.desk import check, deliver
from shnor.service.desk.check import Look
from shnor.service.desk.own import SchoolDesk
from shnor.service.intake.questions import folded
from shnor.service.intake.standing import answerable
from shnor.ui.kit import changes, grids, html
from shnor.ui.kit.plain import plain
from shnor.ui.run import desk
from shnor.ui.run.session import Over, Session
from shnor.ui.screens.upload import cards, questions

ASKED = 5
"""So many are shown at once: one that is answered makes room for the next."""
BESIDE = (0, 1)
"""Columns that name a row of the workbook."""
SAID, PROBLEM = "shnor_report_said", "shnor_report_problem"
"""What was left out of the file; why a deed could not be done."""


def show(session: Session, own: SchoolDesk, sent: Sent) -> None:
    """Open: the school answers and hands it in."""
    look = desk.looked(own, sent)
    with st.container(border=True, key="shnor_report_check"):
        html.text(html.Marked(_named(sent), "shnor-strong"), " ", _counts(look))
        for said in st.session_state.get(SAID, ()):
            html.text(said, mark="shnor-question")
        if problem := st.session_state.pop(PROBLEM, ""):
            html.text(problem, mark="shnor-error")
        _issues(own, look)
        _answered(own, look)
        _preview(look)
        if look.against:
            html.text(look.against, mark="shnor-lead")
        _deeds(own, look)


def waits(session: Session, own: SchoolDesk, sent: Sent) -> None:
    """The centre has it before it."""
    with st.container(border=True, key="shnor_report_sent"):
        html.text(html.Marked(_named(sent), "shnor-strong"),
                  " Отчёт у центра. Пока он не принят, его можно взять обратно, исправить и отправить снова.")
        if problem := st.session_state.pop(PROBLEM, ""):
            html.text(problem, mark="shnor-error")
        _preview(desk.looked(own, sent))
        st.button("Взять обратно и исправить", key="shnor_report_back", on_click=deed,
                  args=(lambda: deliver.take_back(own, sent.number),))


def _named(sent: Sent) -> str:
    return f"«{sent.file}»." if sent.way == "file" else "Отчёт, заполненный на сайте."


def _counts(look: Look) -> str:
    parts = [wording.counted(number, word) for number, word in ((look.errors, "ошибка"), (look.questions, "вопрос"))
             if number]
    return f"Проверен: {wording.listed(parts)}." if parts else "Проверен, вопросов нет."


def _issues(own: SchoolDesk, look: Look) -> None:
    ordered, follow = folded(sorted(look.issues, key=lambda issue: cards.ORDER[issue.severity]))
    for place, issue in enumerate(ordered[:ASKED]):
        with st.container(key=f"shnor_report_issue_{place}"):
            html.show(cards.asked(issue, look.checked, follow.get(place, 0), BESIDE))
            if answerable(issue):
                _answers(own, look.sent, place, issue)
    if len(ordered) > ASKED:
        html.text(f"И ещё {len(ordered) - ASKED}: появятся после ответов.", mark="shnor-small")


def _answers(own: SchoolDesk, sent: Sent, place: int, issue: Issue) -> None:
    """Ready answers and a place for another one."""
    def put(text: str) -> None:
        deed(lambda: check.answer(own, sent, issue, text))

    key = f"shnor_report_{sent.number}_{len(sent.answers)}_{place}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        questions.choose(issue.choices, f"{key}_choice", lambda number: put(issue.choices[number].value))
        if issue.topic:
            return
        with st.popover("другое…"):
            named = f" вместо «{issue.value}»" if issue.value else ""
            st.text_input(plain(f"Что записать{named}"), key=f"{key}_other", on_change=_other,
                          args=(f"{key}_other", put))


def _other(key: str, put: Callable[[str], None]) -> None:
    if text := st.session_state.get(key):
        put(text)


def _answered(own: SchoolDesk, look: Look) -> None:
    """Answers that were given, each with the question it answers and the way back."""
    if not look.sent.answers:
        return
    known = {issue.key: issue for issue in desk.asked(own, look.sent).issues}
    for number, (place, value) in enumerate(look.sent.answers.items()):
        issue = known.get(place)
        about = questions.in_short(issue.message) if issue else grids.place(*place, look.sent.file)
        with st.container(horizontal=True, vertical_alignment="center"):
            html.text(f"Ваш ответ: {questions.said(value, issue)} — {about}", mark="shnor-small")
            st.button("Спросить снова", key=f"shnor_report_again_{look.sent.number}_{number}", type="tertiary",
                      on_click=deed, args=(partial(check.ask_again, own, look.sent, place),))


def _preview(look: Look) -> None:
    if preview := look.preview:
        html.show(changes.html_of(preview, missing=False))


def _deeds(own: SchoolDesk, look: Look) -> None:
    with st.container(horizontal=True):
        if not look.against:
            label = "Отправить в центр" if not look.questions else "Отправить, вопросы оставить центру"
            st.button(plain(label), type="primary", key="shnor_report_send", on_click=deed,
                      args=(lambda: deliver.send(own, look.sent.number),))
        else:
            st.button("Отправить в центр", disabled=True, key="shnor_report_send_later", help=plain(look.against))
        back = "Вернуться к заполнению" if look.sent.way == "form" else "Убрать и прислать другой"
        st.button(plain(back), key="shnor_report_drop", on_click=deed,
                  args=(lambda: deliver.take_back(own, look.sent.number),))


def deed(doing: Callable[[], object]) -> None:
    """What cannot be is said and leaves the page as it was; to whoever is out, the run that follows says so."""
    st.session_state.pop(SAID, None)
    try:
        doing()
    except ShnorError as error:
        st.session_state[PROBLEM] = str(error)
    except Over:
        return
