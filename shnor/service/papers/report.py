"""A paper as bytes, from a base and what is kept beside it: what the command line asks for."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from shnor.papers import Papers
from shnor.reports.papers.blocks import Kind, Paper
from shnor.service.papers import keeping, kinds, publishing
from shnor.service.papers.writing import Asked
from shnor.store import Store
from shnor.workbooks.table import SYNTHETIC


def drafted(store: Store, asked: Asked, now: Callable[[], datetime], *, invented: bool,
            kind: Kind = "note") -> Paper:
    """The paper of a base in a file; what the centre keeps is beside it. Raises as `kinds.build`."""
    assert store.path, "a base in memory has nothing beside it"
    if kind == "public":
        return publishing.published(store, asked, now, label=label(invented))
    about = store.about()
    with closing(Papers(store.path, now)) as papers, store.view() as view:
        return kinds.build(kind, view, asked, keeping.kept(papers, about), label=label(invented))


def label(invented: bool) -> str:
    """What every page of a paper of invented data says."""
    return SYNTHETIC if invented else ""


def docx(paper: Paper, *, sourced: bool = False, template: bytes | None = None) -> bytes:
    """«Чистовик», or the copy with sources. template: the centre's own, cleaned. The writer brings a library of its
    own, read when a file is asked for."""
    from shnor.reports.papers import word

    return word.sourced(paper, template) if sourced else word.clean(paper, template)


def sheet_docx(paper: Paper) -> bytes:
    """«Листок к совещанию», to be changed before it is printed."""
    from shnor.reports.papers import sheet

    return sheet.docx(paper)


def sheet_pdf(paper: Paper) -> bytes:
    """The same, to be printed."""
    from shnor.reports.papers import sheet

    return sheet.pdf(paper)
