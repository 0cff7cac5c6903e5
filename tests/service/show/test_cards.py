"""The card of a school says what its sheet says, to the school alone."""

from datetime import date

import pytest

from shnor.reports.sheet import Counts, Moments
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


def counts(*rows):
    """(work, people with «2» of 40 now, what may be said)."""
    return Counts(("Работа", "2025", "2026", ""),
                  tuple((name, "9 из 40", f"{k} из 40", said) for name, k, said in rows),
                  pictures=tuple(Moments((9, 40), (k, 40)) for _, k, _ in rows))


def test_of_many_works_each_subject_has_its_own():
    vpr = [(f"ВПР, математика, {grade} класс", 10, "пока не вывод") for grade in range(4, 9)]
    made = cards._works(counts(*vpr, ("ОГЭ, математика, основной день", 5, "пока не вывод"),
                               ("ОГЭ, русский язык, основной день", 1, "пока не вывод"),
                               ("ВПР, химия", 0, "снижение подтверждается")))
    assert [name for name, _ in made] == [*(name for name, *_ in vpr[:3]), "ОГЭ, математика, основной день",
                                          "ОГЭ, русский язык, основной день", "ВПР, химия", "Другие работы"]
    assert made[-1][1].startswith("ещё 2\u00a0работы на листе школы")


def test_few_works_all_stand_there():
    assert cards._works(counts(("ВПР, химия", 3, ""))) == [("ВПР, химия", "отметку «2» получили 9 из 40 → 3 из 40")]
    assert cards._works(None) == []


def test_that_there_were_few_is_said_once():
    made = cards._works(counts(("ОГЭ, физика", 3, "мало участников"), ("ВПР, история", 1, "пока не вывод"),
                               ("ВПР, химия", 2, "мало участников, пока не вывод")))
    assert [said.rpartition("; ")[2] for _, said in made] == [
        "отметку «2» получили 9 из 40 → 3 из 40", "пока не вывод", "отметку «2» получили 9 из 40 → 2 из 40", cards.FEW]
