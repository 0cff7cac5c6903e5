"""Rows of a file beside rows of an earlier one: which of them look alike. The earlier file is accepted; the later one
is made by hand, in other words, at another grain, in another order of columns."""

import pytest

from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.intake.overlap import ADD, COUNTED, EACH, REMOVE, REPLACE
from tests.actors import COORDINATOR
from tests.loaders.made import xlsx
from tests.service.conftest import DAY, SCHOOLS, file

COURSE = ["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек", "Удостоверений"]
GEOMETRY = ["МБОУ ООШ № 9", "14.10.2026", "математика", "Наглядная геометрия", "36", "6", "6"]
PHYSICS = ["МБОУ ООШ № 9", "20.10.2026", "физика", "Опыты дома", "18", "2", "2"]
EVENT = ["Дата", "Вид", "Тема", "Участников", "Школы"]
READING = ["06.10.2026", "семинар", "Смысловое чтение", "14", "ООШ № 9"]
MARKS = ["13.10.2026", "вебинар", "Оценивание", "9", "ООШ № 9"]
ASKED = ["Школа", "Месяц", "№", "Что нужно"]
SURVEY = ["Опрос", "Когда", "Школа", "Вопрос", "Вариант", "Выбрали", "Ответили на вопрос"]
RESULT = ["Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]


def row(given, **changes):
    """The same row with some cells changed: c1="…" is the second one."""
    return [changes.get(f"c{place}", text) for place, text in enumerate(given)]


def codes(item):
    return [(issue.severity, issue.code) for issue in item.checked.issues
            if issue.code in ("rows-alike", "row-alike", "rows-gone", "rows-counted")]


@pytest.fixture
def beginning():
    return (file("школы.csv", SCHOOLS), file("курсы.csv", [COURSE, GEOMETRY, PHYSICS]),
            file("журнал.csv", [EVENT, READING, MARKS]))


@pytest.fixture
def two(store):
    """Two schools; the log of two courses and the log of two events are accepted."""
    return store


def look(store, *rows, name="снова.csv", answers=None):
    [item] = drop.review(store, [Incoming(name, file(name, rows).data, answers or {})], DAY)
    return item


ALIKE, GONE = ("error", "rows-alike"), ("question", "rows-gone")


@pytest.mark.parametrize(("day", "people", "subject", "told"), [
    pytest.param("22.09.2026", "3", "математика", [ALIKE], id="two-days-later"),
    pytest.param("18.09.2026", "2", "математика", [ALIKE], id="two-days-before-with-the-same-numbers"),
    pytest.param("27.09.2026", "3", "математика", [ALIKE], id="a-week-later"),
    pytest.param("28.09.2026", "2", "математика", [], id="eight-days-later"),
    pytest.param("20.10.2026", "2", "математика", [], id="the-next-month"),
    pytest.param("20.09.2026", "2", "физика", [], id="another-subject-of-the-day"),
])
def test_lists_of_the_staff_on_near_days_are_asked(two, send, day, people, subject, told):
    head = ["Школа", "На дату", "Предмет", "Всего, чел."]
    send(file("кадры.csv", [head, ["МБОУ ООШ № 9", "20.09.2026", "математика", "2"]]))
    item = look(two, head, ["МБОУ ООШ № 9", day, subject, people], name="кадры новые.csv")
    assert codes(item) == told
    assert not told or "В силе только список на более поздний день" in item.checked.issues[0].message


@pytest.mark.parametrize(("rows", "told"), [
    pytest.param([GEOMETRY, PHYSICS], [], id="the-same"),
    pytest.param([row(GEOMETRY, c1="15.10.2026"), PHYSICS], [ALIKE], id="the-day-corrected"),
    pytest.param([row(GEOMETRY, c1="21.10.2026", c5="7"), PHYSICS], [ALIKE], id="a-week-and-other-people"),
    pytest.param([row(GEOMETRY, c1="10.11.2026"), PHYSICS], [ALIKE], id="a-month-with-the-same-numbers"),
    pytest.param([row(GEOMETRY, c1="22.10.2026", c5="7"), PHYSICS], [GONE], id="eight-days-and-other-people"),
    pytest.param([row(GEOMETRY, c1="октябрь 2026"), row(PHYSICS, c1="октябрь 2026")], [ALIKE], id="months-for-days"),
    pytest.param([row(GEOMETRY, c1="2026", c0="МБОУ ООШ №9"), row(PHYSICS, c1="2026")], [ALIKE], id="years-for-days"),
    pytest.param([row(GEOMETRY, c3="наглядная  Геометрия.", c1="15.10.2026"), PHYSICS], [ALIKE], id="other-letters"),
    pytest.param([row(GEOMETRY, c3="Нагладная геометрия"), PHYSICS], [ALIKE], id="a-slip-of-the-keyboard"),
    pytest.param([row(GEOMETRY, c0="МБОУ ООШ № 5"), PHYSICS], [ALIKE], id="the-school-corrected"),
    pytest.param([row(GEOMETRY, c1="октябрь 2026", c3="", c4="")], [ALIKE, GONE], id="one-number-for-the-month"),
    pytest.param([row(GEOMETRY, c1="20.11.2026", c5="8", c6="8"), row(PHYSICS, c1="20.11.2026", c5="3", c6="3")],
                 [ALIKE], id="a-running-total"),
    pytest.param([row(GEOMETRY, c3="Теория чисел")], [], id="another-programme"),
    pytest.param([row(GEOMETRY, c0="МБОУ ООШ № 5")], [], id="another-school-alone"),
    pytest.param([row(PHYSICS, c1="20.11.2026", c5="1", c6="1")], [], id="another-month-and-other-people"),
    pytest.param([GEOMETRY], [GONE], id="a-row-less"),
])
def test_which_courses_look_like_accepted_ones(two, rows, told):
    assert codes(look(two, COURSE, *rows)) == told


def test_other_order_of_columns_in_another_format(two):
    cells = [COURSE, row(GEOMETRY, c1="15.10.2026"), PHYSICS]
    data = xlsx(*[list(reversed(line)) for line in cells])
    [item] = drop.review(two, [Incoming("Курсы (1).xlsx", data)], DAY)
    assert codes(item) == [ALIKE]


@pytest.mark.parametrize(("rows", "told"), [
    pytest.param([READING, MARKS], [], id="the-same"),
    pytest.param([row(READING, c0="07.10.2026"), MARKS], [ALIKE], id="the-day-corrected"),
    pytest.param([row(READING, c0="10.06.2026"), MARKS], [ALIKE], id="day-and-month-the-other-way-round"),
    pytest.param([row(READING, c4="ООШ № 9, ООШ № 5"), MARKS], [ALIKE], id="a-school-added"),
    pytest.param([row(READING, c0="октябрь 2026"), row(MARKS, c0="октябрь 2026")], [ALIKE], id="months-for-days"),
    pytest.param([row(READING, c0="03.11.2026", c3="20")], [], id="the-same-topic-later-for-others"),
    pytest.param([row(READING, c0="06.10.2025")], [], id="every-year-the-same"),
    pytest.param([row(READING, c2="")], [], id="no-topic"),
    pytest.param([MARKS], [GONE], id="a-row-less"),
    pytest.param([row(MARKS, c0="20.11.2026", c2="Итоги")], [], id="a-new-log"),
])
def test_which_events_look_like_accepted_ones(two, rows, told):
    assert codes(look(two, EVENT, *rows)) == told


def test_a_question_under_another_number(two, send):
    send(file("вопросы.csv", [ASKED, ["МБОУ ООШ № 9", "октябрь 2026", "1", "Тьютор по физике"]]))
    again = look(two, ASKED, ["МБОУ ООШ № 9", "октябрь 2026", "7", "тьютор по физике."])
    assert codes(again) == [ALIKE]
    assert codes(look(two, ASKED, ["МБОУ ООШ № 9", "ноябрь 2026", "1", "Тьютор по физике"])) == []


def test_a_row_left_out_moves_the_numbers_of_questions(two, send):
    told = [["МБОУ ООШ № 9", "октябрь 2026", "1", "Тьютор"], ["МБОУ ООШ № 9", "октябрь 2026", "2", "Сценарий урока"]]
    send(file("вопросы.csv", [ASKED, *told]))
    item = look(two, ASKED, ["МБОУ ООШ № 9", "октябрь 2026", "1", "Сценарий урока"], answers={
        ("Таблица 1", "похожие строки: вопросы.csv"): REPLACE})
    drop.accept_all(two, [item], by=COORDINATOR)
    with two.view() as view:
        assert view.rows("requests").select("number", "need").fetchall() == [(1, "Сценарий урока")]


@pytest.mark.parametrize(("changes", "told"), [
    pytest.param({"c1": "II полугодие 2026"}, [ALIKE], id="the-half-year"),
    pytest.param({"c0": "Помощь школам (1)"}, [ALIKE], id="another-title"),
    pytest.param({"c1": "ноябрь 2026"}, [ALIKE], id="the-next-month-with-the-same-numbers"),
    pytest.param({"c1": "ноябрь 2026", "c6": "12"}, [], id="the-next-month"),
    pytest.param({"c0": "Другой опрос", "c6": "12"}, [], id="another-survey"),
])
def test_which_answers_look_like_accepted_ones(two, send, changes, told):
    answers = [["Помощь школам", "октябрь 2026", "МБОУ ООШ № 9", "Помогли?", option, count, "11"]
               for option, count in (("да", "8"), ("нет", "3"))]
    send(file("опрос.csv", [SURVEY, *answers]))
    assert codes(look(two, SURVEY, *[row(one, **changes) for one in answers])) == told


def test_one_work_under_two_names(two, send):
    wrote = ["Проверочная работа", "2025/26", "МБОУ ООШ № 9", "6", "математика", "12", "2", "4", "5", "1"]
    send(file("работы.csv", [RESULT, wrote]))
    assert codes(look(two, RESULT, row(wrote, c0="Итоговая диагностика"))) == [ALIKE]
    assert codes(look(two, RESULT, row(wrote, c0="Итоговая диагностика", c9="0", c8="6"))) == []


def test_each_row_can_be_answered_apart(two):
    rows = COURSE, row(GEOMETRY, c1="15.10.2026"), row(PHYSICS, c1="21.10.2026")
    topic = "похожие строки: курсы.csv"
    apart = look(two, *rows, answers={("Таблица 1", topic): EACH})
    assert [(issue.code, issue.topic) for issue in apart.checked.issues] == [
        ("row-alike", "похожая строка F2: курсы.csv"), ("row-alike", "похожая строка F3: курсы.csv")]
    drop.accept_all(two, [look(two, *rows, answers={
        ("Таблица 1", topic): EACH, ("Таблица 1", "похожая строка F2: курсы.csv"): REPLACE,
        ("Таблица 1", "похожая строка F3: курсы.csv"): ADD})], by=COORDINATOR)
    with two.view() as view:
        days = view.rows("courses").select("period").order("period").fetchall()
    assert [day for day, in days] == ["2026-10-15", "2026-10-20", "2026-10-21"]


def test_counted_already_leaves_the_rest_of_the_file(two):
    item = look(two, COURSE, row(GEOMETRY, c1="15.10.2026"), row(PHYSICS, c1="16.11.2026", c3="Химия дома"), answers={
        ("Таблица 1", "похожие строки: курсы.csv"): COUNTED})
    [table] = item.preview.tables
    assert (table.added, [row["programme"] for row in table.first_added]) == (1, ["Химия дома"])


def test_a_removed_row_of_an_approved_month_is_refused(two):
    two.approve(DAY.replace(month=10, day=1), COORDINATOR)
    item = look(two, COURSE, row(GEOMETRY, c1="01.11.2026"), PHYSICS, answers={
        ("Таблица 1", "похожие строки: курсы.csv"): REPLACE})
    assert [month.month for month in item.approved] == [10]


def test_a_mark_by_hand_removes_nothing(two):
    data = file("внесено.csv", [EVENT, MARKS]).data
    [item] = drop.review(two, [Incoming("внесено.csv", data, whole=False)], DAY)
    assert codes(item) == []
    assert codes(look(two, EVENT, MARKS, answers={("Таблица 1", "больше нет в файле: журнал.csv"): REMOVE})) == []
