"""Month workbooks as directors fill them in, each with words of its own, and what has become of every word: in the base
or still waiting on the desk, in the cell it was written into."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from threading import Lock

from openpyxl import load_workbook

from shnor.desk import Desk
from shnor.desk.database import beside
from shnor.service import bases
from shnor.service.month import workbook
from shnor.store import Store, View
from shnor.workbooks.month import SHEET

STATE, NOTE, FIRST = 6, 10, "A"
"""Columns of the sheet, from 1."""
WRONG, RIGHT, READ = ("почти готово", "наверное"), "выполняется", "in_progress"
"""What nobody can read as a state, for two rows; what the director answers, and how the base keeps it."""


@dataclass(frozen=True)
class Handed:
    """A workbook that was filled in. words: cell of the sheet → what was written there; answers: cell → what the
    director answered to the question about it."""

    number: int
    school: str
    month: date
    name: str
    data: bytes
    words: Mapping[str, str]
    answers: Mapping[str, str]


class Books:
    """Made of a copy of the base as it stood before the run: the server holds the base itself."""

    def __init__(self, copy: Path, day: date) -> None:
        self._store = Store.open(copy, create=False, clock=lambda: bases.noon(day))
        self._empty: dict[tuple[str, date], bytes] = {}
        self._made: dict[tuple[str, date], deque[Handed]] = defaultdict(deque)
        self._numbers, self._lock = count(1), Lock()

    def close(self) -> None:
        self._store.close()

    def make(self, school: str, months: Iterable[date]) -> None:
        """Ahead of time: one workbook a month, filled in."""
        for month in months:
            self._made[school, month].append(self._filled(school, month))

    def filled(self, school: str, month: date) -> Handed:
        """Every row has a state and a note of its own; the states of the first two cannot be read."""
        ready = self._made[school, month]
        return ready.popleft() if ready else self._filled(school, month)

    def _filled(self, school: str, month: date) -> Handed:
        with self._lock:
            number = next(self._numbers)
            if (school, month) not in self._empty:
                with self._store.view() as view:
                    self._empty[school, month] = workbook.workbook(view, school, month)
            book = load_workbook(BytesIO(self._empty[school, month]))
        words, answers, sheet = {}, {}, book[SHEET]
        for place, row in enumerate(_rows(sheet)):
            wrong = place < len(WRONG)
            words |= {f"J{row}": f"замер {number}-{place}, дело идёт"}
            (answers if wrong else words)[f"F{row}"] = RIGHT
            sheet.cell(row, STATE).value = WRONG[place] if wrong else RIGHT
            sheet.cell(row, NOTE).value = words[f"J{row}"]
        out = BytesIO()
        book.save(out)
        return Handed(number, school, month, workbook.workbook_name(school, month), out.getvalue(), words, answers)


def _rows(sheet) -> Iterator[int]:
    """Of activities to report on."""
    for row in range(int(sheet.freeze_panes.removeprefix(FIRST)), sheet.max_row + 1):
        if sheet.cell(row, 1).value and sheet.cell(row, 11).value and sheet.cell(row, 5).value != "предстоит":
            yield row


@dataclass(frozen=True)
class Fate:
    """accepted, waiting, replaced: workbooks by what has become of them; replaced: by a newer one of the same school
    and month, before anybody accepted them. lost: words that are nowhere, in sentences."""

    accepted: int = 0
    waiting: int = 0
    replaced: int = 0
    lost: tuple[str, ...] = ()


def fate(base: Path, day: date, handed: Iterable[Handed]) -> Fate:
    """After the server has ended. handed: what a director was told is sent."""
    store, found, lost = Store.open(base, create=False, clock=lambda: bases.noon(day)), dict[str, int](), list[str]()
    desk = Desk(base, lambda: bases.noon(day)) if beside(base).exists() else None
    newest = {(one.school, one.month): one.number for one in sorted(handed, key=lambda one: one.number)}
    try:
        with store.view() as view:
            stored = _stored(view)
        told = _told(store)
        for one in handed:
            where, cells = _where(one, stored, told, desk)
            if not where and newest[one.school, one.month] > one.number:
                where = "replaced"
            found[where] = found.get(where, 0) + 1
            lost += [f"{one.name}, {cell}: «{word}» → «{cells.get(cell, '')}»"
                     for cell, word in {**one.words, **one.answers}.items()
                     if where != "replaced" and cells.get(cell, "") != word]
    finally:
        store.close()
        if desk:
            desk.close()
    return Fate(found.get("accepted", 0), found.get("waiting", 0), found.get("replaced", 0), tuple(lost))


def _stored(view: View) -> dict[str, dict[str, str]]:
    """First note of an accepted file → the cells of its sheet."""
    found = {}
    for upload in view.uploads():
        grid = view.grid(upload.id, SHEET)
        cells = {place: text for place, text in _cells(grid.cells)} if grid else {}
        found |= {text: cells for place, text in cells.items() if text.startswith("замер ")}
    return found


def _cells(rows: Iterable[Iterable[object]]) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(rows, 1):
        yield from ((f"{chr(ord(FIRST) + place)}{number}", str(text)) for place, text in enumerate(row) if text)


def _told(store: Store) -> dict[str, str]:
    """Note → the state beside it, of every report that was accepted: a newer one hides the rows of an older one, so
    each is looked at in the state it made."""
    found: dict[str, str] = {}
    for state in sorted({upload.state for upload in store.uploads() if "progress" in upload.kinds}):
        with store.view(state=state) as view:
            rows = view.rows("progress").filter("note like 'замер %'").select("note", "status").fetchall()
        found |= {note: status or "" for note, status in rows}
    return found


def _where(one: Handed, stored: Mapping[str, dict[str, str]], told: Mapping[str, str],
           desk: Desk | None) -> tuple[str, Mapping[str, str]]:
    """accepted, waiting or "", and its cells there, with the answers."""
    mark = next(word for word in one.words.values() if word.startswith("замер "))
    if mark in stored:
        known = {cell: told.get(one.words[f"J{cell[1:]}"], "") for cell in one.answers}
        return "accepted", stored[mark] | {cell: RIGHT if state == READ else state for cell, state in known.items()}
    for sent in desk.post.lying(one.school) if desk else ():
        cells = dict(_cells(load_workbook(BytesIO(sent.data))[SHEET].iter_rows(values_only=True)))
        if mark in cells.values():
            return "waiting", {**cells, **{cell: text for (_, cell), text in sent.answers.items()}}
    return "", {}
