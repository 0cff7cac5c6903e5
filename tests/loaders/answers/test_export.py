"""Exports of forms: counted at once, nobody's own answers go further."""

from datetime import date, datetime

import pytest

from shnor.loaders.answers.export import days_of
from shnor.loaders.check import check
from shnor.loaders.types import KEEP, Known, Question
from tests.loaders.made import KNOWN, NOBODY, SCHOOLS, TODAY, checked, grid, records, said

HEAD = ("Отметка времени", "Адрес электронной почты", "Ваша школа", "Помощь адресная?", "Что помогло?", "Пожелания")
FIVE, TWO = "МБОУ ООШ № 5", "МБОУ СОШ № 2"
ROWS = (("18.11.2026 10:00:00", "ivan@school.ru", FIVE, "Да", "Семинары, Курсы", "Больше практики, меньше бумаг " * 6),
        ("18.11.2026 11:00:00", "anna@school.ru", FIVE, "Скорее да", "Семинары", "Спасибо"),
        ("19.11.2026 09:30:00", "olga@school.ru", TWO, "Нет", "Курсы", "Тайное мнение"),
        ("19.11.2026 09:40:00", "petr@school.ru", TWO, "Да", None, None))
SHEET = "Ответы на форму (1)"
ABOUT = f"{SHEET}, вопросы"
COUNTS = ("school_id", "question", "option", "answers", "base")


def google(*rows, head=HEAD, known=KNOWN, answers=None):
    return checked(grid(head, *rows, sheet=SHEET), known=known, answers={
        (ABOUT, cell): text for cell, text in (answers or {}).items()})


def test_answers_are_counted_by_school_question_and_option():
    result = google(*ROWS)
    assert records(result, *COUNTS) == [
        ("Ш02", "Помощь адресная?", "Да", 1, 2), ("Ш02", "Помощь адресная?", "Скорее да", 0, 2),
        ("Ш02", "Помощь адресная?", "Нет", 1, 2), ("Ш02", "Что помогло?", "Семинары", 0, 1),
        ("Ш02", "Что помогло?", "Курсы", 1, 1),
        ("Ш05", "Помощь адресная?", "Да", 1, 2), ("Ш05", "Помощь адресная?", "Скорее да", 1, 2),
        ("Ш05", "Помощь адресная?", "Нет", 0, 2), ("Ш05", "Что помогло?", "Семинары", 2, 2),
        ("Ш05", "Что помогло?", "Курсы", 1, 2)]
    assert {row[0] for row in records(result, "several") if row[0]} == {"yes", "no"}
    assert (result.period, result.acceptable) == ("2026-11", True)


def test_of_the_times_the_last_day_of_a_school_is_kept():
    """№ 5 answered on 18.11, № 2 on 19.11."""
    assert set(records(google(*ROWS), "school_id", "known_on")) == {("Ш02", date(2026, 11, 19)),
                                                                    ("Ш05", date(2026, 11, 18))}


def test_where_a_time_cannot_be_read_the_last_day_of_the_wave_counts():
    rows = (*ROWS * 3, ("вчера", "ivan@school.ru", FIVE, "Да", "Курсы", None))
    assert set(records(google(*rows), "school_id", "known_on")) == {("Ш02", date(2026, 11, 19)),
                                                                    ("Ш05", date(2026, 11, 30))}


def test_nothing_of_a_respondent_is_kept():
    result = google(*ROWS)
    kept = repr([item.cells for item in result.grids]) + repr([batch.table.to_pylist() for batch in result.batches])
    assert not any(secret in kept for secret in ("ivan", "@", "Тайное", "Спасибо", "10:00", "18.11"))
    assert [item.sheet for item in result.grids] == [ABOUT, f"{SHEET}, посчитано"]
    assert result.dropped == ("Адрес электронной почты",)


@pytest.mark.parametrize(("answer", "shown"), [
    ("Да; Скорее да", "Да; Скорее да"), ("положительных нет", "положительных нет"), (KEEP, "")])
def test_what_was_said_of_positive_answers_is_shown_beside_the_question(answer, shown):
    about = google(*ROWS, answers={"C8": answer}).grids[0]
    assert (about.at(7, 0), about.at(7, 2) or "") == ("Помощь адресная?", shown)


def test_what_is_unclear_is_asked_beside_the_question():
    assert said(google(*ROWS)) == [("B4", "form-audience"), ("C8", "form-positive"), ("B1", "personal-column")]


@pytest.mark.parametrize(("cell", "answer", "name", "values"), [
    pytest.param("C8", "Да; Скорее да", "positive", {"yes", "no", None}, id="positive"),
    pytest.param("C8", "положительных нет", "positive", {"no", None}, id="nothing-positive"),
    pytest.param("C8", KEEP, "positive", {None}, id="not-said"),
    pytest.param("B4", "педагоги", "audience", {"teachers"}, id="audience"),
    pytest.param("B4", KEEP, "audience", {"all"}, id="everybody"),
    pytest.param("B2", "Помощь центра", "survey", {"Помощь центра"}, id="title"),
    pytest.param("B3", "2025/26", "wave", {"2025/26"}, id="wave"),
    pytest.param("B9", "свободный ответ", "question", {"Помощь адресная?"}, id="own-words"),
    pytest.param("B9", "несколько вариантов: Семинары", "option", {"Да", "Скорее да", "Нет", "Семинары", "Другое"},
                 id="a-list-of-options"),
])
def test_an_answer_settles_a_question(cell, answer, name, values):
    result = google(*ROWS, answers={cell: answer})
    assert {row[0] for row in records(result, name)} == values
    assert (cell, "form-positive") not in said(result)


def test_a_writing_of_a_school_is_asked_once():
    rows = [("18.11.2026 10:00:00", None, "МАОУ ООШ 5", "Да", None, None)] * 30
    result = google(*rows)
    assert [item for item in said(result) if item[1] == "school-unclear"] == [("A13", "school-unclear")]
    assert not result.acceptable
    settled = google(*rows, answers={"A13": FIVE})
    assert (records(settled, "school_id", "answers"), settled.acceptable) == ([("Ш05", 30)], True)


def test_without_a_register_one_sentence():
    assert [code for _, code in said(google(*ROWS, known=NOBODY)) if code == "no-register"] == ["no-register"] * 2


@pytest.mark.parametrize(("times", "wave", "asked"), [
    pytest.param(("30.10.2026 9:00:00", "01.11.2026 9:00:00", "02.11.2026 9:00:00"), "2026-11", False, id="two-months"),
    pytest.param(("01.09.2026 9:00:00", "01.11.2026 9:00:00"), None, True, id="three-months"),
    pytest.param(("2026-11-01 10:00:00", "2026-11-01 10:00:00"), "2026-11", False, id="as-yandex-writes"),
    pytest.param((datetime(2026, 11, 1, 9), 46_327.5), "2026-11", False, id="as-excel-keeps"),
    pytest.param(("11/3/2026 9:00:00", "11/25/2026 9:00:00"), "2026-11", False, id="month-first"),
    pytest.param(("1 ноября 2026 г., 9:00", "2 нояб. 2026 9:00"), "2026-11", False, id="in-words"),
    pytest.param(("2026-10-31T23:59:59+03:00", "2026-11-01T00:00:01+05:00", "2026-11-01T02:00:00.1Z"), "2026-11", False,
                 id="zones-move-no-day"),
    pytest.param(("3/11/26 9:00:00", "25/11/26 9:00:00"), "2026-11", False, id="year-of-two-digits"),
    pytest.param(("3/12/2026 9:00:00", "4/12/2026 9:00:00"), "2026-04", False, id="nobody-answers-on-a-day-to-come"),
])
def test_the_wave_is_the_month_of_the_answers(times, wave, asked):
    result = google(*((time, None, FIVE, "Да", None, None) for time in times))
    assert {row[0] for row in records(result, "wave")} == {wave}
    assert (("B3", "form-wave") in said(result), result.acceptable) == (asked, not asked)


def test_the_order_of_day_and_month_is_asked_once_and_the_wave_follows():
    rows = [(time, None, FIVE, "Да", None, None) for time in ("3/10/2026 9:00:00", "4/10/2026 9:00:00")]
    topic = "порядок дня и месяца, столбец A"
    asked = google(*rows)
    assert [(issue.severity, issue.key) for issue in asked.issues if issue.severity == "error"] == [
        ("error", (ABOUT, topic))]
    order = next(issue for issue in asked.issues if issue.topic)
    assert order.choices[1].label == "сначала месяц: «3/10/2026» — это 10.03.2026"
    for answer, wave in (("сначала день", "2026-10"), ("сначала месяц", "2026-04")):
        settled = google(*rows, answers={topic: answer})
        assert ({row[0] for row in records(settled, "wave")}, settled.acceptable) == ({wave}, True)


def test_days_are_read_by_the_order_another_time_tells():
    assert days_of(["3/11/2026", "25/11/2026"]) == (date(2026, 11, 3), date(2026, 11, 25))


YANDEX = ("ID", "Время создания", "Школа", "Помощь", "Помощь", "Что нужно / Курсы", "Что нужно / Выезды")


def test_yandex_options_in_columns_repeated_questions_and_repeated_answers():
    rows = (("1", "2026-11-05 10:00:00", FIVE, "Да", "5", "Курсы", None),
            ("2", "2026-11-05 11:00:00", FIVE, "Нет", "4", "Курсы", "Выезды"),
            ("2", "2026-11-05 12:00:00", FIVE, "Да", "4", None, None))
    result = checked(grid(YANDEX, *rows, sheet="Ответы"))
    assert records(result, "question", "option", "answers", "base") == [
        ("Помощь", "Да", 2, 2), ("Помощь (2)", "5", 1, 2), ("Помощь (2)", "4", 1, 2),
        ("Что нужно", "Курсы", 1, 1), ("Что нужно", "Выезды", 0, 1)]
    assert ("B6", "form-repeats") in said(result)


def test_other_in_own_words_is_counted_without_the_words():
    rows = [("18.11.2026 10:00:00", None, FIVE, None, text, None)
            for text in ("Курсы", "Курсы", "Семинары", "Семинары", "Семинары, Другое: мой секрет")]
    result = google(*rows)
    assert records(result, "option", "answers", "base") == [("Семинары", 3, 5), ("Курсы", 2, 5), ("Другое", 1, 5)]
    assert "секрет" not in repr(result.grids)


def test_options_of_an_accepted_survey_are_remembered():
    before = Known(TODAY, SCHOOLS, surveys={"Ответы школ": {
        "Помощь адресная?": Question({"Да": "yes", "Скорее да": "no", "Нет": "no"}),
        "Что помогло?": Question({"Семинары": "", "Курсы": "", "Семинары, Курсы": ""}, several=True)}})
    result = google(*ROWS, known=before)
    assert {row for row in records(result, "option", "positive") if row[1]} == {
        ("Да", "yes"), ("Скорее да", "no"), ("Нет", "no")}
    assert [item for item in said(result) if item[1] in ("form-title", "form-unsplit", "form-positive")] == [
        ("B2", "form-title"), ("B9", "form-unsplit")]


def test_a_sheet_without_a_column_of_school_asks_whose_it_is():
    head, row = ("Отметка времени", "Помощь адресная?"), ("18.11.2026 10:00:00", "Да")
    result = google(row, row, head=head)
    assert ("B5", "form-school") in said(result)
    assert {row[0] for row in records(result, "school_id")} == {""}
    assert {row[0] for row in records(google(row, head=head, answers={"B5": FIVE}), "school_id")} == {"Ш05"}


@pytest.mark.parametrize("head", [
    pytest.param(("Дата", "Ваша школа", "Помощь адресная?"), id="no-column-of-time"),
    pytest.param(("Отметка времени", "Ваша школа", "Адрес электронной почты"), id="no-question"),
    pytest.param(("Отметка времени", "Ваша школа", "Помощь адресная?"), id="no-time-under-it"),
])
def test_what_is_no_export_is_not_counted(head):
    result = checked(grid(head, ("вчера", FIVE, "a@b.ru"), ("сегодня", FIVE, "c@d.ru"), sheet=SHEET))
    assert result.batches == ()


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig"])
@pytest.mark.parametrize("mark", [";", ","])
def test_an_export_as_text(encoding, mark):
    lines = [["ID", "Время создания", "Школа", "Помощь адресная?"],
             ["1", "2026-11-05 10:00:00", FIVE, '"Да, полностью"'],
             ["2", "2026-11-06 10:00:00", FIVE, "Нет"]]
    result = check("Анкета (Ответы).csv", "\n".join(mark.join(line) for line in lines).encode(encoding), KNOWN)
    assert records(result, "survey", "option", "answers", "base") == [
        ("Анкета", "Да, полностью", 1, 2), ("Анкета", "Нет", 1, 2)]


def test_addresses_under_any_header_are_left_out():
    rows = [("18.11.2026 10:00:00", f"+7 912 345-67-{n:02}", FIVE, "Да") for n in range(4)]
    result = google(*rows, head=("Отметка времени", "Как с вами связаться?", "Ваша школа", "Помощь адресная?"))
    assert (result.dropped, records(result, "question")) == (("Как с вами связаться?",), [("Помощь адресная?",)])
