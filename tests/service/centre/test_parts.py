"""A school that joined another one: named on both pages, its rows its own, the municipality whole without it."""

from datetime import date

import pytest

from shnor.service.centre import schools
from shnor.service.figures import sets
from shnor.service.figures.parts import Part, parts_of
from shnor.service.pages import school_words
from tests.service.conftest import DAY, file

REGISTER = [{"school_id": "Ш08", "name": "МБОУ СОШ № 8"}, {"school_id": "Ш14", "name": "МБОУ ООШ № 14"}]
JOINED = date(2026, 9, 1)


@pytest.mark.parametrize(("text", "parts"), [
    pytest.param(None, (), id="nothing"),
    pytest.param("МБОУ ООШ № 14, филиал с 01.09.2026", (Part("МБОУ ООШ № 14", "филиал", JOINED, "Ш14"),), id="whole"),
    pytest.param("Ш14 с 01.09.2026", (Part("Ш14", "", JOINED, "Ш14"),), id="by-code"),
    pytest.param("мбоу оош № 14", (Part("мбоу оош № 14", "", None, "Ш14"),), id="no-day"),
    pytest.param("МБОУ ООШ № 15, филиал", (Part("МБОУ ООШ № 15", "филиал", None, ""),), id="not-in-the-register"),
    pytest.param("МБОУ ООШ № 14, филиал с 45.09.2026", (Part("МБОУ ООШ № 14", "филиал", None, "Ш14"),),
                 id="no-such-day"),
    pytest.param("Ш14, с 01.09.2026; МБОУ ООШ № 15", (Part("Ш14", "", JOINED, "Ш14"), Part("МБОУ ООШ № 15")),
                 id="two")])
def test_what_the_register_says_of_parts(text, parts):
    assert parts_of({"parts": text}, REGISTER) == parts


@pytest.fixture
def beginning():
    return [file("школы.csv", [["Код школы", "Номер", "Краткое название", "Присоединённые школы и филиалы"],
                               ["Ш05", "5", "МБОУ ООШ № 5", ""], ["Ш14", "14", "МБОУ ООШ № 14", ""],
                               ["Ш08", "8", "МБОУ СОШ № 8", "МБОУ ООШ № 14, филиал с 01.09.2026"]])]


def test_both_pages_name_each_other_and_no_figure_is_added(store):
    with store.view() as view:
        cards = {card.school_id: card for card in schools.cards(view, DAY)}
    said = {code: [text for text, _ in school_words.parts(card)] for code, card in cards.items()}
    assert said == {
        "Ш05": [],
        "Ш08": ["С 01.09.2026 в состав школы вошла (филиал): МБОУ ООШ № 14. Её показатели и история остаются на её "
                "странице и сюда не прибавляются."],
        "Ш14": ["С 01.09.2026 школа вошла в состав другой (филиал): МБОУ СОШ № 8. Показатели этой школы в показатели "
                "МБОУ СОШ № 8 не входят."]}
    assert cards["Ш14"].joined.school_id == "Ш08"


def test_a_part_the_register_has_not_is_said_to_have_no_history():
    told = school_words.parts(schools.SchoolCard("Ш08", "МБОУ СОШ № 8", 8, "", None, None, (), (), parts=(
        Part("МБОУ ООШ № 14"),)))
    assert [text for text, _ in told] == [
        "В состав школы вошла: МБОУ ООШ № 14. Отдельной строки в реестре у неё нет, своей истории в базе тоже; если "
        "она нужна, центр вносит школу в реестр с её логином ФИС ОКО."]


@pytest.mark.parametrize(("day", "codes", "said"), [
    pytest.param(date(2026, 8, 31), {"Ш05", "Ш08", "Ш14"}, "по муниципалитету (3 школы)", id="before"),
    pytest.param(date(2026, 8, 31), {"Ш05", "Ш08"}, "по 2 школам", id="a-part-of-the-municipality-then"),
    pytest.param(DAY, {"Ш05", "Ш08"}, "по муниципалитету (2 школы)", id="after"),
    pytest.param(DAY, {"Ш05", "Ш14"}, "по 2 школам", id="its-rows-stand-for-nobody-else")])
def test_the_municipality_is_whole_without_what_has_joined(store, day, codes, said):
    with store.view() as view:
        assert sets.named(view, codes, day).replace("\u00a0", " ") == said
