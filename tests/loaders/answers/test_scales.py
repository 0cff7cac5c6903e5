"""One scale of many questions is asked about once; options of another question; answers that are people."""

from datetime import datetime

import pytest

from shnor.loaders.tables.person_shapes import are_names
from shnor.loaders.types import KEEP
from shnor.personal.person_names import is_person
from tests.loaders.made import checked, grid, records, said

SHEET = "Ответы на форму (1)"
ABOUT = f"{SHEET}, вопросы"
FIVE = "МБОУ ООШ № 5"
ALL = "form-positive-all"


def form(*columns: tuple, answers: dict | None = None):
    """Columns of questions, each its title and the answers of the respondents; № 5 answered on 18.11."""
    heads, *rows = zip(*columns, strict=True)
    table = grid(("Отметка времени", "Школа", *heads), *((datetime(2026, 11, 18, 10), FIVE, *row) for row in rows),
                 sheet=SHEET)
    return checked(table, answers={(ABOUT, cell): text for cell, text in (answers or {}).items()})


def listed(*columns: tuple, answers: dict | None = None):
    """The same as counted rows: question, option, answers, base."""
    rows = [(question, option, count, 10) for question, *options in columns for option, count in options]
    head = ("Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос")
    return checked(grid(("Опрос", "Помощь"), ("Когда", "ноябрь 2026"), head, *rows), answers={
        ("Лист1", cell): text for cell, text in (answers or {}).items()})


def asked(result) -> list[tuple[str, str]]:
    return [item for item in said(result) if item[1].startswith(("form-positive", "form-rare", "form-names"))]


def positive(result) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for question, option, mark in records(result, "question", "option", "positive"):
        found.setdefault(question, set()).update({option} if mark == "yes" else () if mark else {"не сказано"})
    return found


TWENTY = tuple((f"Вопрос {number}", *("да", "скорее да", "нет", "да")) for number in range(1, 21))


def test_twenty_questions_of_one_scale_ask_once():
    result = form(*TWENTY)
    assert asked(result) == [("E8", ALL)]
    issue = next(issue for issue in result.issues if issue.code == ALL)
    assert "у 20 вопросов одни и те же варианты" in issue.message
    assert [choice.value for choice in issue.choices] == ["да; скорее да", "положительных нет",
                                                          "по каждому вопросу отдельно"]
    settled = form(*TWENTY, answers={"E8": "да; скорее да"})
    assert (asked(settled), positive(settled)) == ([], {f"Вопрос {n}": {"да", "скорее да"} for n in range(1, 21)})


@pytest.mark.parametrize(("answers", "left", "marks"), [
    pytest.param({"E8": "положительных нет"}, [], [set(), set(), set()], id="none-is"),
    pytest.param({"E8": KEEP}, [], [{"не сказано"}] * 3, id="not-said"),
    pytest.param({"E8": "да", "C9": "нет"}, [], [{"да"}, {"нет"}, {"да"}], id="one-apart"),
    pytest.param({"C9": "нет"}, [("E8", ALL)], [{"не сказано"}, {"нет"}, {"не сказано"}], id="one-alone"),
    pytest.param({"E8": "да", "C8": "нет"}, [], [{"нет"}, {"да"}, {"да"}], id="the-first-apart"),
    pytest.param({"E8": "по каждому вопросу отдельно", "C9": "нет"},
                 [("C8", "form-positive"), ("C10", "form-positive")],
                 [{"не сказано"}, {"нет"}, {"не сказано"}], id="each-apart"),
])
def test_each_question_can_be_answered_apart(answers, left, marks):
    result = form(*TWENTY[:3], answers=answers)
    assert (asked(result), list(positive(result).values())) == (left, marks)


def test_a_question_whose_option_nobody_chose_has_the_same_scale():
    questions = (("Раз", "да", "нет", "нет"), ("Два", "да", "да", "да"), ("Три", "мало", "мало", "мало"))
    assert asked(form(*questions)) == [("E8", ALL), ("C10", "form-positive")]
    assert positive(form(*questions, answers={"E8": "да"})) == {"Раз": {"да"}, "Два": {"да"}, "Три": {"не сказано"}}


def test_a_list_of_counts_asks_once_too():
    questions = (("Раз", ("да", 6), ("нет", 4)), ("Два", ("да", 7), ("нет", 3)))
    assert asked(listed(*questions)) == [("F4", ALL)]
    assert positive(listed(*questions, answers={"F4": "да", "E6": "нет"})) == {"Раз": {"да"}, "Два": {"нет"}}


def test_a_rare_answer_is_an_option_where_another_question_has_it():
    first = ("Занятие полезно?", *["очень"] * 4, *["скорее да"] * 2)
    second = ("Занятие полезно?", *["мало"] * 5, "очень")
    result = form(first, second)
    assert records(result, "question", "option", "answers") == [
        ("Занятие полезно?", "очень", 4), ("Занятие полезно?", "скорее да", 2),
        ("Занятие полезно? (2)", "мало", 5), ("Занятие полезно? (2)", "очень", 1)]
    assert "form-rare" not in {code for _, code in asked(result)}


def test_what_no_other_question_lists_stays_rare():
    result = form(("Раз", *["мало"] * 5, "очень"), ("Два", *["много"] * 5, "иногда"))
    assert [item for item in asked(result) if item[1] == "form-rare"] == [("B8", "form-rare"), ("B9", "form-rare")]


@pytest.mark.parametrize("text", [
    "Лебяжьева", "Ручьёв", "ЛЕБЯЖЬЕВА", "лебяжьева", "у Лебяжьевой", "Ручьёв О. И.", "О.И. Ручьёв", "Ручьёв О",
    "Ручьёв О И", "Лебяжьева Анна", "Анна Юрьевна", "Лебяжьева Анна Юрьевна", "Снегирёва-Туманова", "Туманский",
    "урок Шевченко"])
def test_the_shape_of_a_name(text):
    assert is_person(text)


@pytest.mark.parametrize("text", [
    "да", "скорее удовлетворена", "математика", "Русский язык", "Семинары", "мало времени", "МБОУ ООШ № 5", "Наставник",
    "И. о. директора", "готова", "половина", "1 раз", "Мастер-классы", "затрудняюсь ответить", "Нижний город", ""])
def test_what_is_no_name(text):
    assert not is_person(text)


@pytest.mark.parametrize(("question", "answers", "names"), [
    ("Кого посетили?", ("Лебяжьева", "Ручьёв"), True), ("Кого посетили?", ("Лебяжьева", "никого", "Ручьёв"), True),
    ("Что посетили?", ("Лебяжьева; Ручьёв", "Ручьёв и Туманский"), True), ("Урок", ("Лебяжьева", "нет", "да"), False),
    ("Кто помогал?", ("наставник", "тьютор", "никто"), False), ("Готовы?", ("готова", "не готова"), False),
    ("Кого?", (), False)])
def test_how_many_names_make_a_question_of_people(question, answers, names):
    assert are_names(question, answers) is names


WHO = ("Урок?", "Лебяжьева", "РУЧЬЁВ О.", "туманский", *["да"] * 3)
GOAL = ("Цель?", "да", "да", "да", "да", "нет", "да")


@pytest.mark.parametrize(("answer", "kept"), [(None, False), ("свободный ответ", False), (KEEP, False),
                                              ("один вариант", True)])
def test_people_are_kept_only_when_somebody_says_they_are_options(answer, kept):
    result = form(WHO, GOAL, answers={"B8": answer} if answer else None)
    everything = repr((result.grids, result.issues, [batch.table.to_pylist() for batch in result.batches]))
    assert any(name in everything.lower() for name in ("лебяж", "ручь", "туман")) is kept
    assert (("B8", "form-names") in asked(result)) is (answer is None)


def test_options_in_columns_named_after_people():
    result = form(("Чей урок / Лебяжьева", "Лебяжьева", None, "Лебяжьева"), ("Чей урок / Ручьёв", None, "Ручьёв", None),
                  ("Цель?", "да", "да", "да"))
    assert ("B8", "form-names") in asked(result)
    assert "Лебяж" not in repr(result.grids)


@pytest.mark.parametrize("line", ["Оцените урок [{}]", "Оцените урок / {}"])
def test_lines_of_a_question_named_after_people_are_left_out(line):
    result = form((line.format("Лебяжьева"), "5", "4", "5"), (line.format("Ручьёв О. И."), "4", "5", "5"),
                  (line.format("Туманский"), "3", "5", "5"), ("Цель?", "да", "да", "нет"))
    assert {question for (question,) in records(result, "question")} == {"Цель?"}
    rows = [batch.table.to_pylist() for batch in result.batches]
    everything = repr((result.grids, result.issues, result.dropped, rows))
    assert not any(name in everything for name in ("Лебяж", "Ручь", "Туман"))


@pytest.mark.parametrize("line", ["Оцените [{}]", "Оцените / {}"])
def test_lines_of_a_question_about_things_stay(line):
    result = form((line.format("программу"), "5", "4", "5"), (line.format("материалы"), "4", "5", "5"))
    assert {question for (question,) in records(result, "question")} == {
        line.format("программу"), line.format("материалы")}
