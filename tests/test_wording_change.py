"""What is said of a change, sentence by sentence; the numbers are of the users' acceptance list."""

from dataclasses import replace
from fractions import Fraction

import pytest

from shnor import wording_change
from shnor.metrics.change import family, incomparable, of_counts


@pytest.mark.parametrize(("counts", "said"), [
    pytest.param((131, 436, 96, 421), "Доля отметок «2» снизилась с 30,0 % до 22,8 % (131 из 436 и 96 из 421, "
                                      "−7,2 п.п.); снижение подтверждается.", id="confirmed"),
    pytest.param((96, 421, 131, 436), "Доля отметок «2» выросла с 22,8 % до 30,0 % (96 из 421 и 131 из 436, "
                                      "+7,2 п.п.); рост подтверждается.", id="confirmed-rise"),
    pytest.param((3, 14, 6, 14), "Доля отметок «2»: 3 из 14 и 6 из 14, на 3 участника больше; мало участников, "
                                 "пока не вывод.", id="open-of-few"),
    pytest.param((10, 29, 12, 40), "Доля отметок «2»: 10 из 29 и 12 из 40, таких на 2 больше; мало участников, "
                                   "пока не вывод.", id="fewer-than-thirty-on-one-side"),
    pytest.param((10, 30, 12, 40), "Доля отметок «2»: 10 из 30 и 12 из 40, таких на 2 больше; пока не вывод.",
                 id="thirty"),
    pytest.param((33, 103, 24, 97), "Доля отметок «2»: 33 из 103 и 24 из 97, таких на 9 меньше; "
                                    "пока не вывод.", id="open"),
    pytest.param((4, 10, 3, 8), "Доля отметок «2»: 4 из 10 и 3 из 8, таких на 1 меньше; мало участников.",
                 id="small"),
    pytest.param((4, 12, 4, 12), "Доля отметок «2»: 4 из 12 и 4 из 12, столько же; без изменений.", id="same"),
    pytest.param((8, 20, 4, 10), "Доля отметок «2»: 8 из 20 и 4 из 10; доля без изменений.", id="same-share"),
    pytest.param((5, 12, 5, 27), "Доля отметок «2»: 5 из 12 и 5 из 27, столько же; мало участников, пока не вывод.",
                 id="as-many-of-more"),
    pytest.param((0, 0, 1, 8), "Доля отметок «2»: сравнить не с чем, нет данных за один из периодов.", id="none"),
])
def test_a_sentence_concludes_only_what_the_interval_allows(counts, said):
    assert wording_change.sentence("Доля отметок «2»", of_counts(*counts)).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("counts", "said"), [
    ((8, 20, 5, 20), "на 3 участника меньше: 8 из 20 → 5 из 20"), 
    ((0, 30, 21, 30), "на 21 участника больше: 0 из 30 → 21 из 30"),
    ((4, 12, 4, 11), "столько же: 4 из 12 → 4 из 11")])
def test_arithmetic_is_always_said(counts, said):
    assert wording_change.arithmetic(of_counts(*counts)).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("people", "said"), [(1, "на 1 обучающегося больше"), (-3, "на 3 обучающихся меньше"),
                                              (5, "на 5 обучающихся больше")])
def test_people_agree_with_their_number(people, said):
    assert wording_change.by_people(people, "обучающийся").replace("\u00a0", " ") == said


@pytest.mark.parametrize(("text", "n", "said"), [
    ("9 из 10 (90 %)", 10, "9 из 10 (90 %), мало участников"),
    ("9 из 29 (31 %)", 29, "9 из 29 (31 %), мало участников"), ("9 из 30 (30 %)", 30, "9 из 30 (30 %)"),
    ("1 из 8", 8, "1 из 8"),
    ("11 при общем числе 10 — проверьте числа", 10, "11 при общем числе 10 — проверьте числа")])
def test_a_share_of_few_says_so(text, n, said):
    assert wording_change.of_few(text, n) == said


def test_percentage_points_are_shown_from_ten():
    assert wording_change.difference(of_counts(131, 436, 96, 421)).replace("\u00a0", " ") == (
        "изменение −7,2 п.п., возможный разброс от −13,1 до −1,3 п.п.")
    assert wording_change.difference(of_counts(4, 10, 3, 8)) == ""
    assert wording_change.difference(of_counts(4, 10, 3, 10)).startswith("изменение −10,0")
    assert wording_change.difference(of_counts(40, 80, 23, 80)).startswith("изменение −21,3")  # −21,25 half up


@pytest.mark.parametrize(("change", "text"), [
    pytest.param(-0.0731, "−7,3 п.п.", id="less"), pytest.param(0.2143, "+21,4 п.п.", id="more"),
    pytest.param(0.0, "0,0 п.п.", id="same"), pytest.param(-0.0001, "0,0 п.п.", id="no-minus-before-zero"),
    pytest.param(0.0001, "0,0 п.п.", id="no-plus-before-zero"), pytest.param(0.1, "+10,0 п.п.", id="ten"),
    pytest.param(Fraction(-17, 80), "−21,3 п.п.", id="half-up-from-counts"),
    pytest.param(Fraction(17, 80), "+21,3 п.п.", id="half-up-upwards"),
    pytest.param(Fraction(-1, 3000), "0,0 п.п.", id="a-third-of-a-tenth"),
])
def test_points(change, text):
    assert wording_change.points(change).replace("\u00a0", " ") == text


def one_of(size, counts=(131, 436, 96, 421)):
    return replace(of_counts(*counts), verdict="one", family=size)


@pytest.mark.parametrize(("size", "said"), [
    (2, "пока не вывод: одно из 2 сравнений"), (5, "пока не вывод: одно из 5 сравнений"),
    (21, "пока не вывод: одно из 21 сравнения"), (112, "пока не вывод: одно из 112 сравнений")])
def test_one_of_many_says_of_how_many(size, said):
    assert wording_change.conclusion(one_of(size)).replace("\u00a0", " ") == said
    assert wording_change.sentence("Доля", one_of(size)).replace("\u00a0", " ") == (
        f"Доля: 131 из 436 и 96 из 421, таких на 35 меньше; {said}.")


@pytest.mark.parametrize(("change", "school", "said"), [
    pytest.param({"rests": ("Ш03",), "schools": 6}, "№ 3",
                 "снижение подтверждается, но за счёт одной школы (№ 3); по остальным пяти пока не вывод", id="named"),
    pytest.param({"rests": ("Ш03",), "schools": 2}, "",
                 "снижение подтверждается, но за счёт одной школы; по другой школе пока не вывод", id="of-two"),
    pytest.param({"rests": ("Ш03",), "schools": 22}, "",
                 "снижение подтверждается, но за счёт одной школы; по остальным 21 пока не вывод", id="of-many"),
    pytest.param({"rests": ("Ш03", "Ш05"), "schools": 6}, "",
                 "снижение подтверждается, но без любой из 2 школ — пока не вывод", id="several"),
    pytest.param({"rests": ("Ш03",), "schools": 6, "verdict": "one", "family": 26}, "",
                 "пока не вывод: одно из 26 сравнений, за счёт одной школы", id="one-of-many"),
])
def test_what_rests_on_one_school_says_so(change, school, said):
    found = replace(of_counts(131, 436, 96, 421), **change)
    assert wording_change.conclusion(found, school).replace("\u00a0", " ") == said


def test_of_different_schools_nothing_but_the_counts_is_said():
    found = incomparable(16, 50, 3, 50)
    assert wording_change.sentence("Доля", found) == (
        "Доля: 16 из 50 и 3 из 50; состав школ разный, сравнить нельзя.")
    assert (wording_change.difference(found), wording_change.moved(found)) == ("", "")
    assert wording_change.arithmetic(found) == "16 из 50 → 3 из 50"


@pytest.mark.parametrize(("counts", "said"), [
    ((6, 51, 0, 23), "не сравниваем: участников стало на 55 % меньше"),
    ((6, 20, 0, 25), "не сравниваем: участников стало на 25 % больше")])
def test_of_people_who_came_and_left_it_is_said_how_many(counts, said):
    assert wording_change.conclusion(incomparable(*counts, "moved")).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("size", "said"), [
    (1, "Сравнений в таблице: 1, поправка на их число не нужна."),
    (2, "Сравнений в таблице: 2. Вывод делаем с поправкой на их число."),
    (5, "Сравнений в таблице: 5. Вывод делаем с поправкой на их число."),
    (21, "Сравнений в таблице: 21. Даже если бы ничего не менялось, около одного из них выглядело бы подтверждённым, "
         "поэтому вывод делаем с поправкой на их число."),
    (40, "Сравнений в таблице: 40. Даже если бы ничего не менялось, около двух из них выглядели бы подтверждёнными, "
         "поэтому вывод делаем с поправкой на их число."),
    (101, "Сравнений в таблице: 101. Даже если бы ничего не менялось, около пяти из них выглядели бы "
          "подтверждёнными, поэтому вывод делаем с поправкой на их число."),
    (420, "Сравнений в таблице: 420. Даже если бы ничего не менялось, около 21 из них выглядело бы подтверждённым, "
          "поэтому вывод делаем с поправкой на их число.")])
def test_under_a_table_stands_what_chance_alone_would_show(size, said):
    assert wording_change.by_chance(family([(10, 50, 11, 50)] * size)) == said


def test_a_table_that_shows_a_part_says_of_how_many_it_is_a_part():
    shown = [*family([(10, 50, 11, 50)] * 26)[:5], None, of_counts(1, 9, 2, 9), incomparable(1, 20, 2, 20)]
    assert wording_change.by_chance(shown) == (
        "Сравнений в таблице: 5, всего по этим данным 26. Даже если бы ничего не менялось, около одного из них "
        "выглядело бы подтверждённым, поэтому вывод делаем с поправкой на их число.")


def test_schools_of_a_table_have_their_own_comparisons():
    shown = [family([(10, 50, 11, 50)] * 26)[0]] * 30
    assert wording_change.by_chance(shown, apart=True) == (
        "Сравнений в таблице: 30. Даже если бы ничего не менялось, около двух из них выглядели бы подтверждёнными, "
        "поэтому вывод по каждой школе делаем с поправкой на число сравнений.")


def test_under_a_table_without_comparisons_stands_nothing():
    assert wording_change.by_chance([None, of_counts(1, 9, 2, 9)]) == ""
