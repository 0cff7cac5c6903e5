"""Empty forms as files."""

from io import BytesIO
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette

from shnor.datasets import KINDS
from shnor.ui import server
from shnor.ui.screens import handbook
from tests.ui.asking import ask

APP = Starlette(routes=server.routes())


@pytest.mark.parametrize("kind", KINDS)
def test_the_link_of_a_form_gives_its_workbook_under_its_title(kind: str):
    answer = ask(APP, handbook.empty_form(kind).address)
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{quote(KINDS[kind].title)}.xlsx"
    assert KINDS[kind].sheet in load_workbook(BytesIO(answer.body)).sheetnames


def test_an_unknown_form_is_told_in_words():
    answer = ask(APP, "/shnor/forms/none.xlsx")
    assert (answer.status, answer.text) == (404, "Такой формы нет.")
