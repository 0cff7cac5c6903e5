"""One accepted value corrected on the spot: a file of one row that says whose word it is and on what ground. What was
accepted before stays where it is, and the correction is taken back like any file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from shnor import wording
from shnor.datasets import KINDS, Column
from shnor.errors import ShnorError
from shnor.scope import Actor
from shnor.service.centre.schools import cards
from shnor.service.centre.setup import refuse_personal
from shnor.service.figures.rows import chosen, current
from shnor.service.intake import drop, manual
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.store import Store, View

NOTHING_CHANGES = "Такое значение уже принято: исправлять нечего."
NOT_ALONE = ("Из-за этой правки изменилось бы не одно значение. Исправьте его в файле и перетащите файл на «Приём "
             "отчётов».")


@dataclass(frozen=True)
class Value:
    """A value in force, read from a cell. row: the whole row as a person would type it, by name of column. about: which
    row it is. now: as it stands, "" = empty."""

    kind: str
    column: str
    row: tuple[tuple[str, str], ...]
    about: str
    now: str

    @property
    def declared(self) -> Column:
        return KINDS[self.kind][self.column]


def values(view: View, upload: int, sheet: str, cell: str, *, day: date) -> tuple[Value, ...]:
    """What in force was read from the cell; nothing where a later file says otherwise, and of keys: with another key it
    would be another row."""
    names = {card.school_id: card.name for card in cards(view, day)}
    return tuple(found for kind in KINDS for found in _of_kind(view, kind, upload, sheet, cell, names))


def _of_kind(view: View, kind_id: str, upload: int, sheet: str, cell: str, names: Mapping[str, str]) -> Iterator[Value]:
    kind = KINDS[kind_id]
    stored = chosen(current(view, kind_id), {"upload_id": upload}).to_pylist()
    origins = {origin.src: origin for origin in view.origins(row["src"] for row in stored)} if stored else {}
    open_columns = [column for column in kind.typed if column.name not in kind.key and column.personal == "no"]
    for row in stored:
        for column in open_columns:
            places = origins[row["src"]].places(column.name) if row["src"] in origins else ()
            if any(place.sheet == sheet and cell in place.cells for place in places):
                typed = {one.name: _text(one, row.get(one.name), names) for one in kind.typed}
                about = ", ".join(filter(None, (typed.get(name, "") for name in kind.key)))
                yield Value(kind_id, column.name, tuple(typed.items()), about, typed[column.name])


def _text(column: Column, value: object, names: Mapping[str, str]) -> str:
    """As a person types it."""
    if value is None:
        return ""
    if column.type == "school":
        return names.get(str(value), str(value))
    if column.type == "month" and isinstance(value, date):
        return wording.month(value)
    if isinstance(value, date):
        return wording.day(value)
    if column.type == "period":
        return wording.period(str(value))
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else column.choices.get(str(value), str(value))


def file(value: Value, text: str, moment: datetime) -> Incoming:
    return manual.one_row(value.kind, {**dict(value.row), value.column: text.strip()}, moment)


def corrected(store: Store, value: Value, made: Incoming, ground: str, today: date, by: Actor) -> Reviewed | None:
    """Accept it where that one value changes and nothing is asked; None when it is stored, else the file with what
    there is to answer. Raises ShnorError where there is nothing to correct or more than the value would change."""
    refuse_personal(ground)
    [item] = drop.review(store, [made], today)
    if item.preview is None or item.approved or any(issue.severity != "warning" for issue in item.checked.issues):
        return item
    if item.preview.empty:
        raise ShnorError(NOTHING_CHANGES)
    if not _alone(item, value):
        raise ShnorError(NOT_ALONE)
    drop.accept_all(store, [item], by=by, note=f"исправлено: {ground.strip()}")
    return None


def _alone(item: Reviewed, value: Value) -> bool:
    """Nothing but this value of one row changes, and what is understood from it: the days of a deadline."""
    assert item.preview is not None
    tables, columns = item.preview.tables, KINDS[value.kind].columns
    own = {value.column, *(column.name for column in columns if column.derived_from == value.column)}
    changes = [change for table in tables for change in table.changes]
    return (not any(table.added or table.replaced for table in tables) and {change.column for change in changes} <= own
            and len({tuple(change.key.items()) for change in changes}) == 1)
