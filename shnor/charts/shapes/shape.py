"""Which picture a chart is drawn as, as a value: it can be kept, compared and told to another writer than Plotly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shnor.charts.facts import Chart
from shnor.charts.shapes.adding_up import adding_up
from shnor.charts.shapes.bars import bars
from shnor.charts.shapes.canvas import Figure
from shnor.charts.shapes.distribution import distribution
from shnor.charts.shapes.dots import dots
from shnor.charts.shapes.dumbbell import dumbbell
from shnor.charts.shapes.multiples import multiples
from shnor.charts.shapes.plan_fact import plan_fact
from shnor.charts.shapes.trend import trend
from shnor.charts.styles import Style

DRAWN: Mapping[str, Callable[..., Figure]] = {
    "adding_up": adding_up, "bars": bars, "distribution": distribution, "dots": dots, "dumbbell": dumbbell,
    "multiples": multiples, "plan_fact": plan_fact, "trend": trend}
"""Every shape by its name."""


@dataclass(frozen=True)
class Shape:
    """kind: one of DRAWN. styles: part → its look, of a distribution. options: what else the shape is told, as pairs:
    all of it compares and hashes, so that equal pictures are drawn once."""

    kind: str
    styles: tuple[tuple[str, Style], ...] = ()
    options: tuple[tuple[str, Any], ...] = ()

    def __call__(self, chart: Chart) -> Figure:
        """The picture as a plain dict for Plotly."""
        styles = (dict(self.styles),) if self.styles else ()
        return DRAWN[self.kind](chart, *styles, **dict(self.options))

    def option(self, name: str, otherwise: Any = None) -> Any:
        return dict(self.options).get(name, otherwise)


def shape(kind: str, styles: Mapping[str, Style] | None = None, **options: Any) -> Shape:
    """«shape("trend", height=270)». Raises KeyError for a shape that is none."""
    DRAWN[kind]
    return Shape(kind, tuple((styles or {}).items()), tuple(sorted(options.items())))
