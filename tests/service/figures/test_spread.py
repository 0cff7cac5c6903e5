"""What a figure is the sum of: by two columns of its rows, in an order people know."""

import pyarrow as pa
import pytest

from shnor.metrics import METRICS
from shnor.service.figures import sources, topics
from shnor.service.figures.spread import UNDIVIDED, Part, by_school, spread
from tests.service.conftest import DAY, file

NAMES = {"Ш05": "МБОУ ООШ № 5", "Ш12": "МБОУ ООШ № 12"}


def rows(*cells: tuple[str, int]) -> pa.Table:
    """(school, class) a row."""
    return pa.table({"school_id": [school for school, _ in cells], "grade": [grade for _, grade in cells]})


def test_schools_stand_by_number_and_classes_beside():
    found = spread("results", rows(("Ш12", 6), ("Ш05", 6), ("Ш05", 5), ("Ш05", 5)), [4, 1, 2, 3], [9, 8, 7, 6], NAMES)
    assert (found.rows, found.columns) == (("Ш05", "Ш12"), (5, 6))
    assert found.cells == {("Ш05", 5): Part(5, 13), ("Ш05", 6): Part(1, 8), ("Ш12", 6): Part(4, 9)}
    assert (found.row("Ш05"), found.column(6), found.whole) == (Part(6, 21), Part(5, 17), Part(10, 30))


@pytest.mark.parametrize(("cells", "made", "columns"), [
    pytest.param([("Ш05", 6), ("Ш12", 6)], [1, 2], ("school_id", ""), id="one-class"),
    pytest.param([("Ш05", 5), ("Ш12", 6)], [1, 2], ("school_id", ""), id="a-class-for-each-school"),
    pytest.param([("Ш05", 5), ("Ш05", 6)], [1, 2], ("grade", ""), id="one-school"),
    pytest.param([*(("Ш05", grade) for grade in range(1, 12)), ("Ш12", 5)], [1] * 12, ("school_id", "grade"),
                 id="eleven-classes")])
def test_the_columns_that_differ_make_the_sum(cells, made, columns):
    found = spread("results", rows(*cells), made, None, NAMES)
    assert (found.down, found.across) == columns
    assert found.whole == Part(sum(made), None)


@pytest.mark.parametrize(("cells", "made"), [
    pytest.param([("Ш05", 5)], [1], id="one-row"), pytest.param([("Ш05", 5), ("Ш05", 5)], [1, 2], id="rows-alike"),
    pytest.param([("Ш05", 5), ("Ш12", 5)], [0, 0], id="nothing-to-add"), pytest.param([], [], id="no-rows")])
def test_no_sum_where_there_is_nothing_to_add(cells, made):
    assert spread("results", rows(*cells), made, None, NAMES) is None


def test_a_whole_is_not_split_by_what_some_of_its_rows_do_not_tell():
    """The plan of a year names no month: its months have no part of it."""
    events = pa.table({"school_id": ["", ""], "month": [None, "2026-02-01"], "event_kind": ["семинар", "консультация"]})
    assert spread("events", events, [0, 6], [8, 0], {}).down == "event_kind"
    assert spread("events", events.drop(["event_kind"]), [0, 6], [8, 0], {}) is None


def test_counts_by_school_stand_by_number():
    found = by_school("school_id", {"Ш12": Part(2, 20), "Ш05": Part(1, 9)}, NAMES)
    assert (found.rows, found.whole) == (("Ш05", "Ш12"), Part(3, 29))
    assert by_school("school_id", {"Ш05": Part(1, 9)}, NAMES) is None


HEAD = ["Дата", "Вид", "Тема", "Кто проводил", "Школа"]
TOLD = [HEAD, ["18.11.2026", "семинар", "ОГЭ", "тьютор", "МБОУ ООШ № 5"],
        ["18.11.2026", "семинар", "ОГЭ", "наставник", "МБОУ ООШ № 9"],
        ["19.11.2026", "вебинар", "ОГЭ", "наставник", "МБОУ ООШ № 9"]]


def test_an_event_two_schools_tell_of_is_no_sum_by_who_told_of_it(filled, send):
    """It is one: alone, the school that tells second has one as well, and in the sum it would add nothing."""
    send(file("мероприятия.csv", TOLD))
    with filled.view() as view:
        found = sources.rows_behind(view, "events_count", as_of=DAY, where={"year": 2026}, part="held")
        one_kind = sources.rows_behind(view, "events_count", as_of=DAY, where={"event_kind": "семинар"}, part="held")
    assert (found.made, found.spread.down, {key[0]: part.made for key, part in found.spread.cells.items()}) == (
        2, "event_kind", {"семинар": 1, "вебинар": 1})
    assert (one_kind.made, one_kind.spread) == (1, None)


WHOLE = {*UNDIVIDED, "events_plan_share"}
"""A plan of one kind is for the year and names no school: it has no column in common with what was held."""


@pytest.mark.slow
@pytest.mark.parametrize("metric", METRICS)
def test_the_sum_is_the_figure_and_its_parts_are_figures(example_view, metric):
    """Each cell leads to rows that give what stands in it."""
    largest = max(topics.counted(example_view, [metric], as_of=DAY), key=lambda figure: figure.rows)
    behind = sources.rows_behind(example_view, metric, as_of=DAY, where=largest.group)
    if behind.spread is None:
        assert (behind.total > 1 and behind.made > 0) == (metric in WHOLE)
        return
    assert behind.spread.whole == Part(behind.made, behind.base)
    for (row, column), part in list(behind.spread.cells.items())[:12]:
        at = {name: value for name, value in ((behind.spread.down, row), (behind.spread.across, column)) if name}
        narrow = sources.rows_behind(example_view, metric, as_of=DAY, where={**largest.group, **at})
        assert Part(narrow.made, narrow.base) == part, (row, column)
