"""Tables of the loader tests: a register, a roadmap that is known, and grids written out in full."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook

from shnor.datasets import Grid
from shnor.loaders.check import check_grids
from shnor.loaders.types import Answers, Checked, Known, School

TODAY = date(2026, 11, 27)
SCHOOLS = (
    School("Ш02", "МБОУ СОШ № 2", 2),
    School("Ш05", "МБОУ ООШ № 5", 5, aliases=("школа № 5",)),
    School("Ш11", "МАОУ СОШ № 11", 11),
    School("Ш21", "МБОУ-ООШ № 21", 21,
           "муниципальное бюджетное общеобразовательное учреждение основная общеобразовательная школа № 21"),
)
PLAN = "Дорожная карта МБОУ ООШ № 5 на 2026 год"
KNOWN = Known(TODAY, SCHOOLS, {PLAN: ("Ш05", {"2026": frozenset({"1.1", "1.2", "1.10", "2.4"})})})
NOBODY = Known(TODAY)
PROGRESS = ("Школа", "Месяц", "№", "Состояние", "Дата", "Факт", "Документ", "Пояснение")


def grid(*rows: tuple, sheet: str = "Лист1", merged: tuple = (), heading: str = "") -> Grid:
    width = max(len(row) for row in rows)
    return Grid(sheet, tuple((*row, *[None] * (width - len(row))) for row in rows), merged, heading=heading)


def checked(*grids: Grid, known: Known = KNOWN, answers: Answers | None = None) -> Checked:
    return check_grids("отчёт.xlsx", "0" * 64, grids, known, answers or {})


def reports(*rows: tuple, known: Known = KNOWN, answers: Answers | None = None) -> Checked:
    """A list of marks of school № 5 for November: number, status, date, value, document, note."""
    marks = (("МБОУ ООШ № 5", "ноябрь 2026", *row) for row in rows)
    return checked(grid(PROGRESS, *marks), known=known, answers=answers)


def said(result: Checked) -> list[tuple[str, str]]:
    return [(issue.cell, issue.code) for issue in result.issues]


def records(result: Checked, *names: str) -> list[tuple]:
    table = result.batches[0].table.to_pylist()
    return [tuple(record[name] for name in names) for record in table]


def xlsx(*rows: tuple, sheet: str = "Лист1") -> bytes:
    workbook = Workbook()
    workbook.active.title = sheet
    for row in rows:
        workbook.active.append(row)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()
