"""Figures and parts → Chart (data) → Plotly."""

from shnor.charts.chart import Chart, Series, Span
from shnor.charts.locale import CONFIG
from shnor.charts.plotly import to_plotly
from shnor.charts.results import marks_bar
from shnor.charts.roadmap import four_parts_bar, parts_matrix, timeline
from shnor.charts.styles import STYLES, Style
from shnor.charts.surveys import answers_bar, options_bar

__all__ = ["CONFIG", "STYLES", "Chart", "Series", "Span", "Style", "answers_bar", "four_parts_bar", "marks_bar",
           "options_bar", "parts_matrix", "timeline", "to_plotly"]
