"""What the first page has of two schools with plans, one of which has sent its report of November."""

from datetime import date

import pytest

from shnor.service.pages import overview
from tests.service.conftest import DAY, FILLED, MARKS, PLAN, file

NOVEMBER = [MARKS[0], ["План № 5", "МБОУ ООШ № 5", "ноябрь 2026", "1.2", "выполнено", "18.11.2026", "справка № 2", ""]]


@pytest.fixture
def beginning(request):
    return (*FILLED, file("ноябрь.csv", NOVEMBER)) if "page" in request.fixturenames else FILLED


@pytest.fixture
def page(filled):
    with filled.view() as view:
        return overview.build(view, day=DAY)


def test_deadlines_of_the_schools_and_what_comes_next(page):
    counts = {line.card.school_id: line.counts for line in page.lines}
    parts = {school: (of.due, of.confirmed, of.no_report) for school, of in counts.items()}
    assert (page.period, parts) == ("2026", {"Ш05": (2, 2, 0), "Ш09": (1, 0, 1)})
    assert [(row.number, row.due_date) for row in page.next_dates] == [("2.1", date(2026, 12, 31))]


def test_what_still_asks_for_something_is_named_by_school(page):
    assert page.open == {"не выполнено": (), "нет сведений": (("Ш09", "1.1"),), "выполнено, документ ожидается": ()}
    assert page.coming == (overview.Coming(date(2026, 12, 31), 1, 1),)


def test_what_was_done_in_time_and_later_adds_up_to_what_has_a_date(page):
    assert page.in_time == {"Ш05": (1, 1), "Ш09": (0, 0)}


def test_overview_lists_schools_by_number(filled):
    with filled.view() as view:
        data = overview.build(view, day=DAY)
    assert [(line.card.name, line.counts.due) for line in data.lines] == [("МБОУ ООШ № 5", 2), ("МБОУ ООШ № 9", 1)]
    assert data.period == "2026"
    assert data.own is None


STATUSES = [["Школа", "Статус", "Действует с", "Действует по"],
            ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2027"], ["МБОУ ООШ № 9", "ШНОР", "01.01.2026", "31.12.2026"]]
OWN = [PLAN[0], ["Карта округа", "", "1.1", "Кадры", "Аудит", "2026", "1", "март 2026"]]
NEXT = [PLAN[0], ["План № 5 на новый год", "МБОУ ООШ № 5", "1.1", "Кадры", "Аудит", "2027", "1", "март 2027"]]


@pytest.mark.parametrize(("tables", "day", "names"), [
    pytest.param([], date(2026, 12, 31), [], id="the-year-is-running"),
    pytest.param([], date(2027, 1, 1), ["МБОУ ООШ № 5"], id="of-schools-those-on-the-list-of-the-day"),
    pytest.param([OWN], date(2027, 1, 11), [None, "МБОУ ООШ № 5"], id="the-municipality-had-one"),
    pytest.param([OWN, NEXT], date(2027, 1, 11), [], id="a-plan-of-the-year-is-shown")])
def test_who_has_no_roadmap_of_the_new_year(filled, send, tables, day, names):
    for number, table in enumerate((STATUSES, *tables)):
        send(file(f"{number}.csv", table))
    with filled.view() as view:
        data = overview.build(view, day=day)
    assert [card and card.name for card in data.without_plan] == names


def test_of_an_older_year_that_is_shown_only_those_without_a_plan_are_named(filled, send):
    for number, table in enumerate((STATUSES, OWN, NEXT)):
        send(file(f"{number}.csv", table))
    with filled.view() as view:
        assert overview.build(view, day=date(2027, 1, 11), period="2026").without_plan == (None,)
