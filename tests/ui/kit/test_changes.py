"""What an acceptance would change, as it is drawn."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from shnor.service.intake import drop, manual
from shnor.service.intake.drop import Incoming
from shnor.ui.kit import changes
from tests.service.conftest import DAY, MARKS, PLAN, file

LATER = [MARKS[0], [*MARKS[1][:5], "20.03.2026", *MARKS[1][6:]], [*MARKS[2][:7], "перенесём на январь"]]
TEXT = "\n".join("\t".join(row) for row in PLAN[:3])
"""Two of the three lines of the plan of № 5 that the base has."""


def test_a_change_names_the_cell_of_the_changed_value(filled):
    [item] = drop.review(filled, [file("отметки.csv", LATER)], DAY)
    told = [changes.change_text("progress", change) for change in item.preview.tables[0].changes]
    assert [text.split(": ", 1)[1] for text in told] == [
        "Дата — «18.03.2026» → «20.03.2026», ячейка F2",
        "Пояснение школы — «перенесём на декабрь» → «перенесём на январь», ячейка H3"]


def test_the_sheet_of_a_change_is_shown_around_its_cell(filled, monkeypatch):
    [item] = drop.review(filled, [file("отметки.csv", LATER)], DAY)
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.html", bodies.append)
    changes.show(item.preview, missing=True)
    [sheet] = [body for body in bodies if "shnor-grid" in body]
    assert "data-cell='F2' class='shnor-cellhit'>20.03.2026<" in sheet
    assert "data-cell='F1'>Дата<" in sheet


def test_a_file_with_several_sheets_of_one_kind_is_one_line(filled, monkeypatch):
    head = [["ВПР 2026, математика, МБОУ ООШ № 5"], ["Класс", "Писали", "5", "4", "3", "2"]]
    book = Workbook()
    for grade in (5, 6):
        sheet = book.create_sheet(f"{grade} класс")
        for row in (*head, [grade, 10, 1, 4, 3, 2]):
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(data := BytesIO())
    [item] = drop.review(filled, [Incoming("ВПР.xlsx", data.getvalue())], DAY)
    assert len(item.preview.delivery.batches) == 2
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.html", bodies.append)
    changes.show(item.preview, missing=True)
    assert [body for body in bodies if "новых записей 2 ·" in body.replace("\u00a0", " ")] == bodies


@pytest.mark.parametrize(("incoming", "told"), [
    pytest.param(file("планы.csv", PLAN[:3]), True, id="of-a-report"),
    pytest.param(manual.pasted(TEXT, datetime(2026, 11, 27)), False, id="not-of-a-table-pasted-from-a-letter")])
def test_rows_no_longer_in_it_are_told(filled, monkeypatch, incoming, told):
    [item] = drop.review(filled, [incoming], DAY)
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.html", bodies.append)
    changes.show(item.preview, missing=item.incoming.whole)
    assert len(item.preview.tables[0].missing) == 1
    assert any("Больше нет в файле: 1" in body for body in bodies) is told


COURSE = ["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек"]
OPTICS = ["МБОУ ООШ № 9", "14.10.2026", "физика", "Оптика", "36", "3"]


def test_rows_that_stop_counting_are_named_whole(filled, send, monkeypatch):
    send(file("курсы.csv", [COURSE, OPTICS]))
    again = file("снова.csv", [COURSE, [OPTICS[0], "15.10.2026", *OPTICS[2:]]])
    answer = {("Таблица 1", "похожие строки: курсы.csv"): "заменить"}
    [item] = drop.review(filled, [Incoming(again.name, again.data, answer)], DAY)
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.html", bodies.append)
    changes.show(item.preview, missing=True)
    drawn = " ".join(bodies)
    assert "новых записей 1 · изменится 0 · без изменений 0 · перестанет считаться 1" in drawn
    assert ("Больше не считается: Школа: Ш09, Когда: 14.10.2026, Состояние: завершили, Предмет или должность: физика, "
            "Программа: Оптика, Часов: 36, Человек: 3") in drawn


def test_another_log_of_the_same_day_is_not_missing(filled, send, monkeypatch):
    log = ["Дата", "Вид", "Тема"]
    send(file("журнал.csv", [log, ["06.10.2026", "семинар", "Чтение"]]))
    [item] = drop.review(filled, [file("второй.csv", [log, ["06.10.2026", "вебинар", "Оценивание"]])], DAY)
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.html", bodies.append)
    changes.show(item.preview, missing=True)
    assert "Больше нет в файле" not in " ".join(bodies)
