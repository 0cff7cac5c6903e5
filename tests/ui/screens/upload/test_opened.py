"""Which files of the box stand open by themselves."""

import pytest

from shnor.loaders.types import Checked, Issue
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.standing import Standing
from shnor.ui.run.tray import Tray
from shnor.ui.screens.upload.opened import Opened


def item(severity: str = "") -> Reviewed:
    issues = (Issue("some", severity, "Месяц", "B7", "", "Сказано."),) if severity else ()
    return Reviewed(Incoming("отчёт.xlsx", b""), Checked("отчёт.xlsx", "", issues=issues), None)


def opened(entered: str = "", **files: Reviewed) -> list[str]:
    """Those that stand open."""
    shown = Opened(Tray(entered=entered), Standing(files), frozenset())
    return [key for key in files if shown.is_open(key)]


@pytest.mark.parametrize(("files", "found"), [
    pytest.param({"one": item(), "two": item("question")}, ["one", "two"], id="few-stand-open"),
    pytest.param({"one": item("question"), "two": item("error"), "three": item()}, ["two"],
                 id="of-many-the-first-that-cannot-be-accepted-without-an-answer"),
    pytest.param({"one": item(), "two": item(), "three": item()}, [], id="nothing-asks")])
def test_what_stands_open_by_itself(files, found):
    assert opened(**files) == found


def test_what_was_typed_in_stands_open():
    assert opened(entered="two", one=item("error"), two=item(), three=item()) == ["one", "two"]
