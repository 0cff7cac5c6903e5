"""Whether a base or a copy is whole, in a sentence."""

import tempfile
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from shnor import wording
from shnor.copies.archive import Contents
from shnor.errors import BaseInUse, ShnorError
from shnor.store import copied


@dataclass(frozen=True)
class Verdict:
    """told: None where it is not whole. sentence: for a person."""

    path: Path
    told: Contents | None
    sentence: str

    @property
    def whole(self) -> bool:
        return self.told is not None


def copy(path: Path, zone: tzinfo | None, work: Path | None = None) -> Verdict:
    """Every byte read, every base in it opened, every table counted. work: where it is unpacked, a folder closed to
    others; None = one of the system."""
    try:
        with tempfile.TemporaryDirectory(dir=work) as folder:
            told = copied.opened(path, Path(folder))
    except ShnorError as error:
        return Verdict(path, None, str(error))
    return Verdict(path, told, f"Копия «{path.name}» целая: {words(told, zone)}.")


def base(path: Path, zone: tzinfo | None) -> Verdict:
    """The same of a base. Raises BaseInUse while a program has it open."""
    try:
        told = copied.checked_base(path)
    except BaseInUse:
        raise
    except ShnorError as error:
        return Verdict(path, None, str(error))
    return Verdict(path, told, f"База «{path.name}» целая: {words(told, zone)}.")


def words(told: Contents, zone: tzinfo | None) -> str:
    """«27.11.2026 18:05, 39 файлов, 812 строк, записей в журнале: 41, Приозёрный муниципальный округ, с ФИО»."""
    moment = datetime.fromisoformat(told.moment).astimezone(zone)
    rows = sum(row[0] for part in told.parts for row in part.tables.values())
    said = [f"{moment:%d.%m.%Y %H:%M}", wording.counted(told.uploads, "файл"), wording.counted(rows, "строка"),
            f"записей в журнале: {told.state}", "пример" if told.demo else told.town, "с ФИО" if told.names else ""]
    return ", ".join(one for one in said if one)
