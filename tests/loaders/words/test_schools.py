"""Schools by the names people write."""

import pytest

from shnor.loaders.types import School
from shnor.loaders.words.school_names import key
from shnor.loaders.words.schools import find
from tests.loaders.made import SCHOOLS


@pytest.mark.parametrize("text", [
    "МБОУ-ООШ № 21", "МБОУ - ООШ № 21", "МБОУ – ООШ № 21", "МБОУ –ООШ № 21", "МБОУ–ООШ № 21", "МБОУ ООШ № 21",
    "МБОУ ООШ №21", "мбоу оош 21", "МБОУ ООШ N 21", "МБОУ ООШ ? 21", "МБОУ\nООШ № 21", "MБOУ OOШ № 21", "Ш21",
    "муниципальное бюджетное общеобразовательное учреждение основная общеобразовательная школа № 21",
    "Муниципальное бюджетное общеобразовательное учреждение «Основная школа № 21»",
    "ООШ № 21", "ОШ № 21", "Школа 21", "в школе № 21",
])
def test_spellings_of_one_school(text):
    found = find(text, SCHOOLS)
    assert (found.kind, found.school_id) == ("exact", "Ш21")


@pytest.mark.parametrize(("text", "candidates"), [
    pytest.param("МБОУ СОШ № 11", ["Ш11"], id="another-form-of-property"),
    pytest.param("21", ["Ш21"], id="only-the-number"),
    pytest.param("МБОУ ОШО № 2", ["Ш02"], id="letters-astray"),
])
def test_questions(text, candidates):
    found = find(text, SCHOOLS)
    assert (found.kind, [school.school_id for school in found.candidates]) == ("question", candidates)


@pytest.mark.parametrize("text", ["МБОУ СОШ № 17", "лицей Звёздный", "", "№"])
def test_unknown(text):
    assert find(text, SCHOOLS).kind == "unknown"


def test_an_alias_is_exact():
    assert find("Школа №5", SCHOOLS).school_id == "Ш05"


def test_one_name_of_two_schools_is_a_question():
    twins = (School("А", "СОШ № 1"), School("Б", "Вторая", aliases=("СОШ 1",)))
    assert [school.school_id for school in find("сош №1", twins).candidates] == ["А", "Б"]


def test_no_register():
    assert find("МБОУ СОШ № 2", ()).kind == "unknown"


def test_numbers_tell_schools_apart():
    assert key("МБОУ СОШ № 2") != key("МБОУ СОШ № 21")
