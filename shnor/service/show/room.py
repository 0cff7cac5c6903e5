"""What every slide is made with: whose figures, for which day, what may be told of whom."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from shnor import periods, wording
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import Shape
from shnor.reports.slides.deck import Body, Grid, Picture, Slide
from shnor.service.show.letters import Letters
from shnor.service.show.masking import Masks
from shnor.store import View

HEAD = ("Что", "Как сказано", "По чему посчитано")


@dataclass(frozen=True)
class Room:
    """year: calendar year the show speaks of. shown: ready slides that are made already, by their keys."""

    view: View
    day: date
    letters: Letters
    masks: Masks
    year: int
    listed: tuple[str, ...] = ()
    pupils: dict[str, int] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


class Absent(Exception):
    """A slide that is left out. The words say which data are missing and what brings them."""


def slide(id: str, title: str, body: Body | None = None, *, notes: Iterable[str] = (), seconds: int = 120) -> Slide:
    """A slide without numbers of the base."""
    return Slide(id, title, body, notes=tuple(filter(None, notes)), seconds=seconds)


def pictured(id: str, title: str, chart: Chart, shape: Shape, *, lead: str = "", notes: Iterable[str] = (),
             seconds: int = 120, beside: Series | None = None) -> Slide:
    """A slide of a chart: its source line and the table behind its numbers are made from the same points. beside: what
    is said in words and not drawn, for it has another whole; it stands in the table as well."""
    said = tuple(filter(None, notes))
    told = replace(chart, series=(*chart.series, beside)) if beside else chart
    return Slide(id, title, Picture(chart, shape), lead, source_line(chart), (*said, sources_words(told)), seconds,
                 behind(told))


def source_line(chart: Chart) -> str:
    """What, over whom, for which day, of which forms."""
    return " · ".join(filter(None, (chart.title, chart.set, f"на {wording.day(chart.day)}", chart.source)))


def behind(chart: Chart) -> Grid:
    """Every number of the chart as it is said, a row a number."""
    return Grid(HEAD, tuple((named(series, point), point.words, chart.set)
                            for series in chart.series for point in series.points))


def named(series: Series, point: Point) -> str:
    """«Школа А, 2025–2026»."""
    return ", ".join(filter(None, (series.name, point.at)))


def sources_words(chart: Chart) -> str:
    """«Откуда цифры: …»: the last of the notes."""
    told = (f"{named(series, point)}: {point.words}" for series in chart.series for point in series.points
            if point.k != 0)
    said = "; ".join(one.removeprefix(": ") for one in told)
    return f"Откуда цифры. {source_line(chart)}. {said}."


def year(code: str) -> str:
    """«2025–2026»."""
    return periods.parse(code).title.removesuffix(" учебный год")


def at(place: str, point: Point) -> Point:
    return replace(point, at=place)
