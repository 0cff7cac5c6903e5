"""The calendar of procedures and of terms: from which day works are known whose file names no day."""

from datetime import date

import pytest

from shnor import periods
from shnor.datasets.procedures import TERMS, WINDOWS, last_day_of_works
from shnor.datasets.results import EXAMS, STAGES

DAYS = [
    pytest.param(("ВПР", "", "2025/26", ""), date(2026, 5, 20), id="a-window"),
    pytest.param(("ВПР", "", "2021/22", ""), date(2022, 10, 24), id="moved-to-autumn"),
    pytest.param(("ВПР", "", "2022/23", ""), date(2023, 8, 31), id="no-window-is-the-end-of-the-school-year"),
    pytest.param(("ОГЭ", "main", "2025/26", ""), date(2026, 6, 19), id="an-exam"),
    pytest.param(("ОГЭ", "reserve", "2025/26", ""), date(2026, 7, 6), id="after-its-reserve-days"),
    pytest.param(("ОГЭ", "additional", "2025/26", ""), date(2026, 9, 25), id="after-september"),
    pytest.param(("ОГЭ", "additional", "2023/24", ""), date(2024, 9, 30), id="september-of-a-year-without-a-window"),
    pytest.param(("ОГЭ", "main", "2023/24", ""), date(2024, 8, 31), id="an-exam-without-a-window"),
    pytest.param(("Отметки за четверть", "", "2025/26", "I четверть"), date(2025, 10, 24), id="a-quarter"),
    pytest.param(("Отметки за четверть", "", "2026/27", "I четверть"), date(2026, 10, 31), id="an-undated-quarter"),
    pytest.param(("Отметки за четверть", "", "2026/27", "III четверть"), date(2027, 3, 31), id="of-the-next-year"),
    pytest.param(("Отметки за триместр", "", "2026/27", "II триместр"), date(2027, 2, 28), id="a-trimester"),
    pytest.param(("Отметки за полугодие", "", "2026/27", "I полугодие"), date(2026, 12, 31), id="a-half-year"),
    pytest.param(("Отметки за год", "", "2026/27", "год"), date(2027, 8, 31), id="another-part"),
    pytest.param(("Стартовая работа", "", "2026/27", ""), date(2027, 8, 31), id="a-work-of-no-calendar"),
]


@pytest.mark.parametrize(("work", "day"), DAYS)
def test_the_last_day(work, day):
    assert last_day_of_works(*work) == day


@pytest.mark.parametrize("row", [*WINDOWS, *TERMS], ids=lambda row: f"{row.school_year}")
def test_every_row_names_its_document_and_lies_in_its_year(row):
    assert row.document
    year = periods.parse(row.school_year)
    assert year.start < row.last <= date(year.end.year, 10, 31), "at the latest in the autumn after it"


def test_a_window_has_an_order_of_days_and_the_stage_of_an_exam():
    assert all(row.first <= row.last and (row.stage in STAGES) == (row.procedure in EXAMS) for row in WINDOWS)
    assert len({(row.procedure, row.stage, row.school_year) for row in WINDOWS}) == len(WINDOWS)
