"""Schools beside each other: the same works and the parts of the roadmap of each, in the order of their numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from shnor import wording
from shnor.service.figures.roadmap import Parts
from shnor.service.figures.rows import Where
from shnor.service.pages.overview import Overview
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import SchoolTopics, Work

LIST = "Школы перечня"


@dataclass(frozen=True)
class Counts:
    """k of n and the rows behind them."""

    k: int
    n: int
    where: Where


@dataclass(frozen=True)
class Row:
    """A school, or the schools of the list together (school_id ""). parts: of its roadmap; where: their rows, empty
    where nobody may see them. few, few_plans: works and whether the roadmap are not shown because too few other schools
    stand behind them."""

    name: str
    school_id: str
    parts: Parts | None
    where: Where
    works: Mapping[Work, Counts]
    few: frozenset[Work] = frozenset()
    few_plans: bool = False


def of_school(page: SchoolPage, told: SchoolTopics) -> Row:
    school = page.card.school_id
    return Row(page.card.name, school, page.parts, {"school_id": school, "period": page.period}, {
        line.work: Counts(line.after.k, line.after.n, line.after.where) for line in told.results if line.after})


def of_list(page: Overview, beside: Beside) -> Row:
    """All schools of the list that have a roadmap; results over those of the list of their year."""
    if not beside.told:
        name = f"{LIST}, на {wording.day(beside.on)}" if beside.on else LIST
        return Row(name, "", beside.parts, {}, {
            work: Counts(figure.numerator, figure.denominator or 0, {}) for work, figure in beside.figures.items()},
            beside.few, beside.few_plans)
    lines = [line for line in page.lines if line.card.on_list and line.counts]
    where: Where = {"school_id": tuple(line.card.school_id for line in lines), "period": page.period}
    return Row(LIST, "", _sum(line.counts for line in lines if line.counts), where, {
        work: Counts(figure.numerator, figure.denominator or 0, beside.where(work))
        for work, figure in beside.figures.items()})


def _sum(counts: Iterable[Parts]) -> Parts | None:
    listed = [*counts]
    return Parts(**{field.name: sum(getattr(one, field.name) for one in listed) for field in fields(Parts)}) \
        if listed else None


def in_order(rows: Sequence[Row]) -> tuple[Row, ...]:
    """By number; the list last."""
    return tuple(sorted(rows, key=lambda row: (not row.school_id, wording.by_number(row.name))))
