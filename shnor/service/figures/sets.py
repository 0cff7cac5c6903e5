"""What a figure is counted over, in words: never more than the rows behind it say."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from shnor import wording
from shnor.store import View

NOWHERE = "школы не указаны"
ROWS_OF_A_FILE = {"municipality": "по муниципалитету (строка файла)", "region": "по краю (строка файла)",
                  "country": "вся выборка (строка файла)"}
"""Rows that a file gives for more than one school; they are never added to rows of schools."""


@dataclass(frozen=True)
class Register:
    """names: code of a school → its name. listed: the schools on the list of ШНОР on the day."""

    names: dict[str, str]
    listed: frozenset[str]


def register(view: View, day: date) -> Register:
    """What the scope may see of it."""
    names = dict(view.rows("schools").select("school_id", "name").fetchall())
    statuses = view.rows("statuses", status="shnor", valid_from__to=day).select("school_id", "valid_to").fetchall()
    return Register(names, frozenset(school for school, until in statuses if until is None or until >= day))


def named(view: View, schools: Collection[str], day: date) -> str:
    """See `in_words`."""
    return in_words(register(view, day), schools)


def in_words(known: Register, schools: Collection[str]) -> str:
    """«по 6 школам перечня», «по муниципалитету (12 школ)» only when every registered school is there, a school's own
    name, «школы не указаны» for rows of no school ("")."""
    present = {school for school in schools if school}
    if not present:
        return NOWHERE
    beside = f"; кроме того, {NOWHERE}" if "" in schools else ""
    return _over(known, present) + beside


def _over(known: Register, present: set[str]) -> str:
    size = len(present)
    if size == 1:
        [school] = present
        return known.names.get(school, school)
    if present >= set(known.names):
        return f"по муниципалитету ({wording.counted(size, 'школа')})"
    if present == known.listed:
        return f"по {wording.counted(size, 'школа', 'dat')} перечня"
    if present < known.listed:
        return f"по {size} из {wording.counted(len(known.listed), 'школа', 'gen')} перечня"
    return f"по {wording.counted(size, 'школа', 'dat')}"
