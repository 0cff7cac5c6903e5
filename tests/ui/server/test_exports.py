"""A drawn table can be taken away by its link; nobody guesses the link of another."""

from io import BytesIO

from openpyxl import load_workbook
from starlette.applications import Starlette

from shnor.ui.run import exports
from shnor.ui.server import assets, shell
from shnor.workbooks.table import DATA, Table
from tests.ui.asking import ask

APP = Starlette(routes=shell.routes())
TABLE = Table("Отметки", ("Школа", "«2»"), (("СОШ № 3", 24),))


def test_a_table_is_given_under_the_key_it_was_offered_with():
    exports.offer(exports.key_of(TABLE), TABLE)
    answer = ask(APP, f"/shnor/table/{exports.key_of(TABLE)}/Отметки.xlsx")
    sheet = load_workbook(BytesIO(answer.body))[DATA]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Отметки", None], ["Школа", "«2»"],
                                                                           ["СОШ № 3", 24]]
    assert answer.headers["content-disposition"].startswith("attachment")


def test_an_old_link_says_what_to_do():
    answer = ask(APP, "/shnor/table/0000/a.xlsx")
    assert (answer.status, answer.text) == (404, "Эта ссылка устарела: откройте страницу ещё раз и нажмите «Excel».")


def test_only_our_own_scripts_are_given():
    names = ("page.js", "html-to-image.js", "..%2Fpages.py", "x.js")
    given = [ask(APP, f"/shnor/assets/{name}").status for name in names]
    assert given == [200, 200, 404, 404]
    assert assets.address("page.js").startswith("/shnor/assets/page.js?")
