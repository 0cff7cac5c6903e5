"""For whom an activity is and what of the municipality it stands under: said, chosen, absent in a base made before."""

import shutil

import duckdb
import pytest

from shnor.service import bases
from shnor.service.pages import roadmap
from shnor.service.pages.roadmap import Chosen
from shnor.service.pages.roadmap_above import Above, numbers, said
from tests.clock import noon
from tests.service.conftest import DAY, FILLED, file

HEAD = ["Дорожная карта", "Школа", "№", "Мероприятие", "Год", "Срок", "Для кого", "К какому мероприятию района"]
OWN = [HEAD[:6], ["План округа", "", "2.3", "Консультации тьюторов", "2026", "май 2026"]]
SEVEN = [HEAD, ["План № 5 новый", "МБОУ ООШ № 5", "3.1", "Открытый урок", "2026", "май 2026", "педагоги", "п. 2.3"],
         ["План № 5 новый", "МБОУ ООШ № 5", "3.2", "Кружок", "2026", "июнь 2026", "обучающиеся", "2.9"],
         ["План № 5 новый", "МБОУ ООШ № 5", "3.3", "Совет", "2026", "июнь 2026", "", ""]]


@pytest.fixture
def page(filled, send):
    def built(*files, **wanted):
        send(*files)
        with filled.view() as view:
            return roadmap.build(view, Chosen(**{"whose": "Ш05", **wanted}), day=DAY)
    return built


@pytest.mark.parametrize(("text", "found"), [
    pytest.param("2.3", ("2.3",), id="alone"), pytest.param("п. 2.10", ("2.10",), id="point"),
    pytest.param("№ 4", ("4",), id="without-a-dot"), pytest.param("2.3, 2.4", ("2.3", "2.4"), id="two"),
    pytest.param("Дорожная карта округа на 2026 год, п. 2.3", ("2.3",), id="in-words"),
    pytest.param("приказ от 28.08.2026", (), id="a-day-is-no-number"), pytest.param("02.03.2026", (), id="day-alone"),
    pytest.param("Семинары 5 классов", (), id="a-number-inside-words")])
def test_the_number_is_found_in_what_is_written(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(("text", "known", "above"), [
    pytest.param("2.3", {"2.3": "Консультации"}, Above("к 2.3 муниципальной карты", "Консультации"), id="there"),
    pytest.param("2.9", {"2.3": "Консультации"}, Above("к 2.9 муниципальной карты (в ней нет 2.9)"), id="not-there"),
    pytest.param("2.3", {}, Above("к 2.3 муниципальной карты"), id="no-roadmap-to-look-into"),
    pytest.param("2.3 и 2.4", {"2.3": "А", "2.4": "Б"}, Above("к 2.3 и 2.4 муниципальной карты", "А; Б"), id="two"),
    pytest.param("Комплексный план", {"2.3": "А"}, Above("к мероприятию района: Комплексный план"), id="words")])
def test_under_what_it_stands_is_said(text, known, above):
    assert said(text, known) == above


def test_the_page_offers_whom_and_says_under_what(page):
    found = page(file("округ.csv", OWN), file("новый.csv", SEVEN))
    assert (found.choices["target_group"], found.choices["parent"]) == (("педагоги", "обучающиеся"), ("п. 2.3", "2.9"))
    assert found.above == {"п. 2.3": Above("к 2.3 муниципальной карты", "Консультации тьюторов"),
                           "2.9": Above("к 2.9 муниципальной карты (в ней нет 2.9)")}


@pytest.mark.parametrize(("wanted", "shown", "refused"), [
    pytest.param({}, ["1.1", "1.2", "2.1", "3.1", "3.2", "3.3"], {}, id="nothing-chosen"),
    pytest.param({"target_group": "педагоги"}, ["3.1"], {}, id="for-whom"),
    pytest.param({"parent": "2.9"}, ["3.2"], {}, id="under-what"),
    pytest.param({"whose": "all", "parent": "п. 2.3"}, ["3.1"], {}, id="under-what-in-all-roadmaps"),
    pytest.param({"target_group": "родители"}, ["1.1", "1.2", "2.1", "3.1", "3.2", "3.3"],
                 {"target_group": "родители"}, id="for-nobody")])
def test_whom_and_under_what_choose_among_rows_and_figures(page, wanted, shown, refused):
    found = page(file("новый.csv", SEVEN), **wanted)
    assert ([row.number for row in found.rows], found.parts.planned, found.refused) == (shown, len(shown), refused)


def test_a_base_made_before_gets_the_columns_and_keeps_its_figures(base_of, tmp_path):
    path = shutil.copy(base_of(*FILLED), tmp_path)
    with duckdb.connect(str(path)) as connection:
        for column in ("target_group", "parent"):
            connection.execute(f"alter table roadmap drop column {column}")
    store = bases.open_base(path, now=noon)
    with store.view() as view:
        found = roadmap.build(view, Chosen(whose="Ш05"), day=DAY)
    store.close()
    assert (found.parts.planned, found.parts.due, found.parts.done) == (3, 2, 1)
    assert (found.choices["target_group"], found.choices["parent"], found.above) == ((), (), {})
