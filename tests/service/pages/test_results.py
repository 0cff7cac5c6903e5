"""The page of results over small files, and over the invented district with its planted figures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sample_data import books
from sample_data import results as sample
from sample_data.district import SCHOOLS, register_row, status_rows
from shnor import wording
from shnor.datasets import KINDS
from shnor.service import bases
from shnor.service.figures import sources
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.pages import results
from shnor.service.pages.results import EVERY, Chosen
from shnor.store import Store
from shnor.ui.screens import results as ui
from tests.clock import noon
from tests.service.conftest import DAY, file

HEAD = ["Процедура", "Этап", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
REGISTER = [["Код школы", "Номер", "Краткое название"], ["Ш05", "5", "МБОУ ООШ № 5"], ["Ш09", "9", "МБОУ ООШ № 9"],
            ["Ш11", "11", "МАОУ СОШ № 11"]]


def row(year, school, grade, wrote, low, procedure="ВПР", stage="", subject="математика"):
    return [procedure, stage, year, f"МБОУ ООШ № {school}", str(grade), subject, str(wrote), "0", "0",
            str(wrote - low), str(low)]


def page(store: Store, **chosen) -> results.ResultsPage:
    with store.view() as view:
        return results.build(view, Chosen(**{"schools": EVERY, **chosen}), day=DAY)


def texts(line) -> list[str]:
    return [wording.figure_text(cell.figure).replace("\u00a0", " ") if cell else "" for cell in line.cells]


@pytest.fixture
def given(store, send):
    send(file("школы.csv", REGISTER))
    return lambda *rows: send(file("результаты.csv", [HEAD, *rows]))


def test_a_base_without_results_has_no_choices(store):
    assert page(store) == results.NOTHING


def test_classes_schools_and_years_stand_apart(store, given):
    given(row("2024/25", 5, 5, 12, 5), row("2025/26", 5, 5, 10, 3), row("2025/26", 9, 6, 8, 2))
    found = page(store)
    assert (found.years, found.set, found.classes) == (("2024/25", "2025/26"), "по 2\u00a0школам", "5–6 классы")
    assert [(line.name, texts(line)) for line in found.grades] == [
        ("5 класс", ["5 из 12 (42 %)", "3 из 10 (30 %)"]), ("6 класс", ["", "2 из 8"])]
    assert [(line.school_id, line.name, texts(line)) for line in found.schools] == [
        ("Ш05", "МБОУ ООШ № 5", ["5 из 12 (42 %)", "3 из 10 (30 %)"]), ("Ш09", "МБОУ ООШ № 9", ["", "2 из 8"])]


def test_different_classes_of_two_years_are_told(store, given):
    given(row("2024/25", 5, 6, 13, 4), row("2025/26", 5, 7, 13, 2))
    assert ui.other_classes(page(store)) == "Писали разные классы: 2024–2025 — 6 класс; 2025–2026 — 7 класс."


def test_of_the_same_classes_nothing_is_told(store, given):
    given(row("2024/25", 5, 6, 13, 4), row("2025/26", 5, 6, 13, 2))
    assert ui.other_classes(page(store)) == ""


def test_the_same_children_are_followed_in_schools_that_have_both_years(store, given):
    given(row("2024/25", 5, 5, 12, 5), row("2025/26", 5, 6, 11, 4), row("2024/25", 9, 5, 8, 3))
    [cohort] = page(store).same_children
    assert (cohort.grade, cohort.before, cohort.after, cohort.schools) == (5, "2024/25", "2025/26", ("Ш05",))
    assert (cohort.change.k0, cohort.change.n0, cohort.change.k1, cohort.change.n1, cohort.moved) == (5, 12, 4, 11, -1)


def test_a_year_between_is_missing(store, given):
    given(row("2023/24", 5, 5, 12, 5), row("2025/26", 5, 6, 11, 4))
    assert page(store).same_children == ()


def test_years_across_the_moved_vpr_are_named_and_not_compared(store, given):
    given(row("2021/22", 5, 5, 12, 5), row("2022/23", 5, 6, 12, 4), row("2023/24", 5, 7, 12, 4))
    found = page(store)
    assert (found.years, found.earlier) == (("2022/23", "2023/24"), ("2021/22",))
    assert [cohort.before for cohort in found.same_children] == ["2022/23"]


def test_three_years_are_shown_and_what_stands_beside_is_of_the_newest(store, given):
    given(row("2022/23", 5, 5, 12, 5), row("2023/24", 5, 5, 11, 4), row("2024/25", 5, 5, 10, 3),
          row("2025/26", 5, 5, 13, 2))
    found = page(store)
    assert (found.years, found.earlier, texts(found.total)) == (
        ("2023/24", "2024/25", "2025/26"), (), ["4 из 11 (36 %)", "3 из 10 (30 %)", "2 из 13 (15 %)"])
    assert {(cell.figure.denominator, dict(cell.where)["school_year"]) for cell in found.beside} == {(13, "2025/26")}
    assert (found.pooled.figure.numerator, found.pooled.figure.denominator) == (9, 34)


def test_the_set_is_of_the_newest_year(store, given):
    given(row("2024/25", 5, 5, 12, 5), row("2024/25", 9, 5, 11, 4), row("2025/26", 5, 5, 13, 2))
    assert page(store).set == "МБОУ ООШ № 5"


def test_stages_and_procedures_are_never_added(store, given):
    given(row("2025/26", 5, 9, 8, 3, "ОГЭ", "основной день"),
          row("2025/26", 5, 9, 8, 1, "ОГЭ", "дополнительный период"),
          row("2025/26", 5, 9, 8, 6, "Пробный ОГЭ"))
    found = page(store, procedure="ОГЭ")
    assert [(line.name, texts(line)) for line in found.stages] == [
        ("основной день", ["3 из 8"]), ("после дополнительного периода", ["1 из 8"])]
    assert texts(found.total) == ["3 из 8"]


def test_other_subjects_have_lines_of_their_own(store, given):
    given(row("2025/26", 5, 5, 12, 5), row("2025/26", 5, 5, 11, 2, subject="русский язык"))
    found = page(store, subject="русский язык")
    assert (texts(found.total), [(line.name, texts(line)) for line in found.others]) == (
        ["2 из 11 (18 %)"], [("математика", ["5 из 12 (42 %)"])])


def test_a_filter_that_fits_nothing_falls_back(store, given):
    given(row("2025/26", 5, 5, 12, 5))
    assert page(store, procedure="ЕГЭ", subject="химия", schools="Ш99").chosen == Chosen(
        "ВПР", "", "математика", "", EVERY)


def test_a_cell_leads_back_to_its_rows(store, given):
    given(row("2025/26", 5, 5, 12, 5), row("2025/26", 9, 5, 8, 2))
    [line] = page(store).grades
    assert dict(line.cells[0].where) == {"procedure": "ВПР", "subject": "математика", "level": "school",
                                         "grade": "5", "school_id": ("Ш05", "Ш09"), "school_year": "2025/26"}


@pytest.fixture(scope="module")
def district(tmp_path_factory) -> Iterator[Store]:
    """Register, lists and results of the invented district, each file as it came."""
    store = bases.open_base(":memory:", now=noon)
    folder: Path = tmp_path_factory.mktemp("results")
    first = [(KINDS["schools"], [register_row(school) for school in SCHOOLS]),
             (KINDS["statuses"], status_rows(2026))]
    for kind, rows in first:
        accepted(store, f"{kind.id}.xlsx", books.of_kind(kind, kind.title, rows), date(2024, 12, 2))
    for path, arrived in sample.files(folder):
        accepted(store, path.name, path.read_bytes(), arrived)
    yield store
    store.close()


def accepted(store: Store, name: str, data: bytes, day: date) -> None:
    [item] = drop.review(store, [Incoming(name, data)], day)
    assert (item.checked.issues, item.ready) == ((), True), name
    drop.accept_all(store, [item], by="пример")


@pytest.mark.parametrize(("chosen", "said"), [
    pytest.param({}, ["129 из 443 (29,1 %)", "131 из 436 (30,0 %)", "96 из 421 (22,8 %)"], id="vpr"),
    pytest.param({"procedure": "ОГЭ"}, ["34 из 109 (31 %)", "33 из 103 (32 %)", "24 из 97 (25 %)"], id="oge-main"),
    pytest.param({"procedure": "ОГЭ", "stage": "reserve"}, ["17 из 109 (16 %)", "14 из 103 (14 %)", "9 из 97 (9 %)"],
                 id="oge-reserve"),
    pytest.param({"procedure": "ОГЭ", "stage": "additional"}, ["7 из 109 (6 %)", "6 из 103 (6 %)", "3 из 97 (3 %)"],
                 id="oge-additional"),
    pytest.param({"procedure": "ОГЭ", "schools": "Ш05"}, ["4 из 11 (36 %)", "4 из 10 (40 %)", "3 из 8"], id="small"),
])
def test_the_planted_figures_are_found(district, chosen, said):
    found = page(district, **{"schools": "list", **chosen})
    assert texts(found.total) == said
    assert found.set == ("МБОУ ООШ № 5" if "schools" in chosen else "по 6\u00a0школам перечня 2026\u00a0года")


def test_a_confirmed_fall_and_an_open_change(district):
    assert page(district, schools="list").total.change.verdict == "fall"
    assert page(district, schools="list", procedure="ОГЭ").total.change.verdict == "open"


@pytest.mark.parametrize(("subject", "counts"), [("математика", (5, 12, 4, 11)), ("русский язык", (4, 12, 3, 11))])
def test_the_small_school_follows_its_children(district, subject, counts):
    first = page(district, schools="Ш05", subject=subject).same_children[0]
    assert (first.change.k0, first.change.n0, first.change.k1, first.change.n1) == counts


def test_rows_of_a_file_are_named_as_such(district):
    names = [line.name.replace("\u00a0", " ") for line in page(district).levels]
    assert names == ["по муниципалитету (строка файла, 12 школ)", "по краю (строка файла, 640 школ)"]
    assert "по муниципалитету" not in page(district).set


def test_three_years_of_a_small_school_together(district):
    pooled = page(district, procedure="ОГЭ", schools="Ш05").pooled.figure
    assert (pooled.numerator, pooled.denominator) == (11, 29)


def test_every_figure_leads_to_the_cells_of_its_own_file(district):
    found = page(district, schools="list")
    for cell, report in ((found.total.cells[-1], "статистика"), (found.journal[0].cells[-1], "сравнение")):
        with district.view() as view:
            behind = sources.rows_behind(view, cell.figure.metric, as_of=DAY, where=cell.where)
        assert [(one.numerator, one.denominator) for one in behind.figures] == [
            (cell.figure.numerator, cell.figure.denominator)]
        assert all(report in row.origin.file for row in behind.rows)


def test_pooled_years_and_other_subjects_lead_to_their_rows(district):
    found = page(district, schools="list")
    for cell in (found.pooled, found.others[0].cells[-1], found.levels[0].cells[-1]):
        with district.view() as view:
            behind = sources.rows_behind(view, cell.figure.metric, as_of=DAY, where=cell.where)
        assert sum(one.denominator for one in behind.figures) == cell.figure.denominator


def test_both_reports_of_one_drop_are_taken(tmp_path, store, send):
    send(Incoming("школы.xlsx", books.of_kind(KINDS["schools"], "Школы", [register_row(one) for one in SCHOOLS])))
    both = [path for path, _ in sample.files(tmp_path) if path.name.startswith("ФИС ОКО 2026")]
    assert len(both) == 2
    send(*(Incoming(path.name, path.read_bytes()) for path in both))
    found = page(store)
    assert len(found.journal) == 3
    assert found.total.cells[0].figure.denominator > 400
