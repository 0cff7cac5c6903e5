"""How often a password may be tried: by login, whether it exists or not, and by address. What was typed as a login is
kept as its hash: it may be a password in the wrong field."""

import hashlib
from datetime import datetime, timedelta

from shnor.access.database import Database, text

OF_LOGIN, OF_ADDRESS, WINDOW = 5, 40, timedelta(minutes=15)
"""Wrong tries in so long a time; the teachers' room of a whole school may share one address."""


def wait(database: Database, login: str, address: str) -> int:
    """Minutes until the next try is heard; 0 = it may be made now."""
    since = text(database.now() - WINDOW)
    ends = [_end(database, column, value, most, since) for column, value, most in (
        ("login", _kept(login), OF_LOGIN), ("address", address, OF_ADDRESS))]
    until = max(filter(None, ends), default=None)
    if until is None:
        return 0
    left = datetime.fromisoformat(until) + WINDOW - database.now()
    return max(1, -(-int(left.total_seconds()) // 60))


def _end(database: Database, column: str, value: str, most: int, since: str) -> str | None:
    """The try that has to grow old before another one is heard."""
    found = database.read(f"select at from try where {column} = ? and at > ? order by at desc limit ?", value, since,
                          most)
    return found[-1]["at"] if len(found) >= most else None


def count(database: Database, login: str, address: str) -> None:
    """A wrong one. Those that are old enough are forgotten: the list cannot grow without end."""
    with database.change() as rows:
        rows.execute("delete from try where at < ?", (text(database.now() - 4 * WINDOW),))
        rows.execute("insert into try values (?, ?, ?)", (text(database.now()), _kept(login), address[:60]))


def forgive(database: Database, login: str) -> None:
    with database.change() as rows:
        rows.execute("delete from try where login = ?", (_kept(login),))


def _kept(login: str) -> str:
    return hashlib.sha256(login.strip().casefold().encode()).hexdigest()
