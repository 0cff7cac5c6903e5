"""Tables of Word documents."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from shnor.loaders.files.documents.word import read_document
from shnor.loaders.files.raw import Failed


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table(document, *rows: str):
    """Cells of a row are divided by |."""
    made = document.add_table(len(rows), rows[0].count("|") + 1)
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts.split("|"), strict=True):
            cell.text = text
    return made


def test_tables_are_numbered_and_know_the_text_above() -> None:
    document = Document()
    for text in ("Приказ", "", "Дорожная карта", "на 2026 год"):
        document.add_paragraph(text)
    table(document, "№|Школа", "1|")
    document.add_paragraph("Приложение 2")
    table(document, "а|б")
    first, second = read_document(saved(document))
    assert (first.sheet, first.cells) == ("Таблица 1", (("№", "Школа"), ("1", None)))
    assert first.heading == "Приказ\nДорожная карта\nна 2026 год"
    assert (second.sheet, second.cells, second.heading) == ("Таблица 2", (("а", "б"),), "Приложение 2")


@pytest.mark.parametrize(("merged", "cells"), [
    pytest.param((0, 0, 0, 1), (("а\nб", None, "в"), ("г", "д", "е"), ("ж", "з", "и")), id="across"),
    pytest.param((0, 0, 1, 0), (("а\nг", "б", "в"), (None, "д", "е"), ("ж", "з", "и")), id="down"),
    pytest.param((1, 1, 2, 2), (("а", "б", "в"), ("г", "д\nе\nз\nи", None), ("ж", None, None)), id="both-ways"),
])
def test_merged_cells_speak_once(merged: tuple[int, int, int, int], cells: tuple) -> None:
    document = Document()
    made = table(document, "а|б|в", "г|д|е", "ж|з|и")
    made.cell(*merged[:2]).merge(made.cell(*merged[2:]))
    (grid,) = read_document(saved(document))
    assert (grid.cells, grid.merged) == (cells, (merged,))


def test_paragraphs_line_breaks_and_a_table_inside_a_cell_are_text() -> None:
    document = Document()
    cell = table(document, "раз|два").cell(0, 0)
    cell.paragraphs[0].add_run().add_break()
    cell.add_paragraph("три")
    cell.add_table(1, 1).cell(0, 0).text = "внутри"
    (grid,) = read_document(saved(document))
    assert grid.cells == (("раз\n\nтри\nвнутри", "два"),)


def test_inserted_text_is_read_and_deleted_is_not() -> None:
    document = Document()
    paragraph = table(document, "1|").cell(0, 0).paragraphs[0]._p
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>2</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>3</w:delText></w:r></w:del>"))
    assert read_document(saved(document))[0].cells == (("12", None),)


def test_row_that_starts_later_keeps_its_columns() -> None:
    document = Document()
    row = table(document, "а|б", "в|г").rows[1]._tr
    row.remove(row.tc_lst[0])
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    assert read_document(saved(document))[0].cells == (("а", "б"), (None, "г"))


def test_numbers_that_word_puts_itself_are_the_text_of_an_empty_cell() -> None:
    document = Document()
    made = table(document, "№|Школа", "|СОШ № 1", "|СОШ № 2", "5|СОШ № 5")
    for row in (1, 2, 3):
        made.cell(row, 0).paragraphs[0].style = "List Number"
    assert [row[0] for row in read_document(saved(document))[0].cells] == ["№", "1.", "2.", "5"]


def test_document_without_tables() -> None:
    document = Document()
    document.add_paragraph("Только текст")
    with pytest.raises(Failed, match="no-tables"):
        read_document(saved(document))
