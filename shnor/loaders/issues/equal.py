"""Equal issues of one column are one issue with all its cells, and its answer stands for each of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shnor.datasets import a1, place_of
from shnor.loaders.types import Answers, Issue

FEW = 5
"""So many equal issues are still told one by one: each shows its row."""
SHOWN = 3
_RANGE = re.compile(r"([A-Z]{1,3}[1-9]\d*)(?::([A-Z]{1,3}[1-9]\d*))?")
_AREA = re.compile(rf"{_RANGE.pattern}(?:, {_RANGE.pattern})*")


def folded(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The same issues; more than FEW equal ones of a column are the first of them with all their cells as its area."""
    groups: dict[tuple[object, ...], list[Issue]] = {}
    for number, issue in enumerate(issues):
        groups.setdefault(_kind(issue) if issue.cell and not issue.topic else (number,), []).append(issue)
    return tuple(issue for group in groups.values() for issue in (group if len(group) <= FEW else [_one(group)]))


def expanded(answers: Answers) -> Answers:
    """An answer to an area is an answer to each of its cells; an answer to a cell itself goes before it."""
    areas = {(sheet, cell): text for (sheet, key), text in answers.items() for cell in cells_of(key)}
    return {**areas, **answers} if areas else answers


def cells_of(area: str) -> Iterator[str]:
    """Every cell of «A2:A5, A9»; none of what is no area of several cells."""
    if ("," not in area and ":" not in area) or not _AREA.fullmatch(area):
        return
    for first, last in _RANGE.findall(area):
        (top, column), (bottom, _) = place_of(first), place_of(last or first)
        yield from (a1(row, column) for row in range(top, bottom + 1))


def _kind(issue: Issue) -> tuple[object, ...]:
    column = issue.cell.rstrip("0123456789")
    return (issue.code, issue.severity, issue.sheet, column, issue.value, issue.choices,
            issue.message.replace(issue.cell, column))


def _one(group: Sequence[Issue]) -> Issue:
    first, ranges = group[0], _ranges(place_of(issue.cell) for issue in group)
    shown = ", ".join(text.replace(":", "–") for text in ranges[:SHOWN]) + (" и другие" if len(ranges) > SHOWN else "")
    return replace(first, area=", ".join(ranges), message=f"{first.message} Всего таких ячеек {len(group)}: {shown}.")


def _ranges(places: Iterable[tuple[int, int]]) -> list[str]:
    """Rows of one column as «A2:A5», in their order."""
    rows, columns = zip(*sorted(set(places)), strict=True)
    found: list[list[int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return [a1(top, columns[0]) + (f":{a1(bottom, columns[0])}" if bottom > top else "") for top, bottom in found]
