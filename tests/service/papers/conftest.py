"""The example's papers: counted once, as the coordinator sees them."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sample_data import make, of_papers
from shnor.papers import Papers
from shnor.reports.papers.blocks import Paper
from shnor.service import bases
from shnor.service.papers import keeping, note
from shnor.service.papers.writing import Asked, Kept
from shnor.store import Store
from tests.clock import noon


@dataclass(frozen=True)
class Town:
    store: Store
    kept: Kept
    path: Path

    def note(self, period: str = "2026", school: str = "") -> Paper:
        with self.store.view() as view:
            return note.build(view, Asked(period, make.DAY, school), self.kept)


@pytest.fixture(scope="session")
def town_of(example_base, tmp_path_factory) -> Iterator[Callable[[str], Town]]:
    """A copy of an example with what the invented centre has written."""
    opened: dict[str, Town] = {}

    def made(name: str) -> Town:
        if name not in opened:
            path = Path(shutil.copy(example_base(name), tmp_path_factory.mktemp("papers") / "demo.duckdb"))
            of_papers.fill(path, noon)
            store, papers = bases.open_base(path, create=False, now=noon), Papers(path, noon)
            opened[name] = Town(store, keeping.kept(papers, store.about()), path)
            papers.close()
        return opened[name]
    yield made
    for town in opened.values():
        town.store.close()


@pytest.fixture(scope="session")
def town(town_of) -> Town:
    return town_of("priozerny")


@pytest.fixture(scope="session")
def paper(town) -> Paper:
    """The справка of 2026."""
    return town.note()
