"""Where values were read: of each column once for a whole table, of one value its cells.

The rows of a table know their row on the sheet; its columns know their column. What stands above the table, in a merged
cell or in no cell at all is said of the column, and where that is true of some rows only, of these rows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

FILE_NAME = "название файла"
SHEET_NAME = "название листа"
HEADING = "текст над таблицей"
ANSWER = "ответ при приёме"
KNOWN = "по принятой дорожной карте"
IN_ORDER = "по порядку строк"
EARLIER = "из принятого раньше"
"""The file says nothing of the column: what was known before is kept."""
ROWS = "посчитано по строкам списка, столбцы с именами не хранятся"
REBUILT = "восстановлено по доле и числу участников"
SHORTENED = "краткое название взято из полного"
SUMMED = "сумма отметок строки"
RUNNING = "из числа с начала года вычтено принятое раньше"
HANDED_OUT = "число, с которым лист был выдан"
EVERY = (0, 0)
OWN = "*"
"""The cell a row is known by: where each period has a column of its own."""
_STANDING = re.compile(r"(?:^|, )(?:(?P<sheet>.+?)!)??(?P<cell>[A-Z]{1,3}\d+)(?=, |$)")


@dataclass(frozen=True)
class Spot:
    """Where the values of a column stand. at: «D», that column in the row itself; «B4», that cell whatever the row
    («Таблица 1!B4» of another sheet); «*», the cell the row is known by; «*7», row 7 of its column; "" = in no cell.
    words: what is to be said of it. rows: the first and the last row of the sheet it is true of."""

    at: str = ""
    words: str = ""
    rows: tuple[int, int] = EVERY

    def of(self, sheet: str, row: int, own: str) -> tuple[str, str]:
        """Sheet and cell in a row; own: the cell the row is known by."""
        if self.at.startswith(OWN):
            return sheet, f"{letters(own)}{self.at[1:]}" if len(self.at) > 1 else own
        other, _, cell = self.at.rpartition("!")
        return other or sheet, f"{cell}{row}" if cell.isalpha() else cell


@dataclass(frozen=True)
class Place:
    """The cells of one value on one sheet, and what is to be said of them. No cells: it stands on no sheet."""

    sheet: str = ""
    cells: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Places:
    """Of a table, or of its part on another sheet. heads: the first and the last row of its header, from 1.
    columns: stored column → where its values stand; a column that is not there was filled by no cell."""

    kind: str
    sheet: str
    heads: tuple[int, int]
    columns: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)

    def of(self, name: str, row: int, own: str) -> list[tuple[str, str, str]]:
        """(sheet, cell, words) of a value in a row; cell "" where it stands in none."""
        return [(*(spot.of(self.sheet, row, own) if spot.at else (self.sheet, "")), spot.words)
                for spot in self.columns.get(name, ())
                if spot.rows == EVERY or spot.rows[0] <= row <= spot.rows[1]]


def standing(sheet: str, text: str) -> list[tuple[str, str]]:
    """(sheet, cell) of every row behind a stored one: «D5, D7, Таблица 2!D9»."""
    return [(found["sheet"] or sheet, found["cell"]) for found in _STANDING.finditer(text)]


def places_of(tables: Mapping[str, Places], name: str, sheet: str, text: str) -> tuple[Place, ...]:
    """Where a value of a stored row was read, sheet by sheet. tables: of its kind in its file, by sheet; text: the
    cells the row is known by. A table of which no more was kept answers with these cells."""
    cells: dict[tuple[str, str], dict[str, None]] = {}
    for there, own in standing(sheet, text):
        table = tables.get(there)
        known = table.of(name, number(own), own) if table else [(there, own, "")]
        for at, cell, words in known:
            cells.setdefault((at, words), {}).update({cell: None} if cell else {})
    return tuple(Place(at, tuple(found), words) for (at, words), found in cells.items())


def letters(cell: str) -> str:
    return cell.rstrip("0123456789")


def number(cell: str) -> int:
    return int(cell[len(letters(cell)):])
