"""Questions of schools: when to answer, and the answer as an entry that can be taken back."""

from datetime import UTC, date, datetime

import pytest

from shnor.service.month.forms import Forms
from shnor.service.pages import questions
from shnor.store import Store
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Школа", "Месяц", "Что нужно", "К какому сроку", "Ответить до", "Ответ", "Дата ответа"]
ASKED = [HEAD, ["МБОУ ООШ № 9", "ноябрь 2026", "рабочие тетради", "", "30.11.2026", "", ""],
         ["МБОУ ООШ № 5", "ноябрь 2026", "тьютор по физике", "до 15.12.2026", "", "", ""],
         ["МБОУ ООШ № 5", "октябрь 2026", "семинар", "", "", "Проведён", "28.10.2026"]]
MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
TOLD = {"day": DAY, "moment": MOMENT, "by": "координатор"}


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
        ("семинар", date(2026, 12, 1), True, "Проведён")]


def test_of_one_school_with_its_card(asked):
    found = listed(asked, school="Ш05")
    assert [(q.card.name, q.wanted_by, q.asked_on) for q in found if not q.answer] == [
        ("МБОУ ООШ № 5", "до 15.12.2026", date(2026, 11, 24))]


def test_a_question_is_of_the_day_people_there_lived(asked):
    """It came at 09:00 by UTC: on Honolulu that is 23:00 of the day before."""
    with asked.view() as view:
        days = [questions.requests_of(view, DAY, "Ш09", forms=Forms(timezone=zone))[0].asked_on.day
                for zone in ("Europe/Moscow", "Pacific/Honolulu")]
    assert days == [24, 23]


@pytest.mark.parametrize(("day", "answers"), [
    pytest.param(date(2026, 11, 23), [], id="before-it-came"),
    pytest.param(date(2026, 11, 24), ["", "", "Проведён"], id="the-day-it-came"),
])
def test_as_of_a_day(asked, day, answers):
    assert [q.answer for q in listed(asked, day)] == answers


def test_an_answer_is_stored_and_the_rest_of_the_question_stays(asked):
    [question] = [q for q in listed(asked) if q.need == "тьютор по физике"]
    assert questions.answer(asked, question, "Приедет\n08.12.2026", **TOLD) == ""
    [now] = [q for q in listed(asked) if q.need == "тьютор по физике"]
    assert (now.answer, now.answered_on, now.wanted_by) == ("Приедет 08.12.2026", DAY, "до 15.12.2026")


def test_an_answer_is_taken_back_like_a_file(asked):
    questions.answer(asked, listed(asked)[0], "Отправлены", **TOLD)
    asked.withdraw(asked.uploads()[0].id, "координатор", "ошибка")
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
    asked.approve(date(2026, 11, 1), "координатор")
    assert "месяц утверждён" in questions.answer(asked, listed(asked)[0], "Отправлены", **TOLD)
