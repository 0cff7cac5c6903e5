"""A paper as bytes."""

from shnor.reports.papers.blocks import Moved, Paper
from shnor.workbooks.table import SYNTHETIC


def label(invented: bool) -> str:
    """What every page of a paper of invented data says."""
    return SYNTHETIC if invented else ""


def docx(paper: Paper, *, sourced: bool = False, template: bytes | None = None) -> bytes:
    """«Чистовик», or the copy with sources. template: the centre's own, cleaned. The writer brings a library of its
    own, read when a file is asked for."""
    from shnor.reports.papers import word

    return word.sourced(paper, template) if sourced else word.clean(paper, template)


def marked(data: bytes, moved: Moved) -> bytes:
    """A copy of a signed file that says what the base says otherwise since."""
    from shnor.reports.papers import word

    return word.marked(data, moved)


def sheet_docx(paper: Paper) -> bytes:
    """«Листок к совещанию», to be changed before it is printed."""
    from shnor.reports.papers import sheet

    return sheet.docx(paper)


def sheet_pdf(paper: Paper) -> bytes:
    """The same, to be printed."""
    from shnor.reports.papers import sheet

    return sheet.pdf(paper)
