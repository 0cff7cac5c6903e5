"""A letter box of thirty letters goes in with one drop: few questions, and the base ends with what really happened."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from shnor.service.figures import topics
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.store import Store, View
from tests.actors import COORDINATOR
from tests.box import facts, letters, town
from tests.box.coordinator import Desk
from tests.box.facts import COURSES, EVENTS, MARKS, NOVEMBER, OCTOBER, RESULTS, STAFF, Course
from tests.box.town import DAY, SCHOOLS, plan_of

pytestmark = pytest.mark.slow  # forty-five files are read, 20 s
LETTERS, FILES, QUESTIONS = 30, 45, 12
TWICE = {"Отчёт_2026-11_ООШ-4 (1).xlsx", "Курсы лицей (1).csv"}
NO_REPORT = {"IMG_2041.jpg": "file-picture", "Фото.jpg": "file-picture", "Вопрос Ольховская.xlsx.sig": "file-signature"}
SPRING = tuple(Course(code, date(2026, 3, 18), "математика", "Формирующее оценивание", 36, people)
               for code, people in town.COURSES.items())


@dataclass
class Box:
    letters: int
    reviewed: list[Reviewed]
    questions: list[str]
    store: Store
    view: View


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Box]:
    """After one drop, the answers and «Принять»."""
    store = town.base(tmp_path_factory.mktemp("box") / "box.duckdb")
    mail = letters.box(store)
    inside = drop.opened([Incoming(name, data) for name, data in mail.items()])
    desk = Desk(store, {str(place): file for place, file in enumerate(inside)})
    reviewed = list(desk.settle().values())
    drop.accept_all(store, reviewed, by=COORDINATOR)
    with store.view() as view:
        yield Box(len(mail), reviewed, desk.questions, store, view)
    store.close()


def rows(view: View, kind: str, *names: str, **where: object) -> list[tuple]:
    return sorted(view.rows(kind, **where).select(*names).fetchall(), key=str)


def test_the_box_is_as_large_as_promised(box):
    assert (box.letters, len(box.reviewed)) == (LETTERS, FILES)
    names = [item.checked.file for item in box.reviewed]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [name for name in names if "%" in name or "Р" in name[1:2]] == []


def test_few_questions_are_asked(box):
    assert len(box.questions) <= QUESTIONS, "\n".join(box.questions)


def test_every_file_ends_as_accepted_or_sent_twice_or_with_its_sentence(box):
    ends = {}
    for item in box.reviewed:
        codes = {issue.code for issue in item.checked.issues}
        ends[item.checked.file] = "accepted" if item.ready else ",".join(sorted(codes))
    accepted = {upload.file for upload in box.store.uploads()}
    assert {name: end for name, end in ends.items() if end != "accepted"} == {
        **dict.fromkeys(TWICE, "sent-twice"), **NO_REPORT}
    assert {name for name, end in ends.items() if end == "accepted"} - accepted == set()


def test_marks_are_what_the_schools_did(box):
    expected = {(code, OCTOBER, "1.2", "in_progress", None, None) for code in SCHOOLS if code != "Ш10"}
    expected |= {(school, month, number, mark.status, mark.day, mark.value and float(mark.value))
                 for (school, month), marks in MARKS.items() for number, mark in marks.items()}
    stored = rows(box.view, "progress", "school_id", "month", "number", "status", "done_date", "done_value",
                  month__from=OCTOBER)
    assert stored == sorted(expected, key=str)


def test_courses_are_counted_once_with_the_corrected_day(box):
    stored = rows(box.view, "courses", "school_id", "period", "subject", "programme", "hours", "people", "certificates",
                  "state")
    assert stored == sorted(((row.school, row.day.isoformat(), row.subject, row.programme, row.hours, row.people,
                              row.people, "done") for row in (*SPRING, *COURSES)), key=str)


def test_marks_of_the_quarter_stand_class_by_class(box):
    stored = rows(box.view, "results", "school_id", "procedure", "school_year", "term", "grade", "subject",
                  "participants", "n5", "n4", "n3", "n2")
    assert stored == sorted(((row.school, "Отметки за четверть", "2026/27", "I четверть", row.grade, row.subject,
                              row.pupils, row.n5, row.n4, row.n3, row.n2) for row in RESULTS), key=str)


def test_events_stand_once_with_their_schools(box):
    stored = rows(box.view, "events", "school_id", "period", "event_kind", "topic", "participants", "school_codes",
                  "state", "number")
    assert stored == sorted(((row.school, row.period, row.event_kind, row.topic, row.people,
                              ";".join(sorted(row.schools)), row.state, 1) for row in EVENTS), key=str)


def test_staff_and_questions_to_the_centre(box):
    stored = rows(box.view, "staff", "school_id", "subject", "people", on_date=date(2026, 11, 25))
    assert stored == sorted(((school, *one) for school, subjects in STAFF.items() for one in subjects.items()), key=str)
    assert rows(box.view, "requests", "school_id", "need", "month") == sorted(
        ((school, need, NOVEMBER) for school, need in facts.REQUESTS.items()), key=str)


def test_answers_of_the_forms_are_counted_by_school(box):
    expected = [("teachers", school, question, option, count) for school, said in facts.TEACHERS.items()
                for question, counts in said.items() for option, count in zip(facts.SCALE, counts, strict=True)]
    expected += [("parents", school, facts.CLEAR, option, count) for school, counts in facts.PARENTS.items()
                 for option, count in zip(facts.SCALE, counts, strict=True)]
    assert rows(box.view, "surveys", "audience", "school_id", "question", "option", "answers") == \
        sorted(expected, key=str)


def counts(view: View, metric: str, *by: str, **where: object) -> dict[tuple[str, ...], tuple[int, int | None]]:
    return {tuple(figure.group[name] for name in by): (figure.numerator, figure.denominator)
            for figure in topics.counted(view, [metric], by=by, as_of=DAY, where=where)}


def expected_marks(of: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Of each roadmap by the truth. What was moved to December has not come yet; what was done in May counts. Nothing
    is known of what is still going on where the deadline is the day of the report itself, and of what is «без
    изменений» where nobody has said a word before."""
    told = {}
    for school in SCHOOLS:
        marks = {number: MARKS[school, NOVEMBER][number].status for number in town.OPEN}
        due = 1 + sum(status != "moved" for status in marks.values())
        unknown = sum((status == "in_progress" and number in town.LAST_DAY)
                      or (status == "unchanged" and number not in town.TOLD_IN_OCTOBER)
                      for number, status in marks.items())
        done = 1 + sum(status == "done" for status in marks.values())
        told[(plan_of(school),)] = (done if of == "done" else unknown, due)
    return told


def expected_courses(units: str) -> dict[tuple[str, ...], tuple[int, None]]:
    sums = Counter({school: 0 for school in SCHOOLS})
    for row in (*SPRING, *COURSES):
        sums[row.school] += row.people * (row.hours if units == "hours" else 1)
    return {(school,): (count, None) for school, count in sums.items()}


def test_figures_of_the_roadmaps(box):
    assert counts(box.view, "roadmap_done_due", "plan") == expected_marks("done")
    assert counts(box.view, "roadmap_no_report", "plan") == expected_marks("silence")


def test_figures_of_the_courses(box):
    for metric, units in (("course_people", "people"), ("course_certificates", "people"), ("course_hours", "hours")):
        assert counts(box.view, metric, "school_id") == expected_courses(units), metric


def test_figures_of_the_quarter(box):
    quality = {(row.school, str(row.grade), row.subject): (row.n5 + row.n4, row.pupils) for row in RESULTS}
    assert counts(box.view, "quality_rate", "school_id", "grade", "subject") == quality
    passed = {(row.school, str(row.grade), row.subject): (row.pupils - row.n2, row.pupils) for row in RESULTS}
    assert counts(box.view, "pass_rate", "school_id", "grade", "subject") == passed


def test_figures_of_events_and_forms(box):
    held, people = Counter(), Counter()
    for row in EVENTS:
        helped = row.state == "held" and not row.school  # what a school held itself stands beside
        held[row.event_kind,] += helped
        people[row.event_kind,] += (row.people or 0) if helped else 0
    for metric, sums in (("events_count", held), ("events_participants", people)):
        assert counts(box.view, metric, "event_kind") == {kind: (count, None) for kind, count in sums.items()}, metric
    share = {(school, question): (yes + rather, sum((yes, rather, *others)))
             for school, said in facts.TEACHERS.items() for question, (yes, rather, *others) in said.items()}
    share |= {(school, facts.CLEAR): (yes + rather, sum((yes, rather, *others)))
              for school, (yes, rather, *others) in facts.PARENTS.items()}
    assert counts(box.view, "survey_share", "school_id", "question") == share


def test_the_same_letters_again_bring_nothing(box):
    """Whoever drops the box a second time has nothing to accept."""
    again = drop.review(box.store, [Incoming(item.incoming.name, item.incoming.data) for item in box.reviewed], DAY)
    assert [item.checked.file for item in again if item.ready] == []
