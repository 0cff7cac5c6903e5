"""Copies within reach, what the return of one would lose, the return: nothing happens before the second click."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from shnor import wording
from shnor.copies import archive, names
from shnor.copies.names import Named
from shnor.errors import ShnorError, StoreError
from shnor.service.copies import restore, verify
from shnor.service.copies.restore import Loss
from shnor.ui.kit import html
from shnor.ui.run import returned
from shnor.ui.run.session import Session, served

LOOK, RETURN, SHOW = "Проверить и посмотреть", "Вернуть данные из этой копии", "Показать"
MOST, FILES = 12, 8
"""So many copies stand open; so many files that would go are named."""
PICKED, LOOKED, OTHER, TOLD = "shnor_return_pick", "shnor_return_look", "shnor_return_other", "shnor_return_told"
WHY = {names.DAILY: "каждый день", names.BEFORE_RETURN: "до возвращения", names.BEFORE_UPDATE: "перед обновлением",
       "": "сохранена вами"}
HELP = ("Копию проверяют до последнего байта. Перед возвращением нынешние данные сохраняются копией «до возвращения», "
        "её тоже можно вернуть.")


@dataclass(frozen=True)
class Looked:
    """What was shown, and of which state: another one since is looked at again."""

    copy: Path
    at: tuple[str, int]
    loss: Loss


def draw(session: Session) -> None:
    if said := st.session_state.pop(TOLD, ""):
        html.text(said)
    if session.store.path is None or not session.changes:
        return
    st.header("Вернуть данные из копии")
    listed = _listed(session.store.path)
    html.text(HELP, mark="shnor-small")
    if listed:
        _table(listed)
    copy = _chosen(listed)
    if copy and st.button(LOOK, key="shnor_return_see"):
        _look(session, copy)
    looked = st.session_state.get(LOOKED)
    if looked and looked.copy == copy:
        if not looked.loss.broken and looked.at != _at(session):  # a damaged base may begin anew at every reading
            st.session_state.pop(LOOKED)
            st.rerun()
        _preview(session, looked)


def _listed(base: Path) -> list[tuple[Named, archive.Contents | None]]:
    """None: it is not there to its end. Of another base in the same folder it is none of these."""
    found = []
    for copy in (copy for folder in names.places(base) for copy in names.listed(folder)):
        try:
            told = archive.contents(copy.path)
        except ShnorError:
            told = None
        if told is None or told.file == base.name:
            found.append((copy, told))
    return sorted(found, key=lambda one: one[0].moment, reverse=True)


def _table(listed: list[tuple[Named, archive.Contents | None]]) -> None:
    rows = [[f"{copy.moment:%d.%m.%Y %H:%M}", str(told.state) if told else "—",
             wording.counted(told.uploads, "файл") if told else "—", "с ФИО" if copy.names else "без ФИО",
             WHY[copy.why], "есть вся" if told else "не целая", str(copy.path.parent)] for copy, told in listed]
    head = ["Когда", "Состояние", "Принято", "Имена", "Чем сделана", "Целая ли", "Папка"]
    html.table(head, rows[:MOST], numbers=[1])
    if rows[MOST:]:
        html.show(html.fold(f"ещё {len(rows) - MOST}", html.table_html(head, rows[MOST:], numbers=[1])))


def _chosen(listed: list[tuple[Named, archive.Contents | None]]) -> Path | None:
    found = {str(copy.path): f"{copy.moment:%d.%m.%Y %H:%M}, {WHY[copy.why]}{', с ФИО' if copy.names else ''}"
             for copy, told in listed if told}
    picked = st.selectbox("Какую копию", [*found], format_func=lambda path: found.get(path, path), key=PICKED,
                          width=460) if found else None
    if served():  # there a path would be a question about files of the machine
        return Path(picked) if picked else None
    with st.expander("Другой файл или папка, например на флешке"):
        other = st.text_input("Путь к копии целиком", key=OTHER,
                              placeholder="F:\\Мониторинг ШНОР 2026-11-27 18-05-00.zip")
        st.button(SHOW, key="shnor_return_show")
    return Path(other.strip().strip('"')) if other.strip() else Path(picked) if picked else None


def _look(session: Session, copy: Path) -> None:
    st.session_state.pop(LOOKED, None)
    try:
        with st.spinner("Проверяем копию до последнего байта…"):
            loss = returned.look(session, copy)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
    else:
        st.session_state[LOOKED] = Looked(copy, _at(session), loss)


def _at(session: Session) -> tuple[str, int]:
    try:
        return session.store.generation, session.store.state
    except StoreError:  # it has just been found damaged
        return "", 0


def _preview(session: Session, looked: Looked) -> None:
    loss = looked.loss
    with st.container(border=True, key="shnor_block_return"):
        html.text(f"Копия целая: {verify.words(loss.told, session.zone)}.")
        html.items(restore.sentences(loss))
        if loss.uploads:
            html.show(html.fold("Какие файлы пропадут", html.items_html(
                [f"{one.file}, принят {one.moment.astimezone(session.zone):%d.%m.%Y %H:%M}"
                 for one in loss.uploads[:FILES]] + _rest(len(loss.uploads)))))
        with_names = loss.names and st.checkbox("Вернуть и имена педагогов", key="shnor_return_names")
        on = st.multiselect("Включить снова", [login for login, _ in loss.off], key="shnor_return_on",
                            format_func=lambda login: f"{dict(loss.off)[login]} ({login})") if loss.off else []
        if served():
            html.text("Всем, кто вошёл, и вам придётся войти снова.")
        if st.button(RETURN, type="primary", key="shnor_return_do"):
            _return(session, looked, with_names=with_names, on=on)


def _rest(number: int) -> list[str]:
    return [f"и ещё {wording.counted(number - FILES, 'файл')}"] if number > FILES else []


def _return(session: Session, looked: Looked, *, with_names: bool, on: list[str]) -> None:
    try:
        with st.spinner("Возвращаем данные. Не закрывайте программу…"):
            said = returned.put_back(session, looked.copy, looked.loss, with_names=with_names, on=on)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    for key in (LOOKED, OTHER):
        st.session_state.pop(key, None)
    st.session_state[TOLD] = said
    st.rerun()
