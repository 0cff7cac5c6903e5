"""A load is killed at random points: the base is as before it or as after it, never between."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shnor.store import Store
from tests.clock import noon
from tests.store.loading import ROWS
from tests.store.toy import KINDS

KILLS, INSIDE, MOST = 8, 4, 30


def start(base: Path, version: int) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "tests.store.loading", str(base), str(version)],
                            stdout=subprocess.PIPE, text=True)


def whole(base: Path) -> int:
    """Checks that journal, files, cells and rows tell the same state; the state."""
    store = Store.open(base, kinds=KINDS, clock=noon)
    state = store.state
    with store.view() as view:
        assert len(store.uploads()) == len(store.journal()) == state
        assert view.everybody().rows("visits").aggregate("count(*), count(distinct result)").fetchall() == [(ROWS, 1)]
        newest = store.uploads()[0]
        assert view.grid(newest.id, "Посещения").at(0, 1) == int(newest.sha256)
        assert view.everybody().rows("visits").select("result").limit(1).fetchall() == [(newest.sha256,)]
    store.close()
    return state


def first_load(base: Path) -> float:
    """Load once undisturbed; how long the transaction takes, in seconds."""
    child = start(base, 1)
    assert child.stdout.readline() == "begin\n"
    began = time.perf_counter()
    assert child.stdout.readline() == "end\n"
    took = time.perf_counter() - began
    assert child.wait() == 0
    child.stdout.close()
    return took


def kill_after(base: Path, version: int, delay: float) -> bool:
    """Whether the kill landed inside the transaction: it had begun and its end was never told."""
    child = start(base, version)
    assert child.stdout.readline() == "begin\n"
    time.sleep(delay)
    child.kill()
    child.wait()
    inside = "end" not in child.stdout.read()
    child.stdout.close()
    return inside


@pytest.mark.nightly
@pytest.mark.slow
def test_a_killed_load_leaves_the_state_before_or_after(tmp_path):
    base, rng = tmp_path / "base.duckdb", random.Random(2)
    window = first_load(base)
    state, kills, inside, kept = whole(base), 0, 0, 0
    while (kills < KILLS or inside < INSIDE) and kills < MOST:
        kills += 1
        hit = kill_after(base, kills + 1, rng.uniform(0, 1.4 * window))
        now = whole(base)
        assert now - state in ((0, 1) if hit else (1,))
        inside, kept, state = inside + hit, kept + now - state, now
    print(f"\n{kills} kills, {inside} inside the transaction, {kept} loads kept; the transaction takes {window:.3f} s")
    assert inside >= INSIDE
