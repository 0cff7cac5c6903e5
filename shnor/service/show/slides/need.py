"""What teachers lacked, how they were helped, what the re-diagnosis said."""

import re

from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import shape
from shnor.datasets.deficits import COURSE, TUTOR
from shnor.metrics.deficits import MARKING
from shnor.metrics.results import MINIMUM
from shnor.reports.slides.deck import Slide
from shnor.service.figures import topics
from shnor.service.figures.lines import Cell
from shnor.service.figures.rows import Where
from shnor.service.pages import deficit_words, deficits
from shnor.service.pages.deficits import CLOSED, FOUND, HELPED, PEOPLE, Chain
from shnor.service.show import titles
from shnor.service.show.room import Absent, Room, at, pictured

STEPS = (("Выявлено", FOUND), ("Помощь организована", HELPED), ("Устранено, из проверенных повторно", CLOSED))
NOTE = "Связь, а не доказательство: кому помогали и кого проверяли снова, выбирали не случайно."


def chain(room: Room) -> Slide:
    """Need → help → result over the schools of the list, of the newest year with a diagnosis."""
    where: Where = {"school_id": room.listed} if room.listed else {}
    found = deficits.newest(room.view, day=room.day, where=where)
    if found is None:
        raise Absent("В базе нет выявленных дефицитов: примите форму «Профессиональные дефициты» на «Приёме».")
    if found.figures[PEOPLE].numerator < MINIMUM:
        raise Absent("Дефициты: за ними менее десяти случаев, педагогов узнают.")
    rows = topics.marked(room.view, MARKING, as_of=room.day, where={**found.where, "is_found": 1}).to_pylist()
    told: Where = {**found.where, "school_id": tuple(sorted({row["school_id"] or "" for row in rows}))}
    lines = [(name, room.masks.whole(Cell(found.figures[metric], told))) for name, metric in STEPS
             if metric != CLOSED or found.checked]
    if lines[0][1].k is None:
        raise Absent(f"Дефициты: {lines[0][1].words}.")
    chart = Chart("show-chain", f"Профессиональные дефициты, диагностика: {deficit_words.when(found)}", "дефицитов",
                  room.letters.text(found.figures[FOUND].set), room.day, "форма «Профессиональные дефициты»",
                  tuple(Series(name, (at("", point),)) for name, point in lines if point.k is not None))
    return pictured("chain", _title(found, rows), chart, shape("bars"),
                    notes=(deficit_words.said(found), deficit_words.rest(found), NOTE))


def _title(found: Chain, rows: list[dict]) -> str:
    """Better is said where most of the helped ones are closed, and more often than those nobody has helped."""
    helped, alone = ([row for row in rows if row["is_checked"] and row["is_helped"] == side] for side in (1, 0))
    closed, by_itself = (sum(row["is_closed"] for row in some) for some in (helped, alone))
    better = 2 * closed > len(helped) and (not alone or closed * len(alone) > by_itself * len(helped))
    measures = " ".join(str(row["measure"]).lower() for row in helped if row["is_closed"])
    return titles.chain(found.found, found.helped, found.closed if found.checked else None, better=better,
                        named=all(re.search(stem, measures) for stem in (COURSE, TUTOR)))
