"""Every door of a base at once: each gets some of the invented people, then no byte in the data folder knows them.
All of them through every door, and what leaves the program: `test_all_doors.py`. Kinds of files:
`tests/loaders/test_nobody_kept.py`."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest

from shnor.access import database as access
from shnor.datasets.packed import unpacked
from shnor.desk import database as desk
from shnor.papers import Particulars
from shnor.papers import database as papers
from shnor.personal.doors import DOORS, KEPT, OFFICE
from shnor.shows import database as shows
from tests.actors import COORDINATOR
from tests.private.house import ALL, BASE, WAYS, House
from tests.private.probes import Probe, words

SLOW, EVERY = ("names-of-files", "names-of-sheets", "attachments", "by-hand", "reasons"), 12
"""A file and a state of the base take their time: these doors share every twelfth text, the others all of them."""


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[House]:
    opened = House(tmp_path_factory.mktemp("house"))
    yield opened
    opened.close()


def found(folder: Path, asked: Sequence[Probe]) -> Iterator[tuple[str, str]]:
    """(text, file) of every secret that stands in a byte of the folder, in the tables and in the kept sheets."""
    held = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with duckdb.connect(folder / BASE, read_only=True) as opened:
        for table, in opened.execute("select table_name from information_schema.tables").fetchall():
            held[table] = repr(opened.execute(f'select * from "{table}"').fetchall()).encode()
        kept = [unpacked(content) for content, in opened.execute("select content from grids").fetchall()]
    held["sheets"] = repr(kept).encode()
    assert "Опыт".encode() in held["sheets"]
    for probe in asked:
        for word in words(probe.secret):
            yield from ((probe.text, name) for name, data in held.items() if word.encode() in data)


def test_no_byte_knows_anybody(tmp_path):
    house = House(tmp_path)
    texts = [probe.text for probe in ALL]
    for names, shared in ((SLOW, texts[::EVERY]), ([*filter(lambda name: name not in SLOW, WAYS)], texts)):
        for number, name in enumerate(names):
            WAYS[name](house, shared[number::len(names)])
    house.store.copy_to(tmp_path / "copy.duckdb", COORDINATOR)
    house.close()
    assert [*found(tmp_path, ALL)] == []


BROKEN = "Осинкина Злата Влади-\nмировна"
"""A word broken at the end of a line: whole to the door alone, which stands before lines are joined."""


@pytest.mark.parametrize("written", [
    lambda house: house.shows.kept.make(f"Показ: {BROKEN}", [], [], by="").name,
    lambda house: (answer := house.papers.answers.add(f"скажет {BROKEN}", f"кто, {BROKEN}?")).question + answer.text,
    lambda house: house.papers.forms.ask((form := house.papers.forms.take("", "", b"", by="")).id, whom=BROKEN,
                                         due=f"завтра, {BROKEN}") or str(house.papers.forms.get(form.id)),
    lambda house: house.papers.settings.keep(Particulars(post=f"зав. {BROKEN}")) or str(house.papers.settings.now()),
    lambda house: house.papers.paragraphs.add("roadmap", f"Работу вели: {BROKEN}", 2026, by="").text,
], ids=["show", "answer", "form", "particulars", "paragraph"])
def test_a_word_broken_between_lines_is_whole_to_the_door(house, written):
    text = written(house)
    assert "[ФИО]" in text
    assert "мировна" not in text


@pytest.mark.parametrize("tables", [papers.TABLES, shows.TABLES, desk.TABLES, access.TABLES])
def test_every_column_of_text_has_its_door(tables):
    made = re.findall(r"create table (\w+) \((.*?)\);?\s*(?=create|$)", tables, re.S)
    columns = {f"{table}.{name}" for table, inside in made for name in re.findall(r"(\w+) (?:text|blob)\b", inside)
               if name != "data" and name != "token" and name != "template"}
    assert columns - DOORS.keys() == set()


def test_doors_of_texts_are_not_few():
    assert sum(door in (KEPT, OFFICE) for door in DOORS.values()) >= 15
