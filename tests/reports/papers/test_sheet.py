"""«Листок к совещанию»: one page, whatever comes in, in grey, the same words in both files."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from shnor.reports.papers import sheet
from shnor.reports.papers.blocks import Own, Table
from shnor.reports.papers.office.pictures import grey
from shnor.reports.papers.sheet_laid import LEFT_OUT, SIZES, fitted, words
from tests.reports.papers import made, read_back
from tests.reports.slides import printed


def with_lines(count: int):
    """So many lines more in «Где трудно»."""
    more = Own("more", "\n".join(
        f"{place}) школе № {place} не хватает учителя, второй год ищут замену вместе с центром и управлением, ответа "
        "пока нет" for place in range(1, count + 1)))
    return replace(made.SHEET, sections=tuple(
        replace(one, blocks=(*one.blocks, more)) if one.id == "hard" else one for one in made.SHEET.sections))


def with_table(rows: int):
    table = Table("Школы перечня", ("Школа", "Писали"), tuple((f"СОШ № {place}", "96 из 421") for place in range(rows)))
    return replace(made.SHEET, sections=(replace(made.SHEET.sections[0], blocks=(table,)), *made.SHEET.sections[1:]))


@printed.needs_poppler
@pytest.mark.parametrize(("paper", "size", "whole"), [
    pytest.param(made.SHEET, SIZES[0], True, id="short"),
    pytest.param(with_table(38), 11, True, id="smaller-letters"),
    pytest.param(with_lines(16), SIZES[0], False, id="too-many-words"),
    pytest.param(with_lines(80), SIZES[0], False, id="far-too-many-words"),
    pytest.param(with_table(6), SIZES[0], True, id="table"),
    pytest.param(with_table(60), SIZES[-1], False, id="long-table")])
def test_it_is_one_page_and_says_when_something_is_left_out(paper, size, whole, tmp_path):
    (page,) = printed.pages(sheet.pdf(paper), tmp_path)
    assert fitted(paper).size == size
    assert (LEFT_OUT in page) != whole
    assert page.startswith(f"{made.LABEL} Школы с низкими")
    assert page.endswith("тел. 8 (000) 000-00-00")


@printed.needs_poppler
def test_both_files_have_the_same_words(tmp_path):
    (page,) = printed.pages(sheet.pdf(made.SHEET), tmp_path)
    lines = read_back.paragraphs(sheet.docx(made.SHEET))
    assert lines[2:5] == ["1. СКОЛЬКО. В перечне на 2026 год 6 школ из 12.",
                          "2. ДЕТИ. Доля отметок «2» на ВПР по математике снизилась с 30,0\u00a0% до 22,8\u00a0%; "
                          "снижение подтверждается.",
                          "3. РАБОТА. К 20 декабря 2026 года срок наступил по 36 мероприятиям. Выполнено 33, остальные "
                          "перенесены на следующий месяц."]
    words = {*" ".join(lines).replace("\u00a0", " ").split()}
    assert words - {*page.split()} == set()


@pytest.mark.parametrize("count", [1, 6, 30])
def test_no_sheet_is_longer_than_is_read_at_a_meeting(count):
    asked, noted = (Own(id, "\n".join(f"{place}) школе № {place} нужен учитель физики и подвоз {words_more}"
                                      for place in range(1, count + 1)))
                    for id, words_more in (("ask", "обучающихся"), ("answers", "на занятия в каникулы")))
    paper = replace(made.SHEET, sections=(*made.SHEET.sections[:4], replace(made.SHEET.sections[4], blocks=(asked,)),
                                          replace(made.SHEET.sections[5], blocks=(noted,))))
    page = fitted(paper)
    assert words(page) <= 250
    assert (LEFT_OUT in [line for part in page.parts for line in part.lines]) == (count == 30)


def test_the_picture_has_no_colour():
    assert grey("<a fill='#1f5f8b'/><b fill='#FFFFFF'/>") == "<a fill='#515151'/><b fill='#ffffff'/>"
    shades = re.findall("#([0-9a-f]{6})", fitted(made.SHEET).strip)
    assert shades
    assert all(shade[:2] == shade[2:4] == shade[4:] for shade in shades)


def test_the_same_sheet_is_the_same_file():
    assert sheet.pdf(made.SHEET) == sheet.pdf(replace(made.SHEET))
    assert sheet.docx(made.SHEET) == sheet.docx(replace(made.SHEET))
    assert read_back.hidden(sheet.docx(made.SHEET)) == []


@pytest.mark.office
@printed.needs_poppler
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_prints_one_page(tmp_path):
    papers = {"short": made.SHEET, **{f"lines-{count}": with_lines(count) for count in (16, 24, 80)},
              "table": with_table(30)}
    for name, paper in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(sheet.docx(paper))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--convert-to",
                    "pdf", "--outdir", tmp_path, *(tmp_path / f"{name}.docx" for name in papers)],
                   check=True, capture_output=True, timeout=180)
    found = {name: len(printed.pages((tmp_path / f"{name}.pdf").read_bytes(), tmp_path)) for name in papers}
    assert found == dict.fromkeys(papers, 1)
