"""The roadmap of the Грачёвка district for 2020–2022, rebuilt from the text of the published order of 23.12.2019.

roadmap_2020_2022.tsv holds its table: words broken by the narrow columns are joined, the document's own slips are kept
(«ЩНСУ», «202», years that contradict their column). The line of the seventh direction is missing in the table and is
taken from the list above it. Two cells of row 13 and one of row 12 are empty there too.
"""

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.shared import Pt
from openpyxl import Workbook

from shnor.workbooks import style

TITLE = ("Дорожная карта по повышению качества образования и поддержки школ с низкими образовательными результатами и "
         "школ, функционирующих в неблагоприятных социальных условиях на 2020-2022 годы в Грачевском районе "
         "Ставропольского края")
SOURCE = "Составлено по опубликованному приказу от 23.12.2019 № 478-пр"
TOP = ("№ п/п", "Мероприятия", "Ключевые мероприятия, сроки реализации", None, None, "Ответственный исполнитель",
       "Документы, закрепляющие результат")
YEARS = (None, None, "2020", "2021", "2022", None, None)
WIDTHS = (5, 34, 38, 38, 38, 18, 34)
DAY = date(2020, 1, 9)
"""Accepted on the first working day of the plan."""


def files(folder: Path) -> list[tuple[Path, date]]:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "Дорожная карта Грачёвка 2020-2022.xlsx"
    path.write_bytes(workbook())
    return [(path, DAY)]


def rows() -> list[tuple[str, ...]]:
    """The table without its header: number, activity, three years, responsible, document; a direction has no number."""
    path = Path(__file__).with_name("roadmap_2020_2022.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def workbook() -> bytes:
    made = Workbook()
    page = made.active
    page.title = "Дорожная карта"
    page["A1"], page["A1"].font = TITLE, style.TITLE
    page.append(())
    for row in (TOP, YEARS):
        page.append(row)
    page.merge_cells("C3:E3")
    for letter in "ABFG":
        page.merge_cells(f"{letter}3:{letter}4")
    for row in rows():
        number, activity, *_ = row
        page.append([value or None for value in row] if number else [activity])
        if not number:
            page.merge_cells(start_row=page.max_row, end_row=page.max_row, start_column=1, end_column=len(TOP))
    for letter, width in zip("ABCDEFG", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    for cells in page.iter_rows(min_row=3):
        for cell in cells:
            cell.alignment, cell.border = style.WRAP, style.GRID
    made.properties.title = made.properties.description = SOURCE
    page.oddFooter.center.text = SOURCE
    style.a4(page, landscape=True, header_row=4)
    return style.saved(made)


def document() -> bytes:
    made = Document()
    made.add_paragraph(TITLE)
    table = made.add_table(rows=0, cols=len(TOP), style="Table Grid")
    head, years = _line(table, TOP), _line(table, YEARS)
    head[2].merge(head[4])
    for place in (0, 1, 5, 6):
        head[place].merge(years[place])
    for row in rows():
        cells = _line(table, row if row[0] else (row[1], *[None] * 6))
        if not row[0]:
            cells[0].merge(cells[-1])
    made.add_paragraph(SOURCE)
    made.styles["Normal"].font.size = Pt(8)
    made.core_properties.author, made.core_properties.title = "", SOURCE
    raw = BytesIO()
    made.save(raw)
    return raw.getvalue()


def _line(table, texts: Sequence[str | None]) -> list:
    cells = list(table.add_row().cells)
    for cell, text in zip(cells, texts, strict=True):
        if text:
            cell.text = text
    return cells
