"""OpenDocument spreadsheets: the marks of their sheets, and their cells where the fast reader gives up."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from xml.parsers import expat

from shnor.datasets.limits import BLOCK_BYTES, SHEET_CELLS, SHEET_COLUMNS, SHEET_ROWS
from shnor.loaders.files.looks.marks import Marks, as_seen
from shnor.loaders.files.looks.ods_styles import CALC, PARAGRAPH, SPAN, Styles, name
from shnor.loaders.files.raw import Failed, Plain

_TABLE, _ROW, _COLUMN = name("table", "table"), name("table", "table-row"), name("table", "table-column")
_CELL, _COVERED = name("table", "table-cell"), name("table", "covered-table-cell")
_GROUPS = (name("table", "table-row-group"), name("table", "table-column-group"))
_SPACE, _TAB, _BREAK = name("text", "s"), name("text", "tab"), name("text", "line-break")
_ASIDE = {name("office", "annotation"), name("table", "tracked-changes"), name("table", "shapes"),
          name("text", "note"), name("draw", "frame"), name("draw", "custom-shape")}
_NAME, _STYLE, _DEFAULT = name("table", "name"), name("table", "style-name"), name("table", "default-cell-style-name")
_VISIBLE, _DISPLAY, _FORMULA = name("table", "visibility"), name("table", "display"), name("table", "formula")
_ACROSS, _DOWN = name("table", "number-columns-repeated"), name("table", "number-rows-repeated")
_WIDE, _HIGH = name("table", "number-columns-spanned"), name("table", "number-rows-spanned")
_TYPE, _VALUE, _DATE, _TIME, _TEXT, _YES = (name("office", f"{kind}value{rest}") for kind, rest in (
    ("", "-type"), ("", ""), ("date-", ""), ("time-", ""), ("string-", ""), ("boolean-", "")))
_TEXT_STYLE, _SPACES = name("text", "style-name"), name("text", "c")
_HOURS = re.compile(r"-?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_ERROR = re.compile(r"#[A-Z/0]+[!?]?|(?:Err|Ошибка):\d{3}")
_Told = TypeVar("_Told", str, int)
_NUMBERS = ("float", "currency", "percentage")


@dataclass
class Sheet:
    """rows: cells from A1 on."""

    name: str
    hidden: bool = False
    rows: list[list[Plain]] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)


@dataclass
class _Cell:
    attributes: Mapping[str, str]
    covered: bool
    text: str = ""
    lines: int = 0
    struck: int = 0
    unstruck: int = 0


def looks(data: bytes) -> dict[str, Marks]:
    """Sheet → its marks."""
    return {sheet.name: sheet.marks for sheet in sheets(data)}


def sheets(data: bytes) -> list[Sheet]:
    """Every sheet with its cells and marks. Raises Failed("memory") for a sheet too large to hold."""
    styles = Styles()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "styles.xml" in archive.namelist():
            _parse(archive, "styles.xml", styles.take, None, None)
        reader = _Reader(styles)
        _parse(archive, "content.xml", reader.begin, reader.end, reader.signs)
    return reader.sheets


def _parse(archive: zipfile.ZipFile, part: str, begin: Callable, end: Callable | None, signs: Callable | None) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = signs

    def refuse(*_: object) -> None:
        raise ValueError("entities")

    parser.EntityDeclHandler = refuse
    with archive.open(part) as stream:
        while block := stream.read(BLOCK_BYTES):
            parser.Parse(block, False)
    parser.Parse(b"", True)


class _Reader:
    """Where the parser stands. aside: how deep inside of what is no cell text; depth: of tables in tables."""

    def __init__(self, styles: Styles) -> None:
        self.sheets: list[Sheet] = []
        self._styles = styles
        self._aside = self._depth = 0
        self._groups: list[bool] = []
        self._columns: list[tuple[int, str]] = []
        self._cell: _Cell | None = None
        self._lines: list[bool | None] = []
        self._row: list[Plain] = []
        self._row_attributes: Mapping[str, str] = {}
        self._column = self._number = self._total = 0
        self._in_text = 0

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._aside or tag in _ASIDE:
            self._aside += 1
        elif tag in (_CELL, _COVERED) and self._depth == 1:
            self._cell, self._lines = _Cell(attributes, tag == _COVERED), []
        elif self._cell is not None:
            self._in_cell(tag, attributes)
        elif tag == _ROW:
            self._row, self._row_attributes, self._column = [], attributes, 0
        elif tag == _TABLE:
            self._table(attributes)
        elif tag == _COLUMN:
            self._columns_begin(attributes)
        elif tag in _GROUPS:
            self._groups.append(attributes.get(_DISPLAY) == "false")
        else:
            self._styles.take(tag, attributes)

    def end(self, tag: str) -> None:
        if self._aside:
            self._aside -= 1
        elif self._cell is not None:
            if tag in (_CELL, _COVERED):
                self._cell_ends(self._cell)
                self._cell = None
            elif tag in (PARAGRAPH, SPAN):
                self._lines.pop()
                self._in_text -= tag == PARAGRAPH
        elif tag == _ROW:
            self._row_ends()
        elif tag == _TABLE:
            self._depth -= 1
        elif tag in _GROUPS and self._groups:
            self._groups.pop()

    def signs(self, text: str) -> None:
        cell = self._cell
        if cell is None or self._aside or not self._in_text:
            return
        cell.text += text
        if text.strip():
            own = next((line for line in reversed(self._lines) if line is not None), None)
            cell.struck += own is True
            cell.unstruck += own is False
            cell.lines += own is None

    def _table(self, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            hidden = attributes.get(_STYLE, "") in self._styles.hidden
            self.sheets.append(Sheet(attributes.get(_NAME, f"Лист{len(self.sheets) + 1}"), hidden))
            self._columns, self._number = [], 0

    def _columns_begin(self, attributes: Mapping[str, str]) -> None:
        first = self._columns[-1][0] if self._columns else 0
        last = min(first + _times(attributes, _ACROSS), SHEET_COLUMNS)
        self._columns.append((last, attributes.get(_DEFAULT, "")))
        if attributes.get(_VISIBLE, "visible") != "visible" or any(self._groups):
            self.sheets[-1].marks.hidden_columns |= set(range(first, last))

    def _in_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        cell = self._cell
        assert cell
        if tag in (PARAGRAPH, SPAN):
            if tag == PARAGRAPH:
                self._in_text += 1
                cell.text += "\n" if cell.text else ""
            self._lines.append(self._styles.is_struck(attributes.get(_TEXT_STYLE, "")))
        elif tag == _SPACE:
            cell.text += " " * min(_times(attributes, _SPACES), 1000)
        elif tag in (_TAB, _BREAK):
            cell.text += "\t" if tag == _TAB else "\n"

    def _cell_ends(self, cell: _Cell) -> None:
        wide, high = (_times(cell.attributes, side) for side in (_WIDE, _HIGH))
        if wide * high > 1 and not cell.covered:
            self.sheets[-1].marks.merged.append((
                self._number, self._column, self._number + high - 1, self._column + wide - 1))
        value, error = (None, False) if cell.covered else _value(cell)
        times = min(_times(cell.attributes, _ACROSS), SHEET_COLUMNS - self._column)
        if value is not None:
            self._row += [None] * (self._column - len(self._row)) + [value] * times
        self._mark(cell, range(self._column, self._column + times), value, error)
        self._column += times

    def _mark(self, cell: _Cell, columns: range, value: Plain, error: bool) -> None:
        marks, attributes, at = self.sheets[-1].marks, cell.attributes, self._number
        if error:
            marks.errors |= {(at, column): str(value) for column in columns}
        elif value is not None:
            if attributes.get(_TYPE) == "percentage":
                marks.percent += [(at, column) for column in columns]
            elif self._styles.any_zeros and type(value) is int and (
                    digits := self._styles.zeros(self._style(cell, columns[0]))):
                marks.zeros |= {(at, column): digits for column in columns}
            if self._styles.any_struck and self._is_struck(cell, columns[0]):
                marks.struck += [(at, column) for column in columns]
        elif _FORMULA in attributes and _TYPE not in attributes and not cell.covered:
            marks.lost += [(at, column) for column in columns]

    def _is_struck(self, cell: _Cell, column: int) -> bool:
        if cell.unstruck or not (cell.struck or cell.lines):
            return False
        if not cell.lines:
            return True
        return self._styles.is_struck(self._style(cell, column)) is True

    def _style(self, cell: _Cell, column: int) -> str:
        return cell.attributes.get(_STYLE) or self._row_attributes.get(_DEFAULT) or next(
            (style for end, style in self._columns if column < end), "")

    def _row_ends(self) -> None:
        if self._depth != 1:
            return
        sheet, times = self.sheets[-1], _times(self._row_attributes, _DOWN)
        visible = self._row_attributes.get(_VISIBLE, "visible")
        if visible != "visible" or any(self._groups):
            sheet.marks.hidden_rows |= set(range(self._number, min(self._number + times, SHEET_ROWS)))
            sheet.marks.filtered |= visible == "filter"
        if self._row:
            self._total += len(self._row) * times
            if self._total > SHEET_CELLS or self._number + times > SHEET_ROWS:
                raise Failed("memory")
            sheet.rows += [[] for _ in range(self._number - len(sheet.rows))]
            sheet.rows += [list(self._row) for _ in range(times)]
            if times > 1:
                _repeat(sheet.marks, self._number, times)
        self._number += times


def _repeat(marks: Marks, row: int, times: int) -> None:
    """A row that stands for several: so do the marks of its cells."""
    for cells in (marks.struck, marks.percent, marks.lost):
        own = [column for at, column in cells if at == row]
        if len(own) * times > SHEET_CELLS:
            raise Failed("memory")
        cells += [(row + step, column) for step in range(1, times) for column in own]
    marks.errors |= _repeated(marks.errors, row, times)
    marks.zeros |= _repeated(marks.zeros, row, times)


def _repeated(told: Mapping[tuple[int, int], _Told], row: int, times: int) -> dict[tuple[int, int], _Told]:
    own = {column: value for (at, column), value in told.items() if at == row}
    return {(row + step, column): value for step in range(1, times) for column, value in own.items()}


def _times(attributes: Mapping[str, str], attribute: str) -> int:
    text = attributes.get(attribute, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else 1


def _value(cell: _Cell) -> tuple[Plain, bool]:
    """(the value, whether it is an error)."""
    attributes, text = cell.attributes, cell.text
    kind = attributes.get(_TYPE, "string" if text else "")
    if attributes.get(CALC) == "error" or (_FORMULA in attributes and _ERROR.fullmatch(text.strip())):
        return as_seen(text or "#ОШИБКА!"), True
    if kind in _NUMBERS and attributes.get(_VALUE):
        number = float(attributes[_VALUE])
        return (int(number) if number.is_integer() and abs(number) < 2 ** 53 else number), False
    if kind == "date" and attributes.get(_DATE):
        return _day(attributes[_DATE]) or text or None, False
    if kind == "time" and (found := _HOURS.fullmatch(attributes.get(_TIME, ""))):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else ""), False
    if kind == "boolean" and attributes.get(_YES):
        return attributes[_YES] == "true", False
    return (attributes.get(_TEXT) or text or None) if kind else None, False


def _day(text: str) -> date | None:
    """A moment at midnight is a day."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.date() if len(text) <= 10 or text.endswith("T00:00:00") else moment
