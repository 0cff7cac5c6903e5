"""The picture of all schools: signs, bars, search over many, nothing that ranks them."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.figures.roadmap import Parts
from shnor.service.month.owed import Cell
from shnor.service.month.unseen import Unseen
from shnor.service.pages.matrix import Low, Row
from shnor.ui.kit import block
from shnor.ui.screens.overview import where
from shnor.ui.screens.overview.where import Matrix

DAY, NOV, DUE = date(2026, 11, 27), date(2026, 11, 1), date(2026, 11, 25)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=0, unseen=())
PARTS = replace(Parts(*[0] * 16), due=20, confirmed=19, not_done=1, planned=24)


def row(n: int = 5, **more) -> Row:
    return Row(**{**dict(school_id=f"Ш{n:02}", name=f"МБОУ СОШ № {n}", note="2026", on_list=True,
                         reports=(Cell(f"Ш{n:02}", "month", NOV, "accepted", DUE, DUE),), parts=PARTS,
                         low=(Low("2024/25", 4, 12, 1 / 3, ()), Low("2025/26", 3, 8, None, ())),
                         help=(("выезд", 2), ("консультация", 9), ("мастер-класс", 0)), together=1), **more})


def drawn(*rows: Row) -> str:
    data = Matrix(rows, (NOV,), "математика", ("2024/25", "2025/26"), "2026", 2026, DAY)
    return str(where._picture(SESSION, data)).replace("\u00a0", " ")


@pytest.mark.parametrize(("cell", "sign", "said"), [
    (Cell("1", "month", NOV, "accepted", DUE, DUE), "✔", "Отчёт за ноябрь: принято 25.11"),
    (Cell("1", "month", NOV, "accepted", DUE, DAY), "◷", "Отчёт за ноябрь: принято 27.11, позже срока"),
    (Cell("1", "month", NOV, "waiting", DUE), "…", "Отчёт за ноябрь: ждём, срок был 25.11"),
    (Cell("1", "month", NOV, "not_required", DUE), "–", "Отчёт за ноябрь: не требуется"),
    (Cell("1", "month", NOV, "not_required", DUE, DUE), "✓", "Отчёт за ноябрь: принято 25.11, не требовалось"),
    (None, "", "Отчёт за ноябрь: не спрашиваем")])
def test_a_report_is_a_sign_with_its_words(cell, sign, said):
    found = str(where._sign(SESSION, NOV, cell))
    assert (re.sub("<[^>]+>", "", found), f"title='{said}'" in found.replace("\u00a0", " ")) == (sign, True)


def test_a_row_leads_to_its_school_and_every_part_to_its_rows():
    found = drawn(row())
    assert "<a class='whole' href='/school?school=%D0%A805'>" in found
    assert [re.findall(f"part={part}", found) != [] for part in ("confirmed", "not_done", "awaited")] == [
        True, True, False]
    assert "3 из 8" in found
    assert "%<" not in found
    assert found.count("<circle") == 1  # the one share of a year
    assert "<span class='told'>19 из 20</span>" in found


@pytest.mark.parametrize(("classes", "lines"), [(("6", "6"), 1), (("6", "7"), 2)])
def test_years_of_different_classes_are_not_joined(classes, lines):
    lows = tuple(Low(year, 4, 12, 1 / 3, (), frozenset({grade})) for year, grade in zip(
        ("2024/25", "2025/26"), classes, strict=True))
    assert drawn(row(low=lows)).count("<polyline class='line'") == lines


@pytest.mark.parametrize(("help_of", "said"), [
    pytest.param({}, "11 +1 семинары и др.", id="own-and-shared"),
    pytest.param({"together": 0}, "11", id="own-alone"),
    pytest.param({"help": (("выезд", 0),), "together": 2}, "семинары и другое: 2", id="shared-alone"),
    pytest.param({"help": (), "together": 0}, "0", id="none")])
def test_help_says_what_is_its_own_and_what_is_shared(help_of, said):
    shown = Matrix((row(**help_of),), (NOV,), "", (), "2026", 2026, DAY)
    found = str(where._help(SESSION, shown, shown.rows[0]))
    read = re.sub("<svg.*?</svg>", "", found).replace("</span></a><a", "</span></a> <a")
    assert re.sub("<[^>]+>", "", read) == said


def test_fifteen_and_sixteen_are_not_drawn_alike():
    own, more = row(3, help=(("выезд", 15),)), row(5, help=(("выезд", 16),))
    shown = Matrix((own, more), (NOV,), "", (), "2026", 2026, DAY)
    wide = [re.findall(r"class='now'[^>]* width='([\d.]+)'", str(where._help(SESSION, shown, one)))
            for one in shown.rows]
    assert wide == [["52.5"], ["56.0"]]


def test_many_schools_have_a_search_and_those_off_the_list_are_folded():
    listed, others = [row(n) for n in range(1, 22)], [row(n, on_list=False) for n in range(22, 25)]
    found = drawn(*listed, *others)
    assert "data-shnor-search='where'" in found
    assert "<summary>Не в перечне: 3 школы</summary>" in found
    assert drawn(*listed[:7]).count("<summary>") == 0


@pytest.mark.parametrize(("shown", "waits"), [(row(), True), (row(parts=None), False)])
def test_the_tick_keeps_rows_where_something_is_awaited_or_undone(shown, waits):
    assert ("data-shnor-waits" in drawn(shown)) is waits


def test_without_a_plan_or_before_its_first_day_words_stand_in_the_place_of_the_bar():
    assert "карты нет" in drawn(row(parts=None))
    assert "срок ещё не наступил" in drawn(row(parts=replace(PARTS, due=0, confirmed=0, not_done=0)))


def test_the_table_behind_has_the_same_numbers():
    data = Matrix((row(),), (NOV,), "ВПР, математика", ("2024/25", "2025/26"), "2026", 2026, DAY)
    table = where._block(SESSION, data, "Где сейчас каждая школа", "1 школа")
    shown = [block.words(block.said(value)) for value in table.rows[0]]
    assert shown[1:] == ["2026", "сдан 25.11.2026", "20", "19", "0", "1", "0", "4 из 12", "3 из 8", "11", "1"]


def test_work_that_is_kept_back_is_not_told_as_undone():
    kept = SimpleNamespace(**{**vars(SESSION), "unseen": (Unseen(9, "Ш05", NOV, date(2026, 11, 30),
                                                                 frozenset({"progress"})),)})
    shown = Matrix((row(parts=replace(PARTS, unseen=2)), row(7)), (NOV,), "", (), "2026", 2026, DAY)
    mine, other = (str(where._bar(kept, shown, one)) for one in shown.rows)
    assert "школа знакомится, откроется 30.11" in mine
    assert ("19 из 20" in mine, "19 из 20" in other.replace("\u00a0", " ")) == (False, True)


def test_a_report_that_tells_nothing_new_leaves_the_bar():
    kept = SimpleNamespace(**{**vars(SESSION), "unseen": (Unseen(9, "Ш05", NOV, date(2026, 11, 30),
                                                                 frozenset({"progress"})),)})
    assert "19 из 20" in str(where._bar(kept, Matrix((row(),), (NOV,), "", (), "2026", 2026, DAY), row())
                             ).replace("\u00a0", " ")
