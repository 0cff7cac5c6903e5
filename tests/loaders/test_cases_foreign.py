"""Tables that are known and not ours: named, or counted where the file tells the marks; no pupil is kept."""

from pathlib import Path

import pytest

from shnor.loaders.check import check
from shnor.loaders.types import School
from tests.loaders.made import KNOWN, TODAY, Known, checked, grid, records, said

CASES = Path(__file__).parent / "data" / "cases"
PLACE = Known(TODAY, (*KNOWN.schools, School("Ш09", "МБОУ ООШ № 9", 9, aliases=("edu990009", "sch990009"))))
OWN = ("Код участника", "Класс", "Вариант", "1 (2б)", "2 (1б)", "Первичный балл", "Отметка", "Отметка по журналу")
FORM_2026 = ("Код участника", "Вариант", "1 (5б)", "4К1 (3б)", "Порядковый номер класса",
             "Отметка за предыдущий триместр/ четверть/полугодие", "Итого баллов")
FORM_2020 = ("groups", "user", "id", "code", "otc", "gender", "klass", "var-1", "var-2", "sum", "a-1-grade",
             "a-2-grade")
SCALE = (("Отметка по пятибалльной шкале", "«2»", "«3»", "«4»", "«5»"), ("Первичные баллы", "0–2", "3–4", "5–6", "7–8"))


def case(name: str, known: Known = KNOWN):
    return check(name, (CASES / name).read_bytes(), known)


@pytest.mark.parametrize("name", ["e20_protocol_one_class.xlsx", "e20b_protocol_2021.xlsx"])
def test_a_protocol_without_marks_is_named_and_nothing_of_it_is_kept(name):
    result = case(name)
    assert (said(result), result.batches) == ([("", "foreign-shape")], ())
    assert "это протокол по обучающимся" in result.issues[0].message
    assert "Принесите из ФИС ОКО «Статистику по отметкам»" in result.issues[0].message
    assert [kept.cells for kept in result.grids] == [(("Не взято: протокол по обучающимся.",),)]


@pytest.mark.parametrize(("head", "row", "what"), [
    pytest.param(FORM_2020, ("g", "sch990005", 1, 60001, 3, "ж", "6а", 1, None, 5, 2, 3), "протокол", id="2020"),
    pytest.param(FORM_2026, (60001, 1, 5, 3, 1, 4, 8), "протокол", id="2026"),
    pytest.param(("Код обучающегося", "Вариант", "Балл за задание 1", "Балл за задание 2", "Всего баллов"),
                 (60001, 1, 5, 3, 8), "протокол", id="other-words"),
    pytest.param(("Логин ОО", "Регион", "Тип населённого пункта", "Скорость интернета", "Учителя высшей категории",
                  "Код ОГЭ"), ("edu990005", "99", "село", 10, 3, "9905"), "контекстные данные", id="context"),
    pytest.param(("№", "ФИО", "Дата рождения", "Должность", "Стаж"),
                 (1, "Петрова Мария Ивановна", "01.05.1980", "учитель", 20), "датами рождения", id="staff"),
])
def test_a_known_foreign_table_is_named_before_anything_else(head, row, what):
    result = checked(grid(("Приозёрный округ",), head, row, row, row))
    [issue] = [issue for issue in result.issues if issue.code != "personal-column"]
    assert (issue.code, issue.severity, result.batches) == ("foreign-shape", "error", ())
    assert what in issue.message


def protocol(*rows: tuple, head: tuple = OWN, above: tuple = ("ВПР 2026 Русский язык 4 класс",), known: Known = KNOWN):
    return checked(grid(above, (), head, *rows), known=known)


def test_a_protocol_with_marks_becomes_counts_of_its_class_and_subject():
    """Класс 1 is the first class of the parallel, not the first form: the title names form 4."""
    head = ("ОО", "Муниципалитет", "Название ОО", *OWN)
    whose = ("edu990005", "Приозёрный", "МБОУ ООШ № 5")
    result = protocol(("МБОУ ООШ № 5(edu990005) | Кол-во участников: 4",),
                      (*whose, 60001, 1, 1, 2, 1, 17, 5, 4), (*whose, 60002, 1, 2, "X", 1, 9, 3, 3),
                      (*whose, 60003, 2, 1, 2, 0, 12, "4", 5), (*whose, 60004, 2, "отсутствовал", "-", "-", None,
                                                               "нет отметки", 4), head=head)
    assert [(issue.code, issue.value) for issue in result.issues] == [("protocol-counted", "3")]
    assert "без отметки — 1" in result.issues[0].message
    assert records(result, "part", "school_id", "school_year", "grade", "subject", "participants", "n5", "n4", "n3",
                   "n2", "lowered", "confirmed", "raised") == [
        ("marks", "Ш05", "2025/26", 4, "русский язык", 3, 1, 1, 1, 0, None, None, None),
        ("journal", "Ш05", "2025/26", 4, "русский язык", None, None, None, None, None, 1, 1, 1)]
    assert not any(cell in (60001, 60002, "60003") for kept in result.grids for row in kept.cells for cell in row)


def test_letters_of_classes_are_counted_apart_and_two_writings_of_a_school_together():
    head = ("Школа", "Код", "Вариант", "Наименование класса", "Итого баллов", "Отметка")
    result = protocol(("edu990009", 1, 1, "6А", 17, 5), ("МБОУ ООШ № 9", 2, 1, "6 «А»", 17, 4),
                      ("sch990009", 3, 2, "6б", 9, 2), head=head, above=("ВПР 2026, математика",), known=PLACE)
    assert records(result, "school_id", "grade", "class_label", "participants", "n5", "n4", "n2") == [
        ("Ш09", 6, "А", 2, 1, 1, 0), ("Ш09", 6, "Б", 1, 0, 0, 1)]


@pytest.mark.parametrize("scale", [
    pytest.param(SCALE, id="along"),
    pytest.param((("Отметка", "Баллы"), (5, "7-8"), (4, "5-6"), (3, "3-4"), (2, "0-2")), id="down"),
    pytest.param((("Перевод: «2»: 0-2; «3»: 3-4; «4»: 5-6; «5»: 7-8",),), id="in-a-line"),
])
def test_points_become_marks_by_the_scale_the_file_gives(scale):
    rows = [(60001, 1, 5, 3, 1, 4, 8), (60002, 2, 2, 2, 1, 3, 4), (60003, 1, 0, 0, 1, 3, 0),
            (None, None, None, None, None, None, 0)]
    result = checked(grid(("МБОУ ООШ № 5, ВПР 2026, математика, 6 класс",), FORM_2026, *rows, sheet="Протокол"),
                     grid(*scale, sheet="Шкала"))
    assert records(result, "school_id", "grade", "participants", "n5", "n4", "n3", "n2")[0] == ("Ш05", 6, 3, 1, 0, 1, 1)


def test_a_scale_with_a_gap_translates_nothing():
    holed = (SCALE[0], ("Первичные баллы", "0–2", "4–5", "6", "7–8"))
    result = checked(grid(FORM_2026, (60001, 1, 5, 3, 1, 4, 8)), grid(*holed, sheet="Шкала"))
    assert (("", "foreign-shape") in said(result), result.batches) == (True, ())


def test_a_foreign_sheet_beside_one_of_ours_is_a_word_and_stops_nothing():
    ours = grid(("Школа", "Когда", "Предмет", "Человек"), ("МБОУ ООШ № 5", "октябрь 2026", "физика", 2), sheet="Курсы")
    result = checked(ours, grid(FORM_2026, (60001, 1, 5, 3, 1, 4, 8), sheet="Протокол"))
    assert [(issue.sheet, issue.code, issue.severity) for issue in result.issues] == [
        ("Протокол", "foreign-shape", "warning")]
    assert (result.acceptable, result.batches[0].kind) == (True, "courses")


REGISTER = ("Код школы", "Номер", "Краткое название")


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([("60001", 4, "МБОУ ООШ № 4"), ("60002", 4, "МБОУ ООШ №4"), ("60003", 4, "МБОУ ООШ № 4")],
                 [("C3", "register-name-twice"), ("C4", "register-name-twice")], id="one-school-many-codes"),
    pytest.param([("А1", 1, "МБОУ СОШ № 1"), ("А1", 1, "МБОУ СОШ № 1")], [("A3", "repeated-key")], id="a-row-twice"),
    pytest.param([("60001", 1, "6А"), ("60002", 2, "edu990005")],
                 [("C2", "register-no-name"), ("C3", "register-no-name")], id="no-names"),
    pytest.param([("0512", 1, "Лицей"), ("Ш9", 9, "МБОУ СОШ № 9")], [], id="as-it-should-be"),
    pytest.param([("Ш05", 5, "МБОУ ООШ № 5"), ("0502", 2, "МБОУ СОШ № 2")], [("A3", "register-other-code")],
                 id="known-under-another-code"),
])
def test_a_register_names_each_school_once(rows, expected):
    result = checked(grid(REGISTER, *rows))
    assert (said(result), result.acceptable) == (expected, not expected)


def test_a_known_school_takes_its_code_by_one_answer():
    rows = grid(REGISTER, ("Ш05", 5, "МБОУ ООШ № 5"), ("0502", 2, "МБОУ СОШ № 2"))
    [choice, _] = checked(rows).issues[0].choices
    assert records(checked(rows, answers={("Лист1", "A3"): choice.value}), "school_id") == [("Ш05",), ("Ш02",)]
