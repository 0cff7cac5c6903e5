"""The rule on a small district: which clause holds on which figures, how many people lie between, careful words."""

from datetime import date

import pytest

from shnor.metrics.identification import Work, judge, rule_on
from shnor.metrics.norms import SHIPPED
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
    assert {one.school_id: one.verdict.meets for one in found.schools} == {"Ш05": True, "Ш09": True, "Ш11": None}


def test_two_procedures_are_told_with_the_people_between(store):
    assert said(built(store), "Ш05") == [
        "условие «по двум и более процедурам года» выполняется",
        "ВПР, математика, 6 класс: 4 из 11; ниже порога — 3 из 11, на 1 участника меньше",
        "ОГЭ, математика, основной день: 3 из 8, после резервных дней — 1 из 8; ниже порога — 2 из 8, на 1 участника "
        "меньше; доля достигает 30 %, но участников менее 10: пока не вывод",
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
    head = words.head(found.of("Ш09"), found.rule, found.year).replace("\u00a0", " ")
    assert head == (
        "Соответствует порогам правила 2025 года по работам: ВПР, математика, 6 класс — 3 из 10 (в 2025 году: "
        "3 из 10). "
        "Это расчёт муниципалитета; основанием для включения в перечень не является: перечень устанавливает регион. "
        "Правило 2025 года, по изложению в печати акта Минобразования Омской "
        "области (декабрь 2025 года, «omskinform.ru/news/215730»); неофициальный источник: не менее 30 % участников "
        "получили отметку «2» или не преодолели минимальный порог по двум и более процедурам года или по одной и той "
        "же процедуре два года подряд; экзамены: основной день. Одна процедура здесь — один предмет в одной параллели. "
        "«А также» понято как «или». Правило своего региона внесите в «Пороги и шкалы».")
    small = words.head(found.of("Ш05"), found.rule, found.year).replace("\u00a0", " ")
    assert small.startswith(
        "Доля достигает 30 %, но участников менее 10: пока не вывод; 2025 год: сведения не загружены, условие о двух "
        "годах не проверено; работы: ВПР, математика, 6 класс — 4 из 11; ОГЭ, математика, основной день — 3 из 8 "
        "(после резервных дней — 1 из 8; мало участников: одного обучающегося достаточно, чтобы итог стал другим). Это "
        "расчёт муниципалитета;")


BELOW = "по загруженным процедурам (1) порогам правила 2025 года не соответствует"
NOT_CHECKED = "; 2025 год: сведения не загружены, условие о двух годах не проверено"


@pytest.mark.parametrize(("works", "expected"), [
    pytest.param([(2026, 4, 11), (2025, 0, 11)], BELOW,
                 id="loaded-and-one-is-high"),
    pytest.param([(2026, 0, 11), (2025, 4, 11)], BELOW,
                 id="loaded-and-none-is"),
    pytest.param([(2026, 4, 11)], BELOW + NOT_CHECKED,
                 id="not-loaded-and-one-is-high"),
    pytest.param([(2026, 0, 11)], BELOW + NOT_CHECKED,
                 id="not-loaded-and-none-is"),
    pytest.param([(2026, 4, 11), (2025, 4, 11)], "соответствует порогам правила 2025 года", id="loaded-and-fires"),
    pytest.param([(2026, 4, 11, "7"), (2026, 4, 11)], "соответствует порогам правила 2025 года",
                 id="not-loaded-and-fires"),
    pytest.param([(2026, 4, 9, "7"), (2026, 4, 11)], "доля достигает 30 %, но участников менее 10: пока не вывод"
                 + NOT_CHECKED, id="fires-by-nine"),
])
def test_what_was_not_loaded_was_not_checked(works, expected):
    rule = rule_on(SHIPPED, date(2026, 11, 27))
    made = [Work("ВПР", "", "математика", grade[0] if grade else "6", year, k, n) for year, k, n, *grade in works]
    assert words.answer(judge(rule, made, 2026)).replace("\u00a0", " ") == expected


def test_the_setting_reads_the_rule_as_and(store, send):
    send(file("пороги.csv", OWN))
    assert "«А также» понято как «и»." in words.notes(built(store).rule)


@pytest.mark.parametrize("scope", [
    Scope("head"), Scope("director", frozenset({"Ш05"})), Scope("curator", frozenset({"Ш05", "Ш09"})),
    Scope("guest", frozenset())], ids=lambda one: one.role)
def test_it_is_for_the_coordinator_alone(store, scope):
    with store.view(scope) as view:
        assert identification.build(view, day=DAY) == identification.Identification(0, None, ())


def test_own_rows_stand_beside_the_shipped_and_change_the_answer(store, send):
    send(file("пороги.csv", OWN))
    found = built(store)
    assert {one.school_id: one.verdict.meets for one in found.schools} == {"Ш05": None, "Ш09": False, "Ш11": False}
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
