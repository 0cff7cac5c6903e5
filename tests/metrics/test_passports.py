"""Every metric says what it is before anybody sees its figure."""

import re
from datetime import date
from inspect import signature

import pytest

import shnor.metrics
from shnor.datasets import KINDS
from shnor.metrics import METRICS
from shnor.metrics.passport import GIVEN

ALL = [pytest.param(metric, id=name) for name, metric in METRICS.items()]
WORDS_PEOPLE_NEVER_READ = re.compile(r"метрик|просроч|рейтинг|неэффектив|скрыто|!|отстающ|батч", re.IGNORECASE)


def test_the_roadmap_has_its_seven():
    assert set(METRICS) >= {"roadmap_activities", "roadmap_done_due", "roadmap_done_year", "roadmap_no_report",
                            "roadmap_on_time", "roadmap_with_document", "roadmap_attainment"}


@pytest.mark.parametrize("metric", ALL)
def test_a_passport_is_complete(metric):
    said = (metric.title, metric.unit, metric.formula, metric.source, metric.counted, *metric.more.values())
    assert all(re.search("[а-яё]", text) for text in said)
    assert metric.better in ("больше", "меньше", "")
    assert not WORDS_PEOPLE_NEVER_READ.search(" ".join(said))


@pytest.mark.parametrize("metric", ALL)
def test_a_ratio_names_both_counts_and_a_count_one(metric):
    assert (" / " in metric.formula) == bool(metric.denominator)
    assert metric.denominator or metric.unit != "доля"


@pytest.mark.parametrize("metric", ALL)
def test_a_metric_reads_declared_columns_of_declared_kinds(metric):
    for kind, columns in metric.needs.items():
        assert set(columns) <= {*(column.name for column in KINDS[kind].stored), *GIVEN.get(kind, ())}


@pytest.mark.parametrize("metric", ALL)
def test_classify_takes_the_kinds_it_names(metric):
    taken = signature(metric.marking.classify).parameters.values()
    parameters = [p.name for p in taken if p.kind is p.POSITIONAL_OR_KEYWORD]
    assert parameters == list(metric.needs)


@pytest.mark.parametrize("metric", ALL)
def test_every_flag_of_a_passport_is_made(metric, arrow):
    rows = metric.marking.classify(*(arrow([{}])[kind] for kind in metric.needs), as_of=date(2026, 11, 30))
    assert {metric.numerator, *metric.flags} <= set(rows.columns)


def test_public_names_exist():
    assert [name for name in shnor.metrics.__all__ if not hasattr(shnor.metrics, name)] == []
