"""The page of papers of two schools; every number is counted by eye in the rows above it."""

from datetime import date

import pytest

from shnor.metrics.checklists import Difference
from shnor.service import bases
from shnor.service.figures import sources
from shnor.service.pages import documents, school_papers
from tests.clock import noon
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file

LIST = [["Школа", "Статус", "С даты"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2026"], ["МБОУ ООШ № 9", "ШНОР", "01.01.2026"]]
DONE = [["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"],
        ["План № 5", "МБОУ ООШ № 5", "октябрь 2026", "1.2", "выполнено", "20.10.2026", ""],
        ["План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполнено", "18.11.2026", ""]]
HEAD = ["Вид документа", "Номер документа", "Дата документа", "О чём документ", "Уровень документа", "Школа",
        "К чему относится", "Как назван в других бумагах", "Действует до"]
PAPERS = [HEAD,
          ["приказ", "478-пр", "20.12.2025", "Об утверждении карты", "муниципальный", "", "", "от 23.12.2025 № 11", ""],
          ["приказ", "96", "12.10.2026", "О корректировке плана ВШК", "школьный", "ООШ № 5", "пункт 1.2", "№ 96", ""],
          ["план", "4", "30.08.2026", "План ВШК", "школьный", "ООШ № 5", "", "", ""],
          ["программа", "", "10.09.2026", "Школьная программа", "школьный", "ООШ № 5", "", "", "31.08.2028"],
          ["программа", "", "10.09.2022", "Школьная программа", "школьный", "ООШ № 9", "", "", "31.08.2026"],
          ["приказ", "130", "01.12.2026", "О плане ВСОКО", "школьный", "ООШ № 9", "", "", ""]]
ITEMS = [["Школа", "Какой перечень", "Год перечня", "Пункт перечня", "Отметка о наличии"],
         ["ООШ № 5", "ВСОКО", "2026", "План", "подтверждено"], ["ООШ № 5", "ВСОКО", "2026", "Справка", ""],
         ["ООШ № 9", "ВСОКО", "2026", "План", "возвращено"], ["ООШ № 9", "ВСОКО", "2026", "Справка", "есть"],
         ["ООШ № 9", "ВСОКО", "2025", "План", "есть"], ["", "Направления МТКП", "2026", "Тьюториалы", "есть"]]


@pytest.fixture
def beginning():
    return (file("школы.csv", SCHOOLS), file("перечень.csv", LIST), file("планы.csv", PLAN),
            file("март.csv", MARKS[:2]), file("отметки.csv", DONE), file("бумаги.csv", PAPERS),
            file("пункты.csv", ITEMS))


@pytest.fixture
def page(store):
    def built(**how):
        with store.view() as view:
            return documents.build(view, **{"day": DAY, **how})
    return built


def counts(figure):
    return figure.numerator, figure.denominator


def test_lists_by_school(page):
    data = page()
    assert (data.year, data.years, data.lists) == (2026, (2026, 2025), ("ВСОКО", "Направления МТКП"))
    assert {key: counts(figure) for key, figure in data.cells.items()} == {
        ("Ш05", "ВСОКО"): (1, 2), ("Ш09", "ВСОКО"): (1, 2), ("", "Направления МТКП"): (1, 1)}
    assert (counts(data.present), data.present.more) == (
        (2, 4), {"из них подтверждено": 1, "возвращено": 1, "нет сведений": 1})


def test_every_cell_leads_to_its_rows(page, store):
    cell = page().cells["Ш09", "ВСОКО"]
    with store.view() as view:
        behind = sources.rows_behind(view, cell.metric, as_of=DAY,
                                     where={"year": "2026", "school_id": "Ш09", "checklist": "ВСОКО"})
    assert (behind.made, behind.base) == counts(cell)


def test_what_the_list_gained(page):
    assert page().differences == (Difference("ВСОКО", 1, 2, ("Справка",), ()),)


def test_programmes_in_force_and_plans_corrected(page):
    data = page()
    assert counts(data.programmes) == (1, 2)
    assert {code: paper.signed_on for code, paper in data.programme.items()} == {"Ш05": date(2026, 9, 10)}
    assert {key: (plan.days, plan.corrected) for key, plan in data.plans.items()} == {("Ш05", "vshk"): (46, True)}


def test_papers_cited_otherwise(page):
    data = page()
    assert counts(data.mismatched) == (1, 2)
    assert [(one.particulars, one.cited_as) for one in data.mismatches] == [
        ("приказ от 20.12.2025 № 478-пр", "от 23.12.2025 № 11")]


def test_done_without_a_paper(page):
    data = page()
    assert counts(data.missing) == (1, 3)
    assert [(row.plan, row.number) for row in data.undocumented] == [("План № 9", "1.1")]


def test_the_register_has_what_is_signed_by_the_day_the_newest_first(page):
    assert [one.number for one in page().register] == ["96", "", "4", "478-пр", ""]


@pytest.mark.parametrize(("whose", "kept", "numbers"), [
    pytest.param("Ш05", "Ш05", ["96", "", "4"], id="of-a-school"),
    pytest.param("list", "list", ["96", "", "4", ""], id="of-the-list"),
    pytest.param("Ш77", "", ["96", "", "4", "478-пр", ""], id="unknown-is-all")])
def test_the_register_of_those_asked_for(page, whose, kept, numbers):
    data = page(whose=whose)
    assert (data.whose, [one.number for one in data.register]) == (kept, numbers)


def test_of_an_unknown_year_the_newest(page):
    assert page(year=2001).year == 2026


def test_an_empty_base_fills_no_page():
    store = bases.open_base(":memory:", now=noon)
    with store.view() as view:
        assert not documents.build(view, day=DAY).is_filled
    store.close()


def test_a_school_in_one_line(store):
    with store.view() as view:
        five, nine = (school_papers.build(view, school, day=DAY) for school in ("Ш05", "Ш09"))
    assert (counts(five.present), five.programme.title, {plan: one.days for plan, one in five.plans.items()}) == (
        (1, 2), "Школьная программа", {"vshk": 46})
    assert (nine.year, counts(nine.present), nine.programme, nine.plans) == (2026, (1, 2), None, {})


def test_a_school_without_papers_says_nothing(store):
    with store.view() as view:
        assert not school_papers.build(view, "Ш77", day=DAY).is_told
