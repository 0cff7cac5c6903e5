"""Cells of the form as fields of the page. Each is written down when it changes, and shows what is written: another tab
of the school may have changed it meanwhile."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

import streamlit as st

from shnor import wording
from shnor.errors import ShnorError
from shnor.service.desk import draft
from shnor.service.desk.form import STATES, Field, Line, Section
from shnor.service.desk.own import LONGEST, SchoolDesk
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Over
from shnor.workbooks.month_sheets import TEACHERS

SHOWN = "shnor_report_shown"
"""Name of a cell → what its field showed last."""
DAY = "%d.%m.%Y"
WIDTHS = {"number": 130, "date": 190, "choice": 220, "text": 300}
DONE, IN_PROGRESS, NOT_DONE, MOVED = STATES
ASKED = {DONE: {"done_date", "done_value", "document", "note"}, IN_PROGRESS: {"done_value", "note"},
         NOT_DONE: {"note"}, MOVED: {"done_date", "note"}}
"""State → what is asked beside it; what is filled in already stays in sight."""
Values = Mapping[str, str]


def activity(own: SchoolDesk, line: Line, values: Values) -> None:
    """A row of the roadmap: its state first, the rest once there is one."""
    status, *others = line.fields
    with st.container(border=True, key=f"shnor_line_{_id(own, status.name)}"):
        html.text(html.Marked(line.title, "shnor-strong"))
        html.text(" · ".join(line.facts), mark="shnor-small")
        _field(own, status, values)
        asked = ASKED.get(values.get(status.name, ""), set())
        fields(own, [one for one in others if one.name.rpartition("/")[2] in asked or values.get(one.name)], values)


def lines(own: SchoolDesk, section: Section, values: Values) -> None:
    """Rows we know, those that were filled in, and one more."""
    known = [line for line in section.lines if line.title]
    added = [line for line in section.lines if not line.title]
    filled = [place for place, line in enumerate(added, 1) if line.filled(values)]
    for line in (*known, *added[:max(filled, default=0) + 1]):
        _line(own, section, line, values)


def _line(own: SchoolDesk, section: Section, line: Line, values: Values) -> None:
    key = _id(own, line.fields[0].name)
    with st.container(border=True, key=f"shnor_line_{key}"):
        html.text(html.Marked(line.title or "Ещё одна строка", "shnor-strong"), *(f" · {fact}" for fact in line.facts))
        if line.title and section.sheet == TEACHERS and not line.filled(values) and not st.checkbox(
                "Есть изменения", key=f"shnor_changed_{key}"):
            return
        fields(own, line.fields, values)


def fields(own: SchoolDesk, asked: Sequence[Field], values: Values) -> None:
    """Short ones side by side, a long one has the line."""
    for is_long, beside in groupby(asked, key=lambda field: field.how == "long"):
        with st.container(horizontal=not is_long, vertical_alignment="bottom"):
            for field in beside:
                _field(own, field, values)


def _field(own: SchoolDesk, field: Field, values: Values) -> None:
    key, written = f"shnor_field_{_id(own, field.name)}", values.get(field.name, "")
    shown = st.session_state.setdefault(SHOWN, {})
    if key not in shown and field.name not in values and st.session_state.get(key):
        _changed(own, field, key)  # typed while the line was lost and the program began anew; nobody wrote it since
        shown[key] = _text(st.session_state[key])
    elif key not in st.session_state or shown.get(key) != written:
        st.session_state[key] = _shown(field, written)
        shown[key] = written
    _widget(own, field, key)
    if said := st.session_state.get(f"{key}_said"):
        html.text(said, mark="shnor-question")


def _widget(own: SchoolDesk, field: Field, key: str) -> None:
    changed: dict[str, Any] = {"key": key, "on_change": _changed, "args": (own, field, key)}
    if field.options == STATES:
        st.segmented_control(plain(field.title), STATES, wrap=True, label_visibility="collapsed", **changed)
    elif field.options:
        own_words = st.session_state[key]
        options = field.options if own_words in (None, *field.options) else (*field.options, own_words)
        st.selectbox(plain(field.title), options, index=None, placeholder="не выбрано", width=WIDTHS["choice"],
                     accept_new_options=field.how == "open", **changed)
    elif field.how == "date":
        st.date_input(plain(field.title), value=None, format="DD.MM.YYYY", width=WIDTHS["date"],
                      min_value=date(2015, 1, 1), max_value=date(2100, 12, 31), **changed)
    elif field.how == "long":
        st.text_area(plain(field.title), height=72, max_chars=LONGEST, **changed)
    else:
        st.text_input(plain(field.title), width=WIDTHS[field.how], max_chars=500, **changed)


def _changed(own: SchoolDesk, field: Field, key: str) -> None:
    """Written down; what may not be kept is gone from the field too, with a word."""
    try:
        kept = draft.put(own, field.name, _text(st.session_state[key]))
    except ShnorError as error:
        st.session_state[f"{key}_said"] = str(error)
        return
    except Over:  # the run that follows says so
        return
    st.session_state[f"{key}_said"] = kept.said
    if kept.said:
        st.session_state[key] = _shown(field, kept.text)


def _text(value: object) -> str:
    return wording.day(value) if isinstance(value, date) else str(value or "")


def _shown(field: Field, text: str) -> object:
    """What was written as the field shows it; a choice that is no longer offered is none."""
    if field.how == "date":
        return datetime.strptime(text, DAY).date() if text else None
    if field.how == "choice":
        return text if text in field.options else None
    return text or None if field.how == "open" else text


def _id(own: SchoolDesk, name: str) -> str:
    return sha256(f"{own.school} {own.month} {name}".encode()).hexdigest()[:12]
