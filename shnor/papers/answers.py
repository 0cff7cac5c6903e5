"""What the head answers at a meeting when asked, and what is asked of the meeting: written once, kept."""

import secrets
from dataclasses import dataclass

from shnor.errors import NotAllowed
from shnor.papers.database import Database
from shnor.personal.doors import kept_line

ASKED = ""
"""The question of a line that asks the meeting for something itself."""


@dataclass(frozen=True)
class Answer:
    """question "": text is what the meeting is asked to decide."""

    id: str
    question: str
    text: str


class Answers:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Answer, ...]:
        """In the order they were written."""
        return tuple(Answer(row["id"], row["question"], row["text"])
                     for row in self._database.read("select * from answer order by place, rowid"))

    def add(self, text: str, question: str = ASKED) -> Answer:
        if not text.strip():
            raise NotAllowed("Строка пустая: впишите, о чём просите или что ответить.")
        answer = Answer(secrets.token_hex(6), kept_line(question), kept_line(text))
        with self._database.change() as rows:
            [last] = rows.execute("select coalesce(max(place), 0) from answer").fetchone()
            rows.execute("insert into answer values (?, ?, ?, ?)", (answer.id, last + 1, answer.question, answer.text))
        return answer

    def drop(self, id: str) -> None:
        with self._database.change() as rows:
            rows.execute("delete from answer where id = ?", (id,))
