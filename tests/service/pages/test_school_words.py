"""What the page of a school and its printed sheet say alike, every sentence typed by hand."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.metrics.figure import Figure
from shnor.service.centre.schools import SchoolCard, Status
from shnor.service.month.owed import Cell
from shnor.service.pages import school_words

DAY = date(2026, 11, 27)


def figure(metric: str, k: int, n: int | None = None, unit: str = "доля") -> Figure:
    return Figure(metric, {}, "", DAY, k, n, None, None, None, "ok", 1, unit)


def said(*figures: Figure, year: int = 2026, staff: int | None = None) -> list[str]:
    named = {one.metric: one for one in figures}
    return [f"{before}…{after}".replace("\u00a0", " ")
            for before, _, after in school_words.courses(named, year, DAY, staff)]


@pytest.mark.parametrize(("figures", "staff", "text"), [
    pytest.param([figure("course_people", 1)], None, ["за 2026 год завершил курсы …"], id="one"),
    pytest.param([figure("course_people", 12)], 11,
                 ["за 2026 год завершили курсы …; в школе 11 педагогов: проверьте числа"],
                 id="more-than-the-staff"),
    pytest.param([figure("course_plan_share", 17, 4)], 11,
                 ["по плану на 2026 год: …; в школе 11 педагогов: проверьте числа"], id="plan-beyond-the-staff"),
    pytest.param([figure("course_plan_share", 17, 4), figure("course_staff_share", 20, 21)], 11,
                 ["по плану на 2026 год: …", "за три года, из всех педагогов, обучались …"],
                 id="the-newest-list-of-staff-knows-better"),
    pytest.param([figure("course_staff_share", 1, 11), figure("course_certificates", 1)], None,
                 ["получено …", "за три года, из всех педагогов, обучался …"], id="one-in-three-years"),
    pytest.param([replace(figure("course_staff_share", 27, 31), most=True)], None,
                 ["педагоги с курсами за три года: …, без фамилий точнее не посчитать"],
                 id="some-may-be-counted-twice"),
])
def test_courses_of_a_school(figures, staff, text):
    assert said(*figures, staff=staff) == text


def test_an_older_year_is_named():
    assert said(figure("course_people", 2), year=2025) == ["за 2026 год записей нет; за 2025 год завершили курсы …"]


@pytest.mark.parametrize(("changed", "text"), [
    pytest.param({}, "сдать отчёт за октябрь: срок был 26.10.2026", id="nothing-came"),
    pytest.param({"due": DAY}, "сдать отчёт за октябрь: срок сегодня", id="on-the-day"),
    pytest.param({"state": "partial", "missing": ("Педагоги",)}, "дополнить отчёт за октябрь: нет листа «Педагоги»",
                 id="in-part"),
    pytest.param({"month": date(2025, 12, 1), "due": date(2025, 12, 25)},
                 "сдать отчёт за декабрь 2025 года: срок был 25.12.2025", id="of-another-year")])
def test_a_report_the_school_owes(changed, text):
    cell = Cell("Ш05", "month", date(2026, 10, 1), "waiting", date(2026, 10, 26))
    assert school_words.owed(replace(cell, **changed), DAY) == text


@pytest.mark.parametrize(("months", "more"), [((3,), []), ((3, 4), ["и ещё 1 отчёт"]), ((3, 4, 5), ["и ещё 2 отчёта"])])
def test_the_first_debts_are_named_and_the_others_counted(months, more):
    cells = [Cell("Ш05", "month", date(2026, month, 1), "waiting", date(2026, month, 25)) for month in months]
    found = [words.replace("\u00a0", " ") for words in school_words.debts(cells, DAY, 1)]
    assert found == ["сдать отчёт за март: срок был 25.03.2026", *more]


@pytest.mark.parametrize(("n", "words"), [
    (6, []), (7, ["и ещё 1 срок: не выполнено"]), (10, ["и ещё 4 срока: не выполнено"]),
    (11, ["и ещё 5 сроков: не выполнено"])])
def test_a_list_that_is_cut_says_what_is_left_out(n, words):
    found = school_words.rest(range(n), 6, about=": не выполнено")
    assert [said.replace("\u00a0", " ") for said in found] == words


@pytest.mark.parametrize(("response", "text"), [
    pytest.param(figure("survey_response", 1, 12), " (ответил 1 из 12)", id="one"),
    pytest.param(figure("survey_response", 11, 13), " (ответили 11 из 13)", id="several"),
    pytest.param(figure("survey_response", 15, 12), " (ответили 15 при общем числе 12 — проверьте числа)",
                 id="too-many"),
    pytest.param(None, " (охват неизвестен)", id="unknown")])
def test_who_answered(response, text):
    assert school_words.answered(response).replace("\u00a0", " ") == text


def on_list(code: str, *years: tuple[int, int]) -> SchoolCard:
    """Entries of whole years: (first, last)."""
    told = tuple(Status("shnor", "ШНОР", date(first, 1, 1), date(last, 12, 31), f"приказ № {first}", 1)
                 for first, last in years)
    now = tuple(one for one in told if one.since <= DAY <= (one.until or DAY))
    return SchoolCard(code, f"МБОУ СОШ {code}", None, "", None, None, now, (), entries=told)


THREE, FIVE, EIGHT, ONE = on_list("3", (2025, 2026)), on_list("5", (2026, 2026), (2027, 2027)), on_list(
    "8", (2027, 2027)), on_list("1")


@pytest.mark.parametrize(("card", "known", "text"), [
    pytest.param(EIGHT, (EIGHT,), "С 01.01.2027 школа входит в перечень ШНОР: приказ № 2027.", id="enters"),
    pytest.param(FIVE, (THREE, FIVE, EIGHT), "", id="stays"),
    pytest.param(THREE, (THREE, FIVE, EIGHT), "В перечень ШНОР с 01.01.2027 школа не входит: приказ № 2027. Всё, что "
                 "внесено по 31.12.2026, остаётся за школой.", id="leaves"),
    pytest.param(THREE, (THREE,), "", id="no-other-list-may-be-seen"),
    pytest.param(THREE, (THREE, on_list("5", (2026, 2026))), "", id="the-new-list-is-not-there-yet"),
    pytest.param(THREE, (THREE, on_list("8", (2028, 2028))), "В перечне ШНОР по 31.12.2026.", id="a-gap-between"),
    pytest.param(ONE, (ONE, EIGHT), "", id="on-no-list")])
def test_what_the_next_list_means_for_the_school(card, known, text):
    assert school_words.turning(card, known, DAY) == text
