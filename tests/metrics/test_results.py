"""Marks as they were given → shares, СОУ, mean. Expected values are of published examples or counted by hand."""

from datetime import date

import pytest

from shnor.datasets import RESULTS
from shnor.loaders.kinds.fis_oko import EXACT_BELOW
from shnor.metrics import METRICS, behind, compute, compute_all, marked
from shnor.metrics.results import EXACT_UP_TO, MARKING, same_series
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
ROW = {"procedure": "ВПР", "stage": "main", "school_year": "2025/26", "term": "", "level": "school", "school_id": "Ш05",
       "grade": 6, "class_label": "", "subject": "математика", "part": "marks", "known_on": date(2026, 5, 20)}
MARKS = {"n5": 0, "n4": 0, "n3": 0, "n2": 0}
# published: the help of «Сетевой город» for СОУ, class registers for the others
EXAMPLES = [
    pytest.param("sou_index", {"n5": 1, "n4": 1, "n3": 1, "n2": 1}, 54.0, id="sou-one-of-each"),
    pytest.param("sou_index", {"n5": 4}, 100.0, id="sou-only-fives"),
    pytest.param("sou_index", {"n5": 6, "n4": 14, "n3": 5}, 67.04, id="sou-of-a-class"),
    pytest.param("sou_index", {"n5": 5, "n4": 10, "n3": 8, "n2": 1, "na": 1}, 58.04, id="sou-not-assessed-weigh-7"),
    pytest.param("quality_rate", {"n5": 11, "n4": 10, "n3": 3, "n2": 1}, 0.84, id="quality"),
    pytest.param("quality_rate", {"n5": 6, "n4": 14, "n3": 5}, 0.80, id="quality-of-a-class"),
    pytest.param("quality_rate", {"n5": 5, "n4": 10, "n3": 5, "exempt": 5}, 0.75, id="quality-without-the-exempt"),
    pytest.param("pass_rate", {"n5": 11, "n4": 10, "n3": 3, "n2": 1}, 0.96, id="pass"),
    pytest.param("pass_rate", {"n5": 6, "n4": 14, "n3": 5}, 1.0, id="pass-everybody"),
    pytest.param("pass_rate", {"n5": 5, "n3": 4, "na": 1}, 0.9, id="pass-not-assessed-have-not"),
    pytest.param("quality_rate", {"n5": 5, "n3": 4, "na": 1}, 0.5, id="quality-over-everybody"),
    pytest.param("mean_mark", {"n5": 6, "n4": 14, "n3": 5}, 4.04, id="mean"),
    pytest.param("mean_mark", {"n5": 2, "n3": 2, "na": 6}, 4.0, id="mean-of-those-assessed"),
    pytest.param("mean_mark", {"n4": 1, "n3": 2, "n2": 7}, 2.4, id="mean-with-twos"),
    pytest.param("sou_index", {"n4": 5, "n2": 5}, 40.0, id="sou-of-fours-and-twos"),
    pytest.param("low_mark_share", {"n3": 6, "n2": 3, "na": 1}, 0.3, id="low-over-everybody"),
    pytest.param("confirmed_share", {"lowered": 2, "confirmed": 7, "raised": 1}, 0.7, id="confirmed"),
    pytest.param("lowered_share", {"lowered": 2, "confirmed": 7, "raised": 1}, 0.2, id="lowered"),
    pytest.param("raised_share", {"lowered": 2, "confirmed": 7, "raised": 1}, 0.1, id="raised"),
]


def frames(engine, *rows):
    return {"results": engine("results", table(RESULTS, [*rows], ROW))}


def only(rows):
    [row] = rows.to_pylist()
    return row


@pytest.mark.parametrize(("metric", "marks", "expected"), EXAMPLES)
def test_published_examples(engine, metric, marks, expected):
    found = only(compute(metric, frames(engine, MARKS | marks), by=METRICS[metric].by, as_of=DAY))
    assert round(found["value"], 4) == expected


@pytest.mark.parametrize(("kind", "participants", "about"), [
    ("rebuilt", 5001, 1), ("rebuilt", 5000, 0), ("counts", 5001, 0), (None, 5001, 0)])
def test_marks_rebuilt_from_percentages_of_very_many_are_near(engine, kind, participants, about):
    """22,01 % of 5 000 is one number of pupils, of 10 000 two."""
    rows = frames(engine, MARKS | {"n3": participants - 9, "n2": 9, "participants": participants, "source_kind": kind})
    assert only(compute("low_mark_share", rows, by=["grade"], as_of=DAY))["is_about"] == about


def test_what_is_near_is_said_where_percentages_are_read():
    assert EXACT_UP_TO == EXACT_BELOW


@pytest.mark.parametrize("metric", ["pass_rate", "quality_rate", "sou_index", "mean_mark", "low_mark_share",
                                    "confirmed_share"])
def test_an_empty_base_has_no_value(engine, metric):
    rows = frames(engine, {"participants": 9, "mean_score": 14.2}, MARKS | {"na": 0, "grade": 7})
    assert {(row["value"], row["status"]) for row in compute(metric, rows, by=["grade"], as_of=DAY).to_pylist()} == {
        (None, "no_data")}


@pytest.mark.parametrize(("n3", "status"), [(6, "small"), (7, "ok")])
def test_fewer_than_ten_are_shown_without_a_percentage(engine, n3, status):
    assert only(compute("low_mark_share", frames(engine, MARKS | {"n3": n3, "n2": 3}), as_of=DAY))["status"] == status


def test_schools_are_pooled_and_other_levels_stay_apart(engine):
    rows = [MARKS | {"n3": 8, "n2": 4}, MARKS | {"school_id": "Ш09", "n3": 6, "n2": 2},
            MARKS | {"level": "municipality", "school_id": "", "n3": 300, "n2": 100}]
    found = compute("low_mark_share", frames(engine, *rows), by=METRICS["low_mark_share"].by, as_of=DAY).to_pylist()
    assert [(row["level"], row["numerator"], row["denominator"]) for row in found] == [
        ("municipality", 100, 400), ("school", 6, 20)]


def test_procedures_and_stages_stay_apart(engine):
    exam = MARKS | {"procedure": "ОГЭ", "grade": 9, "n3": 73}
    rows = [exam | {"n2": 24}, exam | {"stage": "reserve", "n3": 88, "n2": 9},
            exam | {"stage": "additional", "n3": 94, "n2": 3}]
    found = compute("low_mark_share", frames(engine, *rows), by=METRICS["low_mark_share"].by, as_of=DAY).to_pylist()
    assert [(row["stage"], row["numerator"], row["denominator"]) for row in found] == [
        ("additional", 3, 97), ("main", 24, 97), ("reserve", 9, 97)]


def test_classes_beside_their_whole_grade_do_not_count_twice(engine):
    rows = [MARKS | {"n3": 20, "n2": 5}, MARKS | {"class_label": "А", "n3": 10, "n2": 3},
            MARKS | {"class_label": "Б", "n3": 10, "n2": 2}, MARKS | {"grade": 7, "class_label": "А", "n3": 9, "n2": 1}]
    found = compute("low_mark_share", frames(engine, *rows), by=["grade"], as_of=DAY).to_pylist()
    assert [(row["numerator"], row["denominator"]) for row in found] == [(5, 25), (1, 10)]


def test_a_comparison_of_the_whole_grade_leaves_the_marks_by_class(engine):
    rows = [MARKS | {"class_label": "А", "n3": 10, "n2": 3},
            {"part": "journal", "lowered": 2, "confirmed": 7, "raised": 1}]
    found = compute_all(["low_mark_share", "confirmed_share"], frames(engine, *rows), as_of=DAY)
    assert [only(found[name])["denominator"] for name in found] == [13, 10]


def test_below_the_threshold_stands_for_two_where_there_are_no_marks(engine):
    exam = {"procedure": "ЕГЭ", "grade": 11, "participants": 12, "below": 2}
    rows = frames(engine, exam, exam | MARKS | {"subject": "физика", "n4": 9, "n2": 3})
    found = compute_all(["low_mark_share", "pass_rate"], rows, by=["subject"], as_of=DAY)
    assert [(row["numerator"], row["denominator"]) for row in found["low_mark_share"].to_pylist()] == [(2, 12), (3, 12)]
    assert [row["status"] for row in found["pass_rate"].to_pylist()] == ["no_data", "ok"]


@pytest.mark.parametrize(("day", "pupils"), [
    pytest.param(date(2026, 1, 15), 0, id="winter-does-not-know-the-works-of-spring"),
    pytest.param(date(2026, 5, 20), 12, id="on-their-last-day"),
    pytest.param(date(2026, 9, 17), 12, id="before-those-of-autumn"),
    pytest.param(date(2026, 9, 18), 42, id="both"),
])
def test_works_count_from_their_last_day(engine, day, pupils):
    autumn = {"school_year": "2026/27", "known_on": date(2026, 9, 18), "n3": 30}
    rows = frames(engine, MARKS | {"n3": 12}, MARKS | autumn)
    assert only(compute("pass_rate", rows, as_of=day))["denominator"] == pupils


def test_pairs_are_counted_where_all_three_are_known(engine):
    rows = frames(engine, {"lowered": 2, "confirmed": 7, "raised": 1}, {"grade": 7, "lowered": 2, "confirmed": 7})
    assert only(compute("confirmed_share", rows, as_of=DAY))["denominator"] == 10


def test_the_interval_of_a_share_is_wilsons(engine):
    found = only(compute("low_mark_share", frames(engine, MARKS | {"n3": 73, "n2": 24}), as_of=DAY))
    assert (round(found["low"], 4), round(found["high"], 4)) == (0.1723, 0.3418)


def test_a_mean_has_no_interval_of_a_share(engine):
    found = only(compute("mean_mark", frames(engine, MARKS | {"n5": 12}), as_of=DAY))
    assert (found["low"], found["high"], found["value"]) == (None, None, 5.0)


def test_the_rows_behind_are_those_that_weigh(engine):
    rows = [MARKS | {"n3": 8, "n2": 4}, MARKS | {"grade": 7, "n3": 9}, {"grade": 8, "participants": 9}]
    weighed = behind("low_mark_share", marked(MARKING, frames(engine, *rows), as_of=DAY))
    assert weighed["src"].to_pylist() == [1, 2]


@pytest.mark.parametrize(("procedure", "before", "after", "expected"), [
    ("ВПР", "2023/24", "2025/26", True), ("ВПР", "2022/23", "2023/24", True),
    ("ВПР", "2020/21", "2021/22", False), ("ВПР", "2021/22", "2022/23", False),
    ("ВПР", "2024/25", "2020/21", False), ("ОГЭ", "2020/21", "2025/26", True)])
def test_the_series_of_vpr_breaks_at_2022(procedure, before, after, expected):
    assert same_series(procedure, before, after) == expected
