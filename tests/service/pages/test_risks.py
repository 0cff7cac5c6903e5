"""The risk profile of a school over years."""

import pytest

from shnor.service.pages import risks
from tests.service.conftest import DAY, FILLED, file

HEAD = ["Школа", "Год профиля", "Фактор риска", "Уровень риска", "Выбран для работы", "Мера по фактору"]
STAFF, OWN = "Дефицит педагогических кадров", "Удалённость от центра"
TOLD = [HEAD, ["МБОУ ООШ № 5", "2025", STAFF, "высокий", "да", "дорожная карта, 2.3"],
        ["МБОУ ООШ № 5", "2026", STAFF, "средний", "да", ""], ["МБОУ ООШ № 5", "2026", OWN, "", "", ""],
        ["МБОУ ООШ № 5", "2027", STAFF, "низкий", "", ""]]


@pytest.fixture
def beginning():
    return [*FILLED, file("риски.csv", TOLD)]


def profile(store, school):
    with store.view() as view:
        return risks.build(view, school, day=DAY)


def test_a_profile_runs_up_to_the_year_of_the_day(store):
    found = profile(store, "Ш05")
    assert (found.years, [(one.name, dict(one.levels), one.is_bare) for one in found.factors]) == (
        (2025, 2026), [(STAFF, {2025: "high", 2026: "middle"}, True), (OWN, {2026: ""}, False)])


def test_a_measure_may_name_an_activity_of_the_year(store):
    assert profile(store, "Ш05").numbers == {"1.1", "1.2", "2.1"}


def test_what_is_chosen_and_has_no_measure(store):
    found = profile(store, "Ш05")
    assert [one.name for one in found.chosen] == [one.name for one in found.bare] == [STAFF]


def test_a_school_without_a_profile_has_none(store):
    assert profile(store, "Ш09") == risks.Profile()
