"""Forms of others: which figure stands in which cell, the form filled in for a period, what has no data."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from shnor import periods, wording
from shnor.datasets import KINDS, Grid
from shnor.errors import NotAllowed
from shnor.loaders.issues import of_papers
from shnor.loaders.process.door import form as opened
from shnor.loaders.words.deadlines import parse_deadlines
from shnor.metrics import METRICS, Figure
from shnor.papers import Forms, KeptForm, Wish
from shnor.papers.forms import Due, Part
from shnor.reports.forms.fill import WAYS, fill
from shnor.reports.forms.filled import Target, Value
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import SCHOOLS
from shnor.service.papers import form_periods
from shnor.store import View

LISTED, ALL = "list", ""
PARTS: dict[Part, str] = {"k": "число", "n": "из скольких", "percent": "процент"}
"""Part of a figure → in words."""
SMALL = 10
_NO_SHARES = ("индекс", "отметка")
"""Units of what is neither a number nor a share."""
_SHARED = ("events", "programmes")
"""Topics whose rows may be of several schools."""


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


def due_on(due: str, day: date) -> date | None:
    """The next day that is named in words, from a day on; None where none is."""
    for year in (day.year, day.year + 1):
        days = [one.end for one in parse_deadlines(due, year) if one.kind in ("date", "recurrence") and one.end]
        if ahead := [one for one in days if one >= day]:
            return min(ahead)
    return None


def filled(view: View, form: KeptForm, period: str, *, day: date) -> Made:
    """Every cell that was settled, for a period by its code; of a finished one by its last day."""
    values: dict[Target, Value] = {}
    empty: list[Empty] = []
    for target, wish in wishes(form).items():
        value, why = _value(view, wish, period, min(day, periods.final_day(period)))
        values[target] = value
        if value is None:
            empty.append(Empty(target, METRICS[wish.metric].title, why))
    made = fill(form.kind, form.data, values)
    known = {one.target for one in empty}
    empty += [Empty(target, METRICS[wishes(form)[target].metric].title, why) for target, why in made.left.items()
              if target not in known]
    stem, _, ending = form.name.rpartition(".")
    return Made(f"{stem} {period.replace('/', '-')}.{ending}", len(values) - len(empty), tuple(empty), made.data)


def wishes(form: KeptForm) -> dict[Target, Wish]:
    """Of figures that are still known."""
    return {Target(*place.split("\t")): wish for place, wish in form.cells.items() if wish.metric in METRICS}


def _value(view: View, wish: Wish, period: str, day: date) -> tuple[Value, str]:
    """The value of a cell, or None and why there is none."""
    if not form_periods.fits(wish.metric, period):
        return None, "за такой период не считается"
    if {*chosen_by(wish.metric)} - {name for name, _ in wish.where}:
        return None, "не выбрано, что именно"
    figure = figure_of(view, wish, period, day)
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


def figure_of(view: View, wish: Wish, period: str, day: date) -> Figure | None:
    """Of a school, of the schools on the list of the period, of all. Of a survey or a procedure the newest one of the
    period."""
    where = dict[str, Any](wish.where)
    column = SCHOOLS if METRICS[wish.metric].marking.id in _SHARED else "school_id"
    if wish.school == LISTED:
        where[column] = tuple(sorted(sets.register(view, day).listed))
    elif wish.school:
        where[column] = wish.school
    where |= form_periods.where(wish.metric, period)
    found = topics.counted(view, [wish.metric], by=form_periods.by(wish.metric, period), as_of=day, where=where)
    return form_periods.newest(wish.metric, found, period)


def can_be(metric: str) -> tuple[Part, ...]:
    """The parts a figure has."""
    return ("k", "n", "percent") if METRICS[metric].denominator else ("k",)


def known() -> dict[str, str]:
    """Figures a cell may hold: numbers and shares; what is left to choose of them see `choices`."""
    return {name: metric.title for name, metric in METRICS.items() if metric.unit not in _NO_SHARES}


def choices(view: View, metric: str, *, day: date) -> tuple[dict[str, str], ...]:
    """Groups of a metric the base has something of, without those a period chooses: «event_kind» → «Вебинары»."""
    names = chosen_by(metric)
    if not names:
        return ()
    groups = {tuple(str(figure.group[name] or "") for name in names)
              for figure in topics.counted(view, [metric], as_of=day)}
    return tuple(dict(zip(names, group, strict=True)) for group in sorted(groups))


def chosen_by(metric: str) -> tuple[str, ...]:
    """What is to be chosen of a figure beside school and period."""
    passport = METRICS[metric]
    return tuple(name for name in passport.by if name not in ("year", passport.marking.period))


def group_title(metric: str, name: str) -> str:
    """What a group is chosen by, in words."""
    return next((column.title for column in KINDS[METRICS[metric].marking.kind].columns if column.name == name), name)


def coming(forms: Forms, day: date) -> list[tuple[date, Due]]:
    """Forms whose day is named, the nearest first."""
    days = [(due_on(one.due, day), one) for one in forms.dues()]
    return sorted(((when, one) for when, one in days if when), key=lambda found: (found[0], found[1].name))
