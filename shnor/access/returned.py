"""The file of accesses of a copy comes back: what was decided about people since stays decided."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from shnor import ledger
from shnor.access import journal
from shnor.access.database import Database, text
from shnor.errors import StoreError
from shnor.ledger import Clock

BY = "возвращение копии"
DAMAGED = ("Файл доступов «{name}» повреждён: не узнать, кто выключен. Уберите его в другую папку и повторите: "
           "вернутся доступы из копии, проверьте их на странице «Кто входит».")


def switched_off(copy: Path, present: Path | None, clock: Clock) -> list[tuple[str, str]]:
    """(login, who it is) of everybody who is switched off now and was let in by the copy."""
    off = {row["login"].casefold() for row in _now(present, clock, "select login from person where not active")}
    if not off:
        return []
    with closing(Database(copy, clock)) as old:
        return [(row["login"], row["title"]) for row in old.read(
            "select login, title from person where active order by login") if row["login"].casefold() in off]


def prepare(copy: Path, present: Path | None, clock: Clock, on: Collection[str] = ()) -> None:
    """Before it takes its place: everybody is out, no letter opens anything, passwords are the ones of today, and
    whoever is switched off now stays so. on: logins that are let in again on purpose. A copy that knows nothing of
    accesses leaves those of today, and everybody is out as well."""
    known = copy.exists()
    if not known:
        _now(present, clock, "select 1 from person")
        if present is None or not present.exists():
            return
        ledger.copy(present, copy)
    wanted = {login.casefold() for login in on}
    off = [login for login, _ in switched_off(copy, present, clock) if login.casefold() not in wanted]
    passwords = _passwords(present, clock)
    with closing(Database(copy, clock)) as old, old.change() as rows:
        rows.execute("update session set ended = ? where ended is null", (text(old.now()),))
        rows.execute("delete from link")
        for login in off:
            rows.execute("update person set active = 0 where login = ?", (login,))
        for login, password in passwords:
            rows.execute("update person set password = ? where login = ?", (password, login))
        if known:
            journal.write(old, BY, "доступы возвращены из копии", f"остались выключены: {len(off)}")
        else:
            journal.write(old, BY, "все сеансы завершены", "в копии доступов нет, остались нынешние")


def _passwords(present: Path | None, clock: Clock) -> list[tuple[str, str | None]]:
    return [(row["login"], row["password"]) for row in _now(present, clock, "select login, password from person")]


def _now(present: Path | None, clock: Clock, query: str) -> list[sqlite3.Row]:
    """Of the file that is there. Raises StoreError where it is damaged: who is switched off would be let in again."""
    if present is None or not present.exists():
        return []
    try:
        with closing(Database(present, clock)) as now:
            return now.read(query)
    except sqlite3.OperationalError:  # somebody else writes: nothing is known of its bytes
        raise
    except sqlite3.DatabaseError:
        problem = StoreError(DAMAGED.format(name=present.name))
    raise problem
