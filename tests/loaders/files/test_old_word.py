"""Documents of old Word, read where LibreOffice is installed."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from types import SimpleNamespace

import psutil
import pytest

from shnor.loaders.files.documents import old_word
from shnor.loaders.files.raw import Failed
from shnor.loaders.files.read import read
from tests.loaders.files.test_richtext import ROWS, rtf

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """What a conversion leaves behind would stand here."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def test_without_an_office_the_sentence_names_the_menu(monkeypatch, folder):
    monkeypatch.setattr(old_word, "office", lambda: "")
    _, (issue,) = read("Отчет.doc", OLD)
    assert (issue.code, list(folder.iterdir())) == ("file-old-word", [])


def program(tmp_path, text: str) -> str:
    path = tmp_path / "soffice"
    path.write_text(f"#!{sys.executable}\n{text}", "utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_an_office_that_makes_nothing_leaves_nothing(monkeypatch, folder, tmp_path):
    monkeypatch.setattr(old_word, "office", lambda: program(tmp_path, "pass"))
    with pytest.raises(Failed, match="old-word"):
        old_word.read_old_word(OLD)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_an_office_that_hangs_is_ended_with_what_it_has_started(monkeypatch, folder, tmp_path):
    note = tmp_path / "child"
    text = ("import subprocess, sys, time\n"
            "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(99)'])\n"
            f"open({str(note)!r}, 'w').write(str(child.pid))\ntime.sleep(99)")
    monkeypatch.setattr(old_word, "office", lambda: program(tmp_path, text))
    monkeypatch.setattr(old_word, "SECONDS", 10)
    with pytest.raises(Failed, match="old-word"):
        old_word.read_old_word(OLD)
    with contextlib.suppress(psutil.NoSuchProcess):
        child = psutil.Process(int(note.read_text()))
        assert psutil.wait_procs([child], timeout=10)[0] or child.status() == psutil.STATUS_ZOMBIE
    assert list(folder.iterdir()) == []


def test_what_a_stopped_conversion_left_is_cleared_up_later(monkeypatch, folder):
    now = 1_800_000_000
    monkeypatch.setattr(old_word, "time", SimpleNamespace(time=lambda: now))
    monkeypatch.setattr(old_word, "office", lambda: "soffice-that-is-not-there")
    for name, age in (("shnor-word-old", 3600), ("shnor-word-new", 5), ("of-others", 3600)):
        (folder / name).mkdir()
        os.utime(folder / name, (now - age, now - age))
    with pytest.raises(Failed, match="old-word"):
        old_word.read_old_word(OLD)
    assert sorted(path.name for path in folder.iterdir()) == ["of-others", "shnor-word-new"]


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_table_of_an_old_document(tmp_path, folder):
    source = tmp_path / "plan.rtf"
    source.write_bytes(rtf(r"\pard Отчёт\par " + ROWS +
                           r"\trowd\cellx1000\cellx3000\pard\intbl 5\cell 6\cell\row\pard\par"))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--convert-to",
                    "doc:MS Word 97", "--outdir", tmp_path, source], check=True, capture_output=True, timeout=180)
    grids, issues = read("Отчет.doc", (tmp_path / "plan.doc").read_bytes())
    assert [(grid.cells, grid.heading) for grid in grids] == [((("Школа", "Класс"), ("5", "6")), "Отчёт")]
    assert issues == ()
    assert list(folder.iterdir()) == []
