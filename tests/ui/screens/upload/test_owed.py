"""What a cell of the grid and the line of sums say: a sign never stands without its words."""

from datetime import date

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.forms import FORMS
from shnor.service.month.owed import Cell, Grid, Line
from shnor.ui.screens.upload import owed

NOV, DAY, DUE = date(2026, 11, 1), date(2026, 11, 27), date(2026, 11, 25)


def cell(state: str, day: int = 0, **more) -> Cell:
    return Cell("Ш05", "month", NOV, state, more.pop("due", DUE), came=date(2026, 11, day) if day else None, **more)


@pytest.mark.parametrize(("one", "words"), [
    pytest.param(cell("accepted", 24), "✔ 24.11", id="in-time"),
    pytest.param(cell("accepted", 26), "✔ 26.11, позже срока", id="late"),
    pytest.param(cell("accepted", 23, unchanged=True), "✔ 23.11, без изменений", id="unchanged"),
    pytest.param(cell("accepted", 30, by_list=True), "✔ 30.11, из свода", id="list-of-the-centre"),
    pytest.param(cell("partial", 24, missing=("Педагоги",)), "◐ нет листа «Педагоги»", id="partial"),
    pytest.param(cell("partial", 24, missing=("Месяц", "Педагоги")), "◐ нет листов «Месяц», «Педагоги»", id="two"),
    pytest.param(cell("questions", questions=3), "? 3\u00a0вопроса", id="questions"),
    pytest.param(cell("waiting"), "… ждём", id="past-its-day"),
    pytest.param(cell("waiting", due=date(2026, 11, 30)), "… ждём до 30.11", id="before-its-day"),
    pytest.param(cell("waiting", questions=0), "… файл прочитан, ещё не принят", id="ready-in-the-tray"),
    pytest.param(cell("moved", due=date(2026, 12, 4)), "… перенесено до 04.12", id="moved"),
    pytest.param(cell("not_required", why="первый месяц в перечне"), "не требуется: первый месяц в перечне", id="why"),
    pytest.param(cell("not_required", why="в этом месяце форму не собираем"), "не требуется", id="summer"),
    pytest.param(cell("not_required", 3), "✔ 03.11, не требовалось", id="came-all-the-same"),
    pytest.param(cell("not_asked"), "–", id="not-asked"), pytest.param(None, "–", id="no-form")])
def test_a_cell_in_words(one, words):
    assert owed.in_words(one, DAY) == words


@pytest.mark.parametrize(("kinds", "found"), [
    pytest.param({"progress", "staff"}, ["month"], id="report"), pytest.param({"results"}, ["quarter"], id="marks"),
    pytest.param({"progress", "results"}, ["month", "quarter"], id="both-in-one-workbook")])
def test_what_a_file_that_waits_is(kinds, found):
    assert owed.forms_of(kinds) == found


def grid(*cells: Cell) -> Grid:
    card = SchoolCard("Ш05", "МБОУ ООШ № 5", 5, "", None, None, (), ())
    return Grid(FORMS["month"], (NOV,), tuple(Line(card, (one,)) for one in cells))


@pytest.mark.parametrize(("shown", "line"), [
    pytest.param(grid(*(cell("accepted", day) for day in (23, 24, 25, 26)), cell("questions"), cell("partial", 24),
                      cell("waiting")),
                 "Отчёт за ноябрь: ждали 7 · принято 4 (в срок 3) · есть вопросы 1 · сдано частично 1 · ждём 1",
                 id="wireframe"),
    pytest.param(grid(cell("accepted", 24), cell("accepted", 30, by_list=True), cell("moved")),
                 "Отчёт за ноябрь: ждали 3 · принято 2 (в срок 1, из свода 1) · перенесено 1", id="list-and-letter"),
    pytest.param(grid(cell("waiting")), "Отчёт за ноябрь: ждали 1 · принято 0 · ждём 1", id="nothing-yet"),
    pytest.param(grid(cell("not_required")), "Отчёт за ноябрь: не требуется", id="summer")])
def test_the_line_of_sums(shown, line):
    assert owed.sums_in_words(shown, NOV) == line
