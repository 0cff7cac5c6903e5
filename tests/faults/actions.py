"""What is disturbed: every action that changes the base, the files beside it or a copy, and what stands afterwards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from shnor.copies import archive
from shnor.datasets import KINDS, Batch, Delivery
from shnor.scope import EVERYTHING, Actor
from shnor.service.bases import noon, open_base
from shnor.service.copies import restore
from shnor.service.intake import with_names
from shnor.store import Preview, Store
from shnor.store.steps import STEPS

BY, DAY, MONTH = Actor("координатор", EVERYTHING), date(2026, 11, 27), date(2026, 10, 1)
BASE, COPY = "base.duckdb", "copy.zip"
PEOPLE = {f"{number:016x}": f"Выдуманная Фамилия{number}" for number in range(400)}
RANDOM = ("base", "names_made", "names_erased")
"""What the base notes of itself and is another thing every time."""
OLDER = ("progress", "indicator_values", "courses", "events", "surveys", "results", "requests")
"""Tables a base of before had without the day their rows count from."""
Tables = dict[str, list]


class Base:
    """The base of a folder, opened when it is asked for: the first time, and after it was closed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "data" / BASE
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        if self._store is None:
            self._store = open_base(self.path, now=lambda: noon(DAY))
        return self._store

    def close(self) -> None:
        store, self._store = self._store, None
        if store:
            store.close()


def delivery(name: str, keys: list[str], rows: int) -> Delivery:
    """A list of courses; keys: of the people in it, instead of numbers of them."""
    kind = KINDS["courses"]
    records = [{"school_id": "Ш05", "period": "2026-10", "state": "done", "subject": f"предмет {number}", "people": 1,
                "programme": f"{name} {number % 7}", "person": keys[number] if keys else "", "month": MONTH,
                "row": number, "cell": f"A{number}"} for number in range(rows)]
    table = pa.Table.from_pylist(records, schema=kind.schema)
    return Delivery(f"{name}.csv", name, (Batch("courses", "list", "Курсы", 1, rows, table),))


def preview(store: Store, name: str, keys: list[str], rows: int) -> Preview:
    return store.preview(delivery(name, keys, rows))


def accept(base: Base) -> None:
    base.store.accept(preview(base.store, "принимается", [], 3000), BY)


def withdraw(base: Base) -> None:
    base.store.withdraw(1, BY, "прислали другой файл")


def approve(base: Base) -> None:
    base.store.approve(date(2026, 9, 1), BY)


def setup(base: Base) -> None:
    base.store.describe(BY, **{f"center_{case}": f"Центр {case}" for case in ("gen", "dat", "acc", "ins", "prep",
                                                                               "nom")})


def names_on(base: Base) -> None:
    with_names.keep_mode(base.store, with_names.ON, BY)


def names_accepted(base: Base) -> None:
    shown = preview(base.store, "с именами", list(PEOPLE), len(PEOPLE))
    with with_names.remembered(base.store, PEOPLE, shown.id):
        base.store.accept(shown, BY)


def names_erased(base: Base) -> None:
    with_names.erase(base.store, BY)


def backup(base: Base) -> None:
    base.store.copy_to(base.folder / "copies" / COPY, BY, names=True)


def returned(base: Base) -> None:
    """The copy in place of what is there, names that were deleted since with it."""
    def change(put: Callable[[], None]) -> None:
        base.close()
        put()
    at = restore.Place(base.path, base.path.parent)
    accesses = restore.Accesses(off=lambda *_: [], prepare=lambda *_: None)
    restore.put_back(base.folder / "copies" / COPY, at, base.store, BY, noon(DAY), accesses, with_names=True,
                     change=change)


def made_older(base: Base) -> None:
    base.close()
    with duckdb.connect(str(base.path)) as connection:
        for table in OLDER:
            connection.execute(f"alter table {table} drop column known_on")
        connection.execute("delete from steps where name = ?", [STEPS[0].name])


def migrate(base: Base) -> None:
    assert base.store.state


Action = Callable[[Base], None]
ACTIONS: dict[str, tuple[Action, ...]] = {
    "accept": (accept,), "withdraw": (withdraw,), "approve": (approve,), "setup": (setup,), "names on": (names_on,),
    "accept with names": (names_on, names_accepted), "delete names": (names_on, names_accepted, names_erased),
    "backup": (backup,), "restore": (names_on, names_accepted, backup, accept, names_erased, returned),
    "migration": (made_older, migrate)}
"""The last one is disturbed; those before it prepare."""
OPENS = ("migration",)
"""Done by the very opening of the base: it never stands as before."""


def dump(base: Base) -> Tables:
    """Everything that is stored, without what is random; files that nobody needs any more. Copies are read whole."""
    told: Tables = {}
    store, folder = base.store, base.folder
    with store.view() as view:
        told["courses"] = sorted(map(repr, view.everybody().rows("courses").fetchall()))
    told["journal"] = [repr((one.state, one.action, one.upload, one.note)) for one in store.journal()]
    told["uploads"] = [repr((one.file, one.live, one.rows)) for one in store.uploads()]
    told["about"] = sorted(f"{key}={value}" for key, value in store.about().items() if key not in RANDOM)
    told["people"] = sorted(map(repr, store.people.names().items())) if store.people.exists else ["no file"]
    told["copies"] = sorted(path.name for path in folder.glob("copies/*")
                            if path.suffix != ".unfinished")  # swept by the next copy
    known = {BASE, f"{BASE}.wal", "base.last.json", "people.duckdb", "backup"}
    told["left"] = sorted(path.name for path in (*folder.glob("data/*"), *folder.glob("data/backup/*"))
                          if path.name not in known and path.suffix != ".zip")
    for path in (*folder.glob("copies/*.zip"), *folder.glob("data/backup/*.zip")):
        archive.whole(path)  # raises: the copy of before the action, or its result, is cut
    return told
