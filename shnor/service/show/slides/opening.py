"""How a meeting begins: what it is about, what it decides, how different the schools are."""

from dataclasses import replace

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import shape
from shnor.reports.slides.deck import Blank, Slide
from shnor.service.show import titles
from shnor.service.show.masking import SCHOOLS, STEPS, about
from shnor.service.show.room import Absent, Room, pictured, slide

ASK = "Смотрите и записывайте: что из показанного взять своей школе?"
MEASURES = ("Первая мера", "Вторая мера")
NOTE = "Школы условные, цифры настоящие: буквы розданы случайно, для этого показа."


def title(room: Room) -> Slide:
    return slide("title", titles.opening(len(room.listed), room.year, room.shown), seconds=30,
                 notes=("Кто говорит и сколько минут.", NOTE))


def question(room: Room) -> Slide:
    """What each listens for; what is written into the two places here is decided on at the end."""
    made = slide("question", titles.half_year(room.day), Blank(MEASURES, 1), seconds=60,
                 notes=("Договариваемся с залом: на последнем слайде впишем две меры, срок и кто отвечает.",))
    return replace(made, lead=ASK)


def sizes(room: Room) -> Slide:
    """How many schools are of which size; which of them is of no interest here."""
    told = [room.pupils[code] for code in room.listed if code in room.pupils]
    if len(told) < len(room.listed) or not told:
        raise Absent("В реестре не у всех школ указано число обучающихся: допишите его в файле «Школы».")
    if len(told) < SCHOOLS:
        raise Absent("Школ в перечне меньше трёх: по размеру их узнают.")
    counts = {about(low): sum(about(size) == about(low) for size in told) for low in (0, *STEPS)}
    found = [name for name, size in counts.items() if size]
    span = list(counts)[list(counts).index(found[0]):list(counts).index(found[-1]) + 1]
    chart = Chart("show-sizes", "Сколько школ какого размера", "школ", f"школы перечня ({len(told)})", room.day,
                  "реестр школ", tuple(Series(f"{name} обучающихся", (facts.count("", counts[name]),))
                                       for name in span))
    return pictured("sizes", titles.sizes(found), chart, shape("bars", whole=False), seconds=90,
                    lead="Процент в маленькой и в большой школе значит разное", notes=(
                        f"В школе на {wording.counted(50, 'участник', 'gen')} один человек — это два процента.",))
