"""The page of results over the invented district with its planted figures."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sample_data import books
from sample_data import results as sample
from sample_data.district import SCHOOLS, register_row, status_rows
from shnor import wording_change
from shnor.datasets import KINDS
from shnor.metrics.change import of_counts
from shnor.scope import Scope
from shnor.service import bases
from shnor.service.figures import sources
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.pages import results, school_topics
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY
from tests.service.pages.works import page, texts


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
    drop.accept_all(store, [item], by=COORDINATOR)


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


def test_the_fall_is_one_of_many_comparisons_and_of_one_school(district):
    """Of № 3: 49 of 150, then 24 of 146; of the other five 82 of 286, then 72 of 275."""
    total = page(district, schools="list").total
    assert (total.change.k0, total.change.n0, total.change.k1, total.change.n1) == (131, 436, 96, 421)
    assert wording_change.conclusion(total.change, total.rests_on).replace("\u00a0", " ") == (
        "пока не вывод: одно из 26 сравнений, за счёт одной школы (МБОУ СОШ № 3)")
    of_schools = {line.school_id: line.change for line in page(district, schools="list").schools}
    assert {code: change.verdict for code, change in of_schools.items()} == {
        "Ш03": "fall", "Ш05": "open", "Ш07": "open", "Ш09": "open", "Ш11": "open", "Ш12": "open"}
    rest = [change for code, change in of_schools.items() if code != "Ш03"]
    summed = [sum(getattr(change, name) for change in rest) for name in ("k0", "n0", "k1", "n1")]
    assert (summed, of_counts(*summed).verdict) == ([82, 286, 72, 275], "open")


def test_an_open_change(district):
    assert page(district, schools="list", procedure="ОГЭ").total.change.verdict == "open"


@pytest.mark.parametrize("school", ["Ш03", "Ш05", "Ш12"])
def test_a_school_has_one_verdict_wherever_it_stands(district, school):
    with district.view() as view:
        lines = {line.name: line.change for line in school_topics.build(view, school, day=DAY).results}
    for subject in ("математика", "русский язык"):
        own = page(district, schools=school, subject=subject)
        [beside] = [line for line in page(district, schools="list", subject=subject).schools
                    if line.school_id == school]
        assert beside.change == own.total.change
        for cohort in own.same_children:
            if cohort.after == "2025/26":
                name = f"ВПР, {subject}, те же обучающиеся ({cohort.grade} → {cohort.grade + 1} класс)"
                assert lines[name] == cohort.change
        exam = page(district, procedure="ОГЭ", schools=school, subject=subject)
        assert [lines[f"ОГЭ, {subject}, {line.name}"] for line in exam.stages] == [line.change for line in exam.stages]


def test_a_director_reads_no_name_of_another_school(district):
    with district.view(Scope("director", frozenset({"Ш05"}))) as view:
        found = results.build(view, results.Chosen("ВПР", subject="математика"), day=DAY)
    assert (found.set, texts(found.total)[-1]) == ("МБОУ ООШ № 5", "12 из 40 (30 %)")
    assert re.findall(r"Ш\d\d|№ \d+", repr(found)) == re.findall(r"Ш05|№ 5", repr(found))


def test_a_line_says_the_same_in_every_table(district):
    """Mathematics as the headline, beside another subject, and compared with the region."""
    own, other = page(district, schools="list"), page(district, schools="list", subject="русский язык")
    [beside] = [line for line in other.others if line.name == "математика"]
    assert (beside.change, beside.rests_on) == (own.total.change, own.total.rests_on)


@pytest.mark.parametrize(("subject", "counts"), [("математика", (5, 12, 4, 11)), ("русский язык", (4, 12, 3, 11))])
def test_the_small_school_follows_its_children(district, subject, counts):
    first = page(district, schools="Ш05", subject=subject).same_children[0]
    assert (first.change.k0, first.change.n0, first.change.k1, first.change.n1) == counts


def test_rows_of_a_file_are_named_as_such(district):
    names = [line.name.replace("\u00a0", " ") for line in page(district).beside.levels if any(line.cells)]
    assert names == ["по муниципалитету (строка файла, 12 школ)", "по краю (строка файла, 640 школ)"]
    assert "по муниципалитету" not in page(district).set


def test_counts_of_the_region_that_were_percentages_are_near(district):
    """27 541 of 125 400 came as 21,96 %: a dozen of numbers give that; those of a school are one number."""
    found = page(district)
    [region] = [line for line in found.beside.levels if "краю" in line.name]
    assert texts(region) == ["", "≈ 27 541 из 125 400 (22,0 %)", "≈ 24 057 из 123 700 (19,4 %)"]
    assert "≈" not in "".join(texts(found.total) + texts(found.beside.levels[0]))


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
    for cell in (found.pooled, found.others[0].cells[-1], found.beside.levels[0].cells[-1]):
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
