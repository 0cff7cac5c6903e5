"""Figures → a chart as facts → Plotly, small SVG, the table behind, the words for who cannot see."""

from shnor.charts.locale import CONFIG

__all__ = ["CONFIG"]
