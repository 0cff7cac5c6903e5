"""What a figure is counted over, in words: never more than the rows behind it say. The list of ШНОР a figure speaks of
is the one in force in its period: a finished year keeps its list whatever comes after it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from shnor import periods, wording
from shnor.service.figures.everybody import everybody
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.figures.parts import joined_of
from shnor.service.figures.rows import chosen, current
from shnor.store import View

NOWHERE, NAMELESS = "школы не указаны", "записи без указания школы"
"""Rows of no school alone, and beside rows of schools."""
ROWS_OF_A_FILE = {"municipality": "по муниципалитету (строка файла)", "region": "по краю (строка файла)",
                  "country": "вся выборка (строка файла)"}
"""Rows that a file gives for more than one school; they are never added to rows of schools."""
OTHERS = 3
"""So many schools besides the own ones stand behind a value of the list that is shown to who sees some schools."""
TOO_FEW = "не показываем: мало школ"
"""Stands where the value would."""
KEPT = Kept(4 * MEGABYTE)
ENTRY = 200
"""A school or a plan of a register takes about so many bytes."""


@dataclass(frozen=True)
class Whole:
    """How many schools, schools on the list and roadmaps there are in all."""

    schools: int
    listed: int
    plans: int


@dataclass(frozen=True)
class Register:
    """names: code of a school → its name. listed: the schools on the list of ШНОР on the day; nobody where the scope
    sees some schools alone: a part of a list is no list. year: of the list, by which people name it. plans: title of a
    roadmap → code of its school, "" = of the municipality. hidden: the whole it is a part of, None = this is all.
    joined: schools that are parts of others by the day: without them the municipality is whole."""

    names: dict[str, str]
    listed: frozenset[str]
    year: int
    plans: Mapping[str, str] = field(default_factory=dict)
    hidden: Whole | None = None
    joined: frozenset[str] = frozenset()

    @property
    def standing(self) -> frozenset[str]:
        """Schools that are no part of another one."""
        return frozenset(self.names) - self.joined

    @property
    def whole(self) -> Whole:
        return self.hidden or Whole(len(self.standing), len(self.listed), len(self.plans))


def day_of(period: str, day: date) -> date:
    """The day whose list is the list of a period: its last day, of a running period the day of the count. period: the
    code of a period or a day, e.g. «2026», «2025/26», «2026-11»."""
    return min(periods.final_day(period), day)


def register(view: View, day: date) -> Register:
    """What the scope may see of it. day: of the list; for the figures of a period see `day_of`."""
    return KEPT.get((view.key_of({"schools", "statuses", "roadmap"}), day), lambda: _register(view, day),
                    lambda known: ENTRY * (len(known.names) + len(known.plans)))


def _register(view: View, day: date) -> Register:
    schools, roadmap = current(view, "schools"), current(view, "roadmap")
    statuses = chosen(current(view, "statuses"), {"status": "shnor", "valid_from__to": day})
    listed = frozenset(row["school_id"] for row in statuses.select(["school_id", "valid_to"]).to_pylist()
                       if row["valid_to"] is None or row["valid_to"] >= day)
    plans = roadmap.select(["plan", "school_id"]).group_by(["plan", "school_id"], use_threads=False).aggregate([])
    hidden = None if view.scope.sees_all else register(everybody(view), day).whole
    joined = frozenset(code for code, whole in joined_of(schools.to_pylist()).items()
                       if whole.since is None or whole.since <= day)
    return Register(dict(zip(schools["school_id"].to_pylist(), schools["name"].to_pylist(), strict=True)),
                    frozenset() if hidden else listed, day.year,
                    {row["plan"]: row["school_id"] or "" for row in plans.to_pylist()}, hidden, joined)


def apart(groups: Iterable[Collection[str]], own: Collection[str]) -> frozenset[frozenset[str]]:
    """Of sets of schools those whose values may be shown to who sees the schools `own` alone, each without these: own
    numbers are known and subtracted at once. Schools that the shown sets tell apart come in groups of at least OTHERS:
    one of two schools knows the other's number, and where two sets differ by a school or two, the difference of their
    values is that of these. What most values stand on is shown first, of these the largest. Nothing is for who has no
    school."""
    if not own:
        return frozenset()
    asked = Counter(frozenset(group) - frozenset(own) for group in groups)
    shown: list[frozenset[str]] = []
    for one in sorted(asked, key=lambda one: (-asked[one], -len(one), sorted(one))):
        told = Counter(tuple(school in other for other in (*shown, one)) for school in frozenset().union(*shown, one))
        if one and min(told.values()) >= OTHERS:
            shown.append(one)
    return frozenset(shown)


@dataclass(frozen=True)
class Members:
    """Whose rows stand behind a figure: how many schools, how many of them the register has, how many are on the list;
    nowhere: rows of no school are among them; only: the code of the first."""

    size: int
    registered: int
    listed: int
    nowhere: bool
    only: str


def members(known: Register, schools: Collection[str]) -> Members:
    present = {school for school in schools if school}
    return Members(len(present), len(present & known.standing), len(present & known.listed), "" in schools,
                   min(present, default=""))


def named(view: View, schools: Collection[str], day: date) -> str:
    """See `in_words`. day: of the list."""
    return in_words(register(view, day), schools)


def of_plans(known: Register, plans: Collection[str]) -> str:
    """«Дорожная карта … на 2026 год», the school of several plans, «все дорожные карты (7)» only where all are."""
    schools = {known.plans.get(title, "") for title in plans}
    if len(plans) == 1:
        return wording.quoted(next(iter(plans)))
    if len(schools) == 1 and (school := next(iter(schools))):
        return known.names.get(school, school)
    return f"все дорожные карты ({len(plans)})" if len(plans) == known.whole.plans else f"дорожные карты ({len(plans)})"


def in_words(known: Register, schools: Collection[str]) -> str:
    """«по 6 школам перечня 2026 года», «по муниципалитету (12 школ)» only when every registered school is there, a
    school's own name, «школы не указаны» for rows of no school ("")."""
    return of_members(known, members(known, schools))


def of_members(known: Register, them: Members) -> str:
    """The same of schools that are counted already."""
    if not them.size:
        return NOWHERE
    return _over(known, them) + (f"; кроме того, {NAMELESS}" if them.nowhere else "")


def _over(known: Register, them: Members) -> str:
    size, listed = them.size, len(known.listed)
    if size == 1:
        return known.names.get(them.only, them.only)
    if them.registered == known.whole.schools:
        return f"по муниципалитету ({wording.counted(size, 'школа')})"
    if them.listed != size:
        return f"по {wording.counted(size, 'школа', 'dat')}"
    of_list = f"перечня {known.year}{wording.NBSP}года"
    if size == listed:
        return f"по {wording.counted(size, 'школа', 'dat')} {of_list}"
    return f"по {size} из {wording.counted(listed, 'школа', 'gen')} {of_list}"
