"""What the example shows on days of its past: nothing that was not over by then."""

from datetime import date

import pytest

from shnor.service.figures import every, topics
from shnor.service.pages import questions, results
from shnor.service.pages.results import Chosen

SPRING = "2025/26"


def numbers(view, metric, day, **group):
    return {tuple(figure.group[name] for name in group): figure.numerator
            for figure in topics.counted(view, [metric], by=tuple(group), as_of=day)}


@pytest.mark.parametrize(("day", "years"), [
    pytest.param(date(2025, 10, 1), {"2023/24", "2024/25"}, id="autumn-before"),
    pytest.param(date(2026, 1, 15), {"2023/24", "2024/25"}, id="january-before"),
    pytest.param(date(2026, 4, 18), {"2023/24", "2024/25", SPRING}, id="the-last-day-fis-oko-names"),
])
def test_works_of_spring_are_not_known_in_winter(example_view, day, years):
    wanted = Chosen(procedure="ВПР", subject="математика")
    assert set(results.build(example_view, wanted, day=day).years) == years
    told = {figure.group["school_year"] for figure in every.every(example_view, ["low_mark_share"], as_of=day)
            if figure.group["procedure"] == "ВПР" and figure.group["subject"] == "математика"}
    assert told - {"2021/22"} == years


@pytest.mark.parametrize(("day", "people"), [
    pytest.param(date(2025, 10, 1), 0, id="in-october"), pytest.param(date(2025, 12, 30), 0, id="the-day-before"),
    pytest.param(date(2025, 12, 31), 33, id="on-its-last-day")])
def test_people_told_for_a_year_are_known_when_it_is_over(example_view, day, people):
    assert numbers(example_view, "course_people", day, year="")["2025",] == people


@pytest.mark.parametrize(("day", "asked"), [
    pytest.param(date(2026, 3, 23), 0, id="before-the-first"), pytest.param(date(2026, 4, 1), 1, id="not-yet-answered"),
    pytest.param(date(2026, 7, 15), 1, id="in-summer"), pytest.param(date(2026, 11, 27), 5, id="the-day")])
def test_questions_of_the_page_are_those_of_the_figure(example_view, day, asked):
    page = questions.requests_of(example_view, day)
    [figure] = topics.counted(example_view, ["requests_answered"], as_of=day)
    assert (figure.numerator, figure.denominator) == (sum(bool(one.answer) for one in page), len(page))
    assert len(page) == asked


def test_a_wave_is_shown_once_its_last_answer_came(example_view):
    """№ 12 answered on 23.11.2026, after the others."""
    days = (date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 23))
    assert [numbers(example_view, "survey_response", day, wave="").get(("2026-11",), 0) for day in days] == [0, 66, 74]
