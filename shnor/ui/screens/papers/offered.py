"""The papers as files, offered: to sign, with sources, the order, the sheet for a meeting."""

from collections.abc import Callable

import streamlit as st

from shnor import periods, wording
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import report
from shnor.service.papers.writing import Asked
from shnor.ui.run import papers
from shnor.ui.run.session import Session

SHEET = "Листок к совещанию"
ENDINGS = {".pdf": "PDF", ".docx": "Word"}


def draw(session: Session, paper: Paper, asked: Asked) -> None:
    with st.container(horizontal=True, key="shnor_paper_files"):
        for title, ending, make in _offered(session, paper, asked):
            st.download_button(f"{title}, {ENDINGS[ending]}" if title == SHEET else title, data=make, on_click="ignore",
                               key=f"shnor_paper_file_{title}{ending}",
                               type="primary" if title == "Чистовик" else "secondary",
                               file_name=f"{name(paper, asked)}, {wording.small(title)}{ending}")


def name(paper: Paper, asked: Asked) -> str:
    """«Справка, 2026 год, на 27.11.2026»."""
    period = periods.parse(asked.period).title.replace("/", "–")
    whose = f", {asked.school}" if asked.school else ""
    return f"Справка, {period}{whose}, на {wording.day(paper.day)}"


def _offered(session: Session, paper: Paper, asked: Asked) -> list[tuple[str, str, Callable[[], bytes]]]:
    """Name of a button, ending of the file, what makes it."""
    template = _template(session)
    order, sheet = papers.order_of, papers.sheet_of
    return [("Чистовик", ".docx", lambda: report.docx(paper, template=template)),
            ("С источниками", ".docx", lambda: report.docx(paper, sourced=True, template=template)),
            ("Приказ", ".docx", lambda: report.docx(order(session, asked), template=template)),
            (SHEET, ".pdf", lambda: report.sheet_pdf(sheet(session, asked))),
            (SHEET, ".docx", lambda: report.sheet_docx(sheet(session, asked)))]


def _template(session: Session) -> bytes | None:
    kept = papers.of(session.store).templates.now()
    return kept.data if kept else None
