"""Where each school stands, side by side: its reports, its roadmap, its marks «2», the help it got."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import wording
from shnor.metrics.results import MARKING
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures import topics
from shnor.service.figures.roadmap import Parts
from shnor.service.figures.rows import Where, only
from shnor.service.month.owed import Cell
from shnor.service.pages.overview import Line
from shnor.service.pages.sent import Sent
from shnor.service.pages.support import OF_SCHOOL, Helped
from shnor.service.pages.works import EVERY, GRADE, LISTED, LOW, YEAR, Chosen
from shnor.store import View

HELPED = "helped"
"""The schools the centre looks after: on the list, with another status, or with a roadmap of their own."""
WAITS = ("waiting", "partial", "questions", "handed_in", "moved")


@dataclass(frozen=True)
class Low:
    """How many of those who wrote got a «2» in a year. share: None of a small group. where: the choice of rows.
    grades: which classes wrote; of others the year is not compared."""

    year: str
    k: int
    n: int
    share: float | None
    where: tuple[tuple[str, str], ...]
    grades: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """A school, or the municipality with its own roadmap (school_id ""). note: under its name. reports: of the months
    shown, None where nobody asks it. low: of the years shown, None where nobody wrote; () = not asked here. help:
    kind of OF_SCHOOL → how many; together: seminars and whatever else is held
    for several schools as a rule."""

    school_id: str
    name: str
    note: str
    on_list: bool
    reports: tuple[Cell | None, ...]
    parts: Parts | None
    low: tuple[Low | None, ...]
    help: tuple[tuple[str, int], ...]
    together: int

    @property
    def waits(self) -> bool:
        """A report is awaited or came in part, or a deadline has passed undone or without a word."""
        return any(cell and cell.state in WAITS for cell in self.reports) or bool(
            self.parts and (self.parts.not_done or self.parts.no_report))

    @property
    def helped(self) -> int:
        return sum(n for _, n in self.help)


def chosen(lines: Iterable[Line], cards: Iterable[SchoolCard], which: str) -> tuple[Line, ...]:
    """The lines of a choice of schools: HELPED, LISTED, EVERY or the code of one."""
    own = {line.card.school_id: line for line in lines}
    whole = [own.get(card.school_id, Line(card, None)) for card in cards]
    if which == EVERY:
        return tuple(whole)
    if which == LISTED:
        return tuple(line for line in whole if line.card.on_list)
    if which in (HELPED, ""):
        return tuple(line for line in whole if line.card.school_id in own)
    return tuple(line for line in whole if line.card.school_id == which)


def rows(lines: Sequence[Line], months: Sequence[date], sent: Sent, lows: Mapping[str, Sequence[Low | None]],
         helped: Iterable[Helped]) -> tuple[Row, ...]:
    """A row a line, in their order."""
    reports, help_of = sent.by_school(months), {one.card.school_id: one for one in helped}
    nobody: tuple[Cell | None, ...] = (None,) * len(months)
    return tuple(_row(line, reports.get(line.card.school_id, nobody),
                      tuple(lows.get(line.card.school_id, ())), help_of.get(line.card.school_id)) for line in lines)


def of_municipality(parts: Parts, months: Sequence[date]) -> Row:
    """Its own roadmap, the last row."""
    return Row("", "Муниципалитет", "своя дорожная карта", False, (None,) * len(months), parts, (), (), 0)


def _row(line: Line, reports: tuple[Cell | None, ...], low: tuple[Low | None, ...], helped: Helped | None) -> Row:
    card = line.card
    return Row(card.school_id, card.name, note(card), card.on_list, reports, line.counts, low,
               tuple((kind, helped.counts.get(kind, 0)) for kind in OF_SCHOOL) if helped else (),
               sum(helped.others.values()) if helped else 0)


def note(card: SchoolCard) -> str:
    """«2024–2027» of a school on the list, «зона риска» or «не в перечне» of another."""
    if card.on_list:
        return spans(card.years)
    return ", ".join(dict.fromkeys(status.title for status in card.statuses)) or "не в перечне"


def spans(years: Sequence[int]) -> str:
    """«2023, 2025–2027»."""
    return ", ".join(wording.span(run[0], run[-1]) for run in runs(years))


def runs(years: Iterable[int]) -> list[list[int]]:
    """Years that follow each other, together."""
    found: list[list[int]] = []
    for year in sorted(years):
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return found


def lows(view: View, work: Chosen, years: tuple[str, ...], *, day: date) -> dict[str, tuple[Low | None, ...]]:
    """School → its marks «2» in a work, a place a year."""
    where: dict[str, str] = {name: value for name, value in (
        ("procedure", work.procedure), ("stage", work.stage), ("term", work.term), ("subject", work.subject)) if value}
    own = only(topics.marked(view, MARKING, as_of=day), level="school", school_year=years, procedure=work.procedure,
               stage=work.stage, term=work.term, subject=work.subject)
    found: dict[str, dict[str, Low]] = {}
    grades: dict[tuple[str, str], set[str]] = {}
    for row in own.select([topics.SCHOOL, YEAR, GRADE]).to_pylist():
        grades.setdefault((row[topics.SCHOOL], row[YEAR]), set()).add(row[GRADE] or "")
    for figure in topics.figures_of(view, LOW, own, by=(topics.SCHOOL, YEAR), as_of=day, named=""):
        school, year = figure.group[topics.SCHOOL], figure.group[YEAR]
        if figure.denominator:
            behind: Where = {**where, "level": "school", topics.SCHOOL: school, YEAR: year}
            found.setdefault(school, {})[year] = Low(
                year, figure.numerator, figure.denominator, figure.value if figure.status == "ok" else None,
                tuple((name, str(value)) for name, value in behind.items()), frozenset(grades[school, year]))
    return {school: tuple(by_year.get(year) for year in years) for school, by_year in found.items()}

