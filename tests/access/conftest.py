"""A file of accesses with a clock of its own."""

from datetime import UTC, datetime, timedelta

import pytest

from shnor.access import Database, Entry

FIRST = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
WORDS = "три синих самовара"


class Clock:
    """Stands still until somebody moves it on."""

    def __init__(self) -> None:
        self.moment = FIRST

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **span: float) -> None:
        self.moment += timedelta(**span)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def database(tmp_path, clock):
    made = Database(tmp_path / "access.sqlite", clock)
    yield made
    made.close()


@pytest.fixture
def entry(database):
    """A coordinator, a director of one school who has a password, a head who has none yet."""
    made = Entry(database)
    made.people.add("center", "методический центр", "coordinator", by="")
    made.people.add("oosh5", "директор МБОУ ООШ № 5", "director", ["Ш05"], by="center")
    made.people.add("head", "руководитель центра", "head", by="center")
    made.accept(made.invite("oosh5", by="center"), WORDS, "10.0.0.5")
    return made
