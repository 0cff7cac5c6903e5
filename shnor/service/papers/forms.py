"""Forms of others: which figure stands in which cell, the form filled in for a year, what has no data."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from shnor import periods, wording
from shnor.datasets import Grid
from shnor.errors import NotAllowed
from shnor.loaders.issues import of_papers
from shnor.loaders.process.door import form as opened
from shnor.metrics import METRICS, Figure
from shnor.papers import Forms, KeptForm, Wish
from shnor.papers.forms import Part
from shnor.reports.forms.fill import WAYS, fill
from shnor.reports.forms.filled import Target, Value
from shnor.service.figures import sets, topics
from shnor.store import View

LISTED, ALL = "list", ""
PARTS: dict[Part, str] = {"k": "число", "n": "из скольких", "percent": "процент"}
"""Part of a figure → in words."""
SMALL = 10


@dataclass(frozen=True)
class Empty:
    """A cell that stays empty, and why."""

    target: Target
    title: str
    why: str


@dataclass(frozen=True)
class Made:
    """A form filled in. name: of its file; written: cells with a value; empty: those without one or that could not be
    written."""

    name: str
    written: int
    empty: tuple[Empty, ...]
    data: bytes = field(repr=False)


def take(forms: Forms, name: str, data: bytes, *, by: str) -> KeptForm:
    """A new form, opened once where it hurts nobody. Raises NotAllowed with the reason, in words."""
    kind, _, issues = opened(name, data)
    if kind not in WAYS:
        told = issues or (of_papers.FORM_OTHER.at(name=name),)
        raise NotAllowed(told[0].message)
    return forms.take(name, kind, data, by=by)


def tables(form: KeptForm) -> tuple[Grid, ...]:
    """What is in it, to choose cells of."""
    return opened(form.name, form.data)[1]


def filled(view: View, form: KeptForm, year: int, *, day: date) -> Made:
    """Every cell that was settled, for a year; of a finished year by its last day."""
    values: dict[Target, Value] = {}
    empty: list[Empty] = []
    for target, wish in wishes(form).items():
        value, why = _value(view, wish, year, min(day, periods.final_day(str(year))))
        values[target] = value
        if value is None:
            empty.append(Empty(target, METRICS[wish.metric].title, why))
    made = fill(form.kind, form.data, values)
    known = {one.target for one in empty}
    empty += [Empty(target, METRICS[wishes(form)[target].metric].title, why) for target, why in made.left.items()
              if target not in known]
    stem, _, ending = form.name.rpartition(".")
    return Made(f"{stem} {year}.{ending}", len(values) - len(empty), tuple(empty), made.data)


def wishes(form: KeptForm) -> dict[Target, Wish]:
    """Of figures that are still known."""
    return {Target(*place.split("\t")): wish for place, wish in form.cells.items() if wish.metric in METRICS}


def _value(view: View, wish: Wish, year: int, day: date) -> tuple[Value, str]:
    """The value of a cell, or None and why there is none."""
    figure = figure_of(view, wish, year, day)
    if figure is None or figure.status in ("no_data", "no_report"):
        return None, "нет сведений" if figure and figure.status == "no_report" else "нет данных"
    if wish.part == "k":
        return (None, "число опрошенных не указано") if figure.status == "no_n" else (figure.numerator, "")
    if figure.denominator is None:
        return None, "это число, а не часть целого"
    if wish.part == "n":
        return figure.denominator, ""
    if figure.status == "small" or figure.denominator < SMALL:
        return None, f"мало для процента: {wording.k_of_n(figure.numerator, figure.denominator)}"
    return (2 * figure.numerator * 1000 + figure.denominator) // (2 * figure.denominator) / 10, ""


def figure_of(view: View, wish: Wish, year: int, day: date) -> Figure | None:
    """Of a school, of the schools on the list of the year, of all."""
    metric, where = METRICS[wish.metric], dict[str, Any]()
    if wish.school == LISTED:
        where["school_id"] = tuple(sorted(sets.register(view, day).listed))
    elif wish.school:
        where["school_id"] = wish.school
    by = ("year",) if "year" in metric.by else ()
    if by:
        where["year"] = year
    if metric.marking.id == "roadmap":
        where["period"] = str(year)
    found = topics.counted(view, [wish.metric], by=by, as_of=day, where=where)
    return found[0] if found else None


def can_be(metric: str) -> tuple[Part, ...]:
    """The parts a figure has."""
    return ("k", "n", "percent") if METRICS[metric].denominator else ("k",)


def known() -> dict[str, str]:
    """Figures a cell may hold: those that need no other choice than a school and a year."""
    return {name: metric.title for name, metric in METRICS.items() if set(metric.by) <= {"year"}}
