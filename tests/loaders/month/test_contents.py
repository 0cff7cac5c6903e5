"""Which sheets of a month's workbook a file has."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from shnor.loaders.files.read import read
from shnor.loaders.month.contents import Contents, contents
from tests.loaders.made import grid
from tests.loaders.workbooks import DONE, YES, everything, filled, handed_out, returned, without_a_term

ALL = ("Месяц", "Педагоги", "Что провели", "Вопрос центру", "Итоги")


def told(data: bytes) -> Contents | None:
    return contents(read("отчёт.xlsx", data)[0])


def test_a_whole_workbook():
    assert told(filled(handed_out(), DONE)) == Contents(ALL, ALL, nothing_new=False)


def test_outside_the_end_of_a_term_no_marks_are_asked():
    assert told(handed_out(without_a_term())).asked == ALL[:-1]


def test_a_deleted_sheet_is_a_report_in_part():
    result = returned(DONE, without=("Педагоги",))
    assert everything(result) == [("", "", "sheet-missing")]
    assert "Нет листа «Педагоги»" in result.issues[0].message
    assert result.acceptable


def test_no_changes_are_said_for_the_whole_report():
    assert everything(returned(YES, without=("Педагоги", "Итоги"))) == []


@pytest.mark.parametrize("title", ["Лист1", "педагоги 2"])
def test_a_renamed_sheet_is_there_by_its_code(title):
    book = load_workbook(BytesIO(handed_out()))
    book["Педагоги"].title = title
    stream = BytesIO()
    book.save(stream)
    assert told(stream.getvalue()).missing == ()


def test_another_table_is_no_month_workbook():
    assert contents([grid(("Школа", "Месяц", "№", "Состояние"), ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполнено"))
                     ]) is None
