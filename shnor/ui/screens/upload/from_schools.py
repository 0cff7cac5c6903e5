"""«Пришло от школ»: a line a report that schools have handed in, accepted in one click, looked at, or given back."""

from collections.abc import Mapping, Sequence

import streamlit as st

from shnor import wording
from shnor.desk import Desk, Sent
from shnor.errors import ShnorError
from shnor.service.intake import drop, from_schools
from shnor.service.month import forms, owed
from shnor.ui.kit import changes, errors, html, over, states
from shnor.ui.kit.html import joined, tag
from shnor.ui.run import cache, tray
from shnor.ui.run import from_schools as box
from shnor.ui.run.desks import of_process
from shnor.ui.run.from_schools import Letter
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import cards
from shnor.ui.screens.upload.opened import CHOSEN

ROWS, MOST = 3, 6
"""More lines than MOST stand in groups; a group with more than ROWS is folded."""
GROUPS = {"questions": "Есть вопросы", "reading": "Читаем", "ready": "Вопросов нет"}
AGAIN = "повторно"
WAYS = {"form": "форма на экране", "file": "файл"}
TOLD = "shnor_letters_told"
DEEDS = 330
"""Pixels of the buttons of a line."""


def handed_in(session: Session) -> list[Sent] | None:
    """What waits for the centre; None on one's own computer, where nobody hands in anything. What somebody has
    accepted, given back or taken back meanwhile leaves the person's own box."""
    desks = of_process()
    if desks is None or session.past:
        return None
    waiting, mine = from_schools.still_waiting(session.store, desks), tray.of(session)
    left = {one.number for one in waiting}
    for key, one in [*mine.letters.items()]:
        if one.number not in left:
            mine.remove(key)
            st.session_state[TOLD] = f"{wording.quoted(one.file)}: этот отчёт больше не ждёт приёма."
    return waiting


def letters(session: Session, waiting: Sequence[Sent] | None) -> None:
    """waiting: of `handed_in`."""
    desks = of_process()
    if waiting is None or desks is None:
        return
    if told := st.session_state.pop(TOLD, ""):
        html.text(told, mark="shnor-small")
    if not waiting:
        html.text("Пришло от школ: новых отчётов нет.", mark="shnor-small")
        return
    found = box.of_base(session.base).shown(session.store, waiting, session.today)
    with st.container(key="shnor_letters"):
        _bar(session, desks, found)
        _lines(session, desks, found)
    if any(letter.item is None for letter in found):
        _reading(session, desks)


def _bar(session: Session, desks: Desk, found: Sequence[Letter]) -> None:
    """«Пришло от школ: 21 отчёт · вопросов нет 18 · есть вопросы 3 [Принять все без вопросов: 18]»."""
    grouped = _grouped(found)
    parts = joined(tag("<span>{}</span>", states.marked(state, f"{wording.small(title)} {len(grouped[state])}"))
                   for state, title in GROUPS.items() if grouped[state])
    ready = [letter for letter in grouped["ready"] if not _taken(session, letter)]
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_letterbar"):
        html.show(tag("<p class='shnor-boxbar'><b>Пришло от школ: {}</b>{}</p>",
                      wording.counted(len(found), "отчёт"), parts))
        if len(ready) > 1:
            st.button(f"Принять все без вопросов: {len(ready)}", type="primary", key="shnor_letters_accept",
                      on_click=_accept, args=(session, desks, ready))


def _grouped(found: Sequence[Letter]) -> Mapping[str, list[Letter]]:
    groups: dict[str, list[Letter]] = {state: [] for state in GROUPS}
    for letter in found:
        groups[_group(letter)].append(letter)
    return groups


def _group(letter: Letter) -> str:
    return "reading" if letter.item is None else "ready" if letter.ready else "questions"


def _lines(session: Session, desks: Desk, found: Sequence[Letter]) -> None:
    """The oldest first; many of them by what is to be done, folded."""
    if len(found) <= MOST:
        for letter in found:
            _line(session, desks, letter)
        return
    for state, listed in _grouped(found).items():
        if len(listed) <= ROWS:
            for letter in listed:
                _line(session, desks, letter)
            continue
        piece = st.expander(f"{GROUPS[state]}: {wording.counted(len(listed), 'отчёт')}", key=f"shnor_letters_{state}",
                            on_change="rerun")
        with piece:
            for letter in listed if piece.open else ():
                _line(session, desks, letter)


def _line(session: Session, desks: Desk, letter: Letter) -> None:
    number = letter.sent.number
    with st.container(key=f"shnor_handed_{number}"), st.container(
            horizontal=True, vertical_alignment="center", key=f"shnor_line_letter_{number}"):
        html.show(line(session, letter))
        with st.container(horizontal=True, horizontal_alignment="right", width=DEEDS):
            _deeds(session, desks, letter)


def _deeds(session: Session, desks: Desk, letter: Letter) -> None:
    number, taken = letter.sent.number, _taken(session, letter)
    if letter.ready and not taken:
        st.button("Принять", type="primary", key=f"shnor_letter_accept_{number}", on_click=_accept,
                  args=(session, desks, [letter]))
    if letter.item is not None:
        st.button("Открыт ниже" if taken else "Посмотреть", key=f"shnor_letter_open_{number}", type="tertiary",
                  on_click=_look, args=(session, letter.sent))
    if st.button("Вернуть", key=f"shnor_letter_back_{number}", type="tertiary", help="Вернуть школе с вашими словами"):
        give_back(session, desks, letter.sent)


def _taken(session: Session, letter: Letter) -> bool:
    """It lies in the person's own box, with the person's own answers."""
    return letter.sent.number in {one.number for one in tray.of(session).letters.values()}


def line(session: Session, letter: Letter) -> html.Markup:
    """Sign, school, what it is and who sent it, what would change, what is asked."""
    state, item = _group(letter), letter.item
    shown = states.of("known" if letter.known and state == "ready" else state)
    change = asked = ""
    if item and item.preview:
        change = changes.in_short(item.preview) or states.of("known").word
    if item:
        asked = "; ".join([cards.counts(item) if item.checked.batches else "", *cards.approved(item)]).strip("; ")
    cells = (told(session, letter.sent), change, asked or ("" if item else shown.word))
    return tag("<div class='shnor-fileline shnor-letter' data-shnor-press='shnor_letter_open_{}'><span class='{}' "
               "title='{}'>{}"
               "</span><b>{}</b>{}</div>", letter.sent.number, shown.mark, shown.word, shown.sign,
               wording.typeset(_school(session, letter.sent)),
               joined(tag("<span>{}</span>", wording.typeset(cell)) for cell in cells))


def told(session: Session, one: Sent) -> str:
    """«отчёт за ноябрь, повторно, файл, 24.11 в 14:05, директор, с ответами на 2 вопроса»; the school stands beside."""
    what = forms.title(forms.MONTH.id, one.month, session.day) if one.month else wording.quoted(one.file)
    when = f"{one.at.astimezone(session.zone):%d.%m в %H:%M}" if one.at else ""
    answers = f"с ответами на {wording.counted(len(one.answers), 'вопрос')}" if one.answers else ""
    who = one.by.replace(_school(session, one), "").strip(" ,")
    return ", ".join(filter(None, (what, AGAIN if _again(session, one) else "", WAYS[one.way], when, who, answers)))


def _again(session: Session, one: Sent) -> bool:
    """Its report of the month was accepted before: this one takes its place."""
    if one.month is None:
        return False
    grid = cache.built(session, owed.grids, (one.month,), day=session.day)[0]
    return any(cell.school_id == one.school and cell.came for cell in grid.of(one.month))


def _school(session: Session, one: Sent) -> str:
    return cards.names(session).get(one.school, f"школа с кодом «{one.school}»")


def _named(session: Session, one: Sent) -> str:
    what = forms.title(forms.MONTH.id, one.month, session.day) if one.month else one.file
    return f"{_school(session, one)}, {what}"


def _accept(session: Session, desks: Desk, chosen: Sequence[Letter]) -> None:
    """Each by itself: one that is refused leaves the others as they go."""
    accepted: dict[int, int] = {}
    refused: dict[int, ShnorError] = {}
    since = session.store.state
    for place, letter in enumerate(chosen):
        assert letter.item
        try:
            accepted[place] = from_schools.accept(session.store, desks, letter.sent, letter.item, session.actor)
        except ShnorError as error:
            refused[place] = error
    names = [_named(session, letter.sent) for letter in chosen]
    tray.of(session).last = tray.told(session.store, names, drop.Outcome(accepted, refused), since, session.day)
    if accepted:
        cache.renew(session.store)


def _look(session: Session, one: Sent) -> None:
    key = tray.of(session).take(one)
    st.session_state[CHOSEN] = {**st.session_state.get(CHOSEN, {}), key: True}


@st.dialog("Вернуть школе")
@over.asked
def give_back(session: Session, desks: Desk, one: Sent) -> None:
    """The school reads the words on its own page and sends the report anew."""
    html.text(html.Marked(f"{_named(session, one)}. ", "shnor-strong"),
              "Школа увидит ваши слова и пришлёт отчёт снова.")
    words = st.text_area("Что исправить", max_chars=600, height=120, key=f"shnor_back_words_{one.number}",
                         placeholder="Например: в строке 2.4 нет номера документа")
    if st.button("Вернуть", type="primary") and errors.done(
            lambda: from_schools.give_back(desks, one, words, session.actor)):
        st.session_state[TOLD] = f"Возвращено школе: {_named(session, one)}."
        st.rerun()


@st.fragment(run_every=1.0)
@over.asked
def _reading(session: Session, desks: Desk) -> None:
    """Draws the page anew when what has come has been read."""
    waiting = desks.post.waiting()
    found = box.of_base(session.base).shown(session.store, waiting, session.today, patience=0)
    if all(letter.item is not None for letter in found):
        st.rerun()


__all__ = ["handed_in", "letters", "line", "told"]
