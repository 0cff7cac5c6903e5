"""A deck as PowerPoint: what is on each slide, what the speaker has beside it, what the file says of itself."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pptx.oxml.ns import qn

from shnor.charts import facts
from shnor.reports.slides.deck import Deck, Grid, Picture, Slide
from shnor.reports.slides.powerpoint import pptx
from tests.reports.slides.decks import LABEL, LINK, deck
from tests.reports.slides.office.opened import parts, presentation, shown

RATIOS = ("16:9", "4:3")


@pytest.fixture(scope="module", params=RATIOS)
def data(request) -> bytes:
    return pptx(deck(), request.param)


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def titles(data: bytes, *, hidden: bool) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in presentation(data).slides
            if (slide._element.get("show") == "0") is hidden]


@pytest.mark.parametrize(("ratio", "size"), [("16:9", (13.333, 7.5)), ("4:3", (10.0, 7.5))])
def test_slides_have_their_ratio(ratio, size):
    made = presentation(pptx(deck(), ratio))
    assert (round(made.slide_width.inches, 3), made.slide_height.inches) == size


def test_a_slide_has_its_title_source_number_and_label(data):
    assert titles(data, hidden=False) == [slide.title for slide in deck().shown]
    assert all(LABEL in texts(slide) for slide in presentation(data).slides)
    numbers = [[shape.text_frame.text for shape in slide.shapes if shape.name == "Номер слайда"]
               for slide in presentation(data).slides]
    assert [number for number in numbers if number] == [[str(place)] for place in range(1, len(shown(data)) + 1)]
    (trend,) = [slide for slide in shown(data) if slide.shapes.title.text_frame.text.startswith("Отметок «2» по")]
    assert "по 6 школам перечня · на 27.11.2026 · форма «Результаты»" in texts(trend)


def test_behind_a_slide_stands_hidden_where_its_numbers_are_from(data):
    hidden = titles(data, hidden=True)
    assert len(hidden) == 11
    assert hidden[0] == "Откуда цифры: Отметок «2» по математике стало меньше: 22,8 % против 30,0 %"
    slides = [*presentation(data).slides]
    place = next(at for at, slide in enumerate(slides) if slide._element.get("show") == "0")
    (table,) = [shape.table for shape in slides[place].shapes if shape.has_table]
    assert [[cell.text_frame.text for cell in row.cells] for row in table.rows] == [
        ["Показатель", "Год", "Получили «2»", "Писали"], ["Отметка «2», математика", "2024–2025", "131", "436"],
        ["Отметка «2», математика", "2025–2026", "96", "421"]]
    (source,) = [shape for shape in slides[place - 1].shapes if shape.name == "Источник"]
    assert source.click_action.target_slide.slide_id == slides[place].slide_id


def test_notes_end_with_the_source_of_the_numbers(data):
    trend = shown(data)[2]
    assert trend.notes_slide.notes_text_frame.text.split("\n") == [
        LABEL, "Время: 2:00", "«Откуда цифры» — следующий скрытый слайд: клавиша H или щелчок по строке источника.",
        "Почему это можно говорить.", "Источник: форма «Результаты», 96 из 421 и 131 из 436."]


def test_who_cannot_see_a_picture_is_told_it(data):
    for slide, page in zip(deck().shown, shown(data), strict=True):
        told = [element.get("descr") for element in page._element.iter(qn("p:cNvPr")) if element.get("descr")]
        if isinstance(slide.body, Picture) and slide.body.shape.kind != "multiples":
            assert told == [f"{LABEL}. {facts.in_words(slide.body.chart)}"]
        elif isinstance(slide.body, Picture):
            assert told[1].startswith(f"{LABEL}. Доля отметок «2» по школам. Школа Б: 2023–2024 14 из 42")
    assert "Синяя фотография урока" in [element.get("descr") for page in shown(data)
                                        for element in page._element.iter(qn("p:cNvPr"))]


def test_the_outline_has_the_lines_and_the_questions(data):
    told = {slide.shapes.title.text_frame.text: [one.text_frame.text for one in slide.placeholders
                                                 if one.placeholder_format.idx == 1] for slide in shown(data)}
    assert told["К концу встречи выберем две меры на I полугодие"] == [
        "Разбор заданий с тьютором\nОткрытые уроки школ-партнёров"]
    assert told["Ваша очередь: карточка вашей школы"] == [
        "Что из сказанного похоже на вашу школу?\nКакая помощь нужна до декабря?\nКто отвечает?"]
    assert told["Школы очень разные, и разброс велик"] == []


def test_steps_a_task_and_a_blank_are_there(data):
    by_title = {slide.shapes.title.text_frame.text: slide for slide in shown(data)}
    steps = by_title["Где дефицит закрыт курсом и тьютором, повторная диагностика лучше"]
    assert [text for text in texts(steps) if text[:2] in ("34", "29", "17")] == [
        "34\nучителя с дефицитом", "29\nполучили курс и тьютора", "17\nдефицит закрыт"]
    assert sum(shape.name == "Стрелка" for shape in steps.shapes) == 2
    assert "5\xa0минут" in texts(by_title["Ваша очередь: карточка вашей школы"])
    (table,) = [shape.table for shape in by_title["Решаем: две меры, срок, кто отвечает"].shapes if shape.has_table]
    assert [[cell.text_frame.text for cell in row.cells] for row in table.rows] == [
        ["Мера", "Срок", "Кто отвечает"], ["", "", ""], ["", "", ""]]
    wide = [column.width for column in table.columns]
    assert [round(10 * width / sum(wide)) for width in wide] == [5, 2, 3]


def test_no_letter_is_too_small_for_the_last_row(data):
    found = parts(data)
    for name, part in found.items():
        if re.fullmatch(r"ppt/(slides|charts|slideLayouts|slideMasters)/[a-zA-Z]+\d+\.xml", name):
            sizes = [int(size) for size in re.findall(r'\bsz="(\d{3,})"', part.decode())]
            assert min(sizes, default=1800) >= 1800, name
    for slide in presentation(data).slides:
        assert [run.text for shape in slide.shapes if shape.has_text_frame for paragraph in shape.text_frame.paragraphs
                for run in paragraph.runs if run.font.size is None] == []


def test_nothing_stands_outside_its_slide(data):
    made = presentation(data)
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width, (slide.shapes.title.text_frame.text, shape.name)
            assert shape.top + shape.height <= made.slide_height, (slide.shapes.title.text_frame.text, shape.name)


def test_the_file_names_the_show_and_nobody(data):
    found = parts(data)
    said = presentation(data).core_properties
    assert (said.title, said.subject, said.author, said.last_modified_by) == (
        "Что помогло школам в 2026 году", LABEL, "", "")
    assert (said.created.isoformat()[:10], said.revision) == ("2026-11-27", 1)
    assert "docProps/app.xml" not in found
    assert [name for name in found if "printer" in name or "thumbnail" in name or name.endswith(".bin")] == []
    assert all(LINK.encode() not in part and b"Canny" not in part for part in found.values())


def test_the_same_deck_is_the_same_file(data):
    ratio = RATIOS[presentation(data).slide_width.inches < 11]
    assert pptx(deck(), ratio) == data


def test_without_a_label_there_is_none():
    assert LABEL.encode() not in b"".join(parts(pptx(deck(label=""))).values())


@pytest.mark.parametrize(("rows", "pages"), [(3, 1), (40, 4)])
def test_a_long_table_goes_on_on_the_next_slide(rows: int, pages: int):
    grid = Grid(("Школа", "Сдали"), tuple((f"Школа {number}", f"{number} из 60") for number in range(rows)), (1,))
    made = presentation(pptx(Deck("Показ", "Округ", deck().day, (Slide("long", "Все", grid, source="откуда"),))))
    tables = [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert len(tables) == pages
    assert sum(len(table.rows) - 1 for table in tables) == rows
    assert titles_of(made) == (["Все"] if pages == 1 else [f"Все ({page} из {pages})" for page in range(1, pages + 1)])


def titles_of(made) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in made.slides]


def test_a_long_title_has_smaller_letters_and_stays_in_its_place():
    long = replace(deck().slides[1], title="Отметок «2» по математике стало заметно меньше в тех школах, где учителя "
                   "прошли курсы, работали с тьютором и вместе разбирали задания весь учебный год")
    (slide,) = presentation(pptx(replace(deck(), slides=(long,)), "4:3")).slides
    (run,) = slide.shapes.title.text_frame.paragraphs[0].runs
    assert 18 <= run.font.size.pt < 32


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_both_ratios(tmp_path: Path):
    for ratio, name in zip(RATIOS, ("wide", "square"), strict=True):
        (tmp_path / f"{name}.pptx").write_bytes(pptx(deck(), ratio))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
                    "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "wide.pptx", tmp_path / "square.pptx"],
                   check=True, capture_output=True, timeout=200)
    for name in ("wide", "square"):
        text = subprocess.run(["pdftotext", "-layout", tmp_path / f"{name}.pdf", "-"], check=True, text=True,
                              capture_output=True).stdout
        pages = text.split("\f")[:-1]
        assert len(pages) == len(deck().shown)
        assert all(LABEL in page for page in pages)
        assert "28 из 74" in pages[4]
        assert "из 421" in pages[2]


def test_panels_say_their_scale(data):
    told = [text.replace("\u00a0", " ") for one in presentation(data).slides for text in texts(one) if "Шкала" in text]
    assert told == ["Шкала у всех одна: от 0 до 60 %"]
