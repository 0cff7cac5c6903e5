"""Published справки, in the words a figure needs: every trap of theirs that concerns figures is found."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from shnor.loaders.claims.read import read
from shnor.service.papers.check.check import compare
from shnor.service.papers.check.found import Checked
from shnor.store import Store
from tests.clock import noon

DATA = Path(__file__).parents[1] / "data"
Checker = Callable[[str, str, date], Checked]


@pytest.fixture
def against(example_base, tmp_path) -> Checker:
    def made(file: str, base: str, day: date) -> Checked:
        store = Store.open(shutil.copy(example_base(base), tmp_path / "own.duckdb"), create=False, clock=noon)
        try:
            with store.view() as view:
                return compare(view, read(file, (DATA / file).read_bytes()), day=day)
        finally:
            store.close()
    return made


def found(checked: Checked, verdict: str) -> set[tuple[str, str]]:
    return {(one.reason, one.said) for one in checked.findings if one.verdict == verdict}


def test_ten_schools_and_one_that_is_none_of_them(against):
    checked = against("leningradsky_2022.txt", "leningradsky", date(2022, 12, 31))
    assert checked.year == 2022
    assert found(checked, "differs") == {("school-unknown", "МБОУ СОШ № 17")}
    assert found(checked, "unchecked") == {
        ("act-old", "от 29.07.2021 № 932 – осн"), ("school-form", "МБОУ СОШ № 11"),
        ("share-in-words", "Практически все педагоги"), ("school-unknown", "МАОУ СОШ № 6")}
    assert found(checked, "agrees") >= {
        ("same", "десять общеобразовательных организаций"), ("same-inside", "десять общеобразовательных организаций"),
        ("same", "129 педагогов"), ("same", "12 педагогов"), ("same", "Один педагог"),
        ("same", "от 29.07.2021 № 932 – осн")}


def test_a_copied_year_a_lost_number_and_percentages_without_theirs(against):
    checked = against("armavir_2024.txt", "armavir2024", date(2024, 12, 27))
    assert found(checked, "differs") == {("year-copied", "в 2024 году"), ("numbering", "1, 2, 3, 5, 6, 7, 8, 9, 10")}
    assert found(checked, "unchecked") == {
        ("n-missing", "94 %"), ("n-missing", "92 %"), ("n-missing", "100%"),
        ("two-periods", "2024 год и 2024–2025 учебный год")}
    assert all("36, 48–53, 62–66, 71–72, 77–79" in one.told for one in checked.findings if one.said in ("94 %", "92 %"))
    assert found(checked, "agrees") >= {
        ("same", "8 практико-ориентированных семинаров"), ("same", "6 вебинаров"), ("same", "3 видеоконференции"),
        ("same", "от 9 января 2024 года № 8"), ("same-inside", "от 27.12.2024 № 31")}


def test_a_school_that_came_in_november_and_paragraphs_a_pdf_repeats(against):
    checked = against("armavir_2023.txt", "armavir2023", date(2023, 12, 20))
    assert {reason for reason, _ in found(checked, "differs")} == {"numbering"}
    assert {reason for reason, _ in found(checked, "unchecked")} == {"since-inclusion", "share-in-words", "two-periods"}
    assert found(checked, "agrees") >= {
        ("same", "2 практико-ориентированных семинара"), ("same", "1 вебинар"), ("same", "1 видеоконференция"),
        ("same", "от 10 ноября 2023 года № 17"), ("same-inside", "от 20.12.2023 № 25")}
    schools = [one for one in checked.of("agrees") if "21" in one.said and "перечне" in one.told]
    assert len(schools) == 1, "six spellings are one school"
