"""What schools hand in themselves: whether it is accepted at once, when those above see it. On a server alone."""

import streamlit as st

from shnor import wording
from shnor.service.intake.from_schools import AT_ONCE, YES
from shnor.service.month import unseen
from shnor.ui.kit import errors, html
from shnor.ui.run.session import Session, served

TOLD = "shnor_schools_told"


def settings(session: Session) -> None:
    if not served():
        return
    st.header("Что присылают школы")
    if told := st.session_state.pop(TOLD, ""):
        html.text(told, mark="shnor-small")
    about = session.store.about()
    with st.form("shnor_from_schools"):
        at_once = st.checkbox("Принимать без вопросов сразу", value=about.get(AT_ONCE) == YES,
                              help="Отчёт, к которому у проверки нет вопросов, считается сразу. Остальные ждут вас на "
                                   "странице «Приём отчётов».")
        days = st.number_input("Через сколько дней цифры школы видны руководителю и на показе, если школа их не видела",
                               min_value=0, max_value=unseen.MOST, value=unseen.days(about), width=420,
                               help="Когда школа отметила «ознакомлен», ждать не нужно. При 0 цифры видны сразу.")
        saved = st.form_submit_button("Сохранить", type="primary")
    if saved and errors.done(lambda: _keep(session, at_once, int(days))):
        st.session_state[TOLD] = "Записано."
        st.rerun()


def _keep(session: Session, at_once: bool, days: int) -> None:
    """A decision of the centre: the journal says who made it."""
    about = session.store.about()
    new = {AT_ONCE: YES if at_once else "", unseen.KEY: str(days)}
    if (about.get(AT_ONCE) == YES, unseen.days(about)) == (at_once, days):
        return
    said = f"Отчёты школ без вопросов принимать сразу: {'да' if at_once else 'нет'}; цифры, которых школа не видела, " \
           f"руководитель видит через {wording.counted(days, 'день')}"
    session.store.decide(session.actor, said, **new)
