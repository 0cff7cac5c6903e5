"""Files of a month, versions of one form, what a person finds in the list."""

from datetime import UTC, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from shnor.store import Upload
from shnor.ui.screens.versions import files
from shnor.ui.screens.versions.files import Chosen

SESSION = SimpleNamespace(zone=ZoneInfo("Europe/Moscow"))


def upload(number: int, school: str = "Ш05", period: str = "2026-11", kinds: tuple[str, ...] = ("progress",)) -> Upload:
    """Accepted in the last minutes of November, by our clock in December."""
    moment = datetime(2026, 11, 30, 21, 30, tzinfo=UTC)
    return Upload(number, f"{number}.xlsx", "", kinds, school, period, number, moment, "координатор", "", True, 5)


@pytest.mark.parametrize(("period", "month"), [
    pytest.param("2026-11", "2026-11", id="named"), pytest.param("", "2026-12", id="accepted-here-in-december"),
    pytest.param("2025/26", "2026-12", id="a-school-year"), pytest.param("2026-Q4", "2026-12", id="a-quarter")])
def test_the_month_of_a_file(period, month):
    assert files.month_of(SESSION, upload(1, period=period)) == month


def test_versions_of_a_form_are_counted_in_the_order_they_came():
    listed = [upload(4), upload(3, school="Ш09"), upload(2, kinds=("results",)), upload(1)]
    assert files.versions(listed) == {1: (1, 2), 4: (2, 2)}


@pytest.mark.parametrize(("chosen", "fits"), [
    pytest.param(Chosen(), True, id="all"), pytest.param(Chosen(sender="Ш05"), True, id="its-school"),
    pytest.param(Chosen(sender="Ш09"), False, id="another"), pytest.param(Chosen(sender="-"), False, id="lists"),
    pytest.param(Chosen(what="results"), False, id="another-kind"),
    pytest.param(Chosen("Ш05", "progress", "2026-11"), True, id="all-three"),
    pytest.param(Chosen(sent="2026-10"), False, id="another-month")])
def test_what_a_filter_leaves(chosen, fits):
    assert files._fits(SESSION, upload(1), chosen) is fits
