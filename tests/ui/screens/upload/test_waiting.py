"""Which forms of schools lie in the tray, and how much is asked about each."""

from datetime import date

import pytest

from shnor.loaders.types import Checked, Issue
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.ui.screens.upload import waiting

NOV = date(2026, 11, 1)


class Rows:
    """A batch as far as it is asked here."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


def item(*issues: str, school: str = "Ш05", period: str = "2026-11",
         kinds: tuple[str, ...] = ("progress",)) -> Reviewed:
    told = tuple(Issue("some", severity, "Месяц", "B7", "", "Сказано.") for severity in issues)
    return Reviewed(Incoming("отчёт.xlsx", b""),
                    Checked("отчёт.xlsx", "", tuple(map(Rows, kinds)), told, school=school, period=period), None)


@pytest.mark.parametrize(("kinds", "found"), [
    pytest.param({"progress", "staff"}, ["month"], id="report"), pytest.param({"results"}, ["quarter"], id="marks"),
    pytest.param({"progress", "results"}, ["month", "quarter"], id="both-in-one-workbook")])
def test_what_a_file_that_waits_is(kinds, found):
    assert waiting.forms_of(kinds) == found


def test_errors_count_as_questions_and_the_file_that_asks_most_stands():
    files = {"first": item("question", "error"), "second": item("question"), "other": item(school=""),
             "year": item(period="2026")}
    assert waiting.of(files) == {("Ш05", "month", NOV): ("first", 2)}


def test_a_file_in_which_nothing_was_read_is_no_report():
    assert waiting.of({"picture": item(kinds=())}) == {}
