"""What is known of the past of a base: once it is read it stays as it is, so all views of a store share it."""

from collections.abc import Collection, Mapping, Set
from datetime import date, tzinfo

import duckdb

from shnor.datasets import Kind
from shnor.store import foreign, log
from shnor.store.connection import Snapshot
from shnor.store.queries import last_changes

SETTLED = "@"
"""Before a day among kinds that were read: what was read stood at the state that was settled since that day."""
Files = dict[int, bool]
"""Upload without a row of others → whether the school itself sent it."""


class Past:
    """Of one generation. Two who ask for the same at once may both read it: the answer is the same."""

    def __init__(self) -> None:
        self._changes: dict[int, dict[str, int]] = {}
        self._settled: dict[tuple[int, date, tzinfo], tuple[int, date]] = {}
        self._owners: dict[int, frozenset[foreign.Owners]] = {}
        self._own: dict[frozenset[str], tuple[int, Files]] = {}

    def last_change(self, snapshot: Snapshot, state: int, kinds: Collection[str], zone: tzinfo) -> int:
        """Of any of the kinds, or of what was settled since a day; 0 = none."""
        known = self.last_changes(snapshot, state)
        return max((self.settled(snapshot, state, date.fromisoformat(kind.removeprefix(SETTLED)), zone)[0]
                    if kind.startswith(SETTLED) else known.get(kind, 0) for kind in kinds), default=0)

    def last_changes(self, snapshot: Snapshot, state: int) -> Mapping[str, int]:
        """Kind → its last change up to the state; see `queries.last_changes`."""
        if state not in self._changes:
            self._changes[state] = dict(snapshot.cursor.execute(last_changes(state)).fetchall())
        return self._changes[state]

    def settled(self, snapshot: Snapshot, state: int, since: date, zone: tzinfo) -> tuple[int, date]:
        """See `log.settled`."""
        key = state, since, zone
        if key not in self._settled:
            self._settled[key] = log.settled(snapshot.cursor, state, since, zone)
        return self._settled[key]

    def own_files(self, cursor: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind],
                  schools: Collection[str]) -> Files:
        """Uploads without a row of another school or of no school → whether the school itself sent it."""
        listed = cursor.execute("select upload_id, school, rows from uploads").fetchall()
        number, found = self._own.get(frozenset(schools), (0, Files()))
        if number != len(listed):  # no upload is ever taken out
            owners = self._whose(cursor, kinds, {upload for upload, *_ in listed})
            found = {upload: school in schools for upload, school, rows in listed
                     if (school in schools or (rows and not school)) and foreign.is_own(owners[upload], schools)}
            self._own[frozenset(schools)] = len(listed), found
        return found

    def _whose(self, cursor: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind],
               uploads: Set[int]) -> Mapping[int, frozenset[foreign.Owners]]:
        """Of these uploads; those that came since somebody asked last are added."""
        known = self._owners
        if uploads - known.keys():
            self._owners = known = known | foreign.of_uploads(cursor, kinds, max(known, default=0))
        return known
