"""The page of one school: its deadlines in order, what is not done, its own words."""

from datetime import date

import pytest

from shnor.service.pages import school
from tests.service.conftest import DAY, file


def test_page_of_a_school(filled):
    with filled.view() as view:
        data = school.build(view, "Ш05", day=DAY)
    assert [row.number for row in data.rows] == ["1.1", "1.2", "2.1"]
    assert [row.number for row in data.not_done] == ["1.2"]
    assert [word.note for word in data.words] == ["перенесём на декабрь"]


@pytest.mark.parametrize(("day", "coming"), [
    pytest.param(DAY, [date(2027, 1, 1)], id="not-on-it-yet"),
    pytest.param(date(2027, 1, 1), [], id="on-it-and-it-goes-on"),
    pytest.param(date(2028, 5, 1), [], id="over")])
def test_the_next_entry_of_a_list_the_school_is_not_on(filled, send, day, coming):
    send(file("перечень.csv", [["Школа", "Статус", "Действует с", "Действует по"],
                               ["МБОУ ООШ № 5", "ШНОР", "01.01.2027", "31.12.2027"],
                               ["МБОУ ООШ № 5", "ШНОР", "01.01.2028", "30.04.2028"]]))
    with filled.view() as view:
        assert [status.since for status in school.build(view, "Ш05", day=day).card.coming] == coming


@pytest.mark.parametrize(("until", "years"), [("31.12.2028", (2027, 2028)), ("", (2027,))])
def test_years_of_an_entry_to_come(filled, send, until, years):
    send(file("перечень.csv", [["Школа", "Статус", "Действует с", "Действует по"],
                               ["МБОУ ООШ № 5", "ШНОР", "01.01.2027", until]]))
    with filled.view() as view:
        card = school.build(view, "Ш05", day=DAY).card
    assert card.years == years
    assert [one.since for one in card.entries] == [date(2027, 1, 1)]
