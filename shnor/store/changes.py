"""Everything that adds a line to the journal. Each function runs inside one transaction of the caller."""

from collections.abc import Mapping
from datetime import date, datetime

import duckdb

from shnor.datasets import Kind
from shnor.errors import MonthApproved, StoreError
from shnor.store import log, places
from shnor.store.conflicts import refuse_moved
from shnor.store.incoming import Tables
from shnor.store.queries import insert_removed, insert_rows, listed, missing, named_by, quoted, replaced
from shnor.store.schema import BASE
from shnor.store.types import Preview

Cursor = duckdb.DuckDBPyConnection
Kinds = Mapping[str, Kind]


def accept(cursor: Cursor, kinds: Kinds, tables: Tables, keys: Tables, preview: Preview, moment: datetime, by: str,
           note: str, remove_missing: bool) -> int:
    """Store all records of the file: they are its statement, also where they repeat what is known. keys: of the rows
    it replaces. Beside files of others that leave its rows alone the preview is as true as at its own state."""
    done = log.accepted(cursor, preview.id)
    if done is not None:
        return done
    state = log.state(cursor)
    _check(cursor, preview, remove_missing)
    refuse_moved(cursor, kinds, tables, keys, preview, state, remove_missing)
    for kind_id, incoming in tables.items():
        _refuse_approved(cursor, kinds[kind_id], quoted(incoming))
        for rows in _removed(kinds[kind_id], state, incoming, keys.get(kind_id, ""), remove_missing):
            _refuse_approved(cursor, kinds[kind_id], f"({rows})")
    upload = log.next_upload(cursor)
    new = log.write(cursor, moment, by, "accept", upload=upload, note=note, preview=preview.id)
    log.add_upload(cursor, upload, new, preview.delivery)
    places.keep(cursor, upload, preview.delivery.batches)
    number = sum(len(batch.table) for batch in preview.delivery.batches)
    for table in preview.tables:
        kind, incoming = kinds[table.kind], tables[table.kind]
        for rows in _removed(kind, state, incoming, keys.get(table.kind, ""), remove_missing):
            cursor.execute(insert_removed(kind, upload, number, rows))
            number += len(table.missing) + len(table.replaced)
        cursor.execute(insert_rows(kind, upload, incoming))
    return new


def _removed(kind: Kind, state: int, incoming: str, keys: str, remove_missing: bool) -> list[str]:
    """The query of the rows that stop counting: those it replaces and, if wished, those it no longer has."""
    columns = listed(named_by(kind), "c")
    parts = [replaced(kind, state, columns, keys, incoming)] if keys else []
    parts += [missing(kind, state, columns, incoming)] if remove_missing else []
    return [" union ".join(f"({part})" for part in parts)] if parts else []


def _check(cursor: Cursor, preview: Preview, remove_missing: bool) -> None:
    if preview.base != log.about(cursor)[BASE]:
        raise StoreError("Изменения показаны для другой базы. Перетащите файл ещё раз.")
    if preview.empty and not (remove_missing and any(table.missing for table in preview.tables)):
        raise StoreError("В файле нет изменений: всё это в базе уже есть.")


def withdraw(cursor: Cursor, kinds: Kinds, upload: int, moment: datetime, by: str, reason: str) -> int:
    """The upload no longer counts; what was before it counts again."""
    _check_upload(cursor, kinds, upload, reason, live=True)
    return log.write(cursor, moment, by, "withdraw", upload=upload, note=reason)


def restore(cursor: Cursor, kinds: Kinds, upload: int, moment: datetime, by: str, reason: str) -> int:
    """The upload counts again, in its old place: newer files still stand over it."""
    _check_upload(cursor, kinds, upload, reason, live=False)
    return log.write(cursor, moment, by, "restore", upload=upload, note=reason)


def _check_upload(cursor: Cursor, kinds: Kinds, upload: int, reason: str, *, live: bool) -> None:
    _need_reason(reason)
    rows = cursor.execute("select action from journal where upload_id = ? order by state desc limit 1",
                          [upload]).fetchall()
    if not rows:
        raise StoreError(f"Файла с номером {upload} в журнале действий нет.")
    if (rows[0][0] != "withdraw") != live:
        raise StoreError("По этому файлу уже вернули, как было: он не учитывается." if live
                         else "Этот файл и так учитывается.")
    for kind in kinds.values():
        _refuse_approved(cursor, kind, f"(select * from {quoted(kind.id)} where upload_id = {int(upload)})")


def approve(cursor: Cursor, month: date, moment: datetime, by: str) -> int:
    """The month takes no rows from now on."""
    first = month.replace(day=1)
    if first in log.approved(cursor, log.state(cursor)):
        raise StoreError(f"Месяц уже утверждён: {log.month_titles([first])}.")
    return log.write(cursor, moment, by, "approve", month=first)


def reopen(cursor: Cursor, month: date, moment: datetime, by: str, reason: str) -> int:
    """The month takes rows again."""
    _need_reason(reason)
    first = month.replace(day=1)
    if first not in log.approved(cursor, log.state(cursor)):
        raise StoreError(f"Месяц не утверждён, его можно менять: {log.month_titles([first])}.")
    return log.write(cursor, moment, by, "reopen", month=first, note=reason)


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise StoreError("Напишите причину: она останется в журнале действий.")


def _refuse_approved(cursor: Cursor, kind: Kind, rows: str) -> None:
    """MonthApproved if any of the rows speaks of an approved month; a kind whose period is no month never does."""
    approved = log.approved(cursor, log.state(cursor))
    if not approved or not kind.period or kind[kind.period].type != "month":
        return
    months = {month for month, in cursor.execute(f"select distinct {quoted(kind.period)} from {rows}").fetchall()}
    if closed := months & approved:
        raise MonthApproved(f"Утверждено и не меняется: {log.month_titles(closed)}. "
                            "Чтобы исправить, откройте месяц для исправления и напишите причину.")
