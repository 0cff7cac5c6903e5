"""Texts to copy into a letter: what is awaited of a school, how little of it is enough. They name no other school."""

from collections.abc import Mapping, Sequence
from datetime import date

from shnor import periods, wording
from shnor.service.month.debts import Debt
from shnor.service.month.forms import MONTH, title
from shnor.service.month.owed import Cell, Grid, State
from shnor.wording import NBSP
from shnor.workbooks.month import YES, YES_CELL

AWAITED: tuple[State, ...] = ("waiting", "moved")
CONTACT = "contact"
"""Where the base keeps whom schools may ask, in the centre's own words."""


def sent_key(month: date) -> str:
    """Where the base keeps the day the workbooks of a month went out (YYYY-MM-DD)."""
    return f"sent {periods.containing('month', month).code}"


def owing(grids: Sequence[Grid], month: date, before: Sequence[Debt] = ()) -> dict[str, tuple[Cell, ...]]:
    """School → its cells of the month that are awaited or came in part, those of earlier months first; schools by
    number. before: what is owed on the day."""
    found: dict[str, tuple[Cell, ...]] = {}
    older = [cell for debt in before if debt.month < month for _, cell in (*debt.waiting, *debt.partial)]
    for cell in sorted((*older, *(cell for grid in grids for cell in grid.of(month))), key=_order(grids, before)):
        if cell.state in (*AWAITED, "partial"):
            found[cell.school_id] = (*found.get(cell.school_id, ()), cell)
    return found


def _order(grids: Sequence[Grid], before: Sequence[Debt]):
    """Schools by number; a month after those before it."""
    known = {line.card.school_id: line.card for grid in grids for line in grid.lines}
    known |= {card.school_id: card for debt in before for card, _ in (*debt.waiting, *debt.partial)}
    place = {card.school_id: wording.by_number(card.name) for card in known.values()}
    return lambda cell: (place[cell.school_id], cell.month)


def to_school(cells: Sequence[Cell], *, day: date, rows: Mapping[date, int] | None = None,
              about: Mapping[str, str] | None = None) -> str:
    """cells: of `owing`, one school. rows: month → rows of its workbook, where that is said. about: what the base
    notes."""
    about, rows = about or {}, rows or {}
    awaited = [cell for cell in cells if cell.state in AWAITED]
    partial = [cell for cell in cells if cell.state == "partial"]
    said = []
    if awaited:
        said.append(f"ждём {wording.listed([_named(cell, day, rows.get(cell.month, 0), about) for cell in awaited])}")
    said += [f"{title(cell.form, cell.month, day)} пришёл {_without(cell)}" for cell in partial]
    parts = [f"Коллеги, {said[0]}.", *(f"{wording.capital(one)}." for one in said[1:])]
    return _closed(parts, awaited, about)


def to_all(owed: Mapping[str, Sequence[Cell]], *, day: date, about: Mapping[str, str] | None = None) -> str:
    """One text for a letter to all of them, without names of schools: what every one owes, then what some owe."""
    awaited = [cell for cells in owed.values() for cell in cells if cell.state in AWAITED]
    of_all, of_some = _shared(owed, day, about or {})
    if of_all:
        rest = f"; от некоторых школ{NBSP}{wording.LONG_DASH} ещё {wording.listed(of_some)}" if of_some else ""
        asked = f"ждём {wording.listed(of_all)}{rest}"
    elif of_some:
        asked = f"от некоторых школ ждём {wording.listed(of_some)}"
    else:
        return ""
    return _closed([f"Коллеги, напоминаем: {asked}.", "Если уже отправили, спасибо."], awaited, about or {})


def _shared(owed: Mapping[str, Sequence[Cell]], day: date, about: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What every school owes and what only some owe, the oldest first; sheets that are missing stand last."""
    cells = sorted((cell for of_school in owed.values() for cell in of_school), key=_by_month)
    forms = {(cell.form, cell.month): cell for cell in cells[::-1] if cell.state in AWAITED}  # the earliest day
    split: tuple[list[str], list[str]] = ([], [])
    for key, cell in reversed(forms.items()):
        schools = {one.school_id for one in cells if (one.form, one.month) == key and one.state in AWAITED}
        split[len(schools) < len(owed)].append(_named(cell, day, 0, about))
    partial = [cell for cell in cells if cell.state == "partial"]
    if partial:
        reports = "отчёта" if len({(cell.form, cell.month) for cell in partial}) == 1 else "отчётов"
        split[len({cell.school_id for cell in partial}) < len(owed)].append(f"недостающие листы {reports}")
    return split


def _by_month(cell: Cell) -> tuple[date, str, date]:
    return cell.month, cell.form, cell.due


def _closed(parts: list[str], awaited: Sequence[Cell], about: Mapping[str, str]) -> str:
    if any(cell.form == MONTH.id for cell in awaited):
        parts.append(f"Если изменений нет, достаточно поставить «{YES}» в ячейке {YES_CELL}.")
    return " ".join([*parts, f"Вопросы: {about.get(CONTACT) or about.get('coordinator') or 'координатор'}."])


def _named(cell: Cell, day: date, rows: int, about: Mapping[str, str]) -> str:
    """«отчёт за ноябрь (6 строк, файл отправлен 20.11) до 25.11»."""
    went = about.get(sent_key(cell.month), "")
    details = [wording.counted(rows, "строка") if rows else "", f"файл отправлен {_short(went)}" if went else ""]
    aside = ", ".join(filter(None, details)) if cell.form == MONTH.id else ""
    until = f" до {cell.due:%d.%m}" if day <= cell.due else ""
    return title(cell.form, cell.month, day) + (f" ({aside})" if aside else "") + until


def _without(cell: Cell) -> str:
    named = wording.listed([f"«{sheet}»" for sheet in cell.missing])
    one = len(cell.missing) == 1
    return f"без {'листа' if one else 'листов'} {named}: пришлите, пожалуйста, и {'его' if one else 'их'}"


def _short(day: str) -> str:
    return f"{date.fromisoformat(day):%d.%m}"
