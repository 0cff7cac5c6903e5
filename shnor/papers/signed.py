"""Papers that were signed: their bytes, and all they were made of, so that they can be made again."""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from shnor.errors import NotAllowed
from shnor.ledger import text
from shnor.papers.answers import Answer
from shnor.papers.database import Database
from shnor.papers.paragraphs import Own
from shnor.papers.particulars import Particulars


class NoPaper(NotAllowed):
    """It is not there."""

    def __init__(self) -> None:
        super().__init__("Такой подписанной бумаги нет: адрес неполный. Выберите её из списка.")


@dataclass(frozen=True)
class Inputs:
    """All a paper is made of. period: its code; day, state: of its figures; school: "" = of the municipality.
    sentences, program: versions. names: what the base says of itself, names in their cases among it. parts:
    texts of its blocks as they were printed, to find what is another now. label: of invented data. moved: what it says
    of a paper that was signed before it."""

    period: str
    day: str
    state: int
    school: str
    sentences: str
    program: str
    paragraphs: tuple[Own, ...] = ()
    answers: tuple[Answer, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    names: Mapping[str, str] = field(default_factory=dict)
    template: bytes | None = field(default=None, repr=False)
    parts: tuple[str, ...] = ()
    label: str = ""
    moved: str = ""


@dataclass(frozen=True)
class Signed:
    """kind: of the paper. data: the bytes that were signed."""

    id: str
    moment: datetime
    by: str
    kind: str
    title: str
    inputs: Inputs
    sha256: str
    data: bytes = field(repr=False)


class SignedPapers:
    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, kind: str, title: str, inputs: Inputs, data: bytes, *, by: str) -> Signed:
        """As it is; nothing of it changes afterwards."""
        id, plain = secrets.token_hex(6), asdict(inputs)
        plain.pop("template")
        with self._database.change() as rows:
            rows.execute("insert into signed values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (
                id, text(self._database.now()), by, kind, title, json.dumps(plain, ensure_ascii=False),
                inputs.template, hashlib.sha256(data).hexdigest(), data))
        return self.get(id)

    def get(self, id: str) -> Signed:
        """Raises NoPaper."""
        for row in self._database.read("select * from signed where id = ?", id):
            return _read(row)
        raise NoPaper

    def all(self) -> tuple[Signed, ...]:
        """The newest first."""
        return tuple(_read(row) for row in self._database.read("select * from signed order by moment desc, rowid desc"))


def _read(row: sqlite3.Row) -> Signed:
    plain = json.loads(row["inputs"])
    inputs = Inputs(**{**plain, "paragraphs": tuple(Own(**one) for one in plain["paragraphs"]),
                       "answers": tuple(Answer(**one) for one in plain["answers"]),
                       "particulars": Particulars(**plain["particulars"]), "parts": tuple(plain["parts"]),
                       "template": row["template"]})
    return Signed(row["id"], datetime.fromisoformat(row["moment"]), row["by"], row["kind"], row["title"], inputs,
                  row["sha256"], row["data"])
