"""The page of methodical help: what was held against the plan and against last year, whom it was for, what comes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.metrics.events import MARKING, months_between, per_month
from shnor.metrics.figure import Figure
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import EVERYTHING, Where, chosen, current, only, values
from shnor.service.pages.questions import Question, requests_of
from shnor.store import View

VISIT = "выезд"
OF_SCHOOL = (VISIT, "консультация", "мастер-класс")
"""Help that is told for each school by kind; everything else is told together."""
COMING = 8
EVERY, LISTED = "", "list"
"""Whose help: every event, or what was held for the schools on the list of the day; else the code of a school."""


@dataclass(frozen=True)
class Window:
    """Months that are compared, from the first to the last day of them that is counted."""

    first: date
    last: date

    @property
    def months(self) -> int:
        return months_between(self.first, self.last)


@dataclass(frozen=True)
class Compared:
    """This year's months and last year's. equal: as many months on both sides, so that numbers may stand side by
    side; else averages a month do. before: kind → how many."""

    now: Window
    then: Window
    before: dict[str, int]

    @property
    def equal(self) -> bool:
        return self.now.months == self.then.months

    def averages(self, kind: str, held: int) -> tuple[float, float]:
        """How many a month: now, then."""
        return (per_month(held, self.now.first, self.now.last),
                per_month(self.before.get(kind, 0), self.then.first, self.then.last))


@dataclass(frozen=True)
class Helped:
    """What a school got in a year: kind of OF_SCHOOL → how many; others: the same for everything else. visit: its
    next planned visit, a row of the log."""

    card: SchoolCard
    year: int
    counts: dict[str, int]
    others: dict[str, int]
    visit: dict | None

    def of(self, kind: str) -> int:
        return self.counts.get(kind, 0) or self.others.get(kind, 0)


@dataclass(frozen=True)
class SupportPage:
    """years: that have events, newest first. current: the newest of them that has begun, or a later one: what comes
    and what schools ask belongs to it. last: the day the year is counted up to. whose: EVERY, LISTED or the code of the
    school everything but `schools` and `by_school` is counted for; offered: codes that may be asked for → name. set:
    whom it was for. total, held, plan: all together, by kind, in the order of a report. by_month: (month or None where
    only a longer period is known, kind) → how many; planned: (month, kind) → rows of the plan that name one. own: what
    schools held themselves, by kind. schools: by number; by_school: (code, kind, month) → how many; ahead: the same of
    what is planned. asked: the share of answered questions."""

    year: int
    years: tuple[int, ...]
    current: bool
    last: date
    whose: str
    offered: dict[str, str]
    set: str
    total: Figure | None
    held: dict[str, Figure]
    plan: dict[str, Figure]
    by_month: dict[tuple[date | None, str], int]
    planned: dict[tuple[date, str], tuple[dict, ...]]
    own: dict[str, int]
    compared: Compared | None
    schools: tuple[Helped, ...]
    by_school: dict[tuple[str, str, date | None], int]
    ahead: dict[tuple[str, str, date], int]
    questions: tuple[Question, ...]
    asked: Figure
    coming: tuple[dict, ...]
    names: dict[str, str]
    where: Where

    @property
    def codes(self) -> tuple[str, ...]:
        """Of the schools it is shown for; none: every event."""
        codes = self.where.get("school_codes", ())
        return tuple(map(str, codes)) if isinstance(codes, tuple) else ()

    @property
    def kinds(self) -> list[str]:
        """Held, planned or held the year before."""
        told = {**self.held, **self.plan, **dict.fromkeys(kind for _, kind in self.planned),
                **(self.compared.before if self.compared else {})}
        return sorted(told, key=wording.by_event_kind)


def build(view: View, *, day: date, year: int | None = None, whose: str = EVERY) -> SupportPage:
    years = _years(view)
    newest = periods.newest_year(years, day)
    year = year if year in years else newest
    last = min(day, date(year, 12, 31))
    rows = topics.marked(view, MARKING, as_of=day)  # what began in December may be over in January
    this, before = only(rows, year=year), only(rows, year=year - 1)
    known, coming = cards(view, last), _coming(view, day)
    schools = tuple(_helped(known, this, coming, year))
    if not view.scope.sees_all and whose in (EVERY, LISTED):  # a part of the list is no list
        whose = known[0].school_id if len(known) == 1 else EVERY
    codes = _codes(known, schools, whose)
    whose, where = (whose, {"school_codes": codes}) if codes else (EVERY, EVERYTHING)
    own, plans = chosen(this, where), only(chosen(this, where), state="planned")
    named = sets.named(view, codes or _by_school(own).keys(), last)
    return SupportPage(
        year=year, years=years, current=year >= newest, last=last, whose=whose, set=named, where=where,
        offered={helped.card.school_id: helped.card.name for helped in schools},
        by_month=_sums(own, "month", "event_kind"), planned=_by_plan(plans),
        total=next(iter(_figures(view, "events_count", own, last, (), named).values()), None),
        held=_figures(view, "events_count", own, last), plan=_figures(view, "events_plan_share", own, last),
        own={kind: n for (kind,), n in _sums(own, "event_kind", weight="n_own").items()},
        compared=_compared(view, own, chosen(before, where), last), schools=schools,
        by_school=_sums(_apart(this), "school", "event_kind", "month"),
        ahead={place: n for place, n in _sums(_apart(only(this, state="planned")), "school", "event_kind", "month",
                                              weight="number").items() if place[0] and place[2]},
        questions=tuple(one for one in requests_of(view, day) if not codes or one.school_id in codes),
        asked=topics.counted(view, ["requests_answered"], as_of=day, where={"school_id": codes} if codes else {})[0],
        coming=tuple(chosen_of(coming, codes)[:COMING]), names={card.school_id: card.name for card in known})


def _years(view: View) -> tuple[int, ...]:
    return tuple(sorted(filter(None, values(current(view, "events"), "year")), reverse=True))


def _codes(known: Sequence[SchoolCard], schools: Sequence[Helped], whose: str) -> tuple[str, ...]:
    """Of the schools asked for; none: of every event, also of those that name no school."""
    if whose == LISTED:
        return tuple(card.school_id for card in known if card.on_list)
    return tuple(helped.card.school_id for helped in schools if helped.card.school_id == whose)


def chosen_of(rows: Sequence[dict], codes: Collection[str]) -> list[dict]:
    """Rows of the log that are of one of the schools; all where none is named."""
    return [row for row in rows if not codes or {*codes} & {*(row["school_codes"] or "").split(";")}]


def _by_plan(rows: pa.Table) -> dict[tuple[date, str], tuple[dict, ...]]:
    found: dict[tuple[date, str], tuple[dict, ...]] = {}
    for row in sorted(rows.to_pylist(), key=lambda row: row["src"]):
        if row["month"]:
            place = row["month"], row["event_kind"]
            found[place] = (*found.get(place, ()), row)
    return found


def _figures(view: View, metric: str, rows: pa.Table, last: date, by: Sequence[str] = ("event_kind",),
             named: str | None = None) -> dict[str, Figure]:
    """By kind, those that say something."""
    found = topics.figures_of(view, metric, rows, by=by, as_of=last, named=named)
    told = [figure for figure in found if figure.status != "no_data" and figure.denominator != 0]
    kinds = {figure.group.get("event_kind", ""): figure for figure in told}
    return {kind: kinds[kind] for kind in sorted(kinds, key=wording.by_event_kind)}


def _sums(rows: pa.Table, *by: str, weight: str = "n_held") -> dict[tuple, int]:
    """Values of the columns → the sum of a weight, where there is any."""
    counted = rows.group_by([*by], use_threads=False).aggregate([(weight, "sum")]).to_pylist()
    return {tuple(row[name] for name in by): row[f"{weight}_sum"] for row in counted if row[f"{weight}_sum"]}


def _compared(view: View, this: pa.Table, before: pa.Table, last: date) -> Compared | None:
    """The same months of the year before; where those are not known apart, its whole year, by month."""
    held = [row for row in before.to_pylist() if row["n_held"]]
    if not held or not any(this["n_held"].to_pylist()):
        return None
    until = _year_before(last)
    same = [row for row in held if row["day"] <= until]
    if any(periods.final_day(row["period"]) > until for row in same):
        until, same = date(until.year, 12, 31), held
    older = only(current(view, "events"), year__to=until.year - 1, state="held").num_rows
    if not same and not older:  # the log begins after these months: nothing is known of them
        return None
    first = date(until.year, 1, 1) if older else min(row["day"] for row in held).replace(day=1)
    counts: dict[str, int] = {}
    for row in same:
        counts[row["event_kind"]] = counts.get(row["event_kind"], 0) + row["n_held"]
    return Compared(Window(date(last.year, 1, 1), last), Window(first, until), counts)


def _year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def help_of(view: View, school: str, *, day: date) -> Helped | None:
    """The same for one school, in the newest year it got any; None for a school that is not in the register."""
    known = [card for card in cards(view, day) if card.school_id == school]
    rows = topics.marked(view, MARKING, as_of=day)
    got = only(rows, school_codes=school).select(["year", "n_held"]).to_pylist()
    year = periods.newest_year((row["year"] for row in got if row["n_held"]), day)
    found = _helped(known, only(rows, year=year), _coming(view, day), year, every=True)
    return found[0] if found else None


def _helped(known: Sequence[SchoolCard], rows: pa.Table, coming: list[dict], year: int, *,
            every: bool = False) -> list[Helped]:
    """Schools with a status, and others that got help, by number."""
    counts, found = _by_school(rows), []
    for card in known:
        own = counts.get(card.school_id, {})
        if card.statuses or own or every:
            visit = next((row for row in coming if row["event_kind"] == VISIT
                          and card.school_id in row["school_codes"].split(";")), None)
            found.append(Helped(card, year, {kind: own.get(kind, 0) for kind in OF_SCHOOL},
                                {kind: own[kind] for kind in sorted(own, key=wording.by_event_kind)
                                 if kind not in OF_SCHOOL}, visit))
    return found


def _by_school(rows: pa.Table) -> dict[str, dict[str, int]]:
    """School → kind → how many; an event for several schools counts in each of them."""
    found: dict[str, dict[str, int]] = {}
    for (school, kind), n in _sums(_apart(rows), "school", "event_kind").items():
        found.setdefault(school, {})[kind] = n
    return found


def _apart(rows: pa.Table) -> pa.Table:
    """A row a school of an event."""
    codes = pc.split_pattern(pc.fill_null(rows["school_codes"], ""), ";").combine_chunks()
    return rows.select(["event_kind", "month", "n_held", "number"]).take(pc.list_parent_indices(codes)).append_column(
        "school", pc.list_flatten(codes))


def _coming(view: View, day: date) -> list[dict]:
    """Planned events of a day or month to come, the nearest first."""
    rows = only(current(view, "events"), state="planned", day__from=day).to_pylist()
    return sorted((row for row in rows if row["month"]), key=lambda row: (row["day"], row["event_kind"], row["topic"]))


__all__ = ["Compared", "Helped", "SupportPage", "Window", "build", "help_of", "requests_of"]
