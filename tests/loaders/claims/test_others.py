"""Years, orders, days, schools and numbered lists of a paper."""

from datetime import date

import pytest

from shnor.loaders.claims import acts, others
from shnor.loaders.claims.said import Line
from shnor.loaders.claims.sentences import sentence, sentences


def lines(*texts: str) -> list[Line]:
    return [Line(text, f"абзац {place}") for place, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(("texts", "told"), [
    pytest.param(("1) а;", "2) б;", "3) в."), [(1, 2, 3)], id="whole"),
    pytest.param(("1) а;", "2) б;", "4) г."), [(1, 2, 4)], id="gap"),
    pytest.param(("1) а;", "2) б;", "2) в."), [(1, 2, 2)], id="twice"),
    pytest.param(("1. А:", "1) а;", "2) б;", "3) в.", "2. Б.", "3. В."), [(1, 2, 3), (1, 2, 3)],
                 id="one-inside-another"),
    pytest.param(("- 1) а;", "- 2) б;", "- 3) в."), [(1, 2, 3)], id="behind-dashes"),
    pytest.param(("1) а;", "2) б;", "3) в;", "1) а;", "2) б."), [(1, 2, 3)], id="two-items-are-no-list"),
    pytest.param(("1.1. А", "1.2. Б", "2.1. В"), [], id="parts-of-parts"),
])
def test_numbered_lists(texts, told):
    assert sorted(one.numbers for one in others.numbered(lines(*texts))) == sorted(told)


@pytest.mark.parametrize(("text", "year", "ahead"), [
    pytest.param("В 2025 году реализован план.", 2025, False, id="done"),
    pytest.param("94 % предлагают продолжить в 2024 году работу.", 2024, True, id="proposed"),
    pytest.param("По сравнению с прошлым годом в 2025 году проведено больше.", None, False, id="compared"),
    pytest.param("Утверждён план «О работе в 2025 году».", None, False, id="a-title"),
    pytest.param("Продолжить в 2027 году работу.", None, False, id="a-task"),
])
def test_years(text, year, ahead):
    assert [(one.year, one.ahead) for one in others.years(sentence(text, ""))] == ([(year, ahead)] if year else [])


@pytest.mark.parametrize(("texts", "year"), [
    pytest.param(("Справка за 2026 год", "В 2025 году проведён семинар."), 2026, id="by-the-title"),
    pytest.param(("В 2024 году проведён семинар.", "1) продолжить в 2025 году", "2) начать в 2025 году"), 2024,
                 id="tasks-do-not-vote"),
    pytest.param(("Проведён семинар.",), 0, id="none"),
])
def test_the_year_a_paper_tells_of(texts, year):
    assert others.report_year([one for line in lines(*texts) for one in sentences(line)]) == year


@pytest.mark.parametrize(("text", "number", "day", "span"), [
    pytest.param("На основании приказа от 29.07.2021 № 932 – осн. с 01.08.2022 по 15.08.2022 проведён мониторинг.",
                 "932-осн", date(2021, 7, 29), date(2022, 8, 1), id="with-its-time"),
    pytest.param("Приказ Центра от 9 января 2024 года № 8 утверждён.", "8", date(2024, 1, 9), None,
                 id="month-in-words"),
    pytest.param("Приказом № 478-пр от 23.12.2019 утверждён состав.", "478-пр", date(2019, 12, 23), None, id="turned"),
])
def test_orders(text, number, day, span):
    assert [(one.number, one.day, one.span) for one in acts.acts(sentence(text, ""))] == [(number, day, span)]


def test_the_order_a_paper_is_and_is_approved_by():
    told = acts.own(lines("ПРИКАЗ", "«20» ноября 2026 г.", "№ 131", "Об итогах", "ПРИЛОЖЕНИЕ", "УТВЕРЖДЕНА",
                          "приказом центра", "от 20.11.2026 № 113"))
    assert [(one.number, one.day) for one in told] == [("131", date(2026, 11, 20)), ("113", date(2026, 11, 20))]


@pytest.mark.parametrize(("text", "told"), [
    pytest.param("31.02.2026 проведён семинар.", [(None, None)], id="no-such-day"),
    pytest.param("С 15.08.2026 по 01.08.2026 проведён обмен.", [(date(2026, 8, 15), date(2026, 8, 1))], id="turned"),
    pytest.param("18.11.2026 проведён семинар.", [], id="a-day"),
])
def test_days(text, told):
    assert [(one.first, one.last) for one in acts.days(sentence(text, ""))] == told


def test_schools_of_one_sentence_once():
    told = others.schools(sentence("Улучшились результаты в МБОУ СОШ № 3, 7, в МБОУ СОШ № 3 больше.", ""))
    assert [(one.number, one.support) for one in told] == [(3, False), (7, False)]


def test_how_many_schools_is_no_school():
    assert [*others.schools(sentence("Участвовали: школ — 4, педагогов — 29.", ""))] == []


def test_totals_of_a_table():
    rows = [("Школа", "Педагогов"), ("№ 3", "15"), ("№ 5", "6"), ("Итого", "20")]
    told = [Line("; ".join(row), f"таблица 1, строка {place}", row) for place, row in enumerate(rows, start=1)]
    assert [(one.whole, one.parts) for one in others.columns(told)] == [(20, (15, 6))]
