"""Every metric there is, by id, topic by topic."""

from shnor.metrics import events, results, roadmap
from shnor.metrics.passport import Metric

METRICS: dict[str, Metric] = {metric.id: metric for metric in (
    *roadmap.METRICS,
    *events.METRICS,
    *results.METRICS,
)}
