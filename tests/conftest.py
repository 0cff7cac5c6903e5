"""The ready-made bases, each built once for all tests of a run. Nobody changes them: copy one first."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from sample_data import samples
from shnor import config
from shnor.store import Store, View
from tests.clock import noon


@pytest.fixture(scope="session", autouse=True)
def no_real_clock() -> Iterator[None]:
    """Pages and the command line take their moment from the settings: without a day of its own that is the real clock,
    and such a test fails some day. A base takes no moment but the one it is given."""
    given = config.Settings.now

    def now(settings: config.Settings) -> datetime:
        assert settings.day, "The test reads the real clock: give it a day, monkeypatch.setenv('SHNOR_TODAY', …)."
        return given(settings)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(config.Settings, "now", now)
        yield


ON_ANY_DAY = ("tests/browser/", "tests/test_zarechny.py")
"""They look at an example with the clock moved, too, where nothing slow runs."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What has a whole example made first is slow."""
    for item in items:
        if "example_base" in getattr(item, "fixturenames", ()) and not item.nodeid.startswith(ON_ANY_DAY):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def example_base(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """example_base("zarechny") -> the file of that base."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "examples"  # the workers share it
    folder.mkdir(exist_ok=True)

    def built(which: str = samples.NAMES[0]) -> Path:
        base = folder / f"{which}.duckdb"
        with FileLock(folder / f"{which}.lock", timeout=200):
            if not base.exists():
                samples.build(base, which=which)
        return base
    return built


@pytest.fixture(scope="session")
def example_view(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The first example as it stands, to look at."""
    copy = shutil.copy(example_base(), tmp_path_factory.mktemp("view") / "demo.duckdb")
    store = Store.open(copy, create=False, clock=noon)
    try:
        with store.view() as view:
            yield view
    finally:
        store.close()
