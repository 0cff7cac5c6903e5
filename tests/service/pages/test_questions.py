"""Questions of schools: when to answer, and the answer as an entry that can be taken back."""

from datetime import UTC, date, datetime

import pytest

from shnor.desk import Desk
from shnor.service.figures import topics
from shnor.service.intake import drop, from_schools
from shnor.service.pages import questions
from shnor.store import Store
from tests.actors import COORDINATOR, director
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Школа", "Месяц", "Дата вопроса", "Что нужно", "К какому сроку", "Ответить до", "Ответ", "Дата ответа"]
ASKED = [HEAD, ["МБОУ ООШ № 9", "ноябрь 2026", "24.11.2026", "рабочие тетради", "", "30.11.2026", "", ""],
         ["МБОУ ООШ № 5", "ноябрь 2026", "24.11.2026", "тьютор по физике", "до 15.12.2026", "", "", ""],
         ["МБОУ ООШ № 5", "октябрь 2026", "", "семинар", "", "", "Проведён", "28.10.2026"]]
UNDATED = [["Школа", "Месяц", "Что нужно"], ["МБОУ ООШ № 9", "ноябрь 2026", "рабочие тетради"],
           ["МБОУ ООШ № 9", "октябрь 2026", "семинар"]]
MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
TOLD = {"day": DAY, "moment": MOMENT, "by": COORDINATOR}


@pytest.fixture
def store():
    """Everything comes on Tuesday 24.11.2026."""
    opened = Store.open(":memory:", clock=lambda: MOMENT)
    yield opened
    opened.close()


@pytest.fixture
def asked(store, send):
    send(file("школы.csv", SCHOOLS))
    send(file("вопросы.csv", ASKED))
    return store


def listed(store, day=DAY, school=""):
    with store.view() as view:
        return questions.requests_of(view, day, school)


def test_open_ones_first_by_the_day_to_answer(asked):
    assert [(q.need, q.answer_by, q.proposed, q.answer) for q in listed(asked)] == [
        ("рабочие тетради", date(2026, 11, 30), False, ""), ("тьютор по физике", date(2026, 12, 1), True, ""),
        ("семинар", date(2026, 11, 5), True, "Проведён")]


def test_of_one_school_with_its_card(asked):
    found = listed(asked, school="Ш05")
    assert [(q.card.name, q.wanted_by, q.asked_on) for q in found if not q.answer] == [
        ("МБОУ ООШ № 5", "до 15.12.2026", date(2026, 11, 24))]


@pytest.mark.parametrize(("day", "answers"), [
    pytest.param(date(2026, 10, 27), [], id="before-the-answer-that-is-the-first-word-of-it"),
    pytest.param(date(2026, 10, 28), ["Проведён"], id="answered-before-its-month-was-over"),
    pytest.param(date(2026, 11, 23), ["Проведён"], id="before-the-others"),
    pytest.param(date(2026, 11, 24), ["", "", "Проведён"], id="all"),
])
def test_as_of_a_day_the_page_and_the_figure_agree(asked, day, answers):
    assert [q.answer for q in listed(asked, day)] == answers
    with asked.view() as view:
        [figure] = topics.counted(view, ["requests_answered"], as_of=day)
    assert (figure.numerator, figure.denominator) == (sum(map(bool, answers)), len(answers))


def test_a_question_without_a_day_is_of_the_last_one_it_can_be_of(store, send):
    """Its month, or the day it is read on where the month is not over. Read again later, it keeps that day."""
    send(file("школы.csv", SCHOOLS))
    send(file("вопросы.csv", UNDATED))
    days = [("рабочие тетради", DAY), ("семинар", date(2026, 10, 31))]
    assert sorted((q.need, q.asked_on) for q in listed(store)) == days
    [again] = drop.review(store, [file("вопросы.csv", UNDATED)], date(2027, 1, 11))
    assert again.preview.empty
    assert questions.answer(store, listed(store)[0], "Отправлены", **TOLD) == ""
    assert sorted((q.need, q.asked_on) for q in listed(store)) == days


def test_an_answer_is_stored_and_the_rest_of_the_question_stays(asked):
    [question] = [q for q in listed(asked) if q.need == "тьютор по физике"]
    assert questions.answer(asked, question, "Приедет\n08.12.2026", **TOLD) == ""
    [now] = [q for q in listed(asked) if q.need == "тьютор по физике"]
    assert (now.answer, now.answered_on, now.wanted_by) == ("Приедет 08.12.2026", DAY, "до 15.12.2026")


def test_an_answer_is_taken_back_like_a_file(asked):
    questions.answer(asked, listed(asked)[0], "Отправлены", **TOLD)
    asked.withdraw(asked.uploads()[0].id, COORDINATOR, "ошибка")
    assert listed(asked)[0].answer == ""


def test_a_day_to_answer_by_is_set(asked):
    [question] = [q for q in listed(asked) if q.need == "тьютор по физике"]
    assert questions.promise(asked, question, date(2026, 12, 4), **TOLD) == ""
    [now] = [q for q in listed(asked) if q.need == "тьютор по физике"]
    assert (now.answer_by, now.proposed) == (date(2026, 12, 4), False)


def test_an_empty_answer_says_so(asked):
    state = asked.state
    assert questions.answer(asked, listed(asked)[0], "  ", **TOLD).startswith("Ответ пустой.")
    assert asked.state == state


def test_an_approved_month_is_opened_first(asked):
    asked.approve(date(2026, 11, 1), COORDINATOR)
    assert "месяц утверждён" in questions.answer(asked, listed(asked)[0], "Отправлены", **TOLD)


def test_a_question_a_school_sent_is_answered_for_that_school_alone(store, send, tmp_path):
    send(file("школы.csv", SCHOOLS))
    desk, report = Desk(tmp_path / "base.duckdb", lambda: MOMENT), file("вопрос.csv", UNDATED[:2])
    waiting = desk.post.add("Ш09", date(2026, 11, 1), "form", report.name, report.data, by="директор")
    one = desk.post.send(waiting.number, "Ш09")
    assert listed(store) == ()
    from_schools.accept(store, desk, one, from_schools.reviewed(store, one, DAY), COORDINATOR)
    desk.close()
    [question] = listed(store)
    assert questions.answer(store, question, "Отправлены", **TOLD) == ""
    seen = {}
    for code in ("Ш09", "Ш05"):
        with store.view(director(code).scope) as view:
            seen[code] = [(one.need, one.answer) for one in questions.requests_of(view, DAY)]
    assert seen == {"Ш09": [("рабочие тетради", "Отправлены")], "Ш05": []}
