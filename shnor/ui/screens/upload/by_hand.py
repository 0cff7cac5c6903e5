"""«Внести вручную»: short forms; what is entered goes the way of a file."""

from collections.abc import Callable, Sequence

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.figures.roadmap import number_key
from shnor.service.intake import by_hand as service
from shnor.service.intake.by_hand import Awaited, Choices
from shnor.service.intake.drop import Incoming
from shnor.ui.kit import html, over
from shnor.ui.kit.plain import plain
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import row_by_hand

NOT_NAMED = "школы не указаны"
OTHER_KIND = "другой вид…"


@st.dialog("Внести вручную", width="large")
@over.asked
def dialog(session: Session, choices: Choices) -> None:
    """One form at a time; what was entered waits on «Приём» with what it would change."""
    what = st.selectbox("Что внести", list(service.FORMS), format_func=lambda form: service.FORMS[form],
                        key="shnor_hand_what", index=list(service.FORMS).index("mark") if choices.activities else 0)
    entered = ENTERED.get(what)
    if file := entered(session, choices) if entered else row_by_hand.form(session, what, choices.schools):
        tray.of(session).add([file])
        st.rerun()


def _field(kind: str, name: str, value: str = "") -> str:
    """A text field of a column, with its title and example."""
    column = KINDS[kind][name]
    example = "" if column.example is None else str(column.example)
    return st.text_input(plain(column.title), value=value, placeholder=example, key=f"shnor_hand_{kind}_{name}").strip()


def _list(kind: str, name: str, options: Sequence[str]) -> str:
    return st.selectbox(plain(KINDS[kind][name].title), list(options), key=f"shnor_hand_{kind}_{name}")


def event(session: Session, choices: Choices) -> Incoming | None:
    """Eight fields."""
    kind = _list("events", "event_kind", [*choices.event_kinds, OTHER_KIND])
    with st.form("shnor_hand_event", border=False):
        values = {"event_kind": kind if kind != OTHER_KIND else st.text_input("Какой вид", key="shnor_hand_new_kind"),
                  "period": _field("events", "period", wording.day(session.day)), "topic": _field("events", "topic"),
                  "organiser": _list("events", "organiser", list(KINDS["events"]["organiser"].choices.values())),
                  "state": _list("events", "state", list(KINDS["events"]["state"].choices.values())),
                  "audience": _field("events", "audience"), "participants": _field("events", "participants"),
                  "schools": ", ".join(st.multiselect("Школы", list(choices.schools), placeholder="Выберите школы",
                                                      key="shnor_hand_events_schools"))}
        sent = st.form_submit_button("Проверить", type="primary")
    return service.event(values, session.moment()) if sent else None


def course(session: Session, choices: Choices) -> Incoming | None:
    """Eight fields; people as a number."""
    with st.form("shnor_hand_course", border=False):
        school = st.selectbox("Школа", [NOT_NAMED, *choices.schools], key="shnor_hand_courses_school")
        values = {"school_id": "" if school == NOT_NAMED else school,
                  "period": _field("courses", "period", wording.month(session.day)),
                  "state": _list("courses", "state", list(KINDS["courses"]["state"].choices.values())),
                  **{name: _field("courses", name) for name in ("subject", "programme", "hours", "people",
                                                                "certificates")}}
        sent = st.form_submit_button("Проверить", type="primary")
    return service.course(values, session.moment()) if sent else None


def mark(session: Session, choices: Choices) -> Incoming | None:
    """Eight fields: what was said on the phone about one activity."""
    if not choices.activities:
        html.text("Сначала примите дорожную карту: отметка ставится к её мероприятию.")
        return None
    kind = KINDS["progress"]
    plan = st.selectbox(plain(kind["plan"].title), list(choices.activities), key="shnor_hand_plan")
    names = choices.activities[plan]
    number = st.selectbox("Мероприятие", sorted(names, key=number_key), key="shnor_hand_number",
                          format_func=lambda number: f"{number} {names.get(number, '')}")
    with st.form("shnor_by_hand", border=False):
        values = {"plan": plan, "number": number, "month": _field("progress", "month", wording.month(session.day)),
                  "status": _list("progress", "status", list(kind["status"].choices.values())),
                  **{name: _field("progress", name) for name in ("done_date", "document", "note")}}
        told_by = st.text_input("Кто сообщил по телефону (должность)", placeholder="директор", key="shnor_hand_told")
        sent = st.form_submit_button("Проверить", type="primary")
    return service.mark(values, told_by, session.moment()) if sent else None


def document(session: Session, choices: Choices) -> Incoming | None:
    """Two fields."""
    chosen = _one_of("К какой отметке", choices.awaited, "Документов не ждём: у всех отметок «выполнено» они есть.")
    with st.form("shnor_hand_document", border=False):
        text = _field("progress", "document")
        sent = st.form_submit_button("Проверить", type="primary", disabled=chosen is None)
    return service.document(chosen, text, session.moment()) if sent and chosen and text else None


def answer(session: Session, choices: Choices) -> Incoming | None:
    """Three fields."""
    chosen = _one_of("На какой вопрос", choices.questions, "Вопросов без ответа нет.")
    with st.form("shnor_hand_answer", border=False):
        text = _field("requests", "answer")
        day = _field("requests", "answered_on", wording.day(session.day))
        sent = st.form_submit_button("Проверить", type="primary", disabled=chosen is None)
    return service.answer(chosen, text, day, session.moment()) if sent and chosen and text else None


def _one_of(label: str, rows: Sequence[Awaited], nothing: str) -> Awaited | None:
    if not rows:
        html.text(nothing)
        return None
    place = st.selectbox(plain(label), range(len(rows)), key=f"shnor_hand_{label}",
                         format_func=lambda place: rows[place].title)
    return rows[place]


ENTERED: dict[str, Callable[[Session, Choices], Incoming | None]] = {
    "event": event, "course": course, "mark": mark, "document": document, "answer": answer}
