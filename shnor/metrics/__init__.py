"""Rows in, figures out: knows no database, no screen, no file."""

from shnor.metrics.catalogue import METRICS, TOPICS
from shnor.metrics.engine import behind, compute, compute_all, figures_of, marked
from shnor.metrics.figure import Figure, Status
from shnor.metrics.passport import Metric
from shnor.metrics.roadmap import parts, parts_of, standings

__all__ = ["METRICS", "TOPICS", "Figure", "Metric", "Status", "behind", "compute", "compute_all", "figures_of",
           "marked", "parts", "parts_of", "standings"]
