"""Schools as letters: every way a text names a school, and nothing else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.service.show.letters import SIGNS, Letters, School, shuffled, sign

KNOWN = {"Ш05": School("МБОУ ООШ № 5", 5, ("основная школа № 5", "ООШ 5", "edu990005", "9905", "Ш05")),
         "Ш12": School("МБОУ ООШ № 12", 12, ("Ш12",)), "Ш04": School("МБОУ СОШ № 4 «Северная»", 4, ("Ш04",)),
         "Ш20": School("МБОУ Степная СОШ", None, ("Ш20",))}
LETTERS = Letters(("Ш12", "Ш05", "Ш04", "Ш20"), KNOWN)


@pytest.mark.parametrize(("written", "shown"), [
    ("МБОУ ООШ № 5: аудит", "Школа Б: аудит"), ("мбоу оош №5", "Школа Б"), ("МБОУ ООШ №\u00a05", "Школа Б"),
    ("выезд в школу № 5", "выезд в Школа Б"), ("СОШ 12 и ООШ № 5", "Школа А и Школа Б"),
    ("по № 12", "по Школа А"), ("логин edu990005", "логин Школа Б"), ("код Ш05", "код Школа Б"),
    ("МБОУ СОШ № 4 «Северная»", "Школа В"), ("МБОУ Степная СОШ", "Школа Г"),
    ("приказ № 5 от 01.09.2026", "приказ № 5 от 01.09.2026"), ("№ 51", "№ 51"), ("5 из 12", "5 из 12"),
    ("5 класс", "5 класс"), ("гимназия № 1", "гимназия № 1"),
])
def test_a_named_school_becomes_its_letter(written, shown):
    assert LETTERS.text(written) == shown
    assert LETTERS.named(shown) == ""


def test_what_is_left_is_found():
    assert LETTERS.named("слово: школа № 12") == "школа № 12"
    assert LETTERS.named("96 из 421 (22,8 %)") == ""


def test_letters_are_in_the_order_of_the_show():
    assert [LETTERS.of(code) for code in ("Ш12", "Ш05", "Ш04", "Ш20")] == ["Школа А", "Школа Б", "Школа В", "Школа Г"]
    assert [sign(place) for place in (0, 5, len(SIGNS) - 1, len(SIGNS), len(SIGNS) + 1)] == ["А", "Е", "Я", "АА", "АБ"]


@given(st.integers(1, 600))
def test_no_letter_stands_for_two(size):
    assert len({sign(place) for place in range(size)}) == size


def test_the_order_is_by_chance_and_the_list_comes_first():
    firsts = Counter(shuffled(("Ш05", "Ш12"), KNOWN)[:2] for _ in range(200))
    assert set(firsts) == {("Ш05", "Ш12"), ("Ш12", "Ш05")}
    assert all(sorted(shuffled(("Ш05",), KNOWN)) == sorted(KNOWN) for _ in range(5))
