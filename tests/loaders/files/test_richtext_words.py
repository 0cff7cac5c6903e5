"""The grammar of RTF: letters in old pages, changes, tables in tables."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.loaders.files.documents.richtext import read_richtext
from shnor.loaders.files.raw import Failed

FONTS = (r"{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset128 Gothic;}{\f2\fcharset0 Times;}{\f3\fcharset238 Arial CE;}"
         r"{\f4\fcharset255 Terminal;}}")
ROW = r"\trowd\cellx1000\cellx2000\pard\intbl "


def read(body: str, head: str = r"\ansi\ansicpg1251\deff0"):
    return read_richtext((r"{\rtf1" + head + FONTS + body + r"\pard\par}").encode("cp1251"))


@pytest.mark.parametrize(("cell", "text"), [
    pytest.param(r"\'d8\'ea\'ee\'eb\'e0", "Школа", id="bytes"),
    pytest.param(r"\f1 \'93\'fa\'96\'7b\f0 \'d8", "日本Ш", id="letters-of-two-bytes"),
    pytest.param(r"\f2 \'d8\f4 \'98", "ШШ", id="page-of-the-document-and-of-dos"),
    pytest.param(r"\f3 \'b9{\f0 \'d8}\'b9", "ąШą", id="the-font-ends-with-its-group"),
    pytest.param(r"\u1064?\uc2\u1082\'8a\'aa\uc0\u1086\u1083 1", "Школ1", id="letters-by-number"),
    pytest.param(r"\u-10179?\u-8704?", "😀", id="two-halves"),
    pytest.param(r"\{\}\\ \~\_\-5\emdash", "{}\\ \u00a0-5—", id="signs"),
    pytest.param(r"{\revised\revdttm-2015295488 1.4}", "1.4", id="ten-digits"),
    pytest.param(r"\expnd-12345678901 1", "1", id="eleven-digits"),
    pytest.param(r"{\deleted old}new{\deleted0 er}", "newer", id="deleted"),
    pytest.param(r"\deleted a\plain b", "b", id="plain-ends-it"),
    pytest.param(r"{\v secret}\v0 open", "open", id="hidden"),
    pytest.param(r"{\*\bkmkstart x}{\field{\*\fldinst PAGE}{\fldrslt 5}}", "5", id="fields"),
    pytest.param(r"{\pict\bin4 }}{{}a", "a", id="bytes-of-a-picture"),
    pytest.param(r"{\listtext 1.\tab}а", "а", id="number-of-a-list"),
])
def test_the_text_of_a_cell(cell: str, text: str):
    (table,) = read(ROW + cell + r"\cell x\cell\row")
    assert table.cells == ((text, "x"),)


@pytest.mark.parametrize(("head", "text"), [
    (r"\ansi\ansicpg1252", r"\'d8\'e8"), (r"\ansi", r"\'d8\'e8"), (r"\mac", r"\'98\'e8"), (r"\pc", r"\'98\'a8"),
    (r"\ansi\ansicpg866", r"\'98\'a8"), (r"\ansi\ansicpg10007", r"\'98\'e8"),
    (r"\ansi\ansicpg65001", r"\'d0\'a8\'d0\'b8")])
def test_the_page_of_the_document(head: str, text: str):
    assert read(ROW + rf"\f2{text}\cell x\cell\row", head)[0].cells[0][0] == "Ши"


NEST = r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
NESTED = rf"\pard\intbl\itap2 1\nestcell 2\nestcell{NEST}3\nestcell 4\nestcell{NEST}\pard\intbl "


def test_a_table_inside_a_layout_is_the_table():
    (table,) = read(r"\trowd\cellx5000\pard\intbl Head\par " + NESTED + r"\cell\row")
    assert (table.cells, table.heading) == ((("1", "2"), ("3", "4")), "Head")


def test_a_small_table_inside_a_cell_is_its_text():
    (table,) = read("".join(ROW + rf"{n}\cell a\cell\row" for n in range(3)) + ROW + "x" + NESTED + r"\cell z\cell\row")
    assert table.cells == (*((str(n), "a") for n in range(3)), ("x\n1\n2\n3\n4", "z"))


def test_a_row_whose_text_is_all_deleted_is_left_out():
    gone = ROW + r"{\deleted c}\cell{\deleted d}\cell\row"
    (table,) = read(ROW + r"a\cell b\cell\row" + gone + ROW + r"\cell\cell\row")
    assert table.cells == (("a", "b"), (None, None))


def test_cells_merged_in_the_old_way():
    (table,) = read(r"\trowd\clmgf\cellx1000\clmrg\cellx2000\pard\intbl a\cell\cell\row" + ROW + r"b\cell c\cell\row")
    assert (table.cells, table.merged) == ((("a", None), ("b", "c")), ((0, 0, 0, 1),))


def test_a_table_in_a_text_box_is_read_once():
    body = ROW + r"a\cell b\cell\row\pard "
    (table,) = read(r"\pard text{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt " + body +
                    r"}}{\shprslt " + body + r"}}\par")
    assert table.cells == (("a", "b"),)


def test_a_million_braces_take_no_time():
    start = time.monotonic()
    with pytest.raises(Failed, match="no-tables"):
        read_richtext(b"{\\rtf1" + b"{" * 200_000 + b"}" * 300_000)
    assert time.monotonic() - start < 20


WORDS = st.lists(st.sampled_from([
    r"\trowd", r"\cellx100", r"\cell ", r"\row", r"\nestcell ", r"\nestrow", r"\itap3", r"\par", r"\intbl", r"\pard",
    "{", "}", r"{\*\nesttableprops", "x", r"\'d8", r"\u55?", r"\deleted", r"\bin3 ", r"\clvmrg", r"\clmrg", "\\",
    r"\f1", r"\'"]))


@settings(deadline=None)
@given(WORDS)
def test_any_words_end_in_tables_or_a_reason(words: list[str]):
    with contextlib.suppress(Failed):
        for table in read_richtext(("{\\rtf1" + "".join(words)).encode()):
            assert len({len(row) for row in table.cells}) == 1
