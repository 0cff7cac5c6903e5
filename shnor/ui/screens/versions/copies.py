"""Copies of everything: the last one, what has come since, a new one, the return of one."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from shnor import wording
from shnor.copies import names
from shnor.errors import ShnorError
from shnor.service.centre import copies
from shnor.ui.kit import html
from shnor.ui.kit.html import Tile
from shnor.ui.run import copies as run_copies
from shnor.ui.run.session import Session, copies_inside, served, settings
from shnor.ui.screens.versions import returning

HELP = "Страница для печати, если возвращать придётся без вас: «Как вернуть данные из копии» в руководстве."


DAMAGED = ("База повреждена: не всё в ней читается. Новой копии с неё не сделать. Верните её из копии: нынешние файлы "
           "будут отложены в папку «backup» как есть.")


def draw(session: Session) -> None:
    returning.told()
    if not returning.readable(session):
        html.text(DAMAGED, mark="shnor-error")
    elif not returning.previewed():  # what would be lost and the button below it are to stand on one screen
        _made(session)
    returning.draw(session)
    html.text(HELP, mark="shnor-small")


def _made(session: Session) -> None:
    """The last copy, what has come since, the ways to make one."""
    last = copies.last(session.store)
    since = [one for one in session.uploads() if last is None or one.state > last.state]
    day = last.moment.astimezone(session.zone).date() if last else None
    html.tiles([Tile("Последняя копия", wording.day(day) if day else "ещё не было", words=_ago(day, session.today)),
                Tile("Принято после неё" if last else "Принято всего", wording.counted(len(since), "файл"),
                     words="есть в базе, нет в копии" if since else "всё принятое есть в копии")])
    html.text("Копия — один файл, в нём всё: принятые файлы, журнал, справки, показы"
              f"{', имена педагогов' if copies.has_names(session.store) else '; имён педагогов в нём нет'}. " + (
        "Сервер делает её по расписанию; сохранить можно и на свой компьютер." if served() else
        "Держите её на другом диске: если откажет этот, работа не пропадёт."))
    folder = session.store.about().get(copies.KEY)
    with st.container(horizontal=True, vertical_alignment="center"):
        if folder and st.button("Сохранить копию в папку для копий", key="shnor_copy_here", type="primary"):
            _to_folder(session)
        st.download_button("Сохранить копию базы", key="shnor_copy", data=lambda: _copied(session),
                           type="secondary" if folder else "primary",
                           file_name=names.name(settings().now(), names=copies.has_names(session.store)))
    if said := st.session_state.pop("shnor_copied", ""):
        html.text(said)
    if folder:
        html.text(f"Папка для копий: «{folder}».", mark="shnor-small")
    elif not session.demo:
        html.text(html.Link("Назвать папку для копий", "settings"), mark="shnor-small")


def _ago(day: date | None, today: date) -> str:
    """«6 дней назад»."""
    if day is None:
        return "первую сделает сервер" if served() else "сохраните первую сегодня"
    days = (today - day).days
    return f"{wording.counted(days, 'день')} назад" if days > 0 else "сегодня"


def _to_folder(session: Session) -> None:
    try:
        path = copies.save(session.store, settings().now(), session.actor, copies_inside(), more=run_copies.more())
    except ShnorError as error:
        st.session_state["shnor_problem"] = str(error)
    else:
        st.session_state["shnor_copied"] = f"Копия сохранена: «{path}»."
    st.rerun()


def _copied(session: Session) -> bytes:
    """The file to download; that it was made is noted."""
    with TemporaryDirectory() as folder:
        return copies.put(session.store, Path(folder), settings().now(), session.actor, more=run_copies.more()
                          ).read_bytes()
