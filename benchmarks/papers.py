"""The papers of 80 schools in one zip: seconds and memory, against as many papers each made alone."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import psutil

from benchmarks import large
from benchmarks.figures import table
from shnor.service import bases
from shnor.service.papers import note, pack, report
from shnor.service.papers.writing import Asked, Kept
from shnor.store import Store

SCHOOLS, ALONE = 80, 8
"""So many schools are on the list of a base of twice as many; so many papers are made alone, each in a view of its
own."""
AIM_SECONDS, AIM_MEGABYTES = 60.0, 1000.0
KEPT = Kept()


@dataclass(frozen=True)
class Measured:
    """seconds: of the clock; processor: of the processor, which tells more where the machine has other work. peak: the
    most memory of the process after a paper, in megabytes."""

    seconds: float
    processor: float
    peak: float = 0.0

    def times(self, n: float) -> "Measured":
        return Measured(self.seconds * n, self.processor * n)


def measure(folder: Path) -> tuple[Measured, Measured]:
    """The zip; one paper alone. The first paper, which marks the rows of the base, belongs to the zip."""
    base, peaks = folder / "papers.duckdb", [0.0]
    large.fill(base, 2 * SCHOOLS)
    store = Store.open(base, create=False, clock=lambda: bases.noon(large.DAY))
    try:
        whole = _timed(lambda: _packed(store, lambda done, all: peaks.append(_megabytes())))
        codes = [f"Ш{number:04}" for number in range(1, 2 * SCHOOLS, 2)][::SCHOOLS // ALONE]
        alone = _timed(lambda: [_alone(store, code) for code in codes])
    finally:
        store.close()
    return Measured(whole.seconds, whole.processor, max(peaks)), alone.times(1 / len(codes))


def _packed(store: Store, progress: Callable[[int, int], None]) -> None:
    with store.view() as view:
        made = pack.pack(view, Asked("2026", large.DAY), KEPT, BytesIO(), progress=progress)
    if len(made.made) != SCHOOLS:
        raise RuntimeError(f"{len(made.made)} papers of {SCHOOLS}: {dict(made.left)}")


def _alone(store: Store, code: str) -> bytes:
    with store.view() as view:
        return report.docx(note.build(view, Asked("2026", large.DAY, code), KEPT))


def _timed(step: Callable[[], object]) -> Measured:
    begun, worked = time.perf_counter(), time.process_time()
    step()
    return Measured(time.perf_counter() - begun, time.process_time() - worked)


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def report_of(whole: Measured, alone: Measured) -> str:
    each = alone.times(SCHOOLS)
    return (f"Papers of {SCHOOLS} schools:\n\n" + table(["what", "seconds", "of the processor", "peak, MB"], [
        [f"one zip (aim ≤ {AIM_SECONDS:g} s, < {AIM_MEGABYTES:g} MB)", _told(whole.seconds, AIM_SECONDS),
         f"{whole.processor:.1f}", _told(whole.peak, AIM_MEGABYTES)],
        ["one paper alone, rows marked already", f"{alone.seconds:.2f}", f"{alone.processor:.2f}", ""],
        [f"the same × {SCHOOLS}", f"{each.seconds:.1f}", f"{each.processor:.1f}", ""],
        ["ratio", f"{whole.seconds / each.seconds:.2f}", f"{whole.processor / each.processor:.2f}", ""]]))


def _told(value: float, aim: float) -> str:
    return f"{value:.1f}" + ("" if value <= aim else " ✗")
