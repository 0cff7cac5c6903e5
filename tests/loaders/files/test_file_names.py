"""The name of a file that speaks of another school or another month than its head: asked, never decided."""

import pytest

from shnor.loaders.check import check
from shnor.loaders.types import KEEP
from shnor.workbooks.month import month_workbook
from tests.loaders.made import records, said
from tests.loaders.month.test_marks import FIRST, HEAD, KNOWN_PLANS, ROWS, load_workbook


def named(name: str, tmp_path, answers=None):
    """A report of school № 5 for November 2026 under that name."""
    path = tmp_path / name
    path.write_bytes(month_workbook(HEAD, ROWS))
    workbook = load_workbook(path)
    workbook.active.cell(FIRST, 6).value = "выполняется"
    workbook.save(path)
    return check(name, path.read_bytes(), KNOWN_PLANS, answers or {})


@pytest.mark.parametrize(("name", "asked"), [
    pytest.param("Отчёт_2026-11_ООШ-5.xlsx", [], id="as-handed-out"),
    pytest.param("отчёт.xlsx", [], id="says-nothing"),
    pytest.param("Отчёт за ноябрь.xlsx", [], id="same-month-in-words"),
    pytest.param("Отчёт октябрь-ноябрь.xlsx", [], id="two-months"),
    pytest.param("Отчёт МБОУ СОШ № 2.xlsx", ["МБОУ СОШ № 2"], id="another-school"),
    pytest.param("Отчёт декабрь.xlsx", ["декабрь 2026"], id="another-month"),
    pytest.param("Отчёт_2026-10_ООШ-5.xlsx", ["октябрь 2026"], id="another-month-by-code"),
])
def test_what_the_name_says(tmp_path, name, asked):
    issues = named(name, tmp_path).issues
    assert [issue.choices[1].label for issue in issues if issue.code == "file-names-another"] == asked
    assert len(issues) == len(asked)


def test_the_head_may_be_confirmed(tmp_path):
    [issue] = named("Отчёт МБОУ СОШ № 2.xlsx", tmp_path).issues
    result = named("Отчёт МБОУ СОШ № 2.xlsx", tmp_path, {(issue.sheet, issue.cell): KEEP})
    assert (said(result), set(records(result, "school_id"))) == ([], {("Ш05",)})
