"""Each case is one activity due on 30.11.2026, its reports, and where it stands on a day."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from shnor.metrics import behind, compute, compute_all, count, figures_of, marked, roadmap

OWN = [metric.id for metric in roadmap.METRICS]
NOVEMBER, DECEMBER, OCTOBER = date(2026, 11, 1), date(2026, 12, 1), date(2026, 10, 1)
DUE_DAY = date(2026, 11, 30)
DONE = {"status": "done", "done_date": date(2026, 11, 18), "document": "справка № 7"}
LAST_WEEK = {"deadline_end": date(2026, 11, 29)}
SENTENCES = [
    pytest.param({}, [], "нет сведений", id="no-report-at-all"),
    pytest.param({}, [DONE], "подтверждено", id="done-with-document"),
    pytest.param({}, [DONE | {"document": None}], "выполнено, документ ожидается", id="done-without-document"),
    pytest.param({}, [DONE | {"document": None}, {"month": DECEMBER, **DONE}], "подтверждено",
                 id="document-in-a-later-report"),
    pytest.param({}, [DONE | {"document": None, "month": OCTOBER, "done_date": date(2026, 10, 5)},
                      {"status": "unchanged", "document": "справка № 7"}], "подтверждено",
                 id="document-with-unchanged"),
    pytest.param({}, [DONE | {"month": DECEMBER}], "подтверждено", id="late-report-proves-work-in-time"),
    pytest.param({}, [DONE | {"month": DECEMBER, "done_date": date(2026, 12, 1)}], "нет сведений",
                 id="late-report-of-late-work"),
    pytest.param({}, [DONE | {"done_date": date(2026, 12, 1)}], "нет сведений", id="the-month-says-done-a-day-later"),
    pytest.param({}, [DONE | {"done_date": DUE_DAY}], "подтверждено", id="done-on-the-day"),
    pytest.param({}, [DONE | {"done_date": None}], "подтверждено", id="done-without-date"),
    pytest.param({}, [{"status": "not_done"}], "не выполнено", id="not-done"),
    pytest.param({}, [{"status": "not_done", "report_day": date(2026, 11, 24)}], "не выполнено",
                 id="not-done-said-before-the-day"),
    pytest.param({}, [{"status": "not_done", "month": OCTOBER}, {"status": "in_progress"}], "нет сведений",
                 id="not-done-and-taken-up-again"),
    pytest.param({}, [{"status": "not_done", "month": OCTOBER}, {"status": "unchanged"}], "не выполнено",
                 id="still-not-done"),
    pytest.param({}, [{"status": "in_progress"}], "нет сведений", id="in-progress-on-the-last-day"),
    pytest.param(LAST_WEEK, [{"status": "in_progress"}], "не выполнено", id="in-progress-a-day-after"),
    pytest.param(LAST_WEEK, [{"status": "in_progress", "report_day": date(2026, 11, 29)}], "нет сведений",
                 id="accepted-on-the-last-day"),
    pytest.param({}, [{"status": "in_progress", "month": OCTOBER}], "нет сведений", id="in-progress-a-month-before"),
    pytest.param({}, [{"status": "in_progress", "month": OCTOBER}, {"status": "unchanged"}], "нет сведений",
                 id="unchanged-on-the-last-day"),
    pytest.param(LAST_WEEK, [{"status": "in_progress", "month": OCTOBER}, {"status": "unchanged"}], "не выполнено",
                 id="unchanged-a-day-after-repeats-in-progress"),
    pytest.param(LAST_WEEK, [{"status": "unchanged"}], "нет сведений", id="unchanged-alone-tells-nothing"),
    pytest.param(LAST_WEEK, [DONE | {"done_date": date(2026, 12, 1)}], "не выполнено",
                 id="a-day-after-done-is-promised"),
    pytest.param({}, [{"status": "in_progress", "month": DECEMBER, "report_day": date(2026, 11, 28)}], "нет сведений",
                 id="a-report-sent-before-its-month-is-heard-on-its-day"),
    pytest.param(LAST_WEEK, [{"status": "in_progress", "month": DECEMBER, "report_day": date(2026, 11, 30)}],
                 "не выполнено", id="a-report-sent-before-its-month"),
    pytest.param({}, [{"status": "in_progress", "month": DECEMBER}], "нет сведений", id="report-from-the-future"),
    pytest.param({}, [DONE | {"month": OCTOBER, "done_date": date(2026, 10, 5)}, {"status": "unchanged"}],
                 "подтверждено", id="unchanged-does-not-override-done"),
    pytest.param(LAST_WEEK, [DONE | {"month": OCTOBER, "done_date": date(2026, 10, 5)}, {"status": "in_progress"}],
                 "не выполнено", id="newest-report-decides"),
    pytest.param({}, [{"status": "dropped", "document": "приказ № 96"}], "снято", id="dropped"),
    pytest.param({}, [{"status": "moved", "done_date": date(2026, 12, 15)}], "срок не наступил", id="moved-later"),
    pytest.param({"deadline_end": date(2026, 10, 20)},
                 [{"status": "moved", "done_date": date(2026, 11, 20), "month": OCTOBER}], "нет сведений",
                 id="moved-and-passed-again"),
    pytest.param({}, [{"status": "moved", "done_date": date(2026, 12, 15), "month": OCTOBER},
                      {"status": "in_progress"}], "срок не наступил", id="a-move-outlives-later-reports"),
    pytest.param({}, [{"status": "moved", "done_date": date(9999, 12, 31), "month": OCTOBER},
                      {"status": "moved", "done_date": date(2026, 11, 20)}], "не выполнено",
                 id="moved-to-a-day-after-moved-for-ever"),
    pytest.param({"deadline_end": date(2026, 12, 1)}, [], "срок не наступил", id="due-tomorrow"),
    pytest.param({"deadline_end": date(2026, 12, 1)}, [DONE], "выполнено раньше срока", id="done-before-its-day"),
    pytest.param({}, [{"status": "moved", "done_date": date(2026, 12, 15), "month": OCTOBER}, DONE],
                 "выполнено раньше срока", id="done-before-the-day-it-was-moved-to"),
    pytest.param({"deadline_end": None}, [], "срок не распознан", id="deadline-unknown"),
    pytest.param({"deadline_end": None}, [DONE], "подтверждено", id="deadline-unknown-but-done"),
    pytest.param({"planned_value": 0.0}, [], "не запланировано", id="zero-is-not-planned"),
    pytest.param({"planned_value": 0.0, "planned_value2": 1.0}, [], "нет сведений", id="zero-and-one-is-planned"),
    pytest.param({"total_value": 1.0}, [], "план на период не указан", id="a-total-and-an-empty-year"),
    pytest.param({"planned": "Создана рабочая группа"}, [], "нет сведений", id="a-plan-in-words"),
]


def standings(rows):
    """Every deadline of the frames as it stands on the day."""
    return marked(roadmap.MARKING, rows, as_of=DUE_DAY)


def of_school(rows, school):
    return rows.filter(pc.equal(pc.fill_null(rows["school_id"], ""), school))


def test_where_an_activity_stands(frames):
    """All cases in one plan: activity n is case n."""
    cases = {str(n): case for n, case in enumerate(SENTENCES, start=1)}
    plan = [case.values[0] for case in cases.values()]
    reports = [{"number": n, **report} for n, case in cases.items() for report in case.values[1]]
    stand = {row["number"]: row["standing"] for row in standings(frames(plan, reports)).to_pylist()}
    assert {case.id: stand[n] for n, case in cases.items()} == {case.id: case.values[2] for case in cases.values()}


@pytest.mark.parametrize(("done_date", "counts", "status"), [
    pytest.param(date(2026, 11, 30), (1, 1, 0), "small", id="on-the-day"),
    pytest.param(date(2026, 12, 1), (0, 1, 0), "small", id="a-day-late"),
    pytest.param(None, (0, 0, 1), "no_data", id="without-date-is-not-known"),
])
def test_on_time_is_judged_by_the_date_of_the_work(frames, done_date, counts, status):
    rows = frames([{}], [DONE | {"done_date": done_date}])
    figure = compute("roadmap_on_time", rows, as_of=date(2026, 12, 31)).to_pylist()[0]
    assert (figure["numerator"], figure["denominator"], figure["is_undated"], figure["status"]) == (*counts, status)


def test_done_early_stands_beside_what_was_due(frames):
    """Armavir 2024 on 27.12: of nine deadlines one is due, eight of 31.12 are done and proved."""
    rows = frames([{}, *[{"deadline_end": date(2026, 12, 31)}] * 8],
                  [DONE | {"number": str(number)} for number in range(1, 10)])
    [figure] = compute("roadmap_done_due", rows, as_of=DUE_DAY).to_pylist()
    assert (figure["numerator"], figure["denominator"], figure["is_ahead_done"]) == (1, 1, 8)
    counted = count(standings(rows), [], ["is_planned", "is_due", "is_ahead", "is_ahead_done"]).to_pylist()
    assert [tuple(row.values()) for row in counted] == [(9, 1, 0, 8, 9)]


def test_moved_work_is_on_time_by_the_first_deadline_only(frames):
    rows = frames([{}], [{"status": "moved", "done_date": date(2026, 12, 15)},
                         DONE | {"month": DECEMBER, "done_date": date(2026, 12, 10)}])
    assert compute("roadmap_on_time", rows, as_of=date(2026, 12, 31))["numerator"].to_pylist() == [0]


MEASURED = [
    pytest.param(">=", 3.0, "total", [1.0, 2.0], (1, 1), id="months-add-up"),
    pytest.param("=", 3.0, "total", [2.0, 2.0], (1, 1), id="over-plan-is-reached"),
    pytest.param(">=", 3.0, "total", [1.0, 1.0], (0, 1), id="not-reached"),
    pytest.param("<=", 3.0, "total", [2.0, 2.0], (0, 1), id="no-more-than-exceeded"),
    pytest.param("<=", 3.0, "total", [1.0, 2.0], (1, 1), id="no-more-than-kept"),
    pytest.param(None, 3.0, None, [3.0, None], (1, 1), id="no-sign-means-at-least"),
    pytest.param(">=", None, "total", [3.0, 1.0], (0, 0), id="no-number-in-the-plan"),
    pytest.param(">=", 3.0, "total", [None, None], (0, 0), id="no-number-reported"),
    pytest.param(">=", 50.0, "share", [40.0, 40.0], (0, 0), id="shares-are-not-added"),
]


def test_attainment_adds_the_numbers_of_the_months(frames):
    cases = {str(n): case for n, case in enumerate(MEASURED, start=1)}
    names = ("operator", "planned_value", "semantics")
    plan = [dict(zip(names, case.values, strict=False)) for case in cases.values()]
    reports = [{"number": n, "status": "in_progress", "month": month, "done_value": value}
               for n, case in cases.items() for month, value in zip((OCTOBER, NOVEMBER), case.values[3], strict=True)]
    table = compute("roadmap_attainment", frames(plan, reports), by=["number"], as_of=DUE_DAY).to_pylist()
    found = {cases[row["number"]].id: (row["numerator"], row["denominator"]) for row in table}
    assert found == {case.id: case.values[4] for case in MEASURED}


# Two schools. «Ш05»: 1 confirmed, 2 awaits its document, 3 is not done. «Ш09»: nobody reported on 4; 5 comes later.
SCHOOLS = [{"school_id": "Ш05"}, {"school_id": "Ш05"}, {"school_id": "Ш05"}, {"school_id": "Ш09"},
           {"school_id": "Ш09", "deadline_end": date(2026, 12, 31)}]
REPORTS = [DONE, DONE | {"number": "2", "document": None, "done_date": date(2026, 11, 30)},
           {"number": "3", "status": "not_done"}]
EXPECTED = {
    "roadmap_activities": [("Ш05", 3, None, 3.0, "ok"), ("Ш09", 2, None, 2.0, "ok")],
    "roadmap_done_due": [("Ш05", 2, 3, 2 / 3, "small"), ("Ш09", 0, 1, 0.0, "no_report")],
    "roadmap_done_year": [("Ш05", 2, 3, 2 / 3, "small"), ("Ш09", 0, 2, 0.0, "no_report")],
    "roadmap_no_report": [("Ш05", 0, 3, 0.0, "small"), ("Ш09", 1, 1, 1.0, "small")],
    "roadmap_on_time": [("Ш05", 2, 2, 1.0, "small"), ("Ш09", 0, 0, None, "no_report")],
    "roadmap_with_document": [("Ш05", 1, 2, 0.5, "small"), ("Ш09", 0, 0, None, "no_report")],
    "roadmap_attainment": [("Ш05", 0, 0, None, "no_data"), ("Ш09", 0, 0, None, "no_report")],
}


def test_every_metric_by_school(frames):
    tables = compute_all(OWN, frames(SCHOOLS, REPORTS), by=["school_id"], as_of=DUE_DAY)
    columns = ("school_id", "numerator", "denominator", "value", "status")
    found = {name: [tuple(row[c] for c in columns) for row in table.to_pylist()] for name, table in tables.items()}
    assert found == EXPECTED


def test_parts_of_two_schools(frames):
    columns = ("school_id", "is_due", "is_confirmed", "is_awaited", "is_not_done", "is_no_report", "is_ahead", "rows")
    table = count(standings(frames(SCHOOLS, REPORTS)), ["school_id"], columns[1:-1])
    assert [tuple(row[name] for name in columns) for row in table.to_pylist()] == [
        ("Ш05", 3, 1, 1, 1, 0, 0, 3), ("Ш09", 1, 0, 0, 0, 1, 1, 2)]


def test_rows_behind_a_figure_lead_to_plan_and_report(frames):
    rows = behind("roadmap_done_due", of_school(standings(frames(SCHOOLS, REPORTS)), "Ш05"))
    assert rows.select(["src", "src_progress", "is_done_due"]).to_pylist() == [
        {"src": 1, "src_progress": 101, "is_done_due": 1}, {"src": 2, "src_progress": 102, "is_done_due": 1},
        {"src": 3, "src_progress": 103, "is_done_due": 0}]


@pytest.mark.parametrize(("part", "numbers"), [
    pytest.param("due", ["1", "2", "3", "4"], id="due"), pytest.param("not_done", ["3"], id="not-done"),
    pytest.param("no_report", ["4"], id="no-report"), pytest.param("ahead", ["5"], id="ahead")])
def test_rows_behind_a_part(arrow, part, numbers):
    rows = behind("roadmap_done_due", standings(arrow(SCHOOLS, REPORTS)), part)
    assert rows["number"].to_pylist() == numbers


def test_the_report_that_covers_is_the_source_of_not_done(arrow):
    reports = [{"status": "in_progress", "month": OCTOBER}, {"status": "unchanged"}]
    rows = behind("roadmap_done_due", standings(arrow([LAST_WEEK], reports)), "not_done")
    assert rows["src_progress"].to_pylist() == [102]


def test_nothing_known_keeps_the_last_word_and_its_day(frames):
    """Told on 20.10, said again on 24.11; the deadline of 30.11 has come."""
    reports = [{"status": "in_progress", "month": OCTOBER, "report_day": date(2026, 10, 20)},
               {"status": "unchanged", "report_day": date(2026, 11, 24)}]
    [row] = standings(frames([{}], reports)).select(["standing", "fact_status", "report_day"]).to_pylist()
    assert tuple(row.values()) == ("нет сведений", "in_progress", date(2026, 11, 24))


def test_an_activity_of_three_years_is_one_activity_and_three_deadlines(frames):
    rows = frames([{"number": "1", "period": period} for period in ("2024", "2025", "2026")])
    figure = compute("roadmap_activities", rows, as_of=DUE_DAY).to_pylist()[0]
    assert (figure["numerator"], figure["rows"]) == (1, 3)


def test_the_same_number_in_two_plans_is_two_activities(frames):
    rows = frames([{"number": "1", "plan": "А"}, {"number": "1", "plan": "Б"}])
    assert compute("roadmap_activities", rows, as_of=DUE_DAY)["numerator"].to_pylist() == [2]


@pytest.mark.parametrize("metric", ["roadmap_activities", "roadmap_done_due", "roadmap_on_time"])
def test_an_empty_base_has_no_data(frames, metric):
    figure = compute(metric, frames([]), as_of=DUE_DAY).to_pylist()[0]
    assert (figure["numerator"], figure["value"], figure["status"], figure["rows"]) == (0, None, "no_data", 0)


def test_a_plan_alone_years_later_reads_no_report(frames):
    rows = frames([{"period": "2021", "deadline_end": date(2021, 5, 31)} for _ in range(3)])
    assert compute("roadmap_done_due", rows, as_of=DUE_DAY)["status"].to_pylist() == ["no_report"]
    assert standings(rows)["is_no_report"].to_pylist() == [1, 1, 1]


def test_a_school_of_the_register_without_a_plan_is_shown(frames):
    groups = pa.table({"school_id": ["Ш05", "Ш12"]})
    table = compute("roadmap_done_due", frames(SCHOOLS, REPORTS), by=["school_id"], as_of=DUE_DAY, groups=groups)
    assert table.select(["school_id", "denominator", "status"]).to_pylist() == [
        {"school_id": "Ш05", "denominator": 3, "status": "small"},
        {"school_id": "Ш12", "denominator": 0, "status": "no_data"}]


def test_rows_without_a_school_are_a_group_of_their_own(frames):
    rows = frames([{"school_id": None}, {"school_id": "Ш05"}])
    table = compute("roadmap_no_report", rows, by=["school_id"], as_of=DUE_DAY)
    assert sorted(table["school_id"].to_pylist(), key=str) == [None, "Ш05"]
    assert behind("roadmap_no_report", of_school(standings(rows), ""))["src"].to_pylist() == [1]


def test_all_at_once_equals_one_by_one(arrow):
    together = compute_all(OWN, arrow(SCHOOLS, REPORTS), by=["school_id"], as_of=DUE_DAY)
    for name, table in together.items():
        assert table.equals(compute(name, arrow(SCHOOLS, REPORTS), by=["school_id"], as_of=DUE_DAY))


@pytest.mark.parametrize("by", [[], ["school_id"]], ids=["in all", "by school"])
def test_rows_marked_once_give_the_same_figures(frames, by):
    rows = frames(SCHOOLS, REPORTS)
    assert {name: figures_of(name, standings(rows), by=by) for name in OWN} == compute_all(
        OWN, rows, by=by, as_of=DUE_DAY)


def test_a_part_nobody_counts_is_refused(arrow):
    with pytest.raises(KeyError, match="activity"):
        behind("roadmap_done_due", standings(arrow([{}])), "activity")
