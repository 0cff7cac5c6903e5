"""The journal and what can be read from it. It only grows: every line is a new state of the base."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, tzinfo

import duckdb

from shnor.datasets import Delivery
from shnor.periods import containing
from shnor.personal import doors
from shnor.store.types import Action, Entry, Upload

Cursor = duckdb.DuckDBPyConnection


def state(cursor: Cursor) -> int:
    """The number of the newest line; 0 for an empty base."""
    return cursor.execute("select coalesce(max(state), 0) from journal").fetchall()[0][0]


def write(cursor: Cursor, moment: datetime, who: str, action: Action, *, upload: int | None = None,
          month: date | None = None, note: str = "", preview: str | None = None) -> int:
    """Add a line; the new state."""
    number = state(cursor) + 1
    cursor.execute("insert into journal values (?, ?, ?, ?, ?, ?, ?, ?)", [
        number, moment.astimezone(UTC).replace(tzinfo=None), who, action, upload, month, doors.kept(note), preview])
    return number


def accepted(cursor: Cursor, preview: str) -> int | None:
    """The state at which a preview was accepted, if it was."""
    found = cursor.execute("select state from journal where preview_id = ?", [preview]).fetchall()
    return found[0][0] if found else None


def next_upload(cursor: Cursor) -> int:
    return cursor.execute("select coalesce(max(upload_id), 0) + 1 from uploads").fetchall()[0][0]


def add_upload(cursor: Cursor, upload: int, at: int, delivery: Delivery) -> None:
    """Note the file and keep its cells."""
    cursor.execute("insert into uploads values (?, ?, ?, ?, ?, ?, ?, ?)", [
        upload, delivery.file, delivery.sha256, list(dict.fromkeys(batch.kind for batch in delivery.batches)),
        delivery.school, delivery.period, at, sum(batch.rows for batch in delivery.batches)])
    for number, kept in enumerate(delivery.kept):
        cursor.execute("insert into grids values (?, ?, ?, ?)", [upload, number, kept.sheet, kept.content])


def seen(cursor: Cursor, sha256: str) -> datetime | None:
    """When the same bytes were accepted last."""
    moment = cursor.execute("select max(moment) from journal join uploads using (upload_id) "
                            "where action = 'accept' and sha256 = ?", [sha256]).fetchall()[0][0]
    return moment and moment.replace(tzinfo=UTC)


def moved(cursor: Cursor, since: int) -> dict[int, tuple[int, tuple[str, ...]]]:
    """State → (upload, its kinds) of the later lines that accepted, withdrew or restored a file."""
    rows = cursor.execute("select j.state, u.upload_id, u.kinds from journal as j join uploads as u "
                          "on u.upload_id = j.upload_id where j.state > ?", [since]).fetchall()
    return {at: (upload, tuple(kinds)) for at, upload, kinds in rows}


def approved(cursor: Cursor, at: int) -> frozenset[date]:
    """First days of the months that are approved at a state."""
    rows = cursor.execute("select month from journal where state <= ? and month is not null group by month "
                          "having arg_max(action, state) = 'approve'", [at]).fetchall()
    return frozenset(month for month, in rows)


def settled(cursor: Cursor, upto: int, since: date, zone: tzinfo) -> tuple[int, date]:
    """The last state up to this one that was there when a day began or that approved a month after it, with the day it
    is of."""
    began = datetime.combine(since, time(), zone).astimezone(UTC).replace(tzinfo=None)
    found = cursor.execute("select state, moment, moment >= $1 from journal where state <= $2 "
                           "and (moment < $1 or action = 'approve') order by state desc limit 1",
                           {"1": began, "2": upto}).fetchall()
    for state, moment, later in found:
        return state, moment.replace(tzinfo=UTC).astimezone(zone).date() if later else since
    return 0, since


def uploads(cursor: Cursor) -> list[Upload]:
    """Newest first."""
    rows = cursor.execute(
        "select u.upload_id, file, sha256, kinds, school, period, u.state, a.moment, a.who, a.note, n.live, rows "
        "from uploads as u join journal as a on a.state = u.state "
        "join (select upload_id, arg_max(action, state) <> 'withdraw' as live from journal group by upload_id) as n "
        "on n.upload_id = u.upload_id order by u.upload_id desc").fetchall()
    return [Upload(id=upload, file=file, sha256=sha256, kinds=tuple(kinds), school=school, period=period, state=at,
                   moment=moment.replace(tzinfo=UTC), who=who, note=note, live=live, rows=records)
            for upload, file, sha256, kinds, school, period, at, moment, who, note, live, records in rows]


def journal(cursor: Cursor) -> list[Entry]:
    """Newest first."""
    rows = cursor.execute("select state, moment, who, action, upload_id, month, note from journal "
                          "order by state desc").fetchall()
    return [Entry(number, moment.replace(tzinfo=UTC), *rest) for number, moment, *rest in rows]


def about(cursor: Cursor) -> dict[str, str]:
    return dict(cursor.execute("select key, value from about").fetchall())


def describe(cursor: Cursor, values: Mapping[str, str]) -> None:
    for key, value in values.items():
        cursor.execute("insert or replace into about values (?, ?)", [key, value])


def month_titles(months: Iterable[date]) -> str:
    """«октябрь 2026 года, ноябрь 2026 года»."""
    return ", ".join(containing("month", month).title for month in sorted(months))
