"""Days without a year: the month of the report tells it, nothing else does."""

from datetime import date

import pytest

from tests.loaders.made import checked, grid, records, reports, said

SCHOOL = "МБОУ ООШ № 5"


@pytest.mark.parametrize(("written", "expected"), [
    ("06.11", date(2026, 11, 6)), ("6 ноября", date(2026, 11, 6)), ("06.11.", date(2026, 11, 6)),
    ("20.10", None), ("5 декабря", None), ("31.11", None)])
def test_a_day_of_the_month_of_the_report(written, expected):
    result = reports(("1.1", "выполнено", written))
    assert records(result, "done_date") == [(expected,)]
    assert ("not-a-date" in [code for _, code in said(result)]) is (expected is None)


def test_the_month_may_stand_above_or_be_answered():
    rows = (("Школа", "№", "Состояние", "Дата"), (SCHOOL, "1.1", "выполнено", "06.11"),
            (SCHOOL, "1.2", "выполнено", "07.11"))
    asked = checked(grid(*rows))
    assert "report-month" in {issue.code for issue in asked.issues}
    [issue] = [issue for issue in asked.issues if issue.code == "report-month"]
    answered = checked(grid(*rows), answers={issue.key: "ноябрь 2026"})
    assert records(answered, "done_date") == [(date(2026, 11, 6),), (date(2026, 11, 7),)]
    assert said(answered) == []
    above = checked(grid(("Отчёт за ноябрь 2025 года",), *rows))
    assert records(above, "done_date") == [(date(2025, 11, 6),), (date(2025, 11, 7),)]


@pytest.mark.parametrize(("header", "row", "kind"), [
    (("Школа", "Дата", "Вид", "Тема"), (SCHOOL, "17.11", "семинар", "ВПР"), "events"),
    (("Школа", "Предмет", "Программа", "Дата окончания", "Человек"), (SCHOOL, "химия", "ОГЭ", "17 ноября", "2"),
     "courses")])
def test_days_of_events_and_courses(header, row, kind):
    result = checked(grid(("За ноябрь 2026 года",), header, row))
    assert (result.batches[0].kind, records(result, "period"), said(result)) == (kind, [("2026-11-17",)], [])
    silent = checked(grid(header, row))
    assert [code for _, code in said(silent)] == ["not-a-period"]


def test_a_day_the_person_has_written_is_not_doubted_again():
    rows = (("1.1", "выполнено", "29.10"),)
    assert [code for _, code in said(reports(*rows))] == ["not-a-date"]
    answered = reports(*rows, answers={("Лист1", "E2"): "29.10.2026"})
    assert (records(answered, "done_date"), said(answered)) == ([(date(2026, 10, 29),)], [])
