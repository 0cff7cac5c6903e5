"""Every text of the lists through every door of one base, then everything that can be read of it: nobody is found. It
takes minutes: `test_doors.py` sends some of them every time."""

import logging
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.private import house, leaving, more_doors
from tests.private.house import ALL, BASE, WAYS, House
from tests.private.probes import words

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1800)]
TOGETHER = 29
ALONE = "Иванова"
"""A lone surname that is a town's too stays inside a text and in a cell of its own: README, «Personal data»."""
DIGITS = 10
"""A number as long as that is nobody else's, whatever stands between its digits."""


TAKEN = {"formats": 12, "answers-to-cells": 1, "surveys": 2, "by-forms": 50, "schools": 172, "settings": 650,
         "pictures": 144, "errors": 144, "columns": 107}
"""Files, reports and columns that were accepted; of settings all that was typed was refused. Without ALONE."""
OUTPUTS = ("file", "table", "kept", "rows", "blob", "copy", "console", "said", "pack", "letter", "visit", "overview",
           "school", "roadmap", "courses", "surveys", "results", "support", "summary", "recommendations", "documents",
           "note", "order", "month", "public", "marked", "papers", "Форма", "show")
REACHED = ("file", "table", "kept", "rows", "copy", "console", "said", "visit", "note", "order", "month", "papers",
           "support", "summary", "recommendations", "documents")
"""What was written stands there, without the people."""


class Told(logging.Handler):
    """Lines of every log of the process, with what was raised."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Seen(NamedTuple):
    """found: (word, where). pieces: kind of output → how many were looked at; said: in how many of them
    what was written stands. spoken: words the example says itself. taken: door → how much has come in."""

    found: set[tuple[str, str]]
    pieces: Counter[str]
    said: Counter[str]
    spoken: set[str]
    taken: dict[str, int]


WORDS = {word.lower() for probe in ALL for word in words(probe.secret)}
NUMBERS = {digits: re.compile(r"[^\w<>]{0,3}".join(digits)) for probe in ALL
           if len(digits := re.sub(r"\D", "", probe.secret)) >= DIGITS}


def found(text: str) -> Iterator[str]:
    low = text.lower()
    yield from (word for word in WORDS if word in low)
    yield from (digits for digits, pattern in NUMBERS.items() if pattern.search(text))


def sent(of: House, name: str, asked: list[str]) -> int:
    """How much of it has come in. Files of one drop are held against each other: some at a time."""
    if name in more_doors.MORE:
        return more_doors.MORE[name](of, [text for text in asked if text != ALONE])
    for first in range(0, len(asked), TOGETHER):
        WAYS[name](of, asked[first:first + TOGETHER])
    return len(asked)


@pytest.fixture(scope="module")
def seen(example_base, tmp_path_factory) -> Seen:
    folder, beside = tmp_path_factory.mktemp("all"), tmp_path_factory.mktemp("beside")
    shutil.copy(example_base("zarechny"), folder / BASE)
    spoken = {word for _, text in leaving.of_folder(folder) for word in found(text)}
    told, asked = Told(), [probe.text for probe in ALL]
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SHNOR_TODAY", house.DAY.isoformat())
        patched.setenv("SHNOR_DATA", str(folder))
        logging.getLogger().addHandler(told)
        try:
            of = House(folder)
            taken = {name: sent(of, name, asked) for name in WAYS | more_doors.MORE}
            pieces = [*leaving.of_program(of, beside), *leaving.of_copy(of, beside)]
            of.close()
            pieces += [*leaving.of_folder(folder), *leaving.of_console(folder)]
        finally:
            logging.getLogger().removeHandler(told)
    pieces += [("log", line) for line in told.lines]
    counted, said, hits = Counter[str](), Counter[str](), set[tuple[str, str]]()
    for place, text in pieces:
        kind = re.split(r"[ :.]", place)[0]
        counted[kind] += 1
        said[kind] += "опыт" in text.lower()
        hits |= {(word, place) for word in found(text)}
    return Seen(hits, counted, said, spoken, taken)


def test_a_text_that_stayed_would_be_found():
    assert [probe.text for probe in ALL if not [*found(probe.text)]] == []


def test_the_texts_have_come_in(seen):
    """Of the others it is their number, or how often they were refused."""
    assert {door: done for door, done in seen.taken.items() if done != len(ALL)} == TAKEN


def test_every_output_was_looked_at(seen):
    assert [kind for kind in OUTPUTS if not seen.pieces[kind]] == []
    assert [kind for kind in REACHED if not seen.said[kind]] == []


def test_nobody_is_found_in_anything(seen):
    assert seen.spoken == set()
    assert sorted(seen.found) == []
