"""What teachers lacked, what was done and what came of it: professional deficits, routes, tests of competence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods, wording
from shnor.datasets.deficits import GROUPS
from shnor.metrics import METRICS
from shnor.metrics.competence import COUNTED
from shnor.metrics.deficits import COURSES as COURSES_BY_DEFICIT
from shnor.metrics.figure import Figure
from shnor.metrics.results import MINIMUM
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import Where, chosen, current, values
from shnor.service.pages import seminar
from shnor.store import View

FOUND, HELPED, CLOSED = "deficits_found", "deficits_helped", "deficits_closed_checked"
PEOPLE, PEOPLE_HELPED, PEOPLE_CLOSED = "deficits_people", "deficits_people_helped", "deficits_people_closed"
CHAIN = (FOUND, HELPED, CLOSED, PEOPLE, PEOPLE_HELPED, PEOPLE_CLOSED)
OWNERS, SHARE, TEAMS = "routes_people", "routes_staff_share", "routes_teams"
STEPS, CORRECTED = "routes_steps", "routes_corrected"
TOOK, BY_DEFICIT = "competence_people", "courses_by_deficit"
KINDS = ("deficits", "routes", "competence")
UNKNOWN = ""
"""The group of a deficit that nobody has named."""


@dataclass(frozen=True)
class Chain:
    """Need → help → result of the deficits found in one year. figures: by metric id. first, last: the days of the
    diagnoses. where: the choice of rows, as links write it."""

    year: int
    figures: Mapping[str, Figure]
    first: date
    last: date
    where: Where

    @property
    def found(self) -> int:
        return self.figures[FOUND].numerator

    @property
    def helped(self) -> int:
        return self.figures[HELPED].numerator

    @property
    def checked(self) -> int:
        return self.figures[CLOSED].denominator or 0

    @property
    def closed(self) -> int:
        return self.figures[CLOSED].numerator

    @property
    def kept(self) -> int:
        """Checked again and not closed."""
        return self.checked - self.closed

    @property
    def unchecked(self) -> int:
        return self.found - self.checked


@dataclass(frozen=True)
class Square:
    """Deficits of one group and subject. before: found the year before, None = nothing is known of that year. hidden:
    fewer than ten teachers stand behind it, and whoever looks may not see so few."""

    group: str
    subject: str
    found: int
    people: int
    before: int | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Quarter:
    """Steps of routes of one period. code: of the period; over: it has ended by the day."""

    code: str
    over: bool
    done: int
    due: int
    ahead: int
    dropped: int
    corrected: int

    @property
    def open(self) -> int:
        """Of a period that is over: not said to be done."""
        return self.due - self.done if self.over else self.ahead


@dataclass(frozen=True)
class Routes:
    """totals: by metric id; share: of the staff in the year of the last day, None = another year or no staff."""

    totals: Mapping[str, Figure]
    quarters: tuple[Quarter, ...]
    year: int
    where: Where


@dataclass(frozen=True)
class Diagnosis:
    """Tests of one role and subject in a year. figures: by metric id, of what they tell. hidden: see Square."""

    role: str
    subject: str
    figures: Mapping[str, Figure]
    where: Where
    hidden: bool = False


@dataclass(frozen=True)
class DeficitsPage:
    """asked: the year that was chosen; year: of the deficits that are shown. years: with deficits, newest first.
    schools: code → chain of each school, for the coordinator alone. there: kinds with rows. None: no rows.
    last: the day counts are for, of a year that is over its last one."""

    asked: int
    year: int
    last: date
    years: tuple[int, ...]
    chain: Chain | None
    squares: tuple[Square, ...]
    groups: tuple[str, ...]
    subjects: tuple[str, ...]
    routes: Routes | None
    tested: tuple[Diagnosis, ...]
    by_deficit: Figure | None
    schools: Mapping[str, Chain]
    there: frozenset[str]

    @property
    def is_filled(self) -> bool:
        return bool(self.there)


def build(view: View, *, day: date, year: int, schools: tuple[str, ...] | None = None, subject: str = "",
          ) -> DeficitsPage:
    """schools None: all. A year without deficits shows the newest one that has some. Tests that name no school are
    among those of several."""
    whose: Where = {} if schools is None else {"school_id": schools}
    tests: Where = {"school_id": (*schools, "")} if schools and len(schools) > 1 else whose
    own: Where = {**whose, **({"subject": subject} if subject else {})}
    years = _years(view, day)
    shown = year if year in years or not years else max((one for one in years if one <= year), default=years[0])
    found = chain(view, year=shown, day=day, where=own)
    squares = _squares(view, shown, day, own) if found else ()
    return DeficitsPage(
        asked=year, year=shown, last=sets.day_of(str(shown), day), years=years, chain=found, squares=squares,
        groups=tuple(one for one in (*GROUPS, UNKNOWN) if any(one == square.group for square in squares)),
        subjects=tuple(sorted({one.subject for one in squares}, key=lambda name: (not name, wording.by_letters(name)))),
        routes=routes(view, year=year, day=day, where=own),
        tested=_tested(view, year, day, {**own, **tests}), by_deficit=_by_deficit(view, year, day, own),
        schools=_schools(view, shown, day, own) if schools is None or len(schools) > 1 else {},
        there=frozenset(kind for kind in KINDS if current(view, kind).num_rows))


def chain(view: View, *, year: int, day: date, where: Where) -> Chain | None:
    """None: nothing was found in that year."""
    chosen_ones: Where = {**where, "year": year}
    figures = _totals(view, CHAIN, day, chosen_ones)
    if not figures[FOUND].numerator:
        return None
    days = [one for one in values(chosen(current(view, "deficits"), {**chosen_ones, "found_on__to": day}), "found_on")]
    return Chain(year, figures, min(days), max(days), chosen_ones)


def newest(view: View, *, day: date, where: Where) -> Chain | None:
    """Of the newest year in which these schools found any."""
    found = chosen(current(view, "deficits"), {**where, "found_on__to": day})
    years = [one for one in values(found, "year") if one]
    return chain(view, year=max(years), day=day, where=where) if years else None


@dataclass(frozen=True)
class OfSchool:
    """What its own page says of it."""

    chain: Chain | None = None
    routes: Routes | None = None


def of_school(view: View, school: str, *, day: date) -> OfSchool:
    """The newest year with deficits; routes of the year of the day."""
    where: Where = {"school_id": school}
    return OfSchool(newest(view, day=day, where=where), routes(view, year=day.year, day=day, where=where))


def _years(view: View, day: date) -> tuple[int, ...]:
    return tuple(sorted({one for one in values(current(view, "deficits"), "year") if one and one <= day.year},
                        reverse=True))


def _squares(view: View, year: int, day: date, where: Where) -> tuple[Square, ...]:
    by = ("group_id", "subject")
    now, ago = ({(one.metric, one.group["group_id"], one.group["subject"]): one for one in topics.counted(
        view, (FOUND, PEOPLE), by=by, as_of=day, where={**where, "year": of})} for of in (year, year - 1))
    known = any(figure.numerator for figure in ago.values())
    places = sorted({key[1:] for key, figure in (*now.items(), *ago.items()) if figure.numerator})
    people = [_counted(now.get((PEOPLE, *place))) for place in places]
    hidden = _hidden(view, [now.get((PEOPLE, *place)) for place in places])
    return tuple(Square(group, subject, _counted(now.get((FOUND, group, subject))), people[row],
                        _counted(ago.get((FOUND, group, subject))) if known else None, row in hidden)
                 for row, (group, subject) in enumerate(places))


def _counted(figure: Figure | None) -> int:
    return figure.numerator if figure else 0


def _hidden(view: View, people: Sequence[Figure | None]) -> frozenset[int]:
    """Places that tell of fewer than ten teachers, or would give such a one away; the coordinator sees all."""
    if view.scope.role == "coordinator":
        return frozenset()
    told = [(place, figure) for place, figure in enumerate(people) if figure]
    masked = seminar.masked([figure for _, figure in told])
    return frozenset(place for (place, figure), one in zip(told, masked, strict=True)
                     if one.figure is None or not figure.numerator)


def routes(view: View, *, year: int, day: date, where: Where) -> Routes | None:
    """None: there is not one step in that year."""
    of_year: Where = {**where, "year": year}
    totals = _totals(view, (OWNERS, TEAMS, CORRECTED), day, of_year)
    found = topics.counted(view, (STEPS,), by=("quarter",), as_of=day, where=of_year)
    if not any(_counted(totals[name]) for name in (OWNERS, TEAMS)):
        return None
    changed = {figure.group["quarter"]: figure.numerator for figure in topics.counted(
        view, (CORRECTED,), by=("quarter",), as_of=day, where=of_year)}
    if year == day.year:
        totals |= _totals(view, (SHARE,), day, {name: value for name, value in where.items() if name != "subject"})
    quarters = tuple(_quarter(figure, changed, day) for figure in found)
    return Routes(totals, quarters, year, of_year)


def _totals(view: View, ids: Sequence[str], day: date, where: Where) -> dict[str, Figure]:
    return {figure.metric: figure for figure in topics.counted(view, ids, by=(), as_of=day, where=where)}


def _quarter(figure: Figure, changed: Mapping[str, int], day: date) -> Quarter:
    """The words of the passport name what takes no part."""
    named = METRICS[STEPS].more
    done_ahead, ahead, dropped = (figure.more.get(named[name], 0)
                                  for name in ("is_ahead_done", "is_ahead", "is_dropped"))
    code = figure.group["quarter"]
    over = periods.final_day(code) <= day
    return Quarter(code, over, figure.numerator if over else done_ahead, figure.denominator or 0, ahead, dropped,
                   changed.get(code, 0))


def _tested(view: View, year: int, day: date, where: Where) -> tuple[Diagnosis, ...]:
    """By role, then by subject; of the year, or the newest before it that has a test."""
    ids = (TOOK, *(f"competence_{name}" for name in COUNTED))
    years = [one for one in values(chosen(current(view, "competence"), where), "year") if one and one <= year]
    if not years:
        return ()
    of_year: Where = {**where, "year": max(years)}
    groups: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in topics.counted(view, ids, by=("role", "subject"), as_of=day, where=of_year):
        groups.setdefault((figure.group["role"], figure.group["subject"]), {})[figure.metric] = figure
    return tuple(Diagnosis(role, subject, figures, {**of_year, "role": role, "subject": subject},
                        view.scope.role != "coordinator" and figures[TOOK].numerator < MINIMUM)
                 for (role, subject), figures in groups.items() if figures[TOOK].numerator)


def _by_deficit(view: View, year: int, day: date, where: Where) -> Figure | None:
    """People who finished courses chosen by a diagnosis; None where no row tells whether it was."""
    of_year: Where = {**where, "year": year}
    rows = topics.marked(view, COURSES_BY_DEFICIT, as_of=day, where=of_year)
    told = chosen(rows, {"by_deficit": ("yes", "no"), "is_done": 1}).num_rows
    return _totals(view, (BY_DEFICIT,), day, of_year)[BY_DEFICIT] if told else None


def _schools(view: View, year: int, day: date, where: Where) -> dict[str, Chain]:
    """Code → its chain, by number of the school."""
    if view.scope.role != "coordinator":
        return {}
    rows = chosen(current(view, "deficits"), {**where, "year": year})
    found: list[str] = [code for code in values(rows, "school_id") if code]
    names = sets.register(view, day).names
    made = {code: chain(view, year=year, day=day, where={**where, "school_id": code}) for code in sorted(
        found, key=lambda code: wording.by_number(names.get(code) or code))}
    return {code: one for code, one in made.items() if one}
