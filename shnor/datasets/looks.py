"""What the program of the person who sent a file shows of a sheet besides its values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0, inclusive."""

ERRORS = frozenset({
    "#ссылка!", "#ref!", "#н/д", "#n/a", "#дел/0!", "#div/0!", "#знач!", "#value!", "#имя?", "#name?", "#число!",
    "#num!", "#пусто!", "#null!", "#перенос!", "#spill!", "#вычисл!", "#calc!", "#поле!", "#field!", "#ожидание",
    "#ожидание_данных", "#getting_data", "#заблокировано!", "#blocked!", "#соединить!", "#connect!", "#неизвестно!",
    "#unknown!", "#занято!", "#busy!", "#error!", "#ошибка!",
})
"""What a sheet shows instead of a value, in small letters."""
ERROR_SHAPE = r"#{3,}|(?:err|ошибка):\d{3}"
"""Where a number does not fit its column: copied as text, the number is gone; errors of free office."""


@dataclass(frozen=True)
class Looks:
    """Rows and columns from 0, sparse: a plain sheet has nothing here. hidden_rows: by hand, by a filter or by a
    folded group; filtered: whether a filter hides some of them. struck: cells struck out as a whole; a cell of which
    only some words are struck out is none. lost: cells of formulas nobody has computed, empty in the grid. unseen:
    the format, or a damage of the file, does not tell all of this."""

    hidden_rows: frozenset[int] = frozenset()
    filtered: bool = False
    hidden_columns: frozenset[int] = frozenset()
    struck: tuple[Area, ...] = ()
    lost: tuple[Area, ...] = ()
    unseen: bool = False


PLAIN = Looks()


def cells_of(areas: Iterable[Area]) -> Iterator[tuple[int, int]]:
    """(row, column) of every cell."""
    for first, left, last, right in areas:
        yield from ((row, column) for row in range(first, last + 1) for column in range(left, right + 1))
TAKE_WORDS = ("взять", "да", "беру", "берём", "возьмите", "нужны")
"""Answers to «взять скрытые строки?»."""
LEAVE_WORDS = ("не брать", "нет", "не надо", "не нужны", "не берём")
SHOWN_ERRORS = {
    "#REF!": "#ССЫЛКА!", "#DIV/0!": "#ДЕЛ/0!", "#N/A": "#Н/Д", "#VALUE!": "#ЗНАЧ!", "#NAME?": "#ИМЯ?",
    "#NUM!": "#ЧИСЛО!", "#NULL!": "#ПУСТО!", "#SPILL!": "#ПЕРЕНОС!", "#CALC!": "#ВЫЧИСЛ!",
}
"""As files write an error → as the program of a Russian office shows it."""
ERROR_CODES = {0x00: "#ПУСТО!", 0x07: "#ДЕЛ/0!", 0x0F: "#ЗНАЧ!", 0x17: "#ССЫЛКА!", 0x1D: "#ИМЯ?", 0x24: "#ЧИСЛО!",
               0x2A: "#Н/Д", 0x2B: "#ОЖИДАНИЕ"}
"""Errors in binary workbooks."""
