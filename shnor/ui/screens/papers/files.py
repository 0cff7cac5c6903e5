"""The paper as files: to sign, and with its sources."""

from collections.abc import Callable

import streamlit as st

from shnor import periods, wording
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import report
from shnor.service.papers.writing import Asked
from shnor.ui.run.session import Session


def draw(session: Session, paper: Paper, asked: Asked) -> None:
    with st.container(horizontal=True, key="shnor_paper_files"):
        for title, make in _offered(paper):
            st.download_button(f"{title} .docx", data=make, on_click="ignore", key=f"shnor_paper_file_{title}",
                               type="primary" if title == "Чистовик" else "secondary",
                               file_name=f"{name(paper, asked)}, {wording.small(title)}.docx")


def name(paper: Paper, asked: Asked) -> str:
    """«Справка, 2026 год, на 27.11.2026»."""
    period = periods.parse(asked.period).title.replace("/", "–")
    whose = f", {asked.school}" if asked.school else ""
    return f"Справка, {period}{whose}, на {wording.day(paper.day)}"


def _offered(paper: Paper) -> list[tuple[str, Callable[[], bytes]]]:
    """Name of a button, what makes its file."""
    return [("Чистовик", lambda: report.docx(paper)), ("С источниками", lambda: report.docx(paper, sourced=True))]
