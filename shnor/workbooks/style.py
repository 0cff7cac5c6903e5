"""How the workbooks we hand out look, and how they are saved: the same content gives the same bytes."""

import re
import textwrap
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from shnor.workbooks.texts import AS_TEXT, harmless

FONT = "Arial"
PLAIN = Font(name=FONT, size=10)
BOLD = Font(name=FONT, size=10, bold=True)
TITLE = Font(name=FONT, size=12, bold=True)
SMALL = Font(name=FONT, size=8, color="595959")
PALE = Font(name=FONT, size=10, color="595959")

HEADER_FILL = PatternFill("solid", fgColor="DCE6F1")
INPUT_FILL = PatternFill("solid", fgColor="FFF9E5")
AHEAD_FILL = PatternFill("solid", fgColor="EDEDED")

_THIN = Side(style="thin", color="A6A6A6")
GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
WRAP = Alignment(wrap_text=True, vertical="top")
LEFT = Alignment(vertical="top", horizontal="left")
CENTRE = Alignment(wrap_text=True, vertical="center", horizontal="center")

DATE = "DD.MM.YYYY"
TEXT = AS_TEXT
LINE = 13.5
"""Height of one line of the font, in points."""
LONGEST_LIST = 255
"""A list that stands inside the cell rule may not be longer (Excel)."""

_EPOCH = (2020, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def header(cell: Cell, fill: PatternFill = HEADER_FILL) -> None:
    """The look of a cell that names a column."""
    cell.font, cell.fill, cell.border, cell.alignment = BOLD, fill, GRID, CENTRE


def drop_down(sheet: Worksheet, cells: str, values: tuple[str, ...], *, strict: bool = True) -> None:
    """A list inside the rule of the cells. Not strict: other texts may be typed too. Raises ValueError for a list
    that cannot stand inside a rule."""
    text = ",".join(values)
    if len(text) > LONGEST_LIST or any("," in value or '"' in value for value in values):
        raise ValueError(f"the list cannot stand inside a cell rule: {values}")
    rule = DataValidation(type="list", formula1=f'"{text}"', allow_blank=True, showErrorMessage=strict,
                          errorTitle="Значение не из списка", error="Выберите значение из списка в ячейке.")
    rule.add(cells)
    sheet.add_data_validation(rule)


def lines(text: object, width: float) -> int:
    """Lines a text takes in a column of that width."""
    return sum(max(1, len(textwrap.wrap(part, max(1, int(width * 1.05))))) for part in str(text or "").split("\n"))


def a4(sheet: Worksheet, *, landscape: bool, header_row: int | None = None) -> None:
    """One page wide, as many pages high as needed; the header row stands on each."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"


def saved(workbook: Workbook) -> bytes:
    """The file without a person's name or a moment inside, and without a formula."""
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                harmless(cell)
    workbook.properties.creator = ""
    workbook.properties.created = datetime(*_EPOCH)
    raw, fixed = BytesIO(), BytesIO()
    workbook.save(raw)
    with ZipFile(raw) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = _MOMENT.sub(rb"\g<1>2020-01-01T00:00:00Z\g<2>", data)
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, data)
    return fixed.getvalue()
