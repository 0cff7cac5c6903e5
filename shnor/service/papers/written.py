"""A paper in a format of its own: each writer brings a library, read when a file is asked for."""

import io
import zipfile
from collections.abc import Callable, Mapping

from shnor import wording
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import report

PACKED = ("docx", "html", "xlsx")
"""What is in an archive of one paper."""
_MOMENT = (2020, 1, 1, 0, 0, 0)


def file(paper: Paper, ending: str, *, sourced: bool = False, template: bytes | None = None) -> bytes:
    """ending: one `kinds` knows of the paper. sourced: the copy with sources; template: the centre's own; both of Word
    alone."""
    if ending == "docx" and paper.kind != "sheet":
        return report.docx(paper, sourced=sourced, template=template)
    return WRITERS[ending](paper)


def _docx(paper: Paper) -> bytes:
    return report.sheet_docx(paper)


def _pdf(paper: Paper) -> bytes:
    if paper.kind == "sheet":
        return report.sheet_pdf(paper)
    from shnor.reports.papers import pages

    return pages.pdf(paper)


def _xlsx(paper: Paper) -> bytes:
    from shnor.reports.papers import tables

    return tables.xlsx(paper)


def _html(paper: Paper) -> bytes:
    from shnor.reports.papers import html

    return html.page(paper)


def _zip(paper: Paper) -> bytes:
    """The paper in every format of PACKED; the same paper gives the same bytes."""
    made = io.BytesIO()
    when = f"{wording.day(paper.first)}–{wording.day(paper.last)}"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for ending in PACKED:
            entry = zipfile.ZipInfo(f"Открытая публикация, {when}.{ending}", _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file(paper, ending))
    return made.getvalue()


WRITERS: Mapping[str, Callable[[Paper], bytes]] = {"docx": _docx, "pdf": _pdf, "xlsx": _xlsx, "html": _html,
                                                     "zip": _zip}
