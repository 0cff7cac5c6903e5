"""Lists of schools as people paste them."""

from io import BytesIO

import pytest
from docx import Document

from shnor.loaders.files.documents.word import read_document
from shnor.loaders.tables import school_lists
from tests.loaders.made import SCHOOLS, checked, grid, said


def only(line: str) -> school_lists.Listed:
    [row] = school_lists.read([line]).rows
    return row


@pytest.mark.parametrize(("line", "name", "number"), [
    pytest.param("1. МБОУ СОШ № 2", "МБОУ СОШ № 2", 2, id="numbered"),
    pytest.param("2) МБОУ-ООШ №21", "МБОУ ООШ № 21", 21, id="hyphen"),
    pytest.param("3\tМБОУ – ООШ  N 21\tс. Красное", "МБОУ ООШ № 21", 21, id="tabs"),
    pytest.param("• MAOУ COШ №11", "МАОУ СОШ № 11", 11, id="latin-letters"),
    pytest.param("- гимназия № 1, ул. Мира, 1", "Гимназия № 1", 1, id="no-form"),
    pytest.param("МБОУ СОШ № 4 «Северная»", "МБОУ СОШ № 4 «Северная»", 4, id="honorific"),
    pytest.param("МБОУ «СОШ № 44»", "МБОУ СОШ № 44", 44, id="in-quotes"),
    pytest.param("Лицей «Северный»", "Лицей «Северный»", None, id="without-number"),
    pytest.param("МБОУ СОШ с. Отрадное", "МБОУ СОШ с. Отрадное", None, id="by-place"),
    pytest.param("муниципальное казённое общеобразовательное учреждение «Средняя общеобразовательная школа №33»",
                 "МКОУ СОШ № 33", 33, id="in-full"),
    pytest.param("Муниципальное автономное общеобразовательное учреждение основная общеобразовательная школа № 5",
                 "МАОУ ООШ № 5", 5, id="in-full-without-quotes"),
])
def test_a_line_names_a_school(line, name, number):
    row = only(line)
    assert (row.name, row.number) == (name, number)


def test_the_full_name_is_kept():
    full = "муниципальное бюджетное общеобразовательное учреждение «Основная школа № 5»"
    assert only(f"{full}, с. Красное").full_name == full


@pytest.mark.parametrize("line", ["Список школ муниципалитета", "Всего 10 школ", "№\tНаименование\tАдрес",
                                  "ул. Мира, 5", "школа", ""])
def test_other_lines_name_none(line):
    assert school_lists.read([line]).rows == ()


@pytest.mark.parametrize(("text", "names"), [
    pytest.param("МАОУ СОШ 2, 11; МБОУ СОШ 4, 7 и 8; МБОУ ООШ № 22, 27",
                 ["МАОУ СОШ № 2", "МАОУ СОШ № 11", "МБОУ СОШ № 4", "МБОУ СОШ № 7", "МБОУ СОШ № 8", "МБОУ ООШ № 22",
                  "МБОУ ООШ № 27"], id="seed"),
    pytest.param("Включить в перечень МБОУ СОШ № 8, обучающихся 233", ["МБОУ СОШ № 8"], id="prose"),
])
def test_an_enumeration_names_each(text, names):
    assert school_lists.named(text) == names


@pytest.mark.parametrize(("lines", "pupils"), [
    pytest.param(["МБОУ ООШ № 5, 86 обучающихся"], 86, id="words"),
    pytest.param(["№\tШкола\tОбучающихся, чел.", "1\tМБОУ ООШ № 5\t86"], 86, id="header"),
    pytest.param(["1\tМБОУ ООШ № 5\t86"], None, id="no-header"),
])
def test_pupils_are_taken_only_where_they_are_named(lines, pupils):
    assert school_lists.read(lines).rows[0].pupils == pupils


def test_codes_follow_numbers_and_are_unique():
    rows = school_lists.read(["МБОУ СОШ № 7", "МАОУ гимназия № 7", "Лицей «Северный»", "МБОУ ООШ № 12"]).rows
    assert [row.code for row in rows] == ["Ш07", "Ш07-2", "Ш-1", "Ш12"]


def test_a_code_of_the_register_is_never_given_to_another_school():
    rows = school_lists.read(["МБОУ ООШ № 5", "МАОУ гимназия № 5", "МБОУ СОШ № 8"], SCHOOLS).rows
    assert [(row.code, row.known, row.take) for row in rows] == [
        ("Ш05", True, False), ("Ш05-2", False, True), ("Ш08", False, True)]


@pytest.mark.parametrize(("lines", "doubt"), [
    pytest.param(["школа 7"], "Не сказано, какая это школа", id="kind"),
    pytest.param(["МБОУ СОШ № 7", "МБОУ-СОШ №7"], "Повторяет строку 1", id="twice"),
    pytest.param(["МБОУ СОШ № 7", "МАОУ ООШ № 7"], "Номер 7 стоит у нескольких школ", id="number-twice"),
    pytest.param(["МБОУ лицей"], "Ни номера, ни названия", id="nothing-but-a-kind"),
    pytest.param(["Филиал МБОУ СОШ № 7 в с. Полянка"], "Это филиал", id="branch"),
    pytest.param(["МАОУ ООШ № 5"], "В списке школ есть похожая: МБОУ ООШ № 5", id="another-form"),
])
def test_what_is_odd_is_asked(lines, doubt):
    assert school_lists.read(lines, SCHOOLS).rows[-1].doubt.startswith(doubt)


def test_a_table_without_our_headers_is_told_to_be_a_list():
    result = checked(grid(("№", "Наименование ОО", "Число обучающихся", "Число педагогов"),
                          (1, "МБОУ СОШ № 2", 436, 29), (2, "МБОУ ООШ № 5", 86, 13), (3, "МАОУ СОШ № 11", 268, 27)))
    assert said(result) == [("", "list-of-schools")]
    assert "названо 3" in result.issues[0].message


def test_a_document_of_paragraphs_is_read_when_it_lists_schools():
    document, stream = Document(), BytesIO()
    for line in ("Список школ", "МБОУ СОШ № 2", "МБОУ ООШ № 5", "МАОУ СОШ № 11"):
        document.add_paragraph(line)
    document.save(stream)
    [raw] = read_document(stream.getvalue())
    assert (raw.sheet, raw.cells[1:]) == ("Текст", (("МБОУ СОШ № 2",), ("МБОУ ООШ № 5",), ("МАОУ СОШ № 11",)))
