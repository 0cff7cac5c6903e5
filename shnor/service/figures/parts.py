"""Schools that have become parts of others, as the register says it: each keeps its own rows, and no figure of the one
is a figure of the other."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shnor.datasets.schools import PART


@dataclass(frozen=True)
class Part:
    """A school that became a part of another one, or, seen from it, the one it became a part of. school_id "" = the
    register has no such school. how: «филиал», "" = not said. since None = the day is not said."""

    name: str
    how: str = ""
    since: date | None = None
    school_id: str = ""


def parts_of(row: Mapping, rows: Sequence[Mapping]) -> tuple[Part, ...]:
    """What the register says of schools that joined this one. rows: of the register."""
    if not row["parts"]:
        return ()
    codes = {_plain(other[name]): other["school_id"] for other in rows for name in ("name", "school_id")}
    found = (re.fullmatch(PART, text.strip()) for text in row["parts"].split(";"))
    return tuple(Part(one["name"].strip(), (one["how"] or "").strip(), _day(one["day"]),
                      codes.get(_plain(one["name"]), "")) for one in found if one)


def joined_of(rows: Sequence[Mapping]) -> dict[str, Part]:
    """Code of a school → the one it is a part of, its day and how."""
    return {part.school_id: Part(row["name"], part.how, part.since, row["school_id"])
            for row in rows if row["parts"] for part in parts_of(row, rows) if part.school_id}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _day(text: str | None) -> date | None:
    try:
        return datetime.strptime(text, "%d.%m.%Y").date() if text else None
    except ValueError:
        return None
