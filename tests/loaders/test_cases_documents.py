"""Documents, pages and texts in the odd containers people send, each with what a careful person reads."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from shnor.loaders.check import check
from shnor.loaders.files.doubts import ENCODING
from shnor.loaders.types import KEEP
from tests.loaders.made import KNOWN, NOBODY, records

CASES = Path(__file__).parent / "data" / "cases"
KISLOVODSK = Path(__file__).parents[2] / "sample_data" / "kislovodsk" / "kislovodsk_2020_2022.docx"
PLAN = "«Дорожная карта» разработки и реализации муниципальной программы поддержки ШНОР и ШНСУ в 2020-2022 гг."
IN_EVERY_COPY = ["plan-against-years", "empty-year"]
"""D18 and E23 are odd in the document itself."""
HEADER = ("Школа", "Когда", "Предмет или должность", "Программа", "Часов", "Человек", "Удостоверений")
COURSE = ("МБОУ ООШ № 5", "октябрь 2026", "математика", "Ёлка и числа", "36", "2", "2")


def read(name: str, data: bytes | None = None, answers=None):
    return check(name, data or (CASES / name).read_bytes(), KNOWN, answers or {})


def contents(result, *aside: str) -> list[dict[str, object]]:
    """The stored rows without the places they stand."""
    return [{name: " ".join(value.split()) if isinstance(value, str) else value for name, value in row.items()
             if name not in ("row", "cell", *aside)} for row in result.batches[0].table.to_pylist()]


def codes(result) -> list[str]:
    return [issue.code for issue in result.issues]


@pytest.mark.parametrize(("name", "activities", "changed"), [
    ("h1_c08_maccyr.csv", 16, []),
    ("h1_d01_tracked_changes.docx", 15, ["direction"]),
    ("h1_d01_tracked_saved_by_lo.rtf", 15, ["direction"]),
    ("h1_d02_nested_in_layout_table.docx", 16, []),
    ("h1_d03_table_in_textbox.docx", 16, []),
    ("h1_d04_table_in_textbox_with_fallback.docx", 16, []),
    ("h1_d05_strict.docx", 16, []),
    ("h1_d06_document2_xml.docx", 16, []),
    ("h1_d08_macro.docm", 16, []),
    ("h1_h01_html_utf8.xls", 16, []),
    ("h1_h04_html_div_first.xls", 16, []),
    ("h1_h06_html.doc", 16, []),
    ("h1_h07_mhtml.xls", 16, []),
    ("h1_lo.fods", 16, []),
    ("h1_lo.slk", 16, []),
])
def test_the_roadmap_of_kislovodsk_in_every_container(name: str, activities: int, changed: list[str]):
    """changed: columns in which the file itself says something else (the changed text of a section is «6»)."""
    result = read(name)
    assert (codes(result), result.acceptable) == (IN_EVERY_COPY, True)
    assert [batch.rows for batch in result.batches] == [activities]
    rows = contents(result, *changed)
    wanted = contents(read("план.docx", KISLOVODSK.read_bytes()), *changed)
    assert rows == [row for row in wanted if activities == 16 or row["number"] in {row["number"] for row in rows}]


def test_the_damaged_letter_is_named_with_its_cell_and_can_be_typed():
    name = "h1_c19_utf8_onebad.csv"
    (issue,) = [issue for issue in read(name).issues if issue.code == "text-damaged"]
    assert (issue.cell, issue.value) == ("C3", "Результат выпол\ufffdения мероприятия")
    typed = read(name, answers={issue.key: "Результат выполнения мероприятия"})
    assert (codes(typed), contents(typed)) == (IN_EVERY_COPY, contents(read("план.docx", KISLOVODSK.read_bytes())))
    assert codes(read(name, answers={issue.key: KEEP})) == ["columns-left", *IN_EVERY_COPY]


@pytest.mark.parametrize("name", ["e38_cp866.csv", "e38_mac-cyrillic.csv", "e38_utf-16.csv"])
def test_courses_in_another_code_page(name: str):
    result = read(name)
    assert (codes(result), records(result, "school_id", "programme", "people")) == ([], [("Ш05", COURSE[3], 2)])


def test_the_line_of_the_separator_is_no_row():
    result = read("e16_sep_line.csv")
    assert (codes(result), records(result, "school_id", "programme")) == ([], [("Ш05", "Задачи; и ещё")])


def test_no_digit_of_a_control_word_is_in_a_cell():
    kept = read("h1_mini_rtf_10_digit_number_and_deleted.rtf").grids
    assert [grid.cells for grid in kept] == [(("1.4", "new"),)]


def test_the_rest_of_a_text_with_one_bad_byte_is_read():
    (grid,) = read("h1_mini_utf8_one_bad_byte.csv").grids
    assert [row[0] for row in grid.cells] == ["Школа", "МБОУ СОШ № 1", "СОШ № 2", "\ufffd"]


def test_a_word_2003_xml_without_a_table_is_told_as_a_document():
    (issue,) = read("h1_h11_word2003xml.doc").issues
    assert (issue.code, "документе нет таблиц" in issue.message) == ("file-no-tables", True)


def of_documents(change) -> bytes:
    document = Document(KISLOVODSK)
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def moved_into_a_cell(document) -> None:
    """The table in the second row of a layout of two columns, a stamp beside it."""
    table = document.tables[0]._tbl
    around = document.add_table(2, 2)
    around.cell(0, 1).text = "СОГЛАСОВАНО\nПротокол № 3"
    around.cell(1, 0)._tc.insert(1, table)


def twice_deep(document) -> None:
    moved_into_a_cell(document)
    inner = document.tables[0]._tbl
    document.add_table(1, 1).cell(0, 0)._tc.insert(1, inner)


def in_a_content_control(document) -> None:
    table = document.tables[0]._tbl
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    table.addprevious(control)
    control.find(qn("w:sdtContent")).append(table)


def one_row_deleted(document) -> None:
    row = document.tables[0].rows[4]._tr
    row.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"/>'))


@pytest.mark.parametrize(("change", "activities"), [
    pytest.param(moved_into_a_cell, 16, id="layout-of-two-columns"),
    pytest.param(twice_deep, 16, id="layout-in-a-layout"),
    pytest.param(in_a_content_control, 16, id="content-control"),
    pytest.param(one_row_deleted, 15, id="row-deleted-but-its-text-is-plain"),
])
def test_twins_of_documents(change, activities: int):
    result = read("план.docx", of_documents(change))
    assert [(batch.kind, batch.rows) for batch in result.batches] == [("roadmap", activities)]
    assert {row["plan"] for row in result.batches[0].table.to_pylist()} == {PLAN}


def template_of_word(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"wordprocessingml.document.main+xml",
                                                            b"wordprocessingml.template.main+xml"))
    return out.getvalue()


def test_a_template_of_word_is_a_document():
    assert [batch.rows for batch in read("план.dotx", template_of_word(KISLOVODSK.read_bytes())).batches] == [16]


def lines(separator: str = ";") -> str:
    return "\r\n".join(separator.join(row) for row in (HEADER, COURSE))


@pytest.mark.parametrize("data", [
    pytest.param(lines().replace("№ ", "").encode("koi8-r"), id="koi8-r"),
    pytest.param(lines("\t").encode("cp1251"), id="cp1251-tabs"),
    pytest.param(lines().encode("utf-16-be"), id="utf-16-without-a-mark"),
    pytest.param(lines().encode("utf-32-le"), id="utf-32-without-a-mark"),
    pytest.param(("sep=|\r\n" + lines("|")).encode("cp866") + b"\r\n\x1a", id="dos-with-ctrl-z"),
    pytest.param(lines("|").encode(), id="bars"),
])
def test_twins_of_texts(data: bytes):
    result = read("курсы.csv", data)
    assert [issue.code for issue in result.issues if issue.code != "text-encoding"] == []
    assert records(result, "school_id", "programme", "people") == [("Ш05", "Ёлка и числа", 2)]


def test_a_short_text_that_reads_in_two_ways_is_asked_about():
    data = "на;и\r\n1;Ь 5".encode("cp1251")
    (issue,) = [issue for issue in check("письмо.csv", data, NOBODY).issues if issue.topic]
    assert (issue.code, issue.severity, issue.topic) == ("text-encoding", "question", ENCODING)
    assert [(choice.label, choice.value) for choice in issue.choices] == [
        ("«№ 5» — Mac", "Mac"), ("«Ь 5» — Windows (1251)", "Windows (1251)")]
    for answer, cell in (("Mac", "№ 5"), ("Windows (1251)", "Ь 5")):
        answered = check("письмо.csv", data, NOBODY, {issue.key: answer})
        assert (answered.grids[0].at(1, 1), [one.code for one in answered.issues if one.topic]) == (cell, [])


def page(rows, attributes: str = "") -> str:
    return "".join(f"<tr{attributes}>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)


@pytest.mark.parametrize(("name", "data"), [
    pytest.param("курсы.xls", f"<body><table>{page((HEADER, COURSE))}</table></body>".encode("utf-16"), id="utf-16"),
    pytest.param("курсы.xls", f"<meta charset=windows-1251><table>{page((HEADER, COURSE))}".encode("cp1251"),
                 id="meta"),
    pytest.param("курсы.xls", f"<center><table>{page((HEADER, COURSE))}</table>".encode("cp1251"), id="nothing-said"),
    pytest.param("курсы.xls", page((HEADER, COURSE)).encode(), id="rows-alone"),
    pytest.param("курсы.htm", f"<table><tr><td>Меню<td><table>{page((HEADER, COURSE))}</table></table>".encode(),
                 id="layout"),
    pytest.param("курсы.doc", f"<html><body><p>Отчёт<table>{page((HEADER, COURSE))}</table>".encode("cp1251"),
                 id="doc"),
])
def test_twins_of_pages(name: str, data: bytes):
    result = read(name, data)
    assert (codes(result), records(result, "school_id", "programme", "people")) == ([], [("Ш05", "Ёлка и числа", 2)])


@pytest.mark.parametrize(("name", "code"), [("отчёт.xls", "file-web-page"), ("отчёт.htm", "file-web-page")])
def test_a_page_without_a_table_keeps_its_sentence(name: str, code: str):
    assert codes(read(name, "<html><body><p>Ошибка 404</body></html>".encode())) == [code]
