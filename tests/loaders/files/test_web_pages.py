"""Tables of web pages, saved pages and pages called .xls."""

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.loaders.files.documents.web_pages import read_web_archive, read_web_page
from shnor.loaders.files.raw import Failed


def cells(body: str) -> list[tuple]:
    return [table.cells for table in read_web_page(body.encode())]


@pytest.mark.parametrize(("body", "expected", "merged"), [
    pytest.param("<table><tr><th rowspan=2>№<th colspan=2>Срок<tr><td>2025<td>2026</table>",
                 (("№", "Срок", None), (None, "2025", "2026")), ((0, 0, 1, 0), (0, 1, 0, 2)), id="both-ways"),
    pytest.param("<table><tr><td>а<td rowspan=0>до конца<tr><td>б<tr><td>в</table>",
                 (("а", "до конца"), ("б", None), ("в", None)), ((0, 1, 2, 1),), id="to-the-end"),
    pytest.param("<table><tr><td colspan=200>Отчёт<tr><td>а<td>б</table>", (("Отчёт", None), ("а", "б")), (),
                 id="a-title-wider-than-the-table"),
    pytest.param("<table><tr><td rowspan=99>а<td>б<tr><td>в</table>", (("а", "б"), (None, "в")), ((0, 0, 1, 0),),
                 id="taller-than-the-table"),
    pytest.param("<table><tr><td rowspan='два' colspan='-1'>а<td>б</table>", (("а", "б"),), (),
                 id="numbers-that-are-none"),
])
def test_merged_cells_stand_where_a_browser_puts_them(body: str, expected: tuple, merged: tuple):
    (table,) = read_web_page(body.encode())
    assert (table.cells, table.merged) == (expected, merged)


@pytest.mark.parametrize(("cell", "text"), [
    pytest.param("1<br>2", "1\n2", id="line-break"), pytest.param("<p>1</p><p>2</p>", "1\n2", id="paragraphs"),
    pytest.param(" МБОУ \n\t  СОШ&nbsp;№&nbsp;5 ", "МБОУ СОШ\u00a0№\u00a05", id="blanks-of-the-source"),
    pytest.param("<b>1</b>2<sup>3</sup>", "123", id="marked-letters"),
    pytest.param("<input value='36'><script>x=1</script><!-- нет -->", "36", id="a-field-of-a-form"),
    pytest.param("<select><option>нет<option selected>да</select>", "да", id="a-choice"),
    pytest.param("&lt;5&gt; &amp; 6", "<5> & 6", id="signs"),
])
def test_text_of_a_cell(cell: str, text: str):
    assert cells(f"<table><tr><td>{cell}<td>х</table>") == [((text, "х"),)]


def test_the_lines_above_a_table_are_its_heading():
    (table,) = read_web_page("<title>сайт</title><h1>Отчёт</h1>за <i>ноябрь</i> 2026<table><caption>Форма 2</caption>"
                             "<tr><td>1<td>2</table><p>Подпись".encode())
    assert (table.heading, table.sheet) == ("Отчёт\nза ноябрь 2026\nФорма 2", "Таблица 1")


def test_a_table_that_lays_the_page_out_gives_way_to_those_inside():
    body = ("<table><tr><td>УТВЕРЖДАЮ<td><table><tr><td>а<td>б<tr><td>в<td>г</table>"
            "<tr><td colspan=2><table><tr><td>д<td>е<tr><td>ё<td>ж</table></table>")
    tables = read_web_page(body.encode())
    assert [(table.sheet, table.cells, table.heading) for table in tables] == [
        ("Таблица 1", (("а", "б"), ("в", "г")), "УТВЕРЖДАЮ"), ("Таблица 2", (("д", "е"), ("ё", "ж")), "")]


def test_a_small_table_in_a_cell_of_a_large_one_is_the_text_of_that_cell():
    rows = "".join(f"<tr><td>{n}<td>мера" for n in range(5))
    assert cells(f"<table>{rows}<tr><td>5<td>план<table><tr><td>I<td>II</table></table>") == [
        (*((str(n), "мера") for n in range(5)), ("5", "план\nI\nII"))]


@pytest.mark.parametrize("body", ["", "<p>нет", "<table></table>", "<table><tr><td> </table>", "<div>" * 3000 + "1"])
def test_a_page_without_a_table(body: str):
    with pytest.raises(Failed, match="no-tables"):
        read_web_page(body.encode())


@pytest.mark.parametrize("data", [
    pytest.param("<table><tr><td>Школа<td>Ёж</table>".encode("utf-16"), id="utf-16"),
    pytest.param("<meta charset='utf-8'><table><tr><td>Школа<td>Ёж</table>".encode(), id="utf-8"),
    pytest.param('<meta http-equiv=Content-Type content="text/html; charset=koi8-r"><table><tr><td>Школа<td>Ёж</table>'
                 .encode("koi8-r"), id="koi8-r-by-meta"),
    pytest.param('<meta charset="utf-8"><table><tr><td>Школа<td>Ёж</table>'.encode("cp1251"), id="meta-is-wrong"),
    pytest.param('<?xml version="1.0" encoding="windows-1251"?><table><tr><td>Школа<td>Ёж</table>'.encode("cp1251"),
                 id="xhtml"),
    pytest.param('<meta charset="нет такой"><table><tr><td>Школа<td>Ёж</table>'.encode("cp1251"), id="unknown-page"),
])
def test_letters_of_a_page(data: bytes):
    assert read_web_page(data)[0].cells == (("Школа", "Ёж"),)


@pytest.mark.parametrize(("encoding", "packed"), [("quoted-printable", quopri.encodestring),
                                                  ("base64", base64.encodebytes)])
def test_pages_of_a_saved_archive(encoding: str, packed):
    body = packed("<table><tr><td>Школа<td>5</table>".encode("cp1251")).decode()
    parts = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
             "Content-Type: text/html; charset=utf-8\r\n\r\n<frameset></frameset>\r\n--x\r\n"
             f"Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"
             "--x\r\nContent-Type: text/css\r\n\r\ntd {}\r\n--x--\r\n")
    (table,) = read_web_archive(parts.encode())
    assert (table.sheet, table.cells) == ("Таблица 1", (("Школа", "5"),))


NESTED = st.recursive(
    st.none(), lambda inner: st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3), max_leaves=25)


@settings(max_examples=150, deadline=None)
@given(NESTED)
def test_the_text_of_each_cell_is_read_once_however_tables_are_nested(tree):
    texts: dict[str, bool] = {}  # whether a table lies beside it: then it may be the text above or below that

    def written(node, beside: bool) -> str:
        if node is None:
            texts[text := f"т{len(texts)}т"] = beside
            return text
        beside = any(map(any, node))
        rows = ("<tr>" + "".join(f"<td>{written(cell, beside)}</td>" for cell in row) + "</tr>" for row in node)
        return f"<table>{''.join(rows)}</table>"

    tables = read_web_page(written(tree or [[tree]], beside=False).encode())
    cells = [line for table in tables for row in table.cells for cell in row for line in (cell or "").split("\n")]
    lines = [*cells, *(line for table in tables for line in table.heading.split("\n"))]
    assert [text for text in texts if lines.count(text) > 1] == []
    assert [text for text, beside in texts.items() if not beside and cells.count(text) != 1] == []


def test_what_is_a_table_beside_a_larger_one_inside_it_is_read_too():
    inside = "".join("<tr>" + f"<td>{row}" * 5 for row in "абвг")
    rows = "".join(f"<tr><td>№ {n}<td>мера" for n in range(3))
    first, second = read_web_page(f"<table>{rows}<tr><td>план<td><table>{inside}</table></table>".encode())
    assert first.cells == (("№ 0", "мера"), ("№ 1", "мера"), ("№ 2", "мера"), ("план", None))
    assert (second.cells, second.heading) == (tuple((row,) * 5 for row in "абвг"), "")
