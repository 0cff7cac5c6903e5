"""The log of events: kinds, schools, days, and the line of a report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor import wording
from shnor.loaders.kinds.events import event_kind, parse_event_list
from shnor.loaders.types import KEEP
from tests.loaders.made import checked, grid, records, said

HEAD = ("Дата", "Вид", "Тема", "Участников", "Школы", "План или факт")


def log(*rows: tuple, answers=None):
    return checked(grid(HEAD, *rows), answers=answers)


@pytest.mark.parametrize(("text", "kind"), [
    ("семинары", "семинар"), ("Семинар", "семинар"), ("ВКС", "видеоконференция"),
    ("видео-конференция", "видеоконференция"),
    ("практико-ориентированные семинары", "практико-ориентированный семинар"),
    ("практико–ориентированных семинара", "практико-ориентированный семинар"),
    ("методических сессий", "методическая сессия"), ("мастер -класс", "мастер-класс"), ("выезд в школу", "выезд"),
    ("Хакатон  учителей", "хакатон учителей"), ("педсовет", "педсовет"),
], ids=repr)
def test_kinds_have_one_name(text, kind):
    assert event_kind(text) == kind


def test_a_row_of_the_log():
    result = log(("18.11.2026", "ВКС", "Подготовка к ВПР", 14, "ООШ № 5, СОШ № 2", None))
    assert said(result) == []
    assert records(result, "period", "event_kind", "number", "state", "school_id", "school_codes", "day", "month") == [
        ("2026-11-18", "видеоконференция", 1, "held", "", "Ш02;Ш05", date(2026, 11, 18), date(2026, 11, 1))]


def test_the_month_above_is_of_events_without_a_day():
    rows = ((None, "семинар", None, 14, None, None), ("18.11.2026", "вебинар", None, 3, None, None))
    result = checked(grid(("Месяц", "ноябрь 2026"), HEAD, *rows))
    assert (said(result), records(result, "period")) == ([], [("2026-11",), ("2026-11-18",)])


@pytest.mark.parametrize(("when", "code", "day", "month"), [
    pytest.param("26 октября — 1 ноября 2026", "2026-10-26/2026-11-01", date(2026, 10, 26), date(2026, 10, 1),
                 id="over-a-border-stays-in-its-first-month"),
    pytest.param("ноябрь 2026", "2026-11", date(2026, 11, 1), date(2026, 11, 1), id="month"),
    pytest.param("ноябрь–декабрь 2023", "2023-11-01/2023-12-31", date(2023, 11, 1), None, id="two-months"),
    pytest.param(2026, "2026", date(2026, 1, 1), None, id="year-has-no-month"),
])
def test_when(when, code, day, month):
    result = log((when, "семинар", None, None, None, None))
    assert records(result, "period", "day", "month") == [(code, day, month)]


@pytest.mark.parametrize(("text", "codes"), [
    pytest.param("МБОУ ООШ № 5", "Ш05", id="one"),
    pytest.param("ООШ № 5, СОШ № 2", "Ш02;Ш05", id="without-form-of-property"),
    pytest.param("СОШ № 2, 11; МБОУ ООШ № 5", "Ш02;Ш05;Ш11", id="a-number-goes-on-with-the-form-before"),
    pytest.param("СОШ № 2 и СОШ № 11", "Ш02;Ш11", id="and"),
])
def test_schools_of_a_cell(text, codes):
    result = log(("18.11.2026", "семинар", None, None, text, None))
    assert (said(result), records(result, "school_codes")) == ([], [(codes,)])


def test_an_unknown_school_is_asked_and_the_row_can_be_stored():
    row = ("18.11.2026", "семинар", None, None, "ООШ № 5, СОШ № 77", None)
    result = log(row)
    [issue] = result.issues
    assert (issue.code, issue.cell, "«СОШ № 77»" in issue.message) == ("event-school", "E2", True)
    assert result.acceptable
    assert records(result, "school_codes", "schools") == [("Ш05", "ООШ № 5, СОШ № 77")]
    assert said(log(row, answers={("Лист1", "E2"): KEEP})) == []


def test_about_fifteen_people_is_asked():
    result = log(("18.11.2026", "семинар", None, "ок. 15", None, None))
    assert [(issue.cell, issue.code, issue.choices[0].value) for issue in result.issues] == [
        ("D2", "number-doubt", "15")]


@pytest.mark.parametrize(("when", "state", "codes"), [
    pytest.param("08.12.2026", None, [("A2", "future-event")], id="held-on-a-day-to-come"),
    pytest.param("08.12.2026", "план", [], id="planned"),
    pytest.param("27.11.2026", None, [], id="today"),
    pytest.param("18.11.2062", None, [("A2", "odd-date")], id="far-year"),
])
def test_days_beside_today(when, state, codes):
    assert said(log((when, "выезд", None, None, None, state))) == codes


def test_the_same_consultation_in_two_schools_is_two_rows():
    rows = [("18.11.2026", "консультация", "ОГЭ", None, school, None) for school in ("ООШ № 5", "СОШ № 2")]
    assert records(log(*rows), "school_codes") == [("Ш05",), ("Ш02",)]


def test_a_school_reports_on_its_form():
    form = grid(("Что провели за месяц", None, None, "Форма М-3 · 2026-11 · Ш05 · 7F3A"), ("Школа", "МБОУ ООШ № 5"),
                ("Месяц", "ноябрь 2026"), HEAD[:5], ("12.11.2026", "педсовет", "Итоги четверти", 12, None))
    result = checked(form)
    assert (said(result), result.school, result.period) == ([], "Ш05", "2026-11")
    assert records(result, "school_id", "school_codes", "event_kind") == [("Ш05", "Ш05", "педсовет")]


LINES = {
    "2 практико-ориентированных семинара, 1 вебинар, 1 видеоконференция": ("", [2, 1, 1], ()),
    "8 практико-ориентированных семинаров, 6 вебинаров, 3 видеоконференции": ("", [8, 6, 3], ()),
    "В ноябре - декабре 2023 года на   муниципальном уровне проведено 2  практико-ориентированных семинара, 1 вебинар, "
    "1  видеоконференция   по вопросам сопровождения МБОУ-ООШ № 21.": ("ноябре-декабре 2023 года", [2, 1, 1], ()),
    "В 2024 году проведено 8 практико-ориентированных семинаров, 6 вебинаров и 3 видеоконференции":
        ("2024 году", [8, 6, 3], ()),
}


@pytest.mark.parametrize("text", LINES, ids=("bare-2023", "bare-2024", "sentence-of-2023", "sentence-of-2024"))
def test_the_line_of_a_report(text):
    found, (when, numbers, unread) = parse_event_list(text), LINES[text]
    kinds = ["практико-ориентированный семинар", "вебинар", "видеоконференция"]
    assert (list(found.counts), found.when, found.unread) == (list(zip(kinds, numbers, strict=True)), when, unread)


@pytest.mark.parametrize(("text", "unread"), [
    pytest.param("2 семинара, 3 хакатона", ("3 хакатона",), id="unknown-kind-in-a-case"),
    pytest.param("семинары, 1 вебинар", ("семинары",), id="no-number"),
    pytest.param("2-3 семинара", ("2-3 семинара",), id="no-one-number"),
    pytest.param("0 семинаров", ("0 семинаров",), id="none"),
])
def test_what_is_not_understood_is_left(text, unread):
    assert parse_event_list(text).unread == unread


@given(st.dictionaries(st.sampled_from(wording.EVENT_KINDS), st.integers(1, 1500), max_size=6))
def test_what_we_write_is_read_back(counts):
    found = parse_event_list(wording.events(counts))
    assert (dict(found.counts), found.unread) == (counts, ())


@given(st.text(alphabet="0123456789 ,;и семинарвебпкод.-\n", max_size=60))
def test_any_text_is_read_or_left(text):
    found = parse_event_list(text)
    assert all(number > 0 for _, number in found.counts)
    assert found.counts or found.unread or not any(map(str.isalnum, text))
