"""The line of the page: its gaps, its break, what stands beside it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.charts import shapes
from shnor.metrics.figure import Figure
from shnor.service.figures.lines import Cell, Line
from shnor.service.pages.results import Chosen, ResultsPage
from shnor.service.pages.works_beside import Beside
from shnor.ui.screens.results import pictures

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=1)
CHOICES = {"schools": (("list", "перечень"), ("Ш03", "МБОУ СОШ № 3"))}


def cell(k: int, n: int = 100) -> Cell:
    return Cell(Figure("low_mark_share", {}, "по 6 школам", DAY, k, n, k / n, k / n / 2, min(1, k / n * 2), "ok", 1,
                       "доля"), {"school_year": "2025/26"})


def line(name: str, *counts: int, school: str = "") -> Line:
    return Line(name, tuple(map(cell, counts)), None, school, "по 6 школам")


def page(years: tuple[str, ...], total: Line, beside: Beside | None = None, **chosen) -> ResultsPage:
    return ResultsPage(Chosen("ВПР", subject="математика", **chosen), CHOICES, "по 6 школам", years, "5–8 классы",
                       total=total, beside=beside or Beside())


def test_a_year_between_is_a_gap_and_years_of_another_series_stand_apart():
    beside = Beside(earlier=(("2021/22", cell(50)),))
    chart = pictures.trend(SESSION, page(("2022/23", "2024/25"), line("все", 30, 20), beside))
    assert [(point.at, point.k) for point in chart.series[0].points] == [
        ("2021–2022", 50), ("2022–2023", 30), ("2023–2024", None), ("2024–2025", 20)]
    assert [one.before for one in chart.breaks] == ["2022–2023"]
    drawn = shapes.trend(chart)
    assert [trace["x"] for trace in drawn["data"] if trace.get("hovertext")] == [
        ["2021–2022"], ["2022–2023"], ["2024–2025"]]


def test_a_year_between_two_series_has_its_empty_place():
    beside = Beside(earlier=(("2021/22", cell(50)),))
    chart = pictures.trend(SESSION, page(("2023/24", "2024/25"), line("все", 30, 20), beside))
    assert [point.at for point in chart.series[0].points] == ["2021–2022", "2022–2023", "2023–2024", "2024–2025"]
    notes = shapes.trend(chart)["layout"]["annotations"]
    assert ("2022–2023", "нет данных") in [(one["x"], one["text"]) for one in notes]


def test_years_of_other_classes_are_not_joined():
    total = line("все", 30, 20)
    grades = tuple(Line(name, cells, None) for name, cells in (
        ("6 класс", (total.cells[0], None)), ("7 класс", (None, total.cells[1]))))
    chart = pictures.trend(SESSION, replace(page(("2024/25", "2025/26"), total), grades=grades))
    assert [(one.before, one.words) for one in chart.breaks] == [("2025–2026", "разные классы")]
    assert chart.series[0].words == "разные классы, по годам не сравниваем"


def test_a_year_ago_is_the_same_line_a_year_later():
    chart = pictures.trend(SESSION, page(("2023/24", "2024/25", "2025/26"), line("все", 10, 20, 30),
                                         compare=("before",)))
    assert [(point.at, point.k) for point in chart.series[1].points] == [("2024–2025", 10), ("2025–2026", 20)]
    assert (chart.series[0].name, chart.series[1].name, chart.series[1].quiet) == ("перечень", "год назад", True)


@pytest.mark.parametrize("size", [1, 4])
def test_at_most_four_lines_are_in_colour(size):
    codes = [f"Ш{number}" for number in range(size)]
    beside = Beside(tuple((code, f"МБОУ СОШ № {code}") for code in codes),
                    tuple((code, line(code, 10, 20, school=code)) for code in codes))
    chart = pictures.trend(SESSION, page(("2024/25", "2025/26"), line("все", 10, 20), beside, compare=tuple(codes)))
    assert sum(not one.quiet for one in chart.series) == min(size + 1, 4)
    assert chart.series[-1].name == f"СОШ № Ш{size - 1}"


def test_what_is_asked_for_and_not_there_says_so():
    beside = Beside((("municipality", "муниципалитет"),), (("municipality", None),))
    chart = pictures.trend(SESSION, page(("2024/25", "2025/26"), line("все", 10, 20), beside))
    assert [(one.name, [point.words for point in one.points]) for one in chart.series[1:]] == [
        ("муниципалитет", ["нет данных", "нет данных"])]


def test_the_others_of_the_list_stand_grey_behind_one_school():
    beside = Beside(peers=(line("МБОУ ООШ № 5", 10, 20, school="Ш05"),))
    chart = pictures.trend(SESSION, page(("2024/25", "2025/26"), line("все", 10, 20), beside, schools="Ш03"))
    assert [(one.name, one.quiet) for one in chart.series] == [("СОШ № 3", False), ("ООШ № 5", True)]
