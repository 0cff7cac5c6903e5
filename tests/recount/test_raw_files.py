"""What the pages show is what stands in the files: every topic, on the day of the examples and on other days."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from sample_data import make, samples
from shnor.store import Store
from tests.clock import noon
from tests.recount import courses, raw, results, roadmap, school, support, surveys

pytestmark = pytest.mark.slow  # pages of six topics of two districts

TOPICS = {"roadmap": roadmap, "courses": courses, "support": support, "surveys": surveys, "results": results,
          "school": school}
DAYS = (make.DAY, date(2026, 12, 31), *(pytest.param(day, marks=pytest.mark.nightly) for day in (
    date(2026, 7, 15), date(2026, 12, 1), date(2027, 1, 1))))
"""The day of the examples and the last of their year; the others take as long each."""
Figures = dict[tuple[str, ...], Any]
NOTHING: tuple[Any, ...] = (None, 0, (0, 0), [], ())
FEWEST = {"priozerny": 1000, "zarechny": 100}
"""So many figures at least are counted once more on each of the days."""


@pytest.fixture(scope="module", params=list(FEWEST))
def example(request, example_base, tmp_path_factory) -> Iterator[tuple[str, Store, raw.Files]]:
    """Its name, its base as pages read it, its files as they came."""
    files = raw.read(samples.SAMPLES[request.param].files(tmp_path_factory.mktemp("raw")))
    base = tmp_path_factory.mktemp("base") / "demo.duckdb"
    base.write_bytes(example_base(request.param).read_bytes())
    store = Store.open(base, create=False, clock=noon)
    yield request.param, store, files
    store.close()


def counting(figures: Figures) -> Figures:
    """Without those that count nothing: some pages leave such a line out, others show 0."""
    return {key: value for key, value in figures.items() if value not in NOTHING}


def difference(counted: Figures, shown: Figures) -> str:
    """A line for each figure that differs, "" where none does."""
    counted, shown = counting(counted), counting(shown)
    keys = counted.keys() | shown.keys()
    lines = [f"{' · '.join(key):90} files {counted.get(key, '–')!s:24} page {shown.get(key, '–')}"
             for key in sorted(keys) if counted.get(key) != shown.get(key)]
    return "\n".join(["", f"{len(lines)} of {len(keys)} figures differ", *lines]) if lines else ""


@pytest.fixture(scope="module")
def counted(example) -> Callable[[str, date], Figures]:
    """counted(topic, day) -> what its files say, counted once."""
    return cache(lambda topic, day: TOPICS[topic].counted(example[2], day))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("topic", TOPICS)
def test_pages_show_what_stands_in_the_files(example, counted, topic: str, day: date):
    _, store, files = example
    with store.view() as view:
        differ = difference(counted(topic, day), TOPICS[topic].shown(view, files, day))
    assert not differ, differ


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_enough_figures_are_counted(example, counted, day: date):
    name = example[0]
    numbers = {topic: len(counting(counted(topic, day))) for topic in TOPICS}
    print(f"{name}, {day:%d.%m.%Y}: {sum(numbers.values())} figures, {numbers}")
    assert sum(numbers.values()) >= FEWEST[name]
