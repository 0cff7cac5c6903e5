"""The other files of a paper: PDF, book of tables, page of the web; and the order by its own name."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from shnor.reports.papers import html, order, pages, tables, word
from shnor.reports.papers.blocks import Section, Table, Task
from shnor.reports.papers.laid import roman, task_words
from shnor.sentences.pieces import Number
from tests.reports.papers import made, read_back
from tests.reports.slides import printed


def test_an_order_is_its_document_and_nothing_else_is_an_order():
    assert order.docx(made.ORDER) == word.clean(made.ORDER)
    with pytest.raises(ValueError, match="note is no order"):
        order.docx(made.NOTE)


@pytest.mark.parametrize(("task", "words"), [
    (Task(1, "Директору МБОУ ООШ № 5", "организовать разбор", date(2026, 12, 20), "не выполнено 2 из 36", 2025),
     "1.\u00a0Директору МБОУ ООШ №\u00a05: организовать разбор. Срок\u00a0— 20\u00a0декабря 2026 года. Основание: не "
     "выполнено 2 из 36. Перенесено из 2025 года."),
    (Task(2, "Центру", "провести семинар."), "2.\u00a0Центру: провести семинар."),
    (Task(21, "", "контроль оставляю за собой"), "21.\u00a0Контроль оставляю за собой."),
])
def test_a_task_in_words(task, words):
    assert task_words(task, task.number) == words


@pytest.mark.parametrize(("number", "numeral"), [
    (1, "I"), (4, "IV"), (9, "IX"), (11, "XI"), (21, "XXI"), (39, "XXXIX")])
def test_a_numeral(number, numeral):
    assert roman(number) == numeral


def test_there_is_no_numeral_of_nothing():
    with pytest.raises(ValueError, match="0 is no numeral"):
        roman(0)


@printed.needs_poppler
@pytest.mark.parametrize("paper", [pytest.param(made.NOTE, id="note"), pytest.param(made.ORDER, id="order")])
def test_the_pdf_has_the_words_of_the_document(paper, tmp_path):
    data = pages.pdf(paper)
    assert data == pages.pdf(replace(paper))
    found = printed.pages(data, tmp_path)
    text = " ".join(found)
    words = {*" ".join(read_back.paragraphs(word.clean(paper))).replace("\u00a0", " ").split()}
    assert words - {*text.split()} == set()
    assert [page.startswith(made.LABEL if place == 1 else f"{place} {made.LABEL}")
            for place, page in enumerate(found, 1)] == [True] * len(found)
    assert found[-1].endswith("Методист центра тел. 8 (000) 000-00-00")
    assert printed.outside(data, tmp_path) == []
    assert {inside for _, inside in printed.fonts(data, tmp_path)} == {"yes"}


@pytest.mark.parametrize(("piece", "value", "shown"), [
    (Number("33"), 33, "0"), ("421", 421, "0"), (Number("1\u00a0234"), 1234, "#,##0"),
    (Number("22,8\u00a0%"), 0.228, "0.0%"), ("94\u00a0%", 0.94, "0%"), (Number("−7,25"), -7.25, "0.00"),
    (Number("96 из 421"), "96 из 421", ""), ("5–8", "5–8", ""), ("007", "007", ""), ("0", 0, "0"),
    ("нет данных", "нет данных", ""), ("=1+1", "=1+1", ""), ("", "", ""),
])
def test_a_cell_of_the_book(piece, value, shown):
    assert tables.value(piece) == (value, shown)


def test_the_book_has_a_sheet_a_table_and_says_where_numbers_are_from():
    book = load_workbook(BytesIO(tables.xlsx(made.NOTE)))
    assert book.sheetnames == ["Таблица 1", "Таблица 2", "Как посчитано", "Откуда цифры"]
    assert [[cell.value for cell in row] for row in book["Таблица 2"].iter_rows(max_col=7)] == [
        ["Отметки по предметам", *[None] * 6], ["Пример, данные вымышлены", *[None] * 6],
        ["Предмет", "Класс", "Обучающихся", "«5»", "«4»", "«3»", "«2»"],
        ["Математика", "5–8", 421, 20, 106, 199, 0.228], ["Русский язык", "5–8", 418, 31, 120, 180, 87]]
    last = book["Откуда цифры"]
    assert [cell.value for cell in last[5]][:4] == [2, 33, "Выполнено", "33 из 36; строк в базе: 36"]
    assert [cell.value for cell in last[47]][:2] == ["44, 45", 0.228]
    assert last.max_row == 3 + 44 + 1
    assert [cell.value for cell in book["Как посчитано"][5]] == ["Выполнено", "выполнено / срок наступил"]


def test_the_book_of_a_paper_without_tables_and_a_text_that_is_no_formula():
    assert load_workbook(BytesIO(tables.xlsx(made.EMPTY))).sheetnames == ["Откуда цифры"]
    paper = replace(made.NOTE, sections=(Section("a", "А", (Table("=1", ("=A1",), (("=HYPERLINK(1)",),)),)),))
    cells = [cell for row in load_workbook(BytesIO(tables.xlsx(paper)))["Таблица 1"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert tables.xlsx(paper) == tables.xlsx(paper)


def test_the_page_of_the_web_asks_nobody_and_escapes_what_it_says():
    paper = replace(made.NOTE, title="<script>x</script>")
    page = html.page(paper).decode()
    assert "default-src &#39;none&#39;" in page
    assert "<script" not in page
    assert not any(sign in page for sign in (" src=", " href=", "url(", "@import"))
    assert page == html.page(paper).decode()


def test_the_page_of_the_web_has_all_the_words():
    page = html.page(made.NOTE).decode()
    for text in ("пример, данные вымышлены", "<caption>Таблица\u00a01\u00a0— Выполнение дорожных карт</caption>",
                 '<th scope="col">Обучающихся</th>', '<td class="n">22,8\u00a0%</td>', "<h2 class=\"heading1\">II.",
                 "<figcaption>Рисунок\u00a01\u00a0— Доля отметок «2», математика</figcaption>", 'lang="ru"'):
        assert text in page
    assert page.count("<svg") == 1


def test_what_is_given_out_is_not_signed():
    text = html.page(replace(made.NOTE, kind="public")).decode()
    assert "Образцова" not in text
    assert "Методист центра" not in text
