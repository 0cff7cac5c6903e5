"""What the invented district lived through beside its roadmaps, counted by hand when it was made up."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from sample_data import (
    advice,
    competence,
    deficits,
    events,
    markers,
    papers,
    programmes,
    reports,
    risks,
    routes,
    support_roles,
    surveys,
)
from sample_data.district import BY_NUMBER, DAY, LISTS
from sample_data.plans import lines
from shnor.metrics import METRICS

LIST = [BY_NUMBER[number].name for number in LISTS[2026]]


@pytest.mark.parametrize(("year", "found", "helped", "again", "closed"), [
    pytest.param(2025, 12, 9, 9, 6, id="2025"), pytest.param(2026, 34, 29, 26, 17, id="2026")])
def test_deficits_that_were_found_helped_and_closed(year, found, helped, again, closed):
    rows = deficits.register(year)
    assert (len(rows), sum(bool(row[7]) for row in rows), sum(bool(row[8]) for row in rows),
            sum(bool(row[9]) for row in rows)) == (found, helped, again, closed)
    assert all(row[8] is None or row[7] for row in rows), "nobody looks again where nobody helped"


def test_a_silent_school_has_not_looked_again():
    rows = [row for row in deficits.register(2026) if row[0] == BY_NUMBER[reports.SILENT_SCHOOL].name]
    assert [row[8] for row in rows] == [None] * 4


def active(day: date, role: str) -> list[tuple[Any, ...]]:
    return [row for row in support_roles.helpers(day) if row[1] == role and not row[7]]


@pytest.mark.parametrize(("day", "without"), [
    pytest.param(date(2026, 10, 31), [], id="the-last-day-of-a-mentor"),
    pytest.param(DAY, ["МБОУ ООШ № 9"], id="the-day-of-the-example")])
def test_schools_without_a_mentor(day, without):
    mentored = {row[0] for row in active(day, support_roles.MENTOR)}
    assert [name for name in LIST if name not in mentored] == without


def test_tutors_of_seven_subjects_and_none_of_physics():
    subjects = {row[3] for row in active(DAY, support_roles.TUTOR)}
    assert len(subjects) == 7
    assert support_roles.WITHOUT_TUTOR not in subjects


def test_who_is_consulted_has_a_tutor():
    for school, letters in events.CONSULTED[2026].items():
        assert set(letters) <= set(support_roles.TUTORED[2026][school])


def test_routes_of_23_people():
    assert sum(len(routes_) for routes_ in routes.OWNERS.values()) == 23
    own = [Counter(row[6] for row in routes.steps(quarter) if row[1] != "команда") for quarter in (1, 2, 3, 4)]
    assert [count["пройден"] for count in own] == [23, 22, 20, 9]
    assert own[3] == {"пройден": 9, "идёт": 11, "впереди": 3}
    corrected = [row for quarter in (1, 2, 3, 4) for row in routes.steps(quarter) if row[7]]
    assert len({row[1] for row in corrected}) == len(corrected) == 4


def test_twelve_people_in_mathematics_one_of_high_level():
    [schools] = [schools for _, subject, _, schools, _ in competence.TESTS if subject == "математика"]
    assert [sum(levels) for levels in zip(*schools.values(), strict=True)] == [12, 1, 9, 2]
    assert all(people == high + middle + low for people, high, middle, low in schools.values())


def test_three_papers_are_cited_as_others():
    of_district = list(papers.papers(DAY))
    assert [(row[1], row[7]) for row in of_district if row[7]] == [
        ("226", "от 12.12.2025 № 262"), ("41", "от 19.12.2025 № 41-п"), ("96", "от 26.08.2026 № 96")]


def test_a_list_grows_from_seven_to_eight():
    lists = [[row[4] for row in papers.items(year, DAY) if row[1] == papers.TUTORS_LIST] for year in (2025, 2026)]
    assert list(map(len, lists)) == [7, 8]
    assert set(lists[1]) - set(lists[0]) == {papers.NEW_DIRECTION}


def test_twelve_factors_and_one_without_a_measure():
    rows = list(risks.profiles(2026))
    assert Counter(row[1] for row in rows) == dict.fromkeys(LIST, 12)
    chosen = [row for row in rows if row[5] == "да"]
    assert len(chosen) == 14
    assert [(row[1], row[3]) for row in chosen if not row[6]] == [
        ("МБОУ ООШ № 12", "Дефицит педагогических кадров")]


def test_a_profile_changes():
    high = {year: sum(row[4] == "высокий" for row in risks.profiles(year) if row[1] == BY_NUMBER[3].name)
            for year in (2025, 2026)}
    assert high == {2025: 6, 2026: 3}


def test_the_list_of_the_region_marks_one_school():
    assert (markers.MARKED, len(list(markers.sent()))) == (11, 1)


def test_recommendations_two_eight_and_five():
    given = [line for line in lines("recommendations") if line["source"] == "справка от 19.12.2025 № 41"]
    assert list(Counter(line["addressee"] for line in given).values()) == [2, 8, 5]
    assert Counter(line["state"] for line in given) == {"выполнена": 7, "выполняется": 5, "открыта": 2, "снята": 1}
    assert sum(bool(line["carried"]) for line in given) == 3


def test_a_visit_left_three_and_one_is_done():
    states = [line["state"] for line in lines("recommendations") if line["source"] == "выезд 11.11.2026"]
    assert states == ["выполнена", "открыта", "выполняется"]
    assert "11.11" in events.VISITS[2026][5], "the visit stands in the log"


def test_weights_of_the_level_are_a_hundred_and_name_figures():
    assert (len(advice.WEIGHED), sum(advice.WEIGHED.values())) == (6, 100)
    assert {*advice.WEIGHED} - {metric.title for metric in METRICS.values()} == {surveys.QUESTION}


def test_holidays_are_the_ones_of_the_log():
    held = {row[5]: row[8] for row in programmes.sessions(date(2026, 1, 1), date(2027, 1, 1))
            if row[0] == "Умные каникулы"}
    assert held == {"28.03.2026–05.04.2026": 29, "26.10.2026–01.11.2026": 38}
    assert {people for year, _, _, people in events.SPANS if year == 2026} == {29, 38}


def test_fourteen_sessions_one_ahead():
    rows = [row for row in programmes.sessions(date(2026, 1, 1), date(2027, 1, 1))
            if row[0] == "Методический абонемент"]
    assert (len(rows), len({row[1] for row in rows}), len({row[6] for row in rows if row[6]})) == (14, 4, 7)
    assert [row[5] for row in rows if row[8] is None] == ["11.12.2026"]


def test_two_grants():
    kinds = Counter(row[1] for row in programmes.achievements(DAY))
    assert (kinds["грант"], kinds["практика"], kinds["материал"]) == (2, 3, 3)
