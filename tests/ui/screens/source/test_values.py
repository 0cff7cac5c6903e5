"""How conditions and values of rows are said."""

import pytest

from shnor.datasets import KINDS
from shnor.ui.screens.source import values


@pytest.mark.parametrize(("kind", "name", "value", "words"), [
    pytest.param("results", "grade", ("5", "6", "7", "8"), "5–8 классы", id="classes"),
    pytest.param("results", "grade", "6", "6 класс", id="a-class"),
    pytest.param("results", "school_year", "2025/26", "2025–2026 учебный год", id="a-school-year"),
    pytest.param("results", "level", "school", "", id="rows-of-schools"),
    pytest.param("results", "level", "region", "край", id="rows-of-the-край"),
    pytest.param("surveys", "wave", "2026-11", "ноябрь 2026 года", id="a-wave"),
    pytest.param("events", "year", "2026", "2026 год", id="a-year"),
    pytest.param("events", "month", "2026-11-01", "ноябрь 2026", id="a-month")])
def test_a_condition_is_said_as_people_read_it(kind, name, value, words):
    titles = {code: title for column in KINDS[kind].columns for code, title in column.choices.items()}
    assert values.condition(KINDS[kind], name, value, titles) == words
