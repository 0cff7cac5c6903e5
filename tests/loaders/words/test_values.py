"""Cells of each type."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.datasets.numbers import NUMBER_WORDS
from shnor.loaders.words.numbers import in_words, number
from shnor.loaders.words.values import day, is_tidy, month, numbering, period, period_or_span, text


@pytest.mark.parametrize(("value", "expected"), [
    (12, 12), (12.0, 12), ("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("1 200", 1200), ("1\xa0200", 1200), ("-3", -3),
    ("12 чел.", 12), ("12 чел", 12), (None, None), ("–", None), ("", None), ("3 (три)", 3), ("3 (три) чел.", 3),
    ("пять", 5), ("двадцать пять", 25), ("двое", 2), ("пять педагогов", 5), ("12 человек", 12), ("0", 0), ("3,0", 3),
    ("1 234", 1234), ("+5", 5),
], ids=repr)
def test_numbers(value, expected):
    assert number(value, "чел.") == (expected, "", ())


@pytest.mark.parametrize(("value", "choices"), [
    ("72 дня", ["72"]), ("около десяти", ["10"]), ("не более двадцати пяти", ["25"]), ("человек пять", ["5"]),
    ("2-3", ["2", "3"]), ("ок. 15", ["15"]), ("~10", ["10"]), (">5", ["5"]), ("2*", ["2"]),
    ("не менее 5", ["5"]), ("до 5", ["5"]), ("6+2", ["8", "6", "2"]), ("12 (в т.ч. 3 совм.)", ["12", "3"]),
    ("12О", ["120", "12"]), ("1З", ["13", "1"]), ("3 (четыре)", ["3"]), ("нет", ["0", ""]), ("n/a", ["", "0"]),
    ("н/д", ["", "0"]), ("?", ["", "0"]), ("двое из трёх", ["2"]), (date(2026, 10, 1), ["1,10"]),
], ids=repr)
def test_numbers_in_doubt_are_asked_the_likeliest_first(value, choices):
    read = number(value, "ч")
    assert (read.value, read.code, [choice.value for choice in read.choices]) == (None, "number-doubt", choices)


@pytest.mark.parametrize("value", ["все", True, "много", "сто раз по сто"], ids=repr)
def test_what_is_no_number_has_no_answer_to_offer(value):
    assert number(value, "ч") == (None, "not-a-number", ()) or number(value, "ч").code == "number-doubt"


@pytest.mark.parametrize(("value", "choices"), [("1.5", ["1", "2"]), ("1.234", ["1234", "1", "2"]), (2.5, ["2", "3"]),
                                                (1e300, [])], ids=repr)
def test_a_part_of_a_person_is_asked(value, choices):
    read = number(value, "чел.", whole=True)
    assert [choice.value for choice in read.choices] == choices


def test_units_of_another_column_are_asked():
    assert (number("72 часа", "ч").value, number("72 часа", "чел.").code) == (72, "number-doubt")


@pytest.mark.parametrize(("value", "unit", "read"), [
    ("3 шт.", "", 3), ("3 штуки", "", 3), ("3 шт", "чел.", None), ("3 чел.", "", None)], ids=str)
def test_things_are_counted_in_pieces(value, unit, read):
    assert number(value, unit, whole=True).value == read


@pytest.mark.parametrize("value", ["15+5", "15 (оч.) + 5 (дист.)", "15 чел. + 5", "15 чел.+5 чел.", "15 + 5 педагогов"])
def test_the_sum_of_what_is_added_is_offered_first(value):
    read = number(value, "чел.", whole=True)
    assert (read.value, [choice.value for choice in read.choices]) == (None, ["20", "15", "5"])


@given(st.integers(0, 10**9), st.sampled_from(["{}", " {} ", "{} чел.", "{} человек", "{},0", "{}.00", "{} (всего)"]))
def test_a_number_is_read_or_offered_first(count, shape):
    read = number(shape.format(count), "чел.", whole=True)
    assert read.value == count or read.choices[0].value == str(count)
    assert read.code == "" or "всего" in shape


@given(st.integers(0, 999_999), st.sampled_from([" ", "\xa0", "\u202f", "\u2009"]))
def test_spaces_between_thousands(count, space):
    assert number(f"{count:,}".replace(",", space), whole=True).value == count


@given(st.integers(0, 99))
def test_words_of_numbers(count):
    tens = {word: value for word, value in NUMBER_WORDS.items() if value and value % 10 == 0 and 20 <= value < 100}
    low = [word for word, value in NUMBER_WORDS.items() if value == (count if count < 20 else count % 10)]
    high = [word for word, value in tens.items() if value == count // 10 * 10]
    spoken = low if count < 20 else high if count % 10 == 0 else [f"{high[0]} {word}" for word in low]
    assert {in_words(text) for text in spoken} == {count}


@pytest.mark.parametrize("text", ["пять шесть", "двадцать тридцать", "десять пять", "сто двести", ""])
def test_words_that_make_no_number(text):
    assert in_words(text) is None


def test_whole_numbers():
    half = number(2.5, whole=True)
    assert number(2.0, whole=True).value == 2
    assert (half.code, [choice.value for choice in half.choices]) == ("number-doubt", ["2", "3"])


@pytest.mark.parametrize("value", [
    date(2026, 11, 18), datetime(2026, 11, 18, 9, 30), "18.11.2026", "18.11.26", "18,11,2026", "2026-11-18",
    "18/11/2026", "18 ноября 2026 г.", "«18» ноября 2026", "18.11.2026 г.", " 18.11.2026 ", "18 но-ября 2026",
], ids=repr)
def test_days(value):
    assert day(value) == (date(2026, 11, 18), "", ())


@pytest.mark.parametrize(("value", "choices"), [
    ("31.02.2026", []), ("ноябрь", []), ("до 18.11.2026", ["18.11.2026"]), (46_344, ["18.11.2026"]), (3, []),
    ("46344", ["18.11.2026"]), ("46344.5", ["18.11.2026"]), ("12345", []),
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
