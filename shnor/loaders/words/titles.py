"""The title of a document above its table."""

import re

from shnor.datasets import Grid, a1
from shnor.datasets.titles import GROUP_HEAD, OFFICE_LINE, PLAN_NAMED, STAMP_LINE

_NAMED = re.compile(PLAN_NAMED, re.I)
_OFFICE = re.compile(OFFICE_LINE, re.I)
_STAMP = re.compile(STAMP_LINE, re.I)
_HEAD = re.compile(GROUP_HEAD, re.I)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_RANGE = re.compile(r"(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)")


def title_above(grid: Grid, header_row: int) -> tuple[str, str]:
    """(title, cell): from the line that names the plan down to the table; lines joined, spaces collapsed."""
    lines: list[tuple[str, str]] = [(line, "") for line in grid.heading.split("\n")]
    for row in range(header_row):
        for column, value in enumerate(grid.cells[row]):
            if isinstance(value, str) and not _is_group(grid, row, column):
                lines += [(line, a1(row, column)) for line in value.split("\n")]
                break
    lines = [(" ".join(line.split()), cell) for line, cell in lines if line.strip()]
    named = [place for place, (line, _) in enumerate(lines) if _NAMED.search(line) and not _OFFICE.match(line)]
    if named:
        first = named[-1]
        while first - 1 in named:
            first -= 1
        stamp = next((place for place in range(first + 1, len(lines)) if _STAMP.match(lines[place][0])), len(lines))
        lines = lines[first:stamp]
    else:
        lines = [line for line in lines[-3:] if not _OFFICE.match(line[0])]
    if not lines:
        return "", ""
    return " ".join(line for line, _ in lines)[:400], lines[0][1]


def _is_group(grid: Grid, row: int, column: int) -> bool:
    """«Срок реализации (2026 год)» over columns of months belongs to the head, not to the title."""
    return bool(_HEAD.match(str(grid.at(row, column)).strip())) or any(
        first == row and left == column > 1 for first, left, _, right in grid.merged if right > left)


def years_in(title: str) -> tuple[int, ...]:
    """Years a title speaks of: «на 2020-2022 годы» → 2020, 2021, 2022; «на 2026 год» → 2026."""
    if found := _RANGE.search(title):
        first, last = int(found[1]), int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
        if first <= last <= first + 10:
            return tuple(range(first, last + 1))
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(title)))[:1]
