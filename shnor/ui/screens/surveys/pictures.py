"""Pictures of the page of surveys: how a question was answered by wave and by school, what is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from shnor import wording, wording_change
from shnor.charts import answers, facts, inline
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import Shape, shape
from shnor.service.figures.lines import Cell, LeftOut, Line
from shnor.service.pages.surveys import AUDIENCES, Asked, SurveysPage
from shnor.ui.kit import html
from shnor.ui.kit.block import Shown
from shnor.ui.kit.links import to_school
from shnor.ui.kit.roster import FROM, Row, roster
from shnor.ui.run.session import Session
from shnor.ui.screens.surveys.words import rows, wave

SOURCE = "форма «Ответы на опросы»"
NO_NUMBER = "число опрошенных не указано"
POSITIVE = "ответили положительно"
HEIGHT, OTHER = 250, "Другое"
NAMED = 3
"""So many schools that are not compared are named in a heading."""


def _chart(session: Session, data: SurveysPage, name: str, title: str, over: str, series: Sequence[Series],
           unit: str = "доля") -> Chart:
    who = AUDIENCES[data.chosen.audience]
    return Chart(f"surveys-{name}", title, unit, " · ".join(filter(None, (over, who))), session.day, SOURCE,
                 tuple(series))


def _point(session: Session, at: str, cell: Cell | None, why: str = wording.NO_DATA) -> Point:
    """A percentage that came without its number stands apart: it has no place here."""
    if cell is None:
        return Point(at, why=why)
    link = rows(session, cell, "").address
    if cell.figure.status == "no_n":
        return Point(at, why=NO_NUMBER, link=link)
    point = facts.of_figure(at, cell.figure, link)
    return replace(point, text=wording_change.of_few(point.text, cell.figure.denominator or 0)) if point.text else point


def one_answer(data: SurveysPage) -> bool:
    """Bars of 100 %: one answer of a few could be chosen."""
    return not data.several and 0 < len(data.options) <= answers.MOST


def waves(session: Session, data: SurveysPage) -> Shown | None:
    """Each wave as a bar of 100 %; of a question with several choices how many chose each in the newest wave."""
    if not data.options:
        return None
    if one_answer(data):
        over = data.options[0].set
        chart = _chart(session, data, "waves", _of_waves(data, "Как отвечали", over), _same(data, over),
                       [_wave(session, data, place) for place in range(len(data.waves))], "ответивших")
        return Shown.of(chart, _answers(data), "Волна", sort=False)
    asked = Asked(data.chosen.question, data.options, data.chose)
    return wished(session, data, asked, "options", scale=not data.several)


def _wave(session: Session, data: SurveysPage, place: int) -> Series:
    points, told, asked = [], 0, 0
    for line in data.options:
        cell = line.cells[place]
        if cell is None or cell.figure.status == "no_n":
            points.append(Point(line.name, why=NO_NUMBER if cell else wording.NO_DATA))
            continue
        k, n = cell.figure.numerator, cell.figure.denominator or 0
        points.append(facts.share(line.name, k, n, link=rows(session, cell, "").address))
        told, asked = told + k, max(asked, n)
    if asked > told:
        points.append(facts.share(answers.UNNAMED, asked - told, asked))
    return Series(wave(data.waves[place]), tuple(points))


def _answers(data: SurveysPage) -> Shape:
    options = tuple(line.name for line in data.options)
    return shape("distribution", answers.looks(options, data.positive), middle=answers.middle(options, data.positive))


def question(session: Session, data: SurveysPage) -> Shown | None:
    """Positive answers over the waves, with their spread; beside them what is compared."""
    if data.total is None:
        return None
    names = [data.total, *data.beside]
    own = dict(data.choices["schools"]).get(data.chosen.schools, "")
    series = [Series(_short(own if line is data.total else line.name) if data.beside else "", tuple(
        _point(session, wave(code), cell) for code, cell in zip(data.waves, line.cells, strict=True)),
        _concluded(data, line)) for line in names]
    over = data.total.set
    chart = _chart(session, data, "trend", _of_waves(data, "Ответили положительно", over), _same(data, over), series)
    return Shown.of(chart, shape("trend", height=HEIGHT), "Чьи ответы", sort=False, notes=_of_all(session, data))


def _concluded(data: SurveysPage, line: Line) -> str:
    """Nothing where the last two waves have more schools in common than all of them: they are told in a sentence."""
    if line is data.total and data.pair and data.pair.set != line.set:
        return ""
    return wording_change.conclusion(line.change, line.rests_on) if line.change else ""


def _of_waves(data: SurveysPage, title: str, over: str) -> str:
    """Says why the newest wave differs from its tile, where it does: some schools have not answered in every wave."""
    return f"{title}, по волнам" + (": школы, ответившие во всех сравниваемых" if _left_out(data, over) else "")


def _of_all(session: Session, data: SurveysPage) -> tuple[html.Cell, ...]:
    """The number of the tile, under the line that ends in another one."""
    if data.now is None or not data.total or not _left_out(data, data.total.set):
        return ()
    told = rows(session, data.now, wording.figure_text(data.now.figure))
    return ((f"{wording.capital(wave(data.waves[-1]))}, все ответившие{wording.over(data.now.figure.set)}: ", told),)


def _left_out(data: SurveysPage, over: str) -> LeftOut | None:
    """Schools that stand on no wave of the lines over this set."""
    left = data.total.left_out if data.total and data.total.set == over else None
    return left if left is not None and left.size else None


def _same(data: SurveysPage, over: str) -> str:
    """Whose answers are compared over the waves: «по 4 из 6 школ перечня, без № 5 и № 9 (нет за ноябрь 2025)»."""
    left = _left_out(data, over)
    if left is None or not len(left.named) == left.size <= NAMED:
        return over
    gone = list(dict.fromkeys(wave(code) for _, periods in left.named for code in periods))
    why = f" (нет за {wording.listed(gone)})" if gone else ""
    return f"{over}, без {wording.listed([_short(name).strip() for name, _ in left.named])}{why}"


def _short(name: str) -> str:
    """«№ 9»: names stand at the end of a line."""
    return f"№{name.rpartition('№')[2]}" if "№" in name else name


def schools(session: Session, data: SurveysPage) -> Shown | None:
    """Each school in the newest wave, by number, on one axis with the whole; a small group in words."""
    lines = [line for line in data.schools if any(line.cells)]
    if len(lines) < 2:
        return None
    own = [_school(session, data, line) for line in lines]
    whole = [Series(name, (_point(session, POSITIVE, cell),), quiet=True) for name, cell in _wholes(data)]
    chart = _chart(session, data, "schools", f"Школы: ответили положительно, {wave(data.waves[-1])}", "",
                   [*whole, *own])
    if len(own) < FROM:
        return Shown.of(chart, shape("dots"), "Школа", sort=False)
    beside = data.now.figure.value if data.now and data.now.figure.status == "ok" else None
    return Shown.of(chart, shape("dots"), "Школа", roster([
        Row(to_school(session, line.school_id, line.name), _spread(series.points[0], beside), series.points[0].words)
        for line, series in zip(lines, own, strict=True)]), sort=False)


def _wholes(data: SurveysPage) -> list[tuple[str, Cell]]:
    """The chosen set, and sets put beside it; schools stand in rows of their own anyway."""
    names = {line.name for line in data.schools}
    every = "школы перечня" if data.chosen.schools == "list" and data.listed else "все школы"
    return [*([(every, data.now)] if data.now and data.now.figure.status != "no_n" else []),
            *((name, cell) for name, cell in data.nearby if name not in names)]


def _school(session: Session, data: SurveysPage, line: Line) -> Series:
    missing = facts.NOT_SENT if line.name in data.silent else wording.NO_DATA
    said = wording_change.conclusion(line.change, line.rests_on) if line.change else ""
    return Series(line.name, (_point(session, POSITIVE, line.cells[-1], missing),), said,
                  to_school(session, line.school_id, "").address)


def _spread(point: Point, beside: float | None) -> Markup:
    if point.value is None or point.low is None or point.high is None:
        return Markup("")
    return Markup(inline.spread(point.value, point.low, point.high, point.words, beside=beside))


def wished(session: Session, data: SurveysPage, asked: Asked, name: str, *, scale: bool = False) -> Shown | None:
    """How many chose each of several answers, in the newest wave: those most chosen first. scale: as it runs."""
    if not asked.newest:
        return None
    series = [Series(option, (_point(session, "выбрали", cell),)) for option, cell in asked.newest]
    if not scale:
        series.sort(key=_most_chosen)
    over = {cell.figure.set for _, cell in asked.newest}
    chart = _chart(session, data, name, f"{asked.question.removesuffix('.')}, {wave(data.waves[-1])}",
                   over.pop() if len(over) == 1 else "", series, "человек")
    return Shown.of(chart, shape("bars", whole=False), "Ответ")


def _most_chosen(option: Series) -> tuple[bool, int]:
    """«Другое» last."""
    return option.name == OTHER, -(option.points[0].k or 0)


def questions(session: Session, data: SurveysPage) -> Shown | None:
    """Every question of the survey, the wave before and the newest one."""
    lines = [line for line in data.questions if any(line.cells[-2:])]
    if len(lines) < 2 or len(data.waves) < 2:
        return None
    series = [Series(line.name, tuple(_point(session, wave(code), cell) for code, cell in zip(
        data.waves[-2:], line.cells[-2:], strict=True)), wording_change.conclusion(line.change, line.rests_on))
        for line in lines]
    chart = _chart(session, data, "questions", f"Вопросы: {wave(data.waves[-2])} → {wave(data.waves[-1])}",
                   data.total.set if data.total else "", series)
    return Shown.of(chart, shape("dumbbell"), "Вопрос", sort=False)
