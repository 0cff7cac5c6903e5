"""One work in several wordings is one work; what may be the same is asked with the name of the base first."""

from dataclasses import replace

import pytest

from shnor.loaders.types import KEEP
from shnor.loaders.words import works
from tests.loaders.made import KNOWN, checked, grid, records, said

HEAD = ("Процедура", "Учебный год", "Часть года", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»")
BASE = replace(KNOWN, procedures=frozenset({"ВПР", "Мониторинг функциональной грамотности",
                                            "Районная диагностическая работа"}))


def results(work: str, year: str = "2025/26", term: object = None, subject: str = "физика", answers: dict | None = None,
            head: tuple = HEAD):
    row = (work, year, term, "МБОУ ООШ № 5", 7, subject, 10, 1, 3, 4, 2)
    return checked(grid(head, row), known=BASE, answers=answers)


@pytest.mark.parametrize(("text", "work"), [
    ("ВПР", "ВПР"), ("ВПР-2026", "ВПР"), ("впр2026", "ВПР"), ("Всероссийские проверочные работы 2026 г.", "ВПР"),
    ("Всерос. проверочная работа", "ВПР"), ("Весенняя ВПР", "ВПР"), ("2026", "2026"),
    ("Мониторинг ФГ (2025/26 уч. год)", "Мониторинг ФГ"), ("входной контроль в 2026 году", "Входной контроль"),
    ("Отметки за четверть", "Отметки за четверть")])
def test_a_work_in_other_words(text, work):
    assert works.procedure(text) == work


@pytest.mark.parametrize(("text", "beside", "term"), [
    ("I четверть", "", "I четверть"), ("1-я четверть", "", "I четверть"), ("1 чет.", "", "I четверть"),
    ("I", "Четверть", "I четверть"), (1, "Четверть", "I четверть"), ("первая", "Отметки за четверть", "I четверть"),
    ("2 п/г", "", "II полугодие"), ("3", "Триместр", "III триместр"), ("4", "Триместр", "IV"), ("1", "", "I"),
    ("I", "", "I"), ("год", "Четверть", "год")])
def test_a_term_in_figures_and_letters(text, beside, term):
    assert works.term(str(text), beside) == term


@pytest.mark.parametrize(("value", "title"), [("I", "Четверть"), (1, "Четверть"), ("1-я", "Часть года")])
def test_the_head_or_the_work_tells_what_a_number_is_a_part_of(value, title):
    head = tuple(title if text == "Часть года" else text for text in HEAD)
    result = results("Отметки за четверть", "2026/27", value, head=head)
    assert (records(result, "term"), said(result)) == ([("I четверть",)], [])


@pytest.mark.parametrize("subject", [
    "история", "История России. Всеобщая история", "Всеобщая история и история России"])
def test_history_under_its_other_name(subject):
    assert records(results("ВПР", subject=subject), "subject") == [("история",)]


@pytest.mark.parametrize(("work", "near"), [
    pytest.param("Мониторинг функц. грамотности", "Мониторинг функциональной грамотности", id="shortened"),
    pytest.param("Функциональная грамотность, мониторинг 2026", "Мониторинг функциональной грамотности", id="turned"),
    pytest.param("Мониторинг ФГ", "Мониторинг функциональной грамотности", id="some-initials"),
    pytest.param("РДР", "Районная диагностическая работа", id="initials"),
])
def test_a_name_like_one_of_the_base_is_asked(work, near):
    result = results(work)
    assert said(result) == [("A2", "procedure-new")]
    assert [choice.value for choice in result.issues[0].choices][0::len(result.issues[0].choices) - 1] == [near, KEEP]
    settled = results(work, answers={("Лист1", "A2"): near})
    assert (records(settled, "procedure"), said(settled)) == ([(near,)], [])
    assert said(results(work, answers={("Лист1", "A2"): KEEP})) == []


@pytest.mark.parametrize("work", ["Мониторинг функциональной грамотности 2026", "ОГЭ", "Олимпиада", "ВПР 2026"])
def test_the_same_a_known_or_a_quite_other_work_is_not_asked(work):
    assert "procedure-new" not in {code for _, code in said(results(work))}


@pytest.mark.parametrize(("work", "year", "asked"), [
    ("ВПР 2026", "2025/26", False), ("ВПР 2025", "2025/26", True), ("ВПР 2024/25", "2025/26", True),
    ("Мониторинг функциональной грамотности 2026", "2025/26", False), ("ВПР", "2025/26", False),
    ("Стартовая работа 2026", "2025/26", True)])
def test_the_year_of_a_name_beside_its_school_year(work, year, asked):
    assert ("A2", "work-year") in said(results(work, year)) or not asked
    assert (said(results(work, year)) == []) is not asked


def test_the_year_of_the_name_may_be_the_right_one():
    asked = results("ВПР 2025")
    assert [choice.label for choice in asked.issues[0].choices] == ["2024/25 (по названию)", "2025/26 (как в столбце)"]
    for choice, year in zip(asked.issues[0].choices, ("2024/25", "2025/26"), strict=True):
        settled = results("ВПР 2025", answers={asked.issues[0].key: choice.value})
        assert (records(settled, "school_year"), said(settled)) == ([(year,)], [])
