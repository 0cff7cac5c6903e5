"""Values and conditions of the rows of a figure as people read them, and the cells they lead to."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath

from shnor import wording, wording_works
from shnor.datasets import Column, Kind
from shnor.service.figures import roadmap
from shnor.service.figures.sources import Row
from shnor.service.intake.manual import BY_HAND
from shnor.store import Origin
from shnor.ui.kit import grids
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import to_cells
from shnor.ui.run.session import Session


def title(row: Row) -> str:
    """«1.2 Семинар: не выполнено — План»"""
    deadline = roadmap.deadline(row.cells)
    words = " ".join(filter(None, (deadline.number, deadline.activity)))
    return f"{words}: {deadline.standing_in_words} — {deadline.plan}"


def condition(kind: Kind, name: str, value: str | tuple[str, ...], titles: Mapping[str, str]) -> str:
    """A condition as people read it: a month, a year, classes, the end of a span of days, a number with what it counts.
    "" of what goes without saying: that rows are of schools."""
    column, _, side = name.partition("__")
    texts = value if isinstance(value, tuple) else (value,)
    if side:
        return f"{'с' if side == 'from' else 'по'} {wording.day(date.fromisoformat(texts[0]))}"
    if column == "month":
        return ", ".join(wording.month(date.fromisoformat(text)) for text in texts)
    if column == "grade":
        return wording_works.classes(sorted(map(int, texts)))
    if column == "year" or any(one.name == column and one.type == "period" for one in kind.columns):
        return ", ".join(wording.period(text) for text in texts)
    if (column, value) == ("level", "school"):
        return ""
    counted = next((one.title.lower() for one in kind.columns if one.name == column and one.type == "whole"), "")
    return f"{counted} {', '.join(titles.get(text, text) for text in texts)}".strip()


def value_text(column: Column, value: object, schools: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if column.personal == "key":
        return "педагог" if value else ""
    if column.type == "school":
        return schools.get(str(value), str(value)) or "не указана"
    if column.type == "choice":
        return column.choices.get(str(value), str(value))
    if isinstance(value, int | float):
        return str(value) if column.name == "year" else wording.number(value)
    if column.type == "period":
        return wording.period(str(value))
    return wording.day(value) if isinstance(value, date) else str(value)


def place(session: Session, at: Origin, *names: str, above: str = "") -> Cell:
    """The sheet of a row and the cell of the first of these values, leading to all of them; the file stands above.
    above: the sheet of the line above, which is not said again."""
    name, cells = cells_of(at, names)
    first = cells_of(at, names[:1])[1]
    told = first if name == above and first else grids.place(name, first, at.file)
    return to_cells(session, told or "текст", at.upload, name, cells)


def file_name(at: Origin) -> str:
    """«Отчёт.xlsx»; what was typed in says so."""
    stem = PurePath(at.file).stem
    return stem if stem.startswith(BY_HAND) else f"«{at.file}»"


def cells_of(at: Origin, names: Sequence[str]) -> tuple[str, str]:
    """Sheet and cells of values on the first sheet of a row; the cell the row is known by where none stands there."""
    places = [place for name in names if at.of(name) is at for place in at.places(name) if place.cells]
    own = places or at.known_by
    first = own[0].sheet if own else at.sheet
    return first, ", ".join(dict.fromkeys(cell for place in own if place.sheet == first for cell in place.cells))


def to_value(session: Session, at: Origin, name: str, text: str) -> Cell:
    """A value leading to its own cells, on each sheet it was read from."""
    where = [place for place in at.places(name) if place.cells]
    if not where or not text:
        return text
    first, *others = (to_cells(session, text if not number else f" и лист «{place.sheet}»", at.of(name).upload,
                               place.sheet, ", ".join(place.cells)) for number, place in enumerate(where))
    return [first, *others] if others else first
