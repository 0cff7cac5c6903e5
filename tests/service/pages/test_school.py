"""The page of one school: its deadlines in order, what is not done, its own words."""

from shnor.service.pages import school
from tests.service.conftest import DAY


def test_page_of_a_school(filled):
    with filled.view() as view:
        data = school.build(view, "Ш05", day=DAY)
    assert [row.number for row in data.rows] == ["1.1", "1.2", "2.1"]
    assert [row.number for row in data.not_done] == ["1.2"]
    assert [word.note for word in data.words] == ["перенесём на декабрь"]
