"""Files as offices send them, and twins of ours: codes with zeros, logins, long names, schools without a number."""

from pathlib import Path

import pytest

from shnor.loaders.check import check
from shnor.loaders.types import Known, School
from tests.loaders.made import TODAY, checked, grid, records, said

CASES = Path(__file__).parent / "data" / "cases"
SUNRISE = School("Ш31", "МБОУ Лицей «Восход»", None, aliases=("0512", "edu990031", "sch990031"))
SUNSET = School("Ш32", "МБОУ Школа «Закат»", None, aliases=("0513",))
FIVE = School("Ш05", "МБОУ ООШ № 5", 5, aliases=("edu990005",))
TWO = School("Ш02", "МБОУ СОШ № 2", 2, aliases=("edu990002",))
KNOWN = Known(TODAY, (SUNRISE, SUNSET, FIVE, TWO))
EXAM = ("Результаты ОГЭ 2026 по математике, 9 класс, основной день",)
HEAD = ("Код ОО", "Писали", "5", "4", "3", "2")


def case(name: str, known: Known = KNOWN, **answers: str):
    return check(name, (CASES / name).read_bytes(), known, {("Лист1", cell): text for cell, text in answers.items()})


def test_zeros_of_codes_are_kept():
    result = case("e17_register_zero_codes.xlsx", Known(TODAY))
    assert records(result, "school_id", "gia_code") == [("0512", "0512"), ("512", "512")]
    assert result.acceptable


def test_a_code_that_lost_its_zero_is_asked():
    result = case("e29_oge_code_lost_zero.xlsx")
    [issue] = result.issues
    assert (issue.cell, issue.code, [choice.value for choice in issue.choices]) == (
        "A3", "school-unclear", ["МБОУ Лицей «Восход»"])
    assert "похоже на 0512" in issue.message
    settled = case("e29_oge_code_lost_zero.xlsx", A3="МБОУ Лицей «Восход»")
    assert (records(settled, "school_id"), settled.acceptable) == ([("Ш31",), ("Ш32",)], True)


@pytest.mark.parametrize(("written", "school", "asked"), [
    pytest.param("0512", "Ш31", 0, id="whole"), pytest.param(" 0512 ", "Ш31", 0, id="spaces"),
    pytest.param("512", None, 1, id="text"), pytest.param(512.0, None, 1, id="number"),
    pytest.param("00512", None, 1, id="more-zeros"), pytest.param("5120", None, 0, id="another-code"),
    pytest.param("edu990031", "Ш31", 0, id="login"), pytest.param("SCH 990031", "Ш31", 0, id="login-in-capitals"),
    pytest.param("sch990031 | Лицей", "Ш31", 0, id="login-and-name"),
    pytest.param("Лицей «Восход» (edu990031)", "Ш31", 0, id="login-in-brackets"),
    pytest.param("edu990002 | МБОУ ООШ № 5", None, 1, id="login-of-another"),
    pytest.param("edu999999 | МБОУ ООШ № 5", None, 1, id="login-of-a-namesake"),
])
def test_codes_and_logins(written, school, asked):
    result = checked(grid(EXAM, HEAD, (written, 10, 1, 3, 4, 2)), known=KNOWN)
    assert (records(result, "school_id"), len(said(result)) == 1) == ([(school,)], school is None)
    assert [code for _, code in said(result)] == ([] if school else ["school-unclear" if asked else "unknown-school"])


def test_a_login_and_a_name_in_one_cell():
    known = Known(TODAY, (FIVE, School("Ш09", "МБОУ ООШ № 9", 9, aliases=("edu990009",))))
    result = case("e23_login_pipe_name.xlsx", known)
    assert records(result, "school_id", "value") == [("Ш05", 4.0), ("Ш05", 6.0), ("Ш09", 2.0), ("Ш09", 3.0)]
    assert said(result) == []


LONG = ("муниципальное бюджетное общеобразовательное учреждение средняя общеобразовательная школа № 12 имени Героя "
        "Советского Союза Ивана Петровича Заречного муниципального образования Приозёрный муниципальный округ")


@pytest.mark.parametrize(("head", "row"), [
    pytest.param(("Код школы", "Наименование ОО"), ("Ш12", LONG), id="the-only-name"),
    pytest.param(("Код школы", "Краткое название", "Полное название"), ("Ш12", LONG, None), id="empty-full-name"),
    pytest.param(("Код школы", "Краткое название", "Полное название"), ("Ш12", LONG, LONG), id="both"),
])
def test_a_full_legal_name_alone_is_a_name(head, row):
    result = checked(grid(head, row, ("Ш05", "МБОУ ООШ № 5", "")), known=Known(TODAY))
    assert (records(result, "name", "full_name"), said(result)) == (
        [("МБОУ СОШ № 12", LONG), ("МБОУ ООШ № 5", None)], [])


def test_a_village_school_needs_no_number():
    result = checked(grid(("Код школы", "Номер", "Краткое название"), ("Ш-1", None, "МКОУ Красненская ООШ"),
                          ("Ш-2", None, "МБОУ СОШ с. Отрадное")), known=Known(TODAY))
    assert (records(result, "school_id", "name"), result.acceptable) == (
        [("Ш-1", "МКОУ Красненская ООШ"), ("Ш-2", "МБОУ СОШ с. Отрадное")], True)
