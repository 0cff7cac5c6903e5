"""Pieces of the page of versions: accepted files, months, the journal."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.service.centre import copies
from shnor.service.centre.setup import without_people
from shnor.service.intake import drop
from shnor.store import Upload
from shnor.ui.kit import html
from shnor.ui.kit.effects import effects
from shnor.ui.run.session import Session, settings

SHOWN, TOLD = 10, 20
"""Files and records of the journal shown at first."""
ACTIONS = {"accept": "принят файл", "withdraw": "возвращено, как было до файла", "restore": "файл снова действует",
           "approve": "месяц утверждён", "reopen": "месяц открыт для исправления",
           "decide": "изменена настройка"}


def uploads(session: Session, listed: list[Upload]) -> None:
    """Accepted files, newest first; «Вернуть как было» first shows which figures would change."""
    st.header("Принятые файлы")
    if problem := st.session_state.pop("shnor_problem", ""):
        html.text(problem, mark="shnor-error")
    if not listed:
        html.text("Пока ничего не принято.")
        return
    shown = listed if "all" in st.query_params else listed[:SHOWN]
    html.table(["Файл", "Что в нём", "Принят", "Состояние", "Действия"], [_line(session, upload) for upload in shown],
               marks=["" if upload.live else "shnor-quiet" for upload in shown])
    if len(shown) < len(listed):
        html.text(html.Link(f"Показать все: {len(listed)}", "versions", (("all", "1"),)))
    asked = st.query_params.get("file", "")
    if chosen := next((upload for upload in listed if str(upload.id) == asked), None):
        _withdrawal(session, chosen) if chosen.live else _restoring(session, chosen)


def _line(session: Session, upload: Upload) -> list[html.Cell]:
    kinds = ", ".join(KINDS[kind].title for kind in upload.kinds)
    when = f"{_moment(session, upload.moment)}, {upload.who}" + (f"; {upload.note}" if upload.note else "")
    action = "вернуть как было" if upload.live else "пусть снова действует"
    return [f"«{upload.file}»" + ("" if upload.live else " — не действует"), f"{kinds}, строк {upload.rows}", when,
            str(upload.state), [html.Link(wording.unbroken(action), "versions", (("file", str(upload.id)),)), "\n",
                                html.Link(wording.unbroken("как было тогда"), "", (("state", str(upload.state)),))]]


def _forgotten() -> None:
    st.query_params.pop("file", None)


@st.dialog("Вернуть как было", width="large", on_dismiss=_forgotten)
def _withdrawal(session: Session, upload: Upload) -> None:
    """Before anything is taken back: which figures would be different."""
    html.text(html.Marked(f"«{upload.file}»", "shnor-strong"), " перестанет действовать. Файл и журнал останутся.")
    different = drop.effect_of_withdrawal(session.store, upload.id, session.day)
    if different:
        effects(session, different, ahead=True)
    else:
        html.text("Показатели не изменятся.")
    reason = st.text_input("Почему", key=f"shnor_reason_{upload.id}", value="принято по ошибке")
    if st.button("Вернуть как было до этого файла", type="primary", key=f"shnor_withdraw_{upload.id}"):
        _done(session.store.withdraw, upload, session.who, reason)


@st.dialog("Пусть снова действует", on_dismiss=_forgotten)
def _restoring(session: Session, upload: Upload) -> None:
    html.text(html.Marked(f"«{upload.file}»", "shnor-strong"), " снова будет действовать: его строки вернутся туда, "
              "где нет более новых файлов.")
    if st.button("Пусть снова действует", type="primary", key=f"shnor_restore_{upload.id}"):
        _done(session.store.restore, upload, session.who, "снова действует")


def _done(action: Callable, upload: Upload, who: str, reason: str) -> None:
    _change(action, upload.id, who, reason)
    _forgotten()
    st.rerun()


def _change(action: Callable, number: int, who: str, reason: str) -> None:
    try:
        action(number, by=who, reason=without_people(reason))
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)


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
        session.store.reopen(month, by=session.who, reason=without_people(reason))
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)


def copy(session: Session) -> None:
    """The whole base as a file to take away."""
    st.header("Копия")
    html.text("Копия хранит всё: принятые файлы, журнал, прежние состояния. Сохраните её на другой диск.")
    if folder := session.store.about().get(copies.KEY):
        html.text(f"Папка для копий: «{folder}».", mark="shnor-small")
        if st.button("Сохранить копию в папку для копий", key="shnor_copy_here", type="primary"):
            _to_folder(session)
    elif not session.demo:
        html.text(html.Link("Назвать папку для копий", "setup"), mark="shnor-small")
    st.download_button("Сохранить копию базы", key="shnor_copy", data=lambda: _copied(session),
                       file_name=f"Мониторинг ШНОР {session.today:%Y-%m-%d}.duckdb")


def _to_folder(session: Session) -> None:
    try:
        path = copies.save(session.store, settings().now())
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
    else:
        html.text(f"Копия сохранена: «{path}».")


def _copied(session: Session) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "copy.duckdb"
        session.store.copy_to(path)
        return path.read_bytes()


def journal(session: Session, listed: list[Upload]) -> None:
    st.header("Журнал действий")
    names = {upload.id: upload.file for upload in listed}
    rows = [[str(entry.state), _moment(session, entry.moment), entry.who, ACTIONS[entry.action],
             f"«{names[entry.upload]}»" if entry.upload in names else wording.month(entry.month) if entry.month else "",
             entry.note] for entry in sorted(session.store.journal(), key=lambda entry: -entry.state)]
    if not rows:
        html.text("Записей пока нет.")
        return
    shown = rows if "all" in st.query_params else rows[:TOLD]
    html.table(["Состояние", "Когда", "Кто", "Что", "О чём", "Примечание"], shown, numbers=(0,))
    if len(shown) < len(rows):
        html.text(html.Link(f"Показать все записи: {len(rows)}", "versions", (("all", "1"),)))


def _moment(session: Session, moment: datetime) -> str:
    return f"{moment.astimezone(session.zone):%d.%m.%Y %H:%M}"
