"""Bytes of a file to grids, the whole of reading."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shnor.loaders.files.read import read

SAMPLE = Path(__file__).parents[3] / "sample_data" / "kislovodsk"


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(cells: dict[str, object]) -> bytes:
    book = openpyxl.Workbook()
    for address, value in cells.items():
        book.active[address] = value
    return saved(book)


def grid_of(data: bytes, name: str = "файл.xlsx"):
    grids, issues = read(name, data)
    assert issues == ()
    return grids[0]


@pytest.mark.parametrize(("value", "expected"), [
    pytest.param(42, 42, id="whole"),
    pytest.param(4.5, 4.5, id="fraction"),
    pytest.param(-3.0, -3, id="whole-written-as-fraction"),
    pytest.param("00123", "00123", id="leading-zeros"),
    pytest.param(" СОШ №\u00a05 ", " СОШ №\u00a05 ", id="spaces-stay"),
    pytest.param("1\n2", "1\n2", id="lines"),
    pytest.param(True, True, id="truth"),
    pytest.param(date(2026, 11, 27), date(2026, 11, 27), id="date"),
    pytest.param(datetime(2026, 11, 27, 9, 30), datetime(2026, 11, 27, 9, 30), id="moment"),
    pytest.param(time(8, 30), "08:30", id="time"),
    pytest.param(timedelta(hours=30, minutes=5), "30:05", id="duration"),
    pytest.param("#REF!", "#ССЫЛКА!", id="error-ref"),
    pytest.param("#DIV/0!", "#ДЕЛ/0!", id="error-division"),
])
def test_value(value: object, expected: object) -> None:
    read_back = grid_of(workbook({"A1": value, "B1": "х"})).at(0, 0)
    assert (read_back, type(read_back)) == (expected, type(expected))


def test_a_truth_beside_a_one_stays_a_truth() -> None:
    row = grid_of(workbook({"A1": 1, "B1": True, "C1": 0, "D1": False, "E1": 1.0})).cells[0]
    assert [(value, type(value)) for value in row] == [(1, int), (True, bool), (0, int), (False, bool), (1, int)]


def test_addresses_count_from_a1_whatever_is_empty() -> None:
    grid = grid_of(workbook({"C4": "х", "D5": 1}))
    assert (grid.at(3, 2), grid.at(4, 3), grid.at(0, 0)) == ("х", 1, None)


def test_merged_hidden_and_empty_sheets() -> None:
    book = openpyxl.Workbook()
    book.active.title = "План"
    book.active["A1"] = "Название"
    book.active.merge_cells("A1:C2")
    book.active["A4"] = "строка под фильтром"
    book.active.row_dimensions[4].hidden = True
    book.create_sheet("Пусто")
    book.create_sheet("Списки").sheet_state = "hidden"
    book["Списки"]["A1"] = "да"
    (plan, lists), _ = read("файл.xlsx", saved(book))
    assert (plan.sheet, plan.merged, plan.hidden, plan.at(3, 0)) == (
        "План", ((0, 0, 1, 2),), False, "строка под фильтром")
    assert (lists.sheet, lists.hidden) == ("Списки", True)


def test_error_cells_on_their_own_sheets() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["C3"] = "х", "#REF!"
    book.create_sheet("Второй & последний")["B2"] = "#N/A"
    (first, second), _ = read("файл.xlsx", saved(book))
    assert (first.at(2, 2), second.at(1, 1)) == ("#ССЫЛКА!", "#Н/Д")


@pytest.mark.parametrize("name", ["отчёт.xls", "отчёт", "отчёт.pdf"])
def test_the_name_does_not_matter(name: str) -> None:
    assert grid_of(workbook({"A1": 1}), name).cells == ((1,),)


@pytest.mark.parametrize(("name", "cells"), [
    pytest.param("kislovodsk_2020_2022.xlsx", {
        (2, 4): "Срок реализации, годы", (3, 4): "2020 г.", (6, 0): "1.1.", (7, 5): "1 (февраль)",
        (17, 3): 1, (17, 4): 0, (17, 5): 1, (17, 6): 1, (22, 3): "1 (раз в год)", (22, 4): None,
        (24, 0): "4.8"}, id="xlsx-D18-E23"),
    pytest.param("kislovodsk_2020_2022.docx", {
        (0, 4): "Срок реализации, годы", (1, 4): "2020 г.", (4, 0): "1.1.", (5, 5): "1 (февраль)",
        (15, 3): "1", (15, 4): "0", (15, 5): "1", (15, 6): "1", (20, 3): "1 (раз в год)", (20, 4): None,
        (22, 0): "4.8"}, id="docx-D16-E21"),
])
def test_real_plan(name: str, cells: dict[tuple[int, int], object]) -> None:
    grid = grid_of((SAMPLE / name).read_bytes(), name)
    assert {address: grid.at(*address) for address in cells} == cells


def test_real_document_has_its_title_above() -> None:
    grid = grid_of((SAMPLE / "kislovodsk_2020_2022.docx").read_bytes())
    assert grid.sheet == "Таблица 1"
    assert grid.heading.splitlines()[-1] == "в 2020-2022 гг."
    assert (0, 2, 0, 3) in grid.merged  # «Результат выполнения мероприятия» over two columns
    assert (8, 0, 8, 7) in grid.merged  # section 2 over the whole row


@pytest.mark.parametrize(("data", "code"), [
    pytest.param(b"", "file-empty", id="empty"),
    pytest.param(saved(openpyxl.Workbook()), "file-no-data", id="empty-sheet"),
    pytest.param(workbook({"A1": 1})[:900], "file-truncated", id="truncated"),
    pytest.param(workbook({"XFD1048576": 1}), "file-far-cell", id="far-cell"),
    pytest.param(workbook({"ZZ199999": 1}), "file-too-heavy", id="nearly-far-cell"),
    pytest.param(b"\n\n\n", "file-no-data", id="empty-lines"),
])
def test_bad_file_is_one_sentence(data: bytes, code: str) -> None:
    grids, issues = read("файл.xlsx", data)
    assert (grids, [issue.code for issue in issues]) == ((), [code])


def test_broken_sheet_inside_a_sound_archive() -> None:
    out = io.BytesIO(workbook({"A1": 1}))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row")
    assert [issue.code for issue in read("файл.xlsx", out.getvalue())[1]] == ["file-unreadable"]


def test_two_threads_read_at_once() -> None:
    files = [workbook({"A1": number}) for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        assert [grids[0].cells for grids, _ in threads.map(lambda data: read("ф.xlsx", data), files)] == [
            ((number,),) for number in range(8)]


STARTS = st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html", b"\xff\xfe"])


@settings(max_examples=60, deadline=None)
@given(STARTS, st.binary(max_size=400))
def test_any_bytes_end_in_grids_or_one_sentence(start: bytes, rest: bytes) -> None:
    grids, issues = read("файл.xlsx", start + rest)
    assert bool(grids) != any(issue.severity == "error" for issue in issues)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=40))
def test_spoiled_workbook_never_raises(position: int, noise: bytes) -> None:
    data = (SAMPLE / "kislovodsk_2020_2022.xlsx").read_bytes()
    at = position % len(data)
    grids, issues = read("файл.xlsx", data[:at] + noise + data[at + len(noise):])
    assert bool(grids) != bool(issues)
