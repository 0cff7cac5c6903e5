"""Figures with the name of their set, and the way back to the cells."""

from datetime import date

import pytest

from shnor.service.figures import roadmap, sources, topics
from shnor.service.figures.roadmap import Plan
from tests.service.conftest import DAY


def test_a_figure_leads_to_file_sheet_and_cell(filled):
    """One of two is done: both rows of the base are shown, each with its plan and its report."""
    with filled.view() as view:
        behind = sources.rows_behind(view, "roadmap_done_due", as_of=DAY, where={"school_id": "Ш05"})
    [figure] = behind.figures
    assert (figure.numerator, figure.denominator, figure.set) == (1, 2, "«План № 5»")
    assert [(row.cells["number"], row.cells["is_done_due"], row.origin.file, row.origin.row,
             [(at.file, at.row) for at in row.rests]) for row in behind.rows] == [
        ("1.1", 1, "планы.csv", 2, [("отметки.csv", 2)]), ("1.2", 0, "планы.csv", 3, [("отметки.csv", 3)])]


@pytest.mark.parametrize(("part", "numbers"), [
    ("due", ["1.1", "1.2"]), ("confirmed", ["1.1"]), ("not_done", ["1.2"]), ("no_report", []), ("ahead", ["2.1"])])
def test_a_part_of_what_was_due_leads_to_its_rows(filled, part, numbers):
    with filled.view() as view:
        behind = sources.rows_behind(view, "roadmap_done_due", as_of=DAY, where={"school_id": "Ш05"}, part=part)
    assert [row.cells["number"] for row in behind.rows] == numbers


@pytest.mark.parametrize(("where", "words"), [
    ({}, "все дорожные карты (2)"), ({"plan": "План № 9"}, "«План № 9»"), ({"school_id": "Ш05"}, "«План № 5»")])
def test_the_set_never_says_more_than_the_rows(filled, where, words):
    with filled.view() as view:
        [figure] = topics.counted(view, ["roadmap_done_due"], as_of=DAY, where=where)
    assert figure.set == words


@pytest.mark.parametrize("asked", [{"part": "activity"}, {"where": {"teacher": "1"}}], ids=["part", "column"])
def test_what_nobody_counts_is_refused(filled, asked):
    with filled.view() as view, pytest.raises(KeyError):
        sources.rows_behind(view, "roadmap_done_due", as_of=DAY, **{"where": {}, **asked})


@pytest.mark.parametrize(("day", "period"), [
    pytest.param(date(2019, 12, 25), "2020", id="before-the-first"),
    pytest.param(date(2020, 1, 1), "2020", id="first-day"),
    pytest.param(date(2022, 6, 1), "2022", id="inside"), pytest.param(date(2024, 1, 1), "2022", id="after-the-last")])
def test_before_a_plan_begins_its_first_period_is_shown(day, period):
    assert roadmap.current_period([Plan("План", "", ("2020", "2021", "2022"))], day) == period


def test_without_plans_there_is_no_period():
    assert roadmap.current_period([], DAY) == ""
