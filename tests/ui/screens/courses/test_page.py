"""Tiles of the page of courses, what is put beside, and what is said of a choice that is not there."""

import re
from dataclasses import replace

import pytest

from shnor.ui.kit import html
from shnor.ui.screens.courses import page, pictures, words
from tests.ui.screens.courses.test_words import PAGE, SESSION, figure, plan


def tiles(*changed, **shown):
    data = replace(PAGE, totals={**PAGE.totals, **{one.metric: one for one in changed}}, **shown)
    texts = [re.sub(r"\s+", " ", re.sub("<svg.*?</svg>|<[^>]*>", " ", html._tile(one))) for one in page._tiles(
        SESSION, data)]
    return [text.replace("\u00a0", " ").replace(" ,", ",").strip() for text in texts]


def test_four_numbers_say_where_the_year_stands():
    assert tiles() == [
        "Завершили курсы и план, 2026 год 47 при плане 52 90 %", "Удостоверений 61 завершили курсы: 47 педагогов",
        "Ещё учатся 3 не приступили 2",
        "Обучались за три года, на 27.11.2026 не более 96 из 118 не более 81 % · право на обучение — не менее чем у 22"]


@pytest.mark.parametrize(("changed", "first"), [
    pytest.param(plan(4, 5, "small"), "Завершили курсы и план, 2026 год 4 при плане 5 и 43 там, где плана нет",
                 id="few-without-percent"),
    pytest.param(plan(12, 10), "Завершили курсы и план, 2026 год 12 при плане 10 больше плана · и 35 там, где плана "
                 "нет", id="over-the-plan"),
    pytest.param(plan(0, 0, "no_data"), "Завершили курсы, 2026 год 47 плана на год в базе нет", id="no-plan")])
def test_the_first_number(changed, first):
    assert tiles(changed)[0] == first


@pytest.mark.parametrize(("going", "said"), [(1, "Ещё учатся 1 не приступили 4"), (0, "Ещё учатся 0 не приступили 5"),
                                             (4, "Ещё учатся 4 не приступил 1"), (5, "Ещё учатся 5 не приступили 0")])
def test_who_is_still_to_finish(going, said):
    assert tiles(plan(47, 52, going=going))[2] == said


def test_of_one_subject_it_is_not_known_who_is_still_learning():
    shown = tiles(subject="физика")
    assert shown[2] == "Осталось завершить по плану 5 кто уже учится, по предмету не известно"
    assert shown[3].endswith("все предметы")


@pytest.mark.parametrize(("figure_of", "text"), [
    pytest.param(plan(47, 52), "47 при плане 52 (90 %)", id="share"),
    pytest.param(plan(4, 5, "small"), "4 при плане 5", id="small"),
    pytest.param(plan(12, 10), "12 при плане 10", id="over-the-plan"),
    pytest.param(plan(0, 0, "no_data"), "нет данных", id="no-plan")])
def test_who_finished_is_no_part_of_the_plan(figure_of, text):
    assert words.of_plan(figure_of).replace("\u00a0", " ") == text


def test_bars_of_many_schools_leave_their_names_room():
    codes = tuple(f"Ш{number:02}" for number in range(1, 18))
    staff = {code: replace(figure("course_staff_share", 24, 24), group={"school_id": code}) for code in codes}
    names = {code: f"МБОУ СОШ № {code}" for code in codes}
    shown = pictures.three_years(SESSION, replace(PAGE, lines=codes, schools=names,
                                                  by_school={"course_staff_share": staff}))
    assert shown.body.count(" width='80'") == len(codes)
    assert shown.body.replace("\u00a0", " ").count("<b>не более 24 из 24 (100 %)</b>") == len(codes)


def test_a_choice_that_is_not_there_is_said():
    said = page.missing(replace(PAGE, missing={"year": "2019", "subject": "астрономия"}))
    assert said == ["За 2019 год курсов в базе нет, показан 2026 год.",
                    "По предмету «астрономия» курсов за 2026 год нет, показаны все предметы."]


def test_a_school_without_a_plan_has_its_number_and_no_whole():
    people = replace(figure("course_people", 3, unit="педагог"), group={"school_id": "Ш05"})
    data = replace(PAGE, by_school={"course_people": {"Ш05": people}})
    [point] = pictures._school(SESSION, data, "Ш05", True).points
    assert (point.words, point.k, point.n) == ("3, плана нет", 3, None)
    own = {"course_plan_share": {"Ш05": replace(plan(3, 2, "small"), group={"school_id": "Ш05"})}}
    [point] = pictures._school(SESSION, replace(data, by_school=own), "Ш05", True).points
    assert (point.at, point.words, point.k, point.n) == ("завершили при плане", "3 при плане 2", 3, 2)
    assert pictures._school(SESSION, replace(data, by_school={}), "Ш05", True).points[0].words == "плана нет"
