"""What the store takes in: one file with its records and its sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from shnor.datasets.exchange import Batch
from shnor.datasets.packed import Kept
from shnor.datasets.places import Places


@dataclass(frozen=True)
class Delivery:
    """One file on its way into the base. kept: its sheets without personal columns.
    school, period: what the whole file speaks of, if it does (a code of the register, the code of a period).
    replaced: of a kind, the keys of rows of earlier files that stop counting because of this one."""

    file: str
    sha256: str
    batches: tuple[Batch, ...]
    kept: tuple[Kept, ...] = ()
    school: str = ""
    period: str = ""
    replaced: Mapping[str, pa.Table] = field(default_factory=dict)

    def places(self, kind: str) -> dict[str, Places]:
        """Where the values of a kind stand, by sheet."""
        return {table.sheet: table for batch in self.batches if batch.kind == kind for table in batch.places}
