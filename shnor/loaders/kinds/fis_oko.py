"""Sheets of ФИС ОКО: percentages are numbers of pupils. Groups of participants: see `groups`.

«Статистика по отметкам» gives per cent with two decimals and the number of participants; the numbers are rebuilt and
must add up. Row layout: shared by all reports, header in row 8, found by its texts.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from shnor.datasets import Spot
from shnor.datasets.places import REBUILT
from shnor.loaders.kinds.groups import letters, put
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.numbers import number

MARKS = ("n2", "n3", "n4", "n5")
EXACT_BELOW = 5_000
"""Participants up to which a percentage with two decimals stands for one number of pupils only."""
_ROUNDED, _SUM = 0.0051, 0.05
"""How far a percentage with two decimals may lie from the share, and four of them together from 100."""

def rebuilt(percents: Sequence[float], participants: int) -> list[int] | None:
    """Percentages of one row → numbers of pupils that add up to the participants and give these percentages back.
    None where no whole numbers do. Above EXACT_BELOW the rounding error goes to the largest number."""
    counts = [int(Decimal(str(p * participants / 100)).quantize(Decimal(1), ROUND_HALF_UP)) for p in percents]
    off = participants - sum(counts)
    if not participants or abs(sum(percents) - 100) > _SUM:
        return counts if not participants and not any(percents) else None
    if participants > EXACT_BELOW:
        counts[counts.index(max(counts))] += off
        return counts
    back = all(abs(100 * count / participants - p) <= _ROUNDED for count, p in zip(counts, percents, strict=True))
    return counts if not off and back else None


def prepare(draft: Draft) -> None:
    """Before typing, once groups are levels and schools: percentages become counts in the cells read."""
    if all(name in draft.body.match.columns for name in MARKS):
        _marks(draft)


def _marks(draft: Draft) -> None:
    kinds = []
    columns = [draft.body.values(name) for name in ("participants", *MARKS)]
    for row, cells in enumerate(zip(*columns, strict=True)):
        read = [number(value.replace("%", "") if isinstance(value, str) else value).value for value in cells]
        numbers = [value for value in read if isinstance(value, float)]
        if len(numbers) < len(cells):
            kinds.append("counts")
            continue
        participants, *values = numbers
        if sum(values) == participants and all(value == int(value) for value in values):
            kinds.append("counts")
            continue
        kinds.append("rebuilt")
        counts = rebuilt(values, int(participants))
        for place, name in enumerate(MARKS):
            put(draft, row, name, counts[place] if counts else None)
            draft.row_spots[name, row] = (Spot(letters(draft, name), REBUILT),
                                          Spot(letters(draft, "participants"), REBUILT))
        if counts is None:
            _tell(draft, row, cells)
    draft.columns["source_kind"] = kinds


def _tell(draft: Draft, row: int, cells: Sequence[object]) -> None:
    participants, *percents = (DASHES.sub("-", shown(value)).replace(".", ",") for value in cells)
    draft.findings.add("fis-percent", *draft.body.place(row, "participants"), participants,
                       column=draft.body.kind["participants"].title, percents=" + ".join(percents))
