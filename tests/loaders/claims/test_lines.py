"""The same paragraphs and rows in every format people write papers in."""

import io
import zipfile

import pytest
from docx import Document

from shnor.loaders.claims.lines import lines
from shnor.loaders.claims.read import read
from shnor.loaders.process import door

TEXT = "Проведено 8 семинаров."
RICH = (br"{\rtf1\ansi\ansicpg1251 \u1055?\u1088?\u1086?\u1074?\u1077?\u1076?\u1077?\u1085?\u1086? 8 "
        br"\u1089?\u1077?\u1084?\u1080?\u1085?\u1072?\u1088?\u1086?\u1074?.\par \trowd\cellx100\cellx200 "
        br"A\cell 12\cell\row}")


OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "WordDocument".encode("utf-16-le")


def docx() -> bytes:
    document = Document()
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "A", "12"
    document.save(raw := io.BytesIO())
    return raw.getvalue()


def odt() -> bytes:
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                     for name in ("office", "text", "table"))
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("A", "12"))
    with zipfile.ZipFile(raw := io.BytesIO(), "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", f"<office:document-content {names}><office:body><office:text>"
                      f"<text:p>{TEXT}</text:p><table:table><table:table-row>{cells}</table:table-row></table:table></office:text>"
                      "</office:body></office:document-content>")
    return raw.getvalue()


@pytest.mark.parametrize(("what", "data"), [
    pytest.param("docx", docx(), id="word"), pytest.param("rtf", RICH, id="rich-text"),
    pytest.param("odt", odt(), id="open-document"),
])
def test_paragraphs_and_rows(what, data):
    assert [(line.text, line.place, line.cells) for line in lines(what, data)] == [
        (TEXT, "абзац 1", ()), ("A; 12", "таблица 1, строка 1", ("A", "12"))]


@pytest.mark.parametrize(("text", "told"), [
    pytest.param("Проведён в ок-\n\nтябре семинар.", ["Проведён в октябре семинар."], id="a-word-broken"),
    pytest.param("Оказана помощь МБОУ-\nООШ № 21.", ["Оказана помощь МБОУ-ООШ № 21."], id="a-dash-of-a-name"),
    pytest.param("Задачи:\n1) первая;\n2) вторая.", ["Задачи:", "1) первая;", "2) вторая."], id="a-list"),
    pytest.param("В этом году на уровне муниципалитета было проведено 2\nсеминара.",
                 ["В этом году на уровне муниципалитета было проведено 2 семинара."], id="a-line-broken"),
])
def test_lines_of_a_page_are_joined(text, told):
    assert [line.text for line in lines("csv", text.encode())] == told


@pytest.mark.parametrize(("name", "data", "code"), [
    pytest.param("скан.pdf", b"%PDF-1.4 " + bytes(99), "file-pdf", id="pdf"),
    pytest.param("книга.csv", b"\n\n", "paper-empty", id="nothing-in-it"),
])
def test_what_is_no_paper(name, data, code):
    refused = read(name, data).refused
    assert refused
    assert refused.code == code


def test_an_old_word_where_there_is_no_office(monkeypatch):
    monkeypatch.setenv("PATH", "")
    refused = read("старая.doc", OLD_WORD).refused
    assert refused
    assert (refused.code, "Сохранить как" in refused.message) == ("file-old-word", True)


@pytest.mark.parametrize(("name", "data"), [
    pytest.param("справка.odt", odt(), id="open-document"), pytest.param("справка.rtf", RICH, id="rich-text"),
])
def test_by_their_bytes(name, data):
    told = read(name, data)
    assert (told.refused, [one.said for one in told.said], told.cells) == (None, ["8 семинаров"], 1)


def test_a_cell_over_several_columns_leaves_the_others_their_places():
    document = Document()
    table = document.add_table(2, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Курсы"
    for column, text in enumerate(("A", "1", "2")):
        table.cell(1, column).text = text
    document.save(raw := io.BytesIO())
    assert [line.cells for line in lines("docx", raw.getvalue())] == [("", "Курсы", ""), ("A", "1", "2")]


def test_through_the_door():
    told = door.paper("справка.docx", docx())
    assert [one.said for one in told.said] == ["8 семинаров"]
    assert told.cells == 1
