"""The level of a centre of mentors or tutors (МНЦ, МТКП), derived from the scale of the municipality, or set by its
working group. The scale is rows of norms: indicators with weights, steps with the points they begin at. Three answers
and never two: set by a protocol, derived, or what is missing to derive it.

Source: the справки of Армавир name «оптимальный уровень» and no scale; a scale is the municipality's own, with its
document. Points of an indicator: its share × its weight; nothing is derived while one indicator is unknown.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from shnor.metrics import norms
from shnor.metrics.norms import Norm, Norms

SCALE, SET = "Шкала уровня ", "Уровень "
WEIGHT, PERCENT = "вес", "%"
"""The unit of an indicator of the scale; a step in per cent of all points instead of points."""
PROTOCOL = re.compile(r"протокол\w*.*№\s*\S", re.IGNORECASE)


@dataclass(frozen=True)
class Value:
    """What is known of an indicator. share: exact, 0…1; None = it is no share. text: as it is said, «5 из 6»."""

    share: Fraction | None
    text: str


@dataclass(frozen=True)
class Step:
    """An indicator of the derivation: its value, its weight, the points it gives."""

    indicator: str
    value: str
    weight: Fraction
    points: Fraction


@dataclass(frozen=True)
class Rung:
    """A level of the scale and the points it begins at; of a scale in per cent they are that part of all points."""

    name: str
    since: Fraction


NO_WEIGHTS, NO_STEPS, NO_LOWEST = "показатели шкалы с весами", "ступени шкалы", "нижняя ступень шкалы"
LACKS = (NO_WEIGHTS, NO_STEPS, NO_LOWEST)
"""What the scale itself may lack; everything else that is missing is the name of an indicator."""
State = Literal["set", "derived", "missing"]


@dataclass(frozen=True)
class Level:
    """name: the one level there is, "" where it cannot be told. document: of the protocol or of the scale. steps: the
    derivation so far; points of most. ladder: the levels of the scale, the lowest first. missing: indicators without a
    value, or what the scale itself lacks. unproved: a level somebody wrote down without the number of a protocol; it is
    not taken."""

    whose: str
    state: State
    name: str
    document: str
    steps: tuple[Step, ...] = ()
    points: Fraction = Fraction(0)
    most: Fraction = Fraction(0)
    missing: tuple[str, ...] = ()
    unproved: str = ""
    ladder: tuple[Rung, ...] = ()


def named(rows: Norms, day: date) -> tuple[str, ...]:
    """Whose level there is a scale or a protocol of: «МНЦ», «МТКП»."""
    there = [row.norm for row in rows if row.own and row.holds_on(day)]
    found = [name.removeprefix(prefix) for name in there for prefix in (SCALE, SET) if name.startswith(prefix)]
    return tuple(dict.fromkeys(found))


def indicators(rows: Norms, day: date, whose: str) -> tuple[str, ...]:
    """The indicators of the scale, as it names them."""
    return tuple(row.detail for row in _weights(rows, day, whose))


def judge(rows: Norms, day: date, whose: str, values: Mapping[str, Value]) -> Level:
    """values: indicator of the scale → what is known of it; those that are not known are left out."""
    weights, cuts = _weights(rows, day, whose), _cuts(rows, day, whose)
    known = {row.detail: value.share for row in weights
             if (value := values.get(row.detail)) and value.share is not None}
    steps = tuple(Step(row.detail, values[row.detail].text, row.exact, row.exact * share)
                  for row in weights if (share := known.get(row.detail)) is not None)
    points, most = sum((step.points for step in steps), Fraction(0)), sum((row.exact for row in weights), Fraction(0))
    name, missing = _derived(weights, cuts, known, points, most)
    said, unproved = _set(rows, day, whose)
    document = said.document if said else next((row.document for row in (*cuts, *weights)), "")
    return Level(whose, "set" if said else "missing" if missing else "derived", said.detail if said else name,
                 document, steps, points, most, missing, unproved,
                 tuple(Rung(row.detail, _since(row, most)) for row in cuts))


def _derived(weights: list[Norm], cuts: list[Norm], known: Mapping[str, Fraction], points: Fraction, most: Fraction
             ) -> tuple[str, tuple[str, ...]]:
    """The level and what is missing for it: one of the two is empty."""
    if not weights or not most:
        return "", (NO_WEIGHTS,)
    if not cuts:
        return "", (NO_STEPS,)
    if missing := tuple(row.detail for row in weights if row.detail not in known):
        return "", missing
    reached = [row for row in cuts if points >= _since(row, most)]
    return (reached[-1].detail, ()) if reached else ("", (NO_LOWEST,))


def _since(row: Norm, most: Fraction) -> Fraction:
    return row.exact * most / 100 if PERCENT in row.unit else row.exact


def _scale(rows: Norms, day: date, whose: str) -> Iterable[Norm]:
    return norms.of(rows, day, f"{SCALE}{whose}").values()


def _weights(rows: Norms, day: date, whose: str) -> list[Norm]:
    return [row for row in _scale(rows, day, whose) if row.unit.casefold().startswith(WEIGHT)]


def _cuts(rows: Norms, day: date, whose: str) -> list[Norm]:
    """Steps, the lowest first."""
    steps = [row for row in _scale(rows, day, whose) if not row.unit.casefold().startswith(WEIGHT)]
    return sorted(steps, key=lambda row: row.exact)


def _set(rows: Norms, day: date, whose: str) -> tuple[Norm | None, str]:
    """The newest level set by a protocol with a number, and one that was written down without it."""
    told = sorted((row for row in rows if row.norm == f"{SET}{whose}" and row.holds_on(day)),
                  key=lambda row: row.valid_from)
    proved = [row for row in told if PROTOCOL.search(row.document)]
    unproved = [row.detail for row in told if row not in proved]
    return (proved[-1], "") if proved else (None, unproved[-1] if unproved else "")
