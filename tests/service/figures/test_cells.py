"""Every figure of both examples from the cells it leads to: read on the kept sheets, counted by the passport's rule.

A list of people is kept without its names: who stood in its rows is read in the file of the example itself.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sample_data import make, samples
from shnor.datasets import KINDS, Grid, Value
from shnor.datasets.places import REBUILT, ROWS
from shnor.metrics import METRICS, Metric, Tally
from shnor.service.figures import sources
from shnor.service.figures.sources import Behind, Row
from shnor.store import Origin, Store, View
from tests.clock import noon

DAYS = (make.DAY, date(2026, 6, 15), date(2025, 12, 20))
EXAMPLES = ("priozerny", pytest.param("zarechny", marks=pytest.mark.nightly))
MARKS = ("n2", "n3", "n4", "n5")
NAMES = re.compile(r"ФИО|Фамилия", re.I)
pytestmark = pytest.mark.slow


class Sheets:
    """The sheets of a base as they were kept, and its files as they were sent."""

    def __init__(self, view: View, files: dict[str, Path]) -> None:
        self.view, self._files = view, files
        self._kept: dict[tuple[int, str], Grid | None] = {}
        self._people: dict[str, dict[int, str]] = {}

    def cell(self, upload: int, sheet: str, cell: str) -> Value:
        if (upload, sheet) not in self._kept:
            self._kept[upload, sheet] = self.view.grid(upload, sheet)
        grid = self._kept[upload, sheet]
        assert grid is not None, f"{sheet} of {upload} was not kept"
        row, column = placed(cell)
        return grid.answered[cell] if cell in grid.answered else grid.at(row, column)

    def values(self, origin: Origin, column: str) -> list[Value]:
        upload = origin.of(column).upload
        return [self.cell(upload, place.sheet, cell) for place in origin.places(column) for cell in place.cells]

    def words(self, origin: Origin, column: str) -> set[str]:
        return {place.words for place in origin.places(column)}

    def text(self, origin: Origin, column: str) -> str:
        """What is written of a value; what is said of it where it stands in no cell."""
        written = [str(value) for value in self.values(origin, column) if value not in (None, "")]
        return written[0] if written else " ".join(self.words(origin, column))

    def people(self, origin: Origin) -> dict[int, str]:
        """Row → whom it names, in the file as it was sent."""
        if origin.file not in self._people:
            rows = list(load_workbook(self._files[origin.file]).active.iter_rows(values_only=True))
            head = next(number for number, row in enumerate(rows) if any(NAMES.match(str(value)) for value in row))
            place = next(place for place, value in enumerate(rows[head]) if NAMES.match(str(value)))
            self._people[origin.file] = {number + 1: row[place] for number, row in enumerate(rows) if number > head}
        return self._people[origin.file]


def placed(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(cell[len(letters):]) - 1, column - 1


def number(value: Value) -> float | None:
    found = re.search(r"-?\d+(?:[.,]\d+)?", str(value)) if value is not None else None
    return float(found[0].replace(",", ".")) if found else None


@pytest.fixture(scope="module", params=EXAMPLES)
def sheets(request, example_base, tmp_path_factory) -> Iterator[Sheets]:
    folder = tmp_path_factory.mktemp("cells")
    files = {path.name: path for path, _ in samples.SAMPLES[request.param].files(folder)}
    store = Store.open(shutil.copy(example_base(request.param), folder / "demo.duckdb"), create=False, clock=noon)
    try:
        with store.view() as view:
            yield Sheets(view, files)
    finally:
        store.close()


def read(sheets: Sheets, metric: Metric, row: Row, column: str) -> float | None:
    """A number as its cells say it."""
    words = sheets.words(row.origin, column)
    if words == {ROWS}:
        return counted_rows(sheets, row.origin, column)
    if words == {REBUILT}:
        return rebuilt(sheets, row)[column]
    if column == "is_marked":  # a sign is words; of a school without one the list says «не отмечено»
        return float(sheets.text(row.origin, column) not in ("", "не отмечено"))
    found = [value for value in map(number, sheets.values(row.origin, column)) if value is not None]
    if metric.kind == "courses":  # a course written in several rows of a list says its hours in each
        assert len(set(found)) <= 1
        found = found[:1]
    return sum(found) if found else None


def counted_rows(sheets: Sheets, origin: Origin, column: str) -> int:
    """Of a list of people: rows, different people, people met in a row before."""
    rows = [placed(cell)[0] + 1 for place in origin.places(column) for cell in place.cells]
    people = sheets.people(origin)
    if column == "certificates":
        return len(rows)
    named = {people[row] for row in rows}
    before = {name for row, name in people.items() if row < min(rows)}
    return len(named & before) if column == "repeated" else len(named)


def rebuilt(sheets: Sheets, row: Row) -> dict[str, int]:
    """Marks from their shares and the participants; of many thousands the rest of rounding goes to the most frequent
    one."""
    percents = {name: number(sheets.values(row.origin, name)[0]) for name in MARKS}
    [written] = sheets.values(row.origin, "participants")
    people = int(number(written))
    marks = {name: int(Decimal(str(percent * people / 100)).quantize(Decimal(1), ROUND_HALF_UP))
             for name, percent in percents.items()}
    if people > 5000:
        marks[max(marks, key=marks.__getitem__)] += people - sum(marks.values())
    return marks


def takes_part(tally: Tally, column: str, row: Row) -> bool:
    value = row.cells[tally.over or column]
    return value > 0 if isinstance(value, int) else bool(value)


def shows(sheets: Sheets, tally: Tally, row: Row) -> bool:
    """Whether the cells of a row say why it counts."""
    said = [(name, sheets.text(row.origin, name)) for name in tally.columns]
    said += [(name, sheets.text(seen.origin, name)) for name in tally.reports for seen in row.seen.get(name, ())]
    return {name for name, _ in said} == {*tally.columns, *tally.reports} and all(
        SHOWN[name](text, row) for name, text in said)


def reaches(sheets: Sheets, row: Row) -> bool:
    done = sum(number(sheets.text(seen.origin, "done_value")) for seen in row.seen["done_value"])
    planned = number(sheets.text(row.origin, "planned_value"))
    return done <= planned if row.cells["operator"] == "<=" else done >= planned


def day(text: str) -> date:
    found = re.match(r"(\d\d\d\d)-(\d\d)-(\d\d)", text)
    return date(*map(int, found.groups())) if found else date(*map(int, reversed(text.split("."))))


WRITTEN = ("school_id", "who", "programme", "text", "due", "carried_from", "done_on", "level", "factor", "chosen",
           "sign", "signed_on", "cited_as", "item", "title", "held_on", "subject", "role",
           "period", "valid_from", "result", "number")
"""Columns of the field of which it is enough that they are written."""
SHOWN: dict[str, Callable[[str, Row], bool]] = {
    **dict.fromkeys(WRITTEN, lambda text, row: bool(text)),
    "status": lambda text, row: text == "выполнено",
    "done_date": lambda text, row: day(text) <= row.cells["deadline_end"],
    "document": lambda text, row: bool(text), "deadline": lambda text, row: bool(text),
    "planned_value": lambda text, row: number(text) is not None,
    "done_value": lambda text, row: number(text) is not None,
    "need": lambda text, row: bool(text), "answer": lambda text, row: bool(text),
    "found_on": lambda text, row: bool(text), "measure": lambda text, row: bool(text),
    "closed_on": lambda text, row: bool(text), "quarter": lambda text, row: bool(text),
    "state": lambda text, row: bool(text) is (row.cells.get("state") is not None)}


def count(sheets: Sheets, metric: Metric, tally: Tally, column: str, rows: list[Row]) -> int:
    """What the cells of the rows add by the rule of the passport."""
    mine = [row for row in rows if takes_part(tally, column, row)]
    if tally.rule == "rows":
        return sum(shows(sheets, tally, row) for row in mine)
    if tally.rule == "reached":
        return sum(reaches(sheets, row) for row in mine)
    if tally.rule == "distinct":
        texts = [tuple(sheets.text(row.origin, name) for name in tally.columns) for row in mine]
        return len({text for text in texts if any(text)})
    return sum(tally.shares([{name: row.cells[name] for name in tally.keys} | {
        name: read(sheets, metric, row, name) for name in (*tally.columns, *tally.times)} for row in mine]))


def made(sheets: Sheets, metric: Metric, rows: list[Row]) -> int:
    return sum(count(sheets, metric, tally, metric.numerator, rows) for tally in metric.made)


def from_cells(sheets: Sheets, metric: Metric, rows: list[Row], beside: Behind | None) -> tuple[int, int | None]:
    if beside is None:
        return made(sheets, metric, rows), sum(
            count(sheets, metric, tally, metric.denominator, rows) for tally in metric.base) if metric.base else None
    other = METRICS[beside.figures[0].metric]
    schools = {row.cells[metric.within] for row in beside.rows}
    pairs = [(made(sheets, metric, of(metric, rows, school)), made(sheets, other, of(metric, beside.rows, school)))
             for school in schools]
    return sum(min(pair) for pair in pairs), sum(staff for _, staff in pairs)


def of(metric: Metric, rows: list[Row] | tuple[Row, ...], value: object) -> list[Row]:
    return [row for row in rows if row.cells[metric.within] == value]


def by_group(metric: Metric, rows: tuple[Row, ...]) -> dict[tuple, list[Row]]:
    found: dict[tuple, list[Row]] = {}
    for row in rows:
        group = tuple("" if row.cells[name] is None else str(row.cells[name]) for name in metric.by)
        found.setdefault(group, []).append(row)
    return found


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("metric", [pytest.param(metric, id=name) for name, metric in METRICS.items()])
def test_the_cells_of_every_figure_give_it(sheets, metric, day):
    behind = sources.rows_behind(sheets.view, metric.id, as_of=day, where={}, shown=None)
    groups = by_group(metric, behind.rows)
    figures = {tuple(figure.group.values()): (figure.numerator, figure.denominator) for figure in behind.figures}
    cells = {group: from_cells(sheets, metric, groups.get(group, []), behind.beside) for group in figures}
    assert {group: (cells[group], figure) for group, figure in figures.items() if cells[group] != figure} == {}


def test_every_stored_column_a_count_is_made_of_is_declared():
    for metric in METRICS.values():
        kinds = KINDS[metric.kind], KINDS["progress"]
        columns = {column.name for kind in kinds for column in kind.stored}
        assert metric.made
        assert bool(metric.base) == bool(metric.denominator)
        assert {*sources.weighed(metric), *sources.reported(metric)} <= columns
