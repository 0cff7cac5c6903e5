"""What an acceptance has changed, said right after it."""

from collections.abc import Sequence

import streamlit as st

from shnor import wording
from shnor.ui.kit import html
from shnor.ui.kit.effects import effects
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from shnor.ui.run.tray import Accepted
from shnor.ui.screens.summary import pictures as summary

NAMED = 4


def accepted(session: Session) -> None:
    """After «Принять»: what was refused and why; what was accepted, the way back, which figures are different now."""
    last = tray.of(session).last
    if last is None:
        return
    if last.problem:
        html.text(html.Marked(f"{_names(last.refused)} — не принято. ", "shnor-strong"), last.problem,
                  mark="shnor-error")
    if last.problem and not last.files:
        return
    with st.container(border=True, key="shnor_accepted"):
        html.text(html.Marked(f"Принято: {_names(last.files)}. ", "shnor-strong"),
                  html.Link("Вернуть как было", "versions", _file(session, last)), " можно в любой день.")
        if last.effects:
            effects(session, last.effects)
        elif not summary.accepted(session, last.before, last.after):
            html.text("Показатели не изменились.")


def _names(files: Sequence[str]) -> str:
    names = ", ".join(f"«{name}»" for name in files[:NAMED])
    more = len(files) - NAMED
    return f"{names} и ещё {wording.counted(more, 'файл')}" if more > 0 else names


def _file(session: Session, last: Accepted) -> tuple[tuple[str, str], ...]:
    """One file is taken back right there; of several each stands in the list."""
    fresh = [upload.id for upload in session.uploads() if last.before < upload.state <= last.after]
    return (("file", str(fresh[0])),) if len(fresh) == 1 else ()
