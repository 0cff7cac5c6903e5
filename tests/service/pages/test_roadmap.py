"""The page of the roadmap over a small municipality: whose, of which period, and what is put beside."""

import pytest

from shnor.service.figures.roadmap_months import Month
from shnor.service.pages import roadmap
from shnor.service.pages.roadmap import Chosen
from tests.service.conftest import DAY, FILLED, PLAN, SCHOOLS, file

OWN = [PLAN[0], ["План округа", "", "1.1", "Кадры", "Обучение", "2026", "1", "до 30.10.2026"],
       ["План округа", "", "2.1", "Уроки", "Совещание", "2026", "1", "декабрь 2026"]]
BEFORE = [PLAN[0], ["План № 5 прежний", "МБОУ ООШ № 5", "1.1", "Кадры", "Аудит", "2025", "1", "март 2025"]]


@pytest.fixture
def beginning(request):
    """The plan of the municipality and last year's plan of № 5 beside those of the schools; nothing without a page."""
    return (*FILLED, file("округ.csv", OWN), file("прежний.csv", BEFORE)) if "page" in request.fixturenames else ()


@pytest.fixture
def page(filled):
    def built(**wanted):
        with filled.view() as view:
            return roadmap.build(view, Chosen(**wanted), day=DAY)
    return built


def test_the_municipality_stands_first_then_schools_by_number_then_all(page):
    assert [*page().owners.items()] == [("municipality", "муниципалитет"), ("Ш05", "МБОУ ООШ № 5"),
                                        ("Ш09", "МБОУ ООШ № 9"), ("all", "все карты")]


@pytest.mark.parametrize(("wanted", "whose", "period", "refused"), [
    pytest.param({}, "municipality", "2026", {}, id="nothing-asked"),
    pytest.param({"school": "Ш05"}, "Ш05", "2026", {}, id="school-of-another-page"),
    pytest.param({"school": "Ш05", "whose": "municipality"}, "municipality", "2026", {}, id="chosen-here"),
    pytest.param({"school": "Ш77"}, "municipality", "2026", {"school": "Ш77"}, id="school-without-a-plan"),
    pytest.param({"whose": "План № 9"}, "Ш09", "2026", {}, id="title-in-an-old-address"),
    pytest.param({"whose": "Нет такого"}, "municipality", "2026", {"whose": "Нет такого"}, id="unknown"),
    pytest.param({"whose": "Ш05", "period": "2025"}, "Ш05", "2025", {}, id="year-before"),
    pytest.param({"whose": "Ш09", "period": "2025"}, "Ш09", "2026", {"period": "2025"}, id="no-such-year"),
    pytest.param({"period": "2026-11"}, "municipality", "2026", {}, id="a-month-of-another-page"),
    pytest.param({"period": "вчера"}, "municipality", "2026", {"period": "вчера"}, id="no-period"),
    pytest.param({"direction": "Нет"}, "municipality", "2026", {"direction": "Нет"}, id="no-such-direction"),
    pytest.param({"compare": ("Ш77",)}, "municipality", "2026", {}, id="nothing-to-compare"),
])
def test_what_is_shown_and_what_could_not_be_had(page, wanted, whose, period, refused):
    found = page(**wanted)
    assert (found.chosen.whose, found.chosen.period, found.refused) == (whose, period, refused)


def test_all_roadmaps_are_counted_by_owner(page):
    found = page(whose="all")
    assert {owner: (counts.planned, counts.due) for owner, counts in found.groups.items()} == {
        "": (2, 1), "Ш05": (3, 2), "Ш09": (1, 1)}
    assert [(row.school_id, row.number) for row in found.rows] == [
        (None, "1.1"), (None, "2.1"), ("Ш05", "1.1"), ("Ш05", "1.2"), ("Ш05", "2.1"), ("Ш09", "1.1")]


def test_a_direction_chooses_among_rows_figures_and_months(page):
    found = page(whose="Ш05", direction="Кадры")
    assert ([row.number for row in found.rows], found.parts.planned, found.months[-1].planned) == (["1.1", "1.2"], 2, 2)
    assert [*found.choices["direction"]] == ["Кадры", "Уроки"]


def last(months: tuple[Month, ...]):
    told = [month for month in months if month.due is not None]
    return told[-1].met, told[-1].due


def test_schools_municipality_and_last_year_stand_beside(page):
    found = page(whose="Ш05", compare=("Ш09", "municipality", "before"))
    assert [(one.code, one.name, last(one.months), one.years) for one in found.beside] == [
        ("Ш05", "МБОУ ООШ № 5", (1, 2), 0), ("Ш09", "МБОУ ООШ № 9", (0, 1), 0),
        ("municipality", "муниципалитет", (0, 1), 0), ("before", "2025 год", (0, 1), 1)]


def test_all_roadmaps_together_are_no_size_to_compare_with(page):
    assert [one.code for one in page(whose="all", compare=("Ш05", "Ш09")).beside] == ["Ш05", "Ш09"]


def test_only_what_has_a_roadmap_can_be_put_beside(page):
    assert [*page(whose="Ш09").others] == ["municipality", "Ш05"]
    assert [*page(whose="Ш05").others] == ["municipality", "before", "Ш09"]


def test_the_list_is_counted_together(page, send):
    send(file("перечень.csv", [["Школа", "Статус", "С даты", "По дату"],
                               ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026"],
                               ["МБОУ ООШ № 9", "ШНОР", "01.01.2026", "31.12.2026"]]))
    found = page(compare=("list",)).beside[1]
    assert (found.schools, last(found.months), found.where["school_id"]) == (2, (1, 3), ("Ш05", "Ш09"))


def test_without_roadmaps_there_is_no_page(store, send):
    send(file("школы.csv", SCHOOLS))
    with store.view() as view:
        assert roadmap.build(view, Chosen(), day=DAY) is None
