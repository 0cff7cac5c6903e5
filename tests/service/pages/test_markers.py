"""What a list says of signs, in three states and careful words."""

from datetime import date

import pytest

from shnor.service.pages import markers
from shnor.service.pages.markers import MarkerList, Named

DAY = date(2026, 11, 27)
LETTER = "письмо от 01.09.2025 № 1207"
LIST = MarkerList(LETTER, 2025, "2024/25", (Named("Ш05", "МБОУ ООШ № 5", ()), Named(
    "Ш11", "МАОУ СОШ № 11", ("ВПР, математика, 5 класс: завышенный средний балл",))))


def test_the_sentence_names_the_list_its_year_and_the_schools():
    assert "".join(markers.sentence(LIST)).replace("\u00a0", " ") == (
        f"В списке «{LETTER}» за 2024–2025 учебный год признаки, требующие дополнительного анализа, отмечены по 1 "
        "школе из 2 названных: МАОУ СОШ № 11.")


def test_names_of_the_marked_may_be_left_out():
    assert "".join(markers.sentence(LIST, named=False)).replace("\u00a0", " ").endswith("1 школе из 2 названных.")


def test_a_list_without_a_sign_says_of_how_many_schools():
    clean = MarkerList(LETTER, 2025, "2025", LIST.named[:1])
    assert "".join(markers.sentence(clean)).replace("\u00a0", " ").endswith(
        "за 2025 год признаки, требующие дополнительного анализа, по 1 школе не отмечены.")


def test_what_is_not_loaded_is_not_what_is_not_there():
    said = {school: markers.standing((LIST,), school, DAY) for school in ("Ш05", "Ш09", "Ш11")}
    assert markers.standing((), "Ш05", DAY).endswith(markers.NOT_LOADED)
    for school, word in (("Ш05", "не отмечены"), ("Ш09", "сведений нет"), ("Ш11", "завышенный")):
        assert word in said[school]
    assert not [text for text in said.values() if "не выявлен" in text]


def test_a_list_of_marked_schools_alone_gives_their_number():
    marked = MarkerList(LETTER, 2025, "2024/25", LIST.marked)
    assert "".join(markers.sentence(marked)).replace("\u00a0", " ").endswith("отмечены по 1 школе: МАОУ СОШ № 11.")


@pytest.mark.parametrize(("year", "day", "said"), [
    pytest.param(2025, DAY, "за 2025–2026 учебный год сведения не загружены", id="an-older-list-alone"),
    pytest.param(2026, DAY, "", id="of-the-year-that-ended-last"),
    pytest.param(2027, DAY, "", id="of-the-year-that-runs"),
    pytest.param(2025, date(2026, 8, 31), "", id="before-the-next-has-ended"),
    pytest.param(2025, date(2026, 9, 1), "за 2025–2026 учебный год сведения не загружены", id="on-its-first-day"),
    pytest.param(None, DAY, "", id="no-list-says-so-itself"),
])
def test_an_older_list_says_that_a_newer_was_not_brought_in(year, day, said):
    lists = (MarkerList(LETTER, year, f"{year - 1}/{year % 100}", LIST.named),) if year else ()
    assert markers.absent(lists, day).replace("\u00a0", " ") == said
    assert (markers.standing(lists, "Ш05", day).replace("\u00a0", " ").endswith(f"; {said}")) is bool(said)
