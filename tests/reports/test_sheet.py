"""The page of a school: what stands on it, that it is one page and carries its fonts."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shnor.reports import sheet as sheets
from shnor.reports.sheet import Counts, Moments, SchoolSheet, pdf

SHEET = SchoolSheet(
    school="МБОУ ООШ № 5", day=date(2026, 11, 27), about="86 обучающихся · 13 педагогов",
    needed=(("до 25.12.2026", "вернуть отчёт за декабрь 2026: 14 ячеек"), ("документ", "ожидается по 1.4, 2.1")),
    help=("с января проведено для школы — консультация: 9",),
    roadmap="Дорожная карта, 2026. Срок наступил: 19 из 24",
    beside="Выполнено раньше срока 1 · впереди 4",
    parts=(("подтверждено", 15), ("выполнено, документ ожидается", 2), ("не выполнено", 0), ("нет сведений", 2)),
    results=Counts(("Работа", "2024/25", "2025/26"), (("ВПР, математика, 6 класс", "5 из 12", "4 из 11"),)),
    courses=("с января — завершили курсы: 4",), survey=("«Помощь адресная?» — 9 из 11",),
    words=(("ноябрь 2026, 3.1", "проведено 12.11 #ссылка *не разметка* $x$ \\ \"кавычки\""),),
    questions=(("тьютор по физике (ноябрь 2026)", "ответ до 04.12.2026"),))
BARE = SchoolSheet(school="МБОУ ООШ № 9", day=date(2026, 11, 27))
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")


def pages(sheet: SchoolSheet, folder: Path) -> list[str]:
    """The text of each page, spaces collapsed."""
    (folder / "лист.pdf").write_bytes(pdf(sheet))
    said = subprocess.run(["pdftotext", "-layout", folder / "лист.pdf", "-"], check=True, capture_output=True).stdout
    return [" ".join(page.split()) for page in said.decode().split("\f")[:-1]]


@needs_poppler
def test_everything_said_stands_on_one_page(tmp_path):
    text, = pages(SHEET, tmp_path)
    for said in ("МБОУ ООШ № 5", "Лист школы на 27.11.2026 · 86 обучающихся", "вернуть отчёт за декабрь 2026: 14 ячеек",
                 "Срок наступил: 19 из 24", "Выполнено раньше срока 1 · впереди 4",
                 "подтверждено 15", "не выполнено 0", "5 из 12 4 из 11", "9 из 11",
                 "завершили курсы: 4", "тьютор по физике (ноябрь 2026) ответ до 04.12.2026"):
        assert said in text
    assert '#ссылка *не разметка* $x$ \\ "кавычки"' in text


@needs_poppler
def test_a_school_without_data_has_a_page_too(tmp_path):
    text, = pages(BARE, tmp_path)
    assert "Что сейчас нужно Срочного нет." in text
    assert "Результаты" not in text
    assert "Курсы" not in text


@needs_poppler
def test_a_long_year_still_fits_one_page(tmp_path):
    long = replace(SHEET, needed=tuple((f"до {day:02}.12.2026", "Мероприятие с длинным названием " * 3)
                                       for day in range(1, 25)), words=SHEET.words * 4)
    assert len(pages(long, tmp_path)) == 1


DRAWN = replace(SHEET, results=replace(SHEET.results, rows=SHEET.results.rows * 14, pictures=(
    Moments((5, 12), (4, 11), 0.15, 0.65), Moments((4, 10), (3, 8)), Moments(None, (4, 11), 0.15, 0.65),
    Moments((5, 12), None)) + (Moments((0, 30), (30, 30), 0.89, 1.0),) * 10))


@needs_poppler
def test_a_picture_of_change_stands_beside_each_work(tmp_path):
    text, = pages(DRAWN, tmp_path)
    assert "○ было, ● стало; до 100" in text
    assert "Где участников меньше 10, нарисованы люди" in text
    assert text.count("5 из 12 4 из 11") == 14


@pytest.mark.parametrize(("moments", "top", "drawn"), [
    pytest.param(Moments((6, 12), (3, 12), 0.1, 0.5), 0.6,
                 {"before": 0.833, "after": 0.417, "low": 0.167, "high": 0.833}, id="two-moments"),
    pytest.param(Moments((4, 10), (3, 8)), 0.5, {"people": [3, 8]}, id="few-now"),
    pytest.param(Moments((4, 9), (3, 12), 0.1, 0.5), 0.5, {"people": [3, 12]}, id="few-before"),
    pytest.param(Moments((4, 9), None), 0.5, {"people": [0, 0]}, id="few-before-and-nobody-now"),
    pytest.param(Moments(None, (12, 12), 0.7, 1.0), 1.0, {"after": 1.0, "low": 0.7, "high": 1.0}, id="all-of-them")])
def test_places_on_the_axis(moments, top, drawn):
    found = sheets._picture(moments, sheets._top([moments]))
    assert sheets._top([moments]) == top
    assert {name: [*place] if isinstance(place, list) else round(place, 3) for name, place in found.items()} == drawn


def test_fonts_are_inside():
    data = pdf(SHEET)
    assert data.startswith(b"%PDF")
    assert b"/FontFile" in data
    assert len(data) < 200_000


def test_the_same_sheet_gives_the_same_bytes():
    assert pdf(SHEET) == pdf(replace(SHEET))
