"""Roadmaps: the real one from both its files, and lists with one column of deadlines."""

import json
from datetime import date
from pathlib import Path

import pytest

from shnor import periods
from shnor.loaders.check import check
from shnor.loaders.types import KEEP
from tests.loaders.made import KNOWN, NOBODY, PLAN, checked, grid, records, said

REAL = Path(__file__).parents[3] / "sample_data" / "kislovodsk"
TITLE = "«Дорожная карта» разработки и реализации муниципальной программы поддержки ШНОР и ШНСУ в 2020-2022 гг."
SEMANTICS = {"level": ["1.1", "1.3"], "rate": ["4.5"], "pair": ["4.1"], "unclear": ["3.5"],
             "total": ["1.2", "1.4", "2.1", "2.2", "2.3", "3.1", "3.3", "4.3", "4.4", "4.7", "4.8"]}
ORDER = [f"{a}.{b}" for a, numbers in ((1, "1234"), (2, "123"), (3, "135"), (4, "134578")) for b in numbers]


def real(ending: str, answers=None):
    path = REAL / f"kislovodsk_2020_2022.{ending}"
    return check(path.name, path.read_bytes(), NOBODY, answers or {})


@pytest.mark.parametrize(("ending", "sheet", "cells"), [
    pytest.param("xlsx", "Дорожная карта", ["D18", "E23"], id="xlsx"),
    pytest.param("docx", "Таблица 1", ["D16", "E21"], id="docx"),
])
def test_the_real_plan_loads_as_it_is(ending, sheet, cells):
    result = real(ending)
    [batch] = result.batches
    assert (batch.kind, batch.layout, batch.sheet, batch.rows, len(batch.table)) == ("roadmap", "years", sheet, 16, 48)
    assert [(i.sheet, i.cell, i.severity) for i in result.issues] == [(sheet, cell, "question") for cell in cells]
    assert set(records(result, "plan", "school_id", "milestone")) == {(TITLE, None, 1)}
    assert [number for (number,) in dict.fromkeys(records(result, "number"))] == ORDER
    assert len(set(records(result, "direction"))) == 4
    assert result.acceptable


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_meanings_of_the_real_plan(ending):
    found: dict[str, list[str]] = {}
    for number, meaning in dict.fromkeys(records(real(ending), "number", "semantics")):
        found.setdefault(meaning, []).append(number)
    assert found == SEMANTICS


def test_operators_and_months_of_the_real_plan():
    result = real("xlsx")
    assert {number for number, sign in records(result, "number", "operator") if sign == ">="} == {"2.1", "2.2", "4.7"}
    months = [row[1:] for row in records(result, "deadline_kind", "number", "deadline_end") if row[0] == "month"]
    assert months == [("1.2", date(2021, 2, 28)), ("4.7", date(2021, 5, 31)), ("4.7", date(2022, 5, 31))]
    years = {row[1:] for row in records(result, "deadline_kind", "period", "deadline_start", "deadline_end")
             if row[0] == "year"}
    assert years == {(str(y), date(y, 1, 1), date(y, 12, 31)) for y in (2020, 2021, 2022)}


def test_doubtful_rows_keep_what_is_written():
    result = real("xlsx")
    wanted = ("number", "period", "planned", "planned_value", "planned_value2", "total_value", "cell")
    assert [row for row in records(result, *wanted) if row[0] in ("3.5", "4.1", "4.5")] == [
        ("3.5", "2020", "0", 0, None, 1, "E18"), ("3.5", "2021", "1", 1, None, 1, "F18"),
        ("3.5", "2022", "1", 1, None, 1, "G18"),
        ("4.1", "2020", "0", 0, None, 1, "E20"), ("4.1", "2021", "1;2", 1, 2, 1, "F20"),
        ("4.1", "2022", "1;2", 1, 2, 1, "G20"),
        ("4.5", "2020", None, None, None, 1, "E23"), ("4.5", "2021", "1", 1, None, 1, "F23"),
        ("4.5", "2022", "1", 1, None, 1, "G23")]


@pytest.mark.parametrize(("answers", "left", "meaning"), [
    pytest.param({"D18": "2", "E23": "0"}, [], "total", id="sum"),
    pytest.param({"D18": "1 ежегодно", "E23": KEEP}, [], "rate", id="each-year"),
    pytest.param({"D18": KEEP}, ["E23"], "unclear", id="as-written"),
])
def test_answers_settle_the_questions(answers, left, meaning):
    result = real("xlsx", {("Дорожная карта", cell): text for cell, text in answers.items()})
    assert [issue.cell for issue in result.issues] == left
    assert dict(records(result, "number", "semantics"))["3.5"] == meaning


def test_the_truth_of_every_cell():
    truth = json.loads((Path(__file__).parents[1] / "data" / "kislovodsk.json").read_text("utf-8"))
    found = records(real("docx"), "number", "activity", "result", "responsible", "planned_total", "period", "planned")
    assert found == [(a["no"].rstrip("."), a["name"], a["result"], a["responsible"], a["plan"], y, a[f"y{y}"] or None)
                     for a in truth for y in ("2020", "2021", "2022")]


HEADER = ("№", "Мероприятие", "Срок", "План", "Ответственный")
PLAN_TITLE = ("Дорожная карта МБОУ ООШ № 5 на 2026 год",)


def listed(*rows: tuple, title: tuple = PLAN_TITLE, **more):
    return checked(grid(title, HEADER, *rows), **more)


@pytest.mark.parametrize(("deadline", "expected"), [
    pytest.param("ноябрь 2026", [("2026", 1, "month", date(2026, 11, 30))], id="month"),
    pytest.param("март, ноябрь", [("2026", 1, "month", date(2026, 3, 31)), ("2026", 2, "month", date(2026, 11, 30))],
                 id="two-milestones"),
    pytest.param("в течение года", [("2026", 1, "year", date(2026, 12, 31))], id="year-of-the-title"),
    pytest.param("по запросу", [("2026", 1, "event", None)], id="event"),
    pytest.param("май 2025", [("2025", 1, "month", date(2025, 5, 31))], id="year-in-the-text"),
    pytest.param(None, [("2026", 1, "none", None)], id="empty"),
])
def test_a_column_of_deadlines(deadline, expected):
    result = listed(("1.1", "Семинар", deadline, 2, "завуч"))
    assert records(result, "period", "milestone", "deadline_kind", "deadline_end") == expected
    assert set(records(result, "plan", "school_id")) == {(PLAN, "Ш05")}
    assert (result.batches[0].rows, said(result)) == (1, [])


def test_an_unknown_deadline_is_kept_as_written():
    result = listed(("1.1", "Семинар", "как получится", 2, "завуч"))
    assert said(result) == [("C3", "deadline-unknown")]
    assert records(result, "deadline", "deadline_kind", "deadline_end", "planned_value") == [
        ("как получится", "unknown", None, 2)]


def test_a_spreadsheet_made_a_day_of_the_month():
    result = listed(("1.1", "Семинар", date(2026, 11, 1), 2, "завуч"))
    assert said(result) == [("C3", "month-as-date")]
    answered = listed(("1.1", "Семинар", date(2026, 11, 1), 2, "завуч"), answers={("Лист1", "C3"): "ноябрь 2026"})
    assert (said(answered), records(answered, "deadline_end")) == ([], [(date(2026, 11, 30),)])


def test_a_plan_without_title_or_year():
    rows = (("1.1", "Семинар", "ноябрь", 2, "завуч"),)
    result = checked(grid(HEADER, *rows), known=NOBODY)
    assert said(result) == [("", "plan-title"), ("C2", "deadline-doubt"), ("C2", "no-plan-year")]
    assert result.issues[0].choices[0].value == "отчёт"
    named = checked(grid(HEADER, *rows), known=NOBODY, answers={("Лист1", ""): "План на 2026 год"})
    assert (said(named), records(named, "plan", "period")) == ([], [("План на 2026 год", "2026")])


def test_several_plans_in_one_table():
    rows = (("Дорожная карта", *HEADER), (PLAN, "1", "Семинар", "май"),
            ("План СОШ № 11 на 2027 год", "1", "Совет", "май"),
            ("План МАОУ СОШ № 11 на 2027 год", "1", "Совет", "май"))
    assert records(checked(grid(*rows)), "school_id", "period") == [("Ш05", "2026"), (None, "2027"), ("Ш11", "2027")]


def test_texts_in_columns_of_years():
    header = (("№ п/п", "Мероприятия", "Ключевые мероприятия, сроки реализации", None, "Ответственный исполнитель"),
              (None, None, "2020", "2021", None))
    rows = (("1", "Мониторинг", "Создана рабочая группа", "Отчёт Июнь 2021 Декабрь 2021", "ОО"),
            ("2", "Семинары", None, "Сентябрь –октябрь 2022", "ИМО"))
    result = checked(grid(("План на 2020-2021 годы",), *header, *rows, merged=((1, 2, 1, 3),)), known=KNOWN)
    assert said(result) == [("D5", "deadline-doubt")]
    assert records(result, "number", "period", "milestone", "deadline_end", "cell") == [
        ("1", "2020", 1, date(2020, 12, 31), "C4"), ("1", "2021", 1, date(2021, 6, 30), "D4"),
        ("1", "2021", 2, date(2021, 12, 31), "D4"), ("2", "2021", 1, date(2022, 10, 31), "D5")]


def test_a_repeated_activity():
    result = listed(("1.1", "Семинар", "май", 2, "завуч"), ("1.1.", "Совет", "май", 1, "завуч"))
    assert said(result) == [("A4", "repeated-key")]


@pytest.mark.parametrize(("deadline", "plan", "expected"), [
    pytest.param("не реже 1 раза в полугодие", 2, [(1, date(2026, 6, 30), 1), (2, date(2026, 12, 31), 1)], id="shared"),
    pytest.param("не реже 1 раза в полугодие", 3, [(1, date(2026, 6, 30), None), (2, date(2026, 12, 31), None)],
                 id="does-not-divide"),
    pytest.param("март, ноябрь", 2, [(1, date(2026, 3, 31), 1), (2, date(2026, 11, 30), 1)], id="months-named"),
    pytest.param("ноябрь", 2, [(1, date(2026, 11, 30), 2)], id="alone"),
    pytest.param("ежеквартально", None, [(n, periods.last_day(2026, 3 * n), None) for n in (1, 2, 3, 4)],
                 id="no-number"),
])
def test_the_plan_of_a_period_is_shared_by_its_deadlines(deadline, plan, expected):
    """What is planned as text or number stays planned: none of them is «план на период не указан»."""
    result = listed(("1.1", "Семинар", deadline, plan, "завуч"))
    assert records(result, "milestone", "deadline_end", "planned_value") == expected
    assert {record[0] for record in records(result, "deadline")} == {deadline}
    several = len(expected) > 1
    assert set(records(result, "planned")) == {(str(plan) if plan and several else None,)}


@pytest.mark.parametrize(("title", "deadline", "ends"), [
    pytest.param("План МБОУ ООШ № 5 на 2025-2026 учебный год", "ежеквартально",
                 [date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31), date(2026, 5, 31)], id="quarters"),
    pytest.param("План МБОУ ООШ № 5 на 2025-2026 учебный год", "раз в полугодие",
                 [date(2025, 12, 31), date(2026, 5, 31)], id="halves"),
    pytest.param("План МБОУ ООШ № 5 на 2025-2026 годы", "раз в полугодие",
                 [date(2025, 6, 30), date(2025, 12, 31), date(2026, 6, 30), date(2026, 12, 31)], id="two-years"),
])
def test_a_plan_of_a_school_year_repeats_inside_it(title, deadline, ends):
    result = listed(("1.1", "Семинар", deadline, None, "завуч"), title=(title,))
    assert [end for end, in records(result, "deadline_end")] == ends


def test_a_period_of_a_school_year_in_its_column():
    rows = (("Дорожная карта", "№", "Мероприятие", "Период", "Срок"),
            (PLAN, "1", "Семинар", "2025/26", "раз в полугодие"))
    result = checked(grid(*rows))
    assert records(result, "period", "milestone", "deadline_end") == [
        ("2025/26", 1, date(2025, 12, 31)), ("2025/26", 2, date(2026, 5, 31))]


@pytest.mark.parametrize("heads", [
    pytest.param(("Для кого", "К какому мероприятию района"), id="own"),
    pytest.param(("Целевая группа", "Мероприятие муниципальной дорожной карты"), id="of-a-school-plan"),
    pytest.param(("Модуль целевой группы", "Родительское  мероприятие"), id="of-an-address-plan"),
    pytest.param(("Участники мероприятия", "Мероприятие муниципального плана"), id="of-a-complex-plan"),
])
def test_for_whom_and_under_which_activity_of_the_municipality(heads):
    """A row, its number as a spreadsheet keeps it, a row that says neither."""
    result = checked(grid(PLAN_TITLE, (*HEADER, *heads), ("1.1", "Семинар", "май", 2, "завуч", "педагоги", "п. 2.10"),
                          ("1.2", "Совет", "май", 1, "завуч", "административная команда", 2.3),
                          ("1.3", "Урок", "май", 1, "завуч", None, None)))
    assert said(result) == []
    assert records(result, "number", "activity", "target_group", "parent", "planned_value") == [
        ("1.1", "Семинар", "педагоги", "п. 2.10", 2), ("1.2", "Совет", "административная команда", "2.3", 1),
        ("1.3", "Урок", None, None, 1)]
