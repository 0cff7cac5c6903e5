"""Bases of published documents: what each document says, and no more than that."""

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
