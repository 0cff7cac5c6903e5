"""Readers under two scopes beside a writer: no error, no foreign row, no half of an acceptance."""

import random
import threading

import pytest

from shnor.scope import Scope
from shnor.store import Store, View
from tests.clock import noon
from tests.store.toy import BY, FEB, JAN, KINDS, MAR, delivery

SCOPES = (Scope("director", frozenset({"A"})), Scope("director", frozenset({"B"})))
MONTHS = (JAN, FEB, MAR)


def everything(version: int) -> list[tuple]:
    """Each acceptance writes its number into every row of both schools."""
    return [(school, month, str(version)) for school in "AB" for month in MONTHS]


def check_rows(view: View) -> None:
    rows = view.rows("visits").select("school", "result").fetchall()
    assert {school for school, _ in rows} == set(view.scope.schools)
    assert [int(result) for _, result in rows] == [view.state] * len(MONTHS)


def check_filtered(view: View) -> None:
    for month in MONTHS:
        (school, result), = view.rows("visits", month=month).select("school", "result").fetchall()
        assert ({school}, int(result)) == (view.scope.schools, view.state)


def check_joined(view: View) -> None:
    rows = view.rows("visits").set_alias("a").join(view.rows("visits").set_alias("b"), "school, result")
    assert len(rows.fetchall()) == len(MONTHS) ** 2


def check_origins(view: View) -> None:
    srcs = [src for src, in view.everybody().rows("visits").select("src").fetchall()]
    assert len(srcs) == 2 * len(MONTHS)
    assert [origin.upload for origin in view.origins(srcs)] == [view.state] * len(MONTHS)


READS = (check_rows, check_filtered, check_joined, check_origins)


def read(store: Store, seed: int, failures: list[BaseException]) -> None:
    rng = random.Random(seed)
    try:
        for _ in range(15):
            past = rng.randint(1, store.state) if rng.random() < 0.3 else None
            with store.view(SCOPES[seed % 2], past) as view:
                for check in rng.sample(READS, 2):
                    check(view)
    except BaseException as failure:
        failures.append(failure)


@pytest.mark.slow
@pytest.mark.parametrize("place", ["memory", "file"])
def test_eight_readers_beside_ten_acceptances(tmp_path, place):
    store = Store.open(":memory:" if place == "memory" else tmp_path / "base.duckdb", kinds=KINDS, clock=noon)
    store.accept(store.preview(delivery(*everything(1))), BY)
    failures: list[BaseException] = []
    threads = [threading.Thread(target=read, args=(store, seed, failures)) for seed in range(8)]
    [thread.start() for thread in threads]
    for version in range(2, 12):
        store.accept(store.preview(delivery(*everything(version))), BY)
    [thread.join() for thread in threads]
    assert (failures, store.state) == ([], 11)
    store.close()
