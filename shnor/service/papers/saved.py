"""A paper, or the papers of all schools, as the file the command line asks for."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import cast

from shnor.errors import ShnorError
from shnor.reports.papers.blocks import Kind
from shnor.service.papers import kinds, pack, written
from shnor.service.papers.drafted import drafted
from shnor.service.papers.writing import Asked
from shnor.store import Store

PACK = "pack"
NAMES = (*kinds.PAPERS, PACK)
"""Papers, and the справки of all schools of the list in one zip."""


def save(store: Store, asked: Asked, now: Callable[[], datetime], out: Path, name: str, *, format: str = "",
         sourced: bool = False, invented: bool = False, zone: tzinfo = UTC) -> tuple[str, ...]:
    """What could not be made, in words. invented: the data are. Raises as `kinds.build`, `kinds.format_of` and
    `pack.pack`."""
    if name == PACK:
        if asked.school or format or sourced:
            raise ShnorError("Пакет — чистовики Word всех школ перечня: уберите --school, --format и --sources.")
        made = pack.of_base(store, asked, now, out, invented=invented)
        return tuple(f"Нет справки: {school} — {why}" for school, why in made.left.items())
    kind = cast(Kind, name)
    named = out.suffix.lower().removeprefix(".")  # «листок.docx» is asked for as Word without saying so twice
    ending = kinds.format_of(kind, format or (named if named in kinds.FORMATS else ""), sourced=sourced)
    paper = drafted(store, asked, now, zone, kind=kind, invented=invented)
    out.write_bytes(written.file(paper, ending, sourced=sourced))
    return ()
