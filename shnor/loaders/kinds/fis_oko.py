"""Sheets of ФИС ОКО: groups of participants are levels and schools, percentages are numbers of pupils.

«Статистика по отметкам» gives per cent with two decimals and the number of participants; the numbers are rebuilt and
must add up. Row layout: shared by all reports, header in row 8, found by its texts.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from shnor.datasets import Spot, Value, column_letters
from shnor.datasets.places import REBUILT
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.numbers import number
from shnor.loaders.words.schools import find

MARKS = ("n2", "n3", "n4", "n5")
EXACT_BELOW = 5_000
"""Participants up to which a percentage with two decimals stands for one number of pupils only."""
_ROUNDED, _SUM = 0.0051, 0.05
"""How far a percentage with two decimals may lie from the share, and four of them together from 100."""

_CODE = re.compile(r"\((?P<code>edu\d+|reg\d+_m\d+|reg\d+)\)", re.I)
_ALL = re.compile(r"вся выборка|россия|российская федерация|рф", re.I)
_REGION = re.compile(r"\b(?:край|область|республика|автономн\w+ округ|москва|санкт-петербург|севастополь)\b", re.I)


class Group(NamedTuple):
    """level: of the declaration. name: as written, without the code. login: of a school, «edu990005»."""

    level: str
    name: str
    login: str = ""


def group(text: str) -> Group | None:
    """«МБОУ ООШ № 5(edu990005)» → a school; None for what is none of the four levels."""
    clean = " ".join(text.split())
    found = _CODE.search(clean)
    name = _CODE.sub("", clean).strip()
    if found and found["code"].lower().startswith("edu"):
        return Group("school", name, found["code"].lower())
    if found:
        return Group("municipality" if "_m" in found["code"].lower() else "region", name)
    if _ALL.fullmatch(clean):
        return Group("country", name)
    return Group("region", name) if _REGION.search(clean) else None


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
    """Before typing: groups become the school as it is looked up, percentages become counts in the cells read."""
    _groups(draft)
    if all(name in draft.body.match.columns for name in MARKS):
        _marks(draft)


def put(draft: Draft, row: int, name: str, value: Value) -> None:
    """Stand a value in a cell of the rows that are read; the sheet that is kept stays as it came."""
    place = draft.body.match.columns[name]
    cells = [*draft.body.rows[row]]
    cells += [None] * (place + 1 - len(cells))
    cells[place] = value
    draft.body.rows[row] = tuple(cells)


def letters(draft: Draft, name: str) -> str:
    """Of the column of the sheet."""
    return column_letters(draft.body.match.columns[name])


def _groups(draft: Draft) -> None:
    levels = []
    for row, text in enumerate(draft.body.values("school_id")):
        read = group(shown(text))
        levels.append(read.level if read else "school")
        if read is None:
            put(draft, row, "school_id", None)
            draft.findings.add("fis-group", *draft.body.place(row, "school_id"), shown(text),
                               column=draft.body.kind["school_id"].title)
        else:
            known = find(read.login, draft.known.schools).kind == "exact"
            put(draft, row, "school_id", (read.login if known else read.name) if read.level == "school" else None)
    draft.columns["level"] = levels
    draft.spots["level"] = (Spot(letters(draft, "school_id")),)


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
