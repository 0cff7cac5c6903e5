"""Need, help and result over a small municipality: what stands where, and what is not said."""

from datetime import date

import pytest

from shnor.metrics.figure import Figure
from shnor.scope import Scope
from shnor.service.pages import deficit_words, deficits
from shnor.service.pages.deficits import CLOSED, FOUND, HELPED, Chain
from tests.service.conftest import DAY, SCHOOLS, file

LISTS = [["Школа", "Статус", "С даты", "По дату"], *([name, "ШНОР", "01.01.2026", "31.12.2026"]
                                                     for name in ("МБОУ ООШ № 5", "МБОУ ООШ № 9"))]
STAFF = [["Школа", "На дату", "Предмет", "Всего"], ["МБОУ ООШ № 5", "20.09.2026", "Все педагоги", "13"],
         ["МБОУ ООШ № 9", "20.09.2026", "Все педагоги", "11"]]
FIVE, NINE = "МБОУ ООШ № 5", "МБОУ ООШ № 9"
AUGUST, NOVEMBER = "28.08.2026", "20.11.2026"
LACKED = [
    ["Школа", "Выявлен", "Предмет", "Группа дефицита", "Дефицит", "Педагогов с дефицитом", "Мера",
     "Повторная диагностика", "Устранён", "Педагогов без дефицита"],
    [FIVE, AUGUST, "математика", "предметный", "задачи с параметром", "3", "курсы", NOVEMBER, NOVEMBER, "3"],
    [FIVE, AUGUST, "математика", "предметный", "проценты", "9", "тьютор", NOVEMBER, "", "0"],
    [FIVE, AUGUST, "математика", "методический", "работа с ошибками", "2", "тьютор", "", "", ""],
    [NINE, AUGUST, "", "коммуникативный", "беседа с родителями", "8", "", "", "", ""],
    [FIVE, "29.08.2025", "математика", "предметный", "проценты", "5", "", "", "", ""]]
STEPS = [
    ["Школа", "Чей маршрут", "Этап маршрута", "Квартал", "Состояние этапа", "Корректировка", "Дата корректировки"],
    [FIVE, "М-1", "курсы", "III квартал 2026", "пройден", "", ""],
    [FIVE, "М-1", "стажировка", "IV квартал 2026", "пройден", "добавлен урок", "12.10.2026"],
    [FIVE, "М-2", "курсы", "III квартал 2026", "идёт", "", ""],
    [FIVE, "М-2", "открытый урок", "IV квартал 2026", "впереди", "", ""],
    [NINE, "команда", "семинар", "III квартал 2026", "снят", "", ""]]
TESTS = [
    ["Школа", "Дата диагностики", "Предмет", "Кто проходил", "Прошли диагностику", "Высокий уровень", "Успешно"],
    [FIVE, "15.09.2026", "математика", "учителя", "4", "1", "4"],
    ["", "15.09.2026", "математика", "учителя", "12", "1", ""],
    ["", "16.09.2026", "", "руководители", "6", "2", "6"]]


@pytest.fixture
def beginning():
    return (file("школы.csv", SCHOOLS), file("перечень.csv", LISTS), file("кадры.csv", STAFF),
            file("дефициты.csv", LACKED), file("маршруты.csv", STEPS), file("диагностика.csv", TESTS))


@pytest.fixture
def page(store):
    """The page for a choice, as a role sees it."""
    def built(role="coordinator", year=2026, **chosen):
        with store.view(Scope(role)) as view:
            return deficits.build(view, day=DAY, year=year, **chosen)
    return built


def counts(chain):
    return chain.found, chain.helped, chain.checked, chain.closed


def test_the_chain_and_its_parts(page):
    chain = page(schools=("Ш05", "Ш09")).chain
    assert counts(chain) == (4, 3, 2, 1)
    assert (chain.closed, chain.kept, chain.unchecked) == (1, 1, 2)
    assert chain.figures[FOUND].set.replace("\u00a0", " ") == "по муниципалитету (2 школы)"


@pytest.mark.parametrize(("chosen", "expected"), [
    pytest.param({"schools": ("Ш05",)}, (3, 3, 2, 1), id="a-school"),
    pytest.param({"subject": "математика"}, (3, 3, 2, 1), id="a-subject"),
    pytest.param({"schools": ("Ш09",)}, (1, 0, 0, 0), id="nothing-was-done-yet")])
def test_of_what_is_chosen(page, chosen, expected):
    assert counts(page(**chosen).chain) == expected


@pytest.mark.parametrize(("asked", "shown"), [(2026, 2026), (2025, 2025), (2024, 2026), (2027, 2026)])
def test_a_year_without_deficits_shows_the_newest_with_some(page, asked, shown):
    data = page(year=asked)
    assert (data.asked, data.year, data.years) == (asked, shown, (2026, 2025))


def squares(data):
    return {(one.group, one.subject): (one.found, one.people, one.before, one.hidden) for one in data.squares}


def test_groups_and_subjects_beside_the_year_before(page):
    assert squares(page()) == {
        ("subject", "математика"): (2, 12, 1, False), ("method", "математика"): (1, 2, 0, False),
        ("communication", ""): (1, 8, 0, False)}
    assert page().groups == ("subject", "method", "communication")


def test_of_a_year_before_that_nobody_told_of_nothing_is_said(page):
    assert squares(page(year=2025)) == {("subject", "математика"): (1, 5, None, False)}


def test_who_is_not_the_coordinator_sees_no_square_of_fewer_than_ten(page):
    assert {place: one[3] for place, one in squares(page("head")).items()} == {
        ("subject", "математика"): False, ("method", "математика"): True, ("communication", ""): True}
    assert page("head").schools == {}


def test_schools_stand_by_number(page):
    assert {code: counts(chain) for code, chain in page().schools.items()} == {
        "Ш05": (3, 3, 2, 1), "Ш09": (1, 0, 0, 0)}
    assert page(schools=("Ш05",)).schools == {}


def test_routes_by_quarter(page):
    made = page().routes
    assert [(one.code, one.over, one.done, one.open, one.dropped, one.corrected) for one in made.quarters] == [
        ("2026-Q3", True, 1, 1, 1, 0), ("2026-Q4", False, 1, 1, 0, 1)]
    assert deficit_words.owners(made).replace("\u00a0", " ") == (
        "Индивидуальные маршруты составлены для 2 педагогов (15 % от 13); скорректировано: 1 маршрут.")
    assert deficit_words.steps(made) == "пройдено этапов 1 из 2"


def test_tests_that_name_no_school_stand_beside_those_of_the_list(page):
    found = {(one.role, one.subject): one for one in page(schools=("Ш05", "Ш09")).tested}
    teachers = found["учителя", "математика"].figures
    assert (teachers["competence_high"].numerator, teachers["competence_high"].denominator) == (2, 16)
    assert (teachers["competence_passed"].numerator, teachers["competence_passed"].denominator) == (4, 4)
    assert [one.figures["competence_people"].numerator for one in page(schools=("Ш05",)).tested] == [4]


def test_fewer_than_ten_are_for_the_coordinator(page):
    assert [(one.role, one.hidden) for one in page("head").tested] == [("руководители", True), ("учителя", False)]
    assert not any(one.hidden for one in page().tested)


@pytest.mark.parametrize(("said", "people"), [("да", 4), ("нет", 0), ("", None)], ids=["yes", "no", "not-told"])
def test_courses_by_a_deficit(page, send, said, people):
    send(file("курсы.csv", [["Школа", "Когда", "Предмет", "Человек", "По выявленному дефициту"],
                            [FIVE, "13.10.2026", "математика", "4", said]]))
    found = page().by_deficit
    assert (found and found.numerator) == people


def test_of_one_school(store):
    with store.view() as view:
        five, nine = (deficits.of_school(view, code, day=DAY) for code in ("Ш05", "Ш09"))
    assert deficit_words.short(five.chain) == "выявлено 3, помощь по 3, устранено 1"
    assert deficit_words.short(nine.chain) == "выявлено 1, помощь по 0, устранение не проверялось"
    assert five.routes.totals["routes_people"].numerator == 2
    assert nine.routes is None  # the one step of its team is taken off


def chain(found, helped, checked, closed, last=date(2026, 8, 30)):
    def figure(metric, k, n=None):
        return Figure(metric, {}, "", DAY, k, n, None, None, None, "ok", 1)
    figures = figure(FOUND, found), figure(HELPED, helped, found), figure(CLOSED, closed, checked)
    return Chain(2026, {one.metric: one for one in figures}, date(2026, 8, 28), last, {})


@pytest.mark.parametrize(("made", "said"), [
    pytest.param(chain(34, 29, 22, 17), "По итогам диагностики (август 2026) выявлено 34 профессиональных дефицита; "
                 "помощь организована по 29; повторная диагностика подтвердила устранение 17.", id="34-29-17"),
    pytest.param(chain(21, 0, 0, 0), "По итогам диагностики (август 2026) выявлен 21 профессиональный дефицит; мера "
                 "помощи не записана; устранение не проверялось.", id="nobody-checked"),
    pytest.param(chain(5, 5, 5, 0, date(2026, 10, 2)), "По итогам диагностики (август–октябрь 2026 года) выявлено 5 "
                 "профессиональных дефицитов; помощь организована по 5; повторная диагностика устранения не "
                 "подтвердила.", id="several-months"),
])
def test_the_sentence(made, said):
    assert deficit_words.said(made).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("made", "said"), [
    pytest.param(chain(34, 29, 22, 17), "Проверены и пока не устранены — 5; устранение не проверялось — 12.",
                 id="both"),
    pytest.param(chain(17, 17, 17, 17), "", id="all-closed"),
    pytest.param(chain(17, 17, 0, 0), "", id="the-sentence-says-it"),
    pytest.param(chain(3, 3, 2, 2), "Устранение не проверялось — 1.", id="the-rest-was-not-checked")])
def test_the_rest(made, said):
    assert deficit_words.rest(made).replace("\u00a0", " ") == said


class TestEmpty:
    @pytest.fixture
    def beginning(self):
        return (file("школы.csv", SCHOOLS),)

    def test_nothing_is_there(self, page):
        data = page()
        assert (data.is_filled, data.chain, data.routes, data.tested, data.by_deficit) == (False, None, None, (), None)
        assert (data.asked, data.year, data.years) == (2026, 2026, ())
