"""Pieces of the page of the roadmap."""

from datetime import date
from typing import Any

import streamlit as st

from shnor import charts, wording
from shnor.charts.roadmap import timeline as spans
from shnor.metrics.standings import UNPLANNED
from shnor.service.pages.roadmap import Chosen, RoadmapPage
from shnor.ui.kit import html
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts

PLAN = "plan"
TITLES = {"period": "Период", "direction": "Направление", "responsible": "Ответственный"}


def chosen() -> Chosen:
    return Chosen(**{name: st.query_params.get(name, "") for name in (PLAN, *TITLES)})


def filters(data: RoadmapPage) -> None:
    """Filters live in the address: a link to this page shows the same figures to anyone."""
    titles = [plan.title for plan in data.plans]
    with st.container(horizontal=True):
        _choice(PLAN, "Чья дорожная карта", titles, data.chosen.plan, width=520)
        for name, title in TITLES.items():
            options = list(data.choices[name]) if name == "period" else ["", *data.choices[name]]
            if len(options) > 1:
                _choice(name, title, options, getattr(data.chosen, name), width=260)


def _choice(name: str, title: str, options: list[str], chosen: str, width: int) -> None:
    key = f"shnor_filter_{name}_{chosen}"
    st.selectbox(title, options, index=options.index(chosen) if chosen in options else 0, key=key, width=width,
                 format_func=lambda text: text or "все", on_change=_filter, args=(name, key))


def _filter(name: str, key: str) -> None:
    if value := st.session_state[key]:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
    if name == PLAN:
        for other in TITLES:
            st.query_params.pop(other, None)


def lead(session: Session, data: RoadmapPage) -> None:
    """How much there is, how much was due, in which state: counts, then shares."""
    if data.parts is None:
        html.text("По выбранным условиям мероприятий нет.")
        return
    html.text(f"{data.set}: {wording.counted(data.parts.activities, 'мероприятие')}, "
              f"направлений {len(data.directions)}. Данные на {session.day:%d.%m.%Y}.")
    parts.four_parts(session, data.parts, data.chosen.where)
    parts.tiles(session, data.figures, data.chosen.where)
    st.header("По направлениям")
    parts.directions(session, data.directions, data.chosen.where)


def timeline(session: Session, data: RoadmapPage) -> None:
    if not any(row.due_date for row in data.rows):
        return
    st.header("По времени")
    drawn = cache.drawn(data, lambda page: _timeline(page, session.day))
    st.plotly_chart(drawn, config=charts.CONFIG, theme=None, key="shnor_timeline",
                    alt="Сроки мероприятий дорожной карты по времени")


def _timeline(data: RoadmapPage, day: date) -> Any:
    dated = [vars(row) for row in data.rows if row.due_date and row.standing != UNPLANNED]
    return cache.plotted(spans(dated, title="Сроки мероприятий", today=day, source=data.set))


def rows(session: Session, data: RoadmapPage) -> None:
    if data.coming:
        st.header("Что в следующем месяце")
        parts.deadlines(session, data.coming)
    st.header("Все мероприятия")
    parts.deadlines(session, data.rows)
