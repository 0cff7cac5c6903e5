"""What the first page has of two schools with plans, one of which has sent its report of November."""

from datetime import date

import pytest

from shnor.service.pages import overview
from tests.service.conftest import DAY, MARKS, file


@pytest.fixture
def page(filled, send):
    send(file("ноябрь.csv", [MARKS[0], ["План № 5", "МБОУ ООШ № 5", "ноябрь 2026", "1.2", "выполнено", "18.11.2026",
                                        "справка № 2", ""]]))
    with filled.view() as view:
        return overview.build(view, day=DAY)


def test_reports_that_have_not_come_are_awaited(page):
    awaited = [(form.form, form.due, [card.school_id for card in form.schools]) for form in page.awaited]
    assert (page.awaited_month, awaited, page.in_part) == (date(2026, 11, 1), [
        ("month", date(2026, 11, 25), ["Ш09"]), ("quarter", date(2026, 11, 12), ["Ш05", "Ш09"])], ())


def test_deadlines_of_the_schools_and_what_comes_next(page):
    counts = {line.card.school_id: line.counts for line in page.lines}
    parts = {school: (of.due, of.confirmed, of.no_report) for school, of in counts.items()}
    assert (page.period, parts) == ("2026", {"Ш05": (2, 2, 0), "Ш09": (1, 0, 1)})
    assert [(row.number, row.due_date) for row in page.next_dates] == [("2.1", date(2026, 12, 31))]


def test_overview_lists_schools_by_number_and_who_is_awaited(filled):
    with filled.view() as view:
        data = overview.build(view, day=DAY)
    assert [(line.card.name, line.counts.due) for line in data.lines] == [("МБОУ ООШ № 5", 2), ("МБОУ ООШ № 9", 1)]
    assert [(one.form, one.due, [card.name for card in one.schools]) for one in data.awaited] == [
        (form, due, ["МБОУ ООШ № 5", "МБОУ ООШ № 9"])
        for form, due in (("month", date(2026, 11, 25)), ("quarter", date(2026, 11, 12)))]
    assert data.period == "2026"
    assert data.own is None
