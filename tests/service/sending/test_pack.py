"""«Разослать месяц»: who gets it, what stands in a folder, and that nothing of others does."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from shnor.service.sending import pack
from shnor.store import Store
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file

NOVEMBER = date(2026, 11, 1)
LISTED = [["Школа", "Статус", "Действует с", "Действует по", "Документ"],
          ["МБОУ СОШ № 7", "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"],
          ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"]]
NAMED = [PLAN[0], ["План № 9", "МБОУ ООШ № 9", "1.9", "Кадры", "Меры для ШНОР с низкими результатами", "2026", "1",
                   "декабрь 2026"]]
PRIVATE = {"Ш05": "МБОУ ООШ № 5", "Ш09": "МБОУ ООШ № 9", "Ш07": "МБОУ СОШ № 7"}


@pytest.fixture
def beginning():
    return [file(name, table) for name, table in (
        ("школы.csv", [*SCHOOLS, ["Ш07", "7", "МБОУ СОШ № 7"], ["Ш02", "2", "МБОУ СОШ № 2"]]),
        ("перечень.csv", LISTED), ("планы.csv", PLAN), ("ещё.csv", NAMED), ("отметки.csv", MARKS))]


@pytest.fixture
def three(store: Store) -> Store:
    """№ 5 and № 9 have roadmaps; № 7 is on the list without one; № 5 has reported."""
    return store


def unpacked(store: Store, folder: Path, **options: object) -> Path:
    with store.view() as view:
        data = pack.pack(view, NOVEMBER, day=DAY, **options)
    zipfile.ZipFile(io.BytesIO(data)).extractall(folder)
    return folder


def texts(folder: Path) -> str:
    """Everything that can be read in the files of a folder, and their names."""
    found = [path.name for path in folder.iterdir()]
    for path in folder.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        found += [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        found += [str(value) for value in vars(book.properties).values()]
    found += [path.read_text("utf-8-sig") for path in folder.glob("*.txt")]
    for path in folder.glob("*.pdf"):
        found.append(subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout.decode())
    return "\n".join(found).replace("\u00a0", " ")


def test_who_gets_the_month_and_how_much_is_asked(three):
    with three.view() as view:
        lines = [(line.card.name, line.cells, line.marks, line.due) for line in pack.listed(view, NOVEMBER)]
    assert lines == [("МБОУ ООШ № 5", 4, 0, date(2026, 11, 25)), ("МБОУ СОШ № 7", 0, 0, date(2026, 11, 25)),
                     ("МБОУ ООШ № 9", 4, 0, date(2026, 11, 25))]


def test_a_folder_for_each_school(three, tmp_path):
    folders = unpacked(three, tmp_path)
    assert {path.name: sorted(f.name for f in path.iterdir()) for path in folders.iterdir()} == {
        name: sorted([f"Отчёт_2026-11_{name}.xlsx", "Лист_школы.pdf", "Письмо.txt"])
        for name in ("ООШ-5", "СОШ-7", "ООШ-9")}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("own", PRIVATE)
def test_nothing_of_another_school_in_a_folder(three, tmp_path, own):
    names = {school: pack.short_name(name) for school, name in PRIVATE.items()}
    said = texts(unpacked(three, tmp_path) / names[own])
    assert PRIVATE[own] in said
    for school in PRIVATE.keys() - {own}:
        number = PRIVATE[school].rpartition("№ ")[2]
        assert not re.search(rf"{school}|№ ?{number}(?!\d)|{names[school]}", said)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize(("with_status", "named"), [(False, False), (True, True)], ids=["without", "with"])
def test_the_page_names_the_status_only_when_asked(three, tmp_path, with_status, named):
    folders = unpacked(three, tmp_path, with_status=with_status)
    for school in ("ООШ-5", "ООШ-9"):
        said = subprocess.run(["pdftotext", folders / school / "Лист_школы.pdf", "-"], check=True,
                              capture_output=True).stdout.decode()
        assert ("ШНОР" in said) is named
        assert "приказ № 1" not in said


def test_the_letter_says_by_when_what_and_whom_to_ask(three, tmp_path):
    letter = (unpacked(three, tmp_path, ask="методист, тел. 2-00-00") / "ООШ-9" / "Письмо.txt").read_bytes()
    text = letter.decode("utf-8-sig")
    assert "отчёт за ноябрь 2026 (МБОУ ООШ № 9) и вернуть его до 25.11.2026 (среда)" in text
    assert "Лист «Месяц»: 1 строка, 4 ячейки." in text.replace("\u00a0", " ")
    assert "поставьте «да» в ячейке B7 листа «Месяц»" in text
    assert "Вопросы: методист, тел. 2-00-00." in text
    assert not re.search(r"!|WhatsApp|Telegram|MAX|мессенджер", text)


def test_what_is_owed_since_older_months_stands_in_the_letter_and_on_the_page(three, tmp_path):
    """№ 5 reported in October, № 9 did not."""
    folders = unpacked(three, tmp_path)
    owed = "сдать отчёт за октябрь: срок был 26.10.2026"
    assert f"Осталось с прошлых месяцев:\n– {owed}." in texts(folders / "ООШ-9").replace("\r", "")
    assert re.search(r"срок 26\.10\.2026\nсрок 12\.11\.2026\nсрок 25\.11\.2026\n(?s:.*)\nсдать отчёт за октябрь\n"
                     r"заполнить «Итоги» за I четверть в отчёте за ноябрь 2026\nвернуть отчёт за ноябрь 2026: 4.ячейки",
                     texts(folders / "ООШ-9"))
    assert owed not in texts(folders / "ООШ-5")


def test_a_report_that_lies_before_the_centre_is_not_asked_for_again(three, tmp_path):
    folders = unpacked(three, tmp_path, aside={("Ш09", "month", date(2026, 10, 1)): {"handed_in": DAY}})
    assert "сдать отчёт за октябрь" not in texts(folders / "ООШ-9")


@pytest.mark.parametrize(("name", "short"), [
    pytest.param("МБОУ ООШ № 5", "ООШ-5", id="form-and-number"),
    pytest.param("МАОУ гимназия № 1", "гимназия-1", id="word"),
    pytest.param("МБОУ СОШ № 4 «Северная»", "СОШ-4-Северная", id="honorary-name"),
    pytest.param("Лицей", "Лицей", id="no-form"), pytest.param("МБОУ-СОШ № 2/3", "МБОУ-СОШ-2-3", id="slash")])
def test_names_of_folders(name, short):
    assert pack.short_name(name) == short


def test_the_same_base_gives_the_same_pack(three):
    with three.view() as view:
        assert pack.pack(view, NOVEMBER, day=DAY) == pack.pack(view, NOVEMBER, day=DAY)
