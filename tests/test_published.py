"""Bases of published documents: what each document says, and no more than that."""

from collections import Counter
from datetime import date

import pytest

from sample_data import published, samples
from sample_data.samples import SAMPLES
from shnor.loaders.check import check
from shnor.loaders.types import Known, School
from shnor.loaders.words.schools import find
from shnor.service import bases
from shnor.service.intake import known
from tests.clock import noon
from tests.test_sample_data import rows

PUBLISHED = [name for name, sample in SAMPLES.items() if not sample.invented]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """Builds each base once."""
    built = {}

    def get(which: str):
        if which not in built:
            path = tmp_path_factory.mktemp(which) / "база.duckdb"
            samples.build(path, which=which)
            built[which] = bases.open_base(path, now=noon)
        return built[which]
    yield get
    for store in built.values():
        store.close()


@pytest.mark.parametrize(("which", "counts"), [
    pytest.param("armavir2023", {"практико-ориентированный семинар": 2, "вебинар": 1, "видеоконференция": 1},
                 id="two-months"),
    pytest.param("armavir2024", {"практико-ориентированный семинар": 8, "вебинар": 6, "видеоконференция": 3},
                 id="a-year"),
])
def test_events_of_the_reports(base, which, counts):
    found = rows(base(which), "events")
    assert {row["event_kind"]: row["number"] for row in found} == counts
    assert {row["period"] for row in found} == {
        "2023-11-01/2023-12-20" if which == "armavir2023" else "2024-01-01/2024-12-27"}, "up to the day of the report"


def test_shares_without_the_number_of_those_asked(base):
    found = rows(base("armavir2024"), "surveys")
    assert sorted((row["audience"], row["percent"]) for row in found) == [
        ("managers", 100), ("teachers", 92), ("teachers", 94)]
    assert {(row["answers"], row["base"], row["school_id"]) for row in found} == {(None, None, "")}


@pytest.mark.parametrize("written", [*published.SPELLINGS, published.FULL_NAME])
def test_six_spellings_are_one_school(written):
    schools = (School("Ш21", "МБОУ-ООШ № 21", 21, published.FULL_NAME), School("Ш02", "МБОУ СОШ № 2", 2))
    assert find(written, schools).school_id == "Ш21"


@pytest.mark.parametrize(("which", "order", "activities", "last"), [
    pytest.param("armavir2023", "приказ от 10.11.2023 № 17", 3, date(2023, 12, 31), id="2023"),
    pytest.param("armavir2024", "приказ от 09.01.2024 № 8", 9, date(2024, 12, 31), id="2024"),
])
def test_orders_stand_beside_the_roadmaps(base, which, order, activities, last):
    found = rows(base(which), "roadmap")
    assert {row["document"] for row in found} == {order}
    assert len({row["number"] for row in found}) == activities
    assert max(row["deadline_end"] for row in found) == last


def test_a_list_of_march_and_november_is_no_range(base):
    ends = [row["deadline_end"] for row in rows(base("armavir2024"), "roadmap") if row["number"] == "9"]
    assert sorted(ends) == [date(2024, 3, 31), date(2024, 11, 30)]


def test_done_as_the_report_says_without_days(base):
    found = rows(base("armavir2024"), "progress")
    assert {(row["status"], row["done_date"], row["document"]) for row in found} == {
        ("done", None, "аналитическая справка, приказ от 27.12.2024 № 31")}
    assert sorted((int(row["number"]), row["milestone"]) for row in found) == [
        *((number, 1) for number in range(1, 10)), (9, 2)], "both deadlines of № 9 had passed by 27.12.2024"


def test_ten_schools_of_leningradsky(base):
    store = base("leningradsky")
    assert [row["name"] for row in rows(store, "schools")] == [
        "МАОУ СОШ № 2", "МБОУ СОШ № 4", "МБОУ СОШ № 7", "МБОУ СОШ № 8", "МБОУ СОШ № 10", "МАОУ СОШ № 11",
        "МБОУ СОШ № 12", "МБОУ СОШ № 14", "МБОУ ООШ № 22", "МБОУ ООШ № 27"]
    assert len(rows(store, "statuses", status="shnor")) == 10
    assert {row["school_id"] for row in rows(store, "statuses", status="project_500")} == {"Ш02", "Ш07", "Ш08"}


def test_people_without_schools_are_one_row(base):
    [courses] = rows(base("leningradsky"), "courses")
    assert (courses["people"], courses["school_id"], courses["period"], courses["certificates"]) == (
        129, "", "2022", None)
    assert {row["indicator"]: row["value"] for row in rows(base("leningradsky"), "indicator_values")} == {
        "Участвовали в мониторинге предметных компетенций": 12, "Показали высокий уровень": 1}


def test_a_school_not_in_the_list_and_one_of_another_form(base):
    with base("leningradsky").view() as view:
        about = known.from_view(view, date(2022, 12, 30))
    result = check("улучшились.xlsx", published.leningradsky_doubtful(), about)
    assert [(issue.code, issue.value) for issue in result.issues] == [
        ("school-unclear", "МБОУ СОШ № 11"), ("unknown-school", "МБОУ СОШ № 17")]


@pytest.mark.parametrize(("which", "activities", "records"), [
    pytest.param("grachevka", 21, 78, id="grachevka"), pytest.param("kislovodsk", 16, 48, id="kislovodsk")])
def test_the_two_roadmaps(base, which, activities, records):
    found = rows(base(which), "roadmap")
    assert (len({row["number"] for row in found}), len(found)) == (activities, records)
    assert rows(base(which), "progress") == []


def test_published_is_not_called_invented(base):
    assert len(PUBLISHED) == 5
    assert {base(which).about()["demo"] for which in PUBLISHED} == {"published"}


def test_nobody_is_named(tmp_path):
    names = ("Толстош", "Мартынов", "Аринцев", "Ореховск", "Гусев")
    for which in PUBLISHED:
        files = SAMPLES[which].files(tmp_path / which)
        said = " ".join(str(grid) for path, day in files
                        for grid in check(path.name, path.read_bytes(), Known(day)).grids)
        assert not any(name in said for name in names)


def lists(store) -> dict[str, int]:
    """List → how many items it has."""
    return dict(Counter(row["checklist"] for row in rows(store, "checklists")))


@pytest.mark.parametrize(("which", "counts"), [
    pytest.param("armavir2023", {"Направления наставнического центра": 8, "Управленческие механизмы": 6,
                                 "Направления тьюторского пункта": 7}, id="2023"),
    pytest.param("armavir2024", {"Направления наставнического центра": 8, "Управленческие механизмы": 6,
                                 "Направления тьюторского пункта": 8, "Функции тьютора": 6,
                                 "Функции системы сопровождения": 6}, id="2024"),
    pytest.param("kislovodsk", {"Документы проекта «500+» на сайте МБОУ ЦО": 10}, id="kislovodsk"),
])
def test_lists_of_directions_mechanisms_and_functions(base, which, counts):
    assert lists(base(which)) == counts


def test_eight_tasks_and_nine_numbered_to_ten(base):
    numbers = [[int(row["number"]) for row in rows(base(which), "recommendations")]
               for which in ("armavir2023", "armavir2024")]
    assert [sorted(each) for each in numbers] == [[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 5, 6, 7, 8, 9, 10]]


def test_the_advice_of_leningradsky_has_three_addressees(base):
    found = rows(base("leningradsky"), "recommendations")
    assert Counter(row["addressee_id"] for row in found) == {"authority": 2, "centre": 8, "director": 5}
    assert {(row["state"], row["due"]) for row in found} == {("open", None)}, "what became of them is not said"


def test_twelve_were_tested_and_one_is_high(base):
    [test] = rows(base("leningradsky"), "competence")
    assert (test["took_part"], test["high"], test["middle"], test["low"], test["passed"], test["school_id"]) == (
        12, 1, None, None, 12, "")


def test_two_grants_of_one_school(base):
    grants = rows(base("leningradsky"), "achievements")
    assert [(row["type_id"], row["school_id"], row["held_on"]) for row in grants] == [("grant", "Ш02", None)] * 2


def test_mentors_of_ten_schools_and_curators_of_three(base):
    assert Counter(row["role_id"] for row in rows(base("leningradsky"), "support_roles")) == {
        "mentor": 10, "curator": 3}


def test_an_order_is_cited_under_another_number(base):
    cited = [(row["number"], row["cited_number"], row["cited_on"]) for row in rows(base("grachevka"), "documents")
             if row["cited_as"]]
    assert cited == [("478-пр", "11", date(2019, 12, 23))]


@pytest.mark.parametrize(("which", "numbers"), [
    pytest.param("armavir2023", {"17", "25"}, id="2023"), pytest.param("armavir2024", {"8", "31"}, id="2024"),
    pytest.param("leningradsky", {"932-осн"}, id="leningradsky")])
def test_orders_of_the_documents(base, which, numbers):
    assert {row["number"] for row in rows(base(which), "documents")} == numbers


def test_a_factor_whose_level_is_not_said(base):
    [factor] = rows(base("armavir2024"), "risks")
    assert (factor["factor_id"], factor["level"], factor["chosen"]) == ("low_teacher_competence", None, "yes")
