"""A row of any kind on the screen: the form follows from the declaration, a list where there is something to choose
from, a text with its example elsewhere."""

from collections.abc import Iterable, Sequence

import streamlit as st

from shnor.datasets import KINDS, Column
from shnor.service.intake import entry_fields
from shnor.service.intake.drop import Incoming
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session

MORE = "Ещё"
OPEN, CHOOSE, NOT_CHOSEN = "Выберите или впишите", "Выберите", "не указано"
MUST = " *"


def form(session: Session, kind: str, schools: Sequence[str]) -> Incoming | None:
    """What was entered, once it is sent. Needed fields have a star."""
    fields = entry_fields.of_kind(kind)
    with st.form(f"shnor_hand_{kind}", border=False):
        st.caption(plain(f"{KINDS[kind].row[:1].upper()}{KINDS[kind].row[1:]}. Звёздочкой отмечено обязательное."))
        values = _asked(kind, fields.first, schools)
        if fields.more:
            with st.expander(MORE):
                values |= _asked(kind, fields.more, schools)
        sent = st.form_submit_button("Проверить", type="primary")
    return entry_fields.row(kind, values, session.moment()) if sent else None


def _asked(kind: str, columns: Iterable[Column], schools: Sequence[str]) -> dict[str, str]:
    """Two fields in a line."""
    left, right = st.columns(2)
    values = {}
    for place, column in enumerate(columns):
        with right if place % 2 else left:
            values[column.name] = _field(kind, column, schools)
    return values


def _field(kind: str, column: Column, schools: Sequence[str]) -> str:
    title, key = column.title + (MUST if column.required else ""), f"shnor_hand_{kind}_{column.name}"
    example = "" if column.example is None else str(column.example)
    if column.name == "schools":
        return ", ".join(st.multiselect(plain(title), list(schools), placeholder="Выберите школы", key=key))
    options = schools if column.type == "school" else entry_fields.offered(kind, column)
    if not options:
        return st.text_input(plain(title), placeholder=example, key=key, help=plain(column.description)).strip()
    is_open = column.type == "text"
    empty = OPEN if is_open else CHOOSE if column.required else NOT_CHOSEN
    return st.selectbox(plain(title), list(options), index=None, key=key, accept_new_options=is_open,
                        help=plain(column.description), placeholder=empty) or ""
