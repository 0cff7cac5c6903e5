"""Which papers there are: what builds each, of which periods it is made, in which formats it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from shnor.errors import ShnorError
from shnor.periods import PeriodKind
from shnor.reports.papers.blocks import Kind, Paper
from shnor.service.papers import month, note, order, public, sheet
from shnor.service.papers.writing import KINDS, Asked, Kept
from shnor.store import View

OF_YEARS = "за год, полугодие или учебный год: --period 2026, 2026-H1 или 2025/26"
SOURCED = "docx"
"""The one format that says at each number where it is from."""


@dataclass(frozen=True)
class Made:
    """title: as it is offered. build: raises NotAllowed. periods: of which kinds; asked: the same as it is told to who
    asks for another one. formats: endings of its files, the usual one first."""

    title: str
    build: Callable[..., Paper]
    periods: tuple[PeriodKind, ...]
    asked: str
    formats: tuple[str, ...]


PAPERS: Mapping[Kind, Made] = {
    "note": Made("Справка", note.build, KINDS, OF_YEARS, ("docx", "pdf", "html", "xlsx")),
    "order": Made("Приказ", order.build, KINDS, OF_YEARS, ("docx", "pdf", "html")),
    "sheet": Made("Листок к совещанию", sheet.build, KINDS, OF_YEARS, ("pdf", "docx")),
    "month": Made("Свод месяца", month.build, ("month",), "за месяц: --period 2026-11",
                  ("docx", "pdf", "xlsx", "html")),
    "public": Made("Открытая публикация", public.build, KINDS, OF_YEARS, ("zip", "docx", "html", "xlsx")),
}

FORMATS = tuple(dict.fromkeys(one for made in PAPERS.values() for one in made.formats))


def build(kind: Kind, view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """Raises as the paper does, and as `check`."""
    check(kind, asked)
    return PAPERS[kind].build(view, asked, kept, label=label)


def check(kind: Kind, asked: Asked) -> None:
    """Raises ShnorError for a period the paper is not made of."""
    made = PAPERS[kind]
    if asked.whole.kind not in made.periods:
        raise ShnorError(f"{made.title}: такая бумага делается {made.asked}.")


def format_of(kind: Kind, wanted: str, *, sourced: bool = False) -> str:
    """wanted: an ending, "" = the usual one. Raises ShnorError where the paper is not written so."""
    made = PAPERS[kind]
    if sourced and wanted not in ("", SOURCED):
        raise ShnorError(f"С источниками пишется только --format {SOURCED}.")
    if sourced:
        return SOURCED
    if wanted and wanted not in made.formats:
        raise ShnorError(f"{made.title}: такого файла нет. Выберите --format {', '.join(made.formats)}.")
    return wanted or made.formats[0]
