"""Deadlines as real plans write them. An expected deadline is «kind first..last», then what else it says."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.words.deadlines import Deadline, parse_deadlines
from shnor.periods import last_day


def said(deadline: Deadline) -> str:
    days = f"{deadline.start or ''}..{deadline.end or ''}" if deadline.start or deadline.end else ""
    extra = [deadline.recurrence and f"раз в {deadline.recurrence}", deadline.stage]
    return " ".join(filter(None, [deadline.kind, days, *extra]))


def quarters(year: int) -> list[str]:
    return [f"{year}-{last - 2:02}-01..{last_day(year, last)}" for last in (3, 6, 9, 12)]


TERMS_2026 = ("2026-01-01..2026-03-31", "2026-04-01..2026-05-31", "2026-09-01..2026-10-31", "2026-11-01..2026-12-31")
M9_10_2020, M9_10_2021 = "months 2020-09-01..2020-10-31", "months 2021-09-01..2021-10-31"
YEAR_2026 = "year 2026-01-01..2026-12-31"
CASES = [
    ("Сентябрь –октябрь 2020", 2020, [M9_10_2020]),
    ("Сентябрь –октябрь 2021", 2022, [M9_10_2021]),
    ("Июнь-август 2020", 2020, ["months 2020-06-01..2020-08-31"]),
    ("Июнь-август 202", 2021, ["months 2021-06-01..2021-08-31"]),
    ("Ноябрь-декабрь 2021", 2021, ["months 2021-11-01..2021-12-31"]),
    ("август 2020", 2020, ["month 2020-08-01..2020-08-31"]),
    ("Август 2022", 2021, ["month 2022-08-01..2022-08-31"]),
    ("(август-сентябрь 2020 год)", 2020, ["months 2020-08-01..2020-09-30"]),
    ("Сентябрь 2021 В 100% образовательных организаций", 2021, ["month 2021-09-01..2021-09-30"]),
    ("(2021-2022г.г.)", None, ["year 2021-01-01..2022-12-31"]),
    ("Июнь 2020 Декабрь 2020", 2020, ["month 2020-06-01..2020-06-30", "month 2020-12-01..2020-12-31"]),
    ("Июнь 2021 Декабрь 2021", 2022, ["month 2021-06-01..2021-06-30", "month 2021-12-01..2021-12-31"]),
    ("Сентябрь-октябрь 2020", 2020, [M9_10_2020]),
    ("Октябрь 2021", 2021, ["month 2021-10-01..2021-10-31"]),
    ("Апрель-май 2021", 2021, ["months 2021-04-01..2021-05-31"]),
    ("Декабрь 2020", 2020, ["month 2020-12-01..2020-12-31"]),
    ("Март-\nоктябрь 2021", 2021, ["months 2021-03-01..2021-10-31"]),
    ("Март- … октябрь 2021", 2021, ["months 2021-03-01..2021-10-31"]),
    ("Сентябрь-ноябрь 2020", 2020, ["months 2020-09-01..2020-11-30"]),
    ("Февраль-апрель 2021 Сентябрь-ноябрь 2021", 2021,
     ["months 2021-02-01..2021-04-30", "months 2021-09-01..2021-11-30"]),
    ("Сентябрь-декабрь 2020", 2020, ["months 2020-09-01..2020-12-31"]),
    ("в течение одного учебного года", 2021, ["school_year"]),
    ("Февраль-апрель 2020-2021", 2020, ["months 2020-02-01..2020-04-30", "months 2021-02-01..2021-04-30"]),
    ("Февраль-апрель 2022-2023", 2022, ["months 2022-02-01..2022-04-30", "months 2023-02-01..2023-04-30"]),
    ("(по запросу) Февраль-апрель 2021 Октябрь-декабрь 2021", 2021,
     ["months 2021-02-01..2021-04-30", "months 2021-10-01..2021-12-31"]),
    ("Входной мониторинг – сентябрь 2020", 2020, ["month 2020-09-01..2020-09-30 входной"]),
    ("Промежуточный мониторинг – январь 2021 Итоговый мониторинг – июнь 2021 Входной мониторинг – сентябрь 2021", 2021,
     ["month 2021-01-01..2021-01-31 промежуточный", "month 2021-06-01..2021-06-30 итоговый",
      "month 2021-09-01..2021-09-30 входной"]),
    ("Май-август 2020", 2020, ["months 2020-05-01..2020-08-31"]),
    ("не реже 1 раза в полугодие", 2020, ["recurrence 2020-01-01..2020-06-30 раз в полугодие",
                                          "recurrence 2020-07-01..2020-12-31 раз в полугодие"]),
    ("", 2020, ["year 2020-01-01..2020-12-31"]),
    ("на 2020-2022 годы", None, ["year 2020-01-01..2022-12-31"]),
    ("(на текущий год)", 2020, ["event"]),
    ("2020 г.", None, ["year 2020-01-01..2020-12-31"]),
    ("1 (февраль)", 2021, ["month 2021-02-01..2021-02-28"]),
    ("1 (май)", 2022, ["month 2022-05-01..2022-05-31"]),
    ("1 (раз в год)", 2021, ["recurrence 2021-01-01..2021-12-31 раз в год"]),
    ("на 2021-2022 гг.", None, ["year 2021-01-01..2022-12-31"]),
    ("в 2020-2022 гг.", None, ["year 2020-01-01..2022-12-31"]),
    ("на период 2 полугодия 2020 года", None, ["half_year 2020-07-01..2020-12-31"]),
    ("в 2024 году", None, ["year 2024-01-01..2024-12-31"]),
    ("в 2023-2024 учебном году", None, ["school_year 2023-09-01..2024-08-31"]),
    ("в период с ноября по декабрь 2023 года", None, ["months 2023-11-01..2023-12-31"]),
    ("В ноябре - декабре 2023 года", None, ["months 2023-11-01..2023-12-31"]),
    ("по итогам первого полугодия", 2024, ["event"]),
    ("на 2024 год", None, ["year 2024-01-01..2024-12-31"]),
    ("«20» декабря 2023 г.", None, ["date 2023-12-20..2023-12-20"]),
    ("от  10  ноября 2023 года № 17", None, ["date 2023-11-10..2023-11-10"]),
    ("С января по декабрь 2024 года", None, ["months 2024-01-01..2024-12-31"]),
    ("в марте и ноябре 2024 года", None, ["month 2024-03-01..2024-03-31", "month 2024-11-01..2024-11-30"]),
    ("по итогам учебных периодов (четверть, полугодие)", None, ["recurrence раз в учебный период"]),
    ("2022, 2023 год", None, ["year 2022-01-01..2022-12-31", "year 2023-01-01..2023-12-31"]),
    ("от 9 января 2024 года № 8", None, ["date 2024-01-09..2024-01-09"]),
    ("27.12.2024", None, ["date 2024-12-27..2024-12-27"]),
    ("в ок-тябре 2022 года", None, ["month 2022-10-01..2022-10-31"]),
    ("с 01.08.2022 и по 15.08.2022", None, ["date_range 2022-08-01..2022-08-15"]),
    ("Ежегодно (в августе)", 2022, ["recurrence 2022-08-01..2022-08-31 раз в год"]),
    ("Ежеквартальное отслеживание", 2022, [f"recurrence {days} раз в квартал" for days in quarters(2022)]),
    ("в ап-реле  и сентябре 2022 года", None, ["month 2022-04-01..2022-04-30", "month 2022-09-01..2022-09-30"]),
    ("по мере необходимости", 2022, ["event"]),
    ("29.07.2021 № 932 – осн.", None, ["date 2021-07-29..2021-07-29"]),
    ("до 01.04.2004", None, ["date ..2004-04-01"]),
    ("не позднее 2 месяцев со дня завершения", 2026, ["event"]),
    ("в течение 5 дней со дня", 2026, ["event"]),
    ("ежемесячно на 15 рабочий день месяца, следующего за отчетным", 2026,
     [f"recurrence 2026-{month:02}-01..{last_day(2026, month)} раз в месяц" for month in range(1, 13)]),
    ("ежегодно 30 декабря года", 2026, ["recurrence 2026-12-30..2026-12-30 раз в год"]),
    ("2014 - 2020", None, ["year 2014-01-01..2020-12-31"]),
    ("до 28.12", 2026, ["date ..2026-12-28"]),
    ("до 28.12", None, ["date"]),
    ("НА 24-26г", None, ["year 2024-01-01..2026-12-31"]),
    ("24-29", None, ["year 2024-01-01..2029-12-31"]),
    ("2023-2027гг", None, ["year 2023-01-01..2027-12-31"]),
    ("2024_2027", None, ["year 2024-01-01..2027-12-31"]),
    ("в течение года", 2026, [YEAR_2026]),
    ("в течение учебного года", 2026, ["school_year"]),
    ("постоянно", 2026, ["recurrence 2026-01-01..2026-12-31 раз в постоянно"]),
    ("по плану", 2026, ["event"]),
    ("по графику", 2026, ["event"]),
    ("по отдельному плану", 2026, ["event"]),
    ("до 1 сентября", 2026, ["date ..2026-09-01"]),
    ("до 1 сентября ежегодно", 2026, ["recurrence ..2026-09-01 раз в год"]),
    ("до 25 числа каждого месяца", 2026,
     [f"recurrence 2026-{month:02}-01..2026-{month:02}-25 раз в месяц" for month in range(1, 13)]),
    ("1 раз в четверть", 2026, [f"recurrence {days} раз в четверть" for days in TERMS_2026]),
    ("I квартал 2025", None, ["quarter 2025-01-01..2025-03-31"]),
    ("1 кв. 2025", None, ["quarter 2025-01-01..2025-03-31"]),
    ("03.2025", None, ["month 2025-03-01..2025-03-31"]),
    ("III декада марта", 2026, ["date_range 2026-03-21..2026-03-31"]),
    ("август–сентябрь, январь", 2026, ["months 2026-08-01..2026-09-30", "month 2026-01-01..2026-01-31"]),
    ("сентябрь (ежегодно)", 2026, ["recurrence 2026-09-01..2026-09-30 раз в год"]),
    ("после каждой процедуры", 2026, ["event"]),
    ("весь период", 2026, [YEAR_2026]),
    ("по итогам четверти", 2026, [f"recurrence {days} раз в четверть" for days in TERMS_2026]),
    ("", None, ["none"]),
    ("ноябрь", None, ["month"]),
    ("31.02.2026", 2026, ["unknown"]),
    ("как получится", 2026, ["unknown"]),
    ("ноябрь-февраль", 2026, ["months"]),
    ("сентябрь 2025 - май 2026", None, ["months 2025-09-01..2026-05-31"]),
    ("с 1 по 15 сентября 2026 г.", None, ["date_range 2026-09-01..2026-09-15"]),
]


@pytest.mark.parametrize(("text", "year", "expected"), CASES, ids=[f"{text}|{year}" for text, year, _ in CASES])
def test_real_strings(text, year, expected):
    found = parse_deadlines(text, year)
    assert [said(deadline) for deadline in found] == expected
    assert {deadline.raw for deadline in found} == {text.strip()}


@pytest.mark.parametrize(("text", "year", "word"), [
    pytest.param("Август 2022", 2021, "2022", id="another-year"),
    pytest.param("Июнь-август 202", 2021, "обрезан", id="cut-year"),
    pytest.param("Февраль-апрель 2020-2021", 2020, "несколькими годами", id="two-readings"),
    pytest.param("до 28.12", None, "не назван", id="no-year"),
])
def test_doubts_are_said(text, year, word):
    assert word in parse_deadlines(text, year)[0].warnings[0]


def test_unknown_is_not_recognised():
    assert [d.recognised for d in parse_deadlines("как получится", 2026)] == [False]


@pytest.mark.parametrize(("text", "years", "expected"), [
    pytest.param("ноябрь", (2026,), ["month 2026-11-01..2026-11-30"], id="the-only-year"),
    pytest.param("ноябрь", (2025, 2026), ["month"], id="a-choice-of-years"),
    pytest.param("весь период", (2020, 2021, 2022), ["year 2020-01-01..2022-12-31"], id="whole-plan"),
    pytest.param("Ежегодно (в августе)", (2020, 2021), ["recurrence 2020-08-01..2020-08-31 раз в год",
                                                        "recurrence 2021-08-01..2021-08-31 раз в год"], id="each-year"),
])
def test_years_of_the_plan(text, years, expected):
    assert [said(deadline) for deadline in parse_deadlines(text, None, years)] == expected


SCHOOL_YEAR = [f"{day:%Y-%m-%d}" for day in (last_day(*month) for month in (
    (2025, 9), (2025, 10), (2025, 11), (2025, 12), (2026, 1), (2026, 2), (2026, 3), (2026, 4), (2026, 5)))]


@pytest.mark.parametrize(("text", "year", "ends"), [
    pytest.param("ежеквартально", 2026, ["03-31", "06-30", "09-30", "12-31"], id="quarters"),
    pytest.param("2 раза в год", 2026, ["06-30", "12-31"], id="twice-a-year"),
    pytest.param("не реже 2-х раз в год", 2026, ["06-30", "12-31"], id="at-least-twice"),
    pytest.param("2-3 раза в год", 2026, ["06-30", "12-31"], id="two-or-three-is-two"),
    pytest.param("три раза в год", 2026, ["04-30", "08-31", "12-31"], id="three-in-words"),
    pytest.param("2 раза в год (апрель, октябрь)", 2026, ["04-30", "10-31"], id="in-the-months-named"),
    pytest.param("ежегодно с марта по ноябрь", 2026, ["11-30"], id="once-in-a-range"),
    pytest.param("2 раза в учебный год", 2026, ["05-31", "12-31"], id="halves-of-a-school-year"),
    pytest.param("1 раз в триместр", 2026, ["02-28", "05-31", "11-30"], id="trimesters"),
    pytest.param("ежемесячно с сентября по декабрь", 2026, ["09-30", "10-31", "11-30", "12-31"], id="some-months"),
    pytest.param("ежеквартально до 10 числа месяца, следующего за отчётным кварталом", 2026,
                 ["01-10", "04-10", "07-10", "10-10"], id="a-month-later"),
    pytest.param("раз в полугодие, 2025-2026 учебный год", 2026, ["05-31"], id="the-half-of-the-column"),
    pytest.param("еженедельно", 2026, ["12-31"], id="weekly-is-one"),
    pytest.param("постоянно", 2026, ["12-31"], id="always-is-one"),
    pytest.param("50 раз в год", 2026, ["12-31"], id="oftener-than-one-reports"),
])
def test_as_many_deadlines_as_the_words_say(text, year, ends):
    found = parse_deadlines(text, year)
    assert [f"{deadline.end}" for deadline in found] == [f"{year}-{end}" for end in ends]
    assert {deadline.raw for deadline in found} == {text}


@pytest.mark.parametrize(("text", "ends"), [
    pytest.param("ежемесячно в 2025-2026 учебном году", SCHOOL_YEAR, id="school-year"),
    pytest.param("ежемесячно, сентябрь 2025 - май 2026", SCHOOL_YEAR, id="months-of-two-years"),
    pytest.param("ежеквартально в 2025/26 уч. году", ["2025-09-30", "2025-12-31", "2026-03-31", "2026-05-31"],
                 id="quarters-of-a-school-year"),
    pytest.param("раз в полугодие 2025-2026 гг.", ["2025-06-30", "2025-12-31", "2026-06-30", "2026-12-31"],
                 id="two-years"),
    pytest.param("ежеквартально", ["None"], id="no-year-is-named"),
])
def test_years_of_the_text(text, ends):
    assert [f"{deadline.end}" for deadline in parse_deadlines(text)] == ends


def test_how_often():
    assert {(d.recurrence, d.per_period) for d in parse_deadlines("не реже 2 раз в квартал", 2026)} == {("квартал", 2)}


PIECES = st.sampled_from(["сентябрь", "по", "-", "2021", "202", "до", "1", "31.02", "30.06.2026", "III", "декада",
                          "марта", "квартал", "ежегодно", "(", ")", "24-26", "учебный год", "2025/26", "полугодие",
                          "9999", "00"])


TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join))


@given(TEXTS, st.sampled_from([None, 0, 2026, 9999]))
def test_never_raises_and_never_invents_a_year(text, year):
    for deadline in parse_deadlines(text, year):
        for day in (deadline.start, deadline.end):
            assert day is None or day.year == year or re.search(f"{day.year}|{day.year % 100:02}", text), (text, day)
        assert deadline.start is None or isinstance(deadline.start, date)
