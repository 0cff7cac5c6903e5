"""Letters that remind a school of what is awaited: at most three things, the weightiest first, each with why it is
asked for, its day and where it is done. They name no other school, and nothing that is done."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from shnor import periods, wording
from shnor.service.month.debts import Debt
from shnor.service.month.forms import FORMS, MONTH, title
from shnor.service.month.owed import Cell, Grid, Key, State
from shnor.workbooks.month import YES, YES_CELL

MOST = 3
"""Things of a letter: a longer list is put aside for later."""
AWAITED: tuple[State, ...] = ("waiting", "moved")
OVERDUE, PARTIAL, ASKED, AHEAD = range(4)
CONTACT = "contact"
"""Where the base keeps whom schools may ask, in the centre's own words."""
REPORT = "/report?month={month}"
"""The page on which a director sends the report of a month, marks of a term included."""
Owed = Mapping[str, Sequence[Cell]]
"""School → its cells, the weightiest first."""


def sent_key(month: date) -> str:
    """Where the base keeps the day the workbooks of a month went out (YYYY-MM-DD)."""
    return f"sent {periods.containing('month', month).code}"


def taken_key(school: str, day: date) -> str:
    """Where the base keeps the day the letter to a school was taken: one in a calendar month, whatever it is about, so
    that another month on the screen is no way to a second one."""
    return f"reminded {periods.containing('month', day).code} {school}"


def taken(about: Mapping[str, str], schools: Iterable[str], day: date) -> dict[str, date]:
    """School → the day its letter of this month was taken; of those who got one."""
    days = {school: about.get(taken_key(school, day), "") for school in schools}
    return {school: date.fromisoformat(on) for school, on in days.items() if on}


def weight(cell: Cell, day: date) -> int:
    """What stands first in a letter. OVERDUE: nothing came by its day, and until it does every deadline of its month is
    «нет сведений». PARTIAL: most of it is known. ASKED: the file is here and a few answers complete it. AHEAD: nobody
    is late with it."""
    if cell.state == "questions":
        return ASKED
    if cell.state == "partial":
        return PARTIAL
    return OVERDUE if cell.due < day else AHEAD


def owing(grids: Sequence[Grid], month: date, before: Sequence[Debt] = (), *, day: date,
          waiting: Mapping[Key, int] | None = None, closed: Collection[date] = ()) -> dict[str, tuple[Cell, ...]]:
    """School → its cells of the month that are awaited and what it owes of others, the weightiest first; schools by
    number. before: what is owed on the day. waiting: form of a school → questions of its file that lies here, not yet
    accepted: one without any is done. closed: approved months, of which nothing is asked any more."""
    others = [cell for debt in before if debt.month != month for _, cell in (*debt.waiting, *debt.partial)]
    cells = [_standing(cell, waiting or {}) for cell in (*others, *(cell for grid in grids for cell in grid.of(month)))]
    found: dict[str, tuple[Cell, ...]] = {}
    for cell in sorted(cells, key=_order(grids, before, day)):
        if cell.state in (*AWAITED, "partial", "questions") and cell.month not in closed:
            found[cell.school_id] = (*found.get(cell.school_id, ()), cell)
    return found


def _standing(cell: Cell, waiting: Mapping[Key, int]) -> Cell:
    """With the file that lies here."""
    asked = waiting.get((cell.school_id, cell.form, cell.month))
    if asked is None or cell.state not in (*AWAITED, "partial", "questions"):
        return cell
    return replace(cell, questions=asked, state="questions" if asked else "accepted")


def _order(grids: Sequence[Grid], before: Sequence[Debt], day: date) -> Callable[[Cell], tuple]:
    """Schools by number; of one weight the oldest day first."""
    known = {line.card.school_id: line.card for grid in grids for line in grid.lines}
    known |= {card.school_id: card for debt in before for card, _ in (*debt.waiting, *debt.partial)}
    place = {card.school_id: wording.by_number(card.name) for card in known.values()}
    return lambda cell: (place[cell.school_id], *_first(cell, day))


def _first(cell: Cell, day: date) -> tuple[int, date, date, int]:
    return weight(cell, day), cell.due, cell.month, [*FORMS].index(cell.form)


def to_school(cells: Sequence[Cell], *, day: date, rows: Mapping[date, int] | None = None,
              about: Mapping[str, str] | None = None, origin: str = "") -> str:
    """The letter. cells: of `owing`, one school. rows: month → rows of its workbook, where that is said. about: what
    the base notes. origin: of the address a director opens; "" = the program runs on the coordinator's own computer,
    where nobody else can open a page of it: then no link stands in the letter."""
    about, told = about or {}, cells[:MOST]
    things = [f"{_named(cell, day, (rows or {}).get(cell.month, 0), about)}. {_why(cell, day)}" for cell in told]
    return _letter("Коллеги, напоминаем, чего ждём от школы:", things, told, about, origin)


def to_all(owed: Owed, *, day: date, about: Mapping[str, str] | None = None, origin: str = "") -> str:
    """One text for a letter to all of them, without names of schools: what every one owes, then what some owe; "" where
    nothing is owed."""
    groups: dict[tuple, list[Cell]] = {}
    for cell in sorted((cell for cells in owed.values() for cell in cells), key=lambda cell: _first(cell, day)):
        groups.setdefault((cell.form, cell.month, weight(cell, day)), []).append(cell)
    of_some = {key: len({cell.school_id for cell in cells}) < len(owed) for key, cells in groups.items()}
    told = [replace(groups[key][0], missing=(), questions=None, why="")
            for key in sorted(groups, key=lambda key: of_some[key])][:MOST]
    things = [f"{'от некоторых школ — ' if of_some[cell.form, cell.month, weight(cell, day)] else ''}"
              f"{_named(cell, day, 0, about or {})}. {_why(cell, day)}" for cell in told]
    return _letter("Коллеги, напоминаем, чего ждём:", things, told, about or {}, origin) if told else ""


def _letter(begins: str, things: Sequence[str], cells: Sequence[Cell], about: Mapping[str, str], origin: str) -> str:
    lines = [f"– {wording.capital(thing)}" + (f"\n  {to_report(origin, cell.month)}" if origin else "")
             for thing, cell in zip(things, cells, strict=True)]
    ends = [f"Если изменений за месяц нет, достаточно поставить «{YES}» в ячейке {YES_CELL}."] if any(
        cell.form == MONTH.id and cell.state in AWAITED for cell in cells) else []
    ends += ["Если уже отправили, спасибо.",
             f"Вопросы: {about.get(CONTACT) or about.get('coordinator') or 'координатор'}."]
    return "\n".join((begins, "", *lines, "", " ".join(ends)))


def to_report(origin: str, month: date) -> str:
    """The address of the page on which the report of a month is sent."""
    return origin + REPORT.format(month=periods.containing("month", month).code)


def _named(cell: Cell, day: date, rows: int, about: Mapping[str, str]) -> str:
    """«отчёт за ноябрь (6 строк, файл отправлен 20.11), срок был 25.11»."""
    went = about.get(sent_key(cell.month), "")
    details = [wording.counted(rows, "строка") if rows else "", f"файл отправлен {_short(went)}" if went else ""]
    aside = ", ".join(filter(None, details)) if cell.form == MONTH.id and cell.state in AWAITED else ""
    return title(cell.form, cell.month, day) + (f" ({aside})" if aside else "") + f", {_due(cell, day)}"


def _due(cell: Cell, day: date) -> str:
    if cell.due == day:
        return "срок сегодня"
    return f"срок {'был ' if cell.due < day else ''}{cell.due:%d.%m}"


def _why(cell: Cell, day: date) -> str:
    """Why it is asked for, in a sentence."""
    if cell.state == "questions":
        asked = f"ответа на {wording.counted(cell.questions, 'вопрос')}" if cell.questions else "ответов на вопросы"
        return f"Файл пришёл и ждёт {asked}: без этого его не принять."
    if cell.state == "partial":
        return _without(cell)
    if cell.state == "moved":
        return f"Срок перенесён{': ' + cell.why if cell.why else ' по письму школы'}."
    if cell.form != MONTH.id:
        return "По ним видно, с какими предметами нужна помощь."
    return f"Пока отчёта нет, сроки за {periods.MONTHS[cell.month.month - 1]} стоят как «нет сведений»." \
        if cell.due < day else "По нему отмечаем дорожную карту школы."


def _without(cell: Cell) -> str:
    if not cell.missing:
        return "Пришёл не весь: пришлите, пожалуйста, недостающие листы."
    named, one = wording.listed([f"«{sheet}»" for sheet in cell.missing]), len(cell.missing) == 1
    return f"Пришёл без {'листа' if one else 'листов'} {named}: пришлите, пожалуйста, и {'его' if one else 'их'}."


def _short(day: str) -> str:
    return f"{date.fromisoformat(day):%d.%m}"
