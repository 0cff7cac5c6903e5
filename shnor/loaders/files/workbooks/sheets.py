"""Workbooks (xlsx, xlsb, xls, ods) by python-calamine. Runs in the reading process: the reader can abort."""

import io
from collections.abc import Callable

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from shnor.datasets.limits import SHEET_CELLS
from shnor.loaders.files.looks import ods, xls, xlsb, xlsx
from shnor.loaders.files.looks.marks import Marks
from shnor.loaders.files.raw import Failed, Raw
from shnor.loaders.files.workbooks.finish import finished, handed_over

_LOOKS: dict[str, Callable[[bytes], dict[str, Marks]]] = {"xlsx": xlsx.looks, "xls": xls.looks,
                                                      "ods": ods.looks, "xlsb": xlsb.looks}


def read_workbook(data: bytes, form: str = "xlsx") -> list[Raw]:
    """Sheets in their order, cells from A1 on. form: xlsx | xlsb | xls | ods, for what it shows beside the values.

    Whole numbers come back as int, an empty text as None, a time and a duration as text, a number shown in percent
    as the text «98%», an error cell as the error people see. Hidden rows are kept.
    """
    marks = _marks(data, form)
    try:
        return _fast(data, marks)
    except PasswordError:
        raise Failed("password") from None
    except (Failed, MemoryError):
        raise
    except BaseException:  # it may panic, which is no Exception
        return _again(data, form, marks)


def _fast(data: bytes, marks: dict[str, Marks]) -> list[Raw]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        _sheet(book.get_sheet_by_index(index), meta.visible != SheetVisibleEnum.Visible, marks.get(meta.name))
        for index, meta in enumerate(book.sheets_metadata) if meta.typ == SheetTypeEnum.WorkSheet
    ]


def _again(data: bytes, form: str, marks: dict[str, Marks]) -> list[Raw]:
    """By another reader. Imports wait: most files never come here."""
    from shnor.loaders.files.workbooks import second
    if form == "ods":
        return second.opendocument(data)
    if form == "xlsx":
        return second.workbook(data, marks)
    raise Failed("unreadable")


def _marks(data: bytes, form: str) -> dict[str, Marks]:
    """Empty where the marks cannot be read: the values can."""
    try:
        return _LOOKS[form](data)
    except Exception:  # bytes of other people, of which the values were read
        return {}


def _sheet(sheet: CalamineSheet, hidden: bool, marks: Marks | None) -> Raw:
    if sheet.total_height * sheet.total_width > SHEET_CELLS:
        raise Failed("memory")
    rows = sheet.to_python(skip_empty_area=False)
    cells = handed_over(rows)
    merged = tuple(sorted((*first, *last) for first, last in sheet.merged_cell_ranges or ()))
    return finished(sheet.name, cells, merged, hidden, marks)
