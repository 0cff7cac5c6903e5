"""What is said beside a picture so that it is read without its author: what is measured, what the marks mean."""

from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import canvas
from shnor.reports.slides.deck import Picture
from shnor.wording import NBSP

SPREAD = "полоса — возможный разброс"
_BANDS = ("trend", "dots", "dumbbell", "multiples")
_PLACES = {"dumbbell": 1}
"""Which point of a series may have a band, where it is one alone."""


def caption(picture: Picture, title: str = "") -> str:
    """«Доля отметок «2», математика; полоса — возможный разброс». title: of the slide, which is not said again."""
    chart, kind = picture.chart, picture.shape.kind
    named = "" if chart.title == title else chart.title
    moments = "○ {} → ● {}".format(*chart.places[:2]) if kind == "dumbbell" and len(chart.places) > 1 else ""
    spread = SPREAD if kind in _BANDS and any(_has_band(series, kind) for series in chart.series) else ""
    scale = _scale(chart) if kind == "multiples" and not chart.ends else ""
    return "; ".join(filter(None, (named, moments, scale, spread)))


def _scale(chart: Chart) -> str:
    """Panels have no numbers at their axes."""
    return f"шкала от{NBSP}0 до{NBSP}{min(100, round(100 * canvas.top_of(chart.series)))}{NBSP}%"


def _has_band(series: Series, kind: str) -> bool:
    points = series.points if kind not in _PLACES else series.points[_PLACES[kind]:_PLACES[kind] + 1]
    return any(point.low is not None for point in points)
