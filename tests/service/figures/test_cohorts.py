"""The same children a year on: which classes meet, over which schools."""

import pyarrow as pa
import pytest

from shnor.service.figures import cohorts

YEARS = ("2021/22", "2022/23", "2023/24", "2024/25", "2025/26")


def low(year, grade, k, n, school="Ш05", label=None, subject="математика"):
    """k of n pupils of a class."""
    return {"school_id": school, "grade": grade, "class_label": label, "school_year": year, "subject": subject,
            "stage": None, "low": k, "low_base": n}


def found(*rows, procedure="ВПР", years=YEARS):
    table = pa.Table.from_pylist([*rows], pa.schema([
        ("school_id", pa.string()), ("grade", pa.int64()), ("class_label", pa.string()), ("school_year", pa.string()),
        ("subject", pa.string()), ("stage", pa.string()), ("low", pa.int64()), ("low_base", pa.int64())]))
    return cohorts.cohorts(table, "low_mark_share", procedure, years, cohorts.classes(table))


def counts(*rows, **more):
    return [(one.grade, one.after, one.change.k0, one.change.n0, one.change.k1, one.change.n1)
            for one in found(*rows, **more).get(("математика", ""), ())]


def test_a_class_meets_the_next_class_of_the_next_year():
    assert counts(low("2024/25", 5, 5, 12), low("2025/26", 6, 4, 11), low("2025/26", 5, 1, 9)) == [
        (5, "2025/26", 5, 12, 4, 11)]


def test_a_class_with_a_letter_is_followed_under_its_letter():
    rows = (low("2024/25", 5, 5, 12, label="А"), low("2024/25", 5, 1, 10, label="Б"),
            low("2025/26", 6, 4, 11, label="А"), low("2025/26", 6, 2, 10, label="В"))
    assert counts(*rows) == [(5, "2025/26", 5, 12, 4, 11)]
    assert found(*rows)["математика", ""][0].letters == (("А",), ("А",))


@pytest.mark.parametrize(("was", "now", "expected"), [
    pytest.param({"А": (3, 10), "Б": (2, 11)}, {"": (4, 20)}, [(5, 21, 4, 20)], id="joined"),
    pytest.param({"": (4, 20)}, {"А": (3, 10), "Б": (2, 11)}, [(4, 20, 5, 21)], id="split"),
    pytest.param({"А": (3, 10), "Б": (2, 11), "В": (1, 10)}, {"А": (3, 15), "Б": (2, 15)}, [(6, 31, 5, 30)],
                 id="three-become-two"),
    pytest.param({"А": (3, 10), "Б": (2, 11)}, {"В": (3, 11), "Г": (2, 10)}, [(5, 21, 5, 21)], id="other-letters"),
])
def test_classes_joined_or_split_are_followed_together(was, now, expected):
    sides = (("2024/25", 7, was), ("2025/26", 8, now))
    rows = [low(year, grade, *kn, label=label or None) for year, grade, side in sides for label, kn in side.items()]
    assert [pair[2:] for pair in counts(*rows)] == expected
    assert found(*rows)["математика", ""][0].letters == ((), ())


@pytest.mark.parametrize("now", [{"": (4, 11)}, {"А": (4, 11)}], ids=["joined", "one-letter-left"])
def test_joined_classes_are_followed_only_where_all_of_them_wrote(now):
    """7Б wrote another subject: who of class 8 came from 7А is not known."""
    rows = [low("2024/25", 7, 3, 12, label="А"), low("2024/25", 7, 1, 12, label="Б", subject="история"),
            *(low("2025/26", 8, *kn, label=label or None) for label, kn in now.items())]
    assert counts(*rows) == []


def test_schools_that_have_both_years_are_summed():
    assert counts(low("2024/25", 5, 5, 12), low("2024/25", 5, 2, 10, "Ш07"), low("2024/25", 5, 9, 9, "Ш09"),
                  low("2025/26", 6, 4, 11), low("2025/26", 6, 3, 10, "Ш07")) == [(5, "2025/26", 7, 22, 7, 21)]


def test_a_class_nobody_of_which_wrote_is_no_pair():
    assert counts(low("2024/25", 5, 5, 12), low("2025/26", 6, 0, 0)) == []


def test_nobody_is_followed_into_class_ten():
    assert counts(low("2024/25", 9, 6, 25), low("2025/26", 10, 0, 23), low("2024/25", 10, 1, 20),
                  low("2025/26", 11, 2, 20)) == [(10, "2025/26", 1, 20, 2, 20)]


@pytest.mark.parametrize(("after", "verdict"), [
    pytest.param(16, "open", id="a-fifth-less"), pytest.param(15, "moved", id="more-than-a-fifth-less"),
    pytest.param(24, "open", id="a-fifth-more"), pytest.param(25, "moved", id="more-than-a-fifth-more")])
def test_where_more_than_a_fifth_came_or_left_nothing_is_compared(after, verdict):
    [cohort] = found(low("2024/25", 5, 8, 20), low("2025/26", 6, 6, after))["математика", ""]
    assert (cohort.change.verdict, cohort.moved) == (verdict, after - 20)


def test_all_cohorts_of_two_years_are_one_family():
    rows = [low(year, grade + step, k, 60, subject=subject) for subject in ("математика", "история")
            for grade in (5, 7) for step, (year, k) in enumerate((("2024/25", 30), ("2025/26", 15)))]
    one_family = found(*rows, low("2024/25", 6, 1, 9), low("2025/26", 7, 2, 9, "Ш07"))
    assert {cohort.change.family for own in one_family.values() for cohort in own} == {4}


def test_years_of_two_series_are_no_pair():
    assert counts(low("2021/22", 5, 5, 12), low("2022/23", 6, 4, 11)) == []
    assert counts(low("2021/22", 5, 5, 12), low("2022/23", 6, 4, 11), procedure="Пробный ОГЭ") == [
        (5, "2022/23", 5, 12, 4, 11)]


def test_a_year_that_is_not_shown_is_no_pair():
    assert counts(low("2024/25", 5, 5, 12), low("2025/26", 6, 4, 11), years=YEARS[-1:]) == []


def test_the_newest_pair_comes_first():
    assert [(grade, after) for grade, after, *_ in counts(
        low("2023/24", 6, 1, 10), low("2024/25", 7, 1, 10), low("2024/25", 5, 1, 10), low("2025/26", 8, 1, 10),
        low("2025/26", 6, 1, 10))] == [(5, "2025/26"), (7, "2025/26"), (6, "2024/25")]
