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
from shnor.ui.kit.plain import plain
from shnor.ui.run import returned
from shnor.ui.run.session import Session, served

LOOK, RETURN, LEAVE = "Проверить и посмотреть", "Вернуть данные из этой копии", "Не возвращать"
ELSEWHERE = "Другой файл или папка, например на флешке"
MOST, FILES, OPEN = 12, 8, 5
"""So many copies stand open; so many files that would go are named; so few are in sight at once."""
PICKED, LOOKED, OTHER, TOLD = "shnor_return_pick", "shnor_return_look", "shnor_return_other", "shnor_return_told"
INSIDE, WHOLE = "shnor_return_inside", "shnor_return_whole"
WHY = {names.DAILY: "каждый день", names.BEFORE_RETURN: "до возвращения", names.BEFORE_UPDATE: "перед обновлением",
       "": "сохранена вручную"}
HELP = ("Копию проверяют до последнего байта. Перед возвращением нынешние данные сохраняются копией «до возвращения», "
        "её тоже можно вернуть.")
NO_COPIES = "В папке «{folder}» нет ни одной целой копии. Копии называются «Мониторинг ШНОР» и день."
Listed = list[tuple[Named, archive.Contents | None]]


@dataclass(frozen=True)
class Looked:
    """What was shown, and of which state: another one since is looked at again."""

    copy: Path
    at: tuple[str, int]
    loss: Loss


def told() -> None:
    """What has just come back, once."""
    if said := st.session_state.pop(TOLD, ""):
        html.text(said, mark="shnor-came")


def readable(session: Session) -> bool:
    """Of the open base: asked once for each of its states."""
    at = _at(session)
    if (kept := st.session_state.get(WHOLE)) is None or kept[0] != at:
        kept = st.session_state[WHOLE] = at, restore.readable(session.store)
    return kept[1]


def previewed() -> bool:
    """Whether what a return would lose is being shown."""
    return LOOKED in st.session_state


def draw(session: Session) -> None:
    if session.store.path is None or not session.changes:
        return
    st.header("Вернуть данные из копии")
    listed, looked = _listed(session.store.path), st.session_state.get(LOOKED)
    if not looked:
        html.text(HELP, mark="shnor-small")
        if listed:
            _table(listed)
    copy = _chosen(listed)
    if not looked:
        if copy and st.button(LOOK, key="shnor_return_see"):
            _look(session, copy)
        return
    if looked.copy != copy or (not looked.loss.broken and looked.at != _at(session)):  # a damaged one begins anew again
        _left()
        st.rerun()
    _preview(session, looked)


def _left() -> None:
    st.session_state.pop(LOOKED, None)


def _listed(base: Path) -> Listed:
    """None: it is not there to its end. Of another base in the same folder it is none of these."""
    found = (one for folder in names.places(base) for one in _read(folder))
    return sorted((one for one in found if one[1] is None or one[1].file == base.name),
                  key=lambda one: one[0].moment, reverse=True)


def _read(folder: Path) -> Listed:
    found: Listed = []
    for copy in names.listed(folder):
        try:
            found.append((copy, archive.contents(copy.path)))
        except ShnorError:
            found.append((copy, None))
    return found


def _table(listed: Listed) -> None:
    rows = [[f"{copy.moment:%d.%m.%Y %H:%M}", str(told.state) if told else "—",
             wording.counted(told.uploads, "файл") if told else "—", "с ФИО" if copy.names else "без ФИО",
             WHY[copy.why], "да" if told else "не целая", str(copy.path.parent)] for copy, told in listed]
    head = ["Когда", "Записей в журнале", "Принято", "Имена", "Чем сделана", "Целая ли", "Папка"]
    html.table(head, rows[:MOST], numbers=[1])
    if rows[MOST:]:
        html.show(html.fold(f"ещё {len(rows) - MOST}", html.table_html(head, rows[MOST:], numbers=[1])))


def _chosen(listed: Listed) -> Path | None:
    elsewhere = previewed() and st.session_state.get(OTHER)  # then what is shown is none of these
    picked = None if elsewhere else _picked("Какую копию", listed, PICKED)
    if served():  # there a path would be a question about files of the machine
        return picked
    with st.expander(ELSEWHERE, expanded=not picked or bool(st.session_state.get(OTHER))):
        given = st.text_input("Впишите папку или файл копии целиком и нажмите Enter", key=OTHER,
                              placeholder="F:\\ или F:\\Мониторинг ШНОР 2026-11-27 18-05-00.zip").strip().strip('"')
        other = Path(given) if given else None
        if other and other.is_dir() and (names.listed(other) or not list(other.glob("*.duckdb"))):  # else one of old
            return _inside(other)
    return other or picked


def _inside(folder: Path) -> Path | None:
    picked = _picked("Какую копию из этой папки", _read(folder), INSIDE)
    if picked is None:
        html.text(NO_COPIES.format(folder=folder), mark="shnor-error")
    return picked


def _picked(label: str, listed: Listed, key: str) -> Path | None:
    """One of those that are there to their ends; None where there is none. The one to take is chosen before."""
    whole = {str(copy.path): copy for copy, told in listed if told}
    first = names.first(whole.values())
    if first is None:
        return None
    words = {path: f"{copy.moment:%d.%m.%Y %H:%M}, {WHY[copy.why]}{', с ФИО' if copy.names else ''}"
             for path, copy in whole.items()}
    picked = st.selectbox(plain(label), [*whole], index=[*whole].index(str(first.path)), key=key, width=460,
                          format_func=lambda path: words.get(path, path))
    return Path(picked) if picked else None


def _look(session: Session, copy: Path) -> None:
    _left()
    try:
        with st.spinner("Проверяем копию до последнего байта…"):
            loss = returned.look(session, copy)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
    else:
        st.session_state[LOOKED] = Looked(copy, _at(session), loss)
        st.rerun()


def _at(session: Session) -> tuple[str, int]:
    try:
        return session.store.generation, session.store.state
    except StoreError:  # it has just been found damaged
        return "", 0


def _preview(session: Session, looked: Looked) -> None:
    loss = looked.loss
    with st.container(border=True, key="shnor_block_return"):
        html.text(html.Marked(f"Копия «{looked.copy.name}» целая", "shnor-strong"),
                  f": {verify.words(loss.told, session.zone)}.")
        html.items(restore.sentences(loss))
        if loss.uploads:
            html.show(html.fold("Какие файлы пропадут", html.items_html(
                [f"{one.file}, принят {one.moment.astimezone(session.zone):%d.%m.%Y %H:%M}"
                 for one in loss.uploads[:FILES]] + _rest(len(loss.uploads))), opened=len(loss.uploads) <= OPEN))
        with_names = loss.names and st.checkbox("Вернуть и имена педагогов", key="shnor_return_names")
        on = st.multiselect("Включить снова", [login for login, _ in loss.off], key="shnor_return_on",
                            format_func=lambda login: f"{dict(loss.off)[login]} ({login})") if loss.off else []
        if served():
            html.text("Всем, кто вошёл, и вам придётся войти снова.")
        with st.container(horizontal=True):
            st.button(LEAVE, key="shnor_return_leave", on_click=_left)  # under the cursor of an impatient second click
            sure = st.button(RETURN, type="primary", key="shnor_return_do")
        if sure:
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
    for key in (LOOKED, OTHER, INSIDE, WHOLE):
        st.session_state.pop(key, None)
    st.session_state[TOLD] = said
    st.rerun()
