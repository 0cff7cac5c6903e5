"""Which numbers a room may see, and how exactly.

Of one school: about what share, by tens of percent, and a range of participants, never the numbers themselves; of
fewer than ten nothing. Of several schools: the exact numbers, if three or more stand behind them and no two numbers
that were ever told differ by one school or two. Parts of a whole: `seminar.masked`, by all parts there are, whichever
are shown.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

import pyarrow as pa

from shnor import wording
from shnor.charts.facts import TOO_FEW, Point
from shnor.metrics.figure import Figure
from shnor.metrics.results import MINIMUM
from shnor.service.figures import sets
from shnor.service.figures.lines import Cell
from shnor.service.figures.rows import Where
from shnor.service.figures.topics import SCHOOL
from shnor.service.pages import seminar
from shnor.shows import Told

SCHOOLS = sets.OTHERS
"""So many schools stand behind an exact number, and so many tell two of them apart."""
STEPS = (10, 25, 50, 100, 200, 500, 1000)
"""Where ranges of participants begin."""
STEP, COARSE, FEW_PEOPLE = 10, 20, 25
"""Percent by which shares of single schools are told; by which where one of them is of fewer people than so many."""
HIDDEN, FEW_SCHOOLS, BESIDE_TOLD = (
    "не показываем", "не показываем: мало школ", "не показываем: вместе с показанным раньше")


class Masks:
    """What is told in one show, while it is being counted. before: in all others. knowingly: somebody has confirmed
    that schools can be recognised. recognisable: codes of those who can, where a set of one or two stands behind a
    number."""

    def __init__(self, before: Collection[Told] = (), knowingly: bool = False) -> None:
        self.before, self.knowingly = before, knowingly
        self.told: set[Told] = set()
        self.recognisable: set[str] = set()

    def whole(self, cell: Cell | None) -> Point:
        """The number of a set of schools, exactly, or why it is not shown; see `why`. The point stands nowhere yet."""
        if cell is None:
            return Point("", why=wording.NO_DATA)
        figure = cell.figure
        if why := self.why(cell):
            return Point("", why=why)
        mean = figure.denominator is not None and figure.unit not in ("доля", wording.PLAN_SHARE)
        return Point("", wording.figure_text(figure), None if mean else figure.numerator, figure.denominator,
                     figure.value, figure.low, figure.high)

    def why(self, cell: Cell) -> str:
        """Why a number is not shown; "" = it is, and from now on it counts as told."""
        people = cell.figure.numerator if cell.figure.denominator is None else cell.figure.denominator
        if cell.figure.status not in ("ok", "small"):
            return wording.figure_text(cell.figure)
        if people < MINIMUM:
            return TOO_FEW
        return self.why_schools(Told(name_of(cell), schools_of(cell)))

    def why_schools(self, asked: Told) -> str:
        """The same of whose numbers they are."""
        if len(asked.schools) < SCHOOLS:
            self.recognisable |= asked.schools
            if not self.knowingly:
                return FEW_SCHOOLS
        elif any(too_near(asked.schools, other.schools) for other in (*self.before, *self.told)
                 if other.cell == asked.cell and len(other.schools) >= SCHOOLS):
            return BESIDE_TOLD
        self.told.add(asked)
        return ""

    def parts(self, cells: Sequence[Cell | None]) -> list[Point]:
        """Of all parts of one whole and one period, in their order: a small one is hidden, and so is a second."""
        there = [cell for cell in cells if cell]
        hidden = {id(cell): masked.text for cell, masked in zip(
            there, seminar.masked([cell.figure for cell in there]), strict=True) if masked.figure is None}
        return [Point("", why=TOO_FEW if hidden[id(cell)] == seminar.NOT_SHOWN else wording.small(hidden[id(cell)]))
                if cell and id(cell) in hidden else self.whole(cell) for cell in cells]


def of_schools(at: str, figures: Mapping[str, Figure | None], step: int = 0) -> dict[str, Point]:
    """Code of a school → about what share it has, without its numbers and its interval. Fewer than ten people are not
    shown, and never one school alone: the room would know which it is. Which of them is the small one is not said.
    step: of percent, by all that stands beside them; 0 = by these."""
    there = {code: figure for code, figure in figures.items() if figure and figure.status in ("ok", "small")}
    told = zip(there, seminar.masked([*there.values()]), strict=True)
    hidden = {code for code, masked in told if masked.figure is None}
    step = step or step_of(figures.values())
    return {code: Point(at, why=HIDDEN) if code in hidden else _share(at, figure, step) if code in there and figure else
            Point(at, why=wording.NO_DATA) for code, figure in figures.items()}


def step_of(figures: Iterable[Figure | None]) -> int:
    """Percent in which schools side by side are told. Whole percents of a few years, with the sums of all, leave one
    order of the letters; and of a small school they tell the number of people."""
    bases = [base for figure in figures if figure and (base := figure.denominator or 0) >= MINIMUM]
    return COARSE if min(bases, default=0) < FEW_PEOPLE else STEP


def _share(at: str, figure: Figure, step: int) -> Point:
    near = step * ((2 * 100 * figure.numerator + step * (figure.denominator or 1))
                   // (2 * step * (figure.denominator or 1)))
    if near < step or near > 100 - step:
        word, near = ("менее", step // 2) if near < step else ("более", 100 - step // 2)
        return Point(at, f"{word} {near}{wording.NBSP}%", value=near / 100)
    return Point(at, f"около {near}{wording.NBSP}%", value=near / 100)


def ranges(people: Mapping[str, int]) -> dict[str, str]:
    """Code of a school → «от 25 до 49», where so many others are of the same size that nobody is known by it; else
    of no school: whose is not said would be known by that."""
    told = {code: about(size) for code, size in people.items()}
    shared = min(Counter(told.values()).values(), default=0) >= SCHOOLS
    return {code: size if shared else "" for code, size in told.items()}


def about(people: int) -> str:
    """«от 25 до 49», «1000 и более», «менее 10»: how many took part, as a room may know it."""
    if people < STEPS[0]:
        return f"менее {STEPS[0]}"
    for low, following in pairwise(STEPS):
        if people < following:
            return f"от {low} до {following - 1}"
    return f"{wording.number(STEPS[-1])} и более"


def too_near(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the difference of two sums would be of one school or two."""
    return 0 < len(one - other) < SCHOOLS or 0 < len(other - one) < SCHOOLS


def schools_of(cell: Cell) -> frozenset[str]:
    """Whose rows stand behind it; "" and None are of no school."""
    codes = cell.where.get("school_id", ())
    named: Iterable[object] = codes if isinstance(codes, tuple | list | frozenset | set) else (codes,)
    return frozenset(str(code) for code in named if code not in (None, "", "-"))


def schools_behind(rows: pa.Table, where: Where, every: Collection[str]) -> frozenset[str]:
    """Codes of the schools marked rows are really of. every: all there are, of whom one row of a file may speak."""
    if where.get("level") == "municipality":
        return frozenset(every)
    return frozenset(code for code in rows[SCHOOL].to_pylist() if code) if SCHOOL in rows.column_names else frozenset()


def name_of(cell: Cell) -> str:
    """What was counted, without whose."""
    pairs = sorted((name, value) for name, value in cell.where.items() if name not in ("school_id", "level"))
    return ", ".join((cell.figure.metric, *(f"{name}={value}" for name, value in pairs)))
