"""Letting people in from the console of a server."""

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from shnor import served
from shnor.__main__ import main
from shnor.access import Database, Entry
from shnor.access.database import FILE
from shnor.ui.run.access import LINK
from tests.clock import DAY, noon

ORIGIN = "https://example.ru/monitor"


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    for name, value in {"SHNOR_DATA": str(tmp_path), "SHNOR_TODAY": DAY.isoformat(), "SHNOR_ORIGIN": ""}.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def said(capsys, *arguments: str) -> tuple[int, str]:
    code = main(["users", *arguments])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_the_first_coordinator_gets_a_link_that_opens(capsys, folder):
    code, told = said(capsys, "add", "centre", "--origin", ORIGIN)
    [address] = [line for line in told.splitlines() if line.startswith("https://")]
    assert (code, address.partition("?")[0]) == (0, ORIGIN + LINK)
    entry = Entry(Database(folder / FILE, noon))
    person = entry.invited(address.partition("?w=")[2])
    assert (person.login, person.title, person.role) == ("centre", "координатор", "coordinator")
    entry.database.close()
    assert os.name == "nt" or stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_the_address_is_that_of_the_newest_start(capsys, folder):
    code, told = said(capsys, "add", "centre")
    assert (code, "--origin" in told) == (2, True)
    assert said(capsys, "list")[1].startswith("Пока никого нет")  # nobody is made half
    served.remember(folder, served.Served(ORIGIN))
    assert f"{ORIGIN}{LINK}?w=" in said(capsys, "add", "centre")[1]


def test_people_are_listed_switched_off_and_on(capsys):
    said(capsys, "add", "centre", "--origin", ORIGIN)
    said(capsys, "add", "oosh5", "--role", "director", "--title", "директор МБОУ ООШ № 5", "--school", "Ш05",
         "--origin", ORIGIN)
    assert said(capsys, "off", "oosh5") == (0, "oosh5: доступ выключен.\n")
    assert said(capsys, "list")[1] == ("centre\tкоординатор\tкоординатор\t—\tещё не входил\n"
                                       "oosh5\tдиректор\tдиректор МБОУ ООШ № 5\tШ05\tвыключен\n")
    assert said(capsys, "on", "oosh5") == (0, "oosh5: доступ включён.\n")


@pytest.mark.parametrize(("arguments", "sentence"), [
    (("off", "nobody"), "Имени входа «nobody» нет"), (("link", "nobody", "--origin", ORIGIN), "выключен или его нет"),
    (("add", "я", "--origin", ORIGIN), "не подходит"),
    (("add", "oosh5", "--role", "director", "--origin", ORIGIN), "нужна школа"),
    (("add", "centre", "--title", "методист Тестова А. Б.", "--origin", ORIGIN), "Похоже на фамилию"),
    (("add", "new", "--title", "директор, 8 918 123-45-67", "--origin", ORIGIN), "телефоны и почта"),
    (("add", "11223344595", "--origin", ORIGIN), "Уберите из текста")])
def test_what_cannot_be_is_said(capsys, arguments, sentence):
    code, told = said(capsys, *arguments)
    assert (code, sentence in told) == (2, True)


def test_it_works_while_the_program_has_the_file_open(capsys, folder):
    """As a server does: a process of its own beside an open connection."""
    entry = Entry(Database(folder / FILE, noon))
    ran = subprocess.run([sys.executable, "-m", "shnor", "users", "add", "centre", "--origin", ORIGIN],
                         capture_output=True, text=True, timeout=60, env={**os.environ, "PYTHONUTF8": "1"})
    assert ran.returncode == 0, ran.stderr
    assert entry.people.of("centre")
    entry.database.close()
    with sqlite3.connect(folder / FILE) as read:
        assert [by for (by,) in read.execute("select distinct by from journal")] == ["командная строка"]
