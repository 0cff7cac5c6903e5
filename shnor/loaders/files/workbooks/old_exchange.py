"""Two old ways to hand a table from program to program: SYLK (.slk) and DIF. One sheet each, cells from A1 on."""

import re
from datetime import datetime, timedelta

from shnor.datasets.limits import SHEET_CELLS, SHEET_COLUMNS, SHEET_ROWS
from shnor.datasets.months import DAY_FORMAT
from shnor.loaders.files.encodings import decoded
from shnor.loaders.files.raw import Failed, Plain, Raw

SHEET = "Таблица 1"
_DAY_FORMAT = re.compile(DAY_FORMAT, re.IGNORECASE)
_START = datetime(1899, 12, 30)
_ESCAPES = {"0": "\n", ":": "\n"}


def read_sylk(data: bytes) -> list[Raw]:
    """Numbers under a format of days are days; of a formula its value is read."""
    cells: dict[tuple[int, int], Plain] = {}
    formats: list[str] = []
    days: set[tuple[int, int]] = set()
    row = column = 1
    for line in decoded(data).splitlines():
        kind, *fields = _fields(line)
        places = {field[:1]: field[1:] for field in fields if field}
        if kind == "P" and "P" in places:
            formats.append(places["P"])
        if kind not in ("C", "F"):
            continue
        row, column = _number(places.get("Y"), row), _number(places.get("X"), column)
        if kind == "C" and "K" in places:
            cells[row, column] = _sylk_value(places["K"])
        elif kind == "F" and _number(places.get("P"), -1) in [
                place for place, text in enumerate(formats) if _DAY_FORMAT.search(text)]:
            days.add((row, column))
    for place in days & cells.keys():
        cells[place] = _day(cells[place])
    return _sheet(cells)


def _fields(line: str) -> list[str]:
    """Parts between semicolons; a doubled one is a letter, and nothing is cut inside quotes."""
    parts, inside, at = [""], False, 0
    while at < len(line):
        if line[at] == ";" and line[at + 1:at + 2] == ";":
            parts[-1] += ";"
            at += 1
        elif line[at] == ";" and not inside:
            parts.append("")
        else:
            inside ^= line[at] == '"'
            parts[-1] += line[at]
        at += 1
    return parts


def _sylk_value(text: str) -> Plain:
    if text.startswith('"'):
        plain = text[1:].removesuffix('"').replace('""', '"')
        return re.sub("\x1b ?(.)", lambda sign: _ESCAPES.get(sign[1], sign[1]), plain) or None
    if text in ("TRUE", "FALSE"):
        return text == "TRUE"
    return _figure(text)


def read_dif(data: bytes) -> list[Raw]:
    """Pairs of lines after DATA: the type with a number, then a text."""
    lines = iter(decoded(data).splitlines())
    cells: dict[tuple[int, int], Plain] = {}
    row = column = 0
    for line in lines:
        if line.strip().upper() == "DATA":
            next(lines, None), next(lines, None)
            break
    for line in lines:
        kind, _, figure = line.partition(",")
        text = next(lines, "").strip()
        if kind.strip() == "-1":
            row, column = row + 1, 0
            if text.upper() == "EOD":
                break
            continue
        column += 1
        quoted = text.removeprefix('"').removesuffix('"').replace('""', '"')
        cells[row, column] = (quoted or None) if kind.strip() == "1" else _figure(figure)
    return _sheet(cells)


def _figure(text: str) -> Plain:
    try:
        number = float(text)
    except ValueError:
        return text.strip() or None
    return int(number) if number.is_integer() and abs(number) < 2.0 ** 53 else number


def _day(value: Plain) -> Plain:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value < 2_958_466:
        return value
    moment = _START + timedelta(days=value)
    return moment.date() if isinstance(value, int) else moment.replace(microsecond=0)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else default


def _sheet(cells: dict[tuple[int, int], Plain]) -> list[Raw]:
    filled = {place: value for place, value in cells.items() if value is not None}
    height = max((row for row, _ in filled), default=0)
    width = max((column for _, column in filled), default=0)
    if height > SHEET_ROWS or width > SHEET_COLUMNS or height * width > SHEET_CELLS:
        raise Failed("memory")
    rows = tuple(tuple(filled.get((row, column)) for column in range(1, width + 1)) for row in range(1, height + 1))
    return [Raw(SHEET, rows)] if filled else []
