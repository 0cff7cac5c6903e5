"""Three points of monitoring: which days they are, what was known on them, what is still ahead."""

from datetime import date

import pytest

from shnor.service.figures import points
from tests.service.conftest import DAY


@pytest.mark.parametrize(("period", "expected"), [
    pytest.param("2025/26", [("входной", date(2025, 9, 30)), ("промежуточный", date(2026, 1, 31)),
                             ("итоговый", date(2026, 6, 30))], id="school-year"),
    pytest.param("2026", [("промежуточный", date(2026, 1, 31)), ("итоговый", date(2026, 6, 30)),
                          ("входной", date(2026, 9, 30))], id="calendar-year"),
    pytest.param("2026-11", [], id="a-month-without-a-point"),
])
def test_the_points_of_a_period(period, expected):
    assert [(one.stage, one.day) for one in points.of_period(period)] == expected


def test_june_is_preliminary():
    said = [one.title.replace("\u00a0", " ") for one in points.of_period("2025/26")]
    assert said == ["входной, сентябрь 2025", "промежуточный, январь 2026", "итоговый, июнь 2026, предварительно"]


@pytest.mark.parametrize(("day", "told"), [
    pytest.param(DAY, [None, (1, 1), (1, 2)], id="november"),
    pytest.param(date(2026, 6, 29), [None, None, None], id="the-day-before-june-ends"),
])
def test_a_figure_is_what_it_was_on_the_day(filled, day, told):
    """Of № 5 and № 9 together nothing was due in January, one activity in March; № 9 in November."""
    with filled.view() as view:
        made = points.measured(view, "roadmap_done_due", "2026", day=day)
    assert [(one.figure.numerator, one.figure.denominator) if one.figure else None for one in made[:2]] == told[:2]
    assert [one.is_ahead for one in made] == [one.point.day > day for one in made]


def test_a_change_needs_two_points(filled):
    with filled.view() as view:
        made = points.measured(view, "roadmap_done_due", "2026", day=DAY)
    found = points.change(made)
    assert (found.k0, found.n0, found.k1, found.n1) == (1, 1, 1, 1)
    assert points.change(made[:2]) is None
    assert points.change(()) is None
