"""The one door to stored rows: a scope and a state, one snapshot, one cursor."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, tzinfo
from functools import cached_property

import duckdb
import pyarrow as pa

from shnor.datasets import Grid, Kind, Places
from shnor.datasets.packed import unpacked
from shnor.scope import EVERYTHING, Scope
from shnor.store import foreign, log, places
from shnor.store.conditions import Filter, among, condition
from shnor.store.connection import Snapshot
from shnor.store.origins import Origins
from shnor.store.past import SETTLED, Files, Past
from shnor.store.queries import (
    APPROVALS,
    current,
    files,
    first_uploads,
    quoted,
    sheets,
)
from shnor.store.types import Entry, Origin, Report, Unseen, Upload

Key = tuple[str, Scope, int, frozenset[int], tuple[Unseen, ...]]
"""What keeps apart two things seen in a base."""
ANYTHING = "*"
"""Among the kinds of `View.last_change` and `View.reads`: every line of the journal counts."""


class View:
    """What somebody may see of the base as it was at a state. Relations are lazy and belong to the `with` block: read
    after it they raise; take Arrow tables out. All relations of one view may be joined. Not for several threads.
    reads: the kinds it was asked for so far, ANYTHING where every line of the journal may change the answer: a thing
    made of these answers is the same while `key_of` of these reads is.
    generation: of the store it looks into; past: what the store has read of it before. zone: where days are lived.
    unseen: files that are accepted and whose rows are not shown here yet."""

    def __init__(self, snapshot: Snapshot, kinds: Mapping[str, Kind], scope: Scope, state: int,
                 without: frozenset[int] = frozenset(), generation: str = "",
                 past: Past | None = None, zone: tzinfo = UTC, unseen: tuple[Unseen, ...] = ()) -> None:
        self._snapshot, self._kinds, self._zone = snapshot, kinds, zone
        self._withdrawn, self._without = without, without | {one.upload for one in unseen}
        self._past = past or Past()
        self.reads: set[str] = set()
        self._counted: dict[int, Report] | None = None
        self._origins = Origins(lambda: self._cursor, kinds, scope, self._without)
        self.scope, self.state, self.generation, self.unseen = scope, state, generation, unseen

    @property
    def _cursor(self) -> duckdb.DuckDBPyConnection:
        return self._snapshot.cursor

    @property
    def key(self) -> Key:
        """What is seen through two views with equal keys is the same: generation, scope, state, uploads left out."""
        return self.generation, self.scope, self.state, self._without, self.unseen

    def key_of(self, kinds: Collection[str], *, approvals: bool = False) -> Key:
        """The same for `rows` and `arrivals` of these kinds alone (and for approved months, if asked for):
        generation, scope, their last change, the left-out uploads that hold one of them. `reports` needs ANYTHING:
        files of any kind stand there."""
        kinds = self._read_with(kinds)
        self.reads |= kinds
        left_out = self._left_out(kinds)
        return (self.generation, self.scope, self.last_change(kinds, approvals=approvals), left_out,
                tuple(one for one in self.unseen if one.upload in left_out))

    def last_change(self, kinds: Collection[str], *, approvals: bool = False) -> int:
        """The last state, up to the viewed one, whose line of the journal accepted, withdrew or restored a file with
        one of these kinds; approvals: or approved or reopened a month. 0 = none. Files left out of this view count
        as they stand in the journal: `key_of` tells views with and without them apart."""
        if ANYTHING in kinds:
            return self.state
        asked = (*kinds, *((APPROVALS,) if approvals else ()))
        return self._past.last_change(self._snapshot, self.state, asked, self._zone)

    def _left_out(self, kinds: Collection[str]) -> frozenset[int]:
        if not self._without or ANYTHING in kinds or any(kind[:1] == SETTLED for kind in kinds):
            return self._without
        rows = self._cursor.execute("select upload_id from uploads where upload_id in (select unnest(?::BIGINT[])) "
                                    "and list_has_any(kinds, ?::VARCHAR[])", [list(self._without), list(kinds)])
        return frozenset(upload for upload, in rows.fetchall())

    def rows(self, kind_id: str, **filters: Filter) -> duckdb.DuckDBPyRelation:
        """Rows of the scope: the columns of the kind, then src, upload_id, sheet, row, cell; of a shared row what the
        scope may know. Filters: column=value, column=[values], column=None (empty), column__from=, column__to= (both
        inclusive). Raises KeyError for a column the kind has not."""
        kind = self._kinds[kind_id]
        self.reads |= self._read_with({kind_id})
        relation = self._seen(kind)
        for name, value in filters.items():
            relation = relation.filter(condition(kind, name, value))
        return relation

    def table(self, kind_id: str, whole: "Callable[[View, str], pa.Table]") -> pa.Table:
        """All `rows` of a kind, taken out. whole: gives those of everybody, kept for all who ask: where each row is of
        one school, a scope is cut out of them, which is a hundred times cheaper than to ask the engine."""
        kind, own = self._kinds[kind_id], self.scope.schools
        if own is None or kind.shared:
            return self.rows(kind_id).to_arrow_table()
        return foreign.cut(kind, whole(self.everybody(), kind_id), own)

    def arrivals(self, kind_id: str, *by: str, **filters: Filter) -> list[tuple]:
        """(values of the columns `by`…, moment in UTC, own): when the first file with such a row that still counts was
        accepted, and whether it was a file of this school alone. by: with the school column; filters as in `rows`, on
        columns of `by`."""
        kind = self._kinds[kind_id]
        if kind.school not in by:
            raise ValueError(f"{kind_id}: arrivals are told by school")
        self.reads.add(kind_id)
        files, place = self._files(), by.index(kind.school)
        relation = self._cursor.sql(first_uploads(kind, by, files))
        own = [] if self.scope.schools is None else [among(kind.school, self.scope.schools)]
        for one in (*own, *(condition(kind, name, value) for name, value in filters.items())):
            relation = relation.filter(one)
        return [(*values, files[first].moment, files[first].school_id == values[place])
                for *values, first in relation.fetchall()]

    def arrived(self, kind_id: str, by: Sequence[str], whole: "Callable[..., list[tuple]]") -> list[tuple]:
        """The same as `arrivals` without filters. whole: see `table`."""
        own, school = self.scope.schools, self._kinds[kind_id].school
        if own is None or school not in by:
            return self.arrivals(kind_id, *by)
        place = by.index(school)
        return [row for row in whole(self.everybody(), kind_id, *by) if row[place] in own]

    def accepted(self) -> dict[int, date]:
        """Upload → the local day it was accepted, of every upload there is: that day never changes."""
        rows = self._cursor.execute("select u.upload_id, moment from uploads as u join journal using (state)"
                                    ).fetchall()
        return {upload: moment.replace(tzinfo=UTC).astimezone(self._zone).date() for upload, moment in rows}

    def reports(self, periods: Collection[str]) -> list[Report]:
        """The files of one school for one of these periods (codes) that count, oldest first."""
        self.reads.add(ANYTHING)
        own = self.scope.schools
        found = [file for file in self._files().values()
                 if file.school_id and file.period in periods and (own is None or file.school_id in own)]
        names: dict[int, list[str]] = {}
        for upload, sheet in self._cursor.execute(sheets(file.upload for file in found)).fetchall():
            names.setdefault(upload, []).append(sheet)
        return [replace(file, sheets=tuple(names.get(file.upload, ()))) for file in found]

    def uploads(self) -> list[Upload]:
        """Accepted files, newest first, of whatever state; of a scope of some schools those that are theirs alone."""
        listed = [one for one in log.uploads(self._cursor) if one.id not in self._without]
        return listed if self.scope.schools is None else [one for one in listed if one.id in self._own_files]

    def journal(self) -> list[Entry]:
        """Who did what, when and why, newest first; of a scope of some schools what was done with their own files."""
        listed = log.journal(self._cursor)
        return listed if self.scope.schools is None else [one for one in listed if one.upload in self._own_files]

    def _files(self) -> dict[int, Report]:
        """Upload → the file, without its sheets, of all that count; read once for the view."""
        if self._counted is None:
            self._counted = {upload: Report(upload, school, period, moment.replace(tzinfo=UTC), ())
                             for upload, moment, school, period in self._cursor.execute(
                                 files(self.state, self._without)).fetchall()}
        return self._counted

    def approved(self) -> frozenset[date]:
        """First days of the months that were approved at the state."""
        self.reads.add(ANYTHING)
        return log.approved(self._cursor, self.state)

    def settled(self, since: date) -> tuple[int, date]:
        """The last state that approved a month or was there when the day began, and the day it is of. It moves to a
        new line of the journal or stays, so its number tells what was seen at it apart, like that of a last change."""
        self.reads |= {APPROVALS, f"{SETTLED}{since}"}
        return self._past.settled(self._snapshot, self.state, since, self._zone)

    def columns(self, kind_id: str) -> tuple[str, ...]:
        """The stored columns of a kind."""
        return tuple(column.name for column in self._kinds[kind_id].stored)

    def everybody(self, state: int | None = None) -> "View":
        """The same without the scope. For `shnor.service.figures.everybody` alone, which says who may look through it
        and for what. state: an earlier one, of `settled`: what is read there is no read of this view."""
        if self.scope.schools is None and state is None:
            return self
        return self._other(EVERYTHING, self.state if state is None else state, self.unseen,
                           self.reads if state is None else set())

    def taken(self) -> "View":
        """The same with the files that are not shown yet: what the centre has accepted. For those alone who tell that
        something has come, and for nothing that is in it: tests/test_architecture.py names them."""
        return self._other(self.scope, self.state, (), self.reads) if self.unseen else self

    def _other(self, scope: Scope, state: int, unseen: tuple[Unseen, ...], reads: set[str]) -> "View":
        made = View(self._snapshot, self._kinds, scope, state, self._withdrawn, self.generation, self._past,
                    self._zone, unseen)
        made.reads = reads
        return made

    def origins(self, srcs: Iterable[int]) -> list[Origin]:
        """Where rows came from, in the order asked; rows outside the scope are left out."""
        return self._origins.of(srcs)

    def tables(self, upload_id: int, sheet: str) -> list[Places]:
        """Where the values of the tables of a sheet stand; nothing, if the scope does not see the sheet."""
        if not self._may_see(upload_id, sheet):
            return []
        return [tables[sheet] for tables in places.kept(self._cursor, [upload_id]).values() if sheet in tables]

    def grid(self, upload_id: int, sheet: str) -> Grid | None:
        """The cells of a sheet as they were read. None if they were not kept, or if a scope of some schools would see
        a file with rows of another school."""
        found = self._cursor.execute("select content from grids where upload_id = ? and sheet = ?",
                                     [upload_id, sheet]).fetchall()
        return unpacked(found[0][0]) if found and self._may_see(upload_id, sheet) else None

    def _all(self, kind: Kind) -> duckdb.DuckDBPyRelation:
        return self._cursor.sql(current(kind, self.state, self._without))

    def _seen(self, kind: Kind) -> duckdb.DuckDBPyRelation:
        relation, own = self._all(kind), self.scope.schools
        if own is None or not kind.school:
            return relation
        relation = relation.filter(foreign.is_seen(kind, own))
        return relation.select(*foreign.seen(kind, own, self._others(own))) if kind.shared else relation

    def _others(self, own: Collection[str]) -> list[foreign.School]:
        """Schools of the register outside of the scope."""
        rows = self._all(self._kinds[foreign.REGISTER]).select("school_id", "name", "number").fetchall() \
            if foreign.REGISTER in self._kinds else []
        return [(code, name or "", number) for code, name, number in rows if code not in own]

    def _kinds_of(self, uploads: Collection[int]) -> list[Kind]:
        rows = self._cursor.execute("select distinct unnest(kinds) from uploads where upload_id in "
                                    "(select unnest(?::BIGINT[]))", [list(uploads)]).fetchall()
        return [self._kinds[kind] for kind, in sorted(rows) if kind in self._kinds]

    def _may_see(self, upload: int, sheet: str) -> bool:
        """The file of a school, and of a file of the centre that holds its rows alone the sheets that have some."""
        if upload in self._without:
            return False
        if self.scope.schools is None:
            return True
        return upload in self._own_files and (self._own_files[upload] or any(self._cursor.execute(
            f"select 1 from {quoted(kind.id)} where upload_id = ? and sheet = ? limit 1", [upload, sheet]).fetchall()
            for kind in self._kinds_of([upload])))

    @cached_property
    def _own_files(self) -> Files:
        return self._past.own_files(self._cursor, self._kinds, self.scope.schools or ())

    def _read_with(self, kinds: Collection[str]) -> set[str]:
        """Other schools are cut out of shared rows by the names the register has of them."""
        own, found = self.scope.schools, set(kinds)
        shared = own is not None and any(kind in self._kinds and self._kinds[kind].shared for kind in found)
        return found | {foreign.REGISTER} if shared else found
