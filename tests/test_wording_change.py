"""What is said of a change, sentence by sentence; the numbers are of the users' acceptance list."""

import pytest

from shnor import wording_change
from shnor.metrics.change import of_counts


@pytest.mark.parametrize(("counts", "said"), [
    pytest.param((131, 436, 96, 421), "Доля отметок «2» снизилась с 30,0 % до 22,8 % (131 из 436 и 96 из 421, "
                                      "−7,2 п.п.); снижение подтверждается.", id="confirmed"),
    pytest.param((96, 421, 131, 436), "Доля отметок «2» выросла с 22,8 % до 30,0 % (96 из 421 и 131 из 436, "
                                      "+7,2 п.п.); рост подтверждается.", id="confirmed-rise"),
    pytest.param((3, 14, 6, 14), "Доля отметок «2»: 3 из 14 и 6 из 14, на 3 участника больше; мало участников, "
                                 "пока не вывод.", id="open-of-few"),
    pytest.param((10, 29, 12, 40), "Доля отметок «2»: 10 из 29 и 12 из 40, на 2 участника больше; мало участников, "
                                   "пока не вывод.", id="fewer-than-thirty-on-one-side"),
    pytest.param((10, 30, 12, 40), "Доля отметок «2»: 10 из 30 и 12 из 40, на 2 участника больше; пока не вывод.",
                 id="thirty"),
    pytest.param((33, 103, 24, 97), "Доля отметок «2»: 33 из 103 и 24 из 97, на 9 участников меньше; "
                                    "пока не вывод.", id="open"),
    pytest.param((4, 10, 3, 8), "Доля отметок «2»: 4 из 10 и 3 из 8, на 1 участника меньше; мало участников.",
                 id="small"),
    pytest.param((1, 10, 1, 8), "Доля отметок «2»: 1 из 10 и 1 из 8, столько же; без изменений.", id="same"),
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


def test_percentage_points_are_shown_from_ten():
    assert wording_change.difference(of_counts(131, 436, 96, 421)).replace("\u00a0", " ") == (
        "изменение −7,2 п.п., возможный разброс от −13,1 до −1,3 п.п.")
    assert wording_change.difference(of_counts(4, 10, 3, 8)) == ""
    assert wording_change.difference(of_counts(4, 10, 3, 10)).startswith("изменение −10,0")
