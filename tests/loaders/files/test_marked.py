"""The copy that goes back to the school."""

import io

import openpyxl
from openpyxl.comments import Comment

from shnor.loaders.files.marked import marked_copy
from shnor.loaders.types import Issue

YELLOW = "00FFF59D"


def issue(cell: str, message: str, value: str = "", sheet: str = "План") -> Issue:
    return Issue("code", "error", sheet, cell, value, message)


def book_bytes() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "План"
    for address, value in {"A1": "Название", "B3": "тридцать", "C3": "=1+1", "D3": 4}.items():
        book.active[address] = value
    book.active.merge_cells("A1:D1")
    book.active["D3"].number_format = "0.00"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_only_cells_with_issues_change() -> None:
    issues = [issue("B3", "Впишите число."), issue("B3", "И ещё.")]
    sheet = opened(marked_copy("план.xlsx", book_bytes(), issues))["План"]
    assert (sheet["B3"].fill.fgColor.rgb, sheet["B3"].comment.text) == (YELLOW, "Впишите число.\nИ ещё.")
    assert [sheet[a].value for a in ("A1", "B3", "C3", "D3")] == ["Название", "тридцать", "=1+1", 4]
    assert (sheet["D3"].number_format, sheet["D3"].comment, sheet["D3"].fill.fill_type) == ("0.00", None, None)


def test_list_is_the_last_sheet_and_holds_every_issue() -> None:
    book = opened(marked_copy("план.xlsx", book_bytes(), [issue("B3", "Раз.", "=1+1"), issue("", "Два.", sheet="")]))
    assert book.sheetnames == ["План", "Вопросы"]
    rows = list(book["Вопросы"].iter_rows(min_row=2, values_only=True))
    assert rows == [("План", "B3", "=1+1", "Раз.", "исправить"), (None, None, None, "Два.", "исправить")]
    assert book["Вопросы"]["C2"].data_type == "s"


def test_a_cell_inside_a_merged_range_is_shown_at_its_corner() -> None:
    sheet = opened(marked_copy("план.xlsx", book_bytes(), [issue("C1", "Нет года.")]))["План"]
    assert sheet["A1"].comment.text == "Нет года."


def test_own_comment_of_the_school_stays() -> None:
    book = opened(book_bytes())
    book["План"]["B3"].comment = Comment("уточняем", "школа")
    out = io.BytesIO()
    book.save(out)
    sheet = opened(marked_copy("план.xlsx", out.getvalue(), [issue("B3", "Впишите число.")]))["План"]
    assert sheet["B3"].comment.text == "уточняем\nВпишите число."


def test_marking_twice_takes_a_free_name() -> None:
    once = marked_copy("план.xlsx", book_bytes(), [])
    assert opened(marked_copy("план.xlsx", once, [])).sheetnames == ["План", "Вопросы", "Вопросы 2"]


def test_other_formats_and_strange_addresses_get_the_list_alone() -> None:
    for data in (b"a;b", b"", b"PK broken", b"\x89PNG"):
        assert opened(marked_copy("план.csv", data, [issue("D16", "Раз.")])).sheetnames == ["Вопросы"]
    strange = [issue(cell, "Раз.") for cell in ("A1:B2", "строка 5", "ZZZZ1", "A0", "7")]
    assert len(list(opened(marked_copy("план.xlsx", book_bytes(), strange))["Вопросы"].rows)) == 6
