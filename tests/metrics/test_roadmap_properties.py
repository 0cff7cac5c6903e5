"""Whatever is planned and reported, every deadline stands in exactly one place."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.metrics import compute, count, marked
from shnor.metrics.roadmap import MARKING
from shnor.metrics.standings import DUE_PARTS, PARTS, STANDINGS
from shnor.wording import deadlines_due

pytestmark = pytest.mark.slow

DAYS = st.dates(date(2026, 9, 1), date(2026, 12, 31))
MONTHS = st.sampled_from([date(2026, month, 1) for month in (9, 10, 11, 12)])
PLANS = st.lists(st.fixed_dictionaries({
    "school_id": st.sampled_from(["Ш05", "Ш09", None]), "deadline_end": st.none() | DAYS,
    "planned_value": st.sampled_from([None, 0.0, 2.0])}), min_size=1, max_size=6)
REPORTS = st.lists(st.fixed_dictionaries({
    "number": st.sampled_from(["1", "2", "3", "4"]), "month": MONTHS, "done_date": st.none() | DAYS,
    "status": st.sampled_from(["done", "in_progress", "not_done", "moved", "dropped", "unchanged"]),
    "document": st.sampled_from([None, "приказ"]), "done_value": st.sampled_from([None, 1.0, 2.0])}),
    max_size=10, unique_by=lambda report: (report["number"], report["month"]))


def parts(frames, by=(), *, as_of):
    """Counts of each part by group."""
    counted = count(marked(MARKING, frames, as_of=as_of), by, [f"is_{part}" for part in PARTS])
    return counted.rename_columns([*by, *PARTS, "rows"])


@settings(max_examples=40, deadline=None)
@given(plan=PLANS, reports=REPORTS, as_of=DAYS)
def test_parts_add_up(arrow, plan, reports, as_of):
    for row in parts(arrow(plan, reports), ["school_id"], as_of=as_of).to_pylist():
        assert row["due"] == sum(row[part] for part in DUE_PARTS)
        assert row["planned"] == row["due"] + row["ahead"] + row["ahead_done"] + row["unrecognised"]
        assert row["undated"] <= row["confirmed"] + row["awaited"]
        assert row["rows"] == row["planned"] + row["dropped"] + row["unplanned"] + row["unstated"]


@settings(max_examples=40, deadline=None)
@given(plan=PLANS, reports=REPORTS, as_of=DAYS)
def test_the_word_of_a_due_row_is_its_part(arrow, plan, reports, as_of):
    for row in marked(MARKING, arrow(plan, reports), as_of=as_of).to_pylist():
        assert row["standing"] in STANDINGS
        if row["is_due"]:
            assert [word for part, word in DUE_PARTS.items() if row[f"is_{part}"]] == [row["standing"]]


@settings(max_examples=20, deadline=None)
@given(plan=PLANS, reports=REPORTS, as_of=DAYS)
def test_a_municipality_is_the_sum_of_its_schools(arrow, plan, reports, as_of):
    frames = arrow(plan, reports)
    schools = compute("roadmap_done_due", frames, by=["school_id"], as_of=as_of).to_pylist()
    total = compute("roadmap_done_due", frames, as_of=as_of).to_pylist()[0]
    for name in ("numerator", "denominator", "rows"):
        assert total[name] == sum(row[name] for row in schools)


@settings(max_examples=20, deadline=None)
@given(plan=PLANS, reports=REPORTS, as_of=DAYS)
def test_reports_of_later_work_change_nothing(arrow, plan, reports, as_of):
    later = [{"number": "1", "month": date(2027, 2, 1), "status": "done", "done_date": as_of + timedelta(days=1)}]
    before = parts(arrow(plan, reports), as_of=as_of)
    assert parts(arrow(plan, [*reports, *later]), as_of=as_of).equals(before)


SEVERAL = st.lists(st.fixed_dictionaries({
    "number": st.sampled_from(["1", "2"]), "milestone": st.integers(1, 4), "deadline_end": st.none() | DAYS,
    "planned_value": st.sampled_from([None, 0.0, 2.0])}), min_size=1, max_size=8,
    unique_by=lambda row: (row["number"], row["milestone"]))


@settings(max_examples=40, deadline=None)
@given(plan=SEVERAL, reports=REPORTS, as_of=DAYS)
def test_no_more_deadlines_have_come_than_there_are(arrow, plan, reports, as_of):
    """An activity with four deadlines is one activity: they are counted against deadlines."""
    for row in parts(arrow(plan, reports), as_of=as_of).to_pylist():
        sentence = "".join(deadlines_due(row["due"], row["planned"]))
        k, n = map(int, re.findall(r"\d+", sentence))
        assert k <= n <= len(plan)
        assert re.fullmatch(r"срок наступил: \d+ из \d+", sentence)


@settings(max_examples=40, deadline=None)
@given(plan=PLANS, reports=REPORTS, as_of=DAYS)
def test_not_done_was_said_or_left_after_the_deadline(arrow, plan, reports, as_of):
    for row in marked(MARKING, arrow(plan, reports), as_of=as_of).to_pylist():
        if row["standing"] == "не выполнено":
            assert row["fact_status"] == "not_done" or row["report_day"] > row["due_date"]
