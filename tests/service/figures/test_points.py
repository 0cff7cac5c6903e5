"""Three points of monitoring: which days they are, what was known on them, what is still ahead."""

from datetime import date

import pytest

from shnor.metrics import Figure
from shnor.service.figures import points
from shnor.service.figures.points import Measured, Point
from tests.service.conftest import DAY

YEAR = [("входной", date(2025, 9, 30)), ("промежуточный", date(2026, 1, 31)), ("итоговый", date(2026, 6, 30))]


@pytest.mark.parametrize(("period", "expected"), [
    pytest.param("2025/26", [YEAR], id="school-year"),
    pytest.param("2026", [[("входной", date(2026, 9, 30)), ("промежуточный", date(2027, 1, 31)),
                           ("итоговый", date(2027, 6, 30))], YEAR], id="calendar-year-touches-two"),
    pytest.param("2026-11", [], id="a-month-without-a-point"),
])
def test_the_points_of_a_period(period, expected):
    assert [[(one.stage, one.day) for one in year] for year in points.of_period(period)] == expected


def test_june_is_preliminary():
    said = [one.title.replace("\u00a0", " ") for one in points.of_period("2025/26")[0]]
    assert said == ["входной, сентябрь 2025", "промежуточный, январь 2026", "итоговый, июнь 2026, предварительно"]


def of(k, n):
    """A point with k of n on its day."""
    figure = Figure("roadmap_done_due", {}, "", DAY, k, n, None, None, None, None, "ok", 1, "доля")
    return Measured(Point("входной", DAY), figure, False)


@pytest.mark.parametrize(("made", "moved"), [
    pytest.param([of(3, 8), of(5, 8)], (3, 5), id="of-the-same-base"),
    pytest.param([of(1, 1), of(12, 19)], None, id="of-another-base-is-no-growth"),
    pytest.param([of(3, 8)], None, id="one-point"),
    pytest.param([], None, id="none"),
])
def test_a_change_is_told_of_one_base(made, moved):
    found = points.change(made)
    assert (found and (found.k0, found.k1)) == moved


@pytest.mark.parametrize("day", [DAY, date(2026, 6, 29)], ids=["november", "before-june-ends"])
def test_one_known_point_of_a_school_year_is_no_picture(filled, day):
    """Of № 5 and № 9 nothing was due in January: September of the next school year does not stand in for it."""
    with filled.view() as view:
        assert points.measured(view, "roadmap_done_due", "2026", day=day) == ()


def test_points_are_of_one_school_year(filled):
    with filled.view() as view:
        made = points.measured(view, "roadmap_done_due", "2026", day=date(2027, 1, 31))
    assert [one.point.day for one in made] == [date(2026, 9, 30), date(2027, 1, 31), date(2027, 6, 30)]
    assert [(one.figure.numerator, one.figure.denominator) if one.figure else None for one in made] == [
        (1, 1), (1, 4), None]
    assert [one.is_ahead for one in made] == [False, False, True]
