"""Opening a base: its tables follow the declarations, nobody else gets in, nothing gets out."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest

from shnor.datasets import Column
from shnor.errors import BaseInUse, StoreError
from shnor.store import Step, Store, log
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.copied import base_in
from tests.store.toy import BY, JAN, KINDS, RULES, VISITS, accept, memory, preview, seen

WIDER = VISITS.model_copy(update={"columns": (*VISITS.columns, Column(name="guest", type="text", title="Гость",
                                                                      description=""))})
RETYPED = VISITS.model_copy(update={"columns": (*VISITS.columns[:3], Column(name="lessons", type="text", title="Уроков",
                                                                            description=""))})
RENAME = Step("visits.lessons becomes hours", lambda cursor: cursor.execute(
    "alter table visits rename column lessons to hours"))
RENAMED = VISITS.model_copy(update={"columns": (*VISITS.columns[:3], Column(name="hours", type="whole", title="Часов",
                                                                            description=""))})


@pytest.fixture
def base(tmp_path) -> Path:
    """A base with one row, closed."""
    path = tmp_path / "папка 'О’Нила'" / "база 'А'.duckdb"
    store = Store.open(path, kinds={"visits": VISITS}, steps=(), clock=noon)
    accept(store, ("A", JAN, "1", 2))
    store.close()
    return path


def copies(base: Path) -> list[Path]:
    return sorted((base.parent / "backup").glob("*.zip"))


def rows(path: Path, **options: object) -> list[tuple]:
    store = Store.open(path, **{"steps": (), **options}, clock=noon)
    with store.view() as view:
        found = view.rows("visits").fetchall()
    store.close()
    return [row[:-5] for row in found]


def noted(path: Path) -> list[str]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return [name for name, in connection.execute("select name from steps").fetchall()]


def test_a_base_is_found_again_as_it_was_left(base):
    assert rows(base, kinds={"visits": VISITS}) == [("A", JAN, "1", 2)]
    assert copies(base) == []


def test_closing_waits_for_what_is_being_written(base):
    store = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    inside, on = threading.Event(), threading.Event()

    def write() -> None:
        with store._writing() as cursor:
            inside.set()
            assert on.wait(20)
            log.describe(cursor, {"municipality": "Приозёрный"})
    writing, closing = threading.Thread(target=write), threading.Thread(target=store.close)
    for begun in (writing, closing):
        begun.start()
        assert inside.wait(20)
    closing.join(0.2)
    assert closing.is_alive()
    on.set()
    writing.join(20), closing.join(20)
    assert Store.open(base, steps=(), clock=noon).about()["municipality"] == "Приозёрный"


def test_a_new_kind_and_a_new_column_are_added_after_a_copy(base):
    assert rows(base, kinds={"visits": WIDER, "rules": RULES}) == [("A", JAN, "1", 2, None)]
    assert noted(base) == ["+visits", "+visits.guest", "+rules"]
    copy, = copies(base)
    assert "перед обновлением" in copy.name
    assert noted(base_in(copy)) == ["+visits"]
    assert rows(base, kinds={"visits": WIDER, "rules": RULES}) == [("A", JAN, "1", 2, None)]
    assert len(copies(base)) == 1


def test_a_named_step_runs_once_after_a_copy(base):
    for _ in range(2):
        assert rows(base, kinds={"visits": RENAMED}, steps=(RENAME,)) == [("A", JAN, "1", 2)]
    assert noted(base) == ["+visits", RENAME.name]
    assert len(copies(base)) == 1


def test_a_new_base_notes_the_steps_it_does_not_need(tmp_path):
    Store.open(tmp_path / "new.duckdb", kinds={"visits": RENAMED}, steps=(RENAME,), clock=noon).close()
    assert noted(tmp_path / "new.duckdb") == [RENAME.name, "+visits"]


def test_a_step_that_fails_leaves_the_base_as_it_was(base):
    def fail(cursor):
        raise RuntimeError
    with pytest.raises(RuntimeError):
        Store.open(base, kinds={"visits": RENAMED}, steps=(RENAME, Step("broken", fail)), clock=noon)
    assert rows(base, kinds={"visits": VISITS}) == [("A", JAN, "1", 2)]


@pytest.mark.parametrize(("make", "options", "sentence"), [
    pytest.param(lambda path: None, {"create": False}, "нет в этой папке", id="absent"),
    pytest.param(lambda path: path.write_text("не база" * 1000), {}, "не база этой программы", id="another-file"),
    pytest.param(lambda path: path.mkdir(), {}, "не открывается", id="a-folder"),
    pytest.param(lambda path: duckdb.connect(str(path)).execute("create table t(a int)").close(), {},
                 "другой программой", id="another-program"),
    pytest.param(lambda path: duckdb.connect(str(path)).execute("create view v as select 1").close(), {},
                 "другой программой", id="a-view-alone"),
    pytest.param(lambda path: Store.open(path, kinds={}, steps=(RENAME,), clock=noon).close(), {}, "более новая",
                 id="newer-base"),
    pytest.param(lambda path: Store.open(path, kinds={"visits": RETYPED}, clock=noon).close(), {}, "другого вида",
                 id="other-type"),
])
def test_what_cannot_be_opened_is_said_in_a_sentence(tmp_path, make, options, sentence):
    make(tmp_path / "x.duckdb")
    with pytest.raises(StoreError, match=sentence) as refused:
        Store.open(tmp_path / "x.duckdb", kinds=KINDS, **options, clock=noon)
    assert str(tmp_path) not in str(refused.value)


def test_what_a_newer_program_has_only_added_stays_and_does_not_stand_in_the_way(base):
    """A column, a table, no step: both programs use the base in turn, on a server and on a laptop."""
    assert rows(base, kinds={"visits": WIDER, "rules": RULES}) == [("A", JAN, "1", 2, None)]
    older = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    assert accept(older, ("B", JAN, "2", 3)) == 2
    assert seen(older) == {("A", JAN): "1", ("B", JAN): "2"}
    older.close()
    assert rows(base, kinds={"visits": WIDER, "rules": RULES}) == [("A", JAN, "1", 2, None), ("B", JAN, "2", 3, None)]
    assert len(copies(base)) == 1


@contextmanager
def nobody() -> Iterator[None]:
    """What the rights of files say holds for root too."""
    if root := os.geteuid() == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="there a folder cannot be closed this way")
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o555, 0o444), (0o777, 0o444)], ids=["folder", "file"])
def test_a_base_that_may_only_be_read_is_a_sentence(base, of_folder, of_file):
    before = base.read_bytes()
    with TemporaryDirectory() as place:
        closed = Path(shutil.copy(base, Path(place) / "base.duckdb"))
        closed.chmod(of_file), closed.parent.chmod(of_folder)
        with nobody(), pytest.raises(StoreError, match=r"«base\.duckdb» не открывается.*в неё можно записывать"):
            Store.open(closed, kinds={"visits": VISITS}, steps=(), clock=noon)
        closed.parent.chmod(0o700)
        assert closed.read_bytes() == before


def test_a_column_of_the_key_cannot_appear_by_itself(base):
    keyed = WIDER.model_copy(update={"key": ("school", "month", "guest")})
    with pytest.raises(StoreError, match="другого вида"):
        Store.open(base, kinds={"visits": keyed}, clock=noon)


@pytest.mark.parametrize("kind", [
    pytest.param(RULES.model_copy(update={"id": "journal"}), id="a-table-of-the-log"),
    pytest.param(RULES.model_copy(update={"columns": (Column(name="row", type="text", title="", description=""),)}),
                 id="a-column-of-the-log"),
])
def test_a_kind_cannot_take_a_name_of_the_log(kind):
    with pytest.raises(ValueError, match="a name the log needs"):
        Store.open(":memory:", kinds={kind.id: kind}, clock=noon)


def test_a_second_process_is_refused_in_russian(base):
    store = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    script = ("import sys\nfrom shnor.errors import BaseInUse\nfrom shnor.store import Store\n"
              "from tests.clock import noon\n"
              "try:\n    Store.open(sys.argv[1], clock=noon)\n"
              "except BaseInUse as refused:\n    sys.stdout.buffer.write(str(refused).encode())\n")
    second = subprocess.run([sys.executable, "-c", script, str(base)], capture_output=True, cwd=Path.cwd(), check=True)
    told = second.stdout.decode()
    assert "уже открыта" in told
    assert not any(word in told for word in ("/", "lock", "PID", "Error"))
    assert seen(store) == {("A", JAN): "1"}
    store.close()


def test_a_second_opening_in_the_process_is_refused_and_harms_nothing(base):
    store = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    with pytest.raises(BaseInUse):
        Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    accept(store, ("B", JAN, "1"))
    store.close()
    assert len(rows(base, kinds={"visits": VISITS})) == 2


@pytest.mark.parametrize("statement", [
    "select * from read_text('{folder}/secret.txt')",
    "copy visits to '{folder}/out.csv'",
    "attach '{folder}/other.duckdb'",
    "set enable_external_access = true",
    "reset allowed_directories",
    "install httpfs",
])
def test_sql_reaches_no_file_outside(tmp_path, statement):
    (tmp_path / "secret.txt").write_text("тайна")
    store = Store.open(tmp_path / "data" / "base.duckdb", kinds=KINDS, clock=noon)
    with store.view() as view, pytest.raises(duckdb.Error):
        view.rows("visits").query("v", statement.format(folder=tmp_path)).fetchall()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "secret.txt"]
    store.close()


def test_a_copy_is_an_equal_base_and_is_made_while_in_use(base, tmp_path):
    store = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    store.describe(COORDINATOR, municipality="Приозёрный муниципальный округ")
    shown = preview(store, ("B", JAN, "2"))
    with store.view():
        store.copy_to(tmp_path / "флешка" / "копия.zip", COORDINATOR)
    copy = Store.open(base_in(tmp_path / "флешка" / "копия.zip"), kinds={"visits": VISITS}, steps=(), clock=noon)
    for ask in (seen, Store.journal, Store.uploads, Store.about):
        assert ask(copy) == ask(store)
    assert copy.accept(shown, BY) == 2
    assert copies(base) == list((base.parent / "backup").iterdir()) == []
    copy.close()
    store.close()


def test_a_copy_does_not_overwrite(base):
    store = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    with pytest.raises(StoreError, match="уже есть"):
        store.copy_to(base, COORDINATOR)
    store.close()


def test_a_base_in_memory_has_no_copy(tmp_path):
    with pytest.raises(StoreError):
        memory().copy_to(tmp_path / "copy.duckdb", COORDINATOR)


def test_facts_about_the_base_are_kept_and_are_no_state(base):
    store = Store.open(base, kinds={"visits": VISITS}, steps=(), clock=noon)
    store.describe(COORDINATOR, municipality="Первый", day="2026-11-20")
    store.describe(COORDINATOR, municipality="Второй")
    assert (store.about(), store.state) == ({"municipality": "Второй", "day": "2026-11-20"}, 1)
    store.close()
