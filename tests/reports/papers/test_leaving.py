"""What stands beside the words of a paper and is for the centre alone is in no byte of a file that leaves."""

from dataclasses import replace

import pytest

from shnor.loaders.files.letterheads.template import cleaned
from shnor.reports.papers import html, pages, sheet, tables, word
from shnor.reports.papers.blocks import Missing, Own, Section
from tests.leaving import found, said
from tests.loaders.files.letterheads import letterheads
from tests.loaders.files.letterheads.letterheads import letterhead
from tests.reports.papers import made
from tests.reports.slides.printed import needs_poppler

PERSON = "Приметнова"
PEOPLE = (PERSON, "ivanova", "Иванова", "/source")
"""Of those who have written the paper and the template; and the addresses of the base."""
PAPER = replace(made.NOTE, sections=(*made.NOTE.sections, Section(
    "asked", "Итоги", (Own("own", "Абзац без имён.", (f"Фамилия {PERSON}?",)),),
    (Missing(f"Ждём файл от {PERSON}", "Отчёт", f"/upload?{PERSON}"),))))
LETTERHEAD = cleaned("бланк.docx", letterhead(letterheads.with_names, letterheads.with_attached, letterheads.with_text,
                                              letterheads.with_link_and_remote_picture)).data


@needs_poppler
@pytest.mark.parametrize(("end", "data"), [
    pytest.param(".docx", word.clean(PAPER), id="clean"),
    pytest.param(".docx", word.clean(PAPER, LETTERHEAD), id="letterhead"),
    pytest.param(".docx", sheet.docx(replace(PAPER, kind="sheet")), id="sheet-docx"),
    pytest.param(".pdf", sheet.pdf(replace(PAPER, kind="sheet")), id="sheet-pdf"),
    pytest.param(".pdf", pages.pdf(PAPER), id="pdf"), pytest.param(".html", html.page(PAPER), id="html"),
    pytest.param(".xlsx", tables.xlsx(PAPER), id="xlsx"),
])
def test_nothing_beside_the_words_leaves(end, data, tmp_path):
    for part, text in said(end, data, tmp_path).items():
        assert found(text, {}, PEOPLE) == [], part


def test_the_copy_with_sources_says_what_is_missing_and_no_address(tmp_path):
    text = " ".join(said(".docx", word.sourced(PAPER), tmp_path).values())
    assert f"Ждём файл от {PERSON}" in text
    assert f"Фамилия {PERSON}?" not in text
    assert found(text, {}, ("/source", "/upload")) == []
