"""The letter box: files on their way in, a line each, the bar of what is to be done always in sight above them."""

from collections.abc import Iterable, Mapping

import streamlit as st

from shnor import wording
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.reading import Progress
from shnor.service.intake.standing import Standing, told
from shnor.ui.kit import html, over, states
from shnor.ui.kit.plain import plain
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import cards, lines, questions
from shnor.ui.screens.upload.opened import Opened

ROWS = 8
"""A group with more lines is folded."""
TITLES = {"ready": "Готовы, вопросов нет", "known": "Нового нет: всё, что в файле, уже принято",
          "refused": "Принять нельзя", "unread": "Не прочитаны"}
"""Of the groups below the files that ask."""


def files(session: Session, reviewed: Mapping[str, Reviewed]) -> None:
    """Every file of the tray: what is common first, then the lines, the opened ones with all there is about them."""
    mine, standing = tray.of(session), Standing(reviewed)
    with st.container(key="shnor_box"):
        _bar(session, standing, mine)
        common = questions.ask(reviewed, mine, tuple(cards.names(session).values()))
        questions.answered(reviewed, mine)
        shown = lines.Shown(session, mine, standing, Opened(mine, standing, common), common)
        _asking(shown)
        for state, title in TITLES.items():
            _group(shown, state, title)


def _bar(session: Session, standing: Standing, mine: tray.Tray) -> None:
    """«8 файлов: готовы 2 [Принять готовые: 2] · с вопросами 3 · не прочитаны 3 [Убрать непрочитанные]»."""
    parts = html.joined(html.tag("<span>{}</span>", states.marked(state, words))
                        for state, words in told(standing).items())
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_boxbar"):
        html.show(html.tag("<p class='shnor-boxbar'><b>{}</b>{}</p>",
                           wording.counted(len(standing.reviewed), "файл"), parts))
        if standing.ready and len(standing.reviewed) > 1:
            st.button(f"Принять готовые: {len(standing.ready)}", type="primary", key="shnor_accept_all",
                      on_click=lambda: mine.accept(session.store, standing.ready, session.actor, session.day))
        if standing.stopped:
            st.button("Прочитать снова", key="shnor_read_again", on_click=mine.read_again)
        if standing.unread and len(standing.reviewed) > 1:
            st.button("Убрать непрочитанные", key="shnor_remove_unread", on_click=_remove,
                      args=(mine, tuple(standing.unread)))
        if len(standing.known) > 1:
            st.button("Убрать те, где нового нет", key="shnor_remove_known", on_click=_remove,
                      args=(mine, tuple(standing.known)))


def _asking(shown: lines.Shown) -> None:
    """What cannot be accepted without an answer first; then those whose answers are asked for above."""
    asking = shown.standing.asking
    own = sorted((key for key, item in asking.items() if cards.own_questions(key, item, shown.common)),
                 key=lambda key: not asking[key].errors)
    for key in own:
        lines.file(shown, key)
    rest = [key for key in asking if key not in own]
    if rest:
        _titled(shown, rest, "Ждут ответа на общие вопросы", asked_above=True)


def _group(shown: lines.Shown, state: str, title: str) -> None:
    files = shown.standing.groups[state]
    if files:
        _titled(shown, list(files), title)


def _titled(shown: lines.Shown, keys: list[str], title: str, *, asked_above: bool = False) -> None:
    """Many of them are drawn when they are asked for."""
    named = f"{title}: {wording.counted(len(keys), 'файл')}"
    if len(keys) <= ROWS:
        html.text(named, mark="shnor-grouptitle")
        for key in keys:
            lines.file(shown, key, asked_above=asked_above)
        return
    piece = st.expander(plain(named), key=f"shnor_group_{title}", on_change="rerun", expanded=shown.opened.any(keys))
    with piece:
        for key in keys if piece.open else ():
            lines.file(shown, key, asked_above=asked_above)


def _remove(mine: tray.Tray, keys: Iterable[str]) -> None:
    """By their keys: a button remembers what it was given for as long as its tab is open."""
    for key in keys:
        mine.remove(key)


@st.fragment(run_every=0.5)
@over.asked
def reading(session: Session) -> None:
    """How far the reading is; the rest of the page is drawn once it has ended."""
    mine = tray.of(session)
    now = mine.shown(session.store, session.today, patience=0)
    if not isinstance(now, Progress):
        st.rerun()
    html.show(html.tag("<p class='shnor-small'>{}</p>", states.marked("reading", progress(now))))
    st.progress(now.done / now.total if now.total else 0.0)
    st.button("Остановить чтение", key="shnor_stop_reading", on_click=mine.stop)


def progress(now: Progress) -> str:
    what = f" «{now.name}»" if now.name else ""
    if not now.total:
        return f"Открываем{what}…"
    if now.done < now.total:
        return f"Читаем{what}: {now.done} из {wording.counted(now.total, 'файл', 'gen')}."
    return f"Прочитано: {wording.counted(now.total, 'файл')}. Сравниваем с тем, что уже принято…"
