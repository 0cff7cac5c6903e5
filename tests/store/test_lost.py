"""A damaged base says what is wrong with it; one that has lost its newest actions says so and opens; what a killed
program has left is swept."""

import shutil
from pathlib import Path

import pytest

from shnor.errors import StoreError
from shnor.store import Store
from tests.clock import noon
from tests.store.toy import BY, JAN, KINDS, accept


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A base of 20 000 rows with three actions more in its log, as the program left it when it was killed."""
    folder = tmp_path_factory.mktemp("made")
    store = Store.open(folder / "base.duckdb", kinds=KINDS, clock=noon)
    accept(store, *((f"Ш{number}", JAN, str(number * 7919)) for number in range(20_000)))
    store.close()
    store = Store.open(folder / "base.duckdb", kinds=KINDS, clock=noon)
    for action in (lambda: accept(store, ("A", JAN, "1")), lambda: store.withdraw(2, BY, "ошибка"),
                   lambda: store.approve(JAN, BY)):
        action()
    killed = folder / "killed"
    shutil.copytree(folder, killed)
    store.close()
    return killed


@pytest.fixture
def base(made, tmp_path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "data")) / "base.duckdb"


def flip(path: Path, *places: int) -> None:
    content = bytearray(path.read_bytes())
    for place in places:
        content[place] ^= 0xFF
    path.write_bytes(content)


def log(base: Path) -> Path:
    return base.with_name("base.duckdb.wal")


def empty(path: Path, begin: int, end: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:begin] + bytes(end - begin) + content[end:])


@pytest.mark.parametrize(("damage", "sentence"), [
    pytest.param(lambda base: base.write_bytes(base.read_bytes()[:base.stat().st_size // 2]), "«base.duckdb» повреждён",
                 id="half"),
    pytest.param(lambda base: flip(base, *range(12_300, 12_320)), "«base.duckdb» повреждён", id="twenty-bytes"),
    pytest.param(lambda base: flip(base, 5000), "«base.duckdb» повреждён", id="a-byte-of-the-header"),
    pytest.param(lambda base: empty(base, 0, 4096), "не база этой программы или повреждён", id="no-header"),
    pytest.param(lambda base: empty(base, 4096, 8192), "«base.duckdb» повреждён", id="no-second-header"),
    pytest.param(lambda base: base.write_bytes(b""), "не база этой программы или повреждён", id="nothing"),
    pytest.param(lambda base: flip(log(base), 300), "«base.duckdb.wal» рядом с базой повреждён", id="a-byte-of-a-log"),
    pytest.param(lambda base: log(base).write_bytes(log(base).read_bytes() + bytes(300)),
                 "«base.duckdb.wal» рядом с базой повреждён", id="noughts-after-the-log"),
])
def test_a_damaged_base_says_what_is_damaged_and_what_helps(base, damage, sentence):
    damage(base)
    with pytest.raises(StoreError, match=sentence) as refused:
        Store.open(base, create=False, kinds=KINDS, clock=noon)
    assert "копи" in str(refused.value)
    assert "в неё можно записывать" not in str(refused.value)


@pytest.mark.parametrize(("spoil", "state", "words"), [
    pytest.param(lambda base: log(base).unlink(), 1, ("рядом не было файла «base.duckdb.wal»", "действия с 2 по 4"),
                 id="no-log"),
    pytest.param(lambda base: log(base).write_bytes(log(base).read_bytes()[:-5]), 3, ("не целый", "действие 4."),
                 id="the-end-of-the-log"),
    pytest.param(lambda base: None, 4, None, id="whole"),
    pytest.param(lambda base: base.with_name("base.last.json").write_text("{"), 4, None, id="an-unreadable-note"),
    pytest.param(lambda base: (log(base).unlink(), base.with_name("base.last.json").unlink()), 1, None, id="no-note"),
])
def test_a_base_that_lost_actions_says_so_and_opens(base, spoil, state, words):
    spoil(base)
    store = Store.open(base, create=False, kinds=KINDS, clock=noon)
    told = store.lost.sentence if store.lost else None
    assert store.state == state
    assert told is None if words is None else all(part in told for part in words)
    store.close()


def test_a_block_that_cannot_be_read_is_a_sentence_and_not_a_trace(base, tmp_path):
    log(base).unlink()
    empty(base, base.stat().st_size // 2, base.stat().st_size)
    store = Store.open(base, create=False, kinds=KINDS, clock=noon)
    with pytest.raises(StoreError, match=r"«base.duckdb» повреждён"), store.view() as view:
        view.rows("visits").fetchall()
    assert (store.state, store.journal()[0].action) == (1, "accept")
    store.close()


def test_what_a_killed_program_has_left_is_swept(base):
    backup = base.parent / "backup"
    backup.mkdir()
    ours = [backup / f"base.duckdb.{'a' * 32}.unfinished", backup / f"base.duckdb.{'a' * 32}.unfinished.wal",
            backup / f"{'b' * 32}.unfinished", base.with_name(f"{'c' * 32}.unfinished"),
            base.with_name("base.last.json.new"),
            base.with_name(f"base.duckdb.{'d' * 32}.returning.unfinished")]
    others = [backup / name for name in ("копия.duckdb", f"other.duckdb.{'a' * 32}.unfinished",
                                                         "letter.unfinished")]
    for path in (*ours, *others):
        path.write_bytes(b"left")
    (base.parent / "base.duckdb.tmp").mkdir()
    Store.open(base, create=False, kinds=KINDS, clock=noon).close()
    assert [path.name for path in (*ours, base.parent / "base.duckdb.tmp") if path.exists()] == []
    assert all(path.exists() for path in others)
