"""What teachers say."""

from shnor import wording
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.reports.slides.deck import Slide
from shnor.service.figures.lines import Cell
from shnor.service.pages import surveys
from shnor.service.pages.surveys import Chosen, SurveysPage
from shnor.service.show import titles
from shnor.service.show.room import Absent, Room, at, pictured

FIRST = 3
"""So many of what helped most."""
REACHED = "Ответили на анкету"


def answers(room: Room) -> Slide:
    """The newest wave: positive answers, who answered at all, what helped most."""
    data = surveys.build(room.view, Chosen(), day=room.day)
    if data.now is None:
        raise Absent("Нет ответов анкет с положительными вариантами: примите свод ответов на «Приёме».")
    positive = room.masks.whole(data.now)
    if not positive.text or positive.k is None or positive.n is None:
        raise Absent(f"Ответы анкеты: {positive.words}.")
    reached = room.masks.whole(data.reached)
    lines = [("Ответили положительно", positive), *_helped(room, data)]
    question, of_set = map(room.letters.text, (data.chosen.question, data.now.figure.set))
    chart = Chart("show-answers", question, "ответивших", of_set, room.day,
                  "своды ответов школ", tuple(Series(room.letters.text(name), (at("", point),))
                                              for name, point in lines if point.text))
    return pictured("answers", titles.answers(positive.k, positive.n), chart, shape("bars"), seconds=90,
                    lead=f"{REACHED} {reached.words}" if reached.text else "",
                    beside=Series(REACHED, (at("", reached),)) if reached.text else None,
                    notes=("Кто не ответил, того мы не слышали: доля ответивших стоит рядом.",))


def _helped(room: Room, data: SurveysPage) -> list[tuple[str, Point]]:
    """The most frequent answers to the first question with several choices."""
    for asked in [asked for asked in data.wished if "помог" in asked.question.lower()][:1]:
        told: list[tuple[str, Cell]] = sorted(asked.newest, key=lambda pair: -pair[1].figure.numerator)[:FIRST]
        return [(f"Помогло: {wording.small(name)}", room.masks.whole(cell)) for name, cell in told]
    return []
