"""«Листок к совещанию»: one A4 in grey for who opens a meeting, PDF and DOCX of the same words."""

from pathlib import Path

from shnor.reports.papers.blocks import Paper
from shnor.reports.papers.office import sheet
from shnor.reports.papers.sheet_laid import fitted, told
from shnor.reports.slides.typeset import compiled

_TEMPLATE = Path(__file__).with_name("sheet.typ")


def pdf(paper: Paper) -> bytes:
    """The page; the same paper gives the same bytes."""
    page = fitted(paper)
    return compiled(_TEMPLATE, told(page), {"strip.svg": page.strip} if page.strip else {}, paper.day)


def docx(paper: Paper) -> bytes:
    """The page, to be changed before it is printed; the same paper gives the same bytes."""
    return sheet.written(fitted(paper))
