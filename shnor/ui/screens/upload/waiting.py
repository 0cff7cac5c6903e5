"""Files on their way in: what is to be done first, then the files by what they need."""

from collections.abc import Callable, Mapping

import streamlit as st

from shnor import wording
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.reading import Progress
from shnor.service.intake.standing import Standing, todo
from shnor.ui.kit import html
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import cards, questions

FEW = 3
"""So many files are shown whole, whatever they are."""
AT_ONCE = 3
"""So many files with questions stand open at once: one that is answered makes room for the next."""
ROWS = 8
"""A group with more lines is folded."""
NAMED = 7
OPENED = "shnor_opened"


def waiting(session: Session) -> None:
    """Every file of the tray with its questions and what it would change."""
    mine = tray.of_base(session.base)
    reviewed = mine.shown(session.store, session.today, tray.PATIENCE)
    if isinstance(reviewed, Progress):
        _reading(session)
        return
    if not reviewed:
        return
    st.subheader(f"Сейчас перетащили: {wording.counted(len(reviewed), 'файл')}")
    standing = Standing(reviewed)
    _what_to_do(session, standing, mine)
    common = questions.ask(reviewed, mine, tuple(cards.names(session).values()))
    questions.answered(reviewed, mine)
    if len(reviewed) <= FEW:
        for key, item in reviewed.items():
            cards.whole(session, key, item, common)
        return
    _asking(session, standing.asking, common)
    _lines(session, standing.ready, "Готовы, вопросов нет", common)
    _lines(session, standing.known, "Нового нет: всё, что в файле, уже принято", common)
    _lines(session, standing.refused, "Не приняты", common)


@st.fragment(run_every=0.5)
def _reading(session: Session) -> None:
    """How far the reading is; the rest of the page is drawn once it has ended."""
    mine = tray.of_base(session.base)
    now = mine.shown(session.store, session.today, patience=0)
    if not isinstance(now, Progress):
        st.rerun()
    html.text(_progress(now), mark="shnor-small")
    st.progress(now.done / now.total if now.total else 0.0)
    st.button("Остановить чтение", key="shnor_stop_reading", on_click=mine.stop)


def _progress(now: Progress) -> str:
    what = f" «{now.name}»" if now.name else ""
    if not now.total:
        return f"Открываем{what}…"
    if now.done < now.total:
        return f"Читаем{what}: {now.done} из {wording.counted(now.total, 'файл', 'gen')}."
    return f"Прочитано: {wording.counted(now.total, 'файл')}. Сравниваем с тем, что уже принято…"


def _what_to_do(session: Session, standing: Standing, mine: tray.Tray) -> None:
    """The first thing of all: one line, and the buttons that stand for many files."""
    if len(standing.reviewed) > 1:
        html.text(todo(standing), mark="shnor-strong")
    if standing.unread:
        html.text(f"Не прочитаны: {_names(standing.unread)}. Прочитайте их снова или уберите.", mark="shnor-error")
    with st.container(horizontal=True):
        if len(standing.ready) > 1:
            st.button(f"Принять все готовые: {wording.counted(len(standing.ready), 'файл')}", type="primary",
                      key="shnor_accept_all", on_click=mine.accept,
                      args=(session.store, standing.ready, session.who, session.day))
        if standing.unread:
            st.button("Прочитать снова", key="shnor_read_again", on_click=mine.read_again)
            st.button("Убрать непрочитанные", key="shnor_remove_unread", on_click=_remove, args=(mine, standing.unread))
        if len(standing.known) > 1:
            st.button("Убрать те, где нового нет", key="shnor_remove_known", on_click=_remove,
                      args=(mine, standing.known))


def _asking(session: Session, files: Mapping[str, Reviewed], common: questions.Common) -> None:
    """The first ones open, the rest a line each until their turn comes."""
    own = sorted((key for key, item in files.items() if cards.own_questions(key, item, common)),
                 key=lambda key: not files[key].errors)  # first what cannot be accepted without an answer
    if own:
        html.text("Ждут вашего ответа", mark="shnor-strong")
    for key in own[:AT_ONCE]:
        cards.whole(session, key, files[key], common)
    _folded(session, {key: files[key] for key in own[AT_ONCE:]}, "Ответить дальше", "Ответить", common)
    _lines(session, {key: item for key, item in files.items() if key not in own}, "Ждут ответа на общие вопросы",
           common)


def _lines(session: Session, files: Mapping[str, Reviewed], title: str, common: questions.Common) -> None:
    if files and len(files) <= ROWS:
        html.text(f"{title}: {wording.counted(len(files), 'файл')}", mark="shnor-strong")
    _folded(session, files, title, "Показать", common)


def _folded(session: Session, files: Mapping[str, Reviewed], title: str, label: str, common: questions.Common) -> None:
    """A line a file, many of them folded. label: of the button that opens one of them where it stands."""
    named = f"{title}: {wording.counted(len(files), 'файл')}"
    with st.expander(named) if len(files) > ROWS else st.container():
        for key, item in files.items():
            if _is_open(key):
                cards.whole(session, key, item, common)
            else:
                cards.line(session, key, item, label, _opening(key))


def _is_open(key: str) -> bool:
    return key in st.session_state.get(OPENED, ())


def _opening(key: str) -> Callable[[], None]:
    def opened() -> None:
        st.session_state[OPENED] = {*st.session_state.get(OPENED, ()), key}

    return opened


def _remove(mine: tray.Tray, files: Mapping[str, Reviewed]) -> None:
    for key in files:
        mine.remove(key)


def _names(files: Mapping[str, Reviewed]) -> str:
    names = [f"«{item.checked.file}»" for item in files.values()]
    more = f" и ещё {wording.counted(len(names) - NAMED, 'файл')}" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
