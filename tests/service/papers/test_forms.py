"""A form of the край: cells are settled once, the form is filled in for a year, what has no data is told."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from sample_data import form_of_region, make
from shnor.errors import NotAllowed
from shnor.papers import NoForm, Papers, Wish
from shnor.service.papers import forms
from tests.clock import noon
from tests.reports.forms.test_workbook import SHEET, changed, form


@pytest.fixture
def papers(tmp_path):
    kept = Papers(tmp_path / "base.duckdb", noon)
    yield kept
    kept.close()


def settled(papers: Papers, **wishes: tuple[str, str, str]) -> str:
    taken = forms.take(papers.forms, "Форма 3.xlsx", form(), by="координатор")
    for address, (metric, part, school) in wishes.items():
        papers.forms.settle(taken.id, SHEET, address, Wish(metric, part, school, "27.11.2026"))
    return taken.id


def test_a_form_is_filled_with_the_figures_of_a_year(papers, example_view):
    id = settled(papers, C4=("course_people", "k", "list"), D4=("course_certificates", "k", "list"),
                 E4=("staff_people", "k", "Ш03"), F4=("course_people", "k", ""),
                 G4=("course_plan_share", "percent", "list"), H4=("course_plan_share", "n", "list"))
    made = forms.filled(example_view, papers.forms.get(id), "2026", day=make.DAY)
    sheet = load_workbook(io.BytesIO(made.data))[SHEET]
    assert [sheet[f"{column}4"].value for column in "CDEFGH"] == [47, 61, 31, 53, 90.4, 52]
    assert (made.name, made.written, made.empty) == ("Форма 3 2026.xlsx", 6, ())
    assert changed(papers.forms.get(id).data, made.data) == {"xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize(("address", "wish", "why"), [
    pytest.param("C4", ("course_people", "k", "Ш10"), "нет данных", id="a-school-without-rows"),
    pytest.param("C4", ("course_people", "percent", "list"), "это число, а не часть целого", id="no-share"),
    pytest.param("B4", ("course_people", "k", "list"), "ячейка защищена", id="protected"),
])
def test_what_stays_empty_is_told(papers, example_view, address, wish, why):
    made = forms.filled(example_view, papers.forms.get(settled(papers, **{address: wish})), "2026", day=make.DAY)
    assert [(one.target.address, one.why) for one in made.empty] == [(address, why)]
    assert made.written == 0


def test_a_finished_year_is_counted_for_its_last_day(papers, example_view):
    id = settled(papers, C4=("course_people", "k", ""))
    made = forms.filled(example_view, papers.forms.get(id), "2025", day=make.DAY)
    assert load_workbook(io.BytesIO(made.data))[SHEET]["C4"].value == 33


def test_what_is_no_form_is_refused(papers):
    with pytest.raises(NotAllowed, match="не форма"):
        forms.take(papers.forms, "список.csv", "Школа;Число\nа;1\n".encode(), by="координатор")
    assert papers.forms.all() == []


def test_a_form_can_be_taken_off(papers):
    id = settled(papers, C4=("course_people", "k", "list"))
    papers.forms.ask(id, whom="министерство", due="к 10 декабря")
    assert [(one.whom, one.due, len(one.cells)) for one in papers.forms.all()] == [("министерство", "к 10 декабря", 1)]
    papers.forms.settle(id, SHEET, "C4", None)
    assert papers.forms.get(id).cells == {}
    papers.forms.drop(id)
    with pytest.raises(NoForm):
        papers.forms.get(id)


@pytest.mark.parametrize(("metric", "where", "period", "value"), [
    pytest.param("events_count", {"event_kind": "вебинар"}, "2026", 4, id="events-of-a-kind"),
    pytest.param("survey_share", {}, "2026", None, id="an-answer-nobody-has-chosen"),
    pytest.param("course_people", {}, "2026/27", 10, id="a-school-year"),
    pytest.param("course_people", {}, "2026-H1", 43, id="a-half-year"),
    pytest.param("deficits_found", {}, "2026-Q3", None, id="what-is-told-by-years-alone"),
])
def test_groups_and_periods(papers, example_view, metric, where, period, value):
    id = settled(papers)
    papers.forms.settle(id, SHEET, "C4", Wish(metric, "k", "", "27.11.2026", tuple(where.items())))
    made = forms.filled(example_view, papers.forms.get(id), period, day=make.DAY)
    assert load_workbook(io.BytesIO(made.data))[SHEET]["C4"].value == value


def test_what_is_left_to_choose(example_view):
    assert forms.choices(example_view, "course_people", day=make.DAY) == ()
    assert forms.chosen_by("events_count") == ("event_kind",)
    assert {"event_kind": "вебинар"} in forms.choices(example_view, "events_count", day=make.DAY)
    assert forms.chosen_by("survey_share") == ("survey", "audience", "question")


def test_a_mapping_of_before_is_read(papers):
    id = settled(papers, C4=("course_people", "k", "list"))
    with papers.forms._database.change() as rows:
        rows.execute("update form set cells = ? where id = ?", (
            '{"Лист\\tC4": {"metric": "course_people", "part": "k", "school": "", "settled": "27.11.2026"}}', id))
    assert papers.forms.get(id).cells == {"Лист\tC4": Wish("course_people", "k", "", "27.11.2026")}


@pytest.mark.parametrize(("due", "day"), [
    pytest.param("к 10 декабря", date(2026, 12, 10), id="a-day-of-every-year"),
    pytest.param("5 ноября", date(2027, 11, 5), id="over-this-year"),
    pytest.param("к 10.12.2025", None, id="over-for-good"),
    pytest.param("ежеквартально", date(2026, 12, 31), id="every-quarter"),
    pytest.param("по запросу", None, id="no-day"),
])
def test_the_next_day_of_a_form(due, day):
    assert forms.due_on(due, make.DAY) == day


def test_the_form_of_the_example_is_filled_in_whole(papers, example_view):
    taken = forms.take(papers.forms, form_of_region.NAME, form_of_region.form(), by="пример")
    papers.forms.settle_all(taken.id, form_of_region.SHEET, dict(form_of_region.cells()))
    made = forms.filled(example_view, papers.forms.get(taken.id), "2026", day=make.DAY)
    sheet = load_workbook(io.BytesIO(made.data))[form_of_region.SHEET]
    assert (made.written, made.empty) == (60, ())
    assert [cell.value for cell in sheet[6]][1:6] == ["МБОУ СОШ № 3", 31, 13, 17, 6]
    assert changed(taken.data, made.data) == {"xl/worksheets/sheet1.xml"}
