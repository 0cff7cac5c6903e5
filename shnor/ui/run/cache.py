"""Data of a page, counted once for each base, state and scope: pages get plain data, never rows or relations."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from inspect import signature
from pathlib import Path
from typing import Any

import streamlit as st

from shnor import charts
from shnor.scope import Scope
from shnor.service.centre import schools
from shnor.service.figures import roadmap as figures
from shnor.service.figures.roadmap import Filters
from shnor.service.intake import by_hand
from shnor.service.month import forms, owed
from shnor.service.pages import courses, overview, results, roadmap, school, school_topics, summary, support, surveys
from shnor.service.pages.questions import requests_of
from shnor.service.pages.results import Chosen as Results
from shnor.service.pages.surveys import Chosen as Surveys
from shnor.service.sending import pack
from shnor.ui.run.session import Session, open_bases, settings

BUILDERS: dict[str, Callable[..., Any]] = {
    "summary": summary.build, "by_hand": by_hand.build,
    "requests": requests_of,
    "overview": overview.build, "school": school.build, "roadmap": roadmap.build, "results": results.build,
    "schools": schools.cards,
    "owed": owed.grids, "pack": pack.listed,
    "activities": figures.activities, "support": support.build, "surveys": surveys.build, "courses": courses.build,
    "school_topics": school_topics.build}
BY_FORMS = ("overview", "owed", "pack", "requests", "school_topics", "support")


def page(name: str, session: Session, *arguments: Any, **named: Any) -> Any:
    """What `service.<name>` builds for the session's base, scope, state and day. Rules of forms are no part of the
    state: where they matter they are part of the question."""
    if name in BY_FORMS:
        named["forms"] = session.forms
    return _page(name, session.base, session.scope, session.state, asked(name, *arguments, **named))


def asked(name: str, *arguments: Any, **named: Any) -> tuple[tuple[str, Any], ...]:
    """The question with every default spelled out: a page that names one and a page that does not ask the same."""
    bound = signature(BUILDERS[name]).bind(None, *arguments, **named)
    bound.apply_defaults()
    return tuple(bound.arguments.items())[1:]


@st.cache_data(max_entries=400, show_spinner=False)
def _page(name: str, base: str, scope: Scope, state: int, question: tuple[tuple[str, Any], ...]) -> Any:
    store = open_bases().get(Path(base))
    with store.view(scope, state) as view:
        return BUILDERS[name](view, **dict(question))


@st.cache_resource(max_entries=60, show_spinner=False)
def timeline(base: str, scope: Scope, state: int, filters: Filters, day: date, _data: roadmap.RoadmapPage) -> Any:
    """The drawn timeline of a page of the roadmap: building it costs more than all the rest of the page."""
    dated = [row for row in _data.rows if row["due_date"] and row["standing"] != "не запланировано"]
    chart = charts.timeline(dated, title="Сроки мероприятий", today=day, source=_data.set)
    return charts.to_plotly(chart)


def prepare(base: str, scope: Scope, state: int, day: date, schools: Sequence[str]) -> None:
    """Count the pages of a new state before the first person asks for them; of schools those named."""
    rules = forms.of(open_bases().get(Path(base)).about(), settings().timezone)
    on, ruled = {"day": day}, {"day": day, "forms": rules}
    month = rules.awaited_month(day)
    for name, arguments, named in (("overview", (), ruled), ("owed", ((month,),), ruled), ("schools", (day,), {}),
                                   ("requests", (day,), {"forms": rules}), ("results", (Results(),), on),
                                   ("courses", (), on), ("surveys", (Surveys(),), on), ("support", (), ruled),
                                   *((page, (one,), named) for one in schools
                                     for page, named in (("school", on), ("school_topics", ruled)))):
        _page(name, base, scope, state, asked(name, *arguments, **named))
    plan = _page("roadmap", base, scope, state, asked("roadmap", Filters(), day=day))
    timeline(base, scope, state, plan.filters, day, plan)


def prepare_aside(base: str, scope: Scope, state: int, day: date, schools: Sequence[str]) -> threading.Thread:
    """The same beside: who has pressed «Принять» does not wait for pages. A page asked for meanwhile waits for its own
    count alone; what fails here fails there again, and is told there."""
    def quietly() -> None:
        with suppress(Exception):
            prepare(base, scope, state, day, schools)
    aside = threading.Thread(target=quietly, name="pages of a new state", daemon=True)
    aside.start()
    return aside


__all__ = ["Filters", "page", "prepare", "prepare_aside", "timeline"]
