"""The month of a sheet: head, tab and file name beside each other, and days beside the month."""

from datetime import date, datetime

import pytest

from shnor.loaders.check import check_grids
from shnor.loaders.types import KEEP
from shnor.loaders.words.named_months import month_in, with_month
from tests.loaders.made import KNOWN, checked, grid, records, reports, said

COURSES = ("Предмет", "Программа", "Часов", "Человек", "Удостоверений")
ROW = ("математика", "Лестница задач", 36, 2, 2)
OCTOBER, SEPTEMBER = "октябрь 2026", "сентябрь 2026"


@pytest.mark.parametrize(("text", "named"), [
    ("Октябрь", (10, 0)), ("окт.26", (10, 0)), ("Курсы за октябрь 2026 г.", (10, 2026)), ("ОКТЯБРЯ 2026", (10, 2026)),
    ("Отчёт_2026-10_ООШ-5", (10, 2026)), ("10.2026", (10, 2026)), ("ООШ № 5 октябрь", (10, 0)),
    ("2026 год, октябрь", (10, 2026)), ("Октябрь (октябрь 2026)", (10, 2026)),
    ("приказ от 5 октября 2026", None), ("15.10.2026", None), ("2026-10-15", None), ("сентябрь — октябрь", None),
    ("с сентября по октябрь 2026", None), ("май и июнь", None), ("октябрь 2025 – октябрь 2026", None),
    ("Лист1", None), ("", None)])
def test_the_only_month_a_text_names(text, named):
    found = month_in(text)
    assert (found and (found.number, found.year)) == named


@pytest.mark.parametrize(("text", "other"), [
    ("Курсы за сентябрь 2026 г.", "Курсы за октябрь 2026 г."), ("Курсы за сентябрь", "Курсы за октябрь"),
    ("2026 год, сентябрь", "2026 год, октябрь"), ("Отчёт 2026-09", "Отчёт октябрь 2026"), ("Курсы", "Курсы")])
def test_another_month_in_its_place(text, other):
    assert with_month(text, date(2026, 10, 1)) == other


def test_a_month_without_a_year_is_the_nearest():
    december = month_in("Декабрь")
    assert december
    assert december.near(date(2026, 1, 1)) == date(2025, 12, 1)


def courses(*, tab: str, above: tuple, name: str = "отчёт.xlsx", answers: dict | None = None):
    table = grid(above, COURSES, ROW, sheet=tab)
    return check_grids(name, "0" * 64, [table], KNOWN, answers or {})


def marks(*, tab: str, above: tuple, answers: dict | None = None):
    rows = ("№", "Состояние", "Документ"), ("1.1", "выполняется", "-")
    table = grid(("Школа", "МБОУ ООШ № 5"), above, *rows, sheet=tab)
    return check_grids("отчёт.xlsx", "0" * 64, [table], KNOWN, answers or {})


def months(result) -> set[str]:
    return {row["month"].strftime("%Y-%m") for batch in result.batches for row in batch.table.to_pylist()}


@pytest.mark.parametrize(("read", "tab", "above", "cell", "value"), [
    pytest.param(courses, "Октябрь", ("МБОУ ООШ № 5. Курсы за сентябрь 2026",), "A1",
                 "МБОУ ООШ № 5. Курсы за октябрь 2026", id="title"),
    pytest.param(marks, "окт 2026", ("Месяц", "сентябрь 2026"), "B2", OCTOBER, id="label"),
    pytest.param(marks, "Октябрь", ("Месяц", datetime(2026, 9, 1)), "B2", OCTOBER, id="date"),
    pytest.param(marks, "2026-10", ("Месяц: сентябрь 2026",), "A2", "Месяц: октябрь 2026", id="one-cell"),
    pytest.param(marks, "Октябрь", ("Отчёт за сентябрь 2026 г.",), "A2", "Отчёт за октябрь 2026 г.", id="sentence"),
])
def test_a_tab_against_its_head_is_one_question(read, tab, above, cell, value):
    result = read(tab=tab, above=above)
    assert said(result) == [(cell, "month-against")]
    (issue,) = result.issues
    assert [choice.label for choice in issue.choices] == [f"{OCTOBER} (вкладка листа)", f"{SEPTEMBER} (над таблицей)"]
    assert [choice.value for choice in issue.choices] == [value, KEEP]
    assert months(result) == {"2026-09"}
    for answer, month in ((value, "2026-10"), (KEEP, "2026-09")):
        settled = read(tab=tab, above=above, answers={(tab, cell): answer})
        assert (months(settled), said(settled), settled.acceptable) == ({month}, [], True)


@pytest.mark.parametrize(("name", "tab", "heading", "asked"), [
    pytest.param("Курсы октябрь.xlsx", "Лист1", "за сентябрь 2026", True, id="name"),
    pytest.param("Курсы_2026-09.xlsx", "Лист1", "за сентябрь 2026", False, id="the-same"),
    pytest.param("Курсы октябрь.xlsx", "Сентябрь", "за сентябрь 2026", False, id="a-file-named-when-it-was-sent"),
    pytest.param("Курсы сентябрь-октябрь.xlsx", "Лист1", "за сентябрь 2026", False, id="two-months"),
    pytest.param("Курсы октябрь.xlsx", "Октябрь", "за сентябрь 2026", True, id="all-three"),
])
def test_the_name_of_the_file_against_the_head(name, tab, heading, asked):
    result = courses(tab=tab, above=(f"МБОУ ООШ № 5. Курсы {heading}",), name=name)
    assert said(result) == ([("A1", "month-against")] if asked else [])
    if asked:
        assert len(result.issues[0].choices) == 2


@pytest.mark.parametrize("above", [(), (("МБОУ ООШ № 5",),), (("МБОУ ООШ № 5, 2026 год",),)], ids=len)
@pytest.mark.parametrize(("head", "row"), [
    pytest.param(("Школа", *COURSES), ("МБОУ ООШ № 5", *ROW), id="courses"),
    pytest.param(("Школа", "№", "Состояние"), ("МБОУ ООШ № 5", "1.1", "выполняется"), id="marks"),
    pytest.param(("Школа", "Что нужно"), ("МБОУ ООШ № 5", "тьютор"), id="requests")])
def test_the_name_of_the_file_against_a_tab_that_alone_tells_the_month(above, head, row):
    def read(answers, tab="Сентябрь 2026"):
        return check_grids("Отчёт октябрь.xlsx", "0" * 64, [grid(*above, head, row, sheet=tab)], KNOWN, answers)
    asked = read({})
    assert [issue.code for issue in asked.issues] == ["tab-against-name"]
    assert [choice.value for choice in asked.issues[0].choices] == [SEPTEMBER, OCTOBER]
    for answer, month in ((SEPTEMBER, SEPTEMBER), (OCTOBER, OCTOBER), (KEEP, SEPTEMBER)):
        settled = read({asked.issues[0].key: answer})
        assert (said(settled), settled.period) == ([], {SEPTEMBER: "2026-09", OCTOBER: "2026-10"}[month])
    assert said(read({}, tab="Октябрь 2026")) == []


def test_the_text_above_a_table_of_a_document_takes_the_answer():
    table = grid(COURSES, ROW, sheet="Таблица 1", heading="МБОУ ООШ № 5\nКурсы за сентябрь 2026")
    asked = check_grids("Курсы октябрь.docx", "0" * 64, [table], KNOWN)
    assert said(asked) == [("", "month-against")]
    settled = check_grids("Курсы октябрь.docx", "0" * 64, [table], KNOWN,
                          {asked.issues[0].key: asked.issues[0].choices[0].value})
    assert (records(settled, "period"), said(settled)) == ([("2026-10",)], [])


def test_rows_of_a_copied_sheet_are_not_called_repeated_before_its_month_is_settled():
    above = ("МБОУ ООШ № 5. Курсы за сентябрь 2026",)
    sheets = [grid(above, COURSES, ROW, sheet=tab) for tab in ("Сентябрь", "Октябрь")]
    result = checked(*sheets)
    assert (said(result), result.acceptable) == ([("A1", "month-against")], False)
    kept = checked(*sheets, answers={("Октябрь", "A1"): KEEP})
    assert said(kept) == [("D3", "repeated-key")]
    assert "Если строки о разном, исправьте то, чем они различаются: Школа, Когда" in kept.issues[0].message


def test_a_copied_column_of_the_month_is_one_question():
    head = ("Школа", "Когда", "Предмет", "Программа", "Человек")
    sheets = [grid(head, ("МБОУ ООШ № 5", "сентябрь 2026", "математика", "Лестница задач", 2),
                   ("МБОУ ООШ № 5", "сентябрь 2026", "физика", "Опыты дома", people), sheet=tab)
              for tab, people in (("Сентябрь", 1), ("Октябрь", 4))]
    asked = checked(*sheets)
    assert (said(asked), asked.acceptable) == ([("B2", "column-against-tab")], False)
    settled = checked(*sheets, answers={asked.issues[0].key: asked.issues[0].choices[0].value})
    assert (said(settled), settled.acceptable) == ([], True)
    assert {row["period"] for row in settled.batches[1].table.to_pylist()} == {"2026-10"}


@pytest.mark.parametrize(("days", "listed"), [
    pytest.param(("18.11.2026",), "", id="inside"),
    pytest.param(("21.10.2026", "18.11.2026"), "", id="a-document-came-later"),
    pytest.param(("15.05.2026", "18.11.2026", "20.05.2026"), "E2 — 15.05.2026, E4 — 20.05.2026", id="two"),
    pytest.param(("15.10.2026", "20.09.2026", "20.08.2026"), "", id="all-that-was-done-so-far"),
    pytest.param(("15.10.2026", "20.09.2026", "20.08.2025"), "E4 — 20.08.2025", id="outside-the-year-of-the-plan"),
])
def test_days_outside_the_month_are_one_question_a_column(days, listed):
    rows = [(number, "выполнено", day) for number, day in zip(("1.1", "1.2", "1.10"), days, strict=False)]
    result = reports(*rows)
    assert [issue.code for issue in result.issues] == ["outside-month"] * bool(listed)
    if listed:
        assert f"даты другие: {listed}." in result.issues[0].message
        assert said(reports(*rows, answers={result.issues[0].key: KEEP})) == []


def test_what_was_moved_is_moved_to_another_month():
    assert said(reports(("1.1", "перенесено", "15.12.2026"))) == []


def test_days_of_a_log_beside_its_title():
    head = ("Дата", "Вид", "Тема", "Для кого")
    rows = (("02.10.2026", "семинар", "а", "учителя"), ("02.11.2026", "семинар", "б", "учителя"))
    result = checked(grid(("Мероприятия за октябрь 2026",), head, *rows))
    assert said(result) == [("A4", "outside-month")]
    assert said(checked(grid(("Мероприятия 2026 года",), head, *rows))) == []


@pytest.mark.parametrize(("tab", "title", "period"), [
    ("Октябрь", "Курсы за 2026 год", "2026-10"), ("Октябрь", "Курсы, 2026/27 учебный год", "2026-10"),
    ("март", "Курсы, 2026–2027 уч. г.", "2027-03"), ("Лист1", "Курсы за 2026 год", "2026"),
    ("Октябрь 2025", "Курсы за 2026 год", "2026")])
def test_a_month_on_the_tab_and_its_year_above(tab, title, period):
    result = courses(tab=tab, above=(f"МБОУ ООШ № 5. {title}",))
    assert (records(result, "period"), said(result)) == ([(period,)], [])


def test_a_year_above_a_list_of_marks():
    result = marks(tab="Октябрь", above=("Отчёт 2026 года",))
    assert (months(result), said(result)) == ({"2026-10"}, [])


@pytest.mark.parametrize(("tab", "cells"), [("Октябрь", ["A3"]), ("Октябрь 2025", ["A2"]), ("Лист1", [])])
def test_days_of_a_log_beside_its_tab(tab, cells):
    head = ("Дата", "Вид", "Тема", "Для кого")
    rows = (("02.10.2026", "семинар", "а", "учителя"), ("02.11.2026", "семинар", "б", "учителя"))
    result = checked(grid(head, *rows, sheet=tab))
    assert said(result) == [(cell, "outside-month") for cell in cells]
