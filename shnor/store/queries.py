"""The text of the queries. Identifiers come from the declarations and are always quoted; numbers are whole numbers
of ours; everything people wrote goes in as a parameter or a registered table."""

from collections.abc import Iterable

from shnor.datasets import Kind

ORIGIN = ("src", "upload_id", "sheet", "row", "cell")
"""What every stored row carries beside the columns of its kind."""
APPROVALS = ""
"""Stands among the kinds of `last_changes` for approved and reopened months. No kind has this name."""
SRC_PER_UPLOAD = 1_000_000
"""src = upload · this + number of the record in the file, so it is unique in the whole log."""


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def listed(names: Iterable[str], of: str = "") -> str:
    """«"a", "b"», or «t."a", t."b"» of a table."""
    return ", ".join((f"{of}." if of else "") + quoted(name) for name in names)


def stored(kind: Kind) -> tuple[str, ...]:
    return tuple(column.name for column in kind.stored)


def person_keys(kind: Kind) -> list[str]:
    """A query a column in which people stand by their keys: everybody who does, also in withdrawn files."""
    return [f"select distinct {quoted(column.name)} from {quoted(kind.id)} where {quoted(column.name)} <> ''"
            for column in kind.stored if column.personal == "key"]


def live(state: int, without: Iterable[int] = ()) -> str:
    """Uploads that count at a state: their newest action up to it is not a withdrawal."""
    skipped = ", ".join(str(int(upload)) for upload in sorted(without))
    return (f"select upload_id from journal where state <= {int(state)} and upload_id is not null "
            + (f"and upload_id not in ({skipped}) " if skipped else "")
            + "group by upload_id having arg_max(action, state) <> 'withdraw'")


def last_changes(state: int) -> str:
    """(kind, the last state up to this one whose line accepted, withdrew or restored a file that holds it)."""
    lines = ("select j.state, unnest(u.kinds) as kind from journal as j "
             f"join uploads as u on u.upload_id = j.upload_id where j.state <= {int(state)}")
    return (f"select kind, max(state) from ({lines}) group by kind "
            f"union all select '{APPROVALS}', coalesce(max(state), 0) from journal "
            f"where state <= {int(state)} and action in ('approve', 'reopen')")


def current(kind: Kind, state: int, without: Iterable[int] = ()) -> str:
    """The rows of a kind at a state: of each key the live row of the newest upload, unless that upload removed it.
    The same for now and for any past state. src grows from upload to upload, so the newest row is the one with the
    greatest src; restoring an old upload does not make it the newest."""
    return (f"select {listed((*stored(kind), *ORIGIN))} from {quoted(kind.id)} where not removed and src in "
            f"(select max(src) from {quoted(kind.id)} where upload_id in ({live(state, without)}) "
            f"group by {listed(kind.key)})")


def files(state: int, without: Iterable[int] = ()) -> str:
    """(upload, moment of its acceptance, school, period) of the files that count, in their order."""
    return ("select u.upload_id, j.moment, u.school, u.period from uploads as u join journal as j on j.state = u.state "
            f"where u.upload_id in ({live(state, without)}) order by u.upload_id")


def first_uploads(kind: Kind, by: Iterable[str], uploads: Iterable[int]) -> str:
    """Values of the columns `by`, the first of these uploads with such a row (a corrected file sent later does not make
    the first one late)."""
    counted = ", ".join(str(int(upload)) for upload in uploads) or "null"
    return (f"select {listed(by)}, min(upload_id) as first from {quoted(kind.id)} "
            f"where not removed and upload_id in ({counted}) group by {listed(by)}")


def sheets(uploads: Iterable[int]) -> str:
    """(upload, name of a sheet that is kept) of these files, in their order."""
    counted = ", ".join(str(int(upload)) for upload in uploads) or "null"
    return f"select upload_id, sheet from grids where upload_id in ({counted}) order by upload_id, number"


def compared(kind: Kind, state: int, incoming: str) -> str:
    """Rows of a file beside the current rows of the same keys: verdict (added, changed, unchanged), sheet, cell, each
    column as «new …» and «old …»; in the order of the file."""
    rest = [quoted(name) for name in stored(kind) if name not in kind.key]
    differs = " or ".join(f"i.{name} is distinct from c.{name}" for name in rest) or "false"
    pairs = ", ".join(f"i.{quoted(name)} as {quoted(f'new {name}')}, c.{quoted(name)} as {quoted(f'old {name}')}"
                      for name in stored(kind))
    return (f"select case when c.src is null then 'added' when {differs} then 'changed' else 'unchanged' end "
            f"as verdict, i.sheet, i.cell, {pairs} from {quoted(incoming)} as i "
            f"left join ({current(kind, state)}) as c on {_same_key(kind)} order by i.src")


def missing(kind: Kind, state: int, columns: str, incoming: str) -> str:
    """Current rows (c) of the slices a file speaks of, whose keys it does not have."""
    same_slice = " and ".join(f"c.{quoted(name)} is not distinct from s.{quoted(name)}" for name in kind.slice)
    return (f"select {columns} from ({current(kind, state)}) as c "
            + (f"semi join {quoted(incoming)} as s on {same_slice} " if kind.slice else "")
            + f"anti join {quoted(incoming)} as i on {_same_key(kind)} order by {listed(kind.key, 'c')}")


def replaced(kind: Kind, state: int, columns: str, keys: str, incoming: str) -> str:
    """Current rows (c) of these keys (a table) that the file itself does not have."""
    same = " and ".join(f"r.{quoted(name)} = c.{quoted(name)}" for name in kind.key)
    return (f"select {columns} from ({current(kind, state)}) as c semi join {quoted(keys)} as r on {same} "
            f"anti join {quoted(incoming)} as i on {_same_key(kind)} order by {listed(kind.key, 'c')}")


def touched(kind: Kind, uploads: Iterable[int], keys: str) -> str:
    """Those of these keys (a query) that rows of these uploads have."""
    counted = ", ".join(str(int(upload)) for upload in uploads) or "null"
    return (f"select distinct {listed(kind.key, 'i')} from ({keys}) as i semi join (select {listed(kind.key)} "
            f"from {quoted(kind.id)} where upload_id in ({counted})) as c on {_same_key(kind)}")


def schools_of(kind: Kind, uploads: Iterable[int]) -> str:
    """Codes of the schools whose rows these uploads hold; '' of rows of no school."""
    counted = ", ".join(str(int(upload)) for upload in uploads) or "null"
    school = f"coalesce({quoted(kind.school)}, '')" if kind.school else "''"
    return f"select distinct {school} from {quoted(kind.id)} where upload_id in ({counted})"


def schools_by_upload(kind: Kind, uploads: Iterable[int]) -> str:
    """(upload, code of a school whose row it holds); '' of rows of no school."""
    counted = ", ".join(str(int(upload)) for upload in uploads) or "null"
    school = f"coalesce({quoted(kind.school)}, '')" if kind.school else "''"
    return f"select distinct upload_id, {school} from {quoted(kind.id)} where upload_id in ({counted})"


def moved(kind: Kind, before: int, now: int, without: Iterable[int], incoming: str, keys: str) -> str:
    """Rows of these keys (a query) that are others now than at an earlier state: whether the row was there, is there
    and is in the file, then each column as «was …», «now …» and «new …»; in the order of the file. without: uploads
    that are taken as withdrawn now."""
    def joined(rows: str, name: str) -> str:
        same = " and ".join(f"k.{quoted(part)} = {name}.{quoted(part)}" for part in kind.key)
        return f"left join ({rows}) as {name} on {same} "

    names = [quoted(name) for name in stored(kind)]
    differs = " or ".join(f"w.{name} is distinct from n.{name}" for name in names)
    columns = ", ".join(f"{table}.{quoted(name)} as {quoted(f'{word} {name}')}" for name in stored(kind)
                        for table, word in (("w", "was"), ("n", "now"), ("i", "new")))
    return (f"select w.src is not null as was_there, n.src is not null as is_there, i.src is not null as in_file, "
            f"{listed(kind.key, 'k')}, {columns} from ({keys}) as k {joined(current(kind, before), 'w')}"
            f"{joined(current(kind, now, without), 'n')}{joined(f'select * from {quoted(incoming)}', 'i')}"
            f"where {differs} order by i.src nulls last, {listed(kind.key, 'k')}")


def of_others(kind: Kind, incoming: str) -> str:
    """Rows of a file that are not of the schools $schools alone; all of them, if rows of the kind have no school."""
    mine = f"list_contains($schools, {quoted(kind.school) if kind.school else 'null'})"
    if kind.shared:
        mine += (f" and (coalesce({quoted(kind.shared)}, '') = '' or "
                 f"list_has_all($schools, string_split({quoted(kind.shared)}, ';')))")
    return f"select 1 from {quoted(incoming)} where not coalesce({mine}, false) limit 1"


def written_over(kind: Kind, older: Kind, state: int, incoming: str) -> str:
    """Current rows of other schools that rows of a file speak of: of the kind itself those with the same key, of a kind
    these rest on (a report on its roadmap) those of their key; there a row of no school is everybody's."""
    school = f"coalesce(c.{quoted(older.school)}, '')"
    own = f"list_contains($schools, {school})" + (f" or {school} = ''" if kind.id != older.id else "")
    return (f"select 1 from ({current(older, state)}) as c semi join {quoted(incoming)} as i on {_same_key(older)} "
            f"where not ({own}) limit 1")


def _same_key(kind: Kind) -> str:
    return " and ".join(f"i.{quoted(name)} = c.{quoted(name)}" for name in kind.key)


def before(kind: Kind) -> str:
    """(src, the row stored before it with the same key, if any) of every row that has the key of one of $wanted."""
    return (f"select c.src, lag(c.src) over (partition by {listed(kind.key, 'c')} order by c.src) "
            f"from {quoted(kind.id)} as c semi join (select * from {quoted(kind.id)} "
            f"where src in (select unnest($wanted::BIGINT[]))) as i on {_same_key(kind)} where not c.removed")


def insert_rows(kind: Kind, upload: int, incoming: str) -> str:
    """Store the rows of a file, rows of one school and period side by side: reading a school is then cheap."""
    near = [name for name in (kind.school, kind.period) if name] or list(kind.key)
    return (f"insert into {quoted(kind.id)} ({listed((*stored(kind), *ORIGIN, 'removed'))}) "
            f"select {listed(stored(kind))}, {upload * SRC_PER_UPLOAD} + src, {int(upload)}, sheet, row, cell, "
            f"false from {quoted(incoming)} order by {listed(near)}, src")


def named_by(kind: Kind) -> tuple[str, ...]:
    """What is stored of a row that is taken away: the key (and school and period, by which rows are found)."""
    return tuple(dict.fromkeys((*kind.key, *(name for name in (kind.school, kind.period) if name))))


def insert_removed(kind: Kind, upload: int, first: int, rows: str) -> str:
    """Take rows away. rows: the query of what names them."""
    kept = named_by(kind)
    number = f"{upload * SRC_PER_UPLOAD + first - 1} + row_number() over ()"
    return (f"insert into {quoted(kind.id)} ({listed((*kept, 'src', 'upload_id', 'removed'))}) "
            f"select {listed(kept, 'm')}, {number}, {int(upload)}, true "
            f"from ({rows}) as m")
