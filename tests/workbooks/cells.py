"""What stands in a workbook, without how it looks."""

from io import BytesIO

from openpyxl import load_workbook


def cells_of(data: bytes) -> dict[tuple[str, str], object]:
    """(sheet, address) → value, empty cells left out."""
    return {(sheet.title, cell.coordinate): cell.value for sheet in load_workbook(BytesIO(data))
            for row in sheet.iter_rows() for cell in row if cell.value is not None}
