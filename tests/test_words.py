"""What people read, wherever it is written down: sentences of the code, declarations, issues, exports."""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from shnor.datasets import KINDS
from shnor.loaders.issues.catalogue import ISSUES
from shnor.metrics import METRICS
from shnor.workbooks.template import template
from tests.words import wrong_words

ROOT = Path(__file__).resolve().parents[1]
PLACES = ("app.py", "run.py", "pages", "shnor/ui", "shnor/service", "shnor/reports", "shnor/charts",
          "shnor/__main__.py", "shnor/wording.py", "shnor/periods.py", "shnor/errors.py", "shnor/store")
CYRILLIC = re.compile("[А-Яа-яЁё]")
CODE = [path for place in PLACES
        for path in ([ROOT / place] if place.endswith(".py") else sorted((ROOT / place).rglob("*.py")))]


def sentences(path: Path) -> Iterator[str]:
    """Every Russian text of a module that is not a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and id(node) not in documented and CYRILLIC.search(node.value))


def test_a_sentence_of_the_code_uses_our_words():
    assert [(path, word) for path in CODE for text in sentences(path) for word in wrong_words(text)] == []


def test_nobody_is_shouted_at():
    assert [(path, text) for path in CODE for text in sentences(path) if re.search(r"[а-яё»]!", text)] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_form_uses_our_words(kind):
    columns = [text for c in kind.columns for text in (c.title, c.description, *c.choices.values())]
    said = (kind.title, kind.sheet, kind.row, *columns, *(rule.text for rule in kind.rules),
            *(layout.title for layout in kind.layouts))
    assert wrong_words("\n".join(said)) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_an_empty_form_uses_our_words(kind):
    book = openpyxl.load_workbook(BytesIO(template(kind)))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert wrong_words("\n".join(cells)) == []


@pytest.mark.parametrize("issue", ISSUES.values(), ids=list(ISSUES))
def test_a_question_uses_our_words(issue):
    assert wrong_words(f"{issue.title}\n{issue.template}") == []


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_a_passport_uses_our_words(metric):
    said = (metric.title, metric.unit, metric.formula, metric.source, metric.counted, *metric.more.values())
    assert wrong_words("\n".join(said)) == []
