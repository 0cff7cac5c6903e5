"""The second demo: one school on the list. It goes through the same loader and shows what was made up for it."""

import shutil
from datetime import date

import pytest

from sample_data import zarechny
from shnor.service import bases
from tests.clock import noon
from tests.test_sample_data import rows, shown


@pytest.fixture(scope="module")
def store(example_base, tmp_path_factory):
    path = tmp_path_factory.mktemp("zarechny") / "пример.duckdb"
    opened = bases.open_base(shutil.copy(example_base("zarechny"), path), now=noon)
    yield opened
    opened.close()


def test_one_school_on_the_list_and_one_in_the_risk_zone(store):
    listed = {row["school_id"]: row["status"] for row in rows(store, "statuses")}
    assert listed == {"Ш03": "shnor", "Ш02": "risk_zone"}
    assert [row["name"] for row in rows(store, "schools")] == [
        "МБОУ СОШ № 1", "МБОУ СОШ № 2", "МБОУ ООШ № 3", "МАОУ лицей № 4"]


def test_the_day_of_the_second_demo(store):
    assert shown(store, zarechny.STORY, zarechny.DAY) == zarechny.STORY
    assert bases.today(store, date(2030, 1, 1)) == date(2026, 11, 27)
    assert store.about()["municipality"] == "Заречный муниципальный округ"


@pytest.mark.parametrize(("kind", "count"), [
    pytest.param("events", 7, id="events"), pytest.param("courses", 7, id="courses"),
    pytest.param("staff", 6, id="staff"), pytest.param("surveys", 4, id="surveys"),
    pytest.param("results", 11, id="results"),
])
def test_every_topic_has_rows(store, kind, count):
    assert len(rows(store, kind)) == count


def test_nothing_there_is_of_the_first_district(store):
    said = " ".join(str(row) for kind in ("schools", "roadmap", "results", "events") for row in rows(store, kind))
    assert "Приозёрн" not in said
    assert {row["school_id"] for row in rows(store, "results")} == {"Ш03", ""}
