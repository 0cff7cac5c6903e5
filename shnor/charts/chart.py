"""A chart as data: what is compared, in words and numbers. Screen, slide and picture are drawn from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from shnor.charts.styles import Style

Shape = Literal["stacked_bars", "spans", "matrix"]


class Span(NamedTuple):
    """From one day to another, both included; hint: what is said about it when it is pointed at."""

    start: date
    end: date
    hint: str


@dataclass(frozen=True)
class Series:
    """One part of every category. style: of `styles`, or one the chart makes itself. values, one a category: whole
    numbers for stacked_bars and matrix, tuples of Span for spans."""

    name: str
    style: Style
    values: Sequence[int] | Sequence[tuple[Span, ...]]

    @property
    def numbers(self) -> list[int]:
        """Of stacked_bars and matrix."""
        return [value for value in self.values if isinstance(value, int)]

    @property
    def spans(self) -> list[tuple[Span, ...]]:
        """Of spans."""
        return [value for value in self.values if isinstance(value, tuple)]


@dataclass(frozen=True)
class Chart:
    """title, unit, source: no defaults, so a chart without them cannot be made. categories: rows from top to bottom,
    full names; short: what stands at the axis. today: the day the line is drawn at, with its label."""

    shape: Shape
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: str
    short: tuple[str, ...] = ()
    today: date | None = None

    def __post_init__(self) -> None:
        wrong = [series.name for series in self.series
                 if len(series.spans if self.shape == "spans" else series.numbers) != len(self.categories)]
        if wrong:
            raise ValueError(f"{self.title}: {wrong} do not have one value a category")

    @property
    def labels(self) -> tuple[str, ...]:
        return self.short or self.categories
