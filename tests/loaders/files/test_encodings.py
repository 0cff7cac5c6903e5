"""Code pages of Russian texts."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shnor.datasets.letters import ALPHABET, FOLLOWS, PAGES
from shnor.loaders.files.encodings import BAD, decoded, doubt
from shnor.loaders.files.workbooks.text_tables import read_text

WORDS = ("Школа", "МБОУ", "Октябрьская", "СОШ", "лицей", "учитель", "математика", "Ёлка", "выполнено", "нет", "Ершова",
         "ШКОЛА", "Предмет", "я", "и", "Подготовка", "съезд", "объявлен", "щит", "цех", "эхо", "юг", "мышь", "фойе")
TABLES = st.lists(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=3,
                           max_size=3), min_size=1, max_size=6)


def test_every_letter_has_its_row():
    assert [len(row) for row in FOLLOWS] == [len(ALPHABET)] * len(ALPHABET) == [33] * 33


@pytest.mark.parametrize("page", PAGES.values())
@settings(deadline=None)
@given(rows=TABLES)
def test_a_russian_table_comes_back_from_any_page_or_is_asked_about(page: str, rows: list[list[str]]):
    text = "\n".join(["Школа;Предмет;Выполнено", *(";".join(row) for row in rows)])
    data = text.encode(page)
    readings = [reading.text for reading in doubt(data)] or [decoded(data)]
    assert text in readings


@pytest.mark.parametrize("page", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
                                  "utf-32-be", *PAGES.values()])
def test_a_whole_table_is_never_asked_about(page: str):
    text = "Школа;Предмет;Человек\r\nМБОУ Октябрьская СОШ;математика;5\r\nЛицей имени Ёлкина;русский язык;12\r\n"
    assert (decoded(text.encode(page)), doubt(text.encode(page))) == (text, ())
    assert [row[0] for row in read_text(text.encode(page))[0].cells] == [
        "Школа", "МБОУ Октябрьская СОШ", "Лицей имени Ёлкина"]


@settings(deadline=None)
@given(TABLES, st.integers(0, 10_000), st.sampled_from([b"\xff", b"\xe0", b"\x98", b"\xc0"]))
def test_one_bad_byte_does_not_make_utf8_another_page(rows, place, bad):
    text = "\n".join(["Школа;Предмет;Выполнено", *(";".join(row) for row in rows)])
    data = text.encode()
    place %= len(data)
    assume(data[place] > 0x7F)
    broken = decoded(data[:place] + bad + data[place + 1:])
    assert broken.startswith(data[:place].decode(errors="ignore"))
    assert broken.endswith(data[place + 1:].decode(errors="ignore"))
    assert broken.count(BAD) <= 1


@pytest.mark.parametrize("end", [b"\x1a", b"\r\n\x1a", b"\r\n\x1a\x00\x00"])
def test_the_sign_of_the_end_is_no_cell(end: bytes):
    assert read_text("Школа;5".encode("cp866") + end)[0].cells[-1] == ("Школа", "5")


def test_a_page_chosen_by_the_person_is_taken():
    assert [decoded(b"\xf1;5", title) for title in ("Windows (1251)", "КОИ-8", "DOS (866)")] == ["с;5", "Я;5", "ё;5"]


@pytest.mark.parametrize(("text", "cells"), [
    pytest.param("Школа, год;5\nЛицей, год;6", ("Школа, год", "5"), id="a-comma-in-each-text"),
    pytest.param("а;1,5;2,5;3\nб;2,5;3,5;4", ("а", "1,5", "2,5", "3"), id="decimal-commas"),
    pytest.param("5,6,7\n8,9,10", ("5", "6", "7"), id="commas-between-whole-numbers"),
    pytest.param('а;"б\nв; г";д\nе;ж;з', ("а", "б\nв; г", "д"), id="a-line-break-in-quotes"),
    pytest.param('"sep=;"\nа;б', ("а", "б"), id="the-order-in-quotes"),
    pytest.param("Отчёт, за, год, 2026\nа\tб\nв\tг\nд\tе\nё\tж", ("Отчёт, за, год, 2026", None),
                 id="a-title-with-commas"),
])
def test_the_separator_is_what_cuts_the_lines_alike(text: str, cells: tuple):
    assert read_text(text.encode())[0].cells[0] == cells
