"""Which sheets of the month's workbook a file has, and which of those handed out are not in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor.datasets import Grid
from shnor.datasets.states import NOTHING_NEW_YES, PROGRESS_STEMS
from shnor.loaders.tables.recognise import beside, form_code
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.states import possible_states
from shnor.workbooks.month import FORM, NOTHING_NEW, SHEET, SHEETS
from shnor.workbooks.month_sheets import HELD, MARKS, QUESTION, TEACHERS

FORMS = {FORM: SHEET, "М-2": TEACHERS, "М-3": HELD, "М-4": QUESTION, "М-5": MARKS}
"""Code of a form → the sheet it stands on."""


def is_nothing_new(text: str) -> bool:
    """Whether what stands beside «Изменений за месяц нет» says so: «да», «+», «Да, изменений нет»."""
    return normalise(text) in NOTHING_NEW_YES or plain(text) in NOTHING_NEW_YES or \
        possible_states(text, PROGRESS_STEMS).codes == ("unchanged",)


@dataclass(frozen=True)
class Contents:
    """asked: sheets the workbook was handed out with, as its first sheet says; there: those in the file; nothing_new:
    the school says that nothing has changed, which is said for the whole report."""

    asked: tuple[str, ...]
    there: tuple[str, ...]
    nothing_new: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """Empty when the report is whole."""
        return () if self.nothing_new else tuple(title for title in self.asked if title not in self.there)


def contents(grids: Sequence[Grid]) -> Contents | None:
    """None for a file that is no month's workbook of ours. A sheet is known by its code, else by its name."""
    coded = {FORMS[code[0]]: grid for grid in grids if (code := form_code(grid)) and code[0] in FORMS}
    if not coded:
        return None
    there = {*coded, *(grid.sheet for grid in grids)}
    first = coded.get(SHEET)
    sheets_line = _beside(first, SHEETS) if first else ""
    handed_out = [title for title in FORMS.values() if title in {part.strip() for part in sheets_line.split(",")}]
    return Contents(tuple(handed_out), tuple(title for title in FORMS.values() if title in there),
                    first is not None and is_nothing_new(_beside(first, NOTHING_NEW)))


def _beside(grid: Grid, label: str) -> str:
    places = ((row, beside(grid, row, {normalise(label)})) for row in range(len(grid.cells)))
    return next((plain(grid.at(row, place)) for row, place in places if place is not None), "")
