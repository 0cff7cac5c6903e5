"""Every figure there is: what the command line prints and what people compare before and after an acceptance."""

from collections.abc import Collection, Sequence
from datetime import date

from shnor import periods
from shnor.datasets import KINDS
from shnor.metrics import METRICS, Figure
from shnor.service.figures import roadmap as figures
from shnor.service.figures import topics
from shnor.service.figures.roadmap import ROADMAP, Filters
from shnor.store import View

TOPICS = tuple(name for name in METRICS if name not in ROADMAP)


def every(view: View, ids: Sequence[str] = tuple(METRICS), *, as_of: date, school: str = "") -> list[Figure]:
    """The roadmap's over all rows, the others each by the grouping of its passport; of one school or of all."""
    roadmap = [name for name in ids if name in ROADMAP]
    others = [name for name in ids if name in TOPICS]
    return [*(figures.compute(view, roadmap, as_of=as_of, filters=Filters(school=school)) if roadmap else ()),
            *topics.counted(view, others, as_of=as_of, where={topics.SCHOOL: school} if school else {})]


def touched(view: View, kinds: Collection[str], *, as_of: date) -> list[Figure]:
    """Those that read any of these kinds, the roadmap's by plan."""
    roadmap = figures.by_plan(view, as_of=as_of) if kinds & {"roadmap", "progress"} else []
    others = [name for name in TOPICS if not kinds.isdisjoint(METRICS[name].needs)]
    return [*roadmap, *topics.counted(view, others, as_of=as_of)]


def about(figure: Figure) -> str:
    """What the group of a figure is, in words: «ВПР, 2025–2026 учебный год, 6 класс, математика»."""
    kind = KINDS[next(iter(METRICS[figure.metric].needs))]
    said = [_said(kind, name, value) for name, value in figure.group.items() if value]
    return ", ".join(dict.fromkeys(said))


def _said(kind, name: str, value: str) -> str:
    column = next((column for column in kind.stored if column.name == name), None)
    if name == "grade":
        return f"{value} класс"
    if name == "year" or (column and column.type == "period"):
        return _period(value)
    return column.choices.get(value, value) if column else value


def _period(code: str) -> str:
    try:
        return periods.parse(code).title
    except ValueError:
        return code
