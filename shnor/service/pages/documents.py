"""The page of papers: lists of every school, their programmes and plans, the register with what does not fit, what was
done without a paper, contests and materials."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.datasets.achievements import ACHIEVEMENT_TYPES
from shnor.metrics import checklists
from shnor.metrics import documents as papers
from shnor.metrics.checklists import Difference
from shnor.metrics.documents import QualityPlan
from shnor.metrics.figure import Figure
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap, topics
from shnor.service.figures.roadmap import Deadline
from shnor.service.figures.rows import EVERYTHING, Where, chosen, current, only, values
from shnor.store import View

EVERY, LISTED = "", "list"
"""Whose rows are listed: all, of the schools on the list of the day; else the code of a school."""
PRESENT = "checklist_present"


@dataclass(frozen=True)
class Paper:
    """A row of the register. upload, sheet, cell: where it was read."""

    document_type: str
    number: str
    signed_on: date
    title: str
    level: str
    school_id: str
    link: str
    refers_to: str
    cited_as: str
    replaces: str
    valid_to: date | None
    upload: int
    sheet: str
    cell: str

    @property
    def particulars(self) -> str:
        """«приказ от 20.12.2025 № 478-пр»"""
        number = f" № {self.number}" if self.number else ""
        return f"{self.document_type} от {wording.day(self.signed_on)}{number}"


@dataclass(frozen=True)
class Item:
    """A contest, grant, practice, material. type_id: one of ACHIEVEMENT_TYPES. held: it was; else it is of the plan."""

    type_id: str
    achievement_type: str
    title: str
    held_on: date | None
    level: str
    school_id: str
    result: str
    took_part: int | None
    people: int | None
    held: bool
    link: str
    upload: int
    sheet: str
    cell: str

    @property
    def kind(self) -> str:
        return ACHIEVEMENT_TYPES.get(self.type_id, self.achievement_type)


@dataclass(frozen=True)
class DocumentsPage:
    """year: of the lists and contests; years: that have any, newest first. lists: names, in the order they were read;
    cells: (school or "" = the municipality, list) → present of its items; totals: list → the same of all schools;
    present: of all lists together. schools: rows of the matrix, by number. programmes: of schools of the list that
    have one; programme, project: school → its newest ШППКО and programme of 500+ in force; plans: see `quality_plans`.
    period: of the roadmaps, the newest that has begun by the end of the year; missing: of these. register, mismatches,
    undocumented, items: of those asked for. participation: by level. names: of schools by code."""

    day: date
    year: int
    years: tuple[int, ...]
    whose: str
    lists: tuple[str, ...]
    cells: dict[tuple[str, str], Figure]
    totals: dict[str, Figure]
    present: Figure | None
    differences: tuple[Difference, ...]
    schools: tuple[SchoolCard, ...]
    programmes: Figure
    programme: dict[str, Paper]
    project: dict[str, Paper]
    plans: dict[tuple[str, str], QualityPlan]
    register: tuple[Paper, ...]
    mismatched: Figure
    mismatches: tuple[Paper, ...]
    period: str
    missing: Figure
    undocumented: tuple[Deadline, ...]
    participation: tuple[Figure, ...]
    counts: dict[str, Figure]
    items: tuple[Item, ...]
    names: dict[str, str]

    @property
    def is_filled(self) -> bool:
        return bool(self.years or self.register or self.items or self.whose)


def build(view: View, *, day: date, year: int | None = None, whose: str = EVERY) -> DocumentsPage:
    known = cards(view, day)
    names = {card.school_id: card.name for card in known}
    codes = _codes(known, whose)
    whose = whose if codes else EVERY
    items, years = _items(view, codes), _years(view)
    year = year if year in years else periods.newest_year(years, day)
    lists = topics.marked(view, checklists.MARKING, as_of=day, where={"year": year})
    register = topics.marked(view, papers.MARKING, as_of=day)
    register = register.filter(pc.greater(register["is_paper"], 0))
    told = _of(register, codes)
    cells = _cells(view, lists, ("school_id", "checklist"), day)
    period = roadmap.current_period(roadmap.plans(view), min(day, date(year, 12, 31)))
    return DocumentsPage(
        day=day, year=year, years=years, whose=whose, lists=tuple(filter(None, values(lists, "checklist"))),
        cells={(one.group["school_id"], one.group["checklist"]): one for one in cells},
        totals={one.group["checklist"]: one for one in _cells(view, _of_schools(lists), ("checklist",), day)},
        present=next(iter(_cells(view, _of_schools(lists), (), day)), None),
        differences=checklists.differences(_two_years(view, lists, year)),
        schools=_schools(known, {*values(lists, "school_id"), *values(register, "school_id")}),
        programmes=_one(view, "school_programmes", day), programme=programmes_of(register, day),
        project=programmes_of(register, day, "project"),
        plans=papers.quality_plans(register, as_of=day), register=tuple(_papers(told)),
        mismatched=_one(view, "papers_mismatched", day),
        mismatches=tuple(_papers(told.filter(pc.greater(told["is_mismatched"], 0)))),
        period=period, missing=_one(view, "papers_missing", day, {"period": period}),
        undocumented=_undocumented(view, day, period, codes),
        participation=_participation(view, year, day), counts=_counts(view, year, day), items=items, names=names)


def _codes(known: Sequence[SchoolCard], whose: str) -> tuple[str, ...]:
    if whose == LISTED:
        return tuple(card.school_id for card in known if card.on_list)
    return tuple(card.school_id for card in known if card.school_id == whose)


def _of(rows: pa.Table, codes: tuple[str, ...]) -> pa.Table:
    """Rows of these schools; all where none is named."""
    return chosen(rows, {"school_id": codes}) if codes else rows


def _of_schools(rows: pa.Table) -> pa.Table:
    return rows.filter(pc.not_equal(pc.fill_null(rows["school_id"], ""), ""))


def _years(view: View) -> tuple[int, ...]:
    listed, held = values(current(view, "checklists"), "year"), values(current(view, "achievements"), "year")
    return tuple(sorted({*filter(None, (*listed, *held))}, reverse=True))


def _cells(view: View, lists: pa.Table, by: Sequence[str], day: date) -> list[Figure]:
    """Those that count something."""
    return [one for one in topics.figures_of(view, PRESENT, lists, by=by, as_of=day) if one.denominator]


def _two_years(view: View, lists: pa.Table, year: int) -> dict[str, tuple[list[str], list[str]]]:
    """List → its items in the year before and in this one, whoever has them."""
    before = only(current(view, "checklists"), year=year - 1)
    return {name: (_items_of(before, name), _items_of(lists, name)) for name in values(lists, "checklist")}


def _items_of(rows: pa.Table, checklist: str) -> list[str]:
    listed = only(rows, checklist=checklist).select(["number", "item"]).to_pylist()
    ordered = sorted(listed, key=lambda row: row["number"] or 0)
    return list(dict.fromkeys(row["item"] for row in ordered))


def _schools(known: Sequence[SchoolCard], told: set[str]) -> tuple[SchoolCard, ...]:
    """On the list, or with rows of their own; by number."""
    return tuple(card for card in known if card.on_list or card.school_id in told)


def _one(view: View, metric: str, day: date, where: Where = EVERYTHING) -> Figure:
    return topics.counted(view, [metric], by=(), as_of=day, where=where)[0]


def programmes_of(register: pa.Table, day: date, what: str = "programme") -> dict[str, Paper]:
    """School → the newest paper that is its programme and is in force. register: marked papers. what: «programme» =
    ШППКО, «project» = of the project 500+."""
    found = register.filter(pc.greater(register[f"is_{what}"], 0))
    return {one.school_id: one for one in reversed(_papers(found))
            if one.school_id and (one.valid_to is None or one.valid_to >= day)}


def _papers(rows: pa.Table) -> list[Paper]:
    """The newest first."""
    ordered = sorted(rows.to_pylist(), key=lambda row: (row["signed_on"], row["src"]), reverse=True)
    return [Paper(row["document_type"], row["number"] or "", row["signed_on"], row["title"], row["level"] or "",
                  row["school_id"] or "", row["link"] or "", row["refers_to"] or "", row["cited_as"] or "",
                  row["replaces"] or "", row["valid_to"], row["upload_id"], row["sheet"], row["cell"])
            for row in ordered]


def _undocumented(view: View, day: date, period: str, codes: tuple[str, ...]) -> tuple[Deadline, ...]:
    rows = roadmap.marked(view, as_of=day, where={"period": period})
    found = roadmap.deadlines(_of(rows.filter(pc.greater(rows["is_awaited"], 0)), codes))
    return tuple(sorted(found, key=lambda row: (wording.by_number(row.plan), roadmap.number_key(row.number))))


def _participation(view: View, year: int, day: date) -> tuple[Figure, ...]:
    found = topics.counted(view, ["participation_share"], by=("level",), as_of=day, where={"year": year})
    return tuple(one for one in found if one.denominator)


def _counts(view: View, year: int, day: date) -> dict[str, Figure]:
    """Metric → its figure: contests and grants of the year, practices, materials, partners of all time."""
    yearly = topics.counted(view, ["contests_count", "contests_plan_share", "grants_count"], by=(), as_of=day,
                            where={"year": year})
    always = topics.counted(view, ["practices_count", "materials_count", "partners_count"], by=(), as_of=day)
    return {one.metric: one for one in (*yearly, *always)}


def _items(view: View, codes: tuple[str, ...]) -> tuple[Item, ...]:
    """The newest first, those without a day last."""
    rows = _of(current(view, "achievements"), codes).to_pylist()
    ordered = sorted(rows, key=lambda row: (row["held_on"] or date.min, row["title"]), reverse=True)
    return tuple(Item(row["type_id"] or "", row["achievement_type"], row["title"], row["held_on"], row["level"] or "",
                      row["school_id"] or "", row["result"] or "", row["took_part"], row["people"],
                      row["state"] == "held", row["link"] or "", row["upload_id"], row["sheet"], row["cell"])
                 for row in ordered)
