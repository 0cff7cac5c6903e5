"""Rows in, figures out: knows no database, no screen, no file."""

from shnor.metrics.catalogue import METRICS, TOPICS
from shnor.metrics.engine import behind, compute, compute_all, figures_of, marked, weight
from shnor.metrics.figure import Figure, Status
from shnor.metrics.passport import Marking, Metric
from shnor.metrics.sums import count

__all__ = ["METRICS", "TOPICS", "Figure", "Marking", "Metric", "Status", "behind", "compute", "compute_all", "count",
           "figures_of", "marked", "weight"]
