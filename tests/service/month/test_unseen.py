"""Figures a school has not seen: which files the head does not see yet, and from which day on."""

from datetime import date, timedelta

import pytest

from shnor.desk import Desk
from shnor.service.intake import drop
from shnor.service.month import unseen
from shnor.service.month.forms import Forms
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY, accepted, file
from tests.service.intake.test_beside_others import FIVE, NINE, courses, five, nine, staff

OCT, NOV = date(2026, 10, 1), date(2026, 11, 1)
QUESTION = file("вопрос.csv", [["Школа", "Месяц отчёта", "№", "Что нужно"], [NINE, "ноябрь 2026", "1", "тьютор"]])
TOGETHER = file("курсы.csv", [["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек"],
                              [FIVE, "14.10.2026", "математика", "Геометрия", "36", "6"],
                              [NINE, "14.10.2026", "математика", "Геометрия", "36", "6"]])


@pytest.fixture
def seen(tmp_path):
    desk = Desk(tmp_path / "base.duckdb", noon)
    yield desk.seen
    desk.close()


def hidden(store, seen, day=DAY):
    """(school, month, the first day it is shown on) of what was accepted after the base was filled."""
    return [(one.school, one.month, one.since) for one in unseen.files(store, seen, day, Forms()) if one.upload > 3]


@pytest.mark.parametrize(("made", "months"), [
    (nine("выполняется"), [NOV]), (courses(NINE), [NOV]), (staff(NINE), [NOV]), (QUESTION, []), (TOGETHER, []),
    (file("школы.csv", [["Код школы", "Номер", "Краткое название"], ["Ш09", "9", "МАОУ ООШ № 9"]]), [])],
    ids=["report", "courses", "staff", "a-question-is-no-figure", "a-list-of-the-centre", "a-list-of-schools"])
def test_files_of_one_school_wait_for_it(filled, seen, made, months):
    accepted(filled, made)
    assert hidden(filled, seen) == [("Ш09", month, date(2026, 11, 30)) for month in months]


@pytest.mark.parametrize(("days", "later", "waits"), [("", 2, True), ("", 3, False), ("0", 0, False), ("7", 6, True),
                                                      ("7", 7, False), ("много", 2, True), ("999", 29, True)])
def test_so_many_days_and_no_longer(filled, seen, days, later, waits):
    accepted(filled, nine("выполняется"))
    filled.describe(COORDINATOR, **{unseen.KEY: days})
    assert bool(hidden(filled, seen, DAY + timedelta(days=later))) is waits


@pytest.mark.parametrize(("school", "sheet", "waits"), [
    ("Ш09", NOV, False), ("Ш09", OCT, True), ("Ш05", NOV, True)])
def test_a_school_that_has_read_its_sheet_waits_no_longer(filled, seen, school, sheet, waits):
    accepted(filled, nine("выполняется"))
    seen.note(school, unseen.sheet(sheet), by="директор")
    assert bool(hidden(filled, seen)) is waits


def test_a_sheet_read_before_the_file_came_is_another_sheet(filled, tmp_path):
    desk = Desk(tmp_path / "base.duckdb", lambda: noon() - timedelta(hours=1))
    desk.seen.note("Ш09", unseen.sheet(NOV), by="директор")
    accepted(filled, nine("выполняется"))
    assert len(hidden(filled, desk.seen)) == 1
    desk.close()


@pytest.mark.parametrize(("made", "newer"), [
    ((), False), ((nine("выполняется"),), True), ((QUESTION,), False), ((TOGETHER,), False),
    ((five("выполняется"),), False)],
    ids=["nothing", "its-report", "a-question", "a-list-of-schools", "of-another-school"])
def test_newer_figures_are_read_anew(filled, tmp_path, made, newer):
    """A school that had read before they came says it again, and they are open at once."""
    moments = iter((noon() - timedelta(hours=1), noon() + timedelta(hours=1)))
    desk = Desk(tmp_path / "base.duckdb", lambda: next(moments))
    desk.seen.note("Ш09", unseen.sheet(NOV), by="директор")
    for one in made:
        accepted(filled, one)
    assert unseen.newer(filled, "Ш09", desk.seen.when("Ш09", unseen.sheet(NOV))) is newer
    desk.seen.note("Ш09", unseen.sheet(NOV), by="директор")
    assert unseen.newer(filled, "Ш09", desk.seen.when("Ш09", unseen.sheet(NOV))) is False
    assert [one for one in hidden(filled, desk.seen) if one[0] == "Ш09"] == []
    desk.close()


def test_a_file_taken_back_is_not_told_of(filled, seen):
    accepted(filled, nine("выполняется"))
    filled.withdraw(filled.uploads()[0].id, COORDINATOR, "ошибка")
    assert hidden(filled, seen) == []


def test_everywhere_else_stands_the_state_before(filled, seen):
    accepted(filled, five("выполняется"))
    found = unseen.files(filled, seen, DAY, Forms())
    words = {"month": date(2026, 10, 1), "plan": "План № 5", "number": "1.2"}
    for hidden_here, told in (((), "in_progress"), (tuple(one for one in found if one.upload > 3), "not_done")):
        with filled.view(unseen=hidden_here) as view:
            assert view.rows("progress", **words).select("status").fetchall() == [(told,)]


def test_cells_of_such_a_file_are_closed_too(filled, seen):
    [item] = drop.review(filled, [nine("выполняется")], DAY)
    drop.accept_all(filled, [item], by=COORDINATOR)
    [one] = [one for one in unseen.files(filled, seen, DAY, Forms()) if one.upload > 3]
    upload = one.upload
    with filled.view() as whole, filled.view(unseen=(one,)) as view:
        sheet = item.checked.kept[0].sheet
        [src] = [row[0] for row in whole.rows("progress", plan="План № 9").select("src").fetchall()]
        assert whole.grid(upload, sheet)
        assert whole.origins([src])
        assert (view.grid(upload, sheet), view.tables(upload, sheet), view.origins([src])) == (None, [], [])
        assert upload not in [one.id for one in view.uploads()]
