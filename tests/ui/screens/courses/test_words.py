"""Sentences of the page of courses: people, plan and the right to training, each with its set."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.pages.courses import CoursesPage, Vacancy
from shnor.ui.kit import html
from shnor.ui.screens.courses import pictures
from shnor.ui.screens.courses import words as courses

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=1)


def figure(metric, numerator, denominator=None, status="ok", unit="доля", **more):
    return Figure(metric, {}, "по 6 школам перечня", DAY, numerator, denominator, None, None, None, status, 1, unit,
                  more, most=METRICS[metric].most)


WHOLE = (figure("course_people", 47, unit="педагог"), figure("course_certificates", 61, unit="удостоверение"),
         figure("course_year_share", 47, 118), figure("course_staff_share", 96, 118),
         figure("course_plan_share", 47, 52, unit="доля плана", **{"продолжают обучение": 3}))
PAGE = CoursesPage(2026, DAY, (2026,), "", {"Ш05": "МБОУ ООШ № 5"}, ("Ш03", "Ш05"), {"school_id": "Ш03;Ш05"},
                   "по 6 школам перечня", {one.metric: one for one in WHOLE}, {}, {}, None, None, (), None)


def said(words, *changed, **page):
    """The sentence of a page with these figures instead of the whole ones, without links and non-breaking spaces."""
    shown = replace(PAGE, totals={**PAGE.totals, **{one.metric: one for one in changed}}, **page)
    return re.sub("<[^>]*>", "", html.cell(words(SESSION, shown))).replace("\u00a0", " ")


FINISHED = [
    pytest.param([], "2026 год, по 6 школам перечня: курсы повышения квалификации завершили 47 педагогов (40 % от 118 "
                     "педагогов этих школ); удостоверений — 61.", id="whole"),
    pytest.param([figure("course_people", 21, unit="педагог"), figure("course_year_share", 10, 30)],
                 "2026 год, по 6 школам перечня: курсы повышения квалификации завершил 21 педагог; там, где известно "
                 "число педагогов, по 6 школам перечня, — 10 из 30 (33 %); удостоверений — 61.", id="staff-in-part"),
    pytest.param([figure("course_year_share", 0, 0, "no_data"), figure(
        "course_certificates", 0, None, "no_data", "удостоверение", **{"строк без числа удостоверений": 1})],
        "2026 год, по 6 школам перечня: курсы повышения квалификации завершили 47 педагогов; число удостоверений не "
        "указано.", id="certificates-not-told"),
    pytest.param([figure("course_people", 1, unit="педагог"), replace(
        figure("course_year_share", 1, 20), set="МБОУ ООШ № 5")],
        "2026 год, по 6 школам перечня: курсы повышения квалификации завершил 1 педагог (5 % от 20 педагогов этой "
        "школы); удостоверений — 61.", id="one-person-of-one-school"),
    pytest.param([figure("course_people", 0, None, "no_data", "педагог")],
                 "2026 год, по 6 школам перечня: сколько педагогов завершили курсы, не указано; удостоверений — 61.",
                 id="certificates-alone"),
    pytest.param([figure("course_people", 0, None, "no_data", "педагог"),
                  figure("course_certificates", 0, None, "no_data", "удостоверение")],
                 "2026 год, школы перечня: о завершённых курсах нет данных.", id="nothing-told"),
]


@pytest.mark.parametrize(("figures", "text"), FINISHED)
def test_who_finished(figures, text):
    assert said(courses.finished_words, *figures) == text


def plan(done, planned, status="ok", going=0):
    return figure("course_plan_share", done, planned, status, "доля плана", **({"продолжают": going} if going else {}))


@pytest.mark.parametrize(("changed", "text"), [
    pytest.param([], ": 52, завершили 47 (90 %), продолжают 3, не приступили 2.", id="closed-sum"),
    pytest.param([plan(12, 10)], ": 10, завершили 12, больше плана.", id="over-plan-without-percent"),
    pytest.param([plan(1, 3, "small", going=1)], ": 3, завершил 1, продолжает 1, не приступил 1.", id="ones"),
    pytest.param([plan(4, 5, "small")], ": 5, завершили 4, не приступил 1.", id="small-without-percent"),
    pytest.param([plan(9, 10, going=2)], ": 10, завершили 9 (90 %), продолжают 2, сверх плана своих школ 1.",
                 id="beyond-the-plan"),
])
def test_plan_and_fact(changed, text):
    assert said(courses.plan_words, *changed) == f"План курсов на 2026 год, по 6 школам перечня{text}"


OF_SCHOOLS = {"Ш03": plan(7, 5, "small"), "Ш05": plan(3, 5, "small", going=1), "Ш09": plan(0, 4, "small"),
              "Ш12": plan(0, 0, "no_data")}


@pytest.mark.parametrize(("schools", "text"), [
    pytest.param(("Ш05",), ": 5, завершили 3, продолжает 1, не приступил 1.", id="one-has-not-begun"),
    pytest.param(("Ш03", "Ш05"), ": 10, завершили 10 (100 %), продолжает 1, не приступил 1, сверх плана своих школ 2.",
                 id="more-than-planned-elsewhere-hides-nobody"),
    pytest.param(("Ш05", "Ш09"), ": 9, завершили 3, продолжает 1, не приступил 1, нет сведений о 4.",
                 id="a-silent-school-is-not-idle"),
    pytest.param(("Ш09",), ": 4, завершили 0, нет сведений о 4.", id="a-silent-school-alone")])
def test_who_has_not_begun_is_a_difference_of_people_school_by_school(schools, text):
    by_school = {code: OF_SCHOOLS[code] for code in (*schools, "Ш12")}
    done, planned, going = (sum(part) for part in zip(*(
        (one.numerator, one.denominator, sum(one.more.values())) for one in by_school.values()), strict=True))
    total = plan(done, planned, "ok" if planned >= 10 else "small", going)
    told = said(courses.plan_words, total, by_school={"course_plan_share": by_school})
    assert told.split(": ", 1)[1] == text[2:]


def test_a_plan_nobody_finished_names_whose_it_is():
    assert said(courses.plan_words, plan(0, 10)).startswith("План курсов на 2026 год, школы перечня: 10, завершили 0")


@pytest.mark.parametrize(("changed", "text"), [
    pytest.param([], "обучалось не более 96 из 118 педагогов (81 %), по 6 школам перечня; не менее чем для 22 "
                     "педагогов наступает право на обучение.", id="right"),
    pytest.param([figure("course_staff_share", 4, 5, "small")],
                 "обучалось не более 4 из 5 педагогов, по 6 школам перечня; не менее чем для 1 педагога наступает "
                 "право на обучение.", id="small"),
    pytest.param([figure("course_staff_share", 1, 12)], "обучалось не более 1 из 12 педагогов (8 %), по 6 школам "
                 "перечня; не менее чем для 11 педагогов наступает право на обучение.", id="one"),
    pytest.param([figure("course_staff_share", 13, 13)], "обучалось не более 13 из 13 педагогов (100 %), по 6 школам "
                 "перечня.", id="everybody"),
    pytest.param([figure("course_staff_share", 0, 13)], "обучались 0 из 13 педагогов (0 %), по 6 школам перечня; не "
                 "менее чем для 13 педагогов наступает право на обучение.", id="nobody"),
])
def test_three_years_are_a_right(changed, text):
    assert said(courses.right_words, *changed) == f"За три года, на 27.11.2026, {text}"


@pytest.mark.parametrize(("untaught", "text"), [
    (("другие предметы", "музыка"), "Предметы, по которым ни один педагог школ перечня не прошёл обучение за три года: "
                                    "музыка."),
    (("другие предметы",), "")])
def test_the_rest_of_a_list_is_no_subject(untaught, text):
    assert courses.untaught(replace(PAGE, untaught=untaught)) == text


def test_half_a_post_is_a_part_of_a_post():
    posts = (Vacancy("математика", Decimal("0.5")), Vacancy("физика", Decimal("0.5")))
    assert said(courses.vacancies, vacancies=posts).startswith(
        "Вакантных ставок — 1, по 6 школам перечня: математика 0,5, физика 0,5.")


def test_without_schools_there_is_no_share():
    text = said(courses.right_words, figure("course_staff_share", 0, 0, "no_data"))
    assert text.startswith("Нет данных по школам")


def test_every_number_leads_to_its_rows():
    words = [*courses.finished_words(SESSION, PAGE), *courses.plan_words(SESSION, PAGE),
             *courses.right_words(SESSION, PAGE)]
    linked = {word.text for word in words if isinstance(word, html.Link)}
    assert linked == {"47\u00a0педагогов", "61", "52", "47", "3", "96", "118\u00a0педагогов"}


def test_more_people_than_the_school_has_are_to_be_checked():
    plan_of = replace(plan(17, 4, "small"), group={"school_id": "Ш05"})
    staff = replace(figure("staff_people", 11, unit="педагог"), group={"school_id": "Ш05"})
    page = replace(PAGE, by_school={"course_plan_share": {"Ш05": plan_of}, "staff_people": {"Ш05": staff}})
    assert pictures.beyond_staff(page, plan_of).replace("\u00a0", " ") == "в школе 11 педагогов: проверьте числа"
