"""A process that accepts one large file and says on stdout when its transaction begins and ends. To be killed.

    python -m tests.store.loading BASE VERSION
"""

import sys
from contextlib import contextmanager
from datetime import date

import pyarrow as pa

from shnor.datasets import Batch, Delivery, Grid, Kept
from shnor.store import Store
from tests.clock import noon
from tests.store.toy import BY, KINDS, VISITS

ROWS = 20_000


class Announcing(Store):
    """«begin» stands after BEGIN, «end» after COMMIT has returned."""

    @contextmanager
    def _writing(self):
        with super()._writing() as cursor:
            print("begin", flush=True)
            yield cursor
        print("end", flush=True)


def large(version: int) -> Delivery:
    """Every row says the version."""
    table = pa.table({"school": [f"Ш{number}" for number in range(ROWS)], "month": [date(2026, 1, 1)] * ROWS,
                      "result": [str(version)] * ROWS, "lessons": [version] * ROWS, "row": list(range(ROWS)),
                      "cell": ["A1"] * ROWS}, schema=VISITS.schema)
    grid = Grid("Посещения", tuple((f"Ш{number}", version) for number in range(ROWS)))
    batch = Batch("visits", "list", grid.sheet, 1, ROWS, table)
    return Delivery("большой.xlsx", str(version), (batch,), (Kept.of(grid),))


def main(path: str, version: str) -> None:
    store = Announcing.open(path, kinds=KINDS, clock=noon)
    store.accept(store.preview(large(int(version))), BY)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
