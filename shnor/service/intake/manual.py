"""Rows entered on screen, or a table pasted from a letter: a file like any other, so that it is checked, previewed,
kept and taken back the same way."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime

from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.service.intake.drop import Incoming

BY_HAND = "Внесено вручную"
"""Such files have no other name; what stands in them was typed on the screen."""


def one_row(kind: str, values: Mapping[str, str], moment: datetime) -> Incoming:
    """A table of one row under the headers of the declaration. values: column name → text as a person types it."""
    return rows(kind, [values], f"{BY_HAND} {_stamp(moment)}")


def rows(kind: str, values: Sequence[Mapping[str, str]], name: str) -> Incoming:
    """A table under the headers of the declaration; columns nobody filled are left out. A key that is no column of the
    kind becomes a column of that title: it stays on the kept sheet."""
    filled = {name for row in values for name, text in row.items() if text}
    columns = [(column.name, column.title) for column in KINDS[kind].typed if column.name in filled]
    known = {column.name for column in KINDS[kind].columns}
    columns += [(title, title) for title in dict.fromkeys(key for row in values for key in row) if title not in known]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([title for _, title in columns])
    writer.writerows([row.get(column, "") for column, _ in columns] for row in values)
    return Incoming(f"{name}.csv", text.getvalue().encode("utf-8-sig"), whole=False)


def pasted(text: str, moment: datetime) -> Incoming:
    """Text copied from a letter, Word or Excel. Raises ShnorError when there is nothing in it."""
    if not text.strip():
        raise ShnorError("Вставлять нечего: скопируйте таблицу вместе со строкой заголовков и вставьте её сюда.")
    return Incoming(f"Вставлено из письма {_stamp(moment)}.txt", text.encode("utf-8-sig"), whole=False)


def _stamp(moment: datetime) -> str:
    return f"{moment:%d.%m.%Y %H-%M-%S}"
