"""Tables whose headers nobody declared: the centre's own свод, a list of schools without our headers, and those that
are known and not ours."""

from collections.abc import Sequence
from dataclasses import replace

from shnor.datasets import Batch, Grid, a1
from shnor.datasets.foreign import BELOW, BESIDE, NOT_TAKEN, SHAPES
from shnor.loaders.answers import protocol
from shnor.loaders.issues.findings import Findings
from shnor.loaders.kinds import summary, summary_header
from shnor.loaders.records.draft import Draft
from shnor.loaders.tables import school_lists, side_by_side
from shnor.loaders.tables.body import Part
from shnor.loaders.tables.personal import Cleaned
from shnor.loaders.tables.recognise import form_code, recognise
from shnor.loaders.tables.shapes import shape_of
from shnor.loaders.tables.stacked import halves, over_foreign, stacked
from shnor.loaders.types import Known, Match


def apart(grid: Grid, kept: Grid, findings: Findings) -> list[Grid]:
    """The tables of ours that stand beside or under each other on a sheet, the first under its name, with a word about
    those that are not; none where the sheet is one table. kept: the sheet without personal data, by which they are
    found."""
    beside = side_by_side.blocks(kept)
    for block in beside:
        if not block.is_ours:
            seen = ", ".join(f"«{text[:40]}»" for text in side_by_side.heads(kept, block)[:6])
            findings.add("other-table-beside", grid.sheet, a1(block.top, block.first), "", seen=seen)
    ours = [side_by_side.part(grid, block) for block in beside if block.is_ours]
    return _named(ours, BESIDE) if ours else _named(stacked(grid), BELOW)


def over_known(grid: Grid, kept: Grid) -> list[Grid]:
    """A table of ours and, under it, one that is known and not ours, each as a sheet; else nothing. kept: as in
    `apart`."""
    row = over_foreign(kept)
    return [] if row is None else _named(halves(grid, row), BELOW)


def _named(parts: Sequence[Grid], where: str) -> list[Grid]:
    return [replace(part, sheet=part.sheet + ("" if not place else where if place == 1 else f"{where} {place}"))
            for place, part in enumerate(parts)]


_LEFT = frozenset((NOT_TAKEN.format(title=shape.title),) for shape in SHAPES)


def recognised(grid: Grid) -> tuple[Match, ...]:
    """A form of ours; else a свод of the centre. A list of schools is neither."""
    matches = recognise(grid)
    if any(match.score >= 1 for match in matches):
        return matches
    if own := summary_header.match(grid):
        return (own,)
    return () if matches and school_lists.is_list(grid) else matches


def instead_of_foreign(kept: Cleaned, known: Known, findings: Findings, scale: protocol.Scale) -> Cleaned | None:
    """What stands for a sheet that is known and not ours: its counts if it is a protocol that tells the marks, else one
    line, with a word about what to bring; None for any other sheet."""
    grid = kept.grid
    shape = None if form_code(grid) else shape_of(grid)
    if shape is None:
        return None
    foreign, top, bottom = shape
    made = protocol.counted(grid, (top, bottom), scale, known, findings) if foreign.id == "protocol" else None
    if made is None:
        findings.add("foreign-shape", grid.sheet, "", foreign.title, bring=foreign.bring)
    left = made or Grid(grid.sheet, ((NOT_TAKEN.format(title=foreign.title),),), hidden=grid.hidden)
    about = tuple(issue for issue in kept.issues if issue.code == "personal-column")
    return Cleaned(left, kept.dropped, kept.what, about)


def is_foreign(grid: Grid) -> bool:
    """Whether this stands for a sheet that is known and not ours."""
    return len(grid.cells) == 1 and grid.cells[0] in _LEFT


def is_summary(parts: Sequence[Part]) -> bool:
    match = parts[0].match
    return match.kind == summary_header.KIND and match.layout in summary_header.LAYOUTS


def of_summary(parts: Sequence[Part], known: Known, findings: Findings) -> tuple[Batch | None, Draft]:
    return summary.extract(parts, known, findings)


def lists_of_schools(grids: Sequence[Grid], findings: Findings) -> set[str]:
    """Sheets that are lists of schools without our headers: the person is shown what they would become."""
    found = {grid.sheet: school_lists.read(school_lists.lines_of(grid)).rows for grid in grids
             if school_lists.is_list(grid)}
    for sheet, rows in found.items():
        findings.add("list-of-schools", sheet, "", count=len(rows))
    return set(found)
