"""Days and months without their year."""

from datetime import date

import pytest

from shnor.loaders.words.years_missing import days_of, months_of

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(("text", "offered"), [
    pytest.param("18.11", ["18.11.2026"], id="today"),
    pytest.param("19.11.", ["19.11.2025"], id="a-day-that-has-not-come-is-of-last-year"),
    pytest.param("2/3", ["02.03.2026"], id="slash"),
    pytest.param("18 ноября", ["18.11.2026"], id="in-words"),
    pytest.param("29.02", [], id="no-such-day-in-either-year"),
    pytest.param("до 18.11", [], id="more-than-a-day"),
])
def test_a_day(text, offered):
    assert [choice.value for choice in days_of(text, TODAY)] == offered


@pytest.mark.parametrize(("text", "offered"), [
    pytest.param("ноябрь", ["ноябрь 2026"], id="the-month-that-is"),
    pytest.param("декабрь", ["декабрь 2025"], id="a-month-that-has-not-begun-is-of-last-year"),
    pytest.param("за январь", ["январь 2026"], id="with-a-preposition"),
    pytest.param("ноябрь-декабрь", [], id="two-months"),
])
def test_a_month(text, offered):
    assert [choice.value for choice in months_of(text, TODAY)] == offered
