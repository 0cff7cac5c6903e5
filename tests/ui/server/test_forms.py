"""Empty forms as files."""

import subprocess
import sys
from io import BytesIO
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette

from shnor.datasets import KINDS
from shnor.ui.screens import handbook
from shnor.ui.server import shell
from tests.ui.asking import ask

APP = Starlette(routes=shell.routes())


@pytest.mark.parametrize("kind", KINDS)
def test_the_link_of_a_form_gives_its_workbook_under_its_title(kind: str):
    answer = ask(APP, handbook.empty_form(kind).address)
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{quote(KINDS[kind].title)}.xlsx"
    assert KINDS[kind].sheet in load_workbook(BytesIO(answer.body)).sheetnames


def test_an_unknown_form_is_told_in_words():
    answer = ask(APP, "/shnor/forms/none.xlsx")
    assert (answer.status, answer.text) == (404, "Такой формы нет.")


def test_a_second_start_does_not_wait_for_what_makes_forms():
    script = "import shnor.ui.server.launch, sys; print('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "False\n"
