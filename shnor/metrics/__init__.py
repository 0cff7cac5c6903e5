"""Rows in, figures out: knows no database, no screen, no file."""

from shnor.metrics.catalogue import METRICS, TOPICS
from shnor.metrics.engine import (
    Tallied,
    behind,
    compute,
    compute_all,
    figures_of,
    figures_of_all,
    marked,
    tallied,
    weight,
)
from shnor.metrics.figure import Figure, Status
from shnor.metrics.passport import Marking, Metric
from shnor.metrics.sums import count
from shnor.metrics.tally import Tally

__all__ = ["METRICS", "TOPICS", "Figure", "Marking", "Metric", "Status", "Tallied", "Tally", "behind", "compute",
           "compute_all", "count", "figures_of", "figures_of_all", "marked", "tallied", "weight"]
