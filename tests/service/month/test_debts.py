"""What is still owed when the month has turned, counted by eye: plans of № 5 and № 9 for 2026."""

from datetime import UTC, date, datetime

import pytest

from shnor.scope import Scope
from shnor.service.intake import drop
from shnor.service.month import debts
from shnor.service.month.forms import SHIPPED, Forms, Rule
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.service.conftest import MARKS, PLAN, SCHOOLS, file

MAIN = Forms((*SHIPPED, Rule("month", sheets=("progress",)), Rule("quarter", months=(), sheets=("results",))))
OCT, NOV, DEC, JAN = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
NEXT = [[cell.replace("2026", "2027") for cell in row] for row in PLAN[1:]]


@pytest.fixture
def base():
    """Reports of № 5 for September and October, of № 9 for September, sent in October with one of № 5 for March;
    nobody has sent anything later."""
    store = Store.open(":memory:", clock=lambda: datetime(2026, 10, 20, 9, tzinfo=UTC))
    reports = [[MARKS[0], [f"План № {school}", f"МБОУ ООШ № {school}", month, "1.1", "выполняется", "", "", ""]]
               for school, month in ((5, "сентябрь 2026"), (9, "сентябрь 2026"), (5, "октябрь 2026"), (5, "март 2026"))]
    tables = (SCHOOLS, [*PLAN, *NEXT], *reports)
    for number, table in enumerate(tables):
        reviewed = drop.review(store, [file(f"{number}.csv", table)], date(2026, 10, 20))
        assert all(item.ready for item in reviewed), reviewed[0].checked.issues
        drop.accept_all(store, reviewed, by=COORDINATOR)
    yield store
    store.close()


def owed(store: Store, day: date, forms: Forms = MAIN) -> dict[date, str]:
    """Month → numbers of the schools that owe its report."""
    with store.view() as view:
        found = debts.owing(view, day=day, forms=forms)
    return {debt.month: ", ".join(card.name[-1] for card, _ in (*debt.waiting, *debt.partial)) for debt in found}


@pytest.mark.parametrize(("day", "expected"), [
    pytest.param(date(2026, 10, 25), {OCT: "9"}, id="the-awaited-month-alone"),
    pytest.param(date(2026, 11, 27), {OCT: "9", NOV: "5, 9"}, id="october-stays-in-november"),
    pytest.param(date(2026, 12, 1), {OCT: "9", NOV: "5, 9", DEC: "5, 9"}, id="the-month-turns"),
    pytest.param(date(2027, 1, 11), {OCT: "9", NOV: "5, 9", DEC: "5, 9", JAN: "5, 9"}, id="the-year-turns"),
    pytest.param(date(2027, 9, 1), {OCT: "9", **{date(2026 + n // 12, n % 12 + 1, 1): "5, 9" for n in (
        10, 11, 12, 13, 14, 15, 16, 20)}}, id="summer-asks-for-nothing"),
    pytest.param(date(2028, 1, 11), {}, id="where-nobody-sends-for-a-year-nothing-is-owed"),
])
def test_old_debts_stay(base, day, expected):
    assert owed(base, day) == expected


def test_months_before_anybody_sent_a_report_are_no_debts(base):
    """Roadmaps are of the whole year, reports began in September; that of March was brought in later."""
    assert min(owed(base, date(2026, 11, 27))) == OCT


def test_an_approved_month_is_closed(base):
    base.approve(OCT, COORDINATOR)
    assert owed(base, date(2026, 11, 27)) == {NOV: "5, 9"}


def test_a_decision_takes_the_form_off(base):
    head = ["Школа", "Форма", "Месяц", "Решение", "Причина"]
    row = ["МБОУ ООШ № 9", "Отчёт за месяц", "октябрь 2026", "не требуется", "карантин"]
    reviewed = drop.review(base, [file("решение.csv", [head, row])], date(2026, 11, 27))
    drop.accept_all(base, reviewed, by=COORDINATOR)
    assert owed(base, date(2026, 11, 27)) == {NOV: "5, 9"}


def test_marks_of_a_term_are_owed_within_their_school_year(base):
    """Terms are asked for in November, January, April and June; № 5 sent the first in November 2026."""
    head = ["Процедура", "Учебный год", "Период", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
    row = ["итоги", "2026/27", "I четверть", "МБОУ ООШ № 5", "5", "математика", "10", "2", "3", "4", "1"]
    reviewed = drop.review(base, [file("итоги.csv", [head, row])], date(2026, 11, 27))
    drop.accept_all(base, reviewed, by=COORDINATOR)
    with base.view() as view:
        for day, months in ((date(2027, 5, 3), [NOV, JAN, date(2027, 4, 1)]), (date(2027, 9, 3), [])):
            found = debts.owing(view, day=day, forms=Forms())
            assert [debt.month for debt in found if debt.form == "quarter"] == months


def test_what_is_due_earlier_stands_first(base):
    """Marks of the first term are due by 12.11, the report of the same month by 25.11."""
    with base.view() as view:
        found = debts.owing(view, day=date(2026, 11, 27), forms=Forms())
    assert [(debt.form, debt.due) for debt in found if debt.month == NOV] == [
        ("quarter", date(2026, 11, 12)), ("month", date(2026, 11, 25))]
    assert [debt.due for debt in found] == sorted(debt.due for debt in found)


def test_cells_of_a_school(base):
    with base.view() as view:
        found = debts.owing(view, day=date(2026, 12, 1), forms=MAIN)
    assert [cell.month for cell in debts.of_school(found, "Ш05")] == [NOV, DEC]
    assert [cell.month for cell in debts.of_school(found, "Ш09", before=NOV)] == [OCT]


def test_on_11_january_december_november_and_october_are_named_beside_january(example_view):
    """The example: № 9 has not reported for two months, nobody of December; № 2 and № 3 have left the list."""
    found = [debt for debt in debts.owing(example_view, day=date(2027, 1, 11), forms=Forms()) if debt.form == "month"]
    assert [(debt.month, [card.number for card, _ in debt.waiting]) for debt in found] == [
        (OCT, [9]), (NOV, [9]), (DEC, [2, 3, 5, 7, 9, 11, 12]), (JAN, [5, 7, 9, 11, 12])]
    assert [card.number for debt in found for card, _ in debt.partial] == [12]


def test_a_school_that_has_sent_its_report_is_not_asked_again(base):
    with base.view() as view:
        found = debts.owing(view, day=date(2026, 11, 27), forms=MAIN)
    left = debts.with_beside(found, {("Ш09", "month", OCT): {"handed_in": date(2026, 11, 26)},
                                     ("Ш05", "month", NOV): {"handed_in": date(2026, 11, 29)}})
    assert {debt.month: [card.name for card, _ in debt.waiting] for debt in left} == {NOV: ["МБОУ ООШ № 9"]}


def test_reports_of_all_are_collected_once_for_all_schools(base):
    """Until somebody has sent one more."""
    def collected(school: str):
        with base.view(Scope("director", frozenset({school}))) as view:
            return debts.of_everybody(view, (), day=date(2026, 11, 27), forms=MAIN)

    def of_centre():
        with base.view() as view:
            return debts.collected(view, day=date(2026, 11, 27), forms=MAIN)
    before = collected("Ш05")
    assert (before, collected("Ш09") is before) == (of_centre(), True)
    more = [MARKS[0], ["План № 9", "МБОУ ООШ № 9", "октябрь 2026", "1.1", "выполняется", "", "", ""]]
    drop.accept_all(base, drop.review(base, [file("ещё.csv", more)], date(2026, 10, 20)), by=COORDINATOR)
    assert before != collected("Ш05") == of_centre()
