"""The closed list of patterns, in the order a paper uses them. What a pattern says stands in its docstring."""

from collections.abc import Callable

from shnor.sentences import (
    courses,
    deficits,
    level,
    of_list,
    paper,
    reports,
    results,
    roadmap,
    sheet,
    support,
    surveys,
    tasks,
)
from shnor.sentences.pieces import Sentences

TOPICS: dict[str, tuple[Callable[..., Sentences], ...]] = {
    "Справка": (paper.prepared, paper.ground, paper.no_data, paper.shown),
    "Перечень": (of_list.included, of_list.published, of_list.since, of_list.entered_and_left, of_list.at_risk),
    "Отчёты": (reports.came,),
    "Дорожная карта": (roadmap.due, roadmap.due_within, roadmap.done_parts, roadmap.confirmed, roadmap.not_done,
                       roadmap.no_word, roadmap.lifted, roadmap.direction, roadmap.ahead),
    "Методическая помощь": (support.held, support.held_before, support.held_monthly, support.event_plan,
                            support.project, support.mentors, support.tutors, support.consulted, support.routes,
                            support.visits),
    "Курсы": (courses.finished, courses.course_plan, courses.three_years, courses.no_training),
    "Профессиональные дефициты": (deficits.deficits,),
    "Опросы": (surveys.positive, surveys.chosen, surveys.stated, surveys.waves),
    "Результаты": (results.stages, results.year_before, results.share_changed, results.same_pupils, results.journal,
                   results.markers),
    "Уровень": (level.calculated, level.protocolled),
    "Задачи": (tasks.task,),
    "Листок к совещанию": (sheet.on_list, sheet.carried_out, sheet.courses_done, sheet.vacancies),
}
"""Topic → its patterns. A new pattern or other words of an old one raise VERSION."""
PATTERNS: dict[str, Callable[..., Sentences]] = {
    pattern.__name__: pattern for patterns in TOPICS.values() for pattern in patterns}
"""Id of a sentence → the function that says it."""
