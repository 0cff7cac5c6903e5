"""What leaves a block is what stands in it."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.charts import facts
from shnor.charts.facts import Chart, Point, Series
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Block
from shnor.ui.kit.html import Link

DAY = date(2026, 11, 27)
CHART = Chart("low", "Отметка «2»: 2026/27", "доля", "по 6 школам", DAY, "форма «Результаты»", (
    Series("СОШ № 3", (facts.share("2025", 50, 150, link="/source?a=1"), facts.share("2026", 24, 146))),
    Series("ООШ № 9", (Point("2025", why="не сдавали"), facts.share("2026", 2, 8)))))


def test_a_part_of_a_whole_leaves_as_three_numbers_and_a_reason_as_its_words():
    table = block.taken(Block.of(CHART, "Школа"), demo=True)
    assert table.head == ("Школа", "2025, число", "2025, из", "2025, доля", "2026, число", "2026, из", "2026, доля")
    assert table.rows == (("СОШ № 3", 50, 150, 50 / 150, 24, 146, 24 / 146), ("ООШ № 9", "не сдавали", None, None, 2, 8,
                                                                               None))
    assert (table.shares, table.synthetic) == (frozenset({3, 6}), True)
    assert table.sources == (("По чему посчитано", "по 6 школам"), ("На день", "27.11.2026"),
                             ("Источник", "форма «Результаты»"))


def test_the_table_behind_a_picture_leads_to_the_rows():
    made = block.table_html(Block.of(CHART, "Школа"))
    assert "<a class='shnor-figure' href='/source?a=1'>50 из 150</a>" in made
    assert "не сдавали" in made


@pytest.mark.parametrize(("sort", "there"), [(True, 1), (False, 0)])
def test_results_of_schools_by_name_are_not_sorted(sort, there):
    assert block.table_html(Block.of(CHART, sort=sort)).count("data-shnor-sort") == there


def test_a_cell_of_links_and_words_leaves_as_its_text():
    made = Block("a", "А", "", DAY, "", ("Кто", "Что"), ((Link("СОШ № 3", "school"), ["ждём ", Link("ноябрь", "x")]),))
    assert block.taken(made, demo=False).rows == (("СОШ № 3", "ждём ноябрь"),)


def test_the_name_of_a_file_fits_every_system():
    assert block.file_name(Block.of(CHART), "Округ") == "Округ - Отметка «2» 2026 27 - 2026-11-27"


def test_a_mean_leaves_unrounded_with_how_many_it_is_of():
    shown = Block("a", "А", "", DAY, "", ("Кто", "2026"), (
        ("СОШ № 3", Point("2026", "3,12 (421 участник)", None, 421, 1315 / 421)), ("ООШ № 9", Point("2026"))))
    table = block.taken(shown, demo=False)
    assert (table.head, table.rows) == (("Кто", "2026", "2026, участников"), (
        ("СОШ № 3", 1315 / 421, 421), ("ООШ № 9", "нет данных", None)))


def test_what_is_said_under_a_picture_and_no_second_table_behind_a_table():
    made = block._foot(Block.of(CHART, bare=True, notes=("Пока не вывод.", "")), demo=False)
    assert ("Пока не вывод." in made, "<details" in made, made.count("shnor-small")) == (True, False, 1)


@pytest.mark.parametrize(("page", "changes", "leads"), [
    pytest.param("results", True, "href='/show?add=results&amp;block=low&amp;subject=%D1%84'>в показ", id="offered"),
    pytest.param("", True, "", id="not-of-this-page"), pytest.param("results", False, "", id="who-reads")])
def test_who_changes_the_base_puts_a_block_into_a_show_with_what_is_chosen(page, changes, leads):
    block.into_show(page)
    with html.carrying((("subject", "ф"),)):
        into = block._into_show(SimpleNamespace(changes=changes), Block.of(CHART))
        head = block._heading(Block.of(CHART), "key", "name", into)
    block.into_show("")
    assert (leads in head, "показ" in head) == (True, bool(leads))
