"""A stored row in words people read: which row it is, one of its values."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from shnor import wording
from shnor.datasets import Kind

APART = frozenset(("plan", "milestone", "person", "part"))
"""Columns of a key that people do not read."""
NOBODY: Mapping[str, str] = MappingProxyType({})


def key_text(kind: Kind, key: Mapping[str, object], schools: Mapping[str, str] = NOBODY) -> str:
    """«ВПР, 2025/26, МБОУ СОШ № 3, класс 6, математика»; what is there only to tell rows apart is left out. schools:
    names by code."""
    return ", ".join(_part(kind, name, value, schools) for name, value in key.items()
                     if name not in APART and value not in (None, "") and not (name == "level" and key["school_id"]))


def _part(kind: Kind, name: str, value: object, schools: Mapping[str, str]) -> str:
    if name == "month" and isinstance(value, date):
        return wording.month(value)
    if name == "grade":
        return f"класс {plain(value)}"
    if name == "school_id":
        return schools.get(str(value), str(value))
    return value_text(kind, name, value)


def quoted_value(kind: Kind, column: str, value: object) -> str:
    """«выполнено»; numbers bare: the mark «5» is the name of a column."""
    text = value_text(kind, column, value)
    return text if isinstance(value, int | float) and not isinstance(value, bool) else f"«{text}»"


def value_text(kind: Kind, column: str, value: object) -> str:
    choices = kind[column].choices
    return choices.get(str(value), plain(value)) if value is not None else "пусто"


def plain(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)
