"""Where a click leads, and what the address says."""

from collections.abc import Mapping
from dataclasses import fields

import streamlit as st

from shnor import wording
from shnor.service.figures.roadmap import Filters
from shnor.ui.kit.html import Link
from shnor.ui.run.session import Session

CHOSEN, EMPTY = "c.", "-"
"""How a choice of rows stands in the address: «c.subject=математика»."""
SHORT = 20
FILTERS = tuple(field.name for field in fields(Filters))


def to_school(session: Session, school_id: str, text: str) -> Link:
    """A short name stays on one line, also in a narrow column."""
    shown = wording.unbroken(text) if len(text) <= SHORT else text
    return Link(shown, "school", (("school", school_id), *_when(session)))


def to_source(session: Session, text: str, metric: str, filters: Filters, part: str = "") -> Link:
    """To the rows behind a figure, with the day and the state it was counted at."""
    chosen = tuple((name, getattr(filters, name)) for name in FILTERS)
    return Link(text, "source", (("metric", metric), ("part", part), *chosen, *_when(session)), "shnor-figure")


def to_rows(session: Session, text: str, metric: str, where: Mapping[str, str], part: str = "") -> Link:
    """To the rows behind a figure of any topic. where: column → value («» = empty cell); several values are written
    «Ш05;Ш07». part: another weight of the metric's rows, without its «is_»."""
    chosen = tuple((CHOSEN + name, value or EMPTY) for name, value in where.items())
    return Link(text, "source", (("metric", metric), ("part", part), *chosen, *_when(session)), "shnor-figure")


def where_of_address() -> dict[str, str]:
    """The choice of rows `to_rows` wrote."""
    said = {name.removeprefix(CHOSEN): value for name, value in st.query_params.items() if name.startswith(CHOSEN)}
    return {name: "" if value == EMPTY else value for name, value in said.items()}


def to_deadline(session: Session, text: str, src: int, period: str) -> Link:
    """To one deadline of the roadmap and its cells."""
    return Link(text, "source", (("src", str(src)), ("period", period), *_when(session)))


def to_cells(session: Session, text: str, upload: int, sheet: str, cell: str) -> Link:
    """To the grid as it was read, with one cell marked."""
    return Link(text, "source", (("upload", str(upload)), ("sheet", sheet), ("cell", cell), *_when(session)))


def filters_of_address() -> Filters:
    return Filters(**{name: st.query_params.get(name, "") for name in FILTERS})


def _when(session: Session) -> tuple[tuple[str, str], ...]:
    day = session.day.isoformat() if session.day != session.today else ""
    return ("day", day), ("state", str(session.state) if session.past else "")
