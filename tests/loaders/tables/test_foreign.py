"""What is said of a file in which nothing is ours."""

import pytest

from shnor.loaders.tables.foreign import not_ours
from tests.loaders.made import grid

MENU = ("Блюдо", "Выход", "Калории")


@pytest.mark.parametrize(("above", "seen"), [(14, "«Блюдо», «Выход», «Калории»"), (15, "«меню»")])
def test_its_headers_are_those_of_the_fullest_of_the_first_fifteen_rows(above, seen):
    issue = not_ours([grid(*[("меню",)] * above, MENU, ("Каша", 200, 180))])
    assert (issue.code, seen in issue.message, "«Блюдо»" in issue.message) == ("unknown-table", True, above == 14)
