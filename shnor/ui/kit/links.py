"""Where a click leads, and what the address says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from shnor import wording
from shnor.metrics import METRICS
from shnor.service.figures.addresses import CHOSEN, EMPTY, PAGE, query
from shnor.service.figures.rows import Where
from shnor.ui.kit.html import Link
from shnor.ui.run.session import Session

SHORT = 20


def to_school(session: Session, school_id: str, text: str) -> Link:
    """A short name stays on one line, also in a narrow column."""
    shown = wording.unbroken(text) if len(text) <= SHORT else text
    return Link(shown, "school", (("school", school_id), *_when(session)))


def to_rows(session: Session, text: str, metric: str, where: Where, part: str = "", *, day: date | None = None) -> Link:
    """To the rows behind a figure of any topic, with the day and the state it was counted at. part: another weight of
    the metric's rows, without its «is_». day: of a figure that is counted on another day than the page is shown for."""
    return Link(text, PAGE, (*query(metric, where, part), *_when(session, day)), "shnor-figure")


def where_of_address() -> dict[str, str | tuple[str, ...]]:
    """The choice of rows `to_rows` wrote."""
    return _where({name: st.query_params.get_all(name) for name in st.query_params})


def followed(address: str) -> tuple[str, Where] | None:
    """Metric and choice of rows of an address `to_rows` made; None of any other."""
    parts = urlsplit(address)
    values = parse_qs(parts.query, keep_blank_values=True)
    known = values.get("metric", [""])[0]
    return (known, _where(values)) if parts.path.endswith("/source") and known in METRICS else None


def _where(values: Mapping[str, list[str]]) -> dict[str, str | tuple[str, ...]]:
    several = {name.removeprefix(CHOSEN): texts for name, texts in values.items() if name.startswith(CHOSEN)}
    chosen = {name: tuple("" if value == EMPTY else value for value in texts) for name, texts in several.items()}
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in chosen.items()}


def to_deadline(session: Session, text: str, src: int) -> Link:
    """To one deadline of the roadmap and its cells."""
    return replace(to_rows(session, text, "roadmap_activities", {"src": src}), mark="")


def to_cells(session: Session, text: str, upload: int, sheet: str, cell: str) -> Link:
    """To the grid as it was read, with one cell marked."""
    return Link(text, "source", (("upload", str(upload)), ("sheet", sheet), ("cell", cell), *_when(session)))


def _when(session: Session, day: date | None = None) -> tuple[tuple[str, str], ...]:
    shown, state = day or session.day, str(session.state) if session.past else ""
    return ("day", shown.isoformat() if shown != session.today else ""), ("state", state)
