"""Files with faults, and people in files: a sentence each, nothing kept that must not be."""

import re
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import expect

from sample_data import bad
from sample_data.district import SCHOOLS
from shnor.datasets.packed import unpacked
from tests.browser import steps
from tests.browser.test_twice import stopped, written

TAKEN = {"people-beside"}
REGISTER = [f"{school.school_id};{school.name};{school.number or ''}" for school in SCHOOLS]
NUMBERS = [bad.snils(900_000_000 + number) for number in (1, 2, 3, 100, 101, 102)]
PERSONAL = [*bad.PEOPLE, *(name.split()[0] for name in bad.PEOPLE), *NUMBERS,
            *(re.sub(r"\D", "", number) for number in NUMBERS), "1981-03-11", "11.03.1981", "date(1981, 3, 11)"]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return bad.files(tmp_path_factory.mktemp("bad"))


def test_every_file_with_a_fault_gets_a_sentence_and_nothing_is_stored(server, tab, tmp_path, faulty):
    base = tmp_path / "own.duckdb"
    running = server(database=base)
    page = tab(running, "/upload")
    files = {fault: path for fault, path in faulty.items() if fault not in TAKEN}
    steps.drop(page, *files.values())
    for path in files.values():
        one = steps.card(page, path.name)
        assert any(text.strip() for text in steps.issues(one).all_inner_texts()), path.name
        expect(steps.accept_button(one)).to_have_count(0)
    assert steps.not_plain(page) + steps.cut_off(page) == []
    steps.picture(page, "upload_refused")
    steps.go(page, "/versions")
    expect(page.get_by_text("Пока ничего не принято.")).to_be_visible()
    stopped(running, page)
    assert "Блюдо" not in kept(base)


def test_people_in_files_are_told_and_never_kept(server, tab, tmp_path, faulty):
    base = tmp_path / "own.duckdb"
    running = server(folder=tmp_path, database=base)
    page = tab(running, "/upload")
    register = written(tmp_path.parent / "Реестр.csv", "Код школы;Краткое название;Номер", REGISTER)
    steps.drop(page, register)
    steps.accept(steps.card(page, register.name))
    steps.drop(page, faulty["people-beside"], faulty["list-of-people"])
    beside, people = (steps.card(page, faulty[fault].name) for fault in ("people-beside", "list-of-people"))
    expect(people).to_contain_text("персональн")
    expect(steps.accept_button(people)).to_have_count(0)
    expect(beside).to_contain_text("Не читаем и не сохраняем: ФИО директора, СНИЛС")
    steps.picture(page, "upload_people")
    steps.accept(beside)
    stopped(running, page)
    inside = kept(base)
    assert "МАОУ гимназия № 1" in inside
    assert traces(tmp_path, inside) == []


def kept(base: Path) -> str:
    """Everything in every table of the base as text, sheets as they were read unpacked."""
    with duckdb.connect(str(base), read_only=True) as connection:
        tables = [name for name, in connection.execute("select table_name from duckdb_tables()").fetchall()]
        rows = {name: connection.execute(f'select * from "{name}"').fetchall() for name in tables}
    return str(rows) + str([unpacked(content) for *_, content in rows["grids"]])


def traces(folder: Path, text: str) -> list[tuple[str, str]]:
    """Where a planted name or number is found: in any encoding in any file, or inside the base."""
    contents = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert any(name.endswith(".duckdb") for name in contents)
    found = [(name, word) for name, data in contents.items() for word in PERSONAL
             if any(word.encode(coding) in data for coding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251"))]
    return found + [("base", word) for word in PERSONAL if word in text]
