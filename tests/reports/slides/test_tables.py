"""How wide the columns of a table are and how many of its rows have room."""

import pytest

from shnor.charts.drawn import letters
from shnor.reports.slides.deck import Blank, Grid
from shnor.reports.slides.tables import INSET, columns, laid, pages

GRID = Grid(("Класс", "2025–2026"), tuple((f"{grade} класс", f"{grade} из 96") for grade in range(1, 21)), numbers=(1,))


@pytest.mark.parametrize("width", [pytest.param(400, id="wide"), pytest.param(100, id="narrower-than-its-words")])
def test_columns_take_the_whole_width(width):
    wide = columns(GRID.head, GRID.rows, width, 18)
    assert sum(wide) == pytest.approx(width)


def test_a_long_column_gives_way_and_a_short_one_does_not():
    long = (("слово " * 20, "96 из 421"),)
    words, number = columns(("Что", "n"), long, 400, 18)
    assert number >= letters.width("421", 18) + 2 * INSET * 18
    assert words > 2 * number


@pytest.mark.parametrize(("height", "size", "shown", "left_out"), [
    pytest.param(900, 24, 20, "", id="large"),
    pytest.param(740, 20, 20, "", id="smaller-letters"),
    pytest.param(300, 18, 7, "Ещё 13\u00a0строк не поместилось.", id="rows-are-left-out"),
    pytest.param(10, 18, 0, "Ещё 20\u00a0строк не поместилось.", id="no-room-at-all")])
def test_letters_become_smaller_before_rows_are_left_out(height, size, shown, left_out):
    """A row is 1,75 sizes of a letter tall, its head too; the sentence takes a line of 1,25."""
    found = laid(GRID, 600, height, (24, 20, 18))
    assert (found.size, len(found.rows), found.left_out) == (size, shown, left_out)


def test_pages_have_all_rows_once():
    found = pages(GRID, 600, 300, 18)
    assert [row[0] for page in found for row in page.rows] == [f"{grade} класс" for grade in range(1, 21)]
    assert len({tuple(page.widths) for page in found}) == 1


def test_columns_to_be_filled_in_share_the_width_as_they_are_told():
    assert Blank(("Мера", "Срок", "Кто"), widths=(5, 2, 3)).shares == (0.5, 0.2, 0.3)
    assert Blank(("Мера", "Срок")).shares == (0.5, 0.5)
    assert Blank(()).shares == ()
