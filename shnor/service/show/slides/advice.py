"""What came of the recommendations, before new measures are decided."""

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import ADVICE
from shnor.metrics.recommendations import STANDINGS
from shnor.reports.slides.deck import Slide
from shnor.service.pages import recommendations
from shnor.service.pages.recommendations import DONE, DROPPED, RecommendationsPage
from shnor.service.show import titles
from shnor.service.show.masking import SCHOOLS
from shnor.service.show.room import Absent, Room, pictured
from shnor.shows import Told

EMPTY = "В базе нет реестра рекомендаций: примите форму «Рекомендации и задачи» на «Приёме»."
ALONE = "Рекомендации есть только отдельным школам, и школ меньше трёх: их узнают."
OWN = "Отдельным школам"
LEFT_OUT = "данные отдельным школам не считаются"
NOTE = "Что не выполнено, назовите сами и скажите, что мешает: отсюда и выбираем меры."


def advice(room: Room) -> Slide:
    """By addressee. What one school was advised is its own: such recommendations are a line together, of three schools
    or more; else they are left out, of the sum too."""
    common = recommendations.build(room.view, day=room.day, common=True)
    every = recommendations.build(room.view, day=room.day)
    if not every.total.denominator:
        raise Absent(EMPTY)
    whole = every if _may_see(room, every) else common
    if not whole.total.denominator:
        raise Absent(ALONE)
    series = tuple(Series(wording.capital(line.name), _points(line.parts)) for line in common.lines)
    if whole is every and (own := _of_schools(every, common)):
        series = (*series, Series(OWN, _points(own)))
    left_out = "" if whole.total.denominator == every.total.denominator else LEFT_OUT
    chart = Chart("show-advice", "Что стало с рекомендациями", "рекомендаций", ", ".join(filter(None, (
        whole.set, left_out))), room.day, "реестр рекомендаций и задач", series)
    return pictured("advice", titles.advice(whole.total.numerator, whole.total.denominator), chart,
                    shape("distribution", ADVICE, things=True), lead=_carried(whole), notes=(NOTE,), seconds=90)


def _may_see(room: Room, every: RecommendationsPage) -> bool:
    """Whether what single schools were advised may stand in the sum."""
    schools = frozenset(one.school_id for paper in every.papers for one in paper.advice
                        if one.school_id and one.standing != DROPPED)
    return len(schools) >= SCHOOLS and not room.masks.why_schools(Told(DONE, schools))


def _of_schools(every: RecommendationsPage, common: RecommendationsPage) -> dict[str, int]:
    """Part → how many; empty where there is none."""
    parts = {part: sum(line.parts[part] for line in every.lines) - sum(line.parts[part] for line in common.lines)
             for part in STANDINGS}
    return parts if any(parts.values()) else {}


def _points(parts: dict[str, int]) -> tuple[Point, ...]:
    return tuple(facts.count(STANDINGS[part], parts[part]) for part in STANDINGS)


def _carried(whole: RecommendationsPage) -> str:
    """«Перешло из прежних лет: 3, из них не выполнено: 2»."""
    over, kept = (wording.number(n) for n in (
        whole.carried_over.numerator, whole.carried_over.more.get("ещё не выполнено", 0)))
    return f"Перешло из прежних лет: {over}, из них не выполнено: {kept}" if whole.carried_over.numerator else ""
