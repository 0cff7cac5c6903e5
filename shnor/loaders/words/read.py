"""What reading one cell gives, and what is the same for cells of every type."""

import re
from typing import NamedTuple

from shnor.datasets import Value
from shnor.datasets.looks import ERROR_SHAPE, ERRORS
from shnor.datasets.numbers import DASH_SIGNS
from shnor.loaders.types import Choice


class Read(NamedTuple):
    """A typed value, or why there is none. code: of the catalogue; "" when all is well. choices: ready answers."""

    value: Value = None
    code: str = ""
    choices: tuple[Choice, ...] = ()


EMPTY = Read()
_BEGINS = frozenset("#EeОо")
_ERROR = re.compile(ERROR_SHAPE)


def common(value: Value) -> Read | None:
    """What is the same for every type: emptiness, a lone dash, an error of the sheet."""
    if value is None:
        return EMPTY
    if isinstance(value, str):
        stripped = value.strip()
        if stripped in DASH_SIGNS:
            return EMPTY
        if is_error(stripped):
            return Read(code="cell-error")
    return None


def is_error(text: str) -> bool:
    """Whether a text is what a sheet shows instead of a value."""
    stripped = text.strip()
    return stripped[:1] in _BEGINS and (stripped.lower() in ERRORS or bool(_ERROR.fullmatch(stripped.lower())))
