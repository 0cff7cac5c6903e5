"""The свод as it stands in the base: values with their cells, never summed over schools."""

from shnor.service.pages import summary
from tests.service.conftest import DAY, file

SVOD = [["Показатель", "Школа", "Период", "Значение", "Из скольких", "Единица"],
        ["Качество знаний", "МБОУ ООШ № 9", "2024", "48,5", "86", "%"],
        ["Качество знаний", "МБОУ ООШ № 9", "2024/25", "50", "84", "%"],
        ["Качество знаний", "МБОУ ООШ № 5", "2024", "40", "", "%"],
        ["Качество знаний", "", "2024", "44", "900", "%"],
        ["Педагогов", "МБОУ ООШ № 5", "2024", "13", "", "чел."]]


def built(store, school=""):
    with store.view() as view:
        return summary.build(view, school, day=DAY)


def test_values_stand_by_indicator_school_and_period(filled, send):
    send(file("свод.csv", SVOD))
    quality, teachers = built(filled)
    assert (quality.title, quality.periods, quality.counted) == ("Качество знаний", ("2024", "2024/25"), False)
    assert [(line.title, {period: value.text for period, value in line.values.items()}) for line in quality.lines] == [
        ("МБОУ ООШ № 5", {"2024": "40\u00a0%"}),
        ("МБОУ ООШ № 9", {"2024": "48,5\u00a0% (из 86)", "2024/25": "50\u00a0% (из 84)"}),
        ("Муниципалитет", {"2024": "44\u00a0% (из 900)"})]
    assert [value.text for line in teachers.lines for value in line.values.values()] == ["13\u00a0чел."]


def test_a_value_knows_its_cell(filled, send):
    send(file("свод.csv", SVOD))
    value = built(filled, "Ш09")[0].lines[0].values["2024"]
    assert (value.upload, value.sheet, value.cell) == (4, "Таблица 1", "D2")


def test_a_value_is_said_with_and_without_its_whole(filled, send):
    send(file("свод.csv", SVOD))
    value = built(filled, "Ш09")[0].lines[0].values["2024"]
    assert (value.short, value.text) == ("48,5\u00a0%", "48,5\u00a0% (из 86)")


def test_of_a_school_only_its_own(filled, send):
    send(file("свод.csv", SVOD))
    assert [[line.school_id for line in indicator.lines] for indicator in built(filled, "Ш05")] == [["Ш05"], ["Ш05"]]


def test_periods_are_named_in_russian():
    assert [summary.period_title(code) for code in ("2024", "2024/25", "2026-11", "2026-Q4", "2026-11-18")] == [
        "2024", "2024–2025 учебный год", "ноябрь 2026", "IV квартал 2026", "18.11.2026"]


def test_periods_stand_by_the_day_they_begin():
    assert summary.in_time(["2025", "2024-Q4", "2024/25", "2025"]) == ("2024/25", "2024-Q4", "2025")
