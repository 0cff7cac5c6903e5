"""The invented district's courses say what was planted in them, through the same intake as anybody's files."""

from datetime import date

import pytest

from sample_data import books, courses
from sample_data.district import DAY, SCHOOLS, register_row, status_rows
from shnor.datasets import KINDS
from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.pages import courses as service
from tests.actors import COORDINATOR
from tests.clock import noon


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = bases.open_base(":memory:", now=noon)
    register = [register_row(school) for school in SCHOOLS]
    sent = [("Реестр.xlsx", books.of_kind(KINDS["schools"], "Школы", register)),
            *((f"Перечень {year}.xlsx", books.of_kind(KINDS["statuses"], "Перечень", status_rows(year)))
              for year in (2024, 2025, 2026, 2027)),
            *((path.name, path.read_bytes()) for path, _ in courses.files(tmp_path_factory.mktemp("courses")))]
    for name, data in sent:
        reviewed = drop.review(opened, [Incoming(name, data)], DAY)
        assert [issue for item in reviewed for issue in item.checked.issues if issue.severity != "warning"] == []
        drop.accept_all(opened, reviewed, by=COORDINATOR)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def page(store):
    with store.view() as view:
        return service.build(view, day=DAY)


def counts(figure):
    return figure.numerator, figure.denominator


def test_the_list_of_2026(page):
    found = {name: counts(figure) for name, figure in page.totals.items()}
    assert found == {"course_people": (47, None), "course_certificates": (61, None), "course_hours": (2322, None),
                     "course_plan_share": (47, 52), "course_year_share": (47, 118), "course_staff_share": (96, 118),
                     "staff_people": (118, None)}
    assert page.totals["course_plan_share"].more == {"продолжают обучение": 3}
    assert {figure.set for figure in page.totals.values()} == {"по 6\u00a0школам перечня 2026\u00a0года"}


@pytest.mark.parametrize(("day", "year", "people", "plan", "name"), [
    pytest.param(date(2026, 12, 31), 2026, 47, (47, 52), "по 6 школам перечня 2026 года", id="last-day-of-the-year"),
    pytest.param(date(2027, 1, 1), None, 47, (47, 52), "по 6 школам перечня 2026 года", id="first-day-of-the-next"),
    pytest.param(date(2028, 2, 29), 2026, 47, (47, 52), "по 6 школам перечня 2026 года", id="two-lists-later"),
    pytest.param(DAY, 2024, 10, (0, 0), "по 3 из 5 школ перечня 2024 года", id="a-year-of-another-list")])
def test_a_year_keeps_the_list_of_its_year(store, day, year, people, plan, name):
    """The list of 2027 has other schools: 34 people, 34 of 38, if it were taken for 2026."""
    with store.view() as view:
        page = service.build(view, day=day, year=year)
    assert (page.totals["course_people"].numerator, counts(page.totals["course_plan_share"])) == (people, plan)
    assert page.totals["course_people"].set.replace("\u00a0", " ") == name


@pytest.mark.parametrize(("metric", "expected"), [
    ("course_people", courses.PEOPLE_2026), ("course_certificates", courses.CERTIFICATES_2026),
    ("course_staff_share", courses.THREE_YEARS)])
def test_by_school(page, metric, expected):
    assert {school: figure.numerator for school, figure in page.by_school[metric].items()} == {
        f"Ш{number:02}": count for number, count in expected.items()}


def test_the_small_school(page):
    of_school = {metric: counts(found["Ш05"]) for metric, found in page.by_school.items()}
    assert (of_school["course_plan_share"], of_school["course_staff_share"]) == ((4, 5), (9, 13))


def test_vacancies_and_subjects(page):
    assert {one.subject: int(one.posts) for one in page.vacancies} == courses.VACANCIES
    assert page.untaught == courses.UNTAUGHT
    assert (page.staff_days, page.years) == ((date(2026, 9, 20),), (2026, 2025, 2024))


def test_names_are_nowhere(store):
    with store.view() as view:
        rows = repr([view.rows(kind).to_arrow_table().to_pylist() for kind in ("courses", "staff")])
        grids = [view.grid(upload.id, "Курсы") for upload in store.uploads() if "-" in upload.file]
    assert "Педагог 1" not in rows
    assert [grid.at(3, 1) for grid in grids if grid] == [None, None]
    assert "Педагог 1" not in repr(grids)


def test_another_set_has_another_name(store):
    with store.view() as view:
        everyone = service.build(view, day=DAY, whose=service.ALL)
        one = service.build(view, day=DAY, year=2025, whose="Ш05")
    assert (counts(everyone.totals["course_people"]), everyone.totals["course_people"].set) == (
        (53, None), "по 7\u00a0школам")
    assert (counts(one.totals["course_people"]), one.totals["course_people"].set, one.has_staff, one.untaught) == (
        (3, None), "МБОУ ООШ № 5", False, None)


@pytest.mark.parametrize(("day", "year"), [(date(2026, 12, 31), 2026), (date(2027, 1, 11), None)], ids=str)
def test_shares_of_the_staff_are_of_the_last_day_of_the_year(store, day, year):
    with store.view() as view:
        page = service.build(view, day=day, year=year)
    shares = [page.totals[name] for name in ("course_year_share", "course_staff_share")]
    assert (page.last, page.has_staff, [counts(share) for share in shares]) == (
        date(2026, 12, 31), True, [(47, 118), (96, 118)])
    assert {share.set.replace("\u00a0", " ") for share in shares} == {"по 6 школам перечня 2026 года"}
