"""Tasks of an order: their numbers, the years they are for, schools and other orders they name."""

import io
from datetime import date

import pytest
from docx import Document

from shnor.service.papers.check.check import build

HEAD = ("ПРИКАЗ", "«{}»", "№ 31", "Об итогах сопровождения школ в 2026 году", "ПРИКАЗЫВАЮ:")


def findings(view, *tasks: str, signed: str = "27» декабря 2026 г."):
    document = Document()
    for text in (*(line.replace("«{}»", f"«{signed}") for line in HEAD), *tasks):
        document.add_paragraph(text)
    document.save(raw := io.BytesIO())
    checked = build(view, "приказ.docx", raw.getvalue(), day=date(2026, 12, 28))
    return {(one.reason, one.said) for one in checked.findings if one.verdict == "differs" or one.doubt}


@pytest.mark.parametrize(("tasks", "found"), [
    pytest.param(("1. Обеспечить в 2027 году помощь.", "2. Подготовить дорожную карту на 2027 год.", "3. Доложить."),
                 set(), id="nothing"),
    pytest.param(("1. Обеспечить помощь.", "2. Подготовить план.", "4. Доложить."), {("numbering", "1, 2, 4")},
                 id="a-number-is-left-out"),
    pytest.param(("1. Подготовить дорожную карту на 2025 год.",), {("year-copied", "на 2025 год")}, id="a-year-over"),
    pytest.param(("1. Обеспечить в 2026 году помощь.",), {("year-copied", "в 2026 году")}, id="the-year-that-ends"),
    pytest.param(("1. Обеспечить в 2029 году помощь.",), {("year-far", "в 2029 году")}, id="years-ahead"),
    pytest.param(("1. Использовать опыт, накопленный в 2024 году.",), set(), id="a-year-of-the-past"),
    pytest.param(("1. Закрепить наставника за МБОУ СОШ № 99.",), {("school-unknown", "МБОУ СОШ № 99")},
                 id="a-school-nobody-has"),
    pytest.param(("1. Признать утратившим силу приказ от 12.12.2025 № 262.",),
                 {("act-number", "от 12.12.2025 № 262")}, id="a-number-of-an-order"),
])
def test_tasks(example_view, tasks, found):
    assert findings(example_view, *tasks) == found
