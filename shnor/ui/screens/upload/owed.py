"""Who has sent what over the last months, and the decision about a deadline."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.centre.schools import SchoolCard
from shnor.service.intake import manual
from shnor.service.month import forms, owed
from shnor.service.month.owed import Grid
from shnor.ui.kit import html, states
from shnor.ui.kit.links import to_school
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload.waiting import in_tray


def history(session: Session) -> None:
    """School × form × month over the last half a year."""
    shown = cache.built(session, owed.grids, owed.last_months(session.day), day=session.day)
    if not any(grid.lines for grid in shown):
        return
    st.header("Формы по школам и месяцам")
    waiting = {key: asked for key, (_, asked) in in_tray(session).items()}
    for grid in shown:
        if grid.lines and grid.months:
            _grid(session, owed.with_waiting(grid, waiting))
    _notes([line.card for line in shown[0].lines])
    if st.button("Перенести срок или снять форму"):
        decide(session, [line.card for line in shown[0].lines])


def _grid(session: Session, grid: Grid) -> None:
    heads = [wording.capital(forms.title(grid.form.id, one)) if grid.form.id == forms.QUARTER.id else wording.month(one)
             for one in grid.months]
    rows = [[_name(session, line.card), *(states.text(cell, session.day) for cell in line.cells)]
            for line in grid.lines]
    rule = session.forms.rule(grid.form.id, grid.months[-1])
    html.text(html.Marked(grid.form.title, "shnor-strong"), f": {forms.in_words(rule)}")
    html.table(["Школа", *heads], [*rows, ["Всего", *(_short(grid, one) for one in grid.months)]])


def _short(grid: Grid, chosen: date) -> str:
    found = owed.sums(grid.of(chosen))
    return f"принято {wording.k_of_n(found.accepted, found.expected)}" if found.expected else wording.DASH


def _name(session: Session, card: SchoolCard) -> html.Cell:
    link = to_school(session, card.school_id, wording.typeset(card.name))
    return link if card.on_list else [link, f"{wording.NBSP}*"]


def _notes(cards: Sequence[SchoolCard]) -> None:
    if any(not card.on_list for card in cards):
        html.text("* в перечень ШНОР сейчас не входит", mark="shnor-small")
    html.text("Дата — когда отчёт впервые принят в программе. Если файл пришёл вовремя, а принят позже, внесите "
              "перенос срока кнопкой ниже.", mark="shnor-small")


@st.dialog("Перенести срок или снять форму")
def decide(session: Session, cards: Sequence[SchoolCard]) -> None:
    """A letter of delay, or «не требуется»: goes the way of a file and can be taken back like one."""
    kind = KINDS["assignments"]
    with st.form("shnor_decide", border=False):
        school = st.selectbox(kind["school_id"].title, [card.name for card in cards])
        form = st.selectbox(kind["form"].title, list(kind["form"].choices.values()))
        chosen = st.text_input(kind["month"].title, value=wording.month(session.forms.awaited_month(session.day)))
        state = st.selectbox(kind["state"].title, list(kind["state"].choices.values())[::-1])
        until = st.text_input(kind["until"].title, placeholder=str(kind["until"].example))
        reason = st.text_input(kind["reason"].title, placeholder=str(kind["reason"].example))
        done = st.form_submit_button("Проверить")
    if done:
        values = {"school_id": school, "form": form, "month": chosen, "state": state, "until": until, "reason": reason}
        typed = {name: text or "" for name, text in values.items()}
        tray.of_base(session.base).add([manual.one_row("assignments", typed, session.moment())])
        st.switch_page("upload.py")


__all__ = ["decide", "history"]
