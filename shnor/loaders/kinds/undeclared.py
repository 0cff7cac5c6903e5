"""Tables whose headers nobody declared: the centre's own свод, a list of schools without our headers."""

from collections.abc import Sequence

from shnor.datasets import Batch, Grid
from shnor.loaders.issues.findings import Findings
from shnor.loaders.kinds import summary, summary_header
from shnor.loaders.records.draft import Draft
from shnor.loaders.tables import school_lists
from shnor.loaders.tables.body import Part
from shnor.loaders.tables.recognise import recognise
from shnor.loaders.types import Known, Match


def recognised(grid: Grid) -> tuple[Match, ...]:
    """A form of ours; else a свод of the centre. A list of schools is neither."""
    matches = recognise(grid)
    if any(match.score >= 1 for match in matches):
        return matches
    if own := summary_header.match(grid):
        return (own,)
    return () if matches and school_lists.is_list(grid) else matches


def is_summary(parts: Sequence[Part]) -> bool:
    match = parts[0].match
    return match.kind == summary_header.KIND and match.layout in summary_header.LAYOUTS


def of_summary(parts: Sequence[Part], known: Known, findings: Findings) -> tuple[Batch | None, Draft]:
    return summary.extract(parts, known, findings)


def told_lists(grids: Sequence[Grid], findings: Findings) -> set[str]:
    """Sheets that are lists of schools without our headers: the person is shown what they would become."""
    found = {grid.sheet: school_lists.read(school_lists.lines_of(grid)).rows for grid in grids
             if school_lists.is_list(grid)}
    for sheet, rows in found.items():
        findings.add("list-of-schools", sheet, "", count=len(rows))
    return set(found)
