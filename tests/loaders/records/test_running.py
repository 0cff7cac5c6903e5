"""Numbers counted since January where a month was asked for."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.loaders.records.running import running_total
from shnor.loaders.types import KEEP
from tests.loaders.workbooks import DONE, KNOWN_PLAN, everything, returned, rows

TOLD = {date(2026, month, 1): people for month, people in ((6, 2), (7, 5), (8, 5), (9, 8), (10, 9))}
NEW = {date(2026, month, 1): people for month, people in ((6, 2), (7, 3), (8, 0), (9, 3), (10, 1))}
HEADER = ("Педагоги", "D7")


def november(told: dict[date, int], answer: str = "", subject: str = "математика"):
    known = replace(KNOWN_PLAN, finished={("Ш05", subject): told})
    return returned({("Педагоги", "D9"): 11, **DONE}, known=known, answers={HEADER: answer} if answer else None)


@pytest.mark.parametrize("told", [pytest.param(TOLD, id="accepted-as-written"), pytest.param(NEW, id="as-differences")])
def test_a_series_that_never_falls_is_asked_about(told):
    result = november(told)
    assert everything(result) == [(*HEADER, "running-total")]
    issue = result.issues[0]
    assert "похоже, числа с начала года: 2, 5, 5, 8, 9, 11. Записать за ноябрь 2?" in issue.message
    assert [choice.label for choice in issue.choices] == ["Да, с начала года", "Нет, за месяц"]
    assert result.acceptable


@pytest.mark.parametrize("told", [pytest.param(TOLD, id="accepted-as-written"), pytest.param(NEW, id="as-differences")])
@pytest.mark.parametrize(("answer", "people"), [(0, 2), (1, 11)], ids=["since-january", "of-the-month"])
def test_both_answers_are_final(told, answer, people):
    answered = november(told, november(told).issues[0].choices[answer].value)
    assert everything(answered) == []
    assert rows(answered, "courses", "subject", "people") == [("математика", people)]


def test_the_answer_is_for_the_whole_column():
    known = replace(KNOWN_PLAN, finished={("Ш05", "математика"): TOLD, ("Ш05", "русский язык"): {date(2026, 9, 1): 1}})
    cells = {("Педагоги", "D8"): 1, ("Педагоги", "D9"): 11, **DONE}
    answered = returned(cells, known=known, answers={HEADER: "Завершили курсы с начала года, чел."})
    assert rows(answered, "courses", "subject", "people") == [("математика", 2)]


@pytest.mark.parametrize(("earlier", "value", "series"), [
    pytest.param((2, 5, 5), 8, (2, 5, 5, 8), id="four-months"),
    pytest.param((2, 5), 8, (), id="three-are-too-few"),
    pytest.param((5, 2, 8), 9, (), id="fell-once"),
    pytest.param((1, 1, 1), 2, (), id="a-small-school"),
    pytest.param((2, 3, 0), 6, (2, 5, 5, 6), id="differences"),
    pytest.param((2, 3, 0, 3), 1, (), id="an-ordinary-year"),
])
def test_what_looks_like_a_running_total(earlier, value, series):
    assert running_total(earlier, value) == series


def test_last_year_and_other_schools_do_not_count():
    assert everything(november({day.replace(year=2025): people for day, people in TOLD.items()})) == []
    assert everything(november(TOLD, subject="физика")) == []


def test_kept_as_it_is():
    assert rows(november(TOLD, KEEP), "courses", "people") == [(11,)]
