"""Texts a coordinator copies into a letter."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.debts import Debt
from shnor.service.month.forms import FORMS
from shnor.service.month.owed import Cell, Grid, Line
from shnor.service.sending import reminders

NOV, DAY = date(2026, 11, 1), date(2026, 11, 27)
REPORT = Cell("Ш09", "month", NOV, "waiting", date(2026, 11, 25))
TERM = Cell("Ш09", "quarter", NOV, "waiting", date(2026, 11, 12))
ABOUT = {"sent 2026-11": "2026-11-20", "contact": "координатор, тел. 2-14-15"}


def grid(form: str, *cells: Cell) -> Grid:
    lines = tuple(Line(SchoolCard(cell.school_id, f"МБОУ ООШ № {cell.school_id[1:].lstrip('0')}", None, "", None, None,
                                  (), ()), (cell,)) for cell in cells)
    return Grid(FORMS[form], (NOV,), lines)


def test_the_text_of_the_wireframe():
    text = reminders.to_school([REPORT, TERM], day=DAY, rows={NOV: 6}, about=ABOUT)
    assert text == ("Коллеги, ждём отчёт за ноябрь (6\u00a0строк, файл отправлен 20.11) и итоги I четверти. Если "
                    "изменений нет, достаточно поставить «да» в ячейке B7. Вопросы: координатор, тел. 2-14-15.")


def test_what_is_not_known_is_not_said():
    assert reminders.to_school([REPORT], day=DAY) == (
        "Коллеги, ждём отчёт за ноябрь. Если изменений нет, достаточно поставить «да» в ячейке B7. "
        "Вопросы: координатор.")


def test_before_the_day_its_date_is_named():
    assert "ждём отчёт за ноябрь до 25.11." in reminders.to_school([REPORT], day=date(2026, 11, 24))


def test_of_a_report_in_part_the_rest_is_asked_for():
    partial = replace(REPORT, state="partial", missing=("Педагоги",))
    text = reminders.to_school([partial, TERM], day=DAY)
    assert text == ("Коллеги, ждём итоги I четверти. Отчёт за ноябрь пришёл без листа «Педагоги»: пришлите, "
                    "пожалуйста, и его. Вопросы: координатор.")


def test_who_owes_by_number_with_both_forms():
    twelve = replace(REPORT, school_id="Ш12")
    grids = (grid("month", twelve, replace(REPORT, school_id="Ш05", state="accepted")), grid("quarter", TERM))
    assert reminders.owing(grids, NOV) == {"Ш09": (TERM,), "Ш12": (twelve,)}
    assert list(reminders.owing(grids, NOV)) == ["Ш09", "Ш12"]


def test_older_debts_stand_before_the_month():
    october = replace(REPORT, month=date(2026, 10, 1), due=date(2026, 10, 26))
    card = grid("month", october).lines[0].card
    before = [Debt("month", october.month, october.due, ((card, october),), ()),
              Debt("month", NOV, REPORT.due, ((card, REPORT),), ())]
    grids = (grid("month", REPORT), grid("quarter", TERM))
    assert reminders.owing(grids, NOV, before) == {"Ш09": (october, REPORT, TERM)}
    assert reminders.owing((), NOV, before) == {"Ш09": (october,)}
    assert reminders.to_school([october, REPORT], day=date(2026, 11, 24), rows={NOV: 6}).startswith(
        "Коллеги, ждём отчёт за октябрь и отчёт за ноябрь (6\u00a0строк) до 25.11.")
    assert reminders.to_all({"Ш09": (REPORT, october)}, day=date(2027, 1, 11)).startswith(
        "Коллеги, напоминаем: ждём отчёт за октябрь 2026 года и отчёт за ноябрь 2026 года.")


OCTOBER = Cell("Ш09", "month", date(2026, 10, 1), "waiting", date(2026, 10, 26))
PARTIAL = replace(REPORT, state="partial", missing=("Педагоги",))


def of(school: str, *cells: Cell) -> tuple[Cell, ...]:
    return tuple(replace(cell, school_id=school) for cell in cells)


@pytest.mark.parametrize(("owed", "said"), [
    pytest.param({"Ш09": of("Ш09", REPORT, TERM), "Ш12": of("Ш12", REPORT, TERM)},
                 "ждём отчёт за ноябрь и итоги I четверти.", id="everybody-owes-everything"),
    pytest.param({"Ш05": of("Ш05", TERM), "Ш09": of("Ш09", OCTOBER, REPORT, TERM), "Ш12": of("Ш12", TERM, PARTIAL)},
                 "ждём итоги I четверти; от некоторых школ — ещё отчёт за октябрь, отчёт за ноябрь и недостающие листы "
                 "отчёта.", id="what-some-owe-stands-apart"),
    pytest.param({"Ш09": of("Ш09", TERM), "Ш12": of("Ш12", REPORT)},
                 "от некоторых школ ждём отчёт за ноябрь и итоги I четверти.", id="nothing-is-owed-by-all"),
    pytest.param({"Ш09": of("Ш09", PARTIAL), "Ш12": of("Ш12", replace(PARTIAL, month=OCTOBER.month))},
                 "ждём недостающие листы отчётов.", id="sheets-of-all"),
])
def test_a_common_letter_accuses_nobody_of_what_others_owe(owed, said):
    text = reminders.to_all(owed, day=DAY).replace("\u00a0", " ")
    assert text.startswith(f"Коллеги, напоминаем: {said} Если уже отправили, спасибо. ")


def test_a_common_letter_names_the_day_of_what_is_not_due_yet():
    january = replace(REPORT, month=date(2027, 1, 1), due=date(2027, 1, 25))
    owed = {"Ш09": of("Ш09", january), "Ш12": of("Ш12", REPORT, january)}
    assert "ждём отчёт за январь до 25.01; от некоторых школ\u00a0— ещё отчёт за ноябрь 2026 года." in (
        reminders.to_all(owed, day=date(2027, 1, 11)))


def test_a_common_letter_says_how_little_of_a_report_is_enough():
    assert reminders.to_all({"Ш09": (REPORT,)}, day=DAY) == (
        "Коллеги, напоминаем: ждём отчёт за ноябрь. Если уже отправили, спасибо. "
        "Если изменений нет, достаточно поставить «да» в ячейке B7. Вопросы: координатор.")


def test_nobody_is_reminded_of_nothing():
    assert reminders.to_all({}, day=DAY) == ""
