"""The page of results over small files."""

from datetime import date

import pytest

from shnor import wording, wording_change
from shnor.service.figures.lines import LeftOut
from shnor.service.pages import results
from shnor.service.pages.results import EVERY, Chosen
from shnor.ui.kit import compared
from shnor.ui.screens.results import words as ui
from tests.service.conftest import file
from tests.service.pages.works import HEAD, REGISTER, page, row, texts


@pytest.fixture
def beginning():
    return [file("школы.csv", REGISTER)]


@pytest.fixture
def given(send):
    return lambda *rows: send(file("результаты.csv", [HEAD, *rows]))


def test_a_base_without_results_has_no_choices(store):
    assert page(store) == results.NOTHING


def test_classes_schools_and_years_stand_apart(store, given):
    given(row("2024/25", 5, 5, 12, 5), row("2025/26", 5, 5, 10, 3), row("2025/26", 9, 6, 8, 2))
    found = page(store)
    assert (found.years, found.set, found.classes) == (("2024/25", "2025/26"), "МБОУ ООШ № 5", "5–6 классы")
    assert [(line.name, texts(line)) for line in found.grades] == [
        ("5 класс", ["5 из 12 (42 %)", "3 из 10 (30 %)"]), ("6 класс", ["", "2 из 8"])]
    assert [(line.school_id, line.name, texts(line)) for line in found.schools] == [
        ("Ш05", "МБОУ ООШ № 5", ["5 из 12 (42 %)", "3 из 10 (30 %)"]), ("Ш09", "МБОУ ООШ № 9", ["", "2 из 8"])]


def test_different_classes_of_two_years_are_told(store, given):
    given(row("2024/25", 5, 6, 13, 4), row("2025/26", 5, 7, 13, 2))
    assert ui.other_classes(page(store)) == "Писали: 2024–2025 — 6 класс; 2025–2026 — 7 класс."


def test_different_classes_of_one_school_are_told_where_all_schools_together_have_the_same(store, given):
    given(row("2024/25", 5, 6, 13, 4), row("2024/25", 5, 7, 13, 4), row("2024/25", 9, 7, 13, 4),
          row("2025/26", 5, 6, 13, 4), row("2025/26", 9, 7, 13, 2))
    assert ui.other_classes(page(store)).replace("\u00a0", " ") == "У 1 школы в двух годах писали разные классы."


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
    assert found.years == ("2022/23", "2023/24")
    assert [(year, wording.figure_text(cell.figure)) for year, cell in found.beside.earlier] == [
        ("2021/22", "5 из 12 (42\u00a0%)")]
    assert [cohort.before for cohort in found.same_children] == ["2022/23"]


def test_three_years_are_shown_whatever_is_counted(store, given):
    given(row("2022/23", 5, 5, 12, 5), row("2023/24", 5, 5, 11, 4), row("2024/25", 5, 5, 10, 3),
          row("2025/26", 5, 5, 13, 2))
    found = page(store)
    assert (found.years, found.beside.earlier, texts(found.total)) == (
        ("2023/24", "2024/25", "2025/26"), (), ["4 из 11 (36 %)", "3 из 10 (30 %)", "2 из 13 (15 %)"])
    newest = [line.cells[-1] for _, line in found.others_counted]
    assert {(cell.figure.denominator, dict(cell.where)["school_year"]) for cell in newest} == {(13, "2025/26")}
    assert (found.pooled.figure.numerator, found.pooled.figure.denominator) == (9, 34)


def test_years_stand_on_the_schools_that_have_them_all(store, given):
    given(row("2024/25", 5, 5, 12, 5), row("2024/25", 9, 5, 11, 4), row("2025/26", 5, 5, 13, 2),
          row("2025/26", 11, 5, 20, 1))
    found = page(store)
    assert (found.set, texts(found.total)) == ("МБОУ ООШ № 5", ["5 из 12 (42 %)", "2 из 13 (15 %)"])
    assert found.total.left_out == LeftOut((("МБОУ ООШ № 9", ("2025/26",)), ("МАОУ СОШ № 11", ("2024/25",))), 2)
    assert compared.left_out(found.total.left_out, ui.year).replace("\u00a0", " ") == (
        "Не вошли 2 школы: МБОУ ООШ № 9 (нет за 2025–2026); МАОУ СОШ № 11 (нет за 2024–2025).")
    assert [texts(line) for line in found.grades] == [texts(found.total)]
    assert (found.pooled.figure.numerator, found.pooled.figure.denominator, found.pooled.figure.set) == (
        7, 25, "МБОУ ООШ № 5")


def test_every_indicator_stands_on_the_same_schools(store, given):
    given(row("2024/25", 5, 5, 12, 5), row("2025/26", 5, 5, 13, 2), row("2025/26", 11, 5, 20, 1))
    assert {name: (line.cells[-1].figure.denominator, line.set) for name, line in page(store).others_counted} == {
        name: (13, "МБОУ ООШ № 5") for name in results.INDICATORS[1:]}


def test_of_one_class_everything_is_counted_of_it_and_says_what_it_says_beside_the_others(store, given):
    given(*(row(year, 5, grade, 60, low) for year, lows in (("2024/25", (30, 20)), ("2025/26", (10, 21)))
            for grade, low in zip((5, 6), lows, strict=True)))
    whole, own = page(store), page(store, grade="5")
    assert texts(own.total) == ["30 из 60 (50 %)", "10 из 60 (17 %)"]
    assert (own.total.change, own.classes) == (whole.grades[0].change, "5 класс")
    assert {dict(line.cells[-1].where)["grade"] for _, line in own.others_counted} == {("5",)}
    assert [texts(line) for line in (*own.schools, own.grades[1])] == [
        texts(own.total), ["20 из 60 (33 %)", "21 из 60 (35 %)"]]


@pytest.mark.parametrize(("indicator", "said"), [
    ("quality_rate", ["0 из 12 (0 %)", "0 из 10 (0 %)"]), ("pass_rate", ["7 из 12 (58 %)", "7 из 10 (70 %)"]),
    ("mean_mark", ["2,58 (12 участников)", "2,70 (10 участников)"]),
    ("sou_index", ["27,67 (12 участников)", "30,00 (10 участников)"])])
def test_an_indicator_is_counted_in_every_table(store, given, indicator, said):
    given(row("2024/25", 5, 5, 12, 5), row("2025/26", 5, 5, 10, 3))
    found = page(store, indicator=indicator)
    assert [texts(line) for line in (found.total, *found.grades, *found.schools)] == [said] * 3
    assert (found.total.change is None) == (indicator in ("mean_mark", "sou_index"))


def test_without_marks_there_is_one_indicator(store, send):
    head = [*HEAD[:7], "Ниже минимального порога"]
    send(file("егэ.csv", [head, ["ЕГЭ", "основной день", "2025/26", "МБОУ ООШ № 5", "11", "химия", "12", "3"]]))
    found = page(store, indicator="quality_rate")
    assert (found.chosen.indicator, found.others_counted, texts(found.total)) == (results.LOW, (), ["3 из 12 (25 %)"])
    assert ui.short(found) == "ниже порога"


def test_what_is_compared_says_what_its_own_page_says(store, given):
    given(*(row(year, school, 5, 60, low) for school, lows in ((5, (30, 10)), (9, (20, 21)))
            for year, low in zip(("2024/25", "2025/26"), lows, strict=True)))
    beside = page(store, schools="Ш05", compare=("Ш09", "municipality", "before", "Ш77")).beside
    assert [(code, line and texts(line)) for code, line in beside.compared] == [
        ("Ш09", ["20 из 60 (33 %)", "21 из 60 (35 %)"]), ("municipality", None)]
    assert beside.compared[0][1].change == page(store, schools="Ш09").total.change
    assert {"municipality", "before", "Ш09"} == {*dict(beside.comparable)} - {"Ш11"}


def test_a_benchmark_without_rows_is_named(store, given):
    given(row("2025/26", 5, 5, 12, 5))
    assert [(line.name, line.cells) for line in page(store).beside.levels] == [
        (name, (None,)) for name in ("муниципалитет: строки файла нет", "край: строки файла нет",
                                     "вся выборка: строки файла нет")]


def test_other_schools_are_no_fall(store, given):
    """School 5 has not changed: 5 of 50, 5 of 50. With 9, then with 11, it would be 32 of 100, then 6 of 100."""
    given(row("2024/25", 5, 5, 50, 5), row("2024/25", 9, 5, 50, 27), row("2025/26", 5, 5, 50, 5),
          row("2025/26", 11, 5, 50, 1))
    assert page(store).total.change.verdict == "same"


def test_without_a_common_school_years_are_shown_and_not_compared(store, given):
    given(row("2024/25", 9, 5, 50, 27), row("2025/26", 11, 5, 50, 1))
    found = page(store)
    assert (texts(found.total), found.total.set, found.pooled) == (["27 из 50 (54 %)", "1 из 50 (2 %)"], "", None)
    assert wording_change.conclusion(found.total.change) == "состав школ разный, сравнить нельзя"
    assert {cell.figure.set for cell in found.total.cells} == {"МБОУ ООШ № 9", "МАОУ СОШ № 11"}


LISTS = [["Школа", "Статус", "Действует с", "Действует по", "Документ"],
         ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"],
         ["МБОУ ООШ № 9", "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"],
         ["МАОУ СОШ № 11", "ШНОР", "01.01.2027", "31.12.2027", "приказ № 2"]]


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 1), date(2027, 7, 15)], ids=str)
def test_the_list_is_of_the_newest_year_shown(store, send, given, day):
    """A school year ends on 31 August: the list of 2026 is the list of 2025/26 for good."""
    send(file("перечень.csv", LISTS))
    given(*(row(year, school, 5, 30, low) for school, lows in ((5, (10, 12)), (9, (6, 7)), (11, (1, 2)))
            for year, low in zip(("2024/25", "2025/26"), lows, strict=True)))
    with store.view() as view:
        found = results.build(view, Chosen(), day=day)
    assert (found.chosen.schools, texts(found.total)) == ("list", ["16 из 60 (27 %)", "19 из 60 (32 %)"])
    assert found.set == "по 2\u00a0школам перечня 2026\u00a0года"


def test_of_a_year_without_a_school_of_its_list_the_year_before_is_the_newest(store, send, given):
    send(file("перечень.csv", LISTS))
    given(row("2024/25", 5, 5, 30, 10), row("2025/26", 5, 5, 30, 12), row("2026/27", 5, 5, 30, 14))
    with store.view() as view:
        found = results.build(view, Chosen(), day=date(2027, 7, 15))
    assert (found.chosen.schools, found.years) == ("list", ("2024/25", "2025/26"))


def test_a_line_of_other_schools_says_so(store, given):
    given(*(row(year, school, 5, 30, 5) for year in ("2024/25", "2025/26") for school in (5, 9)),
          *(row(year, 5, 6, 30, 5) for year in ("2024/25", "2025/26")))
    found = page(store)
    assert [compared.named(line, found.set) for line in found.grades] == ["5 класс", "6 класс (МБОУ ООШ № 5)"]


def test_a_subject_says_the_same_whatever_is_chosen(store, given):
    """История has two years, математика three: what математика stands on does not follow the filter."""
    years = ("2023/24", "2024/25", "2025/26")
    given(*(row(year, 5, 5, 60, low) for year, low in zip(years, (30, 30, 12), strict=True)),
          *(row(year, 9, 5, 60, 30) for year in years[1:]),
          *(row(year, 5, 5, 60, 30, subject="история") for year in years[1:]))
    own = page(store, subject="математика")
    [beside] = page(store, subject="история").others
    assert (own.total.change, own.total.set) == (beside.change, beside.set)
    assert (own.total.change.k1, own.total.change.family, own.total.change.verdict) == (12, 2, "fall")


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


def test_a_fall_that_is_compared_alone_rests_on_one_school(store, send, given):
    """One class of one subject, nothing else is compared: 140 of 436, then 91 of 421; without № 5 80 of 286, then 76 of
    275."""
    falls = {5: (60, 150, 15, 146), 9: (60, 189, 57, 181), 11: (20, 97, 19, 94)}
    given(*(row(year, school, 5, n, k) for school, (k0, n0, k1, n1) in falls.items()
            for year, k, n in (("2024/25", k0, n0), ("2025/26", k1, n1))))
    total = page(store).total
    assert wording_change.conclusion(total.change, total.rests_on) == (
        "снижение подтверждается, но за счёт одной школы (МБОУ ООШ № 5); по остальным двум пока не вывод")
