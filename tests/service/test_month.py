"""Which activities stand in the month's workbook of a school."""

import io
from datetime import date

import openpyxl
import pytest

from shnor.errors import ShnorError
from shnor.service import month
from tests.service.conftest import file

HEAD = ["Дорожная карта", "Школа", "№", "Мероприятие", "Год", "Срок"]
ROWS = [["План № 9", "МБОУ ООШ № 9", number, "Дело", "2026", deadline] for number, deadline in (
    ("2.1", "октябрь 2026"), ("2.2", "до 20.11.2026"), ("2.3", "до 25.12.2026"), ("2.4", "февраль 2027"),
    ("2.5", "декабрь 2026 - март 2027"))]


def numbers(data: bytes) -> dict[str, str]:
    """№ → «Отмечено ранее» of the sheet."""
    rows = openpyxl.load_workbook(io.BytesIO(data))["Месяц"].iter_rows(values_only=True)
    return {str(row[0]): row[4] or "" for row in rows if row[0] and str(row[0]).replace(".", "").isdigit()}


def test_due_left_over_and_starting(filled, send):
    send(file("план9.csv", [HEAD, *ROWS]))
    with filled.view() as view:
        found = numbers(month.workbook(view, "Ш09", date(2026, 11, 1)))
    assert found == {"1.1": "", "2.1": "", "2.2": "", "2.3": "предстоит", "2.5": "предстоит"}


def test_what_was_told_before_stands_beside(filled):
    with filled.view() as view:
        found = numbers(month.workbook(view, "Ш05", date(2026, 11, 1)))
    assert found == {"1.2": "не выполнено (октябрь)", "2.1": "предстоит"}


@pytest.mark.parametrize(("school", "sentence"), [
    pytest.param("Ш77", "нет в реестре", id="unknown-school")])
def test_a_school_without_workbook_is_a_sentence(filled, school, sentence):
    with filled.view() as view, pytest.raises(ShnorError, match=sentence):
        month.workbook(view, school, date(2026, 11, 1))


@pytest.mark.parametrize(("first", "due"), [
    pytest.param("2026-11-01", "2026-11-25", id="wednesday"), pytest.param("2026-10-01", "2026-10-26", id="sunday"),
    pytest.param("2026-07-01", "2026-07-27", id="saturday")])
def test_due_day_is_a_working_day(first, due):
    assert month.due_day(date.fromisoformat(first)) == date.fromisoformat(due)
