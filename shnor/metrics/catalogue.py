"""Every metric there is, by id, topic by topic."""

from shnor.metrics import courses, events, results, roadmap, surveys
from shnor.metrics.passport import Metric

METRICS: dict[str, Metric] = {metric.id: metric for metric in (
    *roadmap.METRICS,
    *courses.METRICS,
    *events.METRICS,
    *results.METRICS,
    *surveys.METRICS,
)}
