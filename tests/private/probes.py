"""Invented people in every spelling: a text and the part of it that must be gone. The lists of names, of numbers and of
what must stay were written by somebody who had not seen the code."""

import re
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_ESCAPED = re.compile(r"\\n|\\u([0-9a-f]{4})")


class Probe(NamedTuple):
    text: str
    secret: str


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else "\n", text)


def lines(name: str) -> list[str]:
    return [_plain(line) for line in (HERE / name).read_text("utf-8").splitlines() if line and line[0] != "#"]


def probes(name: str) -> list[Probe]:
    return [Probe(*line.split("\t")) for line in lines(name)]


def words(secret: str) -> list[str]:
    """What of a secret can be looked for: words and numbers long enough to be nobody else's."""
    found = re.findall(r"[^\s,()]{4,}", secret)
    return [word for word in found if not re.fullmatch(r"[А-ЯЁа-яё]\W?[А-ЯЁа-яё]\W?", word)] or [secret]
