"""Figures with the name of their set, and the way back to the cells."""

import shutil
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from shnor.service import bases
from shnor.service.figures import reports, roadmap, sources, topics
from shnor.service.figures.roadmap import Plan
from shnor.service.intake import drop
from shnor.wording import deadlines_due, figure_text
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file


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


FIRST_OF_DECEMBER = date(2026, 12, 1)
ENDS_IN_NOVEMBER = [("Ш02", "2.5", 24), ("Ш03", "4.5", 25), ("Ш07", "3.3", 26), ("Ш11", "4.2", 23), ("Ш12", "4.5", 25)]


def test_a_report_before_the_deadline_does_not_say_what_came_of_it(example_view):
    """Five deadlines of 30.11, all told «выполняется» (№ 11: «изменений нет») by reports of 23–26.11."""
    year = {"period": "2026"}
    rows = [row for row in roadmap.deadlines(roadmap.marked(example_view, as_of=FIRST_OF_DECEMBER, where=year))
            if row.due_date == date(2026, 11, 30) and row.fact_status == "in_progress"]
    assert [(row.school_id, row.number, row.standing_in_words) for row in rows] == [
        (school, number, f"нет сведений; последнее слово: выполняется, {day}.11.2026")
        for school, number, day in ENDS_IN_NOVEMBER]
    before, after = (roadmap.parts(roadmap.marked(example_view, as_of=day, where=year))[()].not_done
                     for day in (date(2026, 11, 30), FIRST_OF_DECEMBER))
    assert before == after


@pytest.mark.parametrize(("moment", "stated", "day"), [
    pytest.param(datetime(2026, 10, 24, 20, 59, tzinfo=UTC), "", date(2026, 10, 24), id="before-midnight"),
    pytest.param(datetime(2026, 10, 24, 21, 0, tzinfo=UTC), "", date(2026, 10, 25), id="after-midnight-here"),
    pytest.param(datetime(2026, 11, 5, 9, 0, tzinfo=UTC), "", date(2026, 10, 31), id="after-its-month"),
    pytest.param(datetime(2026, 11, 5, 9, 0, tzinfo=UTC), "03.11.2026", date(2026, 11, 3), id="as-the-file-states"),
    pytest.param(datetime(2026, 11, 5, 9, 0, tzinfo=UTC), "06.11.2026", date(2026, 11, 5), id="stated-for-later"),
])
def test_a_report_is_of_the_day_stated_or_accepted_or_the_last_of_its_month(moment, stated, day):
    store = bases.open_base(":memory:", now=lambda: moment.astimezone(timezone(timedelta(hours=3))))
    try:
        marks = [[*MARKS[0], "Отчёт на день"], [*MARKS[2], stated]]
        for name, table in (("школы.csv", SCHOOLS), ("планы.csv", PLAN), ("отметки.csv", marks)):
            drop.accept_all(store, drop.review(store, [file(name, table)], DAY), by=COORDINATOR)
        with store.view() as view:
            assert reports.dated(view)["report_day"].to_pylist() == [day]
    finally:
        store.close()


def test_done_early_is_a_part_of_its_own(example_view):
    """ООШ № 5: the list has 15 «подтверждено» and 4 ahead, as the parts say; 2.4, due on 30.11, was done on 18.11."""
    marked = roadmap.marked(example_view, as_of=DAY, where={"school_id": "Ш05", "period": "2026"})
    counts, rows = roadmap.parts(marked)[()], roadmap.deadlines(marked)
    standings = [row.standing for row in rows]
    assert (counts.confirmed, counts.ahead, counts.ahead_done) == (15, 4, 1)
    assert (standings.count("подтверждено"), sum(row.ahead for row in rows)) == (15, 4)
    assert [row.number for row in rows if row.standing == "выполнено раньше срока"] == ["2.4"]
    assert roadmap.beside(counts) == {"ahead_done": 1, "ahead": 4}


@pytest.fixture
def armavir(example_base, tmp_path):
    """The published base of 2024: ten deadlines of nine activities, each reported on 27.12 as done, none with a day."""
    store = bases.open_base(shutil.copy(example_base("armavir2024"), tmp_path / "база.duckdb"), now=noon)
    with store.view() as view:
        yield view
    store.close()


def test_work_proved_before_its_day_is_not_ahead(armavir):
    counts = roadmap.parts(roadmap.marked(armavir, as_of=date(2024, 12, 27)))[()]
    assert (counts.activities, counts.planned, counts.due, counts.confirmed) == (9, 10, 2, 2)
    assert roadmap.beside(counts) == {"ahead_done": 8}
    assert "".join(deadlines_due(counts.due, counts.planned)) == "срок наступил: 2 из 10"


def test_without_a_date_nothing_is_known_of_being_in_time(armavir):
    [figure] = topics.counted(armavir, ["roadmap_on_time"], as_of=date(2024, 12, 31))
    assert (figure_text(figure), figure.more) == ("нет данных", {"выполнено, дата не названа": 10})


def test_deadlines_of_a_document_are_not_called_activities(example_base, tmp_path):
    """Грачёвка: 20 activities of 2022, 24 deadlines without a word: more than there are activities."""
    store = bases.open_base(shutil.copy(example_base("grachevka"), tmp_path / "база.duckdb"), now=noon)
    with store.view() as view:
        counts = roadmap.parts(roadmap.marked(view, as_of=date(2022, 12, 31), where={"period": "2022"}))[()]
    store.close()
    assert (counts.activities, counts.no_report, counts.due, counts.planned) == (20, 24, 24, 26)
    assert "".join(deadlines_due(counts.due, counts.planned)) == "срок наступил: 24 из 26"


@pytest.mark.parametrize(("day", "period"), [
    pytest.param(date(2019, 12, 25), "2020", id="before-the-first"),
    pytest.param(date(2020, 1, 1), "2020", id="first-day"),
    pytest.param(date(2022, 6, 1), "2022", id="inside"), pytest.param(date(2024, 1, 1), "2022", id="after-the-last")])
def test_before_a_plan_begins_its_first_period_is_shown(day, period):
    assert roadmap.current_period([Plan("План", "", ("2020", "2021", "2022"))], day) == period


def test_without_plans_there_is_no_period():
    assert roadmap.current_period([], DAY) == ""
