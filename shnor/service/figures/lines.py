"""Figures side by side, one a year or a wave, each with the choice of rows that leads back to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow as pa

from shnor import wording
from shnor.metrics import METRICS, Figure
from shnor.metrics.change import Change
from shnor.service.figures import families, sets, topics
from shnor.service.figures.families import Series, Stand
from shnor.service.figures.rows import Where
from shnor.store import View


@dataclass(frozen=True)
class Cell:
    """A figure and the choice of rows that leads back to it."""

    figure: Figure
    where: Where


@dataclass(frozen=True)
class LeftOut:
    """Schools of a set that a line does not count. named: those that who asks may see, by number, each with the periods
    it has no rows in, () = in none; size: how many there are."""

    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    size: int = 0


@dataclass(frozen=True)
class Line:
    """A figure a year or a wave, in the order of the page (None: no rows), and the change between the last two. set:
    the name of the schools all of it stands on, "" where each cell stands over its own. rests_on: the name of the one
    school the change rests on, for those who may see it. school_id: of whom, where the line is of a school."""

    name: str
    cells: tuple[Cell | None, ...]
    change: Change | None
    school_id: str = ""
    set: str = ""
    rests_on: str = ""
    left_out: LeftOut = field(default_factory=LeftOut)


Lined = Mapping[tuple[str, ...], tuple[str, Stand]]
"""Values of the columns a table goes by → the name of the line, what it stands on."""


@dataclass(frozen=True)
class Counting:
    """What every line of a page is counted with. base: the choice of rows all of them share."""

    view: View
    day: date
    periods: tuple[str, ...]
    column: str
    base: Where

    def figures(self, metric: str, rows: pa.Table, by: Sequence[str], named: str | None = None) -> list[Figure]:
        return topics.figures_of(self.view, metric, rows, by=by, as_of=self.day, named=named)

    def lines(self, series: Series, rows: pa.Table, by: Sequence[str], lined: Lined,
              more: Where | None = None) -> tuple[Line, ...]:
        """A line for each, in their order; those without any figure are left out. more: as `base`, of this table."""
        own = families.standing(rows, series, by, {values: stand for values, (_, stand) in lined.items()})
        keys = (*by, self.column)
        # a percentage without its number stands in no common set
        known = series.whose == topics.SCHOOL and not METRICS[series.metric].stated and all(
            stand.schools for _, stand in lined.values())
        figures = self.figures(series.metric, own, keys, "" if known else None)
        found = {tuple(figure.group[name] for name in keys): figure for figure in figures
                 if figure.denominator or figure.status == "no_n"}
        owners = {tuple(map(str, values)): codes for values, codes in topics.owners(own, keys).items()}
        lines = []
        for values, (name, stand) in lined.items():
            stood = self._named(series, stand)
            cells = tuple(self._cell(found.get((*values, period)), {**(more or {}), **dict(zip(keys, (*values, period),
                          strict=True))}, stand, stood, owners.get((*values, period), ())) for period in self.periods)
            if any(cells):
                school = values[by.index("school_id")] if "school_id" in by else ""
                lines.append(Line(name, cells, stand.change, school, stood, self.rests_on(stand.change),
                                  self._left_out(stand)))
        return tuple(lines)

    def total(self, series: Series, rows: pa.Table, name: str, stand: Stand, more: Where | None = None) -> Line | None:
        """A figure a period over all these rows."""
        lines = self.lines(series, rows, (), {(): (name, stand)}, more)
        return lines[0] if lines else None

    def where(self, schools: Iterable[str], more: Where) -> Where:
        """The rows of a cell. schools: whose they are, "" and None of no school."""
        codes = tuple(sorted({school or "" for school in schools}))
        return {**self.base, **({"school_id": codes} if codes else {}), **more}

    def _cell(self, figure: Figure | None, more: Where, stand: Stand, stood: str,
              owners: Collection[str]) -> Cell | None:
        if figure is None:
            return None
        matched = stood and more[self.column] in stand.periods
        return Cell(replace(figure, set=stood) if matched else figure,
                    self.where(stand.schools if matched else owners, more))

    def register(self) -> sets.Register:
        """With the list of the newest period shown."""
        newest = sets.day_of(self.periods[-1], self.day) if self.periods else self.day
        return sets.register(self.view, newest)

    def _named(self, series: Series, stand: Stand) -> str:
        ours = stand.schools if series.whose == topics.SCHOOL else ()
        return sets.in_words(self.register(), ours) if ours else ""

    def rests_on(self, change: Change | None) -> str:
        """The name of the one school a change rests on, for those who may see it."""
        alone = change.rests if change else ()
        return self.register().names.get(alone[0], "") if len(alone) == 1 else ""

    def _left_out(self, stand: Stand) -> LeftOut:
        names = self.register().names
        seen = sorted((school for school in stand.missing if school in names),
                      key=lambda school: wording.by_number(names[school]))
        return LeftOut(tuple((names[school], gone if (gone := stand.missing[school]) != stand.periods else ())
                             for school in seen), len(stand.missing))
