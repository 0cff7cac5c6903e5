"""Figures and parts → Chart (data) → Plotly. Here stands what every chart is made of; charts are in their modules."""

from shnor.charts.chart import Chart, Series, Span
from shnor.charts.locale import CONFIG
from shnor.charts.plotly import to_plotly
from shnor.charts.styles import Style

__all__ = ["CONFIG", "Chart", "Series", "Span", "Style", "to_plotly"]
