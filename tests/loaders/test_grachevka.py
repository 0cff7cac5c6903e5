"""The published roadmap whose deadlines stand in the tail of the texts, read from both its files."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sample_data import grachevka
from shnor.loaders.check import check
from shnor.loaders.types import Known
from tests.loaders.made import records, said

TRUTH = Path(__file__).parent / "data" / "grachevka_deadlines.tsv"
SEVEN = ("Создание и функционирование", "Реализация механизмов  идентификации", "Разработка, реализация и коррекция",
         "Создание информационно", "Реализация механизмов поддержки", "Реализация механизмов повышения",
         "Реализация механизмов оценки")


def read(ending: str):
    data = {"xlsx": grachevka.workbook, "docx": grachevka.document}[ending]()
    return check(f"дорожная карта.{ending}", data, Known(date(2026, 11, 27)))


def typed() -> list[tuple[object, ...]]:
    with TRUTH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return [(number, period, text, kind, *(date.fromisoformat(day) if day else None for day in (start, end)),
             stage or None) for number, period, text, kind, start, end, stage in rows]


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_every_deadline_of_the_document(ending):
    found = records(read(ending), "number", "period", "deadline", "deadline_kind", "deadline_start", "deadline_end",
                    "stage")
    assert found == typed()


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_seven_directions_and_twenty_one_activities(ending):
    result = read(ending)
    [batch] = result.batches
    directions = list(dict.fromkeys(text for (text,) in records(result, "direction")))
    assert (batch.layout, batch.rows, len(directions), result.acceptable) == ("years_text", 21, 7, True)
    assert all(direction.startswith(start.replace("  ", " ")) for direction, start in zip(directions, SEVEN,
                                                                                        strict=True))
    assert set(records(result, "plan")) == {(grachevka.TITLE,)}


CONTRADICT = {"E9": "2021 год, а столбец — 2022", "D13": "2022 год, а столбец — 2021",
              "E16": "2021 год, а столбец — 2022"}
TWO_YEARS = ("C25", "D25", "E25")
NO_YEAR = ("C24", "D24", "E24")


def test_what_contradicts_is_told_at_its_cell():
    issues = {issue.cell: issue.message for issue in read("xlsx").issues}
    assert {cell: text in issues[cell] for cell, text in CONTRADICT.items()} == dict.fromkeys(CONTRADICT, True)
    assert all("несколькими годами" in issues[cell] for cell in TWO_YEARS)
    assert all("Год срока не назван" in issues[cell] for cell in NO_YEAR)
    assert "обрезан" in issues["E32"]
    assert issues.keys() == {*CONTRADICT, *TWO_YEARS, *NO_YEAR, "E32"}
    assert set(said(read("xlsx"))) == {(cell, "deadline-doubt") for cell in issues}


def test_the_text_of_a_year_stays_whole():
    results = {(row[0], row[1]): row[2] for row in records(read("xlsx"), "number", "period", "result", "planned")}
    assert results["17", "2021"] == "Оформлен заказ на курсовую подготовку"
    assert results["20", "2021"].endswith("социально-демографических условиях. Август 2021")
    assert ("12", "2020") not in results  # a lone dot in the document
    assert ("13", "2022") not in results  # an empty cell


def test_nobody_is_named():
    text = " ".join(cell for row in grachevka.rows() for cell in row)
    assert not any(name in text for name in ("Ореховск", "Гусев"))
