"""Which row of a norm is in force on a day: dated, one's own before the shipped."""

from datetime import date

import pytest

from shnor.metrics import norms
from shnor.metrics.norms import Norm

OLD = Norm("Порог", "а", 20, "%", date(2020, 1, 1), "приказ № 1", date(2024, 12, 31))
NEW = Norm("Порог", "а", 30, "%", date(2025, 1, 1), "приказ № 2")
OWN = Norm("Порог", "а", 25, "%", date(2026, 1, 1), "приказ района № 3", date(2026, 6, 30), own=True)
OTHER = Norm("Порог", "б", 5, "", date(2020, 1, 1), "приказ № 1")


@pytest.mark.parametrize(("day", "value"), [
    pytest.param(date(2019, 12, 31), None, id="before-all"),
    pytest.param(date(2020, 1, 1), 20, id="first-day"),
    pytest.param(date(2024, 12, 31), 20, id="last-day"),
    pytest.param(date(2025, 1, 1), 30, id="the-next"),
    pytest.param(date(2026, 6, 30), 25, id="own-before-shipped"),
    pytest.param(date(2026, 7, 1), 30, id="own-has-ended"),
])
def test_the_row_of_the_day(day, value):
    found = norms.in_force((OWN, OTHER, NEW, OLD), day, "Порог", "а")
    assert (found and found.value) == value


def test_a_detail_keeps_its_own_row():
    assert {name: row.value for name, row in norms.of((OLD, OTHER, NEW), date(2026, 1, 1), "Порог").items()} == {
        "а": 30, "б": 5}


def test_every_shipped_row_says_where_it_stands_and_is_there_once():
    assert [row for row in norms.SHIPPED if not row.document or not row.unit] == []
    assert len({(row.norm, row.detail, row.valid_from) for row in norms.SHIPPED}) == len(norms.SHIPPED)


@pytest.mark.parametrize(("subject", "points"), [("русский язык", 24), ("математика профильная", 27), ("химия", 36),
                                                 ("география", 37), ("иностранный язык", 22)])
def test_minima_of_2026_are_marked_as_unofficial(subject, points):
    row = norms.in_force(norms.SHIPPED, date(2026, 6, 1), norms.MINIMUM_EGE, subject)
    assert row
    assert (row.value, row.confidence) == (points, "unofficial")
    assert norms.in_force(norms.SHIPPED, date(2025, 6, 1), norms.MINIMUM_EGE, subject) is None
