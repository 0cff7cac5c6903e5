"""Tables follow the declarations: what is missing in a base is added when it is opened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import uuid4

import duckdb
import pyarrow as pa

from shnor.datasets import Kind
from shnor.errors import StoreError
from shnor.store.queries import quoted
from shnor.store.steps import Step

BASE = "base"
"""The key of `about` that names the base itself: a preview of another base is refused."""
SQL_TYPE = {pa.string(): "VARCHAR", pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.date32(): "DATE"}
SERVICE = {"src": "BIGINT not null", "upload_id": "BIGINT not null", "sheet": "VARCHAR", "row": "BIGINT",
           "cell": "VARCHAR", "removed": "BOOLEAN not null"}
LOG = {
    "journal": "state BIGINT primary key, moment TIMESTAMP not null, who VARCHAR not null, action VARCHAR not null, "
               "upload_id BIGINT, month DATE, note VARCHAR not null, preview_id VARCHAR",
    "uploads": "upload_id BIGINT primary key, file VARCHAR not null, sha256 VARCHAR not null, "
               "kinds VARCHAR[] not null, school VARCHAR not null, period VARCHAR not null, state BIGINT not null, "
               "rows BIGINT not null",
    "grids": "upload_id BIGINT not null, number BIGINT not null, sheet VARCHAR not null, content BLOB not null",
    "places": "upload_id BIGINT not null, kind VARCHAR not null, sheet VARCHAR not null, content VARCHAR not null",
    "about": "key VARCHAR primary key, value VARCHAR not null",
    "steps": "name VARCHAR not null, moment TIMESTAMP not null",
}
LATER = frozenset({"places"})
"""Tables of the log that came later: they are added to a base that has none."""
Columns = Mapping[str, Mapping[str, str]]
"""table -> column -> type, as they are in the base."""


def prepare(root: duckdb.DuckDBPyConnection, kinds: Mapping[str, Kind], steps: Sequence[Step], moment: datetime,
            copy: Callable[[], None]) -> None:
    """Bring a base to the form the program expects, in one transaction that notes what it did. `copy` is called
    before an existing base changes. Raises StoreError for a base that is newer or not ours."""
    _check_names(kinds)
    present = _columns(root)
    fresh = not present
    if not fresh:
        pending = _pending(root, present, steps)
        if not pending and not _additions(present, kinds):
            _check_types(present, kinds)
            return
        copy()
    cursor = root.cursor()
    try:
        cursor.execute("begin transaction")
        done = _create_log(cursor, steps) if fresh else _run(cursor, pending)
        for name, statement in _additions(_columns(cursor), kinds):
            cursor.execute(statement)
            done.append(name)
        cursor.executemany("insert into steps values (?, ?)", [[name, moment] for name in done])
        _check_types(_columns(cursor), kinds)
        cursor.execute("commit")
    finally:
        cursor.close()


def _check_names(kinds: Mapping[str, Kind]) -> None:
    for kind in kinds.values():
        if kind.id in LOG or {column.name for column in kind.stored} & set(SERVICE):
            raise ValueError(f"{kind.id}: a name the log needs itself")


def _columns(connection: duckdb.DuckDBPyConnection) -> Columns:
    """Each table is asked for its own: to list all columns the engine first makes those of its own catalogue, which is
    a third of the time a base takes to open. A view is none of ours and has none."""
    names = connection.execute(
        "select table_name, true from duckdb_tables() where database_name = current_database() and "
        "schema_name = 'main' and not internal union all "
        "select view_name, false from duckdb_views() where database_name = current_database() and "
        "schema_name = 'main' and not internal").fetchall()
    return {name: _of_table(connection, name) if is_table else {} for name, is_table in names}


def _of_table(connection: duckdb.DuckDBPyConnection, table: str) -> Mapping[str, str]:
    rows = connection.sql(f"from {quoted(table)}")
    return dict(zip(rows.columns, map(str, rows.types), strict=True))


def _pending(root: duckdb.DuckDBPyConnection, present: Columns, steps: Sequence[Step]) -> list[Step]:
    if not set(LOG) - LATER <= set(present):
        raise StoreError("Этот файл сделан другой программой. Выберите базу этой программы.")
    done = {name for name, in root.execute("select name from steps where name not like '+%'").fetchall()}
    if done - {step.name for step in steps}:
        raise StoreError("Базу обновила более новая версия программы. Обновите программу и откройте базу снова.")
    return [step for step in steps if step.name not in done]


def _create_log(cursor: duckdb.DuckDBPyConnection, steps: Sequence[Step]) -> list[str]:
    for table in LOG:
        cursor.execute(_create_table(table))
    cursor.execute("insert into about values (?, ?)", [BASE, uuid4().hex])
    return [step.name for step in steps]


def _run(cursor: duckdb.DuckDBPyConnection, pending: Sequence[Step]) -> list[str]:
    for step in pending:
        step.run(cursor)
    return [step.name for step in pending]


def _additions(present: Columns, kinds: Mapping[str, Kind]) -> list[tuple[str, str]]:
    """(name to note, statement) for each missing table and column. A key column is never added to rows that are
    there: that is a named step, and the check of types says so."""
    todo = [(f"+{table}", _create_table(table)) for table in sorted(LATER - set(present))]
    for kind in kinds.values():
        if kind.id not in present:
            todo.append((f"+{kind.id}", _create(kind)))
            continue
        for column in kind.stored:
            if column.name not in present[kind.id] and column.name not in kind.key:
                todo.append((f"+{kind.id}.{column.name}", f"alter table {quoted(kind.id)} "
                             f"add column {quoted(column.name)} {SQL_TYPE[column.arrow]}"))
    return todo


def _create_table(table: str) -> str:
    return f"create table {quoted(table)} ({LOG[table]})"


def _create(kind: Kind) -> str:
    columns = [f"{quoted(column.name)} {SQL_TYPE[column.arrow]}{' not null' if column.name in kind.key else ''}"
               for column in kind.stored]
    columns += [f"{quoted(name)} {definition}" for name, definition in SERVICE.items()]
    return f"create table {quoted(kind.id)} ({', '.join(columns)})"


def _check_types(present: Columns, kinds: Mapping[str, Kind]) -> None:
    for kind in kinds.values():
        if any(present[kind.id].get(column.name) != SQL_TYPE[column.arrow] for column in kind.stored):
            raise StoreError(f"Форма «{kind.title}» в базе другого вида, чем в этой версии программы. "
                             "Обновите программу; база не изменена.")
