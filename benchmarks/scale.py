"""Every figure of a base of 12, 80 and 1 250 schools, against the same counts in plain SQL on the same file."""

import time
from collections import defaultdict
from pathlib import Path

from benchmarks import large, recount
from benchmarks.figures import Times, table
from shnor.service import bases
from shnor.service.figures import every
from shnor.store import Store

SCHOOLS = (12, 80, 1250)
AIM = 4.0
Measured = dict[tuple[int, str], Times]
FIGURES, SQL = "figures", "plain SQL"


def measure(folder: Path, repeats: int, sizes: tuple[int, ...] = SCHOOLS) -> Measured:
    """Times by size and side. Raises RuntimeError when the two sides count differently."""
    times: Measured = defaultdict(Times)
    for size in sizes:
        base = folder / f"{size}.duckdb"
        large.fill(base, size)
        for repeat in range(repeats + 1):
            ours, seconds = _figures(base)
            plain, baseline = _plain(base)
            if ours != plain:
                raise RuntimeError(f"{size} schools: {_first_difference(ours, plain)}")
            if repeat:  # the first run fills the caches of the disk
                times[size, FIGURES].all.append(seconds)
                times[size, SQL].all.append(baseline)
    return dict(times)


def _figures(base: Path) -> tuple[recount.Counts, float]:
    store = Store.open(base, create=False, clock=lambda: bases.noon(large.DAY))
    try:
        begun = time.perf_counter()
        with store.view() as view:
            found = every.every(view, as_of=large.DAY)
        seconds = time.perf_counter() - begun
    finally:
        store.close()
    return {(f.metric, *f.group.values()): (f.numerator, f.denominator) for f in found}, seconds


def _plain(base: Path) -> tuple[recount.Counts, float]:
    found: recount.Counts = {}
    with recount.connect(base, large.DAY) as connection:
        begun = time.perf_counter()
        for topic in recount.TOPICS:
            found |= recount.counts(connection, topic)
        return found, time.perf_counter() - begun


def _first_difference(ours: recount.Counts, plain: recount.Counts) -> str:
    key = min(key for key in ours.keys() | plain.keys() if ours.get(key) != plain.get(key))
    return f"{key}: {ours.get(key)}, in SQL {plain.get(key)}"


def report(times: Measured) -> str:
    lines = [[f"{size:,}".replace(",", " "), times[size, FIGURES].text, times[size, SQL].text,
              times[size, FIGURES].against(times[size, SQL], AIM)] for size, side in times if side == FIGURES]
    return table(["schools", "every figure, ms", "the same counts in plain SQL, ms", f"ratio (aim ≤ {AIM:g})"], lines)
