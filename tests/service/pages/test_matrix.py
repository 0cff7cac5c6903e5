"""The row of a school: its reports, its roadmap, its marks «2», the help it got."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.service.centre.schools import SchoolCard, Status
from shnor.service.month.owed import Cell
from shnor.service.pages import matrix, overview
from shnor.service.pages.overview import Line
from shnor.service.pages.works import Chosen
from tests.service.conftest import DAY, file

NOV = date(2026, 11, 1)
RISK = Status("risk", "зона риска", date(2026, 1, 1), None, "", 1)
LIST = replace(RISK, id="shnor", title="ШНОР")
RESULTS = [["Школа", "Процедура", "Учебный год", "Класс", "Предмет", "Писали", "5", "4", "3", "2"],
           ["МБОУ ООШ № 5", "ВПР", "2024/25", "5", "математика", "12", "1", "3", "4", "4"],
           ["МБОУ ООШ № 5", "ВПР", "2025/26", "5", "математика", "8", "1", "2", "2", "3"],
           ["МБОУ ООШ № 9", "ВПР", "2025/26", "5", "математика", "20", "2", "6", "7", "5"]]


def card(code: str, *statuses: Status, years: tuple[int, ...] = ()) -> SchoolCard:
    return SchoolCard(code, f"СОШ № {code}", int(code), "", None, None, statuses, years)


@pytest.mark.parametrize(("which", "codes"), [
    (matrix.HELPED, "123"), ("", "123"), ("list", "2"), ("all", "1234"), ("4", "4"), ("77", "")])
def test_which_schools_are_shown(which, codes):
    cards = [card("1", RISK), card("2", LIST), card("3"), card("4")]
    lines = [Line(cards[0], None), Line(cards[1], None), Line(cards[2], None)]
    assert "".join(line.card.school_id for line in matrix.chosen(lines, cards, which)) == codes


@pytest.mark.parametrize(("school", "said"), [
    (card("1", LIST, years=(2023, 2025, 2026, 2027)), "2023, 2025–2027"), (card("1", LIST, years=(2026,)), "2026"),
    (card("1", RISK, years=(2024,)), "зона риска"), (card("1"), "не в перечне")])
def test_under_the_name_stand_its_years_or_its_status(school, said):
    assert matrix.note(school) == said


@pytest.mark.parametrize(("state", "waits"), [("accepted", False), ("partial", True), ("waiting", True),
                                              ("not_required", False)])
def test_who_waits(filled, state, waits):
    with filled.view() as view:
        parts = overview.build(view, day=date(2026, 4, 1)).lines[0].counts
    report = Cell("1", "month", NOV, state, NOV)
    row = matrix.Row("1", "СОШ № 1", "", True, (report,), replace(parts, not_done=0, no_report=0), (), (), 0)
    assert row.waits is waits
    assert replace(row, parts=replace(parts, not_done=1)).waits


def test_marks_of_a_small_group_have_counts_and_no_share(filled, send):
    send(file("впр.csv", RESULTS))
    with filled.view() as view:
        found = matrix.lows(view, Chosen("ВПР", subject="математика"), ("2024/25", "2025/26"), day=DAY)
    assert {school: [low and (low.k, low.n, low.share) for low in own] for school, own in found.items()} == {
        "Ш05": [(4, 12, 4 / 12), (3, 8, None)], "Ш09": [None, (5, 20, 0.25)]}
