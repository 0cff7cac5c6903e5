"""One shape for one question: facts in, a plain dict for Plotly out."""

from shnor.charts.shapes.adding_up import adding_up
from shnor.charts.shapes.bars import bars
from shnor.charts.shapes.distribution import distribution
from shnor.charts.shapes.dots import dots
from shnor.charts.shapes.dumbbell import COUNTED, OTHER, dumbbell, small
from shnor.charts.shapes.multiples import multiples
from shnor.charts.shapes.plan_fact import plan_fact
from shnor.charts.shapes.shape import Shape, shape
from shnor.charts.shapes.trend import trend

__all__ = ["COUNTED", "OTHER", "Shape", "adding_up", "bars", "distribution", "dots", "dumbbell", "multiples",
           "plan_fact", "shape", "small", "trend"]
