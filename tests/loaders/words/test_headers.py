"""Header texts and paths of headers of several rows."""

import pytest

from shnor.loaders.words.headers import normalise, paths, plain
from tests.loaders.made import grid


@pytest.mark.parametrize(("text", "expected"), [
    ("№ п/п", "№ п/п"), ("  № П / П. ", "№ п/п"), ("Отчётный\nмесяц:", "отчетный месяц"),
    ("Месяц\xa0отчёта", "месяц отчета"), ("Срок – факт", "срок-факт"), ("Состояние*", "состояние"),
    (None, ""), (2020.0, "2020"), ("««5»»", "«5»"), ('"«5»"', "«5»"), ('""5""', '"5"'), ('-""-', '-""-'),
], ids=repr)
def test_one_form(text, expected):
    assert normalise(text) == expected


def test_cells_as_text():
    assert [plain(value) for value in (None, 2.0, 1.1, " а  б\n", 3)] == ["", "2", "1.1", "а б", "3"]


TOP, BELOW = ("№", "Результат", None, "Срок", None, "Кто"), (None, "имя", "план", "2020 г.", "2021 г.", None)
EXPECTED = ["№", "результат / имя", "результат / план", "срок / 2020 г", "срок / 2021 г", "кто"]


@pytest.mark.parametrize("merged", [
    pytest.param(((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 1, 5)), id="merged"),
    pytest.param((), id="empty-cells"),
])
def test_two_rows_make_paths(merged):
    assert paths(grid(TOP, BELOW, merged=merged), 0, 1) == EXPECTED


def test_a_table_of_a_document_that_repeats_covered_cells():
    repeated = ("№", "Результат", "Результат", "Срок", "Срок", "Кто"), ("№", "имя", "план", "2020 г.", "2021 г.", "Кто")
    assert paths(grid(*repeated), 0, 1) == EXPECTED
