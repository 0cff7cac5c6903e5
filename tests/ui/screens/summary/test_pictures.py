"""The свод as lines: gaps stay gaps, a small group is not drawn, every point leads to its cell."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.charts.facts import TOO_FEW
from shnor.service.pages.summary import Indicator, Line, Value
from shnor.ui.screens.summary import pictures

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=3)


@pytest.mark.parametrize(("codes", "places"), [
    pytest.param(("2021", "2022", "2024"), ("2021", "2022", "2023", "2024"), id="a-year-is-missing"),
    pytest.param(("2023/24", "2025/26"), ("2023/24", "2024/25", "2025/26"), id="a-school-year-is-missing"),
    pytest.param(("2024",), ("2024",), id="one"), pytest.param((), (), id="none"),
    pytest.param(("2024", "2024/25"), ("2024", "2024/25"), id="of-two-sorts"),
    pytest.param(("2026-01", "2026-03"), ("2026-01", "2026-03"), id="months")])
def test_a_year_between_keeps_its_place(codes, places):
    assert pictures.whole(codes) == places


def value(number, unit="%", counted=None):
    return Value(number, unit, counted, 4, "Лист1", "D2")


@pytest.mark.parametrize(("found", "top", "place", "words"), [
    pytest.param(value(48.5), 100, 0.485, "48,5\u00a0%", id="share"),
    pytest.param(value(48.5, counted=86), 100, 0.485, "48,5\u00a0%", id="of-many"),
    pytest.param(value(48.5, counted=9), 100, None, TOO_FEW, id="of-few"),
    pytest.param(value(130, "чел."), 1, 130, "130\u00a0чел.", id="number"),
    pytest.param(None, 100, None, "нет данных", id="nothing")])
def test_where_a_value_stands(found, top, place, words):
    point = pictures._point(SESSION, found, "2024", top)
    assert (point.at, point.value, point.words) == ("2024", place, words)


def test_a_point_leads_to_its_cell():
    assert "cell=D2" in pictures._point(SESSION, value(48.5), "2024", 100).link


def test_a_small_panel_names_its_ends_alone():
    line = Line("Ш05", "МБОУ ООШ № 5", {str(year): value(40 + year - 2021) for year in (2021, 2022, 2024, 2025)})
    shown = pictures.panels(SESSION, Indicator("Качество", "%", ("2021", "2022", "2024", "2025"), (line,)), [line])
    texts = [text for trace in shown.shape(shown.chart)["data"] for text in trace.get("text", ())]
    assert texts == ["40\u00a0%", "", "", "44\u00a0%"]


@pytest.mark.parametrize(("unit", "counted", "said"), [
    pytest.param("%", 9, "мало участников (из 9)", id="a-small-share"),
    pytest.param("%", 10, "50\u00a0% (из 10)", id="a-share"),
    pytest.param("балл", 9, "50\u00a0балл (из 9)", id="no-share")])
def test_a_small_group_has_no_percentage(unit, counted, said):
    assert pictures.told(value(50, unit, counted)) == said
