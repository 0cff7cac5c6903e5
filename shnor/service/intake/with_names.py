"""The mode «С ФИО»: who switched it on, keys instead of names before anything is shown, and names for one page.

The base keeps a key: HMAC-SHA256 over the code of the school and the name, with a secret that lies with the names in a
file of its own. Without that file a key says nothing.
"""

import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

import pyarrow as pa

from shnor.datasets import Batch
from shnor.errors import StateMoved
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.tables.persons import same_name
from shnor.loaders.types import Checked, Issue
from shnor.scope import Actor
from shnor.store import Store, View

MODES = {"without": "Без ФИО (рекомендуется)", "with": "С ФИО"}
ON = "with"
EVER = "names_ever"
"""What the base notes once names were allowed: from then on the same people may stand in it in two forms."""
KEY_LENGTH = 16
KIND = "courses"
GROUP = ("school_id", "period", "state", "subject", "programme")


def mode(store: Store) -> str:
    """«without» (also where nobody has chosen) or «with»."""
    return store.about().get("names") or "without"


def keep_mode(store: Store, chosen: str, by: Actor) -> bool:
    """Noted in the journal; «with» makes the file of names. False when nothing changed. Raises StoreError when the
    file cannot be made."""
    if store.about().get("names") == chosen and (chosen != ON or store.people.exists):
        return False
    if chosen == ON:
        with store.people.making(by) as made:
            store.decide(by, f"Режим: {MODES[chosen]}", names=chosen, **{EVER: "yes"}, **made)
    else:
        store.decide(by, f"Режим: {MODES[chosen]}", names=chosen)
    return True


def erase(store: Store, by: Actor) -> bool:
    """Delete the file with all names and the secret; the mode becomes «Без ФИО». The keys of the base stay and say
    nothing, so no figure changes. False when there is no such file."""
    if not store.people.exists:
        return False
    with store.people.erasing(by) as erased:
        store.decide(by, f"Имена удалены. Режим: {MODES['without']}", names="without", **erased)
    return True


def key_of(secret: bytes, school: str, name: str) -> str:
    """The same for every spelling of a name in one school; 16 hexadecimal digits."""
    return hmac.new(secret, f"{school}\n{same_name(name)}".encode(), sha256).hexdigest()[:KEY_LENGTH]


def put_aside(store: Store, checked: Checked,
              without: frozenset[int] = frozenset()) -> tuple[Checked, dict[str, str]]:
    """(the file with keys instead of the numbers of people, key → name). Nothing is stored. People who are in the base
    in another form are an error of the file. without: uploads taken as withdrawn. Raises StoreError when the file of
    names is not there."""
    if not checked.people and EVER not in store.about():
        return checked, {}
    names: dict[str, str] = {}
    if checked.people:
        secret = store.people.secret()
        batches = tuple(_keyed(batch, checked.people, secret, names) for batch in checked.batches)
        checked = replace(checked, batches=batches, people={})
    known = names.keys() | store.people.names().keys()
    with store.view(without=without) as view:
        twice = [issue for batch in checked.batches if batch.kind == KIND for issue in _twice(view, batch, known)]
    return replace(checked, issues=(*checked.issues, *twice)), names


def _keyed(batch: Batch, people: Mapping[str, str], secret: bytes, names: dict[str, str]) -> Batch:
    if batch.kind != KIND:
        return batch
    table, keys = batch.table, []
    for school, person in zip(table["school_id"].to_pylist(), table["person"].to_pylist(), strict=True):
        key = key_of(secret, school or "", people[person]) if person else ""
        if key:
            names[key] = people[person]
        keys.append(key)
    return replace(batch, table=table.set_column(table.schema.get_field_index("person"), table.schema.field("person"),
                                                 pa.array(keys, pa.string())))


def _twice(view: View, batch: Batch, known: set[str]) -> Iterator[Issue]:
    """The first course whose people stand in the base in another form: as numbers, by a name, by a key from before the
    names were deleted."""
    rows = batch.table.to_pylist()
    ours: dict[tuple, set[str]] = {}
    for row in rows:
        ours.setdefault(tuple(row[name] for name in GROUP), set()).add(row["person"])
    stored: dict[tuple, dict[str, int]] = {}
    there = {name: [value for value in batch.table[name].unique().to_pylist() if value is not None]
             for name in ("school_id", "period")}
    for *place, person, src in view.rows(KIND, **there).select(*GROUP, "person", "src").fetchall():
        stored.setdefault(tuple(place), {})[person] = src
    for row in rows:
        group = tuple(row[name] for name in GROUP)
        if src := _in_another_form(ours[group], stored.get(group, {}), known):
            [origin] = view.origins([src])
            yield ISSUES["people-twice"].at(batch.sheet, row["cell"], origin.file)
            return


def _in_another_form(ours: set[str], stored: Mapping[str, int], known: set[str]) -> int | None:
    """Which stored row says the same of these people in another way."""
    keys = [person for person in stored if person]
    if ours == {""}:
        return stored[keys[0]] if keys else None
    if list(stored) == [""] and "" not in ours:
        return stored[""]
    return next((stored[key] for key in keys if key not in known), None)


def refuse_other_mode(store: Store, checked: Checked, names: bool) -> None:
    """Raises StateMoved when a file with courses was read in another mode than is chosen now. names: it was «С ФИО»."""
    now = mode(store)
    if (now == ON) != names and any(batch.kind == KIND for batch in checked.batches):
        raise StateMoved(f"Пока вы смотрели, выбран режим «{MODES[now].partition(' (')[0]}». Посмотрите ещё раз, что "
                         "изменится, и примите файл.")


@contextmanager
def remembered(store: Store, names: Mapping[str, str], preview: str) -> Iterator[None]:
    """Names of a file that is accepted within the block: they stay if it is. preview: its id."""
    if not names:
        yield
        return
    if mode(store) != ON:
        raise StateMoved("Пока вы смотрели, выбран режим «Без ФИО». Посмотрите ещё раз, что изменится, и примите файл.")
    with store.people.remembered(names, preview):
        yield


@dataclass(frozen=True)
class Course:
    """A line of the list of a school: who finished what, hours (None: not told), when (code of a period)."""

    name: str
    programme: str
    hours: int | None
    period: str
    day: date


def courses_by_name(store: Store, view: View, school: str) -> list[Course]:
    """By alphabet, then by day. Empty in «Без ФИО», for anybody but the coordinator, and where names were deleted."""
    if mode(store) != ON or view.scope.role != "coordinator":
        return []
    names = store.people.names()
    rows = view.rows(KIND, school_id=school, state="done").select("person", "programme", "hours", "period",
                                                                  "day").fetchall()
    found = [Course(names[person], *rest) for person, *rest in rows if person in names]
    return sorted(found, key=lambda course: (same_name(course.name), course.day, course.programme))
