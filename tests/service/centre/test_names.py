"""Names by days: a paper of last year prints the name of last year."""

from datetime import date

import pytest

from shnor.errors import ShnorError
from shnor.service.centre import names, setup
from shnor.service.centre.cases import proposed
from tests.actors import COORDINATOR

DISTRICT, OKRUG = "Ленинградский район", "Ленинградский муниципальный округ"
RENAMED = date(2025, 1, 1)
SMALL = "МБОУ вечерняя (сменная) школа № 2"


@pytest.fixture
def renamed(store):
    setup.keep_name(store, "municipality", proposed(DISTRICT), COORDINATOR)
    setup.keep_name(store, "municipality", proposed(OKRUG), COORDINATOR, RENAMED)
    return store.about()


@pytest.mark.parametrize(("day", "genitive"), [
    pytest.param(date(2019, 5, 5), "Ленинградского района", id="long-before"),
    pytest.param(date(2024, 12, 31), "Ленинградского района", id="the-last-day"),
    pytest.param(RENAMED, "Ленинградского муниципального округа", id="the-first-day"),
    pytest.param(date(2026, 11, 27), "Ленинградского муниципального округа", id="now"),
])
def test_the_name_of_a_day(renamed, day, genitive):
    assert names.on(renamed, "municipality", day).cases.gen == genitive


def test_every_name_with_its_days(renamed):
    assert [(one.cases.nom, one.since, one.until) for one in names.history(renamed, "municipality")] == [
        (DISTRICT, None, date(2024, 12, 31)), (OKRUG, RENAMED, None)]


def test_a_third_name_leaves_both_before(renamed, store):
    setup.keep_name(store, "municipality", proposed("город Сочи"), COORDINATOR, date(2027, 1, 1))
    about = store.about()
    assert [names.on(about, "municipality", date(year, 6, 1)).cases.nom for year in (2024, 2026, 2027)] == [
        DISTRICT, OKRUG, "город Сочи"]


def test_a_correction_without_a_day_leaves_no_name_behind(renamed, store):
    setup.keep_name(store, "municipality", proposed("Ленинградский округ"), COORDINATOR)
    assert [one.cases.nom for one in names.history(store.about(), "municipality")] == [DISTRICT, "Ленинградский округ"]


def test_the_same_name_may_begin_on_another_day(renamed, store):
    setup.keep_name(store, "municipality", proposed(OKRUG), COORDINATOR, date(2024, 12, 1))
    assert [(one.cases.nom, one.since) for one in names.history(store.about(), "municipality")] == [
        (DISTRICT, None), (OKRUG, date(2024, 12, 1))]


def test_a_name_cannot_begin_before_the_one_it_follows(renamed, store):
    with pytest.raises(ShnorError, match="новое не может начаться раньше"):
        setup.keep_name(store, "municipality", proposed("город Сочи"), COORDINATOR, date(2024, 6, 1))
    assert store.about() == renamed


def test_nothing_kept_is_no_name(store):
    assert names.on(store.about(), "municipality", RENAMED) is None
    assert names.history({}, "center") == ()


@pytest.mark.parametrize(("name", "genitive", "gender"), [
    pytest.param("МБОУ СОШ № 5", "МБОУ СОШ № 5", "f", id="abbreviation"),
    pytest.param("МБОУ лицей № 3", "МБОУ лицея № 3", "m", id="lyceum"),
    pytest.param(SMALL, f"школы «{SMALL}»", "f", id="not-sure"),
])
def test_a_school_nobody_has_named_is_never_in_a_wrong_case(name, genitive, gender):
    found = names.school_on({}, "Ш02", name, RENAMED)
    assert (found.name.nom, found.name.gen, found.gender) == (name, genitive, gender)


@pytest.mark.parametrize(("about", "genitive"), [
    pytest.param({}, "МБОУ школы в Малом", id="before-what-is-proposed"),
    pytest.param({"school Ш02": SMALL}, f"школы «{SMALL}»", id="not-of-another-name")])
def test_the_register_knows_its_cases(about, genitive):
    found = names.school_on(about, "Ш02", "МБОУ школа в Малом", RENAMED, ("МБОУ школы в Малом", "", ""))
    assert found.name.gen == genitive


def test_a_school_is_named_as_the_centre_says(store):
    what = names.of_school("Ш02")
    cases = proposed("МБОУ лицей № 3")._replace(nom=SMALL, gen="МБОУ вечерней (сменной) школы № 2")
    setup.keep_name(store, what, cases, COORDINATOR, gender="n")
    found = names.school_on(store.about(), "Ш02", "МБОУ СОШ № 2", RENAMED)
    assert (found.name.gen, found.gender) == ("МБОУ вечерней (сменной) школы № 2", "n")


def test_another_post_does_not_keep_the_cases_of_the_one_before(store):
    setup.keep_posts(store, {"head": "директор центра"}, COORDINATOR)
    setup.keep_name(store, "head", proposed("директор центра")._replace(dat="директору"), COORDINATOR)
    setup.keep_posts(store, {"head": "заведующий"}, COORDINATOR)
    assert names.on(store.about(), "head", RENAMED).cases.dat == "заведующему"
    setup.keep_posts(store, {"head": "тьютор"}, COORDINATOR)  # asked, not guessed
    assert names.on(store.about(), "head", RENAMED).cases.dat == ""


@pytest.mark.parametrize("forms", [
    ["директор И. П. Сидоров"], ["Иванова Мария Петровна"], ["директор Осинки-\nна З. П."],
    ["директор", "директора Иванова И. П."], ["директор", "директора", "директору", "директора",
                                              "директором Ивановым И. П."]])
def test_no_name_of_a_person_is_kept(store, forms):
    with pytest.raises(ShnorError, match="Похоже на фамилию"):
        setup.keep_name(store, "head", names.Cases(*forms, *["x"] * (6 - len(forms))), COORDINATOR)
