"""What was done of what was due."""

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import STYLES
from shnor.metrics.standings import DUE_PARTS
from shnor.reports.slides.deck import Slide
from shnor.service.pages import overview
from shnor.service.show import titles
from shnor.service.show.room import Absent, Room, pictured


def deadlines(room: Room) -> Slide:
    """The municipality's own roadmap by direction."""
    data = overview.build(room.view, day=room.day)
    if data.own is None or not data.own.due:
        raise Absent("Нет дорожной карты муниципалитета с наступившими сроками: примите её на «Приёме».")
    series = tuple(Series(direction, tuple(facts.count(words, getattr(parts, part))
                                           for part, words in DUE_PARTS.items()))
                   for direction, parts in data.directions.items() if parts.due)
    chart = Chart("show-deadlines", "Дорожная карта муниципалитета по направлениям", "сроков",
                  "", room.day, "формы «Дорожная карта» и «Отметки о выполнении»", series)
    looks = {STYLES[part].word: STYLES[part] for part in DUE_PARTS}
    open_ones = data.own.due - data.own.done
    said = (f"Не выполнено или нет сведений: {wording.counted(open_ones, 'срок')}. Почему и что с ними делаем."
            if open_ones else "Открытых сроков нет.")
    return pictured("deadlines", titles.deadlines(data.own.done, data.own.due), chart,
                    shape("distribution", looks, things=True), notes=(said,))
