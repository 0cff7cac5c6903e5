"""The same children a year on: which classes meet, over which schools."""

from datetime import date

from shnor.metrics.figure import Figure
from shnor.service.figures.cohorts import cohorts


def low(year, grade, k, n, school="Ш05", label=""):
    """k of n pupils of a class."""
    group = {"school_id": school, "grade": str(grade), "class_label": label, "school_year": year}
    return Figure("low_mark_share", group, "", date(2026, 11, 27), k, n, None, None, None, "ok", 1, "доля")


def counts(*figures, procedure="ВПР"):
    return [(one.grade, one.after, one.change.k0, one.change.n0, one.change.k1, one.change.n1)
            for one in cohorts(figures, procedure)]


def test_a_class_meets_the_next_class_of_the_next_year():
    assert counts(low("2024/25", 5, 5, 12), low("2025/26", 6, 4, 11), low("2025/26", 5, 1, 9)) == [
        (5, "2025/26", 5, 12, 4, 11)]


def test_a_class_with_a_letter_is_followed_under_its_letter():
    assert counts(low("2024/25", 5, 5, 12, label="А"), low("2024/25", 5, 1, 10, label="Б"),
                  low("2025/26", 6, 4, 11, label="А"), low("2025/26", 6, 2, 10, label="В")) == [
        (5, "2025/26", 5, 12, 4, 11)]


def test_schools_that_have_both_years_are_summed():
    assert counts(low("2024/25", 5, 5, 12), low("2024/25", 5, 2, 10, "Ш07"), low("2024/25", 5, 9, 9, "Ш09"),
                  low("2025/26", 6, 4, 11), low("2025/26", 6, 3, 10, "Ш07")) == [(5, "2025/26", 7, 22, 7, 21)]


def test_a_class_nobody_of_which_wrote_is_no_pair():
    assert counts(low("2024/25", 5, 5, 12), low("2025/26", 6, 0, 0)) == []


def test_years_of_two_series_are_no_pair():
    assert counts(low("2021/22", 5, 5, 12), low("2022/23", 6, 4, 11)) == []
    assert counts(low("2021/22", 5, 5, 12), low("2022/23", 6, 4, 11), procedure="Пробный ОГЭ") == [
        (5, "2022/23", 5, 12, 4, 11)]


def test_the_newest_pair_comes_first():
    assert [(grade, after) for grade, after, *_ in counts(
        low("2023/24", 6, 1, 10), low("2024/25", 7, 1, 10), low("2024/25", 5, 1, 10), low("2025/26", 8, 1, 10),
        low("2025/26", 6, 1, 10))] == [(5, "2025/26"), (7, "2025/26"), (6, "2024/25")]
