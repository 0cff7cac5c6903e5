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


def test_deadlines_of_the_schools_and_what_comes_next(page):
    counts = {line.card.school_id: line.counts for line in page.lines}
    parts = {school: (of.due, of.confirmed, of.no_report) for school, of in counts.items()}
    assert (page.period, parts) == ("2026", {"Ш05": (2, 2, 0), "Ш09": (1, 0, 1)})
    assert [(row.number, row.due_date) for row in page.next_dates] == [("2.1", date(2026, 12, 31))]


def test_overview_lists_schools_by_number(filled):
    with filled.view() as view:
        data = overview.build(view, day=DAY)
    assert [(line.card.name, line.counts.due) for line in data.lines] == [("МБОУ ООШ № 5", 2), ("МБОУ ООШ № 9", 1)]
    assert data.period == "2026"
    assert data.own is None
