"""Who is awaited and of what nothing is known, in a line each of the first page."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.debts import Debt
from shnor.service.month.owed import Cell
from shnor.ui.kit.html import Link
from shnor.ui.screens.overview import page

OCT, NOV, DUE = date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 25)


def debt(schools: int, month: date = NOV, due: date = DUE) -> Debt:
    return Debt("month", month, due, tuple(
        (SchoolCard(f"Ш{n}", f"СОШ № {n}", n, "", None, None, (), ()), Cell(f"Ш{n}", "month", month, "waiting", due))
        for n in range(1, schools + 1)), ())


def lines(day: date, *owing: Debt) -> list[str]:
    rows = page.owed(SimpleNamespace(day=day, today=day, past=False), owing)
    return ["".join(part.text if isinstance(part, Link) else part for part in row).replace("\u00a0", " ")
            for row in rows]


@pytest.mark.parametrize(("schools", "day", "said"), [
    pytest.param(1, date(2026, 11, 26), "Ждём отчёт за ноябрь, срок был 25.11.2026: СОШ № 1", id="past-its-day"),
    pytest.param(2, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2", id="on-its-day"),
    pytest.param(2, date(2026, 11, 24), "Ждём отчёт за ноябрь, срок 25.11.2026: СОШ № 1, СОШ № 2", id="before"),
    pytest.param(6, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2, СОШ № 3, СОШ № 4, СОШ № 5, СОШ № 6",
                 id="six-are-named"),
    pytest.param(8, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2, СОШ № 3, СОШ № 4, СОШ № 5 и ещё от 3 "
                         "школ", id="many"),
])
def test_who_is_awaited(schools, day, said):
    assert lines(day, debt(schools)) == [said]


def test_old_debts_stay_beside_the_awaited_month():
    assert lines(date(2027, 1, 11), debt(1, OCT, date(2026, 10, 26)), debt(1, date(2027, 1, 1), date(2027, 1, 25))) == [
        "Ждём отчёт за октябрь 2026 года, срок был 26.10.2026: СОШ № 1",
        "Ждём отчёт за январь, срок 25.01.2027: СОШ № 1"]


def test_of_a_report_in_part_the_missing_sheets_are_named():
    [(card, cell)] = debt(1).waiting
    part = replace(debt(1), waiting=(), partial=((card, replace(cell, state="partial", missing=("Педагоги",))),))
    assert lines(DUE, part) == ["Отчёт за ноябрь сдан не весь: СОШ № 1, ждём лист «Педагоги»"]


@pytest.mark.parametrize(("n", "said"), [
    (1, "Школа: нет сведений по 1 сроку"), (21, "Школа: нет сведений по 21 сроку"),
    (23, "Школа: нет сведений по 23 срокам")])
def test_deadlines_without_a_word_are_called_deadlines(n, said):
    """Грачёвка has 23 of them and 20 activities."""
    parts = page._no_report(SimpleNamespace(day=DUE, today=DUE, past=False), "Школа", n, {"period": "2022"})
    assert "".join(part.text if isinstance(part, Link) else part for part in parts) == said
