"""A protocol by pupil becomes counts by school, class and subject while it is read: no row of a pupil goes further.

A mark stands in its own column, or follows from the points by the scale the file itself gives; else there is nothing to
count by. Pupils without a mark are no participants.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shnor.datasets import Grid, Value
from shnor.datasets.foreign import ABSENT, PROTOCOL_COLUMNS, SCALE
from shnor.datasets.results import GROUP_OF_SCALE
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.shapes import is_like
from shnor.loaders.types import Known
from shnor.loaders.words import works
from shnor.loaders.words.headers import DASHES, normalise, plain
from shnor.loaders.words.schools import find

Row = tuple[Value, ...]
COUNTED = "Посчитано из протокола. Строки обучающихся не хранятся."
MARKS = (5, 4, 3, 2)
_TITLES = ("Школа", "Предмет", "Класс", "Буква класса")
_COUNTS = ("Писали", "«5»", "«4»", "«3»", "«2»")
_PAIRS = ("Понизили", "Подтвердили", "Повысили")
_GROUP = re.compile(GROUP_OF_SCALE, re.I | re.S)
_SPAN = re.compile(r"(\d{1,3})(?: ?(?:-|\.\.\.|…|до) ?(\d{1,3}))?(?: ?б\w*\.?)?")
_MARK = re.compile(r"[«\"'(]?([2-5])[»\"')]?")
_LINE = re.compile(r"[«\"'(]?([2-5])[»\"')]?\s*[:=-]\s*(?:от\s*)?(\d{1,3})\s*(?:-|до|–)\s*(\d{1,3})")
_FEWEST, _SAMPLE = 3, 30
_FEWEST_ABOVE = 8
"""A row with so many cells above the header is part of the table and no title of it."""
Scale = dict[int, int]


@dataclass
class _Counts:
    """Of one school, class and subject."""

    marks: Counter = field(default_factory=Counter)
    pairs: Counter = field(default_factory=Counter)


def scale_of(grids: Sequence[Grid]) -> Scale:
    """Points → mark, as the file itself translates them; empty where it does not, or says it in two ways."""
    found = [scale for grid in grids for scale in _scales(grid)]
    return found[0] if found and all(scale == found[0] for scale in found) else {}


def counted(grid: Grid, header: tuple[int, int], scale: Scale, known: Known, findings: Findings) -> Grid | None:
    """The sheet of counts that stands for a protocol; None where the file does not tell the marks."""
    places = _places(grid, header)
    marked = places.get("mark", [])
    if not marked and not (scale and (places.get("points") or len(places.get("task", [])) > 1)):
        return None
    above = [_short(cells) for cells in grid.cells[:header[0]]]
    groups, left = _groups(grid, header, places, scale, known, _grade_above(grid, above))
    if not groups:
        return None
    sheet = f"{grid.sheet}, посчитано"
    pupils = sum(sum(one.marks.values()) for one in groups.values())
    findings.add("protocol-counted", sheet, "", pupils, left=left)
    return Grid(sheet, ((COUNTED,), *above, (None,), *_table(groups, paired="journal" in places)), heading=grid.heading)


def _table(groups: dict[tuple, _Counts], *, paired: bool) -> Iterator[Row]:
    """Columns of the key nothing is known of are left out: they are asked once for the sheet."""
    there = [place for place in range(len(_TITLES)) if any(key[place] not in (None, "") for key in groups)]
    yield (*(_TITLES[place] for place in there), *_COUNTS, *(_PAIRS if paired else ()))
    for key, one in groups.items():
        marks = [one.marks[mark] for mark in MARKS]
        yield (*(key[place] for place in there), sum(marks), *marks, *(one.pairs[name] for name in _PAIRS if paired))


def _places(grid: Grid, header: tuple[int, int]) -> dict[str, list[int]]:
    """What each column of the protocol is → where it stands, by its lowest header that says it."""
    found: dict[str, list[int]] = {}
    width = max(len(cells) for cells in grid.cells[header[0]:header[1] + 1])
    for column in range(width):
        heads = [normalise(value) for row in range(header[1], header[0] - 1, -1)
                 if isinstance(value := grid.at(row, column), str)]
        role = next((name for text in heads for name, pattern in PROTOCOL_COLUMNS.items()
                     if text and is_like(pattern, text)), None)
        if role:
            found.setdefault(role, []).append(column)
    return found


def _groups(grid: Grid, header: tuple[int, int], places: dict[str, list[int]], scale: Scale, known: Known,
            grade_above: int | None) -> tuple[dict[tuple, _Counts], int]:
    """((school, subject, class, letter) → counts, how many rows of pupils have no mark)."""
    groups: dict[tuple, _Counts] = {}
    left, group_line = 0, ""
    school = _school_column(grid, header, places, known)
    keys: dict[tuple, tuple] = {}
    schools: dict[str, str] = {}
    pupil = [*places.get("pupil", []), *places.get("variant", [])]
    told = [*pupil, *places.get("mark", []), *places.get("points", [])]
    rows = grid.cells[header[1] + 1:]
    texts = zip(*(_texts(rows, column) for column in (
        school, _first(places, "subject"), _first(places, "grade"), _first(places, "label"))), strict=True)
    for cells, said in zip(rows, texts, strict=True):
        if len(cells) - cells.count(None) < _FEWEST and (line := _group_line(cells)):
            group_line = line
            continue
        if (mark := _mark(cells, places, scale)) is None or not any(_is_said(cells, place) for place in told):
            left += any(_is_said(cells, place) for place in pupil)
            continue
        key = keys.get((said, group_line)) or keys.setdefault(
            (said, group_line), _key(said, group_line, known, grade_above, schools))
        counts = groups.get(key) or groups.setdefault(key, _Counts())
        counts.marks[mark] += 1
        if journal := next((before for place in places.get("journal", [])
                            if (before := _read_mark(_at(cells, place))) is not None), None):
            counts.pairs[_PAIRS[(mark > journal) + (mark >= journal)]] += 1
    return groups, left


def _group_line(cells: Row) -> str:
    """The school of «МБОУ ООШ № 5(edu990005) | Кол-во участников: 89»."""
    text = next((plain(value) for value in cells if value is not None), "")
    line = _GROUP.fullmatch(text)
    return line["school"] if line else ""


def _key(said: tuple[str, ...], group_line: str, known: Known, grade_above: int | None,
         schools: dict[str, str]) -> tuple:
    """A school once, however often it is written otherwise; a number beside a class named above is no class."""
    school = said[0] or group_line
    school = schools.get(school) or schools.setdefault(school, _school(school, known))
    grade, label = works.grade(said[2]), said[3]
    number: int | None = grade.number if grade else None
    label = label or (grade.label if grade else said[2] if len(said[2]) <= 2 and said[2].isalpha() else "")
    if grade_above is not None and (number is None or not label):
        number = grade_above
    return school or None, works.subject(said[1]) or None, number, label.upper() or None


def _school(text: str, known: Known) -> str:
    """As the register calls it, else as written."""
    found = find(text, known.schools) if text and known.schools else None
    if found and found.kind == "exact":
        return next(one.name for one in known.schools if one.school_id == found.school_id)
    return text


def _mark(cells: Row, places: dict[str, list[int]], scale: Scale) -> int | None:
    for place in places.get("mark", []):
        return _read_mark(_at(cells, place))
    points = _points(cells, places)
    return scale.get(points) if points is not None else None


def _points(cells: Row, places: dict[str, list[int]]) -> int | None:
    """The total as written, else the sum of the tasks; «X» is a task not begun."""
    if totals := places.get("points"):
        return _whole(_at(cells, totals[-1]))
    written = [_at(cells, place) for place in places.get("task", [])]
    numbers = [_whole(value) for value in written]
    rest = [plain(value) for value, number in zip(written, numbers, strict=True) if number is None]
    if not any(number is not None for number in numbers) or not all(is_like(ABSENT, normalise(text)) for text in rest):
        return None
    return sum(number for number in numbers if number is not None)


def _read_mark(value: Value) -> int | None:
    if type(value) is int:
        return value if value in MARKS else None
    found = _MARK.fullmatch(plain(value))
    return int(found[1]) if found else None


def _whole(value: Value) -> int | None:
    text = plain(value)
    return int(text) if text.isdigit() else None


def _school_column(grid: Grid, header: tuple[int, int], places: dict[str, list[int]], known: Known) -> int | None:
    """Of several columns that may name the school the one the register knows best, else the last one."""
    columns = places.get("school", [])
    rows = grid.cells[header[1] + 1:]

    def is_known(column: int) -> tuple[float, int]:
        texts = sorted(set(_texts(rows, column)) - {""})[:_SAMPLE]
        exact = sum(find(text, known.schools).kind == "exact" for text in texts)
        return (exact / len(texts) if texts else -1, column)
    return max(columns, key=is_known, default=None)


def _grade_above(grid: Grid, above: Sequence[Row]) -> int | None:
    """The class the title or the tab names."""
    lines = [*grid.heading.split("\n"), *(" ".join(plain(value) for value in cells if value is not None)
                                          for cells in above), grid.sheet]
    return next((read.number for line in lines if (read := works.grade_in(line))), None)


def _short(cells: Row) -> Row:
    """A line above the protocol; a row of levels of tasks is none."""
    return cells if sum(value is not None for value in cells) < _FEWEST_ABOVE else (None,)


def _first(places: dict[str, list[int]], name: str) -> int | None:
    return next(iter(places.get(name, [])), None)


def _at(cells: Row, place: int | None) -> Value:
    return cells[place] if place is not None and place < len(cells) else None


def _texts(rows: Sequence[Row], place: int | None) -> list[str]:
    """A column as texts, one a row."""
    if place is None:
        return [""] * len(rows)
    values = [cells[place] if place < len(cells) else None for cells in rows]
    texts = {value: plain(value) for value in set(values)}
    return [texts[value] for value in values]


def _is_said(cells: Row, place: int) -> bool:
    return plain(_at(cells, place)) not in ("", "0")


def _scales(grid: Grid) -> Iterator[Scale]:
    """Marks beside each other with points below them, one below another with points beside them, or in one line."""
    for row, cells in enumerate(grid.cells[:200]):
        for column, value in enumerate(cells[:60]):
            if isinstance(value, str) and (line := dict((int(mark), (int(low), int(high))) for mark, low, high
                                                        in _LINE.findall(DASHES.sub("-", value)))):
                yield from _whole_scale(line)
            if isinstance(value, str) and is_like(SCALE["mark"], normalise(value)):
                yield from _whole_scale(_along(grid, row, column))
                yield from _whole_scale(_down(grid, row, column))


def _along(grid: Grid, row: int, column: int) -> dict[int, tuple[int, int]]:
    under = next((below for below in (row + 1, row + 2)
                  if is_like(SCALE["points"], normalise(grid.at(below, column)))), None)
    places = {mark: place for place in range(column + 1, len(grid.cells[row]))
              if (mark := _read_mark(grid.at(row, place))) is not None}
    spans = {mark: _span(grid.at(under, place)) for mark, place in places.items()} if under is not None else {}
    return {mark: span for mark, span in spans.items() if span}


def _down(grid: Grid, row: int, column: int) -> dict[int, tuple[int, int]]:
    if not is_like(SCALE["points"], normalise(grid.at(row, column + 1))):
        return {}
    spans = {mark: span for below in range(row + 1, row + 6)
             if (mark := _read_mark(grid.at(below, column))) is not None
             and (span := _span(grid.at(below, column + 1)))}
    return spans


def _span(value: Value) -> tuple[int, int] | None:
    found = _SPAN.fullmatch(DASHES.sub("-", plain(value)).lower())
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _whole_scale(spans: dict[int, tuple[int, int]]) -> Iterator[Scale]:
    """All four marks, from nothing upwards without a gap."""
    ordered = [spans[mark] for mark in sorted(spans)]
    if len(spans) == len(MARKS) and ordered[0][0] == 0 and all(
            after[0] == before[1] + 1 for before, after in pairwise(ordered)):
        yield {points: mark for mark, (low, high) in spans.items() for points in range(low, high + 1)}
