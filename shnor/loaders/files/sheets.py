"""Workbooks (xlsx, xlsb, xls, ods) by python-calamine. Runs in the reading process: the reader can abort."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import time, timedelta

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from shnor.loaders.files.archive import sheet_names
from shnor.loaders.files.raw import Failed, Plain, Raw

MAX_CELLS = 8_000_000
"""Empty ones included: 200 000 rows of 40 columns. More is one stray cell, and every later step would walk to it."""
_EXACT = 2.0 ** 53
_BLOCK, _OVERLAP = 1 << 20, 16 << 10
_ERROR = re.compile(
    rb'<(?:\w+:)?c ([^<>]*\bt="e"[^<>]*)>(?:<(?:\w+:)?f[^<>]*/>|<(?:\w+:)?f\b[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>([^<]+)<')
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_AS_SEEN = {
    "#REF!": "#ССЫЛКА!", "#DIV/0!": "#ДЕЛ/0!", "#N/A": "#Н/Д", "#VALUE!": "#ЗНАЧ!", "#NAME?": "#ИМЯ?",
    "#NUM!": "#ЧИСЛО!", "#NULL!": "#ПУСТО!",
}


def read_workbook(data: bytes, errors: bool = False) -> list[Raw]:
    """Sheets in their order, cells from A1 on. errors: look for error cells, which the reader returns as empty.

    Whole numbers come back as int, an empty text as None, a time and a duration as text. Hidden rows are kept.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise Failed("password") from None
    faults = _error_cells(data) if errors else {}
    return [
        _sheet(book.get_sheet_by_index(index), meta.visible != SheetVisibleEnum.Visible, faults.get(meta.name, {}))
        for index, meta in enumerate(book.sheets_metadata) if meta.typ == SheetTypeEnum.WorkSheet
    ]


def _sheet(sheet: CalamineSheet, hidden: bool, faults: dict[tuple[int, int], str]) -> Raw:
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise Failed("memory")
    rows = sheet.to_python(skip_empty_area=False)
    for (row, column), text in faults.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    same: dict[str, str] = {}  # one object for equal texts: half the bytes on the way to the parent
    cells = tuple(
        tuple([same.setdefault(value, value) if type(value) is str and value else _restored(value) for value in row])
        for row in rows
    )
    merged = tuple(sorted((*first, *last) for first, last in sheet.merged_cell_ranges or ()))
    return Raw(sheet.name, cells, merged, hidden)


def _restored(value: Plain | time | timedelta) -> Plain:
    if value == "":
        return None
    if type(value) is float:
        return int(value) if value.is_integer() and abs(value) < _EXACT else value
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return value


def _error_cells(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Sheet → (row, column) → the error as the user's program shows it."""
    faults: dict[str, dict[tuple[int, int], str]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part, name in sheet_names(data).items():
            for attributes, text in _matches(archive, part):
                address = _ADDRESS.search(attributes)
                if address:
                    faults.setdefault(name, {})[_position(address)] = as_seen(text)
    return faults


def _matches(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[bytes, bytes]]:
    carry = b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            text = carry + block
            yield from _ERROR.findall(text)
            carry = text[-_OVERLAP:]


def _position(address: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for letter in address[1]:
        column = column * 26 + letter - 64
    return int(address[2]) - 1, column - 1


def as_seen(text: bytes) -> str:
    code = text.decode("utf-8", "replace").strip()
    return _AS_SEEN.get(code, code)
