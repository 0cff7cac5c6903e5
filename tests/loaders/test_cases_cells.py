"""Tables as people type them: numbers, sums, ditto marks, pages, empty schools, serial dates, each with its answer."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.check import check
from shnor.loaders.records.ditto import is_ditto
from shnor.loaders.records.tenths import mistaken
from shnor.loaders.types import KEEP, Known, School
from tests.loaders.made import TODAY, checked, grid, records, said

CASES = Path(__file__).parent / "data" / "cases"
SCHOOLS = (School("Ш03", "МБОУ СОШ № 3", 3), School("Ш05", "МБОУ ООШ № 5", 5), School("Ш09", "МБОУ ООШ № 9", 9))
KNOWN = Known(TODAY, SCHOOLS)
FIVE, NINE = "МБОУ ООШ № 5", "МБОУ ООШ № 9"
COURSES = ("Школа", "Когда", "Предмет", "Программа", "Часов", "Человек", "Удостоверений")
OCTOBER = "октябрь 2026"


def case(name: str, answers=None):
    return check(name, (CASES / name).read_bytes(), KNOWN, answers or {})


def courses(*rows: tuple, answers=None, merged: tuple = ()):
    return checked(grid(COURSES, *rows, merged=merged), known=KNOWN, answers=answers)


def offered(result) -> dict[str, list[str]]:
    """Cell of a question -> the values of its answers."""
    return {issue.cell: [choice.value for choice in issue.choices] for issue in result.issues if issue.choices}


def test_numbers_as_people_write_them():
    result = case("e12_numbers.xlsx")
    assert [people for people, in records(result, "people")] == [None] * 7 + [5, 1234, 3, None, 2, None]
    assert offered(result) == {"F2": ["12", "3"], "F3": ["8", "6", "2"], "F4": ["10"], "F5": ["10", "12"],
                               "F6": ["5"], "F7": ["0", ""], "F12": ["2"], "F14": ["1", "2"]}
    assert said(result)[6] == ("F8", "nobody-counted")  # a dash is nothing to choose from
    assert (result.acceptable, len(result.issues)) == (True, 9)


@pytest.mark.parametrize(("answer", "people"), [("8", 8), ("6", 6), (KEEP, None)])
def test_an_answer_stands_for_the_number(answer, people):
    result = courses((FIVE, OCTOBER, "физика", "А", 36, "6+2", 8), answers={("Лист1", "F2"): answer})
    assert (records(result, "people"), "number-doubt" in dict(map(reversed, said(result)))) == ([(people,)], False)


@pytest.mark.parametrize(("table", "cell"), [
    pytest.param((("Школа", "На дату", "Предмет", "Всего, чел."), (FIVE, "01.10.2026", "физика", "~3")), "D2",
                 id="needed"),
    pytest.param((("Дата", "Вид", "Тема", "Количество", "Участников"), ("18.11.2026", "семинар", "ВПР", "2-3", 5)),
                 "D2", id="one-if-empty")])
def test_a_number_without_which_a_row_would_be_wrong_blocks(table, cell):
    result = checked(grid(*table), known=KNOWN)
    assert [(issue.cell, issue.code, issue.severity) for issue in result.issues] == [(cell, "number-doubt", "error")]


def test_totals_of_two_levels_are_left_out_and_named():
    result = case("e03_subtotals.xlsx")
    assert records(result, "school_id", "subject", "people") == [
        ("Ш05", "математика", 2), ("Ш05", "физика", 3), ("Ш09", "математика", 4)]
    [issue] = result.issues
    assert (issue.code, issue.severity) == ("totals-left", "warning")
    assert "A4 «Итого по школе № 5», A6 «Итого по школе № 9», A7 «Всего»" in issue.message


def test_a_total_of_staff_is_named():
    result = case("e30_staff_total.xlsx")
    assert (said(result), records(result, "subject", "people")) == (
        [("A4", "total-left")], [("математика", 3), ("физика", 2)])


def test_a_whole_and_its_parts_are_counted_once():
    result = case("e03b_including.xlsx")
    assert records(result, "subject", "people", "certificates") == [("математика", 2, 2), ("физика", 3, 3)]
    assert (said(result), result.acceptable) == ([("C2", "whole-left")], True)


@pytest.mark.parametrize("rows", [
    pytest.param([("Все предметы", 5), ("в т. ч. математика", 2), ("физика", 3)], id="shortened"),
    pytest.param([("Педагоги", 5), ("из них: математика", 2), ("физика", 3)], id="of-them"),
    pytest.param([("Все предметы", 5), ("в том числе:", None), ("математика", 2), ("физика", 3)], id="own-row"),
    pytest.param([("Всего", 5), ("в том числе математика", 2), ("физика", 3)], id="under-a-total"),
    pytest.param([("Все предметы", "5"), ("в том числе: математика", "2"), ("в том числе: физика", "3")], id="texts"),
])
def test_parts_in_other_words(rows):
    table = [(FIVE, OCTOBER, subject, "А", 36, people, people) if people else (subject,) for subject, people in rows]
    result = courses(*table, (NINE, OCTOBER, "химия", "А", 36, 1, 1))
    assert records(result, "school_id", "subject", "people") == [
        ("Ш05", "математика", 2), ("Ш05", "физика", 3), ("Ш09", "химия", 1)]


def test_parts_that_do_not_make_the_whole_are_asked():
    rows = [(FIVE, OCTOBER, subject, "А", 36, people, people)
            for subject, people in (("все предметы", 9), ("в том числе математика", 2), ("физика", 3))]
    together = courses(*rows)
    parts = courses(*rows, answers={("Лист1", "строка 2 и её части"): "взять части"})
    assert (said(together), records(together, "subject", "people")) == ([("C2", "parts-differ")],
                                                                       [("все предметы", 9)])
    assert records(parts, "subject", "people") == [("математика", 2), ("физика", 3)]


def test_a_sum_without_a_name_is_left_out():
    result = case("e18_unlabelled_total.xlsx")
    assert (said(result), result.acceptable) == ([("A5", "sum-left")], True)
    assert "сумма строк 3–4, не взята" in result.issues[0].message
    assert records(result, "school_id", "participants") == [("Ш03", 30), ("Ш05", 10)]


@pytest.mark.parametrize(("last", "left"), [
    pytest.param((None, None, None, None, None, 3, 3), True, id="sums"),
    pytest.param(("", "", "—", "", "", "3", "3"), True, id="texts-and-a-dash"),
    pytest.param((None, None, None, None, None, 4, 3), False, id="another-number"),
    pytest.param((None, OCTOBER, "химия", "В", 36, 3, 3), False, id="a-row-with-a-name")])
def test_only_sums_are_left_out(last, left):
    result = courses((FIVE, OCTOBER, "физика", "А", 36, 1, 1), (NINE, OCTOBER, "физика", "А", 36, 2, 2), last)
    assert ("sum-left" in {issue.code for issue in result.issues}) == left


def test_pages_and_headers_between_rows_are_dropped():
    result = case("e14_header_again.xlsx")
    assert records(result, "school_id", "people", "row") == [("Ш05", 1, 3), ("Ш09", 2, 6)]
    assert result.acceptable


@pytest.mark.parametrize("page", [
    ("Страница 2 из 5",), ("- 2 -",), ("Продолжение таблицы 1",), (None, None, None, None, None, None, "Лист 2"),
    ("школа", "КОГДА", "Предмет", "Программа ", "Часов", "Человек", None), tuple(range(1, 8))], ids=str)
def test_other_words_between_pages(page):
    result = courses((FIVE, OCTOBER, "физика", "А", 36, 1, 1), COURSES, page, (NINE, OCTOBER, "физика", "А", 36, 2, 2))
    assert (said(result), records(result, "school_id", "people")) == ([], [("Ш05", 1), ("Ш09", 2)])


def test_a_school_merged_down_fills_its_rows_and_a_blank_one_is_asked():
    result = case("e13_merged_school.xlsx")
    assert [school for school, in records(result, "school_id")] == ["Ш05", "Ш05", "Ш05", "Ш09", ""]
    assert (said(result), offered(result)["A6"][0], result.acceptable) == ([("A6", "school-blank")], NINE, False)
    answered = case("e13_merged_school.xlsx", {("Лист1", "A6"): NINE})
    assert (said(answered), records(answered, "school_id")[-1]) == ([], ("Ш09",))


BLANK = ((FIVE, OCTOBER, "физика", "А", 36, 1, 1), (None, OCTOBER, "химия", "В", 36, 1, 1),
         (NINE, OCTOBER, "физика", "А", 36, 2, 2), (None, OCTOBER, "химия", "Б", 36, 2, 2),
         (None, OCTOBER, "право", "Б", 36, 2, 2))
TOPIC = "пустые ячейки «Школа», столбец A"


def test_blank_schools_of_a_column_are_one_question():
    asked = courses(*BLANK)
    [issue] = asked.issues
    assert (issue.code, issue.cell, issue.topic, asked.acceptable) == ("schools-blank", "A3", TOPIC, False)
    assert [choice.value for choice in issue.choices] == ["все пустые — как выше", KEEP]
    above = courses(*BLANK, answers={("Лист1", TOPIC): "все пустые — как выше"})
    nobody = courses(*BLANK, answers={("Лист1", TOPIC): KEEP})
    typed = courses(*BLANK, answers={("Лист1", "A3"): FIVE, ("Лист1", TOPIC): "все пустые — как выше"})
    for result, schools in ((above, ["Ш05", "Ш05", "Ш09", "Ш09", "Ш09"]), (nobody, ["Ш05", "", "Ш09", "", ""]),
                            (typed, ["Ш05", "Ш05", "Ш09", "Ш09", "Ш09"])):
        assert (said(result), [school for school, in records(result, "school_id")]) == ([], schools)


def test_ditto_marks_take_the_value_above_and_are_asked_once_a_column():
    result = case("e40_ditto.xlsx")
    assert records(result, "school_id", "period") == [("Ш05", "2026-09")] * 3
    assert [(issue.code, issue.topic) for issue in result.issues] == [
        ("ditto", "знаки «то же», столбец A"), ("ditto", "знаки «то же», столбец B")]
    assert (offered(result)["A3"], result.acceptable) == (["взять значение сверху", "оставить как написано"], True)
    kept = case("e40_ditto.xlsx", {("Лист1", "знаки «то же», столбец A"): "оставить как написано"})
    assert ("A3", "unknown-school") in said(kept)


@pytest.mark.parametrize("mark", ["то же", "Там же", "-\"-", "- // -", "—″—", "»", "''", "-»-", "ТО ЖЕ САМОЕ"])
def test_every_ditto_mark(mark):
    result = courses((FIVE, OCTOBER, "физика", "Опыты", 36, 1, 1), (FIVE, OCTOBER, "химия", mark, mark, 2, 2))
    assert records(result, "programme", "hours") == [("Опыты", 36)] * 2
    assert {code for _, code in said(result)} == {"ditto"}


@given(st.text(alphabet="абвгдеё жзи№0123456789", min_size=1, max_size=12))
def test_words_and_numbers_are_no_ditto(text):
    assert is_ditto(text) == (text.strip() in {"то же"})


def test_the_tenth_number_is_read_with_its_zero():
    result = case("e10_number_1_10.xlsx")
    assert [number for number, in records(result, "number")] == [f"1.{last}" for last in range(1, 12)]
    assert [(issue.code, issue.cell, issue.severity) for issue in result.issues] == [("tenth", "A12", "question")]
    kept = case("e10_number_1_10.xlsx", {("Лист1", result.issues[0].topic): "оставить как написано"})
    assert [issue.code for issue in kept.issues] == ["repeated-key"]


@pytest.mark.parametrize(("numbers", "rows"), [
    pytest.param(["1.9", "1.1", "1.11"], [1], id="between"),
    pytest.param(["1.8", "1.9", "1.1", "2.1"], [2], id="last-of-its-section"),
    pytest.param(["1.19", "1.2", "1.21"], [1], id="twenty"),
    pytest.param(["1.9", "1.1", "2.9", "2.1", "3.1"], [1, 3], id="two-sections"),
    pytest.param(["1.7", "1.1", "1.12"], [1], id="with-gaps"),
    pytest.param(["2.1.9", "2.1.1"], [1], id="three-levels"),
    pytest.param(["1.3", "1.1", "1.2"], [], id="another-order"),
    pytest.param(["1.1", "1.1"], [], id="twice"),
    pytest.param(["1.9", "1.10", "1.11"], [], id="whole"),
    pytest.param(["1.9", "2.1", None, "первое"], [], id="next-section"),
])
def test_which_numbers_lost_their_zero(numbers, rows):
    assert mistaken(numbers) == rows


def test_numbers_of_another_school_begin_anew():
    assert mistaken(["1.8", "1.9", "1.1", "1.2"], ["А", "А", "Б", "Б"]) == []


@given(st.integers(1, 9), st.integers(10, 45))
def test_shortened_numbers_come_back(section, count):
    whole = [f"{section}.{last}" for last in range(1, count + 1)]
    shown = [f"{float(number):g}" for number in whole]
    lost = mistaken(shown)
    mended = [f"{number}0" if row in lost else number for row, number in enumerate(shown)]
    assert mended == whole


def test_serial_dates_are_offered_as_days():
    result = case("e15_serial_dates.xlsx")
    assert {cell: values[0] for cell, values in offered(result).items()} == {
        "A2": "07.10.2026", "A3": "07.10.2026", "A5": "06.10.2026"}
    assert ("2026-10-06",) in records(result, "period")
    answered = case("e15_serial_dates.xlsx", {("Лист1", cell): values[0] for cell, values in offered(result).items()})
    assert (said(answered), {period for period, in records(answered, "period")}) == ([], {"2026-10-06", "2026-10-07"})


def test_days_of_the_1904_system():
    result = case("e15b_1904.xlsx")
    assert (said(result), records(result, "period", "day")) == ([], [("2026-10-06", date(2026, 10, 6))])


def test_periods_in_words():
    result = case("e34_periods.xlsx")
    assert records(result, "programme", "period") == [
        ("Без года", None), ("Квартал", "2026-Q4"), ("Год", "2025/26"), ("Через край", "2026-10-02")]
    assert (said(result), offered(result)) == ([("B2", "not-a-period")], {"B2": ["октябрь 2026"]})
    assert records(case("e34_periods.xlsx", {("Лист1", "B2"): "октябрь 2026"}), "period")[0] == ("2026-10",)
