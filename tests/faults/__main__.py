"""`python -m tests.faults [--kills N] [--full N]`: every action of the base is killed, or runs into a full disk,
and the base is opened again: it must stand as before the action or as after it, never between. Linux only."""

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.actions import ACTIONS
from tests.faults.drill import Drill


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=40, help="of every action, half of them at points")
    parser.add_argument("--full", type=int, default=0, help="points of every action at which the disk is full")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=tuple(ACTIONS), default=tuple(ACTIONS))
    asked, wrong = parser.parse_args(), 0
    print("| action | disturbed | before | after | between |\n|---|---|---|---|---|")
    for name in asked.only:
        with TemporaryDirectory() as folder:
            drill, rng = Drill(name, Path(folder)), random.Random(asked.seed)
            found = Counter(drill.kill(rng, moment=bool(number % 2)) for number in range(asked.kills))
            wrong += _line(f"{name}: killed", found)
            points = sorted(rng.sample(range(1, drill.points + 1), min(asked.full, drill.points)))
            wrong += _line(f"{name}: full disk", Counter(drill.full(point) for point in points))
    return min(wrong, 1)


def _line(name: str, found: Counter[str]) -> int:
    """How many stand neither before nor after."""
    if total := found.total():
        other = ", ".join(f"{word}: {number}" for word, number in found.items() if word not in ("before", "after"))
        print(f"| {name} | {total} | {found['before']} | {found['after']} | {other or 0} |", flush=True)
    return found.total() - found["before"] - found["after"]


if __name__ == "__main__":
    sys.exit(main())
