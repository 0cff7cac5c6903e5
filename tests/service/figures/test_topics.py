"""Which conditions may come after the marking: choosing before it and choosing after it give the same marked rows."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from shnor import metrics
from shnor.datasets import KINDS
from shnor.metrics import courses, events, roadmap, surveys
from shnor.service.figures import topics
from shnor.service.figures.rows import chosen
from tests.metrics.conftest import table
from tests.service.conftest import SCHOOLS, file

DAY = date(2026, 11, 27)
SCHOOL = st.sampled_from(["Ш05", "Ш09"])
SCHOOL_OR_NONE = st.sampled_from(["", "Ш05", "Ш09"])
DATES = st.sampled_from([date(2024, 3, 1), date(2025, 11, 10), date(2026, 2, 3), date(2026, 9, 1), date(2026, 12, 5)])
SMALL = st.integers(0, 3)
YEAR = st.sampled_from([2025, 2026])
SUBJECT = st.sampled_from(["", "химия"])
OWNER = {"А": "Ш05", "Б": "Ш09", "В": None}
"""Plan → its school: a report is of the school of its plan."""
POSITIVE = {"да": "yes", "нет": None}


def of_plan(row):
    return row | {"school_id": OWNER[row["plan"]]}


def of_day(row):
    day = row["day"]
    return row | {"year": day.year, "month": day.replace(day=1), "period": f"{day:%Y-%m-%d}", "known_on": day}


def of_log(row):
    """A plan for the whole year is known by its year; what several tell of by day and kind."""
    whole = {"period": str(row["day"].year), "month": None} if row["state"] == "planned" else {}
    return of_day(row) | whole | {"same": f"{row['day']}{row['event_kind']}"}


def of_session(row):
    return {name: value for name, value in of_day(row).items() if name != "day"}


def dated(name):
    """The day of a row stands in this column, and its year is the row's."""
    return lambda row: {name: row["day"], "year": row["day"].year, **row}


def of_occasion(row):
    return dated("held_on")(row) | {"occasion": row["day"].isoformat(), "achievement_type": row["type_id"]}


def of_answer(row):
    return row | {"positive": POSITIVE[row["option"]]}


KEY = {"plan": st.sampled_from([*OWNER]), "number": st.sampled_from(["1", "2"]), "milestone": st.just(1),
       "period": st.sampled_from(["2025", "2026"])}
ROWS = {
    "roadmap": st.fixed_dictionaries({
        **KEY, "direction": st.sampled_from([None, "Кадры"]), "responsible": st.sampled_from(["центр", "школа"]),
        "deadline_end": st.none() | DATES, "planned_value": st.sampled_from([None, 0.0, 2.0])}).map(of_plan),
    "progress": st.fixed_dictionaries({
        **KEY, "month": DATES.map(lambda day: day.replace(day=1)), "done_date": st.none() | DATES,
        "status": st.sampled_from(["done", "in_progress", "dropped", "unchanged"]),
        "document": st.sampled_from([None, "приказ"])}).map(of_plan),
    "courses": st.fixed_dictionaries({
        "school_id": SCHOOL_OR_NONE, "state": st.sampled_from(["done", "planned", "in_progress"]),
        "subject": st.sampled_from(["химия", "физика"]), "programme": st.sampled_from(["ФГОС", "ОГЭ"]), "people": SMALL,
        "certificates": st.none() | SMALL, "hours": st.just(36), "repeated": st.none(),
        "person": st.sampled_from(["", "к1", "к2"]), "day": DATES,
        "by_deficit": st.sampled_from([None, "yes", "no"])}).map(of_day),
    "staff": st.fixed_dictionaries({
        "school_id": SCHOOL, "on_date": DATES, "subject": st.sampled_from([courses.WHOLE, "химия"]), "people": SMALL,
        "vacancies": st.sampled_from([None, 0.5])}),
    "surveys": st.fixed_dictionaries({
        "survey": st.sampled_from(["Климат", "Запросы"]), "wave": st.sampled_from(["2026-04", "2026-10"]),
        "school_id": SCHOOL, "audience": st.sampled_from(["teachers", "parents"]),
        "question": st.sampled_from(["Довольны?", "Помогли?"]), "option": st.sampled_from([*POSITIVE]),
        "answers": st.none() | SMALL, "base": st.sampled_from([None, 5, 9]), "percent": st.sampled_from([None, 40.0]),
        "hundredths": st.sampled_from([None, 4000]), "invited": st.sampled_from([None, 12]), "known_on": DATES,
    }).map(of_answer),
    "results": st.fixed_dictionaries({
        "procedure": st.sampled_from(["ВПР", "ОГЭ"]), "stage": st.sampled_from(["", "main"]), "term": st.just(""),
        "school_year": st.sampled_from(["2024/25", "2025/26"]), "level": st.sampled_from(["school", "municipality"]),
        "school_id": SCHOOL, "grade": st.sampled_from([5, 9]), "subject": st.sampled_from(["химия", "физика"]),
        "part": st.just(""), "class_label": st.sampled_from(["", "А"]), "n5": SMALL, "n4": SMALL, "n3": SMALL,
        "n2": st.none() | SMALL, "na": SMALL, "participants": SMALL, "below": st.none() | SMALL, "known_on": DATES}),
    "events": st.fixed_dictionaries({
        "event_kind": st.sampled_from(["семинар", "выезд"]), "organiser": st.sampled_from([None, "center", "school"]),
        "participants": st.none() | SMALL, "school_id": SCHOOL_OR_NONE, "number": st.sampled_from([None, 2]),
        "state": st.sampled_from(["held", "planned"]), "day": DATES}).map(of_log),
    "requests": st.fixed_dictionaries({
        "school_id": SCHOOL, "month": DATES.map(lambda day: day.replace(day=1)), "number": SMALL, "known_on": DATES,
        "answer": st.sampled_from([None, "да"]), "answer_by": st.none() | DATES, "answered_on": st.none() | DATES}),
    "statuses": st.fixed_dictionaries({
        "school_id": SCHOOL, "status": st.sampled_from(["shnor", "risk_zone"]), "valid_from": DATES,
        "valid_to": st.none() | DATES}),
    "support_roles": st.fixed_dictionaries({
        "school_id": SCHOOL, "role_id": st.sampled_from(["mentor", "tutor"]), "subject": SUBJECT,
        "valid_from": DATES, "valid_to": st.none() | DATES}),
    "programmes": st.fixed_dictionaries({
        "programme": st.sampled_from(["А", "Б"]), "module": st.sampled_from(["", "1"]), "session": st.just("1"),
        "subject": SUBJECT, "school_id": SCHOOL_OR_NONE, "invited": st.none() | SMALL,
        "came": st.none() | SMALL, "day": DATES}).map(of_session),
    "deficits": st.fixed_dictionaries({
        "school_id": SCHOOL, "subject": SUBJECT, "deficit": st.sampled_from(["а", "б"]), "day": DATES,
        "group_id": st.sampled_from([None, "subject"]), "people": st.none() | SMALL, "people_closed": st.none() | SMALL,
        "measure": st.sampled_from([None, "курсы"]), "rechecked_on": st.none() | DATES, "closed_on": st.none() | DATES,
    }).map(dated("found_on")),
    "routes": st.fixed_dictionaries({
        "school_id": SCHOOL, "owner": st.sampled_from(["1", "2", "команда"]), "step": st.sampled_from(["а", "б"]),
        "quarter": st.just("2026-Q3"), "state": st.sampled_from([None, "done", "dropped"]), "known_on": DATES,
        "correction": st.sampled_from([None, "срок"]), "corrected_on": st.none() | DATES, "year": YEAR}),
    "competence": st.fixed_dictionaries({
        "school_id": SCHOOL_OR_NONE, "subject": SUBJECT, "role": st.sampled_from(["", "учитель"]), "took_part": SMALL,
        "high": st.none() | SMALL, "middle": st.none() | SMALL, "low": st.none() | SMALL, "passed": st.none() | SMALL,
        "day": DATES}).map(dated("held_on")),
    "recommendations": st.fixed_dictionaries({
        "source": st.sampled_from(["справка", "протокол"]), "year": YEAR, "number": st.sampled_from(["1", "2"]),
        "addressee_id": st.sampled_from([None, "centre", "director"]), "school_id": SCHOOL_OR_NONE,
        "due": st.none() | DATES, "state": st.sampled_from([None, "open", "done", "dropped"]),
        "done_on": st.none() | DATES, "carried_from": st.sampled_from([None, 2024])}),
    "risks": st.fixed_dictionaries({
        "school_id": SCHOOL, "year": YEAR, "factor": st.sampled_from(["а", "б"]),
        "level": st.sampled_from([None, "high", "low"]), "chosen": st.sampled_from([None, "yes", "no"]),
        "measure": st.sampled_from([None, "1.2"])}),
    "markers": st.fixed_dictionaries({
        "school_id": SCHOOL, "school_year": st.just("2025/26"), "year": YEAR, "procedure": st.just("ВПР"),
        "subject": SUBJECT, "grade": st.sampled_from(["", "5"]), "sign": st.sampled_from(["да", "не отмечено"]),
        "source": st.sampled_from([None, "ФИОКО"])}).map(lambda row: row | {"is_marked": int(row["sign"] == "да")}),
    "documents": st.fixed_dictionaries({
        "school_id": SCHOOL_OR_NONE, "document_type": st.sampled_from(["приказ", "план"]), "signed_on": DATES,
        "number": st.sampled_from(["", "11"]), "level": st.sampled_from([None, "school"]), "title": st.just("О мерах"),
        "about": st.sampled_from([None, "programme", "project", "vsoko"]), "valid_to": st.none() | DATES,
        "cited_as": st.sampled_from([None, "№ 12"]), "cited_number": st.sampled_from([None, "11", "12"]),
        "cited_on": st.none() | DATES, "activities": st.sampled_from([None, "1", "1;2"]), "of_year": YEAR}),
    "checklists": st.fixed_dictionaries({
        "school_id": SCHOOL_OR_NONE, "checklist": st.sampled_from(["сайт", "ВСОКО"]), "year": YEAR,
        "item": st.sampled_from(["план", "приказ"]), "checked_on": st.none() | DATES,
        "state": st.sampled_from([None, "there", "confirmed", "returned", "absent"])}),
    "achievements": st.fixed_dictionaries({
        "school_id": SCHOOL_OR_NONE, "type_id": st.sampled_from(["contest", "contest", "material"]),
        "title": st.sampled_from(["Учитель года", "Урок"]), "state": st.sampled_from(["held", "planned"]),
        "level": st.sampled_from([None, "край"]), "took_part": st.none() | SMALL, "people": st.none() | SMALL,
        "day": DATES}).map(of_occasion),
}
CLOSE = ROWS | {"results": ROWS["results"].map(lambda row: row | {
    "procedure": "ВПР", "stage": "main", "school_year": "2025/26", "level": "school", "school_id": "Ш05", "grade": 5,
    "subject": "химия"})}
"""Rows of classes meet those of their grade: by chance they hardly ever do."""
MARKINGS = {metric.marking.id: metric.marking for metric in metrics.METRICS.values()}
DEADLINE = ("plan", "number", "period", "school_id", "direction", "responsible")
ANY = {"roadmap": DEADLINE,
       "requests": ("school_id", "month", "number", "answer"), "support_roles": ("school_id", "role_id", "subject"),
       "supported": ("status",), "tutored": (), "school_programmes": ("status", "school_id"),
       "deficits": ("school_id", "found_on", "subject", "group_id", "year"),
       "routes": ("school_id", "owner", "step", "year"), "competence": ("school_id", "held_on", "subject", "role"),
       "recommendations": ("source", "year", "addressee_id", "school_id", "state"),
       "risks": ("school_id", "year", "factor", "level", "chosen"),
       "documents": ("school_id", "document_type", "level"),
       "checklists": ("school_id", "checklist", "year", "item", "state")}
"""Of rows that are marked one by one: columns enough to tell."""
LEADS = {"course_shares": {"n_recent", "n_this_year"}, "staff": {"is_counted", "is_vacant"}}
JUDGED = {"n_positive", "n_base", "is_stated", "n_hundredths"}
"""Weights that need to know whether an answer to the question is declared positive anywhere: known from the whole base,
so that a school nobody of which chose such an answer reads 0, whoever else is chosen."""
PAPER = ("documents", "number")
BEFORE = [("courses", "school_id"), ("courses", "subject"), ("course_shares", "subject"), ("staff", "subject"),
          ("surveys", "question"), ("results", "class_label"), ("events", "school_id"), ("events", "state"),
          ("programmes", "school_id"), ("achievements", "school_id"), ("achievements", "state")]


def frames(marking, rows_of=ROWS):
    """Rows of every kind a marking reads, with different keys."""
    def made(kind):
        key = [name for name in KINDS[kind].key if name != "src"]
        rows = st.lists(rows_of[kind], min_size=1, max_size=8,
                        unique_by=lambda row: tuple(str(row.get(name)) for name in key))
        return rows.map(lambda listed: table(KINDS[kind], listed, {}))
    return st.fixed_dictionaries({kind: made(kind) for kind in marking.needs})


def both(marking, drawn, column, whole):
    """For each value of the column: the rows chosen before the marking, and after it. whole: all rows, marked. The
    number of a paper is no number of an activity."""
    for value in whole[column].unique().to_pylist():
        early = {kind: rows if column not in rows.column_names or (kind, column) == PAPER else
                 chosen(rows, {column: value}) for kind, rows in drawn.items()}
        early = early if column in drawn[marking.kind].column_names else None
        late = chosen(whole, {column: value})
        yield plain(marking, metrics.marked(marking, early, as_of=DAY) if early else late), plain(marking, late)


def weights(marking, rows: pa.Table):
    """What the metrics of a marking count, and the parts of their rows that lead somewhere: a flag, else a weight."""
    counted = {name for metric in metrics.METRICS.values() if metric.marking is marking
               for name in (*metric.flags, *metric.different)}
    parts = {f"is_{part}" if f"is_{part}" in rows.column_names else part for part in marking.parts}
    return sorted((counted | parts | LEADS.get(marking.id, set())) - JUDGED)


def plain(marking, rows: pa.Table):
    return rows.sort_by("src").select(["src", *weights(marking, rows)]).to_pylist()


def different(marking, drawn, *columns):
    """Those of the columns by which choosing earlier says something else."""
    whole = metrics.marked(marking, drawn, as_of=DAY)
    return [column for column in columns
            if any(early != late for early, late in both(marking, drawn, column, whole))]


@pytest.mark.slow
@pytest.mark.parametrize("examples", [4, pytest.param(40, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("name", MARKINGS)
def test_choosing_before_and_after_is_the_same(name, examples):
    marking = MARKINGS[name]

    @settings(max_examples=examples, deadline=None, suppress_health_check=[*HealthCheck])
    @given(frames(marking))
    def holds(drawn):
        assert different(marking, drawn, *(marking.after or ANY[name])) == []
    holds()


@pytest.mark.nightly
@pytest.mark.parametrize(("name", "column"), BEFORE, ids=lambda part: part)
def test_what_comes_before_has_to(name, column):
    """There are rows for which choosing after the marking would say something else."""
    assert column not in MARKINGS[name].after
    find(frames(MARKINGS[name], CLOSE), lambda drawn: bool(different(MARKINGS[name], drawn, column)), settings=settings(
        max_examples=300, deadline=None, suppress_health_check=[*HealthCheck], phases=[Phase.generate]))


def test_a_question_is_judged_by_the_answers_of_all_schools(store, send):
    """№ 9 has no «да» at all: that is 0 of 4, alone or beside № 5."""
    send(file("школы.csv", SCHOOLS))
    head = ["Опрос", "Когда", "Школа", "Кто отвечал", "Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос",
            "Положительный ответ"]
    lines = [("№ 5", "да", "3", "5", "да"), ("№ 5", "нет", "2", "5", "нет"), ("№ 9", "нет", "4", "4", "нет")]
    send(file("ответы.csv", [head, *(["Климат", "октябрь 2026", f"МБОУ ООШ {number}", "педагоги", "Довольны?", *line]
                                     for number, *line in lines)]))
    with store.view() as view:
        alone, both = [topics.counted(view, ["survey_share"], by=("school_id",), as_of=DAY, where=where)[-1]
                       for where in ({"school_id": "Ш09"}, {})]
    assert (alone.numerator, alone.denominator) == (both.numerator, both.denominator) == (0, 4)


@pytest.mark.parametrize(("marking", "where", "early", "late"), [
    pytest.param(courses.MARKING, {"school_id": "Ш05", "year": 2026}, {"school_id"}, {"year"}, id="courses"),
    pytest.param(events.MARKING, {"month": DAY, "year": 2026, "school_codes": "Ш05"}, {"month"},
                 {"year", "school_codes"}, id="events"),
    pytest.param(surveys.MARKING, {"day__from": DAY, "wave": "2026-04"}, {"day__from"}, {"wave"}, id="a border"),
    pytest.param(roadmap.MARKING, {"plan": "А", "standing": "снято"}, set(), {"plan", "standing"}, id="any column")])
def test_each_condition_has_its_place(marking, where, early, late):
    assert tuple(set(part) for part in topics.split(marking, where)) == (early, late)
