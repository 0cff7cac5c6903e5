"""Data of a page, counted once for each base, state and scope: pages get plain data, never rows or relations."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from shnor.scope import Scope
from shnor.service import figures, overview, roadmap, school, schools
from shnor.service.figures import Filters
from shnor.ui.session import Session, open_bases

BUILDERS: dict[str, Callable[..., Any]] = {
    "overview": overview.build, "school": school.build, "roadmap": roadmap.build, "schools": schools.cards,
    "reports": overview.reports_of,
    "plan_titles": lambda view: {plan.title: plan.periods for plan in figures.plans(view)}}


def page(name: str, session: Session, *arguments: Any, **named: Any) -> Any:
    """What `service.<name>` builds for the session's base, scope, state and day."""
    return _page(name, session.base, session.scope, session.state, arguments, tuple(sorted(named.items())))


@st.cache_data(max_entries=400, show_spinner=False)
def _page(name: str, base: str, scope: Scope, state: int, arguments: tuple, named: tuple) -> Any:
    store = open_bases().get(Path(base))
    with store.view(scope, state) as view:
        return BUILDERS[name](view, *arguments, **dict(named))


__all__ = ["Filters", "page"]
