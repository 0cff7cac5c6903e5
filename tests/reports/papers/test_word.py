"""The two copies of a paper as documents, read back."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from shnor.reports.papers import sources, word
from shnor.reports.papers.blocks import Moved, Section, Task, Tasks, numbers
from shnor.reports.papers.laid import READ
from shnor.sentences.pieces import Number, Place
from tests.reports.papers import made, read_back
from tests.reports.papers.read_back import W
from tests.reports.slides import printed

BOTH = (word.clean, word.sourced)


def styled(data: bytes, style: str) -> list[str]:
    return [read_back.said(one) for one in read_back.part(data, "word/document.xml").iter(f"{W}p")
            if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style]


@pytest.mark.parametrize("paper", [
    pytest.param(made.NOTE, id="note"), pytest.param(made.ORDER, id="order"), pytest.param(made.EMPTY, id="empty")])
def test_both_copies_say_the_same(paper):
    assert read_back.paragraphs(word.clean(paper)) == read_back.paragraphs(word.sourced(paper))


def test_every_number_stands_in_the_text_in_its_order():
    text, place = "\n".join(read_back.paragraphs(word.clean(made.NOTE))), 0
    for number in numbers(made.NOTE):
        place = text.index(number.text, place) + len(number.text)


def test_a_comment_hangs_on_every_number_with_a_source_and_on_no_other():
    found = read_back.comments(word.sourced(made.NOTE))
    assert [number for number, _ in found] == [one.text for one in numbers(made.NOTE)]
    assert len(found) == 45
    assert found[1] == ("33", "Выполнено: 33\nСколько: 33 из 36\n"
                        "Где прочитано: файл «ноябрь ООШ5 испр.xlsx», лист «Месяц», ячейки F12, F14…F19\n"
                        "Где прочитано: файл «План.docx», ячейки C4…C9\n"
                        "По чему: по 6 школам перечня, на 20.12.2026\nСтрок в базе: 36")


def test_a_comment_names_two_sheets_and_how_many_more():
    places = tuple(Place(f"{month}.xlsx", "Месяц", "F12") for month in ("май", "июнь", "июль", "август"))
    assert [line.replace("\u00a0", " ") for line in sources.comment(
        Number("4", made.source("Выполнено", "выполнено", 4, None, *places)))][2:5] == [
        "Где прочитано: файл «май.xlsx», лист «Месяц», ячейки F12",
        "Где прочитано: файл «июнь.xlsx», лист «Месяц», ячейки F12", "И ещё листов: 2, они в приложении"]


def test_a_signature_never_stands_alone():
    lines = [one for one in read_back.part(word.clean(made.NOTE), "word/document.xml").iter(f"{W}p")
             if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "PaperTask"]
    kept = [one.find(f"{W}pPr/{W}keepNext") is not None for one in lines]
    assert kept == [*[False] * (len(lines) - 3), True, True, True]


def test_the_clean_copy_has_nothing_behind_its_words():
    data = word.clean(made.NOTE)
    assert read_back.comments(data) == []
    assert read_back.hidden(data) == []
    assert not any("comment" in name or "custom" in name or "app.xml" in name for name in read_back.names(data))
    assert [*read_back.part(data, "docProps/core.xml")] == []
    assert "copied-year" not in read_back.whole(data)
    assert "/source?" not in read_back.whole(data)


WORDS = "Справка подписана 20.12.2026; с тех пор данные изменились: 1 строка"
MOVED = Moved(WORDS, ("было: Выполнено 33.", "стало: Выполнено 34."))


@pytest.mark.parametrize(("copy", "listed"), [
    pytest.param(word.clean, [], id="clean"),
    pytest.param(word.sourced, [sources.MOVED, f"{WORDS}.", *MOVED.lines], id="sourced")])
def test_a_paper_after_a_signed_one_says_so_under_its_title(copy, listed):
    data = copy(replace(made.NOTE, moved=MOVED))
    assert styled(data, "PaperPlace") == [f"{WORDS}."]
    text = "\n".join(styled(data, "BodyText") + styled(data, "Heading1"))
    assert [one for one in (sources.MOVED, f"{WORDS}.", *MOVED.lines) if one in text] == listed


def test_a_signed_file_is_marked_in_a_copy():
    signed = word.clean(made.NOTE)
    marked = word.marked(signed, MOVED)
    assert read_back.headers(marked) == {kind: f"{text}{WORDS}, список в конце"
                                         for kind, text in read_back.headers(signed).items()}
    was = read_back.paragraphs(signed)
    assert read_back.paragraphs(marked) == [*was, sources.MOVED, f"{WORDS}.", *MOVED.lines]
    assert (marked, signed) == (word.marked(signed, MOVED), word.clean(made.NOTE))


@pytest.mark.parametrize("copy", BOTH)
def test_the_same_paper_is_the_same_file(copy):
    data = copy(made.NOTE)
    assert data == copy(replace(made.NOTE))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_annex_lists_every_number_and_what_is_missing():
    root = read_back.part(word.sourced(made.NOTE), "word/document.xml")
    texts = [read_back.said(one) for one in root.iter(f"{W}p")]
    annex = [text for text in texts[texts.index("Приложение. Откуда цифры"):] if text]
    assert annex[6:11] == ["1", "36", "Срок наступил", "36; строк в базе: 36",
                           "по 6 школам перечня, на 20.12.2026; файл «ноябрь ООШ5 испр.xlsx», лист «Месяц», ячейки "
                           "F12, F14…F19"]
    place = annex.index("Как посчитано")
    assert annex[place - 5:place + 5] == [
        "44, 45", "22,8\u00a0%", "Доля отметок «2»", "96 из 421; строк в базе: 421", annex[10], "Как посчитано",
        "Что это", "Как посчитано", "Срок наступил", "мероприятия, срок которых не позже даты"]
    assert annex[-3:] == ["Чего не хватает", "Дорожная карта. По 1 мероприятию нет сведений. Нужен файл: «Месячный "
                          "отчёт, форма М-1».", "Анкеты. Опросов за год нет. Нужен файл: «Выгрузка анкеты»."]


def test_sections_have_numerals_without_gaps_and_none_is_empty():
    assert styled(word.clean(made.NOTE), "Heading1") == ["Основание", "I.\u00a0Дорожная карта", "II.\u00a0Результаты",
                                                         "III.\u00a0Задачи"]


def test_tables_and_pictures_are_numbered_and_named():
    data = word.clean(made.NOTE)
    assert styled(data, "Caption") == ["Таблица\u00a01\u00a0— Выполнение дорожных карт",
                                       "Таблица\u00a02\u00a0— Отметки по предметам"]
    assert styled(data, "PaperDrawingCaption") == ["Рисунок\u00a01\u00a0— Доля отметок «2», математика"]
    root = read_back.part(data, "word/document.xml")
    (picture,) = (one for one in root.iter() if one.tag.endswith("}docPr"))
    assert picture.get("descr").startswith("Доля отметок «2», математика. по 6 школам перечня. больше всего")


def test_the_head_of_a_table_is_repeated_and_no_row_is_parted():
    root = read_back.part(word.clean(made.NOTE), "word/document.xml")
    long = [*root.iter(f"{W}tbl")][1]
    rows = [*long.iter(f"{W}tr")]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + 40 * [False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_form_of_the_page():
    section = read_back.part(word.clean(made.NOTE), "word/document.xml").find(f"{W}body/{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    millimetres = [round(int(one.get(f"{W}{name}")) * 25.4 / 1440) for one, name in (
        (size, "w"), (size, "h"), (margins, "left"), (margins, "right"), (margins, "top"), (margins, "bottom"))]
    assert millimetres == [210, 297, 20, 10, 20, 20]


@pytest.mark.parametrize(("label", "heads"), [
    pytest.param(made.LABEL, {"first": made.LABEL, "default": f"2{made.LABEL}"}, id="invented"),
    pytest.param("", {"default": "2"}, id="real")])
@pytest.mark.parametrize("copy", BOTH)
def test_pages_are_numbered_from_the_second_and_say_that_data_are_invented(copy, label, heads):
    assert read_back.headers(copy(replace(made.NOTE, label=label))) == heads


def test_an_order_has_its_lines_in_their_order():
    found = read_back.paragraphs(word.clean(made.ORDER))
    assert found[:8] == [
        made.REQUISITES.authority, "МКУ «Центр развития образования»", "ПРИКАЗ", "20\u00a0декабря 2026 года",
        "№\u00a014-осн", "г. Приозёрск", "Об итогах работы со школами в 2026\u00a0году",
        "На основании справки от 20.12.2026 и в целях поддержки школ"]
    assert found[8] == "ПРИКАЗЫВАЮ:"
    assert [text.partition(".")[0] for text in found[9:19]] == [str(number) for number in range(1, 11)]
    assert found[17].replace("\u00a0", " ").startswith(
        "9. Директору МБОУ ООШ № 5 в срок до 19 января 2027 года организовать разбор")
    assert found[18:] == ["10.\u00a0Контроль за исполнением приказа оставляю за собой.", made.REQUISITES.post,
                          "А.Б. Образцова", READ, "Методист центра", "тел.\u00a08\u00a0(000)\u00a0000-00-00"]


def test_points_of_one_addressee_stand_under_it():
    parts = tuple(Task(0, "Центру", text, date(2027, 1, 20)) for text in ("Провести сессию.", "ВПР разобрать;"))
    told = Tasks("", (Task(2, "центру", "", parts=parts),))
    found = read_back.paragraphs(word.clean(replace(made.ORDER, sections=(Section("order", "", (told,)),))))
    place = found.index("ПРИКАЗЫВАЮ:") + 1
    assert [text.replace("\u00a0", " ") for text in found[place:place + 3]] == [
        "1. Центру:", "1) в срок до 20 января 2027 года провести сессию;",
        "2) в срок до 20 января 2027 года ВПР разобрать."]


def test_a_paper_approved_by_an_order_says_so_above_its_title():
    lines = ("УТВЕРЖДЕНА", "приказом управления образования", "от ____ №\u00a014")
    told = word.clean(replace(made.NOTE, requisites=replace(made.REQUISITES, approved=lines)))
    assert styled(told, "PaperStamp") == [*lines]
    assert read_back.paragraphs(told)[:3] == [*lines]


def test_what_is_not_known_is_a_line_to_write_on():
    found = read_back.paragraphs(word.clean(replace(made.EMPTY, kind="order")))
    assert [text.replace("_", "").replace("\u00a0", " ") for text in found] == [
        "", "ПРИКАЗ", "«»  20 г.", "№ ", *made.EMPTY.title.split("\n"), "", " //",
        "С приказом ознакомлены: ", "Исполнитель: ", "тел. "]


@pytest.mark.parametrize("text", ["a\x00b\x0b<w:p>&«»", "перенос\nвнутри\tи табуляция"])
def test_any_text_stays_text(text):
    paper = replace(made.NOTE, sections=(replace(
        made.NOTE.sections[1], blocks=(replace(made.WIDE, title="т", heads=(text,), rows=((text,),)),)),))
    assert read_back.paragraphs(word.clean(paper)).count(text.replace("\x00", "").replace("\x0b", "")) == 2


@pytest.mark.office
@printed.needs_poppler
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(("copy", "pages"), [
    pytest.param(word.clean, 4, id="clean"), pytest.param(word.sourced, 7, id="sourced")])
def test_libreoffice_opens_it_as_it_is_laid(copy, pages, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(copy(made.NOTE))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--convert-to",
                    "pdf", "--outdir", tmp_path, path], check=True, capture_output=True, timeout=180)
    found = printed.pages((tmp_path / "paper.pdf").read_bytes(), tmp_path)
    assert len(found) == pages
    assert all(page.startswith(start) for page, start in zip(found, (made.LABEL, *(
        f"{number} {made.LABEL}" for number in range(2, pages + 1))), strict=True))
    assert found[1].count("Что проведено") == 1
    assert found[3].endswith("Методист центра тел. 8 (000) 000-00-00")
