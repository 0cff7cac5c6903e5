"""Periods in words: each is read, or asked with what it may mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor import periods
from shnor.loaders.words.values import period, period_or_span
from shnor.loaders.words.years_missing import periods_of
from shnor.periods import MONTHS

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(("text", "code"), [
    ("4 квартал 2026", "2026-Q4"), ("IV кв. 2026 г.", "2026-Q4"), ("четвёртый квартал 2026 года", "2026-Q4"),
    ("4-й квартал 2026", "2026-Q4"), ("за 4 квартал 2026", "2026-Q4"), ("2026 г., 4 квартал", "2026-Q4"),
    ("1 полугодие 2026", "2026-H1"), ("первое полугодие 2026 года", "2026-H1"), ("II п/г 2026", "2026-H2"),
    ("1 полугодие 2025/26", "2025/26-1"), ("2 полугодие 2025-2026 уч. года", "2025/26-2"),
    ("2025-2026", "2025/26"), ("уч. год 2025-2026", "2025/26"), ("2025-2026 уч. год", "2025/26"),
    ("2025/2026 у.г.", "2025/26"), ("2025–2026 учебный год", "2025/26"), ("2026", "2026"), ("в 2026 году", "2026"),
    ("в течение 2026 года", "2026"), ("за октябрь 2026 г.", "2026-10"), ("октябрь, 2026", "2026-10"),
    ("2026, октябрь", "2026-10"), ("10.2026", "2026-10"), ("18.11.2026", "2026-11-18"),
], ids=str)
def test_periods_that_mean_one_thing(text, code):
    assert period(text) == (code, "", ())
    assert periods.parse(code) if len(code) < 10 else date.fromisoformat(code)


@pytest.mark.parametrize(("text", "code"), [
    ("сентябрь-октябрь 2026", "2026-09-01/2026-10-31"), ("сентябрь – октябрь 2026 г.", "2026-09-01/2026-10-31"),
    ("с сентября по октябрь 2026", "2026-09-01/2026-10-31"), ("декабрь 2025 - январь 2026", "2025-12-01/2026-01-31"),
    ("1–5 октября 2026", "2026-10-01/2026-10-05"), ("с 1 по 5 октября 2026 года", "2026-10-01/2026-10-05"),
    ("с 28.09.2026 по 02.10.2026", "2026-09-28/2026-10-02"), ("в период с 01.10.2026 по 05.10.2026",
                                                             "2026-10-01/2026-10-05"),
], ids=str)
def test_spans_that_mean_one_thing(text, code):
    assert period_or_span(text) == (code, "", ())


@pytest.mark.parametrize(("text", "offered"), [
    ("октябрь", ["октябрь 2026"]), ("за октябрь", ["октябрь 2026"]), ("декабрь", ["декабрь 2025"]),
    ("4 квартал", ["4 квартал 2026"]), ("2 полугодие", ["2 полугодие 2026"]),
    ("в течение года", ["2026", "2025"]), ("весь год", ["2026", "2025"]),
    ("в течение учебного года", ["2026/27", "2025/26"]), ("осень 2026", ["сентябрь–ноябрь 2026"]),
    ("осенью", ["сентябрь–ноябрь 2026", "сентябрь–ноябрь 2025"]),
    ("зима 2026", ["декабрь 2025 – февраль 2026", "декабрь 2026 – февраль 2027"]),
    ("1–5 октября", ["1-5 октября 2026"]), ("сентябрь-октябрь", ["сентябрь-октябрь 2026"]),
    ("октябрь 26", ["октябрь 2026", "26.10.2026"]), ("18.11", ["18.11.2026"]), ("18 ноября", ["18.11.2026"]),
    ("когда-нибудь", []), ("весна-лето", []),
], ids=str)
def test_periods_in_doubt_are_asked(text, offered):
    assert period_or_span(text).code == "not-a-period"
    assert [choice.value for choice in periods_of(text, TODAY)] == offered


@given(st.sampled_from(["{m} {y}", "за {m} {y} г.", "{y}, {m}", "{n:02}.{y}", "{m}, {y} года"]), st.integers(1, 12),
       st.integers(2010, 2030))
def test_every_spelling_of_a_month_comes_back(shape, number, year):
    read = period(shape.format(m=MONTHS[number - 1], n=number, y=year))
    assert read == (f"{year}-{number:02}", "", ())


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 40))
def test_every_span_of_days_comes_back(first, days):
    last = date.fromordinal(first.toordinal() + days)
    code = f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"
    for shape in ("с {a:%d.%m.%Y} по {b:%d.%m.%Y}", "{a:%d.%m.%Y}-{b:%d.%m.%Y}", "{a:%d.%m.%Y} – {b:%d.%m.%Y} г."):
        assert period_or_span(shape.format(a=first, b=last)).value == code


@given(st.sampled_from(["октябрь", "4 квартал", "осень", "1–5 октября", "в течение года", "учебный год", "зимой",
                        "март 25", "28 февраля"]), st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_what_is_offered_can_be_read(text, today):
    for choice in periods_of(text, today):
        assert period_or_span(choice.value).code == ""
