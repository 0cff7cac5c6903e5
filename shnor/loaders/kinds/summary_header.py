"""The header of the centre's own wide table: which columns hold values, of which indicator, for which period.

Two forms: schools down and indicator × year across; or indicators down and years across, one school a sheet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from shnor.datasets import Grid
from shnor.datasets.foreign import WIDEST
from shnor.datasets.indicator_values import (
    COUNT_HEADS,
    FINER,
    INDICATOR_HEADS,
    ORDER_HEADS,
    PERCENT_HEADS,
    SCHOOL_HEADS,
    UNIT_AT_END,
    UNIT_HEADS,
    VALUE_WITH_UNIT,
    YEAR_OF_VALUES,
)
from shnor.loaders.kinds.summary_stages import are_points, month_code, stage
from shnor.loaders.tables.school_lists import named
from shnor.loaders.types import Match
from shnor.loaders.words.headers import header_parts, normalise, plain
from shnor.loaders.words.months import MONTH
from shnor.loaders.words.read import is_error
from shnor.loaders.words.values import period

KIND, BY_SCHOOL, BY_INDICATOR = "indicator_values", "by_school", "by_indicator"
LAYOUTS = (BY_SCHOOL, BY_INDICATOR)
FRACTIONS = "(доли)"
"""Stands after the name of an indicator once the person has said that 0,485 means 48,5 %."""
SCAN_ROWS, HEADER_ROWS = 20, 3
_YEAR = re.compile(YEAR_OF_VALUES, re.I)
_VALUE = re.compile(VALUE_WITH_UNIT, re.I)
_FINER, _MONTH = re.compile(FINER), re.compile(rf"(?:за )?{MONTH}")
UNIT = re.compile(UNIT_AT_END, re.I)


@dataclass(frozen=True)
class Slot:
    """A column of values. indicator "" = it stands in the row. counted: the column of «чел.» beside it, if there is
    one. fractions: 0,485 means 48,5 %. is_count: it holds numbers of people itself. stage: it is headed by a point of
    monitoring, of this month; named: by these words."""

    column: int
    indicator: str
    period: str
    unit: str = ""
    counted: int | None = None
    fractions: bool = False
    is_count: bool = field(default=False, repr=False)
    stage: int = field(default=0, repr=False)
    named: str = field(default="", repr=False)


@dataclass(frozen=True)
class Header:
    """slots: columns of values from left to right. school, indicator, unit: their columns, where there are such.
    left: columns of numbers that name no period although others do, with their titles."""

    top: int
    bottom: int
    slots: tuple[Slot, ...]
    school: int | None = None
    indicator: int | None = None
    unit: int | None = None
    left: tuple[tuple[int, str], ...] = ()


def match(grid: Grid) -> Match | None:
    """The wide table of the sheet in the form other steps know; None when it is not one."""
    found = header(grid)
    if found is None:
        return None
    columns = {name: place for name, place in (("school_id", found.school), ("indicator", found.indicator),
                                               ("unit", found.unit)) if place is not None}
    spans = {slot.column: f"{slot.indicator}, {slot.period}".strip(", ") for slot in found.slots}
    layout = BY_SCHOOL if found.indicator is None else BY_INDICATOR
    return Match(KIND, layout, found.top, found.bottom + 1, columns, 1.0, spans)


def header(grid: Grid) -> Header | None:
    """The header that names most columns of values, most indicators among them; of equals the taller one."""
    if max(map(len, grid.cells[:SCAN_ROWS]), default=0) > WIDEST:
        return None
    found = [head for top in range(min(SCAN_ROWS, len(grid.cells)))
             for bottom in range(top, min(top + HEADER_ROWS, len(grid.cells)))
             if (head := _header(grid, top, bottom))]
    return max(found, key=lambda head: (len(head.slots), len({slot.indicator for slot in head.slots}),
                                        head.bottom - head.top), default=None)


def _header(grid: Grid, top: int, bottom: int) -> Header | None:
    school = indicator = unit = None
    slots: list[Slot] = []
    for column, parts in enumerate(header_parts(grid, top, bottom, plain)):
        said = {normalise(part) for part in parts}
        if not parts or said <= ORDER_HEADS:
            continue
        if said <= SCHOOL_HEADS:
            school = column if school is None else school
        elif said <= INDICATOR_HEADS:
            indicator = column if indicator is None else indicator
        elif said <= UNIT_HEADS:
            unit = column
        elif (slot := _slot(column, parts)) is None:
            return None
        else:
            slots.append(slot)
    if (school is None and indicator is None) or not slots:
        return None
    slots = _staged(grid, top, slots)
    titles = [normalise(slot.indicator) for slot in slots]
    if (indicator is None and any(map(_FINER.fullmatch, titles))) or any(_is_month(slot) for slot in slots):
        return None
    slots = _beside([slot for slot in slots if _holds_numbers(grid, bottom + 1, slot)])
    dated = _dated(grid, top, slots)
    if indicator is None and not all(slot.indicator for slot in dated):
        dated = _named_above(grid, top, dated)
    if not dated:
        return None
    left = tuple((slot.column, slot.indicator) for slot in slots if slot.column not in {one.column for one in dated})
    return Header(top, bottom, tuple(_paired(dated)), school, indicator, unit, left)


def _slot(column: int, parts: Sequence[str]) -> Slot | None:
    """None when a part is a value or a school and no header."""
    names, when, unit, counts, point, said = [], [], "", False, 0, ""
    for part in parts:
        low = normalise(part)
        if found := stage(part):
            point, said = found.month, part
            when += [found.when] if found.when else []
        elif (read := period(part)).value and not read.code:
            when.append(str(read.value))
        elif re.fullmatch(r"[-+]?\d[\d\s.,]*%?", part) or is_error(low) or named(part):
            return None
        elif low in COUNT_HEADS:
            counts = True
        elif low in PERCENT_HEADS:
            unit = "%"
        else:
            if (year := _YEAR.search(part)) and not period(year[1]).code:
                when.append(str(period(year[1]).value))
                part = f"{part[:year.start()]}{part[year.end():]}".strip(" ,")
            names.append(part)
    if len(set(when)) > 1 or len(names) > 2:
        return None
    name = ": ".join(filter(None, names))
    fractions = name.endswith(FRACTIONS)
    name = name.removesuffix(FRACTIONS).strip()
    told = UNIT.search(name)
    return Slot(column, name, when[0] if when else "", unit or (told[1].lower() if told else "чел." if counts else ""),
                None, fractions, counts, point, said)


def _staged(grid: Grid, top: int, slots: list[Slot]) -> list[Slot]:
    """Points of monitoring with the month they are of, in the school year of the title where a column names none. One
    that stands alone is a name like any other; of which year they are, somebody must have said."""
    if not are_points({slot.stage for slot in slots if slot.stage}):
        return [replace(slot, indicator=": ".join(filter(None, (slot.indicator, slot.named)))) if slot.stage else slot
                for slot in slots]
    told = _year_above(grid, top)
    dated = [replace(slot, period=month_code(slot.stage, slot.period or told)) if slot.stage else slot
             for slot in slots]
    return [slot for slot in dated if slot.period or not slot.stage]


def _is_month(slot: Slot) -> bool:
    """«сентябрь» over numbers is no indicator, and of which year it is nobody has said."""
    return not slot.period and bool(_MONTH.fullmatch(normalise(slot.indicator)))


def _beside(slots: list[Slot]) -> list[Slot]:
    """A bare «чел.» right after a column speaks of the same indicator and period."""
    found: list[Slot] = []
    for slot in slots:
        before = found[-1] if found else None
        if slot.is_count and not slot.indicator and not slot.period and before and before.column == slot.column - 1:
            slot = replace(slot, indicator=before.indicator, period=before.period)
        found.append(slot)
    return found


def _dated(grid: Grid, top: int, slots: list[Slot]) -> list[Slot]:
    """Those that name a period; where none does, all with the year of the title or of the sheet."""
    if named := [slot for slot in slots if slot.period]:
        return named
    told = _year_above(grid, top)
    return [replace(slot, period=told) for slot in slots] if told else []


def _year_above(grid: Grid, top: int) -> str:
    """The one year of the title or of the sheet; "" where there is none or several."""
    above = [*grid.heading.split("\n"), *(plain(value) for row in grid.cells[:top] for value in row if value)]
    years = {found[1] for text in (*above, grid.sheet) for found in _YEAR.finditer(text)}
    read = period(years.pop()) if len(years) == 1 else None
    return "" if read is None or read.code else str(read.value)


def _named_above(grid: Grid, top: int, slots: list[Slot]) -> list[Slot]:
    """Years alone across: the indicator is what the title says."""
    lines = [*grid.heading.split("\n"), *(plain(value) for row in grid.cells[:top] for value in row if value)]
    title = next((line.strip() for line in reversed(lines) if line.strip()), "")
    title = _YEAR.sub("", title).strip(" .,:–—-")
    return [replace(slot, indicator=slot.indicator or title) for slot in slots] if title else []


def _holds_numbers(grid: Grid, first: int, slot: Slot) -> bool:
    """Most filled cells under the header are numbers or shares; a column of a named year may be empty yet."""
    cells = [plain(grid.at(row, slot.column)) for row in range(first, min(first + 30, len(grid.cells)))]
    filled = [text for text in cells if text not in ("", "-", "–", "—")]
    numbers = sum(bool(_VALUE.fullmatch(text)) for text in filled)
    return numbers * 2 > len(filled) or (not filled and bool(slot.period))


def _paired(slots: list[Slot]) -> Iterator[Slot]:
    """A column of people beside the share of the same indicator and period says out of how many it is."""
    shares = {(slot.indicator, slot.period) for slot in slots if not slot.is_count}
    counts = {(slot.indicator, slot.period): slot.column for slot in slots if slot.is_count}
    for slot in slots:
        if not slot.is_count:
            yield replace(slot, counted=counts.get((slot.indicator, slot.period)))
        elif (slot.indicator, slot.period) not in shares:
            yield slot
