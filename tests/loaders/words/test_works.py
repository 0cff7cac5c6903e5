"""Words about a work as people write them; what is not said is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.words import works
from shnor.loaders.words.works import Grade


@pytest.mark.parametrize(("text", "expected"), [
    ("впр", "ВПР"), ("ВПР 2026", "ВПР"), ("Всероссийские проверочные работы", "ВПР"), ("огэ", "ОГЭ"),
    ("Пробный экзамен в форме ОГЭ", "Пробный ОГЭ"), ("репетиционный ЕГЭ", "Пробный ЕГЭ"),
    ("КДР", "Краевая диагностическая работа"),
    ("срез  знаний", "Срез знаний"), ("Стартовая диагностическая работа", "Стартовая работа")])
def test_a_procedure_has_one_name(text, expected):
    assert works.procedure(text) == expected


def test_a_text_of_two_procedures_names_none():
    assert works.procedure_in("Сравнение ВПР и ОГЭ") == ""


@pytest.mark.parametrize(("text", "expected"), [
    ("Рус. яз.", "русский язык"), ("Русский язык", "русский язык"), ("МА", "математика"), ("Математика", "математика"),
    ("Математика (базовый уровень)", "математика (базовый уровень)"), ("Музыка", "музыка")])
def test_a_subject_has_one_name(text, expected):
    assert works.subject(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Результаты ОГЭ по русскому языку", "русский язык"),
    ("ВПР 2026 Литературное чтение 4 класс", "литературное чтение"),
    ("по истории и обществознанию", ""), ("Физическая культура", ""), ("Отчёт школы", "")])
def test_a_subject_is_found_in_a_title(text, expected):
    assert works.subject_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("6", Grade(6, "")), ("6 А", Grade(6, "А")), ("6а", Grade(6, "А")), ("6-Б класс", Grade(6, "Б")),
    ("10 «В»", Grade(10, "В")), ("6 A", Grade(6, "А")),
    ("11-е классы", Grade(11, "")), ("5–8", None), ("12", None), ("0", None), ("все", None)])
def test_a_cell_of_a_class(text, expected):
    assert works.grade(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("ВПР 2026 Русский язык 4 класс", Grade(4, "")), ("в 9-х классах", Grade(9, "")), ("6 «А» класс", Grade(6, "А")),
    ("5–8 классы", None), ("5 и 6 классы", None), ("за 2026 год", None), ("15 класс", None)])
def test_a_class_in_a_title(text, expected):
    assert works.grade_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("1-я четверть", "I четверть"), ("за III четверть 2025–2026", "III четверть"), ("второе полугодие", "II полугодие"),
    ("2 триместр", "II триместр"), ("4 триместр", ""), ("год", "")])
def test_a_part_of_the_year(text, expected):
    assert works.term_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("основной день", "main"), ("после резервных дней", "reserve"), ("дополнительный период (сентябрь)", "additional"),
    ("основной и дополнительный периоды", ""), ("основной государственный экзамен", ""), ("ОГЭ по математике", "")])
def test_a_stage(text, expected):
    assert works.stage_in(text) == expected


@pytest.mark.parametrize(("text", "work", "expected"), [
    ("ВПР 2026", "ВПР", ("2025/26",)), ("2025–2026 учебный год", "Срез", ("2025/26",)), ("2025/26", "", ("2025/26",)),
    ("02.06.2026", "ОГЭ", ("2025/26",)), ("02 - Математика 2026.06.02", "ОГЭ", ("2025/26",)),
    ("сентябрь 2026", "Срез", ("2026/27",)),
    ("Стартовая работа 2026", "Стартовая работа", ("2026/27",)),
    ("2026 год", "Срез", ("2025/26", "2026/27")), ("ВПР 2022", "ВПР", ("2021/22", "2022/23")),
    ("ВПР 2022, 10.10.2022", "ВПР", ("2022/23",)), ("2025 и 2026", "ВПР", ()), ("без года", "ВПР", ())])
def test_a_school_year(text, work, expected):
    assert works.school_years(text, work) == expected


SPELLINGS = ["{} {}", "{}{}", "{}-{}", "{} «{}»", "{} {} класс"]


@given(st.integers(1, 11), st.sampled_from(["", "А", "б", "Ж"]), st.sampled_from(SPELLINGS))
def test_a_class_is_read_in_any_spelling(number, label, pattern):
    assert works.grade(pattern.format(number, label)) == Grade(number, label.upper())


@given(st.text(max_size=60))
def test_any_text_is_borne(text):
    for read in (works.grade, works.grade_in, works.term, works.stage_in, works.subject, works.subject_in):
        read(text)
    assert works.procedure(works.procedure(text)) == works.procedure(text)
    assert len(works.school_years(text, "ВПР")) <= 2


@given(st.integers(2015, 2035), st.sampled_from(["–", "-", "/", " — "]), st.booleans())
def test_a_school_year_is_read_in_any_spelling(year, dash, short):
    last = f"{(year + 1) % 100:02}" if short else str(year + 1)
    assert works.school_years(f"Итоги за {year}{dash}{last} учебный год", "") == (f"{year}/{(year + 1) % 100:02}",)
