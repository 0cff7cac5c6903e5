"""On which day things are accepted: today's, the day of a demonstration, or the day a ready-made base shows."""

from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from sample_data import samples
from shnor import config
from shnor.errors import ShnorError
from shnor.service import bases
from shnor.service.intake import drop
from tests.actors import COORDINATOR
from tests.service.conftest import SCHOOLS, file

NOW = datetime(2031, 3, 5, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(("about", "accepted"), [
    pytest.param({}, datetime(2031, 3, 5, 21, 30, tzinfo=UTC), id="own-base"),
    pytest.param({"day": "2026-11-27"}, datetime(2026, 11, 27, 21, 30, tzinfo=UTC), id="ready-made-base")])
def test_the_moment_of_an_acceptance(tmp_path, about, accepted):
    with closing(bases.open_base(tmp_path / "base.duckdb", now=lambda: NOW)) as store:
        store.describe(COORDINATOR, **about)
    with closing(bases.open_base(tmp_path / "base.duckdb", now=lambda: NOW)) as store:
        drop.accept_all(store, drop.review(store, [file("школы.csv", SCHOOLS)], date(2026, 11, 27)), by=COORDINATOR)
        assert store.uploads()[0].moment == accepted


def test_a_demonstration_lives_on_its_day_by_the_clock_of_the_place():
    given = config.load({"SHNOR_TODAY": "2026-11-24", "SHNOR_TIMEZONE": "Asia/Vladivostok"})
    assert given.today() == date(2026, 11, 24)
    assert (given.now().date(), given.now().utcoffset().total_seconds()) == (date(2026, 11, 24), 36_000)


def test_a_test_gets_no_real_clock():
    with pytest.raises(AssertionError, match="SHNOR_TODAY"):
        config.load({}).now()


def test_an_example_in_a_file_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ShnorError, match="file» не подходит: это файл"):
        samples.build(tmp_path / "file" / "base.duckdb")
    with pytest.raises(ShnorError):
        bases.open_base(tmp_path / "file" / "base.duckdb", now=lambda: NOW)
