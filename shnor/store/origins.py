"""Where rows were read: each asked of the engine once for a view, whose rows do not change."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import duckdb

from shnor.datasets import Kind
from shnor.scope import Scope
from shnor.store import foreign, places
from shnor.store.queries import SRC_PER_UPLOAD, before, quoted
from shnor.store.types import Origin


class Origins:
    """Of one view. cursor: of its snapshot; without: uploads that are left out."""

    def __init__(self, cursor: Callable[[], duckdb.DuckDBPyConnection], kinds: Mapping[str, Kind], scope: Scope,
                 without: frozenset[int]) -> None:
        self._cursor, self._kinds, self._own, self._without = cursor, kinds, scope.schools, without
        self._known: dict[int, Origin | None] = {}
        self._files: dict[int, tuple[str, datetime]] = {}
        self._holding: dict[int, list[Kind]] = {}
        self._tables: places.Tables = {}

    def of(self, srcs: Iterable[int]) -> list[Origin]:
        """In the order asked; rows outside the scope are left out."""
        wanted = list(dict.fromkeys(srcs))
        if new := [src for src in wanted if src not in self._known]:
            self._known |= self._linked(new)
        return [found for src in wanted if (found := self._known[src])]

    def _linked(self, wanted: Collection[int]) -> dict[int, Origin | None]:
        """Each with those before it, None = not for this scope."""
        rows, older = self._read(wanted), self._older(wanted)
        chains = {earlier for src in wanted for earlier in _earlier(src, older)} - rows.keys()
        rows |= self._read(chains) if chains else {}
        linked: dict[int, Origin] = {}
        for src in sorted(rows):  # an earlier row has a smaller number
            there = linked.get(older.get(src) or 0)
            linked[src] = replace(rows[src], before=there) if there and places.silent(rows[src].tables) else rows[src]
        return {src: linked.get(src) for src in wanted}

    def _read(self, srcs: Collection[int]) -> dict[int, Origin]:
        """The rows the scope sees, without those before them."""
        of_kind: dict[str, list[int]] = {}
        self._open({src // SRC_PER_UPLOAD for src in srcs})
        for src in srcs:
            if (upload := src // SRC_PER_UPLOAD) not in self._without:
                for kind in self._holding[upload]:
                    of_kind.setdefault(kind.id, []).append(src)
        found: dict[int, Origin] = {}
        for name, wanted in sorted(of_kind.items()):
            rows = self._cursor().execute(
                f"select src, upload_id, sheet, row, cell, {foreign.visible(self._kinds[name])} from {quoted(name)} "
                "where src in (select unnest($wanted::BIGINT[]))",
                {"schools": None if self._own is None else sorted(self._own), "wanted": wanted}).fetchall()
            found |= {src: Origin(src, name, upload, self._files[upload][0], sheet, row, cell, self._files[upload][1],
                                  self._tables.get((upload, name), {}))
                      for src, upload, sheet, row, cell, visible in rows if visible}
        return found

    def _older(self, srcs: Collection[int]) -> dict[int, int | None]:
        """Row → the row before it with the same key, where files of these rows left some of their columns as they
        were."""
        silent = {(src, kind.id) for src in srcs for kind in self._holding[src // SRC_PER_UPLOAD]
                  if places.silent(self._tables.get((src // SRC_PER_UPLOAD, kind.id), {}))}
        return {src: earlier for kind in sorted({kind for _, kind in silent}) for src, earlier in self._cursor(
            ).execute(before(self._kinds[kind]), {"wanted": [src for src, name in silent if name == kind]}).fetchall()}

    def _open(self, uploads: Collection[int]) -> None:
        """What is the same for every row of a file."""
        if not (new := [upload for upload in uploads if upload not in self._holding]):
            return
        self._holding |= {upload: [] for upload in new}
        for upload, file, school, moment, kinds in self._cursor().execute(
                "select uploads.upload_id, file, school, moment, kinds from uploads join journal using (state) "
                "where uploads.upload_id in (select unnest(?::BIGINT[]))", [new]).fetchall():
            self._files[upload] = foreign.named(file, school, self._own), moment.replace(tzinfo=UTC)
            self._holding[upload] = [self._kinds[kind] for kind in sorted(kinds) if kind in self._kinds]
        self._tables |= places.kept(self._cursor(), new)


def _earlier(src: int, older: Mapping[int, int | None]) -> Iterator[int]:
    """The rows before it, the newest first."""
    while (earlier := older.get(src)) is not None:
        yield earlier
        src = earlier
