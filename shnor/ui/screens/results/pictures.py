"""The pictures of the page of results: the line over years, how the marks are spread, a panel a school, the same
children a year on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from shnor import wording, wording_change
from shnor.charts import facts, panels
from shnor.charts.facts import Break, Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import MARKS
from shnor.metrics import METRICS
from shnor.metrics.formulas import wilson
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.lines import Cell, Line
from shnor.service.figures.rows import Where
from shnor.service.pages.results import EVERY, LISTED, LOW, ResultsPage
from shnor.service.pages.works_beside import BEFORE
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.html import Tile
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.results import classes, words

SOURCE = "форма «Результаты»"
SHOWN = 12
"""So many schools have their panels open."""
ENDS = {"отметка": (2.0, 5.0), "индекс": (0.0, 100.0)}
"""Unit of a mean → the ends of its scale."""
PARTS = ("m_n5", "m_n4", "m_n3", "m_n2", "m_na")
"""Weights of the rows, as MARKS has their looks."""
MOVED = "ВПР 2022 года перенесли на осень"


def address(session: Session, cell: Cell | None) -> str:
    return to_rows(session, "", cell.figure.metric, cell.where).address if cell else ""


def point(session: Session, at: str, cell: Cell | None) -> Point:
    return facts.of_figure(at, cell.figure if cell else None, address(session, cell))


def line(session: Session, data: ResultsPage, shown: Line | None, name: str, *, quiet: bool = False) -> Series:
    """Over the years of the page, years without data between them as gaps."""
    cells = dict(zip(data.years, shown.cells, strict=True)) if shown else {}
    said = "" if shown is None or not data.of_shares else wording_change.conclusion(shown.change, shown.rests_on)
    if shown is data.total and classes.are_other(data):
        said = classes.DIFFERENT
    link = to_school(session, shown.school_id, "").address if shown and shown.school_id else ""
    return Series(name, tuple(point(session, words.year(code), cells.get(code)) for code in _whole(data.years)), said,
                  link, quiet)


def _whole(years: Sequence[str]) -> tuple[str, ...]:
    """With the years between them."""
    return tuple(dict.fromkeys([*years[:1], *(
        code for before, after in pairwise(years) for code in (*words.between(before, after), after))]))


def trend(session: Session, data: ResultsPage) -> Chart:
    """The line of the page; with a comparison or of one school the others beside it."""
    beside = data.beside
    compared_lines = [(dict(beside.comparable)[code], shown) for code, shown in beside.compared]
    whole = len(compared_lines) >= facts.MOST  # then only what was asked for is in colour
    own = line(session, data, data.total, _name(data), quiet=whole)
    asked = {shown.school_id for _, shown in compared_lines if shown}
    series = [own, *(line(session, data, shown, words.school(name)) for name, shown in compared_lines),
              *(line(session, data, shown, words.school(shown.name), quiet=True) for shown in beside.peers
                if shown.school_id not in asked)]
    if BEFORE in data.chosen.compare:
        series.append(_year_ago(own))
    series[0] = replace(series[0], points=(*_earlier(session, data), *series[0].points))
    return Chart("results-trend", words.headline(data), words.subject(data), data.set, session.day, SOURCE,
                 tuple(series), _breaks(data), ENDS.get(METRICS[data.chosen.indicator].unit))


def _name(data: ResultsPage) -> str:
    """Short, for the end of a line."""
    which = data.chosen.schools
    return {LISTED: "перечень", EVERY: "все школы"}.get(which) or words.school(dict(data.choices["schools"])[which])


def _earlier(session: Session, data: ResultsPage) -> tuple[Point, ...]:
    """Years of another series stand apart, each over its own schools; a year without data has its place as well."""
    cells = {code: cell for code, cell in data.beside.earlier if data.years and code < data.years[0]}
    whole = _whole([*cells, data.years[0]])[:-1] if cells else ()
    return tuple(point(session, words.year(code), cells.get(code)) for code in whole)


def _breaks(data: ResultsPage) -> tuple[Break, ...]:
    """Before each year the series of which is another one than that of the year before, or its classes."""
    codes = [code for code, _ in data.beside.earlier if data.years and code < data.years[0]]
    series = [Break(words.year(code), MOVED if code == data.years[0] else "")
              for code in [*codes[1:], *(data.years[:1] if codes else ())]]
    other = [Break(words.year(code), "разные классы") for place, code in enumerate(data.years)
             if place and classes.are_other(data, place)]
    return *series, *other


def _year_ago(own: Series) -> Series:
    """The same line a year later: at each year what was there the year before."""
    places = [one.at for one in own.points]
    moved = zip(places[1:], own.points, strict=False)
    return Series("год назад", tuple(replace(one, at=at) for at, one in moved), quiet=True)


def marks(session: Session, data: ResultsPage) -> Shown | None:
    """How the marks are spread, year by year."""
    if not data.marks:
        return None
    low = data.total if data.chosen.indicator == LOW else dict(data.others_counted).get(LOW)
    cells = dict(zip(data.years, low.cells, strict=True)) if low else {}
    series = tuple(Series(words.year(code), tuple(
        facts.count(style.word, counts[place], _marked(session, cells.get(code), PARTS[place]))
        for place, style in enumerate(MARKS.values()))) for code, counts in data.marks.items())
    title = f"{wording.capital(words.work(data))}: отметки по годам"
    chart = Chart("results-marks", title, "участников", data.set, session.day, SOURCE, series)
    return Shown.of(chart, shape("distribution", {style.word: style for style in MARKS.values()}), "Учебный год")


def _marked(session: Session, cell: Cell | None, part: str) -> str:
    return to_rows(session, "", LOW, cell.where, part).address if cell else ""


def tiles(session: Session, data: ResultsPage) -> None:
    """The other indicators of the same works: a click on the name shows all of it, on the number its rows."""
    html.tiles(_tile(session, data, name, shown) for name, shown in data.others_counted[:4])


def _tile(session: Session, data: ResultsPage, name: str, shown: Line) -> Tile:
    named = html.Link(wording.capital(words.short(data, name)), "results", (("indicator", name),))
    newest = next((cell for cell in reversed(shown.cells) if cell), None)
    before = shown.cells[-2] if len(shown.cells) > 1 else None
    when = "было" if words.since(data) == "за год" else f"в {words.year(data.years[-2])}" if before else ""
    was = f"{when} {words.value(before, newest)}; " if before and shown.cells[-1] else ""
    number = replace(to_rows(session, words.value(newest, before), name, newest.where), mark="") if newest else (
        wording.NO_DATA)
    whole = "" if before and before.figure.status == "small" else _whole_of(newest)
    return Tile(named, number, whole=whole, words=(was, *words.of_tile(data, shown)), id=name)


def _whole_of(cell: Cell | None) -> str:
    """«126 из 421», of a mean «421 участник»."""
    if cell is None or cell.figure.status != "ok":
        return ""
    figure = cell.figure
    if figure.unit != "доля":
        return wording.counted(figure.denominator or 0, "участник")
    return wording.k_of_n(figure.numerator, figure.denominator or 0)


def schools(session: Session, data: ResultsPage) -> Shown | None:
    """A panel a school, by number; of many the first ones, the others one click away."""
    if len(data.schools) < 2:
        return None
    series = tuple(line(session, data, shown, shown.name) for shown in data.schools)
    chart = Chart("results-schools", f"По школам: {wording.small(words.subject(data))}", words.subject(data),
                  "каждая школа отдельно", session.day, SOURCE, series,
                  ends=ENDS.get(METRICS[data.chosen.indicator].unit))
    shown = [_panel(session, data, chart, one, own) for one, own in zip(data.schools, series, strict=True)]
    body = _grid(shown[:SHOWN])
    if rest := shown[SHOWN:]:
        body += html.fold(f"Показать остальные {wording.counted(len(rest), 'школа')}", _grid(rest))
    return Shown(_school_block(session, data, chart), chart, shape("multiples"), body)


def _grid(shown: Sequence[Markup]) -> Markup:
    return html.tag("<div class='shnor-panels shnor-picture'>{}</div>", html.joined(shown))


def _panel(session: Session, data: ResultsPage, chart: Chart, shown: Line, series: Series) -> Markup:
    said = words.conclusion(shown.change) if data.of_shares else words.changed(data, shown)
    named = to_school(session, shown.school_id, words.school(shown.name))
    return html.tag("<div><p class='shnor-panelname'>{}</p><p class='shnor-panelwords'>{}</p>{}</div>",
                    html.cell(named), html.cell(said), Markup(panels.panel(chart, series)))


def _school_block(session: Session, data: ResultsPage, chart: Chart) -> Block:
    """The table behind the panels: never sorted by result."""
    head = ("Школа", *chart.places, words.moved_head(data), words.SAID)
    rows = tuple((to_school(session, shown.school_id, shown.name), *series.points, words.changed(data, shown),
                  words.conclusion(shown.change) if data.of_shares else "")
                 for shown, series in zip(data.schools, chart.series, strict=True))
    said = ("Одна шкала, порядок — по номеру школы.",
            wording_change.by_chance((shown.change for shown in data.schools), apart=True))
    return Block(chart.id, chart.title, chart.set, chart.day, chart.source, head, rows,
                 tuple(range(1, 1 + len(chart.places))), sort=False, notes=(" ".join(filter(None, said)),))


def same_children(session: Session, data: ResultsPage) -> Shown | None:
    """A class and the next class a year on: the newest pair of years as lines, all of them in the table."""
    if not data.same_children:
        return None
    newest = max(cohort.after for cohort in data.same_children)
    shown = [cohort for cohort in data.same_children if cohort.after == newest]
    series = tuple(Series(f"{cohort.grade} → {cohort.grade + 1} класс", _ends(session, data, cohort),
                          _cohort_words(data, cohort)) for cohort in shown)
    chart = Chart("results-children", "Те же обучающиеся через год", words.subject(data),
                  "по школам, где есть оба года", session.day, SOURCE, series,
                  ends=ENDS.get(METRICS[data.chosen.indicator].unit))
    head = ("Класс и год", "Было", "Стало", "Изменение", words.SAID, "Участников")
    rows = tuple(_cohort(session, data, cohort) for cohort in data.same_children)
    own = Block(chart.id, chart.title, chart.set, chart.day, chart.source, head, rows, (1, 2), notes=_children(data))
    return Shown(own, chart, shape("multiples", across=max(3, len(series)), panel=210))


def _ends(session: Session, data: ResultsPage, cohort: Cohort) -> tuple[Point, Point]:
    change = cohort.change
    return (_end(session, data, cohort, cohort.grade, cohort.before, change.k0, change.n0),
            _end(session, data, cohort, cohort.grade + 1, cohort.after, change.k1, change.n1))


def _end(session: Session, data: ResultsPage, cohort: Cohort, grade: int, code: str, k: int, n: int) -> Point:
    where: Where = {
        "procedure": data.chosen.procedure, "stage": data.chosen.stage, "term": data.chosen.term,
        "subject": data.chosen.subject, "level": "school", "grade": grade, "school_year": code,
        "school_id": cohort.schools, "class_label": cohort.letters[code != cohort.before]}
    link = to_rows(session, "", data.chosen.indicator, {name: one for name, one in where.items() if one}).address
    if data.of_shares:
        low, high = map(float, wilson(k, n)) if n else (None, None)
        return facts.share(words.year(code), k, n, low, high, link)
    text = f"{wording.number(k / n, 2)} ({wording.counted(n, 'участник')})"
    return Point(words.year(code), text, None, n, k / n if n >= facts.FEW else None, link=link)


def _cohort_words(data: ResultsPage, cohort: Cohort) -> str:
    return wording_change.conclusion(cohort.change, cohort.rests_on) if _told(data, cohort) else ""


def _told(data: ResultsPage, cohort: Cohort) -> bool:
    return data.of_shares or cohort.change.verdict == "moved"


def _cohort(session: Session, data: ResultsPage, cohort: Cohort) -> tuple[Any, ...]:
    named = (f"{cohort.grade} класс {words.year(cohort.before)} → {cohort.grade + 1} класс {words.year(cohort.after)}")
    said = words.conclusion(cohort.change, cohort.rests_on) if _told(data, cohort) else ""
    moved = words.changed(data, Line(named, (), cohort.change)) if data.of_shares else ""
    return named, *_ends(session, data, cohort), moved, said, wording_change.by_people(cohort.moved)


def _children(data: ResultsPage) -> tuple[str, ...]:
    return ("Кто прибыл и кто выбыл, по числам не видно: это почти те же обучающиеся. Если участников стало больше или "
            "меньше чем на пятую часть, годы не сравниваем; из 9 класса в 10 не прослеживаем: его набирают заново.",
            wording_change.by_chance(cohort.change for cohort in data.same_children) if data.of_shares else "")

