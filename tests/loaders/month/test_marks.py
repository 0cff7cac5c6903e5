"""The month's workbook comes back: made by us, filled in by a school, read without a question."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from shnor.loaders.check import check
from shnor.loaders.types import KEEP, Known
from shnor.workbooks.month import MonthHead, MonthRow, month_workbook
from tests.loaders.made import KNOWN, PLAN, SCHOOLS, TODAY, records, said

PLANS = {PLAN: ("Ш05", {"2026": frozenset({"1.2", "2.4", "3.1", "3.10"})}),
         "План 2": ("", {"2025": frozenset({"2.4"})})}
KNOWN_PLANS = Known(TODAY, SCHOOLS, PLANS)
HEAD = MonthHead("Ш05", "МБОУ ООШ № 5", date(2026, 11, 1), date(2026, 11, 25), (PLAN, "План 2"))
ROWS = (
    MonthRow(1, "2.4", "Взаимопосещение уроков", "ноябрь 2026", "не менее 2", "1 (октябрь)", "2026", 2),
    MonthRow(1, "1.2", "Совещание", "октябрь 2026", "", "", "2026", 1),
    MonthRow(2, "2.4", "Семинар", "2025 год", "1", "выполняется", "2025", 1),
    MonthRow(1, "3.1", "Пробная работа", "декабрь 2026", "", "", "2026", 1, ahead=True),
)
FIRST = 13
"""Row of the first activity on the sheet; the head ends with two lines of plans and one of sheets."""


def returned(cells: dict[str, object], known: Known = KNOWN_PLANS, answers=None, head: MonthHead = HEAD):
    workbook = load_workbook(BytesIO(month_workbook(head, ROWS)))
    sheet = workbook["Месяц"]
    assert sheet.cell(FIRST, 1).value == "2.4"
    for address, value in cells.items():
        sheet[address] = value
    stream = BytesIO()
    workbook.save(stream)
    return check("Отчёт_2026-11_ООШ-5.xlsx", stream.getvalue(), known, answers or {})


def test_filled_rows_come_back_without_a_question():
    result = returned({"F13": "выполнено", "G13": datetime(2026, 11, 18), "H13": 1, "I13": "справка от 19.11.2026 № 7",
                       "F15": "не выполнено", "J15": "перенос на весну"})
    assert said(result) == []
    names = ("plan", "number", "period", "milestone", "month", "status", "done_date", "done_value", "cell")
    assert records(result, *names) == [
        (PLAN, "2.4", "2026", 2, date(2026, 11, 1), "done", date(2026, 11, 18), 1.0, "F13"),
        ("План 2", "2.4", "2025", 1, date(2026, 11, 1), "not_done", None, None, "F15")]
    assert (result.school, result.period) == ("Ш05", "2026-11")
    assert (result.batches[0].layout, result.acceptable) == ("month", True)


def test_nothing_new_takes_one_cell():
    result = returned({"B7": "да", "F13": "выполнено", "G13": "18.11.2026"})
    assert said(result) == [("B7", "marked-yet-nothing-new")]
    assert records(result, "number", "period", "status") == [
        ("2.4", "2026", "done"), ("1.2", "2026", "unchanged"), ("2.4", "2025", "unchanged")]


def test_an_untouched_workbook_has_nothing_to_take():
    result = returned({})
    assert [issue.code for issue in result.issues] == ["nothing-marked"]
    assert (result.batches, result.school, result.period) == ((), "Ш05", "2026-11")


@pytest.mark.parametrize(("cells", "issue", "severity"), [
    pytest.param({"G13": datetime(2026, 11, 18)}, ("F13", "status-missing"), "question", id="date-without-state"),
    pytest.param({"F13": "в работе", "B4": "октябрь 2026"}, ("B4", "code-against-head"), "error", id="other-month"),
    pytest.param({"F13": "в работе", "B3": "МБОУ СОШ № 2"}, ("B3", "code-against-head"), "error", id="other-school"),
    pytest.param({"F13": "почти"}, ("F13", "unknown-choice"), "error", id="unknown-state"),
    pytest.param({"F13": "перенесено"}, ("G13", "moved-needs-date"), "error", id="moved-nowhere"),
    pytest.param({"F13": "в работе", "B3": "лицей Звёздный"}, ("B3", "unknown-school"), "error", id="unknown-school"),
])
def test_what_is_asked(cells, issue, severity):
    assert [((i.cell, i.code), i.severity) for i in returned(cells).issues] == [(issue, severity)]


def test_the_answer_to_another_month_is_final():
    cells = {"F13": "выполняется", "B4": "октябрь 2026"}
    assert returned(cells, answers={("Месяц", "B4"): "ноябрь 2026"}).period == "2026-11"
    kept = returned(cells, answers={("Месяц", "B4"): KEEP})
    assert (kept.period, said(kept)) == ("2026-10", [])
    chosen = returned(cells, answers={("Месяц", "B4"): "октябрь 2026"})
    assert (chosen.period, said(chosen)) == ("2026-10", [])


def test_lost_row_codes_fall_back_to_the_only_plan():
    alone = Known(TODAY, SCHOOLS, {PLAN: PLANS[PLAN]})
    head = MonthHead("Ш05", "МБОУ ООШ № 5", date(2026, 11, 1), date(2026, 11, 25), (PLAN,))
    workbook = load_workbook(BytesIO(month_workbook(head, ROWS[:2])))
    sheet = workbook["Месяц"]
    sheet["F12"], sheet["K12"] = "выполняется", None
    stream = BytesIO()
    workbook.save(stream)
    result = check("отчёт.xlsx", stream.getvalue(), alone)
    assert records(result, "plan", "number", "period", "milestone") == [(PLAN, "2.4", "2026", 1)]


def test_without_a_register_it_is_said_once():
    result = returned({"F13": "выполняется"}, known=Known(TODAY, (), KNOWN.plans | PLANS))
    assert [issue.code for issue in result.issues] == ["no-register"]


def test_a_form_that_lost_its_code_is_known_by_its_last_column():
    result = returned({"K1": None, "F13": "выполнено", "G13": "18.11.2026"})
    assert (said(result), result.school, result.period) == ([], "Ш05", "2026-11")


def test_a_form_that_lost_its_head_is_asked_whose_it_is_and_for_which_month():
    gone = {cell: None for cell in ("A1", "K1", "A3", "B3", "A4", "B4", "A8", "B8", "A9", "B9", "A10", "B10")}
    codes = [issue.code for issue in returned({**gone, "F13": "в работе"}).issues]
    assert codes == ["report-month", "whose-report"]
