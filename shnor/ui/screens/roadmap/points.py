"""Входной, промежуточный and итоговый мониторинг of the roadmap: what of what was due was done at each of them."""

from datetime import date

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.service.figures import points
from shnor.service.figures.points import Measured
from shnor.service.pages.roadmap import Chosen, RoadmapPage
from shnor.store import View
from shnor.ui.kit.block import Shown
from shnor.ui.run import cache
from shnor.ui.run.session import Session

DUE = "roadmap_done_due"
SOURCE = "утверждённые дорожные карты; отчёты школ за месяц"
HEIGHT = 210


def shown(session: Session, data: RoadmapPage) -> Shown | None:
    """Nothing while less than two points are known."""
    made = cache.built(session, _measured, data.chosen, day=session.day)
    if sum(one.figure is not None for one in made) < 2:
        return None
    chart = Chart("roadmap-points", f"Мониторинг по срокам: {words(made)}", "доля выполненных из наступивших",
                  f"{data.owners[data.chosen.whose]}, {wording.period(data.chosen.period)}", session.day, SOURCE,
                  (Series("выполнено из наступивших", tuple(map(_point, made))),))
    note = "Каждая точка — что было известно на конец своего месяца. Июнь — предварительно."
    return Shown.of(chart, shape("trend", height=HEIGHT), "Показатель", notes=(note,))


def _measured(view: View, chosen: Chosen, *, day: date) -> tuple[Measured, ...]:
    return points.measured(view, DUE, chosen.period, day=day, where=chosen.where)


def words(made: tuple[Measured, ...]) -> str:
    """«1 из 1 → 12 из 19», from the first point that is known to the last."""
    told = points.change(made)
    return f"{wording.k_of_n(told.k0, told.n0)} → {wording.k_of_n(told.k1, told.n1)}" if told else wording.NO_DATA


def _point(one: Measured) -> Point:
    return facts.of_figure(one.point.title, one.figure, why=points.AHEAD if one.is_ahead else wording.NO_DATA)
