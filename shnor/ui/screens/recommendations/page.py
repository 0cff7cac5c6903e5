"""Pieces of the page «Рекомендации»: what is chosen, four numbers, the bar of parts by addressee."""

from shnor import wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import ADVICE
from shnor.metrics.recommendations import LATE as NOT_CONFIRMED
from shnor.metrics.recommendations import STANDINGS
from shnor.service.pages.recommendations import CARRIED, DONE, LATE, Advice, Line, RecommendationsPage, build
from shnor.ui.kit import block, context, html, without_data
from shnor.ui.kit.block import Blocks, Row, Shown
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Cell, Tile
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds
from shnor.ui.screens.recommendations import register

TITLE = "Рекомендации"
LONGEST = 90


def made(session: Session, choices: Choices) -> RecommendationsPage:
    year = choices.get("year", "")
    return cache.built(session, build, day=session.day, year=int(year) if year.isdigit() else None,
                       addressee=choices.get("addressee", ""))


def empty() -> None:
    without_data.offer("В базе пока нет рекомендаций. Страницу заполнит реестр рекомендаций и задач: из справки, "
                       "приказа, протокола или листа «Выезд».", "recommendations")


def bar(data: RecommendationsPage) -> None:
    """The year of the document and whom it is for. A year other pages have chosen and no document is of is left out
    here, not forgotten."""
    context.bar([Choice("year", "Год документа", ["", *map(str, data.years)], {"": "все"}, 240),
                 Choice("addressee", "Кому", ["", *data.addressees], {"": "всем", **data.addressees}, 320)],
                {"year": str(data.year or ""), "addressee": data.addressee})
    if context.wanted("year") and not data.year:
        html.text(f"За {context.wanted('year')} год рекомендаций в базе нет: показаны все.", mark="shnor-small")


def draw(session: Session, data: RecommendationsPage) -> None:
    html.tiles(_tiles(session, data))
    block.rows(session, _rows(session, data), (11, 10))


def blocks(session: Session, choices: Choices) -> Blocks:
    data = made(session, choices)
    asked = {"year": str(data.year or ""), "addressee": data.addressee}
    return Blocks.of(block.of_rows(_rows(session, data)) if data.papers else (),
                     [name for name, value in asked.items() if choices.get(name, "") != value])


def _rows(session: Session, data: RecommendationsPage) -> list[Row]:
    beside = [register.carried(session, data), register.numbered(session, data)]
    return [([_by_addressee(session, data)], beside), ([register.papers(session, data)],)]


def _tiles(session: Session, data: RecommendationsPage) -> list[Tile]:
    n = data.total.denominator or 0
    share = wording.percent(data.total.numerator, n) if data.total.status == "ok" else ""
    done = Tile("Выполнено рекомендаций", _number(session, data, DONE, data.total.numerator), whole=f"из {n}",
                words=share, id=DONE)
    late = Tile("Срок прошёл", _number(session, data, LATE, data.late.numerator),
                words="выполнение не подтверждено" if data.late.numerator else "таких рекомендаций нет", id=LATE)
    kept = data.carried_over.more.get("ещё не выполнено", 0)
    over = Tile("Перешло из прежнего года", _number(session, data, CARRIED, data.carried_over.numerator),
                words=f"ещё не выполнено {kept}" if kept else "", id=CARRIED)
    return [done, late, *([_next(session, data.next)] if data.next else []), over]


def _number(session: Session, data: RecommendationsPage, metric: str, n: int, **more: str) -> Cell:
    """With the rows that make it up."""
    where = {"year__to": session.day.year, **data.where, **more}
    return to_rows(session, wording.number(n), metric, where, "done" if metric == DONE else "") if n else "0"


def _next(session: Session, one: Advice) -> Tile:
    """What is said to one school is for the coordinator; others are told whom the day is for."""
    assert one.due
    named = f"{one.school or one.addressee}: {_short(one.text)}"
    words = named if sees_grounds(session) else f"{wording.counted(1, 'рекомендация')}: {one.addressee}"
    return Tile("Ближайший срок", register.to_cell(session, one, wording.day(one.due)), words=words,
                id="recommendations_next")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"


def _by_addressee(session: Session, data: RecommendationsPage) -> Shown:
    chart = Chart("recommendations-addressees", "Что стало с рекомендациями", "рекомендаций", data.set, session.day,
                  register.SOURCE, tuple(_line(session, data, line) for line in data.lines))
    notes = (f"«{wording.capital(STANDINGS['late'])}» — {NOT_CONFIRMED.partition(': ')[2]}; снятые не считаются.",)
    return Shown.of(chart, shape("distribution", ADVICE, things=True), "Кому", sort=False, notes=notes)


def _line(session: Session, data: RecommendationsPage, line: Line) -> Series:
    return Series(wording.capital(line.name), tuple(_point(session, data, line, part) for part in STANDINGS))


def _point(session: Session, data: RecommendationsPage, line: Line, part: str) -> Point:
    where = {"year__to": session.day.year, **data.where, "addressee_id": line.id}
    link = to_rows(session, "", DONE, where, part).address if line.parts[part] else ""
    return facts.Point(STANDINGS[part], wording.number(line.parts[part]), line.parts[part], line.total,
                       line.parts[part] / line.total, link=link)
