"""Who owes which form for which month, and what has come."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from shnor.scope import Scope
from shnor.service.intake import drop, manual
from shnor.service.intake.drop import Incoming
from shnor.service.month import owed
from shnor.service.month import workbook as month
from shnor.service.month.forms import SHIPPED, Forms, Rule
from shnor.service.month.owed import Cell
from shnor.store import Store
from shnor.workbooks.month import YES_CELL
from tests.actors import COORDINATOR
from tests.service.conftest import PLAN, SCHOOLS, file

DAY, OCT, NOV = date(2026, 11, 27), date(2026, 10, 1), date(2026, 11, 1)
BEGIN = datetime(2026, 9, 1, 9, tzinfo=UTC)
FORMS = Forms()
MAIN_ALONE = Forms((*SHIPPED, Rule("month", since=NOV, sheets=("progress",))))
HEAD = ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"]
STAFF = [["Школа", "На дату", "Предмет или должность", "Всего, чел."],
         ["МБОУ ООШ № 5", "24.11.2026", "математика", "2"]]
STATUSES = [["Школа", "Статус", "С даты", "По дату"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2025", "31.12.2025"],
            ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", ""], ["МБОУ ООШ № 9", "ШНОР", "14.11.2026", ""],
            ["МБОУ СОШ № 7", "ШНОР", "01.01.2026", "31.10.2026"]]
MORE = [["Ш07", "7", "МБОУ СОШ № 7"], ["Ш10", "10", "МБОУ СОШ № 10"]]


def marks(status: str = "выполнено", school: str = "5", month: str = "ноябрь 2026", by: str = "") -> Incoming:
    """A report of one activity."""
    rows = [[*HEAD, "Кто сообщил"], [f"План № {school}", f"МБОУ ООШ № {school}", month, "1.1", status, "18.11.2026", "",
                                     by]]
    return file(f"отчёт {school} {month} {status} {by}.csv", rows)


@pytest.fixture
def clock() -> list[datetime]:
    return [BEGIN]


@pytest.fixture(scope="module")
def begun(tmp_path_factory) -> Path:
    """Schools and plans, accepted on the first of September; copied for each test."""
    path = tmp_path_factory.mktemp("begun") / "base.duckdb"
    with closing(Store.open(path, clock=lambda: BEGIN)) as store:
        for one in (file("школы.csv", SCHOOLS + MORE), file("планы.csv", PLAN)):
            drop.accept_all(store, drop.review(store, [one], DAY), by=COORDINATOR)
    return path


@pytest.fixture
def store(begun, clock, tmp_path) -> Iterator[Store]:
    opened = Store.open(shutil.copy(begun, tmp_path / "base.duckdb"), create=False, clock=lambda: clock[0])
    yield opened
    opened.close()


@pytest.fixture
def come(store, clock) -> Callable[..., None]:
    """come(24, files…): accepted on that day of November."""
    def accepted(day: int, *files: Incoming, month: int = 11) -> None:
        clock[0] = datetime(2026, month, day, 9, tzinfo=UTC)
        reviewed = drop.review(store, files, DAY)
        assert all(item.ready for item in reviewed), [item.checked.issues for item in reviewed]
        drop.accept_all(store, reviewed, by=COORDINATOR)
    return accepted


def cells(store: Store, month: date = NOV, form: str = "month", day: date = DAY, forms: Forms = FORMS,
          scope: Scope | None = None) -> dict[str, Cell]:
    with store.view(scope or Scope()) as view:
        grid = next(grid for grid in owed.grids(view, (month,), day=day, forms=forms) if grid.form.id == form)
    return {line.card.school_id: line.cells[0] for line in grid.lines}


def state(store: Store, school: str = "Ш05", **how) -> str:
    return cells(store, **how)[school].state


def test_nothing_has_come(store, come):
    assert {school: cell.state for school, cell in cells(store).items()} == {"Ш05": "waiting", "Ш09": "waiting"}
    assert cells(store)["Ш05"].due == date(2026, 11, 25)


@pytest.mark.parametrize(("arrived", "late"), [
    pytest.param(25, False, id="last-day"), pytest.param(26, True, id="day-after")])
def test_in_time_or_later(store, come, arrived, late):
    come(arrived, marks())
    cell = cells(store)["Ш05"]
    assert (cell.state, cell.came, cell.late) == ("accepted", date(2026, 11, arrived), late)


def test_when_a_school_sent_what_came_in_a_list_of_several_is_not_known(store, come):
    both = [[*HEAD], *([f"План № {n}", f"МБОУ ООШ № {n}", "ноябрь 2026", "1.1", "не выполнено", "", ""] for n in "59")]
    come(30, file("свод.csv", both))
    assert [(cell.state, cell.by_list, cell.late) for cell in cells(store).values()] == [("accepted", True, False)] * 2
    come(30, marks(), month=12)
    assert cells(store)["Ш05"].by_list


def test_a_correction_of_a_report_in_time_is_not_late(store, come):
    come(24, marks("выполняется"))
    come(30, marks("выполнено"))
    assert (cells(store)["Ш05"].came, cells(store)["Ш05"].late) == (date(2026, 11, 24), False)


def test_what_was_taken_back_has_not_come(store, come):
    come(24, marks())
    store.withdraw(store.uploads()[0].id, by=COORDINATOR, reason="не та школа")
    assert state(store) == "waiting"


def test_a_word_on_the_telephone_is_no_report(store, come):
    come(24, marks(by="координатор"))
    assert state(store) == "waiting"


def test_a_report_of_another_month_does_not_count(store, come):
    come(24, marks(month="октябрь 2026"))
    assert (state(store), state(store, month=OCT)) == ("waiting", "accepted")


def test_a_list_of_the_centre_that_says_without_changes(store, come):
    come(24, marks("без изменений"))
    assert (cells(store)["Ш05"].unchanged, state(store)) == (True, "accepted")


def test_without_changes_is_said_of_every_activity(store, come):
    rows = [["План № 5", "МБОУ ООШ № 5", "ноябрь 2026", number, status, "", ""]
            for number, status in (("1.1", "без изменений"), ("1.2", "не выполнено"))]
    come(24, file("отчёт.csv", [HEAD, *rows]))
    assert (cells(store)["Ш05"].unchanged, state(store)) == (False, "accepted")


def workbook(store: Store, *without: str, state: str | None = "выполнено", yes: bool = False) -> Incoming:
    """The November workbook of № 5, its only row marked, without some sheets. yes: «изменений нет»."""
    with store.view() as view:
        book = load_workbook(BytesIO(month.workbook(view, "Ш05", NOV)))
    first = book["Месяц"]
    row = next(cell.row for cell in first["A"] if cell.value == "1.2")
    first.cell(row, 6).value, first[YES_CELL].value = state, "да" if yes else None
    first.cell(row, 7).value = datetime(2026, 11, 18) if state else None
    for title in without:
        del book[title]
    stream = BytesIO()
    book.save(stream)
    return Incoming("Отчёт_2026-11_ООШ-5.xlsx", stream.getvalue())


def test_a_whole_workbook(store, come):
    come(24, workbook(store))
    cell = cells(store)["Ш05"]
    assert (cell.state, cell.came, cell.missing, cell.unchanged) == ("accepted", date(2026, 11, 24), (), False)


def test_a_sheet_that_was_handed_out_and_has_not_come_back_is_named(store, come):
    come(24, workbook(store, "Педагоги", "Вопрос центру"))
    assert (state(store), cells(store)["Ш05"].missing) == ("partial", ("Педагоги",))
    assert state(store, forms=MAIN_ALONE) == "accepted"


def test_a_missing_sheet_that_comes_later_makes_the_report_whole_on_that_day(store, come):
    come(24, workbook(store, "Педагоги"))
    come(26, file("педагоги.csv", STAFF))
    cell = cells(store)["Ш05"]
    assert (cell.state, cell.came, cell.late) == ("accepted", date(2026, 11, 26), True)


def test_a_second_list_of_teachers_does_not_move_the_day(store, come):
    come(23, workbook(store, "Педагоги"))
    come(24, file("кадры.csv", STAFF))
    come(30, file("кадры позже.csv", [STAFF[0], ["МБОУ ООШ № 5", "12.11.2026", "математика", "3"]]))
    assert (cells(store)["Ш05"].came, cells(store)["Ш05"].missing) == (date(2026, 11, 24), ())


def test_a_whole_workbook_after_one_in_part_counts_from_its_day(store, come):
    come(24, workbook(store, "Педагоги"))
    come(27, workbook(store, state="выполняется"))
    assert (state(store), cells(store)["Ш05"].came) == ("accepted", date(2026, 11, 27))


def test_yes_in_one_cell_is_a_report(store, come):
    come(24, workbook(store, "Педагоги", state=None, yes=True))
    assert (state(store), cells(store)["Ш05"].unchanged) == ("accepted", True)


def test_numbers_of_teachers_alone_are_no_report(store, come):
    come(24, file("педагоги.csv", STAFF))
    assert state(store) == "waiting"


def test_numbers_of_teachers_that_come_later_make_no_report_late(store, come):
    come(24, marks())
    come(30, file("кадры.csv", STAFF))
    assert (cells(store)["Ш05"].came, cells(store)["Ш05"].missing) == (date(2026, 11, 24), ())


def test_what_came_in_summer_is_shown_and_not_counted(store, come):
    come(30, marks(month="июль 2026"))
    cell = cells(store, month=date(2026, 7, 1))["Ш05"]
    assert (cell.state, cell.came, cell.late) == ("not_required", date(2026, 11, 30), False)


@pytest.mark.parametrize("month", [6, 7, 8])
def test_summer_asks_for_nothing(store, come, month):
    assert {cell.state for cell in cells(store, month=date(2026, month, 1)).values()} == {"not_required"}


def test_summer_is_asked_where_the_rule_says_so(store, come):
    every = Forms((Rule("month", months=tuple(range(1, 13))), SHIPPED[1]))
    assert state(store, month=date(2026, 7, 1), forms=every) == "waiting"


def test_the_list_and_the_first_month_of_a_newcomer(store, come):
    come(2, file("перечни.csv", STATUSES))
    found = {school: (cells(store, month=OCT).get(school), cell.state, cell.why) for school, cell in
             cells(store).items()}
    assert {school: (was and was.state, *now) for school, (was, *now) in found.items()} == {
        "Ш05": ("waiting", "waiting", ""), "Ш09": ("waiting", "not_required", "первый месяц в перечне")}
    # № 7 left the list on 31.10 and has no roadmap; № 10 was never on it
    assert set(cells(store, month=OCT)) == {"Ш05", "Ш07", "Ш09"}
    assert state(store, month=date(2026, 1, 1)) == "waiting"


def test_a_school_without_a_roadmap_is_asked_by_the_list_of_the_last_day(store, come):
    """№ 7 left the day before the last, № 10 came on the last day, № 1 is in the risk zone alone."""
    come(2, file("школы.csv", [SCHOOLS[0], ["Ш01", "1", "МБОУ СОШ № 1"]]))
    come(2, file("перечни.csv", [STATUSES[0], ["МБОУ СОШ № 7", "ШНОР", "01.01.2026", "29.11.2026"],
                                 ["МБОУ СОШ № 10", "ШНОР", "30.11.2026", ""],
                                 ["МБОУ СОШ № 1", "зона риска", "01.01.2026", ""]]))
    assert {school: cell.state for school, cell in cells(store).items()} == {
        "Ш05": "waiting", "Ш09": "waiting", "Ш10": "not_required"}


def test_a_roadmap_of_another_year_asks_for_nothing(store, come):
    assert cells(store, month=date(2027, 1, 1)) == {}


def decided(state: str, until: str = "", reason: str = "") -> Incoming:
    values = {"school_id": "МБОУ ООШ № 5", "form": "отчёт за месяц", "month": "ноябрь 2026", "state": state,
              "until": until, "reason": reason}
    return manual.one_row("assignments", values, datetime(2026, 11, 24, 9))


@pytest.mark.parametrize(("day", "expected"), [
    pytest.param(date(2026, 12, 4), "moved", id="on-its-last-day"),
    pytest.param(date(2026, 12, 5), "waiting", id="past")])
def test_a_letter_of_delay_moves_the_day(store, come, day, expected):
    come(24, decided("перенесено", "04.12.2026", "письмо № 31"))
    cell = cells(store, day=day)["Ш05"]
    assert (cell.state, cell.due, cell.why) == (expected, date(2026, 12, 4), "письмо № 31")
    come(4, marks(), month=12)
    assert not cells(store)["Ш05"].late


def test_a_decision_of_the_centre_is_taken_back_like_a_file(store, come):
    come(24, decided("не требуется"))
    assert (state(store), cells(store)["Ш05"].why) == ("not_required", "решение центра")
    store.withdraw(store.uploads()[0].id, by=COORDINATOR, reason="ошибка")
    assert state(store) == "waiting"


def test_a_delay_without_a_day_is_refused(store, come):
    [item] = drop.review(store, [decided("перенесено")], DAY)
    assert [issue.code for issue in item.checked.issues if issue.severity == "error"] == ["moved-needs-until"]


TERM = [["Процедура", "Учебный год", "Часть года", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"],
        ["Отметки за четверть", "2026/27", "I четверть", "МБОУ ООШ № 5", "6", "математика", "11", "1", "3", "3", "4"]]


def test_results_of_the_quarter(store, come):
    come(10, file("итоги.csv", TERM))
    found = cells(store, form="quarter")
    assert (found["Ш05"].state, found["Ш05"].came, found["Ш05"].due) == ("accepted", date(2026, 11, 10),
                                                                         date(2026, 11, 12))
    assert found["Ш09"].state == "waiting"


def test_the_grid_has_only_months_in_which_the_form_is_asked_for(store, come):
    with store.view() as view:
        month, quarter = owed.grids(view, owed.last_months(DAY), day=DAY, forms=FORMS)
    assert month.months == tuple(date(2026, n, 1) for n in range(6, 12))
    assert quarter.months == (date(2026, 6, 1), NOV)


def test_a_director_sees_the_own_school(store, come):
    assert set(cells(store, scope=Scope("director", frozenset({"Ш05"})))) == {"Ш05"}
