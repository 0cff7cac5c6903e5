"""The store: one base, one connection, one writer at a time, as many readers as there are pages."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from pathlib import Path
from uuid import uuid4

import duckdb

from shnor.copies import swap
from shnor.copies.archive import Contents, Tables
from shnor.copies.names import BEFORE_UPDATE, free
from shnor.datasets import KINDS, Delivery, Kind
from shnor.errors import StoreError
from shnor.scope import EVERYTHING, Actor, Scope
from shnor.store import backup, beside, changes, last, log, rights, schema
from shnor.store.conflicts import refuse_moved
from shnor.store.connection import MEMORY, Snapshot, close_to_others, connect, refusal, transaction
from shnor.store.engine import Engine
from shnor.store.incoming import register, register_replaced
from shnor.store.past import Past
from shnor.store.people import FILE, People
from shnor.store.preview import table_change
from shnor.store.queries import person_keys, schools_by_upload, schools_of
from shnor.store.steps import STEPS, Step
from shnor.store.types import Entry, Moved, Preview, Unseen, Upload
from shnor.store.view import View
from shnor.store.whole import contents

Clock = Callable[[], datetime]
"""The moment with its zone. Never the system's by default: a test or a demonstration lives on its own day."""


class Store:
    """An open base. Safe to use from several threads; made by `Store.open`. What changes it raises NotAllowed for
    whoever may not. people: names, kept beside the base in the mode «С ФИО» alone. generation: new at every opening, so
    also for a file restored or put in another's place; states and uploads of two files may have the same numbers, what
    is kept under a generation never mixes them. lost: actions the base was seen with and does not hold any more."""

    def __init__(self, path: Path | None, connection: Callable[[], duckdb.DuckDBPyConnection],
                 kinds: Mapping[str, Kind], clock: Clock) -> None:
        self.path, self._kinds, self._clock = path, kinds, clock
        self._engine = Engine(path, connection, self._begin)
        self._zone: tzinfo = UTC
        self.generation, self._past = uuid4().hex, Past()
        self._newest, self._said = 0, dict[str, str]()
        self.people = People(None, "")
        self.lost: last.Lost | None = None

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True, kinds: Mapping[str, Kind] = KINDS,
             steps: Sequence[Step] = STEPS, clock: Clock, crowded: bool = False) -> "Store":
        """Open or make a base (":memory:" = until closed) and bring its tables up to the declarations; before an
        existing base changes, a copy is put into the folder backup beside it. clock: when things are accepted, and the
        zone in which its day is told. crowded: many will ask at once. Raises BaseInUse, StoreError."""
        file = None if str(path) == MEMORY else Path(path).absolute()
        if file:
            swap.finish(file)  # a copy that was coming back when the program was killed
        logged = file is not None and beside.log_file(file).exists()
        store = cls(file, partial(connect, file, create=create, crowded=crowded), kinds, clock)
        try:
            if file:
                beside.sweep(file)
            now = clock()
            store._zone = now.tzinfo or UTC
            moment = now.astimezone(UTC).replace(tzinfo=None)
            schema.prepare(store._engine.root, kinds, steps, moment, lambda: store._copy_before(now))
            store._begin()
            base = store._said[schema.BASE]
            store.lost = last.lost(file, base, store._newest, logged=logged) if file else None
            store.people = People(file and file.parent / FILE, base, store)
            store.people.settle()
        except BaseException as error:
            store.close()
            if file and isinstance(error, duckdb.Error):
                raise refusal(file, str(error)) from None
            raise
        return store

    def close(self) -> None:
        """What is being written or read is finished first; what is still read after a while keeps the base open until
        the process ends."""
        self._engine.close()

    @property
    def state(self) -> int:
        """The count of committed changes; caches key on it."""
        with self._engine.reader():
            return self._newest

    @contextmanager
    def view(self, scope: Scope = EVERYTHING, state: int | None = None,
             without: frozenset[int] = frozenset(), unseen: tuple[Unseen, ...] = ()) -> Iterator[View]:
        """One snapshot for a whole page. state: a past one. without: uploads taken as withdrawn, to see what that
        would do. unseen: accepted files whose rows are not shown here yet. Raises StoreError for a state that has not
        been yet."""
        with self._engine.reader() as root:
            newest = self._newest
            if state is not None and not 0 <= state <= newest:
                raise StoreError(f"Состояния {state} в этой базе не было: последнее — {newest}.")
            with Snapshot(root) as snapshot:
                yield View(snapshot, self._kinds, scope, newest if state is None else state, without, self.generation,
                           self._past, self._zone, unseen)

    def preview(self, delivery: Delivery) -> Preview:
        """What the file would change now. Stores nothing. Raises StoreError for a repeated or empty key."""
        with self._reader() as cursor:
            tables = register(cursor, self._kinds, delivery)  # a read-only transaction takes no new table
            keys = register_replaced(cursor, self._kinds, delivery)
            cursor.execute("begin transaction read only")
            state = log.state(cursor)
            return Preview(
                id=uuid4().hex, base=log.about(cursor)[schema.BASE], state=state, delivery=delivery,
                tables=tuple(table_change(cursor, self._kinds[kind], state, name, delivery.places(kind),
                                          keys.get(kind, ""))
                             for kind, name in tables.items()),
                seen=log.seen(cursor, delivery.sha256))

    def accept(self, preview: Preview, by: Actor, note: str = "", remove_missing: bool = False,
               still: Callable[[], None] = lambda: None) -> int:
        """Store the file, whole or not at all; the new state. A preview is accepted once: a second time gives the
        state of the first. remove_missing: rows that are no longer in the file stop counting. still: asked in the turn
        of the writer, when nobody else writes; raises where something beside the rows is no longer as it was shown,
        must be quick and write nothing. Raises StateMoved when rows the preview speaks of were changed since, with the
        conflicts, MonthApproved, StoreError when there is nothing to change, and NotAllowed for everybody but the
        coordinator and a director whose own rows alone these are."""
        with self._writing() as cursor:
            if log.accepted(cursor, preview.id) is None:
                still()
            tables = register(cursor, self._kinds, preview.delivery)
            keys = register_replaced(cursor, self._kinds, preview.delivery)
            rights.refuse_file(cursor, self._kinds, tables, keys, preview.delivery, by, remove_missing=remove_missing)
            return changes.accept(cursor, self._kinds, tables, keys, preview, self._clock(), by.title, note,
                                  remove_missing)

    def accepted(self, preview: Preview) -> int | None:
        """The state at which it was accepted, if it was."""
        with self._reading() as cursor:
            return log.accepted(cursor, preview.id)

    def holds(self, preview: str) -> bool:
        """Whether a preview of that id was accepted."""
        with self._reading() as cursor:
            return log.accepted(cursor, preview) is not None

    def person_keys(self) -> frozenset[str]:
        """Of everybody who stands in it, in withdrawn files too."""
        with self._reading() as cursor:
            return frozenset(key for kind in self._kinds.values() for query in person_keys(kind)
                             for key, in cursor.execute(query).fetchall())

    def refuse_moved(self, preview: Preview, own: Collection[int] = ()) -> None:
        """Raises StateMoved when others have changed rows the preview speaks of. own: states that are no news."""
        with self._reader() as cursor:
            tables = register(cursor, self._kinds, preview.delivery)
            keys = register_replaced(cursor, self._kinds, preview.delivery)
            cursor.execute("begin transaction read only")
            refuse_moved(cursor, self._kinds, tables, keys, preview, log.state(cursor), own=own)

    def moved(self, since: int, own: Collection[int] = ()) -> Moved:
        """What files accepted, withdrawn or restored after a state hold. own: states that are no news."""
        with self._reading() as cursor:
            lines = {at: line for at, line in log.moved(cursor, since).items() if at not in own}
            held: dict[str, set[int]] = {}
            for upload, kinds in lines.values():
                for kind in kinds:
                    held.setdefault(kind, set()).add(upload)
            return Moved(max(lines, default=0), {
                kind: frozenset(code for code, in cursor.execute(schools_of(self._kinds[kind], uploads)).fetchall())
                for kind, uploads in held.items() if kind in self._kinds})

    def schools_of(self, uploads: Collection[int]) -> dict[int, frozenset[str]]:
        """Upload → codes of the schools whose rows it holds and of who sent it; "" = of no school."""
        with self._reading() as cursor:
            listed = [one for one in log.uploads(cursor) if one.id in uploads]
            found: dict[int, set[str]] = {one.id: {one.school} - {""} for one in listed}
            for kind in {name for one in listed for name in one.kinds} & self._kinds.keys():
                for upload, school in cursor.execute(schools_by_upload(self._kinds[kind], uploads)).fetchall():
                    found[upload].add(school)
            return {upload: frozenset(schools) for upload, schools in found.items()}

    def withdraw(self, upload_id: int, by: Actor, reason: str) -> int:
        """The file no longer counts: what was before counts again. The new state."""
        with self._changing(by) as cursor:
            return changes.withdraw(cursor, self._kinds, upload_id, self._clock(), by.title, reason)

    def restore(self, upload_id: int, by: Actor, reason: str) -> int:
        """A withdrawn file counts again, under the files accepted after it. The new state."""
        with self._changing(by) as cursor:
            return changes.restore(cursor, self._kinds, upload_id, self._clock(), by.title, reason)

    def approve(self, month: date, by: Actor) -> int:
        """Close the month to changes. The new state."""
        with self._changing(by) as cursor:
            return changes.approve(cursor, month, self._clock(), by.title)

    def reopen(self, month: date, by: Actor, reason: str) -> int:
        """Open an approved month for correction. The new state."""
        with self._changing(by) as cursor:
            return changes.reopen(cursor, month, self._clock(), by.title, reason)

    def decide(self, by: Actor, note: str, **values: str) -> int:
        """Note a decision about the base itself, such as whether names may be kept, with what `about` then says. The
        new state."""
        with self._changing(by) as cursor:
            log.describe(cursor, values)
            return log.write(cursor, self._clock(), by.title, "decide", note=note)

    def approved(self, state: int | None = None) -> frozenset[date]:
        """First days of the approved months, now or at a past state."""
        with self._reading() as cursor:
            return log.approved(cursor, log.state(cursor) if state is None else state)

    def uploads(self) -> list[Upload]:
        """Accepted files, newest first."""
        with self._reading() as cursor:
            return log.uploads(cursor)

    def journal(self) -> list[Entry]:
        """Who did what, when and why, newest first."""
        with self._reading() as cursor:
            return log.journal(cursor)

    def about(self) -> dict[str, str]:
        """What `describe` noted."""
        with self._engine.reader():
            return {key: value for key, value in self._said.items() if key != schema.BASE}

    def describe(self, by: Actor, **values: str) -> None:
        """Note facts about the base itself (municipality, demo, day). They are no part of the state."""
        if schema.BASE in values:
            raise ValueError(schema.BASE)
        with self._changing(by) as cursor:
            log.describe(cursor, values)

    @property
    def number(self) -> str:
        """Which base it is: the same for its copies, another one for every other base."""
        with self._engine.reader():
            return self._said[schema.BASE]

    def tables(self) -> Tables:
        """How many rows every table has and a sum over all their values."""
        with self._reading() as cursor:
            return contents(cursor)

    def copy_to(self, path: Path | str, by: Actor, *, names: bool = False,
                more: Mapping[str, Path] = backup.NOTHING_MORE, why: str = "") -> Contents:
        """The whole set as one file, see backup.save. names: of people, where they are kept. Raises StoreError."""
        rights.refuse(by)
        people = self.people if names and self.people.exists else None
        return backup.save(self._engine.turn(), self.path, Path(path).absolute(), self._clock(), people=people,
                           more=more, why=why)

    def _copy_before(self, moment: datetime) -> None:
        if self.path:
            target = free(beside.backup_folder(self.path), moment, why=BEFORE_UPDATE)
            backup.save(nullcontext(self._engine.root), self.path, target, moment, why=BEFORE_UPDATE)

    @contextmanager
    def _reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._engine.reader() as root, closing(root.cursor()) as cursor:
            yield cursor

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._reader() as cursor:
            cursor.execute("begin transaction read only")
            yield cursor

    @contextmanager
    def _writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction, one writer at a time."""
        with self._engine.turn() as root:
            with transaction(root.cursor(), self.path, "write", "Запись не удалась, в базе ничего не изменилось. "
                             "Проверьте место на диске и повторите.") as cursor:
                yield cursor
            self._note()
            if self.path:
                close_to_others(self.path)  # the engine makes its log anew
                last.note(self.path, last.Seen(self._said[schema.BASE], self._newest, self._clock().isoformat()))

    def _begin(self) -> None:
        """With an engine just opened."""
        self.generation, self._past = uuid4().hex, Past()
        self._note()

    def _note(self) -> None:
        """What every run of every page asks for: nobody else writes, so it need not be read again and again."""
        with closing(self._engine.root.cursor()) as cursor:
            self._said, self._newest = log.about(cursor), log.state(cursor)

    @contextmanager
    def _changing(self, by: Actor) -> Iterator[duckdb.DuckDBPyConnection]:
        """The same for what the coordinator alone may do."""
        rights.refuse(by)
        with self._writing() as cursor:
            yield cursor
