"""Numbers that cannot be: asked at the intake, by what the base knows of staff and pupils."""

import pytest

from shnor.loaders.types import KEEP
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.intake.impossible import topic_of
from tests.service.conftest import DAY, SCHOOLS, file

COURSE = ["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек", "Из них уже учтены"]
SURVEY = ["Опрос", "Когда", "Школа", "Кто отвечал", "Вопрос", "Вариант", "Выбрали", "Ответили на вопрос",
          "Положительный ответ"]
RESULT = ["Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
STAFF = [["Школа", "На дату", "Предмет", "Всего, чел."],
         ["МБОУ ООШ № 9", "20.09.2026", "математика", "2"], ["МБОУ ООШ № 9", "20.09.2026", "Все педагоги", "11"]]
REGISTER = [[*SCHOOLS[0], "Обучающихся"], [*SCHOOLS[1], "80"], [*SCHOOLS[2], "90"]]


def course(subject, people, again="", day="14.10.2026", programme="Опыты"):
    return ["МБОУ ООШ № 9", day, subject, programme, "36", people, again]


def answers(who, people):
    return ["Помощь", "октябрь 2026", "МБОУ ООШ № 9", who, "Помогли?", "да", people, people, "да"]


def wrote(people):
    return ["ВПР", "2025/26", "МБОУ ООШ № 9", "6", "математика", people, people, "0", "0", "0"]


@pytest.fixture
def beginning(request):
    return (file("школы.csv", REGISTER), file("кадры.csv", STAFF)) if "known" in request.fixturenames else ()


@pytest.fixture
def known(store):
    return store


def look(store, rows, answers=None):
    [item] = drop.review(store, [Incoming("x.csv", file("x.csv", rows).data, answers or {})], DAY)
    assert item.preview is not None
    return [issue for issue in item.checked.issues if issue.code == "more-than-there-are"]


@pytest.mark.parametrize(("rows", "words"), [
    pytest.param([COURSE, course("химия", "11")], "", id="all-of-them"),
    pytest.param([COURSE, course("химия", "12")], "за 2026 год завершили 12 чел., а педагогов в школе 11",
                 id="more-than-teach-there"),
    pytest.param([COURSE, course("химия", "7"), course("физика", "5")], "завершили 12 чел.", id="in-two-rows"),
    pytest.param([COURSE, course("химия", "7"), course("физика", "5", "1")], "", id="one-of-them-twice"),
    pytest.param([COURSE, course("химия", "7"), course("физика", "5", day="14.10.2025")], "", id="in-two-years"),
    pytest.param([COURSE, course("математика", "3")], "математика: завершили 3 чел., а учителей по списку 2",
                 id="more-than-teach-the-subject"),
    pytest.param([SURVEY, answers("педагоги", "11")], "", id="all-answered"),
    pytest.param([SURVEY, answers("педагоги", "12")], "ответили 12 чел., а педагогов 11 на 20.09.2026",
                 id="more-teachers-answered"),
    pytest.param([SURVEY, answers("обучающиеся", "91")], "ответили 91 чел., а обучающихся 90", id="more-pupils"),
    pytest.param([SURVEY, answers("родители", "91")], "", id="parents-are-not-counted"),
    pytest.param([RESULT, wrote("90")], "", id="all-wrote"),
    pytest.param([RESULT, wrote("91")], "писали 91 чел., а обучающихся в школе 90", id="more-wrote"),
])
def test_more_than_there_are_is_a_question(known, rows, words):
    issues = look(known, rows)
    assert [issue.severity for issue in issues] == ["question"] * bool(words)
    assert not words or words in issues[0].message


def test_it_is_asked_once_and_not_again_when_left_as_it_is(known):
    rows = [COURSE, course("химия", "12"), course("математика", "3")]
    [issue] = look(known, rows)
    assert look(known, rows, {issue.key: KEEP}) == []
    assert issue.topic == topic_of("МБОУ ООШ № 9")


def test_what_is_in_the_base_already_is_counted_in(known, send):
    send(file("курсы.csv", [COURSE, course("химия", "7")]))
    [issue] = look(known, [COURSE, course("физика", "5", day="16.11.2026")])
    assert "завершили 12 чел." in issue.message
    assert look(known, [COURSE, course("химия", "7")]) == []


def test_a_row_that_may_be_counted_already_is_asked_about_first(known, send):
    send(file("курсы.csv", [COURSE, course("химия", "7")]))
    [item] = drop.review(known, [file("x.csv", [COURSE, course("химия", "7", day="15.10.2026")])], DAY)
    assert [issue.code for issue in item.checked.issues] == ["rows-alike"]


def test_without_a_list_of_the_staff_nothing_is_asked(store, send):
    send(file("школы.csv", SCHOOLS))
    assert look(store, [COURSE, course("химия", "120")]) == []


def asked(store, *files):
    items = drop.review(store, [Incoming(name, file(name, rows).data, given) for name, rows, given in files], DAY)
    return [[issue for issue in item.checked.issues if issue.code == "more-than-there-are"] for item in items]


def test_it_is_asked_once_a_school_and_drop(known):
    many = [COURSE, course("химия", "12")], [COURSE, course("физика", "1", programme="Задачи")]
    [one], nothing = asked(known, ("a.csv", many[0], {}), ("b.csv", many[1], {}))
    assert nothing == []
    assert "файл «b.csv» — МБОУ ООШ № 9: за 2026 год завершили 13 чел." in one.message
    assert asked(known, ("a.csv", many[0], {one.key: KEEP}), ("b.csv", many[1], {})) == [[], []]


def test_each_school_is_asked_of_by_itself(known, send):
    send(file("кадры 5.csv", [STAFF[0], ["МБОУ ООШ № 5", "20.09.2026", "Все педагоги", "4"]]))
    rows = [COURSE, course("химия", "12"), ["МБОУ ООШ № 5", *course("химия", "5")[1:]]]
    [[nine, five]] = asked(known, ("a.csv", rows, {}))
    assert [issue.topic for issue in (nine, five)] == [topic_of("МБОУ ООШ № 9"), topic_of("МБОУ ООШ № 5")]
    assert asked(known, ("a.csv", rows, {nine.key: KEEP})) == [[five]]
