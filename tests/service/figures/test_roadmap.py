"""Figures with the name of their set, and the way back to the cells."""

from datetime import date

from shnor.service.figures import roadmap, sources
from shnor.service.pages import overview, school
from tests.service.conftest import DAY

F = roadmap.Filters


def test_a_figure_leads_to_file_sheet_and_cell(filled):
    with filled.view() as view:
        found, [trace] = sources.behind(view, "roadmap_done_due", as_of=DAY, filters=F(school="Ш05"))
    assert (found.numerator, found.denominator, found.set) == (1, 2, "МБОУ ООШ № 5")
    assert (trace.row["number"], trace.plan.file, trace.report.file) == ("1.1", "планы.csv", "отметки.csv")
    assert (trace.plan.row, trace.report.row) == (2, 2)


def test_a_part_of_what_was_due_leads_to_its_rows(filled):
    with filled.view() as view:
        found = {part: [t.row["number"] for t in sources.behind(
            view, "roadmap_done_due", as_of=DAY, filters=F(school="Ш05"), part=part)[1]]
            for part in ("due", "confirmed", "not_done", "no_report", "ahead")}
    assert found == {"due": ["1.1", "1.2"], "confirmed": ["1.1"], "not_done": ["1.2"], "no_report": [],
                     "ahead": ["2.1"]}


def test_the_set_never_says_more_than_the_rows(filled):
    with filled.view() as view:
        names = [roadmap.set_name(view, f) for f in (F(), F(school="Ш05"), F(plan="План № 9"))]
    assert names == ["все дорожные карты (2)", "МБОУ ООШ № 5", "«План № 9»"]


def test_overview_lists_schools_by_number_and_who_is_awaited(filled):
    with filled.view() as view:
        data = overview.build(view, day=DAY)
    assert [(line.card.name, line.counts["due"]) for line in data.lines] == [("МБОУ ООШ № 5", 2), ("МБОУ ООШ № 9", 1)]
    assert [(one.form, one.due, [card.name for card in one.schools]) for one in data.awaited] == [
        (form, due, ["МБОУ ООШ № 5", "МБОУ ООШ № 9"])
        for form, due in (("month", date(2026, 11, 25)), ("quarter", date(2026, 11, 12)))]
    assert data.period == "2026"
    assert data.own is None


def test_page_of_a_school(filled):
    with filled.view() as view:
        data = school.build(view, "Ш05", day=DAY)
    assert [row["number"] for row in data.rows] == ["1.1", "1.2", "2.1"]
    assert [row["number"] for row in data.not_done] == ["1.2"]
    assert [word["note"] for word in data.words] == ["перенесём на декабрь"]
