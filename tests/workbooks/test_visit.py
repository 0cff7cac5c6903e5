"""The form «Выезд»: given out, filled in, read as an event and recommendations."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Store
from shnor.workbooks.visit import WIDEST, visit
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY, SCHOOLS, accepted, file

SCHOOL = "МБОУ ООШ № 5"


@pytest.fixture
def store():
    opened = Store.open(":memory:", clock=noon)
    accepted(opened, file("школы.csv", SCHOOLS))
    yield opened
    opened.close()


def filled(advice, named="выезд 20.11.2026"):
    workbook = load_workbook(BytesIO(visit(SCHOOL, "выезд", named)))
    event, register = workbook.worksheets
    event["A5"], event["C5"], event["D5"] = date(2026, 11, 20), "уроки математики", "наставник"
    event["F5"], event["G5"] = "мало заданий на вычисления", "пробная работа"
    for row, (text, due) in enumerate(advice, 8):
        register.cell(row, 1, due)
        register.cell(row, 2, text)
    stream = BytesIO()
    workbook.save(stream)
    return Incoming("Выезд.xlsx", stream.getvalue())


def test_a_visit_is_an_event_and_its_advice_stands_in_the_register(store):
    reviewed = drop.review(store, [filled([("Пробная работа", date(2026, 12, 10)), ("Маршрут учителя", None)])], DAY)
    assert [issue.message for item in reviewed for issue in item.checked.issues] == []
    drop.accept_all(store, reviewed, by=COORDINATOR)
    with store.view() as view:
        event = view.rows("events").select("event_kind", "period", "school_codes", "organiser", "seen", "promised")
        advice = view.rows("recommendations").select("source", "year", "number", "school_id", "text", "due",
                                                     "addressee_id")
        assert event.fetchall() == [("выезд", "2026-11-20", "Ш05", "mentor", "мало заданий на вычисления",
                                     "пробная работа")]
        assert sorted(advice.fetchall()) == [
            ("выезд 20.11.2026", 2026, "1", "Ш05", "Пробная работа", date(2026, 12, 10), "director"),
            ("выезд 20.11.2026", 2026, "2", "Ш05", "Маршрут учителя", None, "director")]


def test_a_visit_without_advice_is_an_event_alone(store):
    [item] = drop.review(store, [filled([])], DAY)
    assert {batch.kind for batch in item.checked.batches if batch.table.num_rows} == {"events"}


def test_what_is_known_stands_beside_its_label_and_a_sheet_can_be_written_on():
    event, register = load_workbook(BytesIO(visit(SCHOOL, "выезд", "выезд 20.11.2026"))).worksheets
    assert [(row[0].value, row[1].value) for row in register["A3:B5"]] == [
        ("Школа:", SCHOOL), ("Выезд:", "выезд 20.11.2026"), ("Кому:", "директору школы")]
    assert register.column_dimensions["A"].width < 20
    assert all(sum(one.width for one in sheet.column_dimensions.values()) <= WIDEST for sheet in (event, register))
