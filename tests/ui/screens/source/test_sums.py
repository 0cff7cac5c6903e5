"""The figure as a sum: its table as it is drawn and as it leaves for Excel."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.metrics import METRICS
from shnor.service.figures.sources import Behind
from shnor.service.figures.spread import Part, Spread
from shnor.ui.screens.source import sums

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=1)
NAMES = {"Ш05": "МБОУ ООШ № 5", "Ш12": "МБОУ ООШ № 12"}
TWOS = Spread("school_id", "grade", ("Ш05", "Ш12"), (5, 6), {
    ("Ш05", 5): Part(3, 10), ("Ш05", 6): Part(4, 11), ("Ш12", 6): Part(1, 8)})
HELD = Spread("month", "", (date(2026, 10, 1), date(2026, 11, 1)), ("",), {
    (date(2026, 10, 1), ""): Part(2), (date(2026, 11, 1), ""): Part(5)})


def drawn(metric: str, spread: Spread) -> sums.Sum:
    return sums.Sum(SESSION, METRICS[metric], Behind((), (), 3, NAMES, spread=spread), spread, {"year": "2026"}, "")


def said(values) -> list[str]:
    return [getattr(value, "words", value) for value in values]


def test_schools_and_classes_add_up_to_the_figure():
    shown = drawn("low_mark_share", TWOS)
    assert shown.head == ("Школа", "5 класс", "6 класс", "Всего", "Доля")
    assert [said(row) for row in shown.table()] == [
        ["МБОУ ООШ № 5", "3 из 10", "4 из 11", "7 из 21", "33\u00a0%"],
        ["МБОУ ООШ № 12", "", "1 из 8", "1 из 8", ""],  # fewer than ten: no percentage
        ["Всего", "3 из 10", "5 из 19", "8 из 29", "28\u00a0%"]]


def test_each_part_leads_to_its_rows():
    links = re.findall(r"href='/source\?([^']*)'[^>]*title='([^']*)'", drawn("low_mark_share", TWOS).html())
    assert links[:2] == [("metric=low_mark_share&amp;c.year=2026&amp;c.school_id=%D0%A805&amp;c.grade=5", "3 из 10"),
                         ("metric=low_mark_share&amp;c.year=2026&amp;c.school_id=%D0%A805&amp;c.grade=6", "4 из 11")]
    assert links[-1] == ("metric=low_mark_share&amp;c.year=2026", "8 из 29")


def test_things_that_are_counted_have_no_whole():
    shown = drawn("events_count", HELD)
    assert shown.head == ("Месяц", "Посчитано")
    assert [said(row) for row in shown.table()] == [["октябрь 2026", "2"], ["ноябрь 2026", "5"], ["Всего", "7"]]


@pytest.mark.parametrize(("number", "large"), [
    pytest.param("96 из 421 (22,8 %)", "96 из 421 <small>22,8 %</small></p>", id="share"),
    pytest.param("3 из 8", "3 из 8</p>", id="small-group"),
    pytest.param("нет данных", "нет данных</p>", id="nothing")])
def test_the_number_stands_large(number, large):
    assert sums.big(number).replace("\u00a0", " ").endswith(f">{large}")
