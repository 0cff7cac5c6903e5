"""The month of the demo: sent to seven schools, filled in by script in every way, read back."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from statistics import median

import openpyxl
import pytest

from shnor.loaders.check import check
from shnor.loaders.types import Checked
from shnor.service import bases
from shnor.service.intake import drop, known
from shnor.service.sending import pack
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY

pytestmark = pytest.mark.slow  # a month of seven schools is made first, 20 s

NOVEMBER = date(2026, 11, 1)
SEVEN = ["СОШ-2", "СОШ-3", "ООШ-5", "СОШ-7", "ООШ-9", "СОШ-11", "ООШ-12"]


@pytest.fixture(scope="module")
def demo(example_base, tmp_path_factory) -> Store:
    store = bases.open_base(shutil.copy(example_base(), tmp_path_factory.mktemp("demo")), now=noon)
    yield store
    store.close()


@pytest.fixture(scope="module")
def folders(demo, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    with demo.view() as view:
        data = pack.pack(view, NOVEMBER, day=DAY)
    zipfile.ZipFile(io.BytesIO(data)).extractall(folder)
    return folder


def returned(store: Store, folders: Path, school: str, *, everything: bool = False, yes: bool = False,
             cells: dict | None = None, without: tuple[str, ...] = ()) -> Checked:
    """The workbook of a school after somebody has filled it in."""
    book = openpyxl.load_workbook(next((folders / school).glob("*.xlsx")))
    sheet = book["Месяц"]
    for row in sheet.iter_rows(min_row=10 if everything else sheet.max_row + 1):
        if row[10].value and row[10].value != "Код строки" and row[4].value != "предстоит":
            row[5].value, row[6].value, row[8].value = "выполнено", datetime(2026, 11, 18), "справка от 19.11.2026 № 7"
    sheet["B7"] = "да" if yes else None
    for (title, cell), value in (cells or {}).items():
        book[title][cell] = value
    for title in without:
        del book[title]
    stream = io.BytesIO()
    book.save(stream)
    with store.view() as view:
        return check(f"{school}.xlsx", stream.getvalue(), known.from_view(view, DAY))


def said(result: Checked) -> list[tuple[str, str, str]]:
    return [(issue.sheet, issue.cell, issue.code) for issue in result.issues]


def statuses(result: Checked) -> set[str]:
    return {row["status"] for batch in result.batches if batch.kind == "progress" for row in batch.table.to_pylist()}


def test_seven_schools_and_a_month_of_ten_minutes(demo, folders):
    assert sorted(path.name for path in folders.iterdir()) == sorted(SEVEN)
    for month in (date(2026, number, 1) for number in (9, 10, 11, 12)):
        with demo.view() as view:
            assert median(line.cells for line in pack.listed(view, month)) <= 25


def test_a_workbook_filled_in_whole(demo, folders):
    cells = {("Педагоги", "C8"): 2, ("Педагоги", "D8"): 1, ("Педагоги", "F8"): "ОГЭ",
             ("Что провели", "A7"): "18.11.2026", ("Что провели", "B7"): "педсовет",
             ("Вопрос центру", "A7"): "тьютор по физике",
             ("Итоги", "C13"): 8, ("Итоги", "D13"): 1, ("Итоги", "E13"): 3, ("Итоги", "F13"): 3, ("Итоги", "G13"): 1}
    result = returned(demo, folders, "ООШ-9", everything=True, cells=cells)
    assert said(result) == []
    assert [batch.kind for batch in result.batches] == ["progress", "courses", "staff", "events", "requests", "results"]
    assert (result.school, result.period, result.acceptable) == ("Ш09", "2026-11", True)
    assert statuses(result) == {"done"}


@pytest.mark.parametrize("school", SEVEN)
def test_no_changes_take_one_cell_and_no_question(demo, folders, school):
    result = returned(demo, folders, school, yes=True)
    assert said(result) == []
    assert [batch.kind for batch in result.batches] == ["progress"]
    assert statuses(result) == {"unchanged"}


def test_a_report_in_part_is_told(demo, folders):
    result = returned(demo, folders, "ООШ-12", everything=True, without=("Педагоги",))
    assert said(result) == [("", "", "sheet-missing")]
    assert result.acceptable


def test_marks_that_do_not_add_up_are_pointed_at(demo, folders):
    cells = {("Итоги", "C13"): 8, ("Итоги", "D13"): 1, ("Итоги", "E13"): 3, ("Итоги", "F13"): 3, ("Итоги", "G13"): 2}
    result = returned(demo, folders, "ООШ-9", everything=True, cells=cells)
    assert [(sheet, cell) for sheet, cell, _ in said(result)] == [("Итоги", "C13")]
    assert not result.acceptable


def test_a_file_is_one_acceptance_and_the_next_month_knows_it(demo, folders):
    result = returned(demo, folders, "СОШ-7", yes=True, cells={("Педагоги", "C8"): 77})
    before = demo.state
    demo.accept(demo.preview(drop.delivery(result)), by=COORDINATOR)
    with demo.view() as view:
        staff = pack.book(view, "Ш07", date(2026, 12, 1)).staff
    assert demo.state == before + 1
    assert staff[0].people == 77
    assert all(row.people < 77 for row in staff[1:])


def own_words(store: Store, school: str) -> list[str]:
    """Texts of the school's own documents, and what the centre answered to it: they may name a partner."""
    with store.view() as view:
        rows = view.rows("roadmap", school_id=school).select("activity", "plan").fetchall()
        rows += view.rows("progress", school_id=school).select("note", "document").fetchall()
        rows += view.rows("requests", school_id=school).select("need", "answer").fetchall()
    return sorted({text for row in rows for text in row if text}, key=len, reverse=True)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_nothing_of_another_school_in_a_folder(demo, folders):
    with demo.view() as view:
        schools = view.rows("schools").select("school_id", "name", "number").fetchall()
    for school, name, _ in schools:
        folder = folders / pack.short_name(name)
        if not folder.exists():
            continue
        text = everything_in(folder)
        for words in own_words(demo, school):
            text = text.replace(words, " ").replace(words.replace("«", "„").replace("»", "“"), " ")
        for other, other_name, number in schools:
            if other != school:
                assert not re.search(rf"{other}|№ ?{number}(?!\d)|{other_name}", text), (name, other_name)


def everything_in(folder: Path) -> str:
    found = [path.read_text("utf-8-sig") for path in folder.glob("*.txt")]
    for path in folder.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        found += [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    for path in folder.glob("*.pdf"):
        found.append(subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout.decode())
    return " ".join("\n".join(found).replace("\u00a0", " ").split())
