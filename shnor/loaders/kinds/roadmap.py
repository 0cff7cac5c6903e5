"""What a roadmap row needs after reading: periods, milestones, and what its planned values mean together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor import periods
from shnor.datasets import Spot, column_letters
from shnor.datasets.deadlines import LESSONS, NOT_PLANNED
from shnor.datasets.places import OWN
from shnor.loaders.kinds.roadmap_months import marked_months
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.deadlines import Deadline, in_year, parse_deadlines
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.planned import Planned, parse_planned
from shnor.loaders.words.semantics import Meaning, meaning
from shnor.loaders.words.titles import years_in
from shnor.periods import MONTHS

_DERIVED = ("semantics", "operator", "planned_value", "planned_value2", "total_value", "unit", "deadline_kind",
            "deadline_start", "deadline_end", "recurrence", "stage")


@dataclass
class Record:
    """One activity in one period at one milestone, before it becomes a row of columns."""

    row: int
    period: str | None
    place: tuple[str, str]
    planned_text: str | None
    planned: Planned | None
    total: Planned
    meaning: Meaning
    deadline_text: str | None
    deadline: Deadline
    result: str | None = None
    milestone: int = 1


def finish(draft: Draft) -> None:
    """Rows of activities become records: activity × period × milestone."""
    unpivot = draft.body.layout.unpivot
    rows = range(len(draft.origin))
    if unpivot and unpivot.into == "planned":
        records = [record for row in rows for record in _planned_years(draft, row)]
    elif unpivot and unpivot.into == "result":
        records = [record for row in rows for record in _text_years(draft, row)]
    else:
        marked = marked_months(draft) if unpivot else ()
        if marked:
            draft.columns["deadline"] = [row.text for row in marked]
        titles = draft.column("plan")
        places = [row.place for row in marked] or [draft.body.place(row, "deadline") for row in rows]
        records = [record for row in rows
                   for record in _listed(draft, row, years_in(titles[row] or ""), places[row])]
    _number(records)
    _fill(draft, records, by_cell=bool(unpivot))


def _number(records: list[Record]) -> None:
    count: Counter[tuple[int, str | None]] = Counter()
    for record in records:
        count[record.row, record.period] += 1
        record.milestone = count[record.row, record.period]


def _fill(draft: Draft, records: list[Record], *, by_cell: bool) -> None:
    draft.take([record.row for record in records])
    draft.places = [record.place for record in records] if by_cell else None
    columns = draft.columns
    columns["period"] = [record.period for record in records]
    draft.spots |= {} if by_cell else {"period": _column(draft, "deadline")}
    draft.row_spots |= {("planned_value", record.row): _column(draft, "planned_total") for record in records
                        if record.planned is record.total}
    columns["milestone"] = [record.milestone for record in records]
    columns["planned"] = [record.planned_text for record in records]
    columns["deadline"] = [record.deadline_text for record in records]
    if draft.body.layout.unpivot and draft.body.layout.unpivot.into == "result":
        columns["result"] = [record.result for record in records]
        draft.spots["deadline"] = (Spot(OWN),)  # the deadline is the tail of the text
    for name, values in zip(_DERIVED, zip(*map(_derived, records), strict=True), strict=False):
        columns[name] = list(values)


def _column(draft: Draft, name: str) -> tuple[Spot, ...]:
    place = draft.body.match.columns.get(name)
    return () if place is None else (Spot(column_letters(place)),)


def _derived(record: Record) -> tuple[object, ...]:
    plan, total, deadline = record.planned or Planned(), record.total, record.deadline
    operator = plan.op if plan.op != "=" else total.op
    has_number = plan.value is not None or total.value is not None
    return (record.meaning.semantics, operator if has_number else None, plan.value, plan.value2, total.value,
            plan.unit or total.unit or None, deadline.kind, deadline.start, deadline.end, deadline.recurrence or None,
            deadline.stage or None)


def _planned_years(draft: Draft, row: int) -> list[Record]:
    """A number in each column of a year."""
    total = parse_planned(draft.column("planned_total")[row])
    cells = [(period, plain(value) or None, place) for period, value, place in draft.body.periods(row)]
    plans = [parse_planned(text) if text else None for _, text, _ in cells]
    found = meaning(total, plans)
    _ask(draft, row, total, found, cells)
    records = []
    for (period, text, place), plan in zip(cells, plans, strict=True):
        _unread(draft, place, text, plan)
        own = draft.column("deadline")[row]
        year = int(period[:4])
        deadlines = parse_deadlines(own or (MONTHS[plan.month - 1] if plan and plan.month else ""), year)
        if own:
            _doubts(draft, draft.body.place(row, "deadline"), own, deadlines)
        shared = _shared(plan, found, len(deadlines))
        records += [Record(row, period, place, text, shared, total, found, own, deadline) for deadline in deadlines]
    return records


def _shared(plan: Planned | None, found: Meaning, deadlines: int) -> Planned | None:
    """A number for the period is done over its deadlines, as many at each; where it does not divide, at none is a
    number known, and the text stays. Levels and shares are the same at each."""
    if plan is None or not plan.value or deadlines < 2 or found.semantics not in ("total", "rate"):
        return plan
    each = plan.value / deadlines
    return replace(plan, value=each if each == int(each) else None)


def _ask(draft: Draft, row: int, total: Planned, found: Meaning, cells: Sequence[tuple]) -> None:
    """Plan against years, and a year left empty beside filled ones: asked, never corrected."""
    title = draft.body.kind["planned_total"].title
    if found.semantics == "unclear":
        summed, each = f"{found.sum:g}", f"{total.value:g} ежегодно"
        years = ", ".join(f"{period} — {text or 'пусто'}" for period, text, _ in cells)
        draft.findings.add("plan-against-years", *draft.body.place(row, "planned_total"), total.raw,
                           (Choice(f"{summed} всего", summed), Choice(each, each),
                            Choice("Оставить как в документе", KEEP)), column=title, years=years)
    filled = [text for _, text, _ in cells if text]
    for period, text, (sheet, cell) in cells:
        if not text and filled:
            choices = (Choice("0, не запланировано", "0"), Choice("Оставить пустым", KEEP))
            draft.findings.add("empty-year", sheet, cell, "", choices, column=f"{period} г.", year=period,
                               plan=total.raw or "не указан")


def _text_years(draft: Draft, row: int) -> list[Record]:
    """A text of what comes out, with the deadline in its tail, in each column of a year; a year left empty (or with a
    lone dot) has nothing planned, a text without a deadline has the year of its column."""
    total = parse_planned(draft.column("planned_total")[row])
    cells: list[tuple[str, str | None, tuple[str, str]]] = [
        (period, words if (words := plain(value)).strip("-–—. ") else None, place)
        for period, value, place in draft.body.periods(row)]
    if any(text for _, text, _ in cells):
        cells = [cell for cell in cells if cell[1]]
    records = []
    for period, text, place in cells:
        year = int(period[:4])
        deadlines = in_year(parse_deadlines(text or "", year), year)
        doubtful = "; ".join(dict.fromkeys(deadline.text for deadline in deadlines if deadline.warnings))
        _doubts(draft, place, doubtful or text or "", deadlines)
        records += [Record(row, period, place, None, None, total, meaning(total, []),
                           deadline.text or f"{year} год", deadline, result=text) for deadline in deadlines]
    return records


def _listed(draft: Draft, row: int, plan_years: tuple[int, ...], place: tuple[str, str]) -> list[Record]:
    """One column of deadlines: each deadline of the cell is a milestone of its year. place: of the deadline."""
    total_text, text = draft.column("planned_total")[row], draft.column("deadline")[row]
    planned_text, period = draft.column("planned")[row], draft.column("period")[row]
    total, plan = parse_planned(total_text), parse_planned(planned_text) if planned_text else None
    found = meaning(total if total_text else plan or total, [plan] if plan else [])
    year = int(period[:4]) if period and period[:4].isdigit() and "/" not in period else None
    deadlines = _inside(period, draft.column("plan")[row],
                        parse_deadlines(text, year, _years_of(period) or plan_years))
    _date_cell(draft, row)
    _doubts(draft, place, text or "", deadlines)
    for name, raw, read in (("planned_total", total_text, total), ("planned", planned_text, plan)):
        _unread(draft, draft.body.place(row, name), raw, read)
    ends = [deadline.end or deadline.start for deadline in deadlines]
    own = [period or (str(last.year) if last else str(plan_years[-1]) if plan_years else None) for last in ends]
    if None in own:
        draft.findings.add("no-plan-year", *place, text or "", column=draft.body.kind["deadline"].title)
    if len(set(own)) == 1:  # the whole plan is of this one period
        plan = plan or (total if total_text else None)
        planned_text = planned_text or (total_text if len(own) > 1 else None)
    shared = _shared(plan, found, len(own))
    return [Record(row, code, place, planned_text, shared, total, found, text, deadline)
            for code, deadline in zip(own, deadlines, strict=True)]


def _years_of(period: str | None) -> tuple[int, ...]:
    """«2025/26» → 2025 and 2026."""
    return (int(period[:4]), int(period[:4]) + 1) if period and "/" in period else ()


def _inside(period: str | None, title: str | None, deadlines: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """What repeats in a plan of a school year repeats from September to May; what is told of other days is kept."""
    school = next((periods.parse(code) for code in (period,) if code and "/" in code), None) or _school_year(title)
    if school is None or any(deadline.kind != "recurrence" or deadline.end is None for deadline in deadlines):
        return deadlines
    first, last = school.start, periods.last_day(school.start.year + 1, LESSONS[1])
    days = ((deadline, max(deadline.start or first, first), min(deadline.end or last, last)) for deadline in deadlines)
    return tuple(replace(deadline, start=start, end=end) for deadline, start, end in days if start <= end) or deadlines


def _school_year(title: str | None) -> periods.Period | None:
    told = (deadline.start for deadline in parse_deadlines(title) if deadline.kind == "school_year" and deadline.start)
    return next((periods.containing("school_year", start) for start in told), None)


def _date_cell(draft: Draft, row: int) -> None:
    """A spreadsheet turns «ноябрь 2026» into 01.11.2026: a day or the whole month is asked."""
    value = draft.body.values("deadline")[row] if "deadline" in draft.body.match.columns else None
    if isinstance(value, date) and value.day == 1:
        month = f"{MONTHS[value.month - 1]} {value.year}"
        choices = (Choice(month, month), Choice(f"{value:%d.%m.%Y}", f"{value:%d.%m.%Y}"))
        draft.findings.add("month-as-date", *draft.body.place(row, "deadline"), f"{value:%d.%m.%Y}", choices,
                           column=draft.body.kind["deadline"].title, month=month)


def _unread(draft: Draft, place: tuple[str, str], text: str | None, plan: Planned | None) -> None:
    if text and plan and not plan.recognised and normalise(text) not in NOT_PLANNED:
        draft.findings.add("planned-unknown", *place, text, column=draft.body.kind["planned"].title)


def _doubts(draft: Draft, place: tuple[str, str], text: str, deadlines: Sequence[Deadline]) -> None:
    title = draft.body.kind["deadline"].title
    if any(not deadline.recognised for deadline in deadlines):
        draft.findings.add("deadline-unknown", *place, text, column=title)
    doubts = dict.fromkeys(warning for deadline in deadlines for warning in deadline.warnings)
    if doubts:
        draft.findings.add("deadline-doubt", *place, text, column=title, doubt=" ".join(doubts))


def count(draft: Draft) -> int:
    """Activities: rows of the sheet, not records."""
    return len(set(draft.origin))
