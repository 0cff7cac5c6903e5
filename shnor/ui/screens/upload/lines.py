"""One file of the box in a line: name → school, kind, month, what it would change, what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from shnor import wording
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.standing import Standing, asks
from shnor.ui.kit import changes, html, states
from shnor.ui.kit.html import joined, tag
from shnor.ui.kit.plain import plain
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.run.tray import Tray
from shnor.ui.screens.upload import cards, questions
from shnor.ui.screens.upload.opened import Opened

TOLD = 3
"""So many sentences of a file stand in its line."""
LABELS = {"questions": "Ответить"}
DEEDS = 220
"""Pixels of the buttons of a line: columns of all lines stand under each other."""
CLOSE, OPEN = "Свернуть", "Показать"


@dataclass(frozen=True)
class Shown:
    """What all lines of the box are drawn from."""

    session: Session
    tray: Tray
    standing: Standing
    opened: Opened
    common: questions.Common


def file(shown: Shown, key: str, *, asked_above: bool = False) -> None:
    """Its line, and where it stands open all about it. asked_above: all its questions are common ones."""
    item, state, is_open = shown.standing.reviewed[key], shown.standing.state(key), shown.opened.is_open(key)
    with st.container(key=f"shnor_file_{key}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"shnor_line_{key}"):
            html.show(line(shown, key, item, state, alone=not (is_open or asked_above)))
            with st.container(horizontal=True, horizontal_alignment="right", width=DEEDS):
                _deeds(shown, key, item, state, is_open)
        if is_open:
            cards.whole(shown.session, key, item, shown.common)


def _deeds(shown: Shown, key: str, item: Reviewed, state: str, is_open: bool) -> None:
    if state == "ready" and not is_open:
        cards.accept(shown.session, key, item, shown.tray)
    if state in ("unread", "known", "refused") and not is_open:
        st.button("Убрать", key=f"shnor_remove_{key}", type="tertiary", on_click=shown.tray.remove, args=(key,))
    st.button(plain(CLOSE if is_open else LABELS.get(state, OPEN)), key=f"shnor_open_{key}", type="tertiary",
              on_click=shown.opened.turn(key))


def line(shown: Shown, key: str, item: Reviewed, state: str, *, alone: bool) -> Markup:
    """alone: with what the file says of itself, which an opened file says below."""
    if state == "unread" and alone:
        return joined((cache.drawn(item, _unread, key), _new(shown, key)))
    head = cache.drawn(item, _head, state, key, tuple(cards.names(shown.session).items()))
    more = cache.drawn(item, sentences) if alone else html.NOTHING
    return joined((head, more, _new(shown, key)))


def _new(shown: Shown, key: str) -> Markup:
    return html.arrived(key) if key == shown.tray.newest else html.NOTHING


def _unread(item: Reviewed, key: str) -> Markup:
    """The name and why, without the name a second time."""
    shown, name = states.of("unread"), f"«{item.checked.file}» {wording.LONG_DASH} "
    told = [wording.capital(issue.message.removeprefix(name)) for issue in cards.said(item)[:TOLD]]
    return tag("<div class='shnor-fileline shnor-unread' data-shnor-press='shnor_open_{}'><span class='{}' title='{}'>"
               "{}</span><b>«{}»</b><span data-shnor-issue>{}</span></div>{}", key, shown.mark, shown.word, shown.sign,
               wording.typeset(item.checked.file), wording.typeset(" ".join(told) or shown.word),
               cards.without_people(item))


def _head(item: Reviewed, state: str, key: str, names: Sequence[tuple[str, str]]) -> Markup:
    """Columns of equal width in every line. names: of schools, by code."""
    shown, change = states.of(state), ""
    if state == "known":
        change = shown.word
    elif item.ready and item.preview:
        change = changes.in_short(item.preview)
    cells = (f"→ {cards.what_it_is(dict(names), item)}", change, cards.counts(item) if item.checked.batches else "")
    return tag("<div class='shnor-fileline' data-shnor-press='shnor_open_{}'><span class='{}' title='{}'>{}</span>"
               "<b>«{}»</b>{}</div>", key, shown.mark, shown.word, shown.sign, wording.typeset(item.checked.file),
               joined(tag("<span>{}</span>", wording.typeset(cell)) for cell in cells))


def sentences(item: Reviewed) -> Markup:
    """What a file says of itself that cannot be answered; of one to be answered only what it begins with."""
    told = cards.said(item)
    shown = [(questions.in_short(issue.message), issue) for issue in told[:1]] if asks(item) else \
        [(issue.message, issue) for issue in told[:TOLD]]
    parts = [tag("<p class='{} shnor-said' data-shnor-issue>{}</p>", cards.mark(issue), wording.typeset(words))
             for words, issue in shown]
    if len(told) > TOLD and not asks(item):
        parts.append(html.text_html(f"И ещё {len(told) - TOLD}: «{OPEN}».", mark="shnor-small"))
    parts += [html.text_html(sentence, mark="shnor-error") for sentence in cards.approved(item)]
    return joined([*parts, cards.without_people(item)])
