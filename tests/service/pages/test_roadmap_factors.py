"""The roadmap by a factor of the risk profile: activities whose number a measure names, of the own school only."""

import pytest

from shnor.service.figures import sources
from shnor.service.pages import roadmap
from shnor.service.pages.roadmap import Chosen
from tests.service.conftest import DAY, file

STAFF, LOW, OWN = "Дефицит педагогических кадров", "Низкая учебная мотивация обучающихся", "Далёкий подвоз"
HEAD = ["Школа", "Год профиля", "Фактор риска", "Уровень риска", "Выбран для работы", "Мера по фактору"]
RISKS = [HEAD, ["МБОУ ООШ № 5", "2026", STAFF, "высокий", "да", "дорожная карта, 1.1 и 2.1"],
         ["МБОУ ООШ № 5", "2026", LOW, "высокий", "да", "уроки с наставником"],
         ["МБОУ ООШ № 5", "2026", OWN, "средний", "да", "№ 1.2, с 12.01.2026"],
         ["МБОУ ООШ № 9", "2026", STAFF, "высокий", "да", "дорожная карта, 1.1"],
         ["МБОУ ООШ № 9", "2025", LOW, "высокий", "да", "дорожная карта, 1.1"]]


@pytest.fixture
def profiled(filled, send):
    send(file("риски.csv", RISKS))
    return filled


def page(store, **chosen):
    with store.view() as view:
        return roadmap.build(view, Chosen(**chosen), day=DAY)


def numbers(data):
    return [(row.school_id, row.number) for row in data.rows]


@pytest.mark.parametrize(("whose", "factors"), [
    pytest.param("Ш05", (STAFF, OWN), id="a-measure-in-words-names-none"),
    pytest.param("Ш09", (STAFF,), id="of-the-year-before-is-none"),
    pytest.param("all", (STAFF, OWN), id="all")])
def test_factors_that_have_an_activity_are_offered(profiled, whose, factors):
    assert page(profiled, whose=whose, period="2026").choices["factor"] == factors


@pytest.mark.parametrize(("whose", "factor", "found"), [
    pytest.param("Ш05", STAFF, [("Ш05", "1.1"), ("Ш05", "2.1")], id="two-of-one-measure"),
    pytest.param("Ш05", OWN, [("Ш05", "1.2")], id="own-words"),
    pytest.param("all", STAFF, [("Ш05", "1.1"), ("Ш05", "2.1"), ("Ш09", "1.1")], id="of-two-schools")])
def test_the_activities_of_a_factor(profiled, whose, factor, found):
    data = page(profiled, whose=whose, period="2026", factor=factor)
    assert numbers(data) == found
    assert data.chosen.factor == factor
    with profiled.view() as view:
        behind = sources.rows_behind(view, "roadmap_activities", as_of=DAY, where=data.chosen.where)
    assert behind.made == len({(row.cells["plan"], row.cells["number"]) for row in behind.rows}) == len(found)


def test_a_factor_without_an_activity_is_refused(profiled):
    data = page(profiled, whose="Ш05", period="2026", factor=LOW)
    assert (data.refused, len(data.rows), data.chosen.factor) == ({"factor": LOW}, 3, "")


def test_without_profiles_there_is_nothing_to_choose(filled):
    assert page(filled, whose="Ш05", period="2026").choices["factor"] == ()
