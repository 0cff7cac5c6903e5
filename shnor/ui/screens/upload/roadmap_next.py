"""«Карта на новый год»: last year's roadmap with its years moved, as a table to correct before it is accepted."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.pages import roadmap_next as service
from shnor.service.pages.roadmap_next import Activity, Draft
from shnor.ui.kit import html, over
from shnor.ui.kit.plain import plain
from shnor.ui.run import tray
from shnor.ui.run.session import Session

TAKE, NOTE = "Взять", "Что проверить"
SHOWN = ("number", "activity", "deadline", "planned", "responsible")
WITHOUT, WITH = "Убрать выполненные", "Оставить все, кроме снятых"


@st.dialog("Дорожная карта на новый год", width="large")
@over.asked
def dialog(session: Session) -> None:
    with session.view(newest=True) as view:
        plans = service.sources(view)
    if not plans:
        html.text("Сначала примите дорожную карту: новая составляется из прошлогодней.")
        return
    plan = st.selectbox("Из какой дорожной карты", plans, format_func=lambda plan: plan.title, key="shnor_next_plan")
    choice = st.radio("Что взять", (WITHOUT, WITH), horizontal=True, key="shnor_next_choice")
    with session.view(newest=True) as view:
        draft = service.build(view, plan, day=session.day)
    html.text(f"Получится {wording.quoted(draft.title)}. Годы сдвинуты на один, даты и номера документов оставлены "
              "как есть. Прошлогодняя карта не меняется.")
    kept = _corrected(draft, _editor(draft, choice))
    label = f"Составить: {wording.counted(len(kept), 'мероприятие')}"
    if st.button(plain(label), type="primary", key="shnor_next_make", disabled=not kept):
        tray.of(session).add([service.file(draft, kept)])
        st.rerun()


def _editor(draft: Draft, choice: str) -> pd.DataFrame:
    columns = KINDS["roadmap"]
    frame = pd.DataFrame([{TAKE: not one.dropped and (choice == WITH or not one.done),
                           columns["number"].title: one.number, NOTE: _note(one),
                           **{columns[name].title: one.values[name] for name in SHOWN}} for one in draft.activities])
    return st.data_editor(frame, hide_index=True, num_rows="fixed", disabled=[columns["number"].title, NOTE],
                          key=f"shnor_next_{draft.title}_{choice}",
                          column_config={TAKE: st.column_config.CheckboxColumn(width="small")})


def _note(one: Activity) -> str:
    parts = [f"рекомендация: {one.advised}" if one.advised else "",
             one.standing if one.done or one.dropped else "", "документ прежнего года" if one.grounds else "",
             "год сдвинут и в тексте" if set(one.moved) - {"deadline"} else ""]
    return "; ".join(filter(None, parts))


def _corrected(draft: Draft, edited: pd.DataFrame) -> list[Activity]:
    columns = KINDS["roadmap"]
    kept = []
    for one, line in zip(draft.activities, edited.to_dict("records"), strict=True):
        if line[TAKE]:
            values = {name: str(line[columns[name].title] or "").strip() for name in SHOWN}
            kept.append(replace(one, values={**one.values, **values}))
    return kept
