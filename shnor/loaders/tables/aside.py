"""Rows the sender has hidden or struck out: asked about once a sheet, not taken unless the answer says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shnor.datasets import Grid
from shnor.datasets.looks import LEAVE_WORDS, TAKE_WORDS, cells_of
from shnor.loaders.issues.findings import Findings
from shnor.loaders.types import Answers, Choice, Match
from shnor.loaders.words.headers import normalise, plain

HIDDEN, STRUCK = "скрытые строки", "зачёркнутые строки"
LEAVE, TAKE = Choice("Не брать", "не брать"), Choice("Взять", "взять")
_CODES = {HIDDEN: "hidden-rows", STRUCK: "struck-rows"}
_QUOTED, _LONGEST = 2, 60


@dataclass(frozen=True)
class Aside:
    """Rows of one table, from 0, whose look says that they are not meant. topic: HIDDEN or STRUCK."""

    grid: Grid
    match: Match
    topic: str
    rows: tuple[int, ...]


def by_looks(grid: Grid, match: Match, numbers: Sequence[int]) -> list[Aside]:
    """Which of the rows of records are hidden or, all the cells that are read of them, struck out."""
    hidden = [number for number in numbers if number in grid.looks.hidden_rows]
    struck = [number for number in _struck(grid, match) if number not in grid.looks.hidden_rows]
    ours = set(numbers)
    found = ((HIDDEN, hidden), (STRUCK, [number for number in struck if number in ours]))
    return [Aside(grid, match, topic, tuple(rows)) for topic, rows in found if rows]


def left_out(aside: Iterable[Aside], answers: Answers) -> frozenset[int]:
    """The rows that are not taken."""
    return frozenset(row for one in aside if not _answered(one, answers, TAKE_WORDS) for row in one.rows)


def tell(aside: Sequence[Aside], findings: Findings) -> None:
    """One question a sheet and topic, also where a sheet has several tables."""
    for sheet, topic in dict.fromkeys((one.grid.sheet, one.topic) for one in aside):
        ours = [one for one in aside if (one.grid.sheet, one.topic) == (sheet, topic)]
        if _answered(ours[0], findings.answers, (*TAKE_WORDS, *LEAVE_WORDS)):
            continue
        rows = sorted({row for one in ours for row in one.rows})
        texts = [text for one in ours for row in one.rows[:_QUOTED] if (text := _text(one, row))][:_QUOTED]
        _ask(ours[0], rows, texts, findings)


def of_answers(grid: Grid, findings: Findings) -> frozenset[int]:
    """The answers of people that are left out of an export of a form; nothing of what they say is quoted."""
    filled = [number for number, cells in enumerate(grid.cells) if any(map(plain, cells))]
    columns = {str(column): column for column in range(max(map(len, grid.cells), default=0))}
    found = by_looks(grid, Match("", "", 0, 1, columns, 1.0), filled[1:])
    for one in found:
        if not _answered(one, findings.answers, (*TAKE_WORDS, *LEAVE_WORDS)):
            _ask(one, one.rows, (), findings)
    return left_out(found, findings.answers)


def _ask(one: Aside, rows: Sequence[int], texts: Sequence[str], findings: Findings) -> None:
    findings.add(_CODES[one.topic], one.grid.sheet, "", choices=(LEAVE, TAKE), topic=one.topic,
                 rows=_listed(one.topic, rows),
                 left="Пока она не взята. Не брать её" if len(rows) == 1 else
                 "Пока они не взяты. Не брать их",
                 by=" фильтром" if one.topic == HIDDEN and one.grid.looks.filtered else "",
                 texts=f": {', '.join(f'«{text}»' for text in texts)}" if texts else "")


def _listed(topic: str, rows: Sequence[int]) -> str:
    one, many = ("скрыта строка", "скрыты строки") if topic == HIDDEN else ("зачёркнута строка", "зачёркнуты строки")
    return f"{one if len(rows) == 1 else many} {ranges(rows)}"


def ranges(rows: Sequence[int]) -> str:
    """«3, 7–9» from rows counted from 0, in their order."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return ", ".join(f"{first + 1}" if first == last else f"{first + 1}–{last + 1}" for first, last in runs)


def _answered(one: Aside, answers: Answers, words: Sequence[str]) -> bool:
    return normalise(answers.get((one.grid.sheet, one.topic), "")) in words


def _struck(grid: Grid, match: Match) -> list[int]:
    """Rows with something struck out in them and nothing read of them that is not; their number may stay."""
    cells: dict[int, set[int]] = {}
    for row, column in cells_of(grid.looks.struck):
        cells.setdefault(row, set()).add(column)
    used = {*match.columns.values(), *match.periods}
    order = match.columns.get("number", 0)
    return [row for row, struck in sorted(cells.items()) if struck & used and all(
        column in struck or column == order or not plain(grid.at(row, column)) for column in used)]


def _text(one: Aside, row: int) -> str:
    """What a person knows the row by: its longest text."""
    used = {*one.match.columns.values(), *one.match.periods}
    text = max((plain(one.grid.at(row, column)) for column in used), key=len, default="")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
