"""Входной, промежуточный and итоговый мониторинг of the roadmap: what of what was due was done at each of them."""

from datetime import date

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Series
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
NOTE = ("Каждая точка — что было известно на конец своего месяца; наступивших мероприятий к каждой разное число, "
        "поэтому доли точек не складываются в рост. Июнь — предварительно.")


def shown(session: Session, data: RoadmapPage) -> Shown | None:
    """Nothing while less than two points are known."""
    made = cache.built(session, _measured, data.chosen, day=session.day)
    if not made:
        return None
    chart = Chart("roadmap-points", f"Мониторинг за один учебный год: {words(made)}", "доля выполненных из наступивших",
                  f"{data.owners[data.chosen.whose]}, {wording.period(data.chosen.period)}", session.day, SOURCE,
                  tuple(_series(one) for one in made))
    return Shown.of(chart, shape("bars"), "Точка мониторинга", sort=False, notes=(NOTE, _changed(made)))


def _measured(view: View, chosen: Chosen, *, day: date) -> tuple[Measured, ...]:
    return points.measured(view, DUE, chosen.period, day=day, where=chosen.where)


def words(made: tuple[Measured, ...]) -> str:
    """«промежуточный 1 из 1, итоговый 12 из 19»: each point by itself, for their bases differ."""
    return ", ".join(f"{one.point.stage} {wording.k_of_n(one.figure.numerator, one.figure.denominator or 0)}"
                     for one in made if one.figure)


def _changed(made: tuple[Measured, ...]) -> str:
    """Nothing where the bases differ."""
    told = points.change(made)
    return f"От первой точки к последней: {told.k0} → {told.k1} из {told.n1}." if told else ""


def _series(one: Measured) -> Series:
    why = points.AHEAD if one.is_ahead else wording.NO_DATA
    return Series(one.point.title, (facts.of_figure("выполнено из наступивших", one.figure, why=why),))
