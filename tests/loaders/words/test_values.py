"""Cells of each type."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.words.values import day, is_tidy, month, number, numbering, period, period_or_span, text


@pytest.mark.parametrize(("value", "expected"), [
    (12, 12), (12.0, 12), ("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("1 200", 1200), ("1\xa0200", 1200), ("-3", -3),
    ("12 чел.", 12), ("12 чел", 12), (None, None), ("–", None), ("", None),
], ids=repr)
def test_numbers(value, expected):
    assert number(value, "чел.") == (expected, "", ())


@pytest.mark.parametrize(("value", "choices"), [
    ("72 часа", ["72"]), ("2-3", ["2", "3"]), ("ок. 15", ["15"]), ("все", []), (True, []),
    (date(2026, 10, 1), ["1,10"]),
], ids=repr)
def test_not_numbers(value, choices):
    read = number(value, "ч")
    assert (read.value, read.code, [choice.value for choice in read.choices]) == (None, "not-a-number", choices)


def test_whole_numbers():
    half = number(2.5, whole=True)
    assert number(2.0, whole=True).value == 2
    assert (half.code, [choice.value for choice in half.choices]) == ("not-whole", ["2", "3"])


@pytest.mark.parametrize("value", [
    date(2026, 11, 18), datetime(2026, 11, 18, 9, 30), "18.11.2026", "18.11.26", "18,11,2026", "2026-11-18",
    "18/11/2026", "18 ноября 2026 г.", "«18» ноября 2026", "18.11.2026 г.", " 18.11.2026 ", "18 но-ября 2026",
], ids=repr)
def test_days(value):
    assert day(value) == (date(2026, 11, 18), "", ())


@pytest.mark.parametrize(("value", "choices"), [
    ("31.02.2026", []), ("ноябрь", []), ("до 18.11.2026", ["18.11.2026"]), (46_344, ["18.11.2026"]), (3, []),
], ids=repr)
def test_not_days(value, choices):
    assert (day(value).code, [choice.value for choice in day(value).choices]) == ("not-a-date", choices)


@pytest.mark.parametrize("value", [
    date(2026, 11, 18), "ноябрь 2026", "Ноябрь 2026 г.", "за ноябрь 2026 года", "11.2026", 11.2026, "2026-11",
    "11/2026", "01.11.2026", "нояб. 2026",
], ids=repr)
def test_months(value):
    assert month(value) == (date(2026, 11, 1), "", ())


@pytest.mark.parametrize("value", ["ноябрь", "13.2026", "2026", 5, "когда-то"], ids=repr)
def test_not_months(value):
    assert (month(value).value, month(value).code) == (None, "not-a-month")


@pytest.mark.parametrize(("value", "expected"), [
    ("1.1.", "1.1"), ("1. 1", "1.1"), (1.1, "1.1"), (3, "3"), ("№ 2", "2"), (None, None)], ids=repr)
def test_numbers_of_activities(value, expected):
    assert numbering(value).value == expected


@pytest.mark.parametrize(("value", "code"), [
    ("26 октября — 1 ноября 2026 года", "2026-10-26/2026-11-01"), ("26.10–01.11.2026", "2026-10-26/2026-11-01"),
    ("25.10.2025 - 02.11.2025", "2025-10-25/2025-11-02"), ("01-05.11.2026", "2026-11-01/2026-11-05"),
    ("в ноябре - декабре 2023 года", "2023-11-01/2023-12-31"), ("18.11.2026", "2026-11-18"), ("2026", "2026"),
], ids=repr)
def test_spans_of_days(value, code):
    assert period_or_span(value) == (code, "", ())


@pytest.mark.parametrize("value", ["18.11", "26 октября — 1 ноября", "в марте и ноябре 2024", "01.11.2026-25.10.2026",
                                   "ноябрь - декабрь"], ids=repr)
def test_a_span_without_its_year_is_asked(value):
    assert period_or_span(value).code == "not-a-period"


def test_other_kinds_take_no_span():
    assert period("26.10–01.11.2026").code == "not-a-period"


CELLS = (st.none(), st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes())


@given(st.one_of(*CELLS))
def test_nothing_raises(value):
    for read in (number, day, month, numbering, text, period_or_span):
        assert isinstance(read(value).code, str)


@given(st.lists(st.one_of(st.none(), st.text(alphabet="аб -#\n\xa0\u2003–", max_size=6)), max_size=6))
def test_tidy_columns_need_no_reading(values):
    if is_tidy(values):
        assert [text(value).value for value in values] == values
