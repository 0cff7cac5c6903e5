"""Paragraphs of the centre in a section: a new one, and those that are kept, to change, switch, move and take away."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from shnor.papers import Own, Papers
from shnor.reports.papers.blocks import Own as Printed
from shnor.reports.papers.blocks import Paper, Section
from shnor.service.centre.setup import refuse_personal
from shnor.store import rights
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run import papers
from shnor.ui.run.session import Session

SIDES = {True: "перед цифрами раздела", False: "после цифр раздела"}
HELP = ("Подстановки в фигурных скобках заполнит программа: {год}, {дата}, {перечень}, {муниципалитет|Р}, "
        "{центр|Т}, {приказ|Р}. После черты — падеж: И, Р, Д, В, Т, П.")
SHORT = 60


def draw(session: Session, paper: Paper, shown: Section) -> None:
    of = papers.of(session.store)
    kept = [one for one in of.paragraphs.all() if one.section == shown.id]
    printed = {one.id: one for one in shown.blocks if isinstance(one, Printed)}
    with st.expander("+ абзац центра", key="shnor_own_new"):
        _new(session, of, shown, paper.last.year)
    for one in kept:
        doubts = printed[one.id].doubts if one.id in printed else ()
        sign = "" if one.shown else "не печатается: "
        with st.expander(plain(f"¶ {sign}{short(one.text)}"), key=f"shnor_own_{one.id}", expanded=False):
            html.items(doubts)
            _changed(session, of, one, kept, paper.last.year)


def short(text: str) -> str:
    """The beginning of a paragraph."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rsplit(' ', 1)[0]}…"


def _new(session: Session, of: Papers, shown: Section, year: int) -> None:
    with st.form(f"shnor_own_form_{shown.id}", clear_on_submit=True, border=False):
        text = st.text_area("Текст абзаца", key=f"shnor_own_text_{shown.id}", height=120, help=HELP)
        first = st.radio("Где", [True, False], format_func=SIDES.__getitem__, index=1, horizontal=True,
                         key=f"shnor_own_side_{shown.id}")
        if st.form_submit_button("Добавить", type="primary") and text.strip():
            rights.refuse(session.actor)
            refuse_personal(text)
            of.paragraphs.add(shown.id, text, year, by=session.who, first=bool(first))
            st.rerun()


def _changed(session: Session, of: Papers, one: Own, kept: Sequence[Own], year: int) -> None:
    with st.form(f"shnor_own_form_{one.id}", border=False):
        text = st.text_area("Текст абзаца", one.text, key=f"shnor_own_text_{one.id}", height=120, help=HELP)
        first = st.radio("Где", [True, False], format_func=SIDES.__getitem__, index=0 if one.first else 1,
                         horizontal=True, key=f"shnor_own_side_{one.id}")
        shown = st.checkbox("Печатать", one.shown, key=f"shnor_own_shown_{one.id}")
        label = "Подходит, запомнить" if one.year < year else "Запомнить"
        if st.form_submit_button(plain(label), type="primary"):
            rights.refuse(session.actor)
            refuse_personal(text)
            of.paragraphs.change(replace(one, text=text, first=bool(first), shown=shown, year=max(year, one.year)),
                                 by=session.who)
            st.rerun()
    with st.container(horizontal=True):
        beside = [other.id for other in kept if other.first == one.first]
        place = beside.index(one.id)
        for label, pair in (("Выше", beside[max(place - 1, 0):place + 1]), ("Ниже", beside[place:place + 2])):
            if len(pair) == 2 and st.button(plain(label), key=f"shnor_own_{label}_{one.id}"):
                rights.refuse(session.actor)
                of.paragraphs.order(pair[::-1])
                st.rerun()
        if st.button("Удалить", key=f"shnor_own_drop_{one.id}"):
            rights.refuse(session.actor)
            of.paragraphs.drop(one.id)
            st.rerun()


