"""A click on «принято» leads to the sheet of the form in the newest own file."""

from datetime import UTC, date, datetime

import pytest

from shnor.service.month.brought import Brought, brought
from shnor.store import Report

NOV = date(2026, 11, 1)
MOMENT = datetime(2026, 11, 24, tzinfo=UTC)


class Seen:
    """A view as far as it is asked here."""

    def __init__(self, *reports: tuple[int, str, tuple[str, ...]]) -> None:
        self._reports = [Report(upload, school, "2026-11", MOMENT, sheets) for upload, school, sheets in reports]

    def reports(self, months):
        assert months == ["2026-11"]
        return self._reports


@pytest.mark.parametrize(("reports", "found"), [
    pytest.param([(4, "Ш05", ("Месяц", "Педагоги", "Итоги"))],
                 {("Ш05", "month", NOV): Brought(4, "Месяц"), ("Ш05", "quarter", NOV): Brought(4, "Итоги")},
                 id="both-forms-in-one-workbook"),
    pytest.param([(4, "Ш05", ("Итоги",))], {("Ш05", "quarter", NOV): Brought(4, "Итоги")}, id="marks-alone"),
    pytest.param([(4, "Ш05", ("Лист1",))], {("Ш05", "month", NOV): Brought(4, "Лист1")}, id="a-table-of-their-own"),
    pytest.param([(4, "Ш05", ("Месяц",)), (9, "Ш05", ("Месяц",))], {("Ш05", "month", NOV): Brought(9, "Месяц")},
                 id="the-newest"),
    pytest.param([(4, "Ш05", ())], {}, id="no-sheet-was-kept")])
def test_the_file_of_a_form(reports, found):
    assert brought(Seen(*reports), (NOV,)) == found
