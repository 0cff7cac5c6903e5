"""Odd files by the hundred: no fault of ours, no hang, the right sum or the right sentence, nothing of people kept.

`python run.py test` tries FEW of them, `python run.py test --nightly` MANY.
"""

import gc
import os
import time
from datetime import date

import psutil
import pytest

from sample_data.district import SCHOOLS
from shnor.loaders.types import Known, School
from shnor.service.intake.drop import Incoming, check_together, opened
from shnor.service.intake.reading import Reader
from tests.odd.generator import Odd, odd

FEW, MANY, PORTION = 50, 2000, 50
KNOWN = Known(today=date(2026, 11, 27),
              schools=tuple(School(school.school_id, school.name, school.number) for school in SCHOOLS))
SECONDS = 2.0
"""Of the parent's processor for one file."""
GROWTH = 60 << 20
"""Of the parent over all files, in bytes."""


def faults(case: Odd) -> list[str]:
    """What a careful reader would say against the answer."""
    files = opened([Incoming(case.name, case.data)], Reader())
    checked = check_together(files, KNOWN, Reader())
    batches = [batch for item in checked for batch in item.batches]
    codes = {issue.code for item in checked for issue in item.issues}
    accepted = bool(batches) and all(item.acceptable for item in checked)
    wrong = []
    if case.people is None and accepted:
        wrong.append(f"accepted, {[(batch.kind, batch.rows) for batch in batches]}")
    if case.people is not None and case.people >= 0:
        people = sum(row["people"] or 0 for batch in batches if batch.kind == "courses"
                     for row in batch.table.to_pylist())
        if not accepted or people != case.people:
            wrong.append(f"people {people}, not {case.people}, accepted {accepted}")
    if case.codes and not codes & case.codes:
        wrong.append(f"told {sorted(codes)}, not {sorted(case.codes)}")
    if not accepted and not codes:
        wrong.append("refused without a word")
    if "file-unreadable" in codes and case.trap not in ("flipped_bytes", "noise", "cut_off"):
        wrong.append("unreadable")
    kept = repr([(item.batches, item.grids, item.issues, [batch.table.to_pylist() for batch in item.batches])
                 for item in checked])
    return wrong + [f"kept {text}" for text in case.never if text in kept]


def portion(first: int, last: int) -> list[str]:
    """Faults of the files of these seeds, a line each."""
    lines = []
    for seed in range(first, last):
        case = odd(seed)
        begun = time.process_time()
        lines += [f"{seed} {case.trap} {case.name}: {fault}" for fault in faults(case)]
        if (spent := time.process_time() - begun) > SECONDS:
            lines.append(f"{seed} {case.trap} {case.name}: {spent:.1f} s of the parent")
    return lines


@pytest.mark.parametrize("first", range(0, FEW, PORTION))
def test_fifty_odd_files(first: int):
    assert portion(first, first + PORTION) == []


@pytest.mark.nightly
@pytest.mark.timeout(1800)
def test_two_thousand_odd_files(capsys: pytest.CaptureFixture[str]):
    process, lines, sizes = psutil.Process(os.getpid()), [], []
    for first in range(FEW, FEW + MANY, PORTION):
        lines += portion(first, first + PORTION)
        gc.collect()
        sizes.append(process.memory_info().rss)
    with capsys.disabled():
        print(f"\n{MANY} odd files, faults {len(lines)}; memory of the parent {sizes[1] >> 20} → {sizes[-1] >> 20} MB")
    assert lines == []
    assert sizes[-1] - sizes[1] < GROWTH
