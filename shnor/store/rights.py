"""Who may change the base: the coordinator. A director's file may be taken when its rows are the own schools' alone:
whether it counts at once is decided above, whose rows these are is read here, from the rows."""

from collections.abc import Iterator, Mapping

import duckdb

from shnor.datasets import Delivery, Kind
from shnor.errors import NotAllowed
from shnor.scope import Actor
from shnor.store import log
from shnor.store.incoming import Tables
from shnor.store.queries import of_others, written_over

COORDINATOR_ONLY = "Изменить данные может только координатор. Попросите его."
NOT_A_REPORT = "Это не отчёт за месяц, поэтому принять его может только координатор."
NOT_OWN = "В файле есть строки не только вашей школы, поэтому принять его может только координатор."


def refuse(by: Actor) -> None:
    """Raises NotAllowed for everybody but the coordinator."""
    if by.scope.role != "coordinator":
        raise NotAllowed(COORDINATOR_ONLY)


def refuse_file(cursor: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind], tables: Tables, keys: Tables,
                delivery: Delivery, by: Actor, *, remove_missing: bool) -> None:
    """Raises NotAllowed for everybody but the coordinator and a director whose schools' own report it is: what the
    file says, what it is written over, what it replaces."""
    if by.scope.role != "director":
        return refuse(by)
    if not all(kinds[kind].reported for kind in {*tables, *keys}):
        raise NotAllowed(NOT_A_REPORT)  # who is on the list, what is planned: the centre's word alone
    own = by.scope.schools or frozenset()
    if remove_missing or (delivery.school and delivery.school not in own) or any(
            cursor.execute(query, {"schools": sorted(own)}).fetchall()
            for query in _of_others(kinds, tables, keys, log.state(cursor))):
        raise NotAllowed(NOT_OWN)


def _of_others(kinds: Mapping[str, Kind], tables: Tables, keys: Tables, state: int) -> Iterator[str]:
    """Queries that find something where the file is not the schools' alone."""
    yield from (of_others(kinds[kind], name) for kind, name in tables.items())
    yield from (of_others(kinds[kind], name) for kind, name in keys.items() if kinds[kind].school in kinds[kind].key)
    for named in (tables, keys):
        yield from (written_over(kinds[kind], older, state, name) for kind, name in named.items()
                    for older in kinds.values() if older.school and set(older.key) <= set(kinds[kind].key))
