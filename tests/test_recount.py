"""Every figure of the examples, counted once more in plain SQL without the metrics package."""

import shutil
from datetime import date

import pytest

from benchmarks import recount
from sample_data import make
from shnor.metrics import METRICS
from shnor.service.figures import every
from shnor.store import Store
from tests.clock import noon


@pytest.fixture(scope="module")
def base(example_base, tmp_path_factory):
    return shutil.copy(example_base(), tmp_path_factory.mktemp("recount") / "demo.duckdb")


def said(base, day: date, ids: list[str]) -> recount.Counts:
    store = Store.open(base, create=False, clock=noon)
    try:
        with store.view() as view:
            figures = every.every(view, ids, as_of=day)
    finally:
        store.close()
    return {(f.metric, *f.group.values()): (f.numerator, f.denominator) for f in figures}


DAYS = [make.DAY, date(2026, 6, 15), date(2025, 12, 20), date(2026, 7, 15), date(2026, 12, 1), date(2026, 12, 31),
        date(2027, 1, 1)]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("topic", recount.TOPICS)
def test_figures_agree_with_plain_sql(base, topic, day):
    with recount.connect(base, day) as connection:
        plain = recount.counts(connection, topic)
    figures = said(base, day, list(dict.fromkeys(key[0] for key in plain)))
    differ = {key: f"metrics {figures.get(key, 'no group')}, {topic}.sql {plain.get(key, 'no row')}"
              for key in figures.keys() | plain.keys() if figures.get(key) != plain.get(key)}
    assert differ == {}, "a group in which nothing is counted is a row too: (0, 0)"


def test_no_metric_is_left_out(base):
    with recount.connect(base, make.DAY) as connection:
        counted = {key[0] for topic in recount.TOPICS for key in recount.counts(connection, topic)}
    assert set(METRICS) - counted == set(), "write benchmarks/recount/<metric>.sql"
    assert counted - set(METRICS) == set(), "counted there, but no metric"
