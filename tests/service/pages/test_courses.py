"""The page of courses over a small municipality: whose numbers stand where, and what cannot be said."""

from datetime import date

import pytest

from shnor.service.figures import sources
from shnor.service.pages import courses
from tests.service.conftest import DAY, SCHOOLS, file

HEADER = ["Школа", "Когда", "Состояние", "Предмет", "Человек", "Удостоверений"]
LISTS = [["Школа", "Статус", "С даты", "По дату"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026"]]
STAFF = [["Школа", "На дату", "Предмет", "Всего", "Вакансии"],
         ["МБОУ ООШ № 5", "20.09.2026", "математика", "10", "0,5"],
         ["МБОУ ООШ № 5", "20.09.2026", "музыка", "3", ""]]


@pytest.fixture
def beginning():
    return file("школы.csv", SCHOOLS), file("перечень.csv", LISTS)


@pytest.fixture
def page(store, send):
    """The page after these rows of courses were accepted. also: more rows of the list."""
    def built(*rows, staff=STAFF, also=(), **chosen):
        send(file("курсы.csv", [HEADER, *rows]), file("кадры.csv", staff),
             *([file("перечень.csv", [LISTS[0], *also])] if also else ()))
        with store.view() as view:
            return courses.build(view, day=DAY, **chosen)
    return built


FIVE = ["МБОУ ООШ № 5", "13.11.2026", "завершили", "математика", "4", "5"]
NINE = ["МБОУ ООШ № 9", "13.11.2026", "завершили", "физика", "3", "3"]
NINE_LISTED = ["МБОУ ООШ № 9", "ШНОР", "01.01.2026", "31.12.2026"]
NAMELESS = ["школы не указаны", "октябрь 2026", "завершили", "", "129", ""]


def counts(figure):
    return figure.numerator, figure.denominator, figure.set.replace("\u00a0", " ")


def test_the_list_is_shown_first(page):
    found = page(FIVE, NINE, NAMELESS)
    assert counts(found.totals["course_people"]) == (4, None, "МБОУ ООШ № 5")
    assert counts(found.totals["course_staff_share"]) == (4, 13, "МБОУ ООШ № 5")
    assert (found.lines, found.nameless.numerator) == (("Ш05",), 129)


def test_where_every_row_names_its_school_nothing_is_said_of_others(page):
    assert page(FIVE, NINE).nameless is None


def test_all_schools_say_that_some_rows_name_none(page):
    found = page(FIVE, NINE, NAMELESS, whose=courses.ALL)
    people = found.totals["course_people"]
    assert counts(people) == (136, None, "по муниципалитету (2 школы); кроме того, записи без указания школы")
    assert found.nameless is None


def test_people_without_schools_make_no_share(page):
    found = page(NAMELESS)
    assert [found.totals[name].status for name in ("course_people", "course_staff_share")] == ["no_data", "no_data"]
    assert found.by_school.get("course_people", {}) == {}
    assert found.nameless.numerator == 129


def test_subjects_without_courses_over_the_whole_list_only(page):
    assert page(FIVE, NINE).untaught == ("музыка",)


@pytest.mark.parametrize("rows", [
    pytest.param([NINE], id="a-school-of-the-list-told-nothing"),
    pytest.param([FIVE, ["МБОУ ООШ № 5", "май 2026", "завершили", "", "1", "1"]], id="a-subject-not-told"),
])
def test_subjects_are_not_named_when_it_is_not_known(page, rows):
    assert page(*rows).untaught is None


@pytest.mark.parametrize(("subject", "people"), [
    pytest.param("Все педагоги", "13", id="the-row-of-the-whole-school"),
    pytest.param("физика", "0", id="a-subject-nobody-teaches")])
def test_what_is_no_subject_with_teachers_is_not_named(page, subject, people):
    assert page(FIVE, staff=[*STAFF, ["МБОУ ООШ № 5", "20.09.2026", subject, people, ""]]).untaught == ("музыка",)


def test_a_course_nobody_finished_teaches_no_subject(page):
    assert page(FIVE, [*FIVE[:3], "музыка", "0", "0"]).untaught == ("музыка",)


def test_subjects_are_not_named_where_the_staff_of_one_school_is_not_known(page):
    assert page(FIVE, NINE, also=[NINE_LISTED]).untaught is None


def test_subjects_are_not_named_where_one_school_tells_only_how_many_teach(page):
    staff = [*STAFF, ["МБОУ ООШ № 9", "20.09.2026", "Все педагоги", "20", ""]]
    assert page(FIVE, NINE, also=[NINE_LISTED], staff=staff).untaught is None


def test_one_school_never_names_such_subjects(page):
    assert page(FIVE, whose="Ш05").untaught is None


def test_half_a_post_stays_half(page):
    found = page(FIVE)
    assert [(one.subject, str(one.posts)) for one in found.vacancies] == [("математика", "0.5")]
    assert (found.staff_set, found.staff_days) == ("МБОУ ООШ № 5", (date(2026, 9, 20),))


def test_vacancies_of_an_earlier_day_are_gone(page):
    found = page(FIVE, staff=[*STAFF, ["МБОУ ООШ № 5", "20.09.2025", "физика", "1", "1"]])
    assert ([one.subject for one in found.vacancies], found.staff_days) == (["математика"], (date(2026, 9, 20),))


def test_no_vacancies_are_told_apart_from_silence(page):
    told = [*STAFF[:1], ["МБОУ ООШ № 5", "20.09.2026", "математика", "10", "0"]]
    assert page(FIVE, staff=told).vacancies == ()


def test_nobody_says_anything_of_vacancies(page):
    assert page(FIVE, staff=[*STAFF[:1], STAFF[2]]).vacancies is None


def test_a_year_is_counted_from_its_first_day_to_its_last(page):
    rows = [["МБОУ ООШ № 5", day, "завершили", "математика", people, people]
            for day, people in (("31.12.2024", "1"), ("01.01.2025", "2"), ("31.12.2025", "3"), ("01.01.2026", "4"))]
    assert counts(page(*rows, year=2025).totals["course_people"])[0] == 5


def test_a_year_that_has_not_begun_is_not_offered(page):
    assert page(FIVE, ["МБОУ ООШ № 5", "2027", "по плану", "математика", "9", ""]).years == (2026,)


def test_a_past_year_without_its_staff_has_no_share_of_it(page):
    found = page(FIVE, ["МБОУ ООШ № 5", "2025", "завершили", "математика", "2", "2"], year=2025)
    assert (found.year, found.years, found.has_staff) == (2025, (2026, 2025), False)
    assert counts(found.totals["course_people"])[0] == 2


@pytest.mark.parametrize(("subject", "taught", "same"), [
    ("математика", "учитель математики", True), ("труд (технология)", "технология", True), ("физика", "химия", False),
    ("физика", "физическая культура", False), ("ОБЖ", "ОБЖ", True)])
def test_when_two_names_are_one_subject(page, subject, taught, same):
    staff = [STAFF[0], ["МБОУ ООШ № 5", "20.09.2026", subject, "10", ""]]
    found = page([*FIVE[:3], taught, *FIVE[4:]], staff=staff)
    assert (found.untaught == ()) is same


def test_the_rows_behind_three_years(page, store):
    found = page(FIVE, NINE)
    with store.view() as view:
        behind = sources.rows_behind(view, "course_staff_share", as_of=DAY, where=found.where, part="n_recent")
    assert [(row.cells["school_id"], row.cells["people"]) for row in behind.rows] == [("Ш05", 4)]


PLAN = ["МБОУ ООШ № 5", "2026", "по плану", "математика", "6", ""]
MORE = ["МБОУ ООШ № 5", "октябрь 2026", "завершили", "физика", "2", "2"]


def test_a_subject_is_counted_alone_and_shares_of_the_staff_stay_whole(page):
    found = page(FIVE, MORE, PLAN, subject="математика")
    assert (found.subject, found.subjects) == ("математика", ("математика", "физика"))
    assert [counts(found.totals[name])[:2] for name in ("course_people", "course_plan_share", "course_staff_share")] \
        == [(4, None), (4, 6), (6, 13)]
    assert [found.months.months[place].of_plan for place in (9, 10)] == [0, 4]


def test_a_number_of_a_subject_leads_to_its_rows(page, store):
    found = page(FIVE, MORE, PLAN, subject="математика")
    with store.view() as view:
        behind = sources.rows_behind(view, "course_plan_share", as_of=DAY, where={**found.counted, "year": "2026"},
                                     part="n_of_plan")
    assert [(row.cells["subject"], row.cells["people"]) for row in behind.rows] == [("математика", 4)]


def test_the_last_month_of_the_line_is_the_number_of_the_tile(page):
    found = page(FIVE, MORE, PLAN)
    told = [month for month in found.months.months if month.people is not None]
    assert (told[-1].people, told[-1].certificates) == tuple(
        found.totals[name].numerator for name in ("course_people", "course_certificates"))


def test_a_month_of_the_line_is_what_was_counted_on_its_last_day(page, store):
    found = page(FIVE, MORE, PLAN)
    october = found.months.months[9]
    with store.view() as view:
        behind = sources.rows_behind(view, "course_plan_share", as_of=october.last, where={
            **found.counted, "year": "2026"}, part="n_of_plan")
    assert (october.of_plan, [row.cells["people"] for row in behind.rows]) == (2, [2])


def test_what_was_asked_and_is_not_there_is_told(page):
    found = page(FIVE, year=2019, whose="Ш77", subject="астрономия")
    assert (found.year, found.whose, found.subject) == (2026, courses.LISTED, "")
    assert found.missing == {"year": "2019", "schools": "Ш77", "subject": "астрономия"}


def test_other_schools_and_the_year_before_stand_beside(page):
    before = ["МБОУ ООШ № 5", "2025", "завершили", "математика", "2", "2"]
    found = page(FIVE, NINE, before, compare=(courses.MUNICIPALITY, "Ш09", courses.BEFORE, "Ш77"))
    assert [(one.code, one.year, one.totals["course_people"].numerator) for one in found.beside] == [
        ("municipality", 2026, 7), ("Ш09", 2026, 3), ("before", 2025, 2)]
