"""Who helps the schools: mentors, tutors, curators and coordinators of each, subjects nobody is a tutor of, and what
they have held in the year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from shnor import wording
from shnor.datasets.support_roles import ROLES
from shnor.datasets.works import SUBJECTS
from shnor.metrics import support_roles
from shnor.metrics.figure import Figure
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import topics
from shnor.service.figures.rows import EVERYTHING, Where, only
from shnor.store import View

MENTOR, TUTOR, OTHER = "mentor", "tutor", "other"
USUAL = ("mentor", "tutor")
"""Roles that have a column even where nobody is appointed."""
HOLDING = ("mentor", "tutor", "curator")
"""Who is named in the log of events as whoever held one."""
METRICS = ("support_mentor_share", "support_tutor_share", "support_subjects_untutored")
KNOWN_SUBJECTS = tuple(dict.fromkeys(name for _, name in SUBJECTS))


@dataclass(frozen=True)
class Helper:
    """Somebody who helps a school on the day. role: of ROLES. words: the role as it is written. subject: "" = the whole
    school."""

    role: str
    words: str
    who: str
    subject: str
    document: str
    since: date
    src: int


@dataclass(frozen=True)
class Supported:
    """A school and who helps it on the day. told: somebody was entered for it at any time. taught: subjects of its
    newest list of teachers; empty: it has none by subject. asked: those of them a tutor may be needed
    for."""

    card: SchoolCard
    helpers: tuple[Helper, ...]
    told: bool
    taught: frozenset[str]
    asked: frozenset[str]

    def of(self, role: str, subject: str | None = None) -> tuple[Helper, ...]:
        return tuple(one for one in self.helpers if one.role == role and subject in (None, one.subject))

    @property
    def untutored(self) -> list[str]:
        """Subjects a tutor may be needed for and nobody is one; none where a tutor helps the whole school, or nobody is
        known."""
        if not self.told or self.of(TUTOR, ""):
            return []
        return _ordered(subject for subject in self.asked if not self.of(TUTOR, subject))


@dataclass(frozen=True)
class Helping:
    """day: of everything. schools: of the list of the day, and others somebody helps, by number. roles: those that are
    shown. subjects: those a tutor is there for, and others whose results are looked at; rest: others a tutor may be
    needed for. figures: by metric. where: events it counts. held: (role, kind) → how many events of the year; held_set:
    whom they were for; kinds: in the order of a report."""

    day: date
    year: int
    schools: tuple[Supported, ...]
    roles: tuple[str, ...]
    subjects: tuple[str, ...]
    rest: tuple[str, ...]
    figures: Mapping[str, Figure]
    where: Where
    held: Mapping[tuple[str, str], int]
    held_set: str
    kinds: tuple[str, ...]

    @property
    def known(self) -> bool:
        return any(school.told for school in self.schools)


def build(view: View, *, day: date, year: int, schools: tuple[str, ...] = ()) -> Helping:
    """schools: codes of those whose events are counted; none: every event."""
    where: Where = {"school_codes": schools} if schools else EVERYTHING
    shown = tuple(school for school in _schools(view, day) if school.card.on_list or school.helpers)
    used = {helper.role for school in shown for helper in school.helpers}
    tutored = {helper.subject for school in shown for helper in school.of(TUTOR)} - {""}
    asked = {subject for school in shown if school.card.on_list for subject in school.asked}
    subjects = _ordered(tutored | (asked & {*KNOWN_SUBJECTS}))
    held = _held(view, day, year, where)
    together = {**where, "organiser": HOLDING, "year": year}
    return Helping(
        day, year, shown, tuple(role for role in ROLES if role in used or role in USUAL), tuple(subjects),
        tuple(_ordered(asked - {*subjects})),
        {figure.metric: figure for figure in topics.counted(view, METRICS, as_of=day, by=())}, where, held,
        topics.counted(view, ["events_count"], by=(), as_of=day, where=together)[0].set if held else "",
        tuple(sorted({kind for _, kind in held}, key=wording.by_event_kind)))


def of_school(view: View, school: str, *, day: date) -> Supported | None:
    """None for a school that is not in the register."""
    return next((one for one in _schools(view, day) if one.card.school_id == school), None)


def of_day(view: View, *, day: date) -> list[Supported]:
    """Every school of the register and who helps it on the day, which may be ahead."""
    return _schools(view, day)


def _schools(view: View, day: date) -> list[Supported]:
    rows = topics.marked(view, support_roles.MARKING, as_of=day)
    helpers: dict[str, list[Helper]] = {}
    for row in sorted(only(rows, is_active=1).to_pylist(), key=_place):
        helpers.setdefault(row["school_id"], []).append(Helper(
            row["role_id"] or OTHER, row["role"], row["who"], row["subject"] or "", row["document"] or "",
            row["valid_from"], row["src"]))
    told = {*only(rows, is_known=1)["school_id"].to_pylist()}
    taught: dict[str, set[str]] = {}
    asked: dict[str, set[str]] = {}
    for row in only(topics.marked(view, support_roles.SUBJECTS, as_of=day), is_subject=1).to_pylist():
        taught.setdefault(row["school_id"], set()).add(row["subject"])
        if row["is_asked"]:
            asked.setdefault(row["school_id"], set()).add(row["subject"])
    return [Supported(card, tuple(helpers.get(card.school_id, ())), card.school_id in told,
                      frozenset(taught.get(card.school_id, ())), frozenset(asked.get(card.school_id, ())))
            for card in cards(view, day)]


def _place(row: dict) -> tuple:
    """By role, a helper of the whole school before those of a subject, then by the day."""
    role = list(ROLES).index(row["role_id"]) if row["role_id"] in ROLES else len(ROLES)
    return role, _subject_place(row["subject"] or ""), row["valid_from"], row["src"]


def _subject_place(subject: str) -> tuple[int, str]:
    if not subject:
        return -1, ""
    return KNOWN_SUBJECTS.index(subject) if subject in KNOWN_SUBJECTS else len(KNOWN_SUBJECTS), subject


def _ordered(subjects: Iterable[str]) -> list[str]:
    """Known subjects in their usual order, others by letters."""
    return sorted(subjects, key=_subject_place)


def _held(view: View, day: date, year: int, where: Where) -> dict[tuple[str, str], int]:
    """Each counted alone, as its rows are."""
    found: dict[tuple[str, str], int] = {}
    for role in HOLDING:
        asked = {**where, "organiser": role, "year": year}
        for figure in topics.counted(view, ["events_count"], by=("event_kind",), as_of=day, where=asked):
            if figure.numerator:
                found[role, figure.group["event_kind"]] = figure.numerator
    return found


__all__ = ["HOLDING", "MENTOR", "OTHER", "TUTOR", "Helper", "Helping", "Supported", "build", "of_day", "of_school"]
