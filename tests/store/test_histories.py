"""Random histories of accept, removal, withdraw and restore agree with a model of a few lines, past states included.
Twelve histories share a base, each in a year of its own: so they must not touch each other either."""

import random
from datetime import date

import pytest

from shnor.errors import StoreError
from shnor.scope import EVERYTHING, Scope
from shnor.store import Store
from tests.store.toy import BY, WHY, memory, preview, seen

Key = tuple[str, date]


class Model:
    """files: rows of each accepted file (None = removed), in order; live: which of them count. before: files that
    other histories left in the base."""

    def __init__(self, year: int, before: int) -> None:
        self.keys = [(school, date(year, month, 1)) for school in "ABC" for month in (1, 2, 3)]
        self.before = before
        self.files: list[dict[Key, str | None]] = []
        self.live: list[bool] = []

    def current(self) -> dict[Key, str]:
        now: dict[Key, str | None] = {}
        for rows, live in zip(self.files, self.live, strict=True):
            now.update(rows if live else {})
        return {key: value for key, value in now.items() if value is not None}

    def missing(self, rows: dict[Key, str]) -> set[Key]:
        """Rows of the same months that the file has not."""
        months = {month for _, month in rows}
        return {key for key in self.current() if key[1] in months and key not in rows}


def accept(store: Store, model: Model, rng: random.Random) -> None:
    rows = {key: rng.choice("xyz") for key in rng.sample(model.keys, rng.randrange(6))}
    remove, gone, now = rng.random() < 0.3, model.missing(rows), model.current()
    shown = preview(store, *((*key, value) for key, value in rows.items()))
    table, = shown.tables
    same = sum(now.get(key) == value for key, value in rows.items())
    new = len(rows.keys() - now.keys())
    assert (table.added, table.changed, table.unchanged) == (new, len(rows) - new - same, same)
    assert {tuple(key.values()) for key in table.missing} == gone
    if same == len(rows) and not (remove and gone):
        with pytest.raises(StoreError):
            store.accept(shown, BY, remove_missing=remove)
        return
    store.accept(shown, BY, remove_missing=remove)
    model.files.append(rows | dict.fromkeys(gone if remove else ()))
    model.live.append(True)


def turn(store: Store, model: Model, rng: random.Random) -> None:
    """Withdraw a file that counts or restore one that does not."""
    number = rng.randrange(len(model.files))
    (store.withdraw if model.live[number] else store.restore)(model.before + number + 1, BY, WHY)
    model.live[number] = not model.live[number]


def own(store: Store, model: Model, scope: Scope = EVERYTHING, state: int | None = None) -> dict[Key, str]:
    year = model.keys[0][1].year
    return {key: value for key, value in seen(store, scope, state).items() if key[1].year == year}


def run(store: Store, seed: int) -> None:
    rng, start = random.Random(seed), store.state
    model, past = Model(2000 + seed, len(store.uploads())), {start: {}}
    for _ in range(rng.randrange(3, 11)):
        (turn if model.files and rng.random() < 0.4 else accept)(store, model, rng)
        past[store.state] = model.current()
    for state, rows in past.items():
        assert own(store, model, state=state) == rows, (seed, state)
    assert list(past) == list(range(start, store.state + 1))
    assert own(store, model, Scope("director", frozenset("B"))) == {
        key: value for key, value in model.current().items() if key[0] == "B"}, seed


@pytest.mark.slow
@pytest.mark.parametrize("part", range(3))
def test_histories(part):
    store = memory()
    for seed in range(part * 12, part * 12 + 12):
        run(store, seed)
    store.close()
