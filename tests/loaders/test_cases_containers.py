"""Files as they really came, wrapped in whatever people send: what is inside, or the sentence why not.

The table inside each is the roadmap of a town: 16 activities.
"""

from pathlib import Path

import pytest

from shnor.loaders.check import check
from shnor.loaders.files.envelopes import containers
from tests.loaders.made import NOBODY

CASES = Path(__file__).parent / "data" / "cases"
ACTIVITIES = 16


def drop(name: str) -> list[tuple[str, str, int]]:
    """(name, the first code, rows of a roadmap) of each file in a case."""
    met = []
    for file in containers.opened(name, (CASES / name).read_bytes()):
        result = None if file.closed else check(file.name, file.data, NOBODY)
        code = file.closed.code if file.closed else result.issues[0].code if result and not result.batches else ""
        met.append((file.name, code, sum(batch.rows for batch in result.batches) if result else 0))
    return met


@pytest.mark.parametrize(("case", "inside"), [
    ("h1_d05_strict.docx", "h1_d05_strict.docx"),
    ("h1_d06_document2_xml.docx", "h1_d06_document2_xml.docx"),
    ("h1_d08_macro.docm", "h1_d08_macro.docm"),
    ("h1_e04_raw8bit_cp1251.eml", "Отчёт школы № 5.xlsx"),
    ("h1_e08_no_filename.eml", "h1_e08_no_filename.xlsx"),
    ("h1_e10_starts_dkim.eml", "a.xlsx"),
    ("h1_e11_starts_date.eml", "a.xlsx"),
    ("h1_e19_forwarded_with_zip.eml", "Отчёт.xlsx"),
    ("h1_e23_single_part_attachment.eml", "Отчёт.xlsx"),
    ("h1_x04_velvet_default_password.xlsx", "h1_x04_velvet_default_password.xlsx"),
    ("locked_by_excel.xls", "locked_by_excel.xls"),
    ("h1_x36_workbook2_xml.xlsx", "h1_x36_workbook2_xml.xlsx"),
    ("h1_x38_prepended_junk.xlsx", "h1_x38_prepended_junk.xlsx"),
    ("h1_x46_stream_WORKBOOK.xls", "h1_x46_stream_WORKBOOK.xls"),
    ("h1_z03_cp1251.zip", "Отчёт школы 5.xlsx"),
    ("h1_z23_sig_attached.xlsx.sig", "h1_z23_sig_attached.xlsx"),
])
def test_the_table_inside_is_read(case, inside):
    assert drop(case) == [(inside, "", ACTIVITIES)]


@pytest.mark.parametrize(("case", "code"), [
    ("locked_by_a_person.xls", "file-password"),
    ("locked_by_a_person.ods", "file-password"),
    ("h1_z06_bzip2.zip", "file-archive-packing"),
    ("h1_z10.tar", "file-archive"),
    ("h1_z15_numbers_app.numbers", "file-numbers"),
    ("h1_z26_gsheet.gsheet", "file-link"),
    ("h1_z27_webloc.webloc", "file-link"),
])
def test_what_is_no_report_has_one_sentence_of_its_own(case, code):
    assert drop(case) == [(case, code, 0)]


def test_archives_three_deep_are_told_to_be_too_deep():
    assert drop("h1_z12_zip3.zip") == [("ООШ 5.zip", "file-too-deep", 0)]


def test_a_password_names_both_places_where_it_may_be_taken_off():
    [file] = containers.opened("план.xls", (CASES / "locked_by_a_person.xls").read_bytes())
    [issue] = check(file.name, file.data, NOBODY).issues
    assert "Зашифровать с использованием пароля" in issue.message
    assert "Рецензирование → Защитить книгу" in issue.message
