"""What the pages show is what stands in the files: every topic, on the day of the examples and on other days."""

from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from sample_data import make, samples
from shnor.store import Store
from tests.clock import noon
from tests.recount import courses, raw, results, roadmap, school, support, surveys

pytestmark = pytest.mark.slow  # pages of six topics of two districts on five days, 50 s

TOPICS = {"roadmap": roadmap, "courses": courses, "support": support, "surveys": surveys, "results": results,
          "school": school}
DAYS = (date(2026, 7, 15), make.DAY, date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))
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


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_pages_show_what_stands_in_the_files(example, topic: ModuleType, day: date):
    _, store, files = example
    with store.view() as view:
        differ = difference(topic.counted(files, day), topic.shown(view, files, day))
    assert not differ, differ


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_enough_figures_are_counted(example, day: date):
    name, _, files = example
    numbers = {title: len(counting(topic.counted(files, day))) for title, topic in TOPICS.items()}
    print(f"{name}, {day:%d.%m.%Y}: {sum(numbers.values())} figures, {numbers}")
    assert sum(numbers.values()) >= FEWEST[name]
