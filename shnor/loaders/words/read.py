"""What reading one cell gives, and what is the same for cells of every type."""

from typing import NamedTuple

from shnor.datasets import Value
from shnor.datasets.numbers import DASH_SIGNS, SHEET_ERRORS
from shnor.loaders.types import Choice


class Read(NamedTuple):
    """A typed value, or why there is none. code: of the catalogue; "" when all is well. choices: ready answers."""

    value: Value = None
    code: str = ""
    choices: tuple[Choice, ...] = ()


EMPTY = Read()


def common(value: Value) -> Read | None:
    """What is the same for every type: emptiness, a lone dash, an error of the sheet."""
    if value is None:
        return EMPTY
    if isinstance(value, str):
        stripped = value.strip()
        if stripped in DASH_SIGNS:
            return EMPTY
        if stripped.startswith("#") and stripped.lower() in SHEET_ERRORS:
            return Read(code="cell-error")
    return None
