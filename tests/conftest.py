"""The ready-made bases, each built once for all tests. Nobody changes them: copy one first."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shnor.service import bases
from shnor.store import Store, View


@pytest.fixture(scope="session")
def example_base(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """example_base("zarechny") -> the file of that base."""
    folder, made = tmp_path_factory.mktemp("examples"), {}

    def built(which: str = bases.SAMPLE_NAMES[0]) -> Path:
        if which not in made:
            bases.make_demo(folder / f"{which}.duckdb", which=which)
            made[which] = folder / f"{which}.duckdb"
        return made[which]
    return built


@pytest.fixture(scope="session")
def example_view(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The first example as it stands, to look at."""
    store = Store.open(shutil.copy(example_base(), tmp_path_factory.mktemp("view") / "demo.duckdb"), create=False)
    try:
        with store.view() as view:
            yield view
    finally:
        store.close()
