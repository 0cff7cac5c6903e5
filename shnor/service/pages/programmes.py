"""Programmes of help in a year: sessions held module by module, who came of how many invited, from which schools; and
help by subject, events and sessions together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.metrics import events, programmes
from shnor.metrics.figure import Figure
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import EVERYTHING, Where, current, only, values
from shnor.store import View

SESSIONS, PEOPLE, ATTENDANCE = "programme_sessions", "programme_people", "programme_attendance"


@dataclass(frozen=True)
class Part:
    """A programme, or one of its modules. figures: by metric. schools: how many took part; None: no row names any.
    held, ahead: sessions by month, twelve of them, each in the month it began. across: periods of held sessions that go
    over a border of months. where: its rows."""

    name: str
    figures: dict[str, Figure]
    schools: int | None
    held: tuple[int, ...]
    ahead: tuple[int, ...]
    across: tuple[str, ...]
    where: Where


@dataclass(frozen=True)
class Programme:
    """coming: the day the next session begins."""

    whole: Part
    modules: tuple[Part, ...]
    coming: date | None


@dataclass(frozen=True)
class ProgrammesPage:
    """set, subjects_set: whom the sessions, and the help by subject, were for. subjects: those any help of the year is
    about. by_subject: (kind, subject) → events held; sessions: subject → sessions held."""

    year: int
    day: date
    known: bool
    set: str
    subjects_set: str
    programmes: tuple[Programme, ...]
    kinds: tuple[str, ...]
    subjects: tuple[str, ...]
    by_subject: dict[tuple[str, str], int]
    sessions: dict[str, int]
    where: Where


def build(view: View, *, day: date, year: int, schools: tuple[str, ...] = ()) -> ProgrammesPage:
    """schools: codes of those whose sessions and events are counted; none: all of them."""
    where: Where = {"school_codes": schools} if schools else EVERYTHING
    rows = topics.marked(view, programmes.MARKING, as_of=day, where={**where, "year": year})
    held = only(topics.marked(view, events.MARKING, as_of=day, where={**where, "year": year}), is_held=1)
    by_subject = {place: n for place, n in _sums(held, ("event_kind", "subject"), "n_held").items() if place[1]}
    sessions = {place[0]: n for place, n in _sums(rows, ("subject",), "n_held").items() if place[0] and n}
    return ProgrammesPage(
        year, day, current(view, "programmes").num_rows > 0, _set(view, [only(rows, n_held=1)], day),
        _set(view, [_about_subject(rows), _about_subject(held)], day),
        tuple(_programme(view, rows, name, day, where, year) for name in sorted(values(rows, "programme"))),
        tuple(sorted({kind for kind, _ in by_subject}, key=wording.by_event_kind)),
        tuple(sorted({*sessions, *(subject for _, subject in by_subject)})), by_subject, sessions, where)


def _about_subject(rows: pa.Table) -> pa.Table:
    return rows.filter(pc.and_(pc.greater(rows["n_held"], 0), pc.not_equal(pc.fill_null(rows["subject"], ""), "")))


def _set(view: View, told: Sequence[pa.Table], day: date) -> str:
    """The schools the rows name, "" where there are no rows."""
    codes = {code for rows in told for cell in rows["school_codes"].to_pylist() for code in (cell or "").split(";")}
    return sets.named(view, codes, day) if codes else ""


def _programme(view: View, rows: pa.Table, name: str, day: date, where: Where, year: int) -> Programme:
    own = only(rows, programme=name)
    at = {**where, "programme": name, "year": str(year)}
    modules = [module for module in values(own, "module") if module]
    parts = [_part(view, only(own, module=module), module, day, {**at, "module": module}) for module in modules]
    coming = [row["period"][:10] for row in own.to_pylist() if not row["is_held"] and row["period"][:10] >= str(day)]
    exact = sorted(code for code in coming if len(code) == len("2026-11-18"))
    return Programme(_part(view, own, name, day, at), tuple(parts) if len(parts) > 1 else (),
                     date.fromisoformat(exact[0]) if exact else None)


def _part(view: View, rows: pa.Table, name: str, day: date, where: Where) -> Part:
    figures = {metric: topics.figures_of(view, metric, rows, by=(), as_of=day)[0]
               for metric in (SESSIONS, PEOPLE, ATTENDANCE)}
    listed = rows.to_pylist()
    schools = {code for row in listed if row["is_held"] for code in (row["school_codes"] or "").split(";") if code}
    return Part(name, figures, len(schools) or None, _months([row for row in listed if row["n_held"]]),
                _months([row for row in listed if not row["is_held"]]), _across(listed), where)


def _months(rows: Sequence[dict]) -> tuple[int, ...]:
    """A session over a border of months stands once, in the month of its first day, as events do; one that began in
    the year before stands in January."""
    found = [0] * 12
    for row in rows:
        first = periods.first_day(row["period"])
        found[0 if first.year < row["year"] else first.month - 1] += 1
    return tuple(found)


def _across(rows: Sequence[dict]) -> tuple[str, ...]:
    """Each once, by day."""
    return tuple(sorted({row["period"] for row in rows if row["n_held"]
                         and periods.first_day(row["period"]).month != periods.final_day(row["period"]).month}))


def _sums(rows: pa.Table, by: Sequence[str], weight: str) -> dict[tuple, int]:
    counted = rows.group_by([*by], use_threads=False).aggregate([(weight, "sum")]).to_pylist()
    return {tuple(row[name] or "" for name in by): row[f"{weight}_sum"] or 0 for row in counted}


__all__ = ["ATTENDANCE", "PEOPLE", "SESSIONS", "Part", "Programme", "ProgrammesPage", "build"]
