"""What lies in the data folder is this user's alone, where the system knows such rights."""

import os
import stat

import pytest

from shnor import private
from shnor.access.database import FILE, Database
from shnor.desk import Desk
from shnor.papers import Papers
from shnor.shows import Shows
from shnor.store import Store
from shnor.ui.kit.errors import ErrorLog
from shnor.ui.server import launch
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.store.toy import JAN, KINDS, accept

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder of a user closed by itself")


def rights(path) -> str:
    return f"{stat.S_IMODE(path.stat().st_mode):o}"


def everything(folder) -> dict[str, str]:
    """Path inside the folder → its rights."""
    return {path.relative_to(folder).as_posix(): rights(path) for path in folder.rglob("*")}


@pytest.fixture
def folder(tmp_path):
    """A data folder as an older version left it: open to everybody."""
    path = tmp_path / "data"
    path.mkdir(mode=0o755)
    path.chmod(0o755)
    return path


def test_a_folder_is_made_closed_and_an_open_one_is_closed(folder):
    assert rights(private.folder(folder)) == rights(private.folder(folder / "backup")) == "700"


def test_a_folder_everybody_writes_into_on_purpose_stays_open(folder):
    folder.chmod(0o1777)
    assert rights(private.folder(folder)) == "1777"


def test_a_file_is_closed_when_opened_also_one_that_was_there(folder):
    (folder / "old").touch(mode=0o644)
    for name in ("old", "new"):
        with open(folder / name, "w", opener=private.opener) as file:
            assert rights(folder / name) == "600"
            file.write("имя")


def test_a_system_that_refuses_is_no_error(tmp_path):
    private.file(tmp_path / "absent")


def test_a_base_its_log_and_its_copies_are_closed_and_a_chosen_folder_stays_as_it_is(folder):
    store = Store.open(folder / "base.duckdb", kinds=KINDS, clock=noon)
    accept(store, ("A", JAN, "1"))
    with store.people.making(COORDINATOR) as made:
        store.describe(COORDINATOR, **made)
    store.copy_to(folder / "backup" / "copy.zip", COORDINATOR)
    store.copy_to(folder / "flash" / "copy.zip", COORDINATOR)
    assert everything(folder) == {
        "base.duckdb": "600", "base.duckdb.wal": "600", "base.last.json": "600", "people.duckdb": "600",
        "backup": "700", "backup/copy.zip": "600", "flash": "700", "flash/copy.zip": "600"}
    assert rights(folder) == "755"
    store.close()


def test_what_lies_beside_a_base_is_closed_its_logs_too(folder):
    """Papers, shows, desks of schools, accesses: made, then opened again after a version that left them open."""
    base, left = folder / "base.duckdb", []
    for _ in ("made", "left open"):
        opened = [Papers(base, noon).database, Shows(base, noon).database, Desk(base, noon).database,
                  Database(folder / FILE, noon)]
        for one in opened:
            with one.change() as rows:
                rows.execute("pragma user_version = 1")
        assert everything(folder) == {f"{name}.sqlite{end}": "600" for end in ("", "-wal", "-shm") for name in (
            "base.papers", "base.shows", "base.desk", "access")}
        for path in folder.iterdir():
            path.chmod(0o644)
        for one in opened[:2]:
            one.close()
        left += opened[2:]  # their logs lie there when the next ones begin
    for one in left:
        one.close()


def test_a_new_folder_of_a_base_is_closed(tmp_path):
    Store.open(tmp_path / "data" / "base.duckdb", kinds=KINDS, clock=noon).close()
    assert rights(tmp_path / "data") == "700"


def test_a_base_that_was_open_to_others_is_closed_when_it_is_opened(folder):
    Store.open(folder / "base.duckdb", kinds=KINDS, clock=noon).close()
    (folder / "base.duckdb").chmod(0o644)
    Store.open(folder / "base.duckdb", kinds=KINDS, clock=noon).close()
    assert rights(folder / "base.duckdb") == "600"


def test_the_record_and_the_logs_of_a_run_are_closed(folder):
    launch.remember(folder, launch.Launch(8501, "key", ""))
    ErrorLog(folder / "logs").record(ValueError())
    assert rights(folder) == "700"
    assert everything(folder) == {"launch-8501.json": "600", "logs": "700", "logs/errors.log": "600"}
