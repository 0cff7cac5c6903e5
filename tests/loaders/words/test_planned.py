"""Planned values as real plans write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.words.planned import Planned, parse_planned
from shnor.loaders.words.semantics import meaning


@pytest.mark.parametrize(("text", "expected"), [
    ("2", Planned("=", 2, semantics="total")),
    ("0", Planned("=", 0, semantics="total")),
    ("1 (февраль)", Planned("=", 1, semantics="total", month=2)),
    ("1 (май)", Planned("=", 1, semantics="total", month=5)),
    ("не менее 1", Planned(">=", 1, semantics="total")),
    ("1;4", Planned("=", 1, 4, semantics="pair")),
    ("1 (раз в год)", Planned("=", 1, semantics="rate", base="год")),
    ("1 ежегодно", Planned("=", 1, semantics="rate", base="год")),
    ("100% образовательных организаций",
     Planned("=", 100, unit="%", semantics="share", base="образовательных организаций")),
    ("не менее пяти событий/ мероприятий в течение одного учебного года",
     Planned(">=", 5, unit="событий/ мероприятий", semantics="rate", base="учебного года")),
    ("не реже 1 раза в полугодие", Planned(">=", 1, semantics="rate", base="полугодие")),
    ("8 семинаров, 6 вебинаров", Planned("=", 8, 6, unit="семинаров; вебинаров", semantics="pair")),
    ("2  практико-ориентированных семинара, 1 вебинар, 1  видеоконференция",
     Planned(unit="практико-ориентированных семинара; вебинар; видеоконференция", semantics="text")),
    ("94 %", Planned("=", 94, unit="%", semantics="share")),
    ("100%", Planned("=", 100, unit="%", semantics="share")),
    ("78,7%", Planned("=", 78.7, unit="%", semantics="share")),
    ("Создана рабочая группа", Planned(semantics="boolean")),
    ("≥ 80", Planned(">=", 80, semantics="total")),
    ("не менее 80 %", Planned(">=", 80, unit="%", semantics="share")),
    ("до 100 %", Planned("<=", 100, unit="%", semantics="share")),
    ("рост на 5 п.п.", Planned("=", 5, unit="п.п.", semantics="share", base="рост к предыдущему периоду")),
    ("увеличение на 5 %", Planned("=", 5, unit="%", semantics="share", base="увеличение к предыдущему периоду")),
    ("да/нет", Planned(semantics="boolean")),
    ("да", Planned("=", 1, semantics="boolean")),
    ("+", Planned("=", 1, semantics="boolean")),
    ("5 из 6", Planned("=", 5, 6, semantics="share", base="из")),
    ("2 ед.", Planned("=", 2, unit="ед.", semantics="total")),
    ("12 чел.", Planned("=", 12, unit="чел.", semantics="total")),
    ("положительная динамика", Planned(semantics="text", base="предыдущий период")),
    ("", Planned()),
    ("3-4", Planned(semantics="text", recognised=False)),
], ids=lambda value: value if isinstance(value, str) else "")
def test_real_strings(text, expected):
    found = parse_planned(text)
    assert found == Planned(**{**expected.__dict__, "raw": text})


def test_a_number_of_the_sheet():
    assert parse_planned(4.0) == Planned("=", 4, semantics="total", raw="4")


@given(st.text(max_size=60))
def test_never_raises(text):
    assert parse_planned(text).raw == text.strip()


@pytest.mark.parametrize(("plan", "years", "expected"), [
    pytest.param("2", ["2", "2", "2"], "level", id="level"),
    pytest.param("4", ["0", "2", "2"], "total", id="sum"),
    pytest.param("1", ["0", "1 (февраль)", "0"], "total", id="sum-with-month"),
    pytest.param("2", ["2"], "total", id="one-year"),
    pytest.param("не менее 1", ["0", "1 (май)", "1 (май)"], "total", id="at-least"),
    pytest.param("1;4", ["0", "1;2", "1;2"], "pair", id="pair-level-and-sum"),
    pytest.param("1;4", ["0", "1;2", "1;3"], "unclear", id="pair-that-fits-nothing"),
    pytest.param("1 (раз в год)", ["", "1", "1"], "rate", id="rate"),
    pytest.param("1", ["0", "1", "1"], "unclear", id="contradiction"),
    pytest.param("4", ["", "2", "1"], "total", id="a-year-unknown"),
    pytest.param("100 %", ["50 %", "100 %"], "share", id="share"),
    pytest.param("", ["1", "2"], "total", id="no-plan"),
    pytest.param("", ["", ""], "none", id="nothing"),
])
def test_meaning_of_a_row(plan, years, expected):
    assert meaning(parse_planned(plan), [parse_planned(y) if y else None for y in years]).semantics == expected
