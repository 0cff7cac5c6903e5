"""Pieces of the page of versions: accepted files, months, the journal."""

from datetime import date
from zoneinfo import ZoneInfo

import streamlit as st

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.service import intake
from shnor.store import Upload
from shnor.ui import html
from shnor.ui.intake import effects
from shnor.ui.session import Session, settings

SHOWN = 15
ACTIONS = {"accept": "принят файл", "withdraw": "возвращено, как было до файла", "restore": "файл снова действует",
           "approve": "месяц утверждён", "reopen": "месяц открыт для исправления"}


def uploads(session: Session) -> None:
    """Accepted files, newest first; «Вернуть как было» first shows which figures would change."""
    st.header("Принятые файлы")
    listed = session.store.uploads()
    if problem := st.session_state.pop("shnor_problem", ""):
        html.text(problem, mark="shnor-error")
    if not listed:
        html.text("Пока ничего не принято.")
        return
    for upload in listed[:st.session_state.get("shnor_uploads", SHOWN)]:
        _upload(session, upload)
    if len(listed) > st.session_state.get("shnor_uploads", SHOWN):
        st.button(f"Показать все: {len(listed)}", on_click=_all, args=(len(listed),))


def _all(number: int) -> None:
    st.session_state["shnor_uploads"] = number


def _upload(session: Session, upload: Upload) -> None:
    kinds = ", ".join(KINDS[kind].title for kind in upload.kinds)
    said = "; ".join(filter(None, (f"{_moment(upload.moment)}, {upload.who}, состояние {upload.state}", upload.note)))
    with st.container(border=True, key=f"shnor_upload_{upload.id}"):
        left, right = st.columns([3, 2], vertical_alignment="center")
        with left:
            html.text(html.Marked(f"«{upload.file}»", "shnor-strong"), f" — {kinds}, записей {upload.rows}"
                      + ("" if upload.live else " — возвращено, не действует"), "\n", html.Marked(said, "shnor-note"))
        with right, st.container(horizontal=True, horizontal_alignment="right"):
            if upload.live:
                with st.popover("Вернуть как было"):
                    _withdrawal(session, upload)
            else:
                st.button("Пусть снова действует", key=f"shnor_restore_{upload.id}", on_click=_change,
                          args=(session.store.restore, upload.id, session.who, "возвращён в работу"))
            st.button("Как было тогда", help="Показать все страницы такими, какими они были после этого файла",
                      key=f"shnor_state_{upload.id}", on_click=_show_state,
                      args=(upload.state,))


def _withdrawal(session: Session, upload: Upload) -> None:
    if not st.toggle("Показать, что изменится", key=f"shnor_effect_{upload.id}"):
        html.text("Сначала посмотрите, какие показатели изменятся.", mark="shnor-small")
        return
    different = intake.effect_of_withdrawal(session.store, upload.id, session.day)
    effects(session, different, "Что изменится в показателях") if different else html.text("Показатели не изменятся.")
    reason = st.text_input("Почему", key=f"shnor_reason_{upload.id}", value="принято по ошибке")
    st.button("Вернуть как было", type="primary", key=f"shnor_withdraw_{upload.id}", on_click=_change,
              args=(session.store.withdraw, upload.id, session.who, reason))


def _change(action, number: int, who: str, reason: str) -> None:
    try:
        action(number, by=who, reason=reason)
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)


def _show_state(state: int) -> None:
    st.session_state["kept_state"] = str(state)


def months(session: Session) -> None:
    """Approve a month, or open it again with a reason."""
    st.header("Утверждение месяцев")
    approved = session.store.approved()
    this = periods.containing("month", session.today)
    choices = [this.start, this.previous().start, this.previous().previous().start]
    choices += sorted(approved - set(choices), reverse=True)
    chosen = st.selectbox("Месяц", choices, format_func=lambda m: _month_title(m, approved), width=320)
    if chosen in approved:
        html.text("Месяц утверждён: новые отчёты за него не принимаются.")
        reason = st.text_input("Почему открываем для исправления", key="shnor_reopen_reason")
        st.button("Открыть для исправления", on_click=_reopen, args=(session, chosen, reason), disabled=not reason)
    else:
        st.button(f"Утвердить {wording.month(chosen)}", on_click=_approve, args=(session, chosen))


def _month_title(month: date, approved: frozenset[date]) -> str:
    return wording.month(month) + (" — утверждён" if month in approved else "")


def _approve(session: Session, month: date) -> None:
    try:
        session.store.approve(month, by=session.who)
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)


def _reopen(session: Session, month: date, reason: str) -> None:
    try:
        session.store.reopen(month, by=session.who, reason=reason)
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)


def journal(session: Session) -> None:
    st.header("Журнал действий")
    names = {upload.id: upload.file for upload in session.store.uploads()}
    rows = [[str(entry.state), _moment(entry.moment), entry.who, ACTIONS[entry.action],
             f"«{names[entry.upload]}»" if entry.upload in names else wording.month(entry.month) if entry.month else "",
             entry.note] for entry in sorted(session.store.journal(), key=lambda entry: -entry.state)]
    html.table(["Состояние", "Когда", "Кто", "Что", "О чём", "Примечание"], rows[:100], numbers=(0,))
    if len(rows) > 100:
        html.text(f"Показаны последние 100 из {len(rows)}.", mark="shnor-small")


def _moment(moment) -> str:
    local = moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(settings().timezone))
    return f"{local:%d.%m.%Y %H:%M}"
