"""Files that tell again what an accepted file has told, on the example: what is asked, and what is counted after each
answer."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from shnor.service import bases
from shnor.service.figures import topics
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from tests.actors import COORDINATOR
from tests.clock import DAY, noon

CASES = Path(__file__).parent / "data" / "cases"
COURSES, CORRECTED = "e09a_courses_first.xlsx", "e09b_courses_date_corrected.xlsx"
LOG, LOG_AGAIN = "e26a_events.xlsx", "e26c_events_row_removed.xlsx"
FORM = "e27a_form_first_export.csv"
ALIKE = "похожие строки: "
GONE = "больше нет в файле: "
MORE = "".join(f"{day:02}.11.2026 10:00:00,МБОУ ООШ № 9,{answer}\r\n"
               for day, answer in ((3, "да"), (4, "да"), (5, "нет"), (6, "да")))


@pytest.fixture
def example(example_base, tmp_path):
    with closing(bases.open_base(Path(shutil.copy(example_base(), tmp_path / "p.duckdb")), now=noon)) as opened:
        yield opened


@pytest.fixture(scope="module")
def first(example_base, tmp_path_factory) -> Path:
    """The example with the first file of each topic accepted, once; copied for each test."""
    path = Path(shutil.copy(example_base(), tmp_path_factory.mktemp("first") / "p.duckdb"))
    with closing(bases.open_base(path, now=noon)) as opened:
        for name in (COURSES, LOG, FORM):
            accept(opened, case(name))
    return path


@pytest.fixture
def store(first, tmp_path):
    with closing(bases.open_base(Path(shutil.copy(first, tmp_path / "p.duckdb")), now=noon)) as opened:
        yield opened


def case(name, answers=None):
    return Incoming(name, (CASES / name).read_bytes(), answers or {})


def reviewed(store, *files):
    return drop.review(store, files, DAY)


def accept(store, *files):
    items = reviewed(store, *files)
    assert [item.ready for item in items] == [True] * len(items)
    drop.accept_all(store, items, by=COORDINATOR)


def asked(item):
    return [(issue.severity, issue.code) for issue in item.checked.issues]


def people(store):
    """Who finished courses in № 9 in 2026: 3 are in the example."""
    with store.view() as view:
        [figure] = topics.counted(view, ["course_people"], as_of=DAY, where={"school_id": "Ш09", "year": 2026})
    return figure.numerator


def seminars(store):
    """Days of the seminars of the two logs."""
    with store.view() as view:
        rows = view.rows("events", topic=["Смысловое чтение на уроках", "Оценивание для обучения"], school_codes="Ш09")
        return sorted(day for day, in rows.select("period").fetchall())


def answers_of_form(store):
    with store.view() as view:
        rows = view.rows("surveys", question="Нужна ли помощь наставника?").select("wave", "option", "answers", "base")
        return sorted(rows.fetchall())


def test_one_date_corrected_blocks_until_it_is_said_what_it_is(store):
    assert people(store) == 11
    [item] = reviewed(store, case(CORRECTED))
    [issue] = [one for one in item.checked.issues if one.code == "rows-alike"]
    assert (issue.severity, issue.cell, issue.topic) == ("error", "F2", f"{ALIKE}{COURSES}")
    assert "14.10.2026 → 15.10.2026" in issue.message
    assert [choice.value for choice in issue.choices] == ["заменить", "уже учтено", "добавить"]
    assert not item.ready
    assert people(store) == 11


@pytest.mark.parametrize(("answer", "counted", "days"), [
    pytest.param("заменить", 11, [15, 20], id="replace"),
    pytest.param("добавить", 17, [14, 15, 20], id="add"),
])
def test_the_answer_decides_what_is_counted(store, answer, counted, days):
    accept(store, case(CORRECTED, {("Лист1", f"{ALIKE}{COURSES}"): answer}))
    assert people(store) == counted
    with store.view() as view:
        rows = view.rows("courses", programme=["Наглядная геометрия", "Опыты дома"]).select("day").fetchall()
    assert sorted(day.day for day, in rows) == days


def test_counted_already_takes_nothing_and_says_so(store):
    [item] = reviewed(store, case(CORRECTED, {("Лист1", f"{ALIKE}{COURSES}"): "уже учтено"}))
    assert asked(item) == [("warning", "rows-counted")]
    assert item.preview.empty
    assert people(store) == 11


def test_a_replaced_row_is_shown_and_comes_back_with_the_file_taken_back(store):
    before = store.state
    answer = {("Лист1", f"{ALIKE}{COURSES}"): "заменить"}
    [table] = reviewed(store, case(CORRECTED, answer))[0].preview.tables
    assert [(row["school_id"], row["period"], row["people"]) for row in table.replaced] == [("Ш09", "2026-10-14", 6)]
    accept(store, case(CORRECTED, answer))
    with store.view(state=before) as view:
        assert view.rows("courses", programme="Наглядная геометрия", period="2026-10-14").fetchall()
    store.withdraw(store.uploads()[0].id, COORDINATOR, "проба")
    with store.view() as view:
        assert view.rows("courses", programme="Наглядная геометрия").select("period").fetchall() == [("2026-10-14",)]


def test_both_files_in_one_drop_know_each_other(example):
    first, second = reviewed(example, case(COURSES), case(CORRECTED))
    assert first.ready
    assert asked(second) == [("error", "rows-alike")]
    accept(example, case(COURSES), case(CORRECTED, {("Лист1", f"{ALIKE}{COURSES}"): "заменить"}))
    assert people(example) == 11


@pytest.mark.parametrize(("answers", "left"), [
    pytest.param({ALIKE: "заменить"}, ["2026-10-07", "2026-10-13"], id="left-open"),
    pytest.param({ALIKE: "заменить", GONE: "убрать"}, ["2026-10-07"], id="removed"),
    pytest.param({ALIKE: "заменить", GONE: "оставить"}, ["2026-10-07", "2026-10-13"], id="kept"),
    pytest.param({ALIKE: "добавить"}, ["2026-10-06", "2026-10-07", "2026-10-13"], id="added"),
])
def test_a_log_sent_again_with_a_row_less(store, answers, left):
    [item] = reviewed(store, case(LOG_AGAIN))
    assert asked(item) == [("error", "rows-alike"), ("question", "rows-gone")]
    assert "Оценивание для обучения" in item.checked.issues[1].message
    accept(store, case(LOG_AGAIN, {("Лист1", f"{topic}{LOG}"): answer for topic, answer in answers.items()}))
    assert seminars(store) == left


def longer(name="Опрос наставников (Ответы) (1).csv", answers=None):
    """The same form a month later."""
    return Incoming(name, (CASES / FORM).read_bytes() + MORE.encode(), answers or {})


def test_a_form_downloaded_a_month_later_counts_the_earlier_answers_once(store):
    assert answers_of_form(store) == [("2026-10", "да", 2, 3), ("2026-10", "нет", 1, 3)]
    [item] = reviewed(store, longer())
    assert ("question", "form-continued") in asked(item)
    accept(store, longer())
    assert answers_of_form(store) == [("2026-10", "да", 5, 7), ("2026-10", "нет", 2, 7)]


def test_as_a_wave_of_its_own_it_counts_the_later_answers_alone(store):
    [item] = reviewed(store, longer())
    sheet = next(issue.sheet for issue in item.checked.issues if issue.code == "form-continued")
    title = "e27a form first export"
    accept(store, longer(answers={(sheet, "B2"): title, (sheet, "B3"): "ноябрь 2026"}))
    assert answers_of_form(store) == [("2026-10", "да", 2, 3), ("2026-10", "нет", 1, 3),
                                      ("2026-11", "да", 3, 4), ("2026-11", "нет", 1, 4)]


@pytest.mark.parametrize("is_longer_first", [True, False])
def test_both_exports_in_one_drop_are_one_survey(example, is_longer_first):
    files = [longer(), case(FORM)]
    accept_ready(example, *(files if is_longer_first else reversed(files)))
    assert answers_of_form(example) == [("2026-10", "да", 5, 7), ("2026-10", "нет", 2, 7)]


def accept_ready(store, *files):
    drop.accept_all(store, reviewed(store, *files), by=COORDINATOR)


