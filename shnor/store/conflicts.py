"""Whether a preview is still true: what others have changed since in the rows it speaks of. Beside changes of any other
rows it stays valid."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

import duckdb

from shnor.datasets import Kind
from shnor.errors import Conflict, StateMoved
from shnor.store import log
from shnor.store.incoming import Tables
from shnor.store.queries import listed, missing, moved, quoted, stored, touched
from shnor.store.types import Preview
from shnor.store.words import NOBODY, key_text, quoted_value

NAMED = 3
"""So many rows, and values of a row, stand in the sentence."""
Kinds = Mapping[str, Kind]


def refuse_moved(cursor: duckdb.DuckDBPyConnection, kinds: Kinds, tables: Tables, keys: Tables, preview: Preview,
                 state: int, remove_missing: bool = False, own: Collection[int] = ()) -> None:
    """Raises StateMoved when a row of the file, or one that stops counting because of it, is another one now than at
    the state of the preview. Rows that are missing in the file are such rows only where they are removed: else nothing
    is written of them. Kinds and rows no later file touched are not compared. own: states whose lines are no news, for
    the person who accepts has made them in the same go."""
    if preview.state == state:
        return
    lines = log.moved(cursor, preview.state)
    news = [line for at, line in lines.items() if at not in own]
    mine = [upload for at, (upload, _) in lines.items() if at in own]
    found: list[Conflict] = []
    for kind_id, incoming in tables.items():
        kind, uploads = kinds[kind_id], {upload for upload, held in news if kind_id in held}
        if not uploads:
            continue
        wanted = touched(kind, uploads, _keys(kind, preview.state, state, incoming, keys.get(kind_id, ""),
                                              remove_missing))
        if cursor.execute(f"select 1 from ({wanted}) limit 1").fetchall():
            rows = cursor.sql(moved(kind, preview.state, state, mine, incoming, wanted)).to_arrow_table().to_pylist()
            found += [conflict for row in rows for conflict in _conflicts(kind, row)]
    if found:
        raise StateMoved(sentence(kinds, found), tuple(found))


def _keys(kind: Kind, before: int, now: int, incoming: str, replaced: str, remove_missing: bool) -> str:
    """Which rows a preview speaks of."""
    parts = [f"select {listed(kind.key)} from {quoted(name)}" for name in (incoming, replaced) if name]
    parts += [missing(kind, state, listed(kind.key, "c"), incoming) for state in (before, now) if remove_missing]
    return " union ".join(f"({part})" for part in parts)


def _conflicts(kind: Kind, row: Mapping[str, object]) -> Iterator[Conflict]:
    """Of a row that came or went that it did, and where it came, what it says otherwise than the file; of any other
    each value that has become another one."""
    key, in_file = {name: row[name] for name in kind.key}, bool(row["in_file"])
    schools = (row[f"{word} {kind.school}"] for word in ("now", "was", "new")) if kind.school else ()
    school = str(next(filter(None, schools), ""))
    then = "was"
    if row["was_there"] != row["is_there"]:
        yield Conflict(kind.id, key, school, "", row["was_there"], row["is_there"], in_file, in_file)
        then = "new"
    if row["is_there"] and (in_file or then == "was"):
        differs = [name for name in stored(kind) if row[f"{then} {name}"] != row[f"now {name}"]]
        typed = [name for name in differs if not kind[name].derived_from]
        for name in typed or differs:
            yield Conflict(kind.id, key, school, name, row[f"was {name}"], row[f"now {name}"], row[f"new {name}"],
                           in_file)


def sentence(kinds: Kinds, conflicts: Sequence[Conflict], schools: Mapping[str, str] = NOBODY) -> str:
    """What to look at and what to do, the first rows by name. schools: names by code."""
    rows = [list(row) for _, row in groupby(conflicts, lambda one: (one.kind, tuple(one.key.items())))]
    named = "; ".join(_row(kinds[row[0].kind], row, schools) for row in rows[:NAMED])
    more = f"; и ещё строк: {len(rows) - NAMED}" if len(rows) > NAMED else ""
    return (f"Пока вы смотрели, данные изменились. {named}{more}. Посмотрите, что изменится теперь, и примите ещё раз, "
            "если верно то, что в файле.")


def _row(kind: Kind, conflicts: Sequence[Conflict], schools: Mapping[str, str]) -> str:
    first = conflicts[0]
    whose = schools.get(first.school, first.school) if kind.school not in kind.key else ""
    about = ", ".join(filter(None, (whose, key_text(kind, first.key, schools))))
    values = [_value(kind, one, came=not first.column) for one in conflicts if one.column]
    values[NAMED:] = [f"и ещё значений: {len(values) - NAMED}"] if len(values) > NAMED else []
    if first.column:
        return f"{about}: {', '.join(values)}"
    if not first.now:
        return f"{about}: этой строки больше нет, её файл вернули, как было, или заменили"
    if values:
        return f"{about}: такой строки не было, теперь она есть: {', '.join(values)}"
    same = "в ней то же, что в файле" if first.in_file else "файл её заменил бы"
    return f"{about}: такой строки не было, теперь она есть, {same}"


def _value(kind: Kind, one: Conflict, *, came: bool) -> str:
    """«Состояние — было «план», теперь «сделано», в файле «отменено»»; of a row that came «Состояние — «сделано», в
    файле «отменено»»."""
    now = quoted_value(kind, one.column, one.now)
    said = [now] if came else [f"было {quoted_value(kind, one.column, one.shown)}", f"теперь {now}"]
    said += [f"в файле {quoted_value(kind, one.column, one.told)}"] if one.in_file else []
    return f"{kind[one.column].title} — {', '.join(said)}"
