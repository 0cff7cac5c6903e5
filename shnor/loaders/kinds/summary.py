"""The centre's own wide table of past years → one record an indicator, period and school, each in its own cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shnor import periods
from shnor.datasets import Batch, Grid, Spot, Value, a1
from shnor.datasets.indicator_values import ABOVE_MUNICIPALITY, MUNICIPALITY, NO_VALUE
from shnor.datasets.places import OWN
from shnor.loaders.issues.findings import Findings
from shnor.loaders.kinds.summary_header import FRACTIONS, UNIT, Header, Slot, header
from shnor.loaders.records.batch import batch
from shnor.loaders.records.constraints import check_columns, check_key, check_rules
from shnor.loaders.records.draft import Draft, settle_days, shown
from shnor.loaders.records.registered import named_in, resolve_schools
from shnor.loaders.tables import looks, totals
from shnor.loaders.tables.body import Body, Part, read_body
from shnor.loaders.tables.columns import tell_unused
from shnor.loaders.types import KEEP, Choice, Known
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.numbers import number
from shnor.loaders.words.read import Read
from shnor.loaders.words.schools import find

SHARES, TIMES_HUNDRED, LISTED = "проценты долями", "умножить на 100", 8
_MUNICIPALITY = re.compile(MUNICIPALITY, re.I)
_ABOVE = re.compile(ABOVE_MUNICIPALITY, re.I)


@dataclass(frozen=True)
class Filled:
    """A filled cell of the table. row: of the body. school: the text that names it, None = the municipality."""

    row: int
    slot: Slot
    indicator: str
    unit: str
    school: str | None
    cell: Value


def extract(parts: Sequence[Part], known: Known, findings: Findings) -> tuple[Batch | None, Draft]:
    """The batch of one wide table, or None when there is no value in it."""
    body = read_body(parts, answers=findings.answers)
    draft = Draft(body, findings, known)
    looks.tell(body, findings)
    head = header(parts[0].grid)
    if body.aside and not body.rows:
        return None, draft
    if head is None or not body.rows:
        findings.add("no-rows", body.sheet, "", kind=body.kind.title)
        return None, draft
    kept = set(body.numbers)
    for part in parts:
        totals.tell(part.grid, part.match, kept, findings)
    schools = _schools(draft, head)
    values = [value for row in range(len(body.rows)) for value in _of_row(draft, head, row, schools[row])]
    for column, title in head.left:
        findings.add("summary-no-year", body.sheet, a1(head.bottom, column), title)
    if not values:
        findings.add("no-rows", body.sheet, "", kind=body.kind.title)
        return None, draft
    _fill(draft, head, values, _shares(draft, head, values))
    taken = [*(slot.counted for slot in head.slots if slot.counted is not None), *(column for column, _ in head.left)]
    tell_unused(parts[0], body.numbers, taken, findings)
    return _settled(draft, values), draft


def _settled(draft: Draft, values: list[Filled]) -> Batch:
    """The same steps every table goes through after its cells are read."""
    resolve_schools(draft)
    schools = draft.columns["school_id"]
    draft.columns["school_id"] = ["" if value.school is None else school
                                  for value, school in zip(values, schools, strict=True)]
    settle_days(draft)
    check_columns(draft)
    check_key(draft)
    for record, school in enumerate(draft.columns["school_id"]):
        if school is None:
            draft.findings.insist("school-unclear", *draft.place(record, "school_id"))
    made = batch(draft)
    check_rules(draft, made)
    return made


def _schools(draft: Draft, head: Header) -> list[str | None]:
    """The text that names the school of each row: a column, a section row, or what stands above the table."""
    body = draft.body
    if head.school is not None:
        return [plain(value) for value in body.values("school_id")]
    whose = _whose(body.parts[0].grid, head, draft.known)
    answer = draft.answers.get((body.sheet, ""))
    register = draft.known.schools
    sections = [title if title and find(title, register).kind != "unknown" else "" for title in body.sections]
    if whose is None and not answer and not all(sections):
        draft.findings.add("summary-whose", body.sheet, "", choices=tuple(
            Choice(school.name, school.name) for school in register[:40]))
    return [title or answer or whose for title in sections]


def _of_row(draft: Draft, head: Header, row: int, school: str | None) -> Iterator[Filled]:
    cells = draft.body.rows[row]
    indicator = _at(cells, head.indicator)
    if head.school is not None and (school := _school(draft, row, school or "")) is None:
        return
    if head.indicator is not None and not indicator:
        return
    for slot in head.slots:
        cell = cells[slot.column] if slot.column < len(cells) else None
        if normalise(cell) not in NO_VALUE:
            told = _unit(_at(cells, head.unit)) or slot.unit or _unit_of(indicator)
            yield Filled(row, slot, indicator or slot.indicator, told, school or None, cell)


def _school(draft: Draft, row: int, text: str) -> str | None:
    """The text that names a school; "" = the municipality as a whole; None = the row is left out, with a word."""
    if not text:
        return None
    if _MUNICIPALITY.fullmatch(text.strip(" .:")):
        return ""
    if _ABOVE.fullmatch(text.strip(" .:")):
        sheet, cell = draft.body.place(row, "school_id")
        draft.findings.add("summary-row-left", sheet, cell, text)
        return None
    return text


def _at(cells: Sequence[object], place: int | None) -> str:
    return plain(cells[place]) if place is not None and place < len(cells) else ""


def _unit(text: str) -> str:
    return "%" if normalise(text) in ("процент", "проценты", "%", "доля, %") else text.strip()


def _unit_of(indicator: str) -> str:
    found = UNIT.search(indicator.removesuffix(FRACTIONS).strip())
    return found[1].lower() if found else ""


def _whose(grid: Grid, head: Header, known: Known) -> str | None:
    """The school a sheet of indicators speaks of: named above the table or by the sheet; "" = the municipality."""
    above = "\n".join([grid.heading, *(plain(value) for row in grid.cells[:head.top] for value in row if value)])
    if found := named_in(above, known):
        return next(school.name for school in known.schools if school.school_id == found)
    if find(grid.sheet, known.schools).kind == "exact":
        return grid.sheet
    lines = [line.strip() for line in (*above.splitlines(), grid.sheet)]
    return "" if any(_MUNICIPALITY.fullmatch(line) for line in lines) else None


def _shares(draft: Draft, head: Header, values: list[Filled]) -> set[int]:
    """Places of values in % whose cells hold 0,485, a share by the form of the cell. Asked once an indicator; where
    several are in doubt, once for the sheet."""
    found: dict[str, list[Filled]] = {}
    for value in values:
        if value.unit == "%" and isinstance(value.cell, int | float):
            found.setdefault(value.indicator, []).append(value)
    certain = {value.indicator for value in values if value.slot.fractions or value.indicator.endswith(FRACTIONS)}
    doubtful = [one for name, own in found.items() if name not in certain for one in _in_doubt(own)]
    answer = draft.answers.get((draft.body.sheet, SHARES))
    small = {id(value) for name, own in found.items() if name not in certain for value in own
             if abs(_percent(value)) <= 1}
    if len(doubtful) < 2 or answer == KEEP:
        for one, whole in doubtful if answer is None else ():
            _ask_of_shares(draft, head, one, whole=whole)
    elif answer != TIMES_HUNDRED:
        _ask_of_all_shares(draft, [value for value in values if id(value) in small])
    taken = small if answer == TIMES_HUNDRED else set()
    return {place for place, value in enumerate(values) if value.indicator in certain or id(value) in taken}


def _hundredfold(value: Filled) -> str:
    return f"{round(_percent(value) * 100, 6):g}".replace(".", ",")


def _percent(value: Filled) -> float:
    return float(value.cell)  # type: ignore[arg-type]


def _in_doubt(own: list[Filled]) -> Iterator[tuple[list[Filled], bool]]:
    """(the values of an indicator, True), if none is above 1; else (those of a year, False) of each year that is so."""
    if all(_percent(value).is_integer() for value in own):
        return
    if max(map(_percent, own)) <= 1:
        yield own, True
        return
    years: dict[int, list[Filled]] = {}
    for value in own:
        years.setdefault(value.slot.column, []).append(value)
    for values in years.values():
        if max(map(_percent, values)) <= 1 and not all(_percent(value).is_integer() for value in values):
            yield values, False


def _ask_of_shares(draft: Draft, head: Header, values: list[Filled], *, whole: bool) -> None:
    """Of a whole indicator beside its name, of one year of it in the first cell of that year."""
    first, sheet = values[0], draft.body.sheet
    written = plain(first.cell).replace(".", ",")
    if not whole:
        hundred = _hundredfold(first)
        choices = (Choice(f"Это доля: {hundred} %", f"{hundred}%"),) if len(values) == 1 else ()
        draft.findings.add("summary-year-of-fractions", sheet, _cell(draft, first), written,
                           (*choices, Choice("Оставить как есть", KEEP)), indicator=first.indicator,
                           period=periods.parse(first.slot.period).title)
        return
    cell = a1(head.top, _start(draft.body, head, first.slot.column)) if head.indicator is None else \
        draft.body.place(first.row, "indicator")[1]
    draft.findings.add("summary-fractions", sheet, cell, written, choices=(
        Choice("Да, это проценты", f"{first.indicator} {FRACTIONS}"), Choice("Нет, записать как есть", KEEP)),
        indicator=first.indicator)


def _ask_of_all_shares(draft: Draft, small: list[Filled]) -> None:
    sheet, first = draft.body.sheet, small[0]
    written = plain(first.cell).replace(".", ",")
    listed = ", ".join(f"{_cell(draft, value)} — {plain(value.cell).replace('.', ',')}" for value in small[:LISTED])
    more = f" и ещё {len(small) - LISTED}" if len(small) > LISTED else ""
    choices = (Choice(f"Это доли: {written} значит {_hundredfold(first)} %", TIMES_HUNDRED),
               Choice("Записать как есть", KEEP))
    draft.findings.add("summary-shares", sheet, _cell(draft, first), written, choices, SHARES, listed=listed + more)


def _cell(draft: Draft, value: Filled) -> str:
    return a1(draft.body.numbers[value.row], value.slot.column)


def _start(body: Body, head: Header, column: int) -> int:
    """Where the header cell over a column begins, if it is merged."""
    return next((left for first, left, last, right in body.parts[0].grid.merged
                 if first <= head.top <= last and left <= column <= right), column)


def _fill(draft: Draft, head: Header, values: list[Filled], hundredfold: set[int]) -> None:
    body = draft.body
    sheet = body.sheet
    draft.origin = [value.row for value in values]
    draft.places = [(sheet, a1(body.numbers[value.row], value.slot.column)) for value in values]
    read = [_number(value, place in hundredfold) for place, value in enumerate(values)]
    counts = [_count(body.rows[value.row], value.slot) for value in values]
    of_head = () if head.indicator is not None else (Spot(f"{OWN}{head.top + 1}"), Spot(f"{OWN}{head.bottom + 1}"))
    draft.spots |= {"value": (Spot(OWN),), "period": (Spot(f"{OWN}{head.bottom + 1}"),),
                    **({"indicator": of_head} if of_head else {})}
    draft.columns = {
        "school_id": [value.school for value in values],
        "indicator": [value.indicator.removesuffix(FRACTIONS).strip() for value in values],
        "period": [value.slot.period for value in values], "value": [found.value for found in read],
        "counted": [found.value for found in counts], "unit": [value.unit or None for value in values]}
    for record, (value, found) in enumerate(zip(values, read, strict=True)):
        if found.code:
            draft.add(found.code, record, "value", shown(value.cell), choices=found.choices, example="48,5")
    if any(found.code for found in read):
        draft.asked.add("value")
    for value, found in zip(values, counts, strict=True):
        if found.code and value.slot.counted is not None:
            draft.findings.add(found.code, sheet, a1(body.numbers[value.row], value.slot.counted),
                               shown(body.rows[value.row][value.slot.counted]), found.choices,
                               column=body.kind["counted"].title, example="86")


def _number(value: Filled, hundredfold: bool) -> Read:
    read = number(value.cell, value.unit)
    if read.code and (found := re.fullmatch(r"([-+−]?[\d\s\u00a0]+(?:[.,]\d+)?)\s*%", plain(value.cell))):
        read = number(found[1])
    if hundredfold and isinstance(value.cell, int | float) and isinstance(read.value, float):
        return Read(round(read.value * 100, 10))
    return read


def _count(cells: Sequence[Value], slot: Slot) -> Read:
    cell = cells[slot.counted] if slot.counted is not None and slot.counted < len(cells) else None
    return Read() if normalise(cell) in NO_VALUE else number(cell, "чел.", whole=True)
