"""The mode «С ФИО»: who finished is a record known by a number; the name goes aside and nowhere else."""

from dataclasses import replace

import pytest

from tests.loaders.kinds.test_courses import FIVE, PEOPLE, people, text_of
from tests.loaders.made import KNOWN, checked, grid, records, said

NAMES = replace(KNOWN, names=True)
ANNA, OLEG = "Иванова Анна Петровна", "Петров О. И."
ROWS = ((ANNA, FIVE, "химия", "ФГОС", 72, "18.11.2026", "АБ 7700"), (OLEG, FIVE, "химия", "ФГОС", 72, "18.11.2026", 2),
        (ANNA.upper(), FIVE, "химия", "ОГЭ", 36, "20.11.2026", 3))
TOLD = ("programme", "person", "people", "certificates", "repeated")


def named(*rows, **more):
    return people(*rows, known=NAMES, **more)


def test_one_record_a_person_and_programme():
    result = named(*ROWS)
    assert records(result, *TOLD, "hours", "cell") == [
        ("ФГОС", "1", None, 1, None, 72, "E2"), ("ФГОС", "2", None, 1, None, 72, "E3"),
        ("ОГЭ", "1", None, 1, None, 36, "E4")]
    assert (dict(result.people), result.acceptable) == ({"1": ANNA, "2": OLEG}, True)


def test_names_stand_nowhere_but_in_people():
    result = named(*ROWS)
    seen = text_of(result) + repr(result)
    assert [word for word in ("Иванова", "ИВАНОВА", "Анна", "Петров", "7700") if word in seen] == []


def test_what_is_said_of_the_columns():
    result = named(*ROWS)
    assert (result.dropped, said(result)) == (("№ удостоверения",), [("", "names-aside"), ("H1", "personal-column")])
    [told] = [issue.message for issue in result.issues if issue.code == "names-aside"]
    assert told.startswith("Лист «Лист1»: 2\u00a0человека, 3\u00a0удостоверения. Режим «С ФИО»")


def test_the_same_programme_twice_in_one_period_is_one_record():
    assert records(named(ROWS[0], ROWS[0]), "person", "certificates", "cell") == [("1", 2, "E2, E3")]


@pytest.mark.parametrize("nobody", [None, "—", "-"])
def test_a_row_without_a_name_stays_a_number(nobody):
    result = named(ROWS[0], (nobody, *ROWS[1][1:]))
    assert sorted(records(result, *TOLD)) == [("ФГОС", "", 1, 1, None), ("ФГОС", "1", None, 1, None)]
    assert dict(result.people) == {"1": ANNA}


def test_names_of_a_plan_are_not_kept():
    table = grid(("План курсов МБОУ ООШ № 5 на 2026 год",), PEOPLE, *((n, *row) for n, row in enumerate(ROWS[:2], 1)))
    result = checked(table, known=NAMES)
    assert records(result, "state", "person", "people") == [("planned", "", 2)]
    assert (dict(result.people), "ФИО" in result.dropped) == ({}, True)


def test_without_the_mode_nothing_is_put_aside():
    result = people(*ROWS)
    assert (dict(result.people), {person for person, in records(result, "person")}) == ({}, {""})


def test_other_lists_of_people_are_refused_as_before():
    result = checked(grid(("№", "ФИО", "Дата рождения"), (1, ANNA, "01.01.1980"), (2, OLEG, "02.01.1980")), known=NAMES)
    assert (result.acceptable, dict(result.people)) == (False, {})
    assert "Иванова" not in text_of(result)
