"""The rule on a small district: which clause holds on which figures, how many people lie between, careful words."""

from datetime import date

import pytest

from shnor.scope import Scope
from shnor.service.centre.schools import cards
from shnor.service.figures import norms
from shnor.service.pages import identification
from shnor.service.pages import identification_words as words
from tests.service.conftest import DAY, file
from tests.service.pages.works import HEAD, REGISTER, row

RUSSIAN = "русский язык"
WORKS = [HEAD, row("2025/26", 5, 6, 11, 4), row("2025/26", 5, 6, 11, 3, subject=RUSSIAN),
         row("2025/26", 5, 9, 8, 3, "ОГЭ", "основной день"), row("2025/26", 5, 9, 8, 1, "ОГЭ", "после резервных дней"),
         row("2024/25", 9, 6, 10, 3), row("2025/26", 9, 6, 10, 3), row("2025/26", 11, 6, 100, 29),
         row("2026/27", 11, 7, 20, 20, "стартовая работа")]
LISTS = [["Школа", "Статус", "Действует с", "Действует по", "Документ"],
         ["МБОУ ООШ № 5", "ШНОР", "01.01.2025", "31.12.2026", "приказ № 1"],
         ["МБОУ ООШ № 5", "ШНСУ", "01.01.2026", "", "приказ № 2"],
         ["МБОУ ООШ № 9", "ШНОР", "01.01.2025", "31.12.2025", "приказ № 1"]]
OWN = [["Порог или шкала", "Ступень или предмет", "Значение порога", "Порог действует с", "Порог действует по",
        "Документ порога"],
       ["правило выявления ШНОР", "Условия выполняются вместе", "1", "01.01.2026", "", "приказ края № 7"],
       ["Шкала уровня МНЦ", "оптимальный", "85", "01.01.2026", "", "положение № 3"]]


@pytest.fixture
def beginning():
    return file("школы.csv", REGISTER), file("работы.csv", WORKS), file("перечень.csv", LISTS)


def built(store, day=DAY):
    with store.view() as view:
        return identification.build(view, day=day)


def said(found, school):
    return [one.text.replace("\u00a0", " ") for one in words.reasons(found.of(school))]


def test_each_school_stands_at_its_thresholds(store):
    found = built(store)
    assert (found.year, found.rule.main.valid_from.year) == (2026, 2025)
    assert {one.school_id: one.verdict.meets for one in found.schools} == {"Ш05": True, "Ш09": True, "Ш11": False}


def test_two_procedures_are_told_with_the_people_between(store):
    assert said(built(store), "Ш05") == [
        "условие «по 2 процедурам за год» выполняется",
        "ВПР, математика, 6 класс: 4 из 11; ниже порога — 3 из 11, на 1 участника меньше",
        "ОГЭ, математика, основной день: 3 из 8; ниже порога — 2 из 8, на 1 участника меньше",
        "на 1 участника ниже порога:",
        "ВПР, русский язык, 6 класс: 3 из 11; порог — 4 из 11, на 1 участника больше",
        "признаки, требующие дополнительного анализа, за 2026 год: сведения не загружены",
        "в перечне ШНОР второй год подряд (впервые в 2025 году); группа по длительности: 2 года"]


def test_the_same_procedure_two_years_running_and_30_exactly(store):
    assert said(built(store), "Ш09")[:2] == [
        "условие «по одной и той же процедуре два года подряд» выполняется",
        "ВПР, математика, 6 класс: 2025 год — 3 из 10, 2026 год — 3 из 10"]


def test_29_of_100_is_told_as_one_person_below(store):
    assert said(built(store), "Ш11")[1] == (
        "ВПР, математика, 6 класс: 29 из 100; порог — 30 из 100, на 1 участника больше")


def test_the_sentence_is_careful(store):
    found = built(store)
    head = words.head(found.of("Ш05"), found.rule, found.year).replace("\u00a0", " ")
    assert head == (
        "Соответствует порогам правила 2025 года (не менее 30 % участников по 2 процедурам за год или по одной и той "
        "же два года подряд; экзамены: основной день) по работам: ВПР, математика, 6 класс — 4 из 11; ОГЭ, "
        "математика, основной день — 3 из 8 (мало участников: одного обучающегося достаточно, чтобы итог стал "
        "другим). Это расчёт муниципалитета; основанием для включения в перечень не является: перечень устанавливает "
        "регион.")
    again = words.head(found.of("Ш09"), found.rule, found.year).replace("\u00a0", " ")
    assert "по работам: ВПР, математика, 6 класс — 3 из 10 (2025 год: 3 из 10)." in again
    assert "Порогам правила 2025 года" in words.head(found.of("Ш11"), found.rule, found.year).replace("\u00a0", " ")


@pytest.mark.parametrize("scope", [
    Scope("head"), Scope("director", frozenset({"Ш05"})), Scope("curator", frozenset({"Ш05", "Ш09"})),
    Scope("guest", frozenset())], ids=lambda one: one.role)
def test_it_is_for_the_coordinator_alone(store, scope):
    with store.view(scope) as view:
        assert identification.build(view, day=DAY) == identification.Identification(0, None, ())


def test_own_rows_stand_beside_the_shipped_and_change_the_answer(store, send):
    send(file("пороги.csv", OWN))
    found = built(store)
    assert {one.school_id: one.verdict.meets for one in found.schools} == {"Ш05": False, "Ш09": False, "Ш11": False}
    with store.view() as view:
        own = [row for row in norms.table(view) if row.own]
    assert [(row.detail, row.value, row.document) for row in own] == [
        ("условия выполняются вместе", 1, "приказ края № 7"), ("оптимальный", 85, "положение № 3")]


def test_who_has_left_is_in_no_group_by_years(store):
    told = built(store).of("Ш09").duration
    assert (told.group, told.total, words.listed_years(told)) == (0, 1, "")


def test_a_year_without_a_rule_says_so(store, send):
    send(file("работы 2023.csv", [HEAD, row("2022/23", 5, 6, 11, 9)]))
    found = built(store, date(2023, 12, 1))
    assert (found.year, found.rule, found.of("Ш05").verdict) == (2023, None, None)
    assert "Правила выявления на 2023 год в базе нет" in words.head(found.of("Ш05"), None, 2023)


def test_without_works_nothing_is_said(store):
    found = built(store, date(2020, 1, 1))
    assert (found.year, words.head(found.of("Ш05"), found.rule, found.year)) == (0, "")
    assert said(found, "Ш05") == []


def test_a_school_may_hold_two_statuses_at_once(store):
    with store.view() as view:
        card = next(card for card in cards(view, DAY) if card.school_id == "Ш05")
        later = next(card for card in cards(view, date(2027, 1, 1)) if card.school_id == "Ш05")
    assert ([one.id for one in card.statuses], [one.id for one in later.statuses]) == (["shnor", "shnsu"], ["shnsu"])
