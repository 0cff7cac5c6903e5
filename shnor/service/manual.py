"""One row entered on screen, or a table pasted from a letter: a file like any other, so that it is checked, previewed,
kept and taken back the same way."""

import csv
import io
from collections.abc import Mapping
from datetime import datetime

from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.service.intake import Incoming


def one_row(kind: str, values: Mapping[str, str], moment: datetime) -> Incoming:
    """A table of one row under the headers of the declaration. values: column name → text as a person types it."""
    columns = [column for column in KINDS[kind].typed if values.get(column.name)]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([column.title for column in columns])
    writer.writerow([values[column.name] for column in columns])
    return Incoming(f"Внесено вручную {moment:%d.%m.%Y %H-%M-%S}.csv", text.getvalue().encode("utf-8-sig"),
                    whole=False)


def pasted(text: str, moment: datetime) -> Incoming:
    """Text copied from a letter, Word or Excel. Raises ShnorError when there is nothing in it."""
    if not text.strip():
        raise ShnorError("Вставлять нечего: скопируйте таблицу вместе со строкой заголовков и вставьте её сюда.")
    return Incoming(f"Вставлено из письма {moment:%d.%m.%Y %H-%M-%S}.txt", text.encode("utf-8-sig"), whole=False)
