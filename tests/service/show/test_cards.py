"""The card of a school says what its sheet says, to the school alone."""

from datetime import date

import pytest

from shnor.service.show import cards
from tests.service.conftest import DAY, FILLED, file

LISTS = [["Школа", "Статус", "С даты", "По дату"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026"]]


@pytest.fixture
def beginning():
    return (*FILLED, file("перечень.csv", LISTS))


def test_a_school_of_the_list_has_its_card_and_the_last_one_is_blank(filled):
    with filled.view() as view:
        made = cards.of_list(view, DAY, questions=("Что похоже?",), label="Пример")
    five, blank = made
    assert (five.school, five.day, five.questions, five.label) == ("МБОУ ООШ № 5", date(2026, 11, 27), ("Что похоже?",),
                                                                  "Пример")
    assert dict(five.lines)["Сделано"].startswith("Дорожная карта, 2026. Срок наступил: 2 из 3")
    assert "№ 9" not in repr(five)
    assert (blank.school, blank.lines, blank.questions) == ("", (), ("Что похоже?",))
