"""Month's workbooks of the tests: handed out, filled in by script, read back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from shnor.loaders.check import check
from shnor.loaders.types import Answers, Checked, Known
from shnor.workbooks.month import ClassRow, MonthHead, MonthRow, StaffRow, month_workbook
from tests.loaders.made import PLAN, SCHOOLS, TODAY

KNOWN_PLAN = Known(TODAY, SCHOOLS, {PLAN: ("Ш05", {"2026": frozenset({"2.4"})})})
HEAD = MonthHead("Ш05", "МБОУ ООШ № 5", date(2026, 11, 1), date(2026, 11, 25), (PLAN,), "I четверть",
                 date(2026, 11, 12))
DUE = MonthRow(1, "2.4", "Взаимопосещение уроков", "ноябрь 2026", "не менее 2", "1 (октябрь)", "2026", 1)
STAFF = (StaffRow("русский язык", 2), StaffRow("математика", 3), StaffRow("директор", 1))
CLASSES = (ClassRow(5, "русский язык"), ClassRow(5, "математика"))
YES = {("Месяц", "B7"): "да"}
DONE = {("Месяц", "F12"): "выполнено", ("Месяц", "G12"): "18.11.2026"}
"""The first row of «Месяц» is 12, of «Педагоги» 8, of «Что провели» 7, of «Вопрос центру» 7, of «Итоги» 12."""

Cells = Mapping[tuple[str, str], object]


def handed_out(head: MonthHead = HEAD, staff: Sequence[StaffRow] = STAFF,
               classes: Sequence[ClassRow] = CLASSES) -> bytes:
    return month_workbook(head, [DUE], staff, classes)


def without_a_term() -> MonthHead:
    return replace(HEAD, month=date(2026, 10, 1), term="")


def filled(data: bytes, cells: Cells, without: Sequence[str] = ()) -> bytes:
    """The workbook with values typed into (sheet, cell), some sheets deleted."""
    book = load_workbook(BytesIO(data))
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    for title in without:
        del book[title]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def returned(cells: Cells, without: Sequence[str] = (), known: Known = KNOWN_PLAN, answers: Answers | None = None,
             **handed: object) -> Checked:
    data = filled(handed_out(**handed), cells, without)
    return check("Отчёт_2026-11_ООШ-5.xlsx", data, known, answers or {})


def rows(result: Checked, kind: str, *names: str) -> list[tuple]:
    """Records of the batches of a kind."""
    return [tuple(record[name] for name in names) for batch in result.batches if batch.kind == kind
            for record in batch.table.to_pylist()]


def everything(result: Checked) -> list[tuple[str, str, str]]:
    return [(issue.sheet, issue.cell, issue.code) for issue in result.issues]
