"""Files people take away to fill in, and files given back with marks."""

from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.loaders.files.marked import marked_copy
from shnor.loaders.issues.catalogue import ISSUES
from shnor.workbooks.template import template

__all__ = ["ISSUES", "kind_template", "marked_copy"]


def kind_template(kind: str) -> bytes:
    """An empty workbook of the kind with hints and drop-downs. Raises ShnorError for an unknown kind."""
    if kind not in KINDS:
        raise ShnorError(f"Формы «{kind}» нет. Есть: {', '.join(KINDS)}.")
    return template(KINDS[kind])
