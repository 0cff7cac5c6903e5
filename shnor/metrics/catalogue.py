"""Every metric there is, topic by topic, and by id."""

from shnor.metrics import (
    achievements,
    checklists,
    competence,
    courses,
    deficits,
    documents,
    events,
    markers,
    programmes,
    recommendations,
    results,
    risks,
    roadmap,
    routes,
    support_roles,
    surveys,
)
from shnor.metrics.passport import Metric

TOPICS: dict[str, tuple[Metric, ...]] = {
    "Дорожная карта": roadmap.METRICS,
    "Курсы и педагоги": courses.METRICS,
    "Профессиональные дефициты": (*deficits.METRICS, *routes.METRICS, *competence.METRICS),
    "Анкетирование": surveys.METRICS,
    "Результаты": results.METRICS,
    "Методическая помощь": events.METRICS,
    "Наставники и тьюторы": support_roles.METRICS,
    "Программы помощи": programmes.METRICS,
    "Рекомендации": recommendations.METRICS,
    "Рисковый профиль": risks.METRICS,
    "Признаки": markers.METRICS,
    "Документы": (*documents.METRICS, *checklists.METRICS, *achievements.METRICS),
}
METRICS: dict[str, Metric] = {metric.id: metric for metrics in TOPICS.values() for metric in metrics}
