"""The centre's own свод on screen: lines over years first, every value with its cell behind it, and the mark that it
came without source files."""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import facts, inline, shapes
from shnor.charts.facts import Chart, Point, Series
from shnor.service.pages.summary import Indicator, Line, Value, build, in_time, period_title
from shnor.ui.kit import block as blocks
from shnor.ui.kit import context, html, without_data
from shnor.ui.kit.block import Block
from shnor.ui.kit.context import Choice
from shnor.ui.kit.html import Link, tag
from shnor.ui.kit.links import to_cells, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session

MARK = "Внесено сводом: числа взяты из таблицы центра, исходных файлов за ними нет."
SOURCE = "внесено сводом, исходных файлов нет"
FRESH = 1
PANELS, ACROSS = 12, 4
"""So many schools have a small line of their own, so many in a row; more stand in one picture, in grey."""
PLACE = "municipality"


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "Свода прошлых лет ещё нет. Перетащите свою таблицу «школа × показатель × год» на странице «Приём "
        "отчётов»: переделывать её под шаблон не нужно.")


def page(session: Session) -> None:
    """One indicator at a time, schools by number."""
    data: tuple[Indicator, ...] = cache.built(session, build, day=session.day)
    if not data:
        empty()
        return
    chosen, school, beside = _choices(data)
    _pictures(session, chosen, school, beside)
    _numbers(session, chosen)


def _choices(data: Sequence[Indicator]) -> tuple[Indicator, str, tuple[str, ...]]:
    """The bar; gives the indicator, the code of the school that is looked at ("" = all), what it is compared with."""
    titles = [indicator.title for indicator in data]
    wanted, whose = context.wanted("own_indicator"), context.wanted("schools")
    chosen = data[titles.index(wanted) if wanted in titles else 0]
    codes = {line.school_id or PLACE: line.title for line in chosen.lines}
    school = whose if whose in codes else ""
    context.bar([Choice("own_indicator", "Показатель", titles, width=420),
                 Choice("schools", "Школы", ["", *codes], {"": "все", **codes}, 240)],
                {"own_indicator": chosen.title, "schools": school},
                {code: name for code, name in codes.items() if code != school} if school else None)
    _kept(titles, chosen.title, school)
    return chosen, school, tuple(code for code in context.compared() if code in codes and code != school)


def _kept(titles: Sequence[str], title: str, school: str) -> None:
    wanted, whose = context.wanted("own_indicator"), context.wanted("schools")
    said = []
    if wanted in ("", title):
        context.settle("own_indicator", title, titles[0])
    else:
        said.append(f"Показателя «{wanted}» в своде нет: показан «{title}».")
    if whose in ("", "all", "list", school):
        context.settle("schools", school)
    else:
        said.append("Выбранной школы в этом показателе нет: показаны все.")
    if said:
        html.text(" ".join(said), mark="shnor-small")


def _pictures(session: Session, indicator: Indicator, school: str, beside: Sequence[str]) -> None:
    """Of one school its line with those beside it; else the municipality and a small line a school."""
    lines = {line.school_id or PLACE: line for line in indicator.lines}
    schools = [line for line in indicator.lines if line.school_id]
    if school:
        _trend(session, indicator, [lines[code] for code in (school, *beside)])
    elif len(schools) > PANELS:
        _trend(session, indicator, [*[lines[code] for code in (PLACE,) if code in lines], *schools])
    elif PLACE in lines and schools:
        left, right = st.columns([2, 3])
        with left:
            _trend(session, indicator, [lines[PLACE]])
        with right:
            _panels(session, indicator, schools)
    elif schools:
        _panels(session, indicator, schools)
    else:
        _trend(session, indicator, [lines[PLACE]])


def _trend(session: Session, indicator: Indicator, lines: Sequence[Line]) -> None:
    shares = indicator.unit == "%"
    chart = _chart(session, "summary-trend", indicator, lines, 100 if shares else 1)
    blocks.chart(session, chart, shapes.trend if shares else of_numbers, "Школа", notes=(said(indicator),))


def of_numbers(chart: Chart) -> dict[str, Any]:
    """The picture of what is no share."""
    return shapes.trend(chart, of_shares=False)


def _panels(session: Session, indicator: Indicator, lines: Sequence[Line]) -> None:
    """One scale: of a number that is no share its largest value stands just below the top."""
    top = 100 if indicator.unit == "%" else 1.1 * max(
        (value.value for line in lines for value in line.values.values()), default=1)
    chart = _chart(session, "summary-schools", indicator, lines, top or 1, ": по школам")
    blocks.chart(session, chart, panels, "Школа", notes=("Порядок — по номеру школы, шкала одна.",))


def panels(chart: Chart) -> dict[str, Any]:
    """Small lines with their first and last value written: between them there is no room."""
    made = shapes.multiples(chart, ACROSS)
    of_panel: dict[str, list[tuple[dict[str, Any], int]]] = {}
    for trace in made["data"]:
        if "text" in trace.get("mode", ""):
            of_panel.setdefault(trace.get("xaxis", ""), []).extend((trace, place) for place in range(len(trace["x"])))
    for places in of_panel.values():
        for trace, place in places[1:-1]:
            trace["text"][place] = ""
    return made


def _chart(session: Session, name: str, indicator: Indicator, lines: Sequence[Line], top: float,
           about: str = "") -> Chart:
    many = len(lines) > facts.MOST
    whose = lines[0].title if len(lines) == 1 else _size(lines)
    places = whole(indicator.periods)
    series = tuple(Series(wording.typeset(line.title), tuple(_point(session, line.values.get(period), period, top)
                                                             for period in places),
                          "" if _drawn(line) else facts.TOO_FEW, _link(session, line), many and bool(place))
                   for place, line in enumerate(lines))
    return Chart(name, indicator.title + about, indicator.unit, whose, session.day, SOURCE, series)


def _drawn(line: Line) -> bool:
    return any(not few(value) for value in line.values.values())


def _size(lines: Sequence[Line]) -> str:
    schools = sum(bool(line.school_id) for line in lines)
    return wording.counted(schools, "школа") + (", муниципалитет" if schools < len(lines) else "")


def _link(session: Session, line: Line) -> str:
    return to_school(session, line.school_id, "").address if line.school_id else ""


def _point(session: Session, value: Value | None, period: str, top: float) -> Point:
    """A small group has no place on the axis of shares: its number stays in the table."""
    at = period_title(period).removesuffix(" учебный год")
    if value is None:
        return Point(at, why=wording.NO_DATA)
    if few(value):
        return Point(at, why=facts.TOO_FEW)
    link = to_cells(session, "", value.upload, value.sheet, value.cell)
    return Point(at, value.short, value=value.value / top, link=link.address)


def few(value: Value) -> bool:
    """A share of a small group, as on every page: no percentage."""
    return value.unit == "%" and value.counted is not None and value.counted < facts.FEW


def told(value: Value) -> str:
    """«48,5 % (из 86)», «мало участников (из 8)»."""
    return f"{facts.TOO_FEW} (из {value.counted})" if few(value) else value.text


def whole(codes: Sequence[str]) -> tuple[str, ...]:
    """Years without a number between the first and the last keep their place: a gap is seen as a gap."""
    if not codes or len({len(code) for code in codes}) > 1 or len(codes[0]) not in (4, 7) or "-" in codes[0]:
        return tuple(codes)
    first, last = periods.parse(codes[0]), periods.parse(codes[-1])
    found = [first]
    while found[-1].code != last.code and found[-1].start < last.start:
        found.append(found[-1].next())
    return tuple(period.code for period in found)


def _numbers(session: Session, indicator: Indicator) -> None:
    """The table itself, with a tiny line a school: every value leads to its cell."""
    head = ("Школа", *map(period_title, indicator.periods))
    found = Block("summary-table", "Числа свода", indicator.title, session.day, MARK, head,
                  tuple((line.title, *(_taken(line.values.get(period)) for period in indicator.periods))
                        for line in indicator.lines), bare=True)
    blocks.picture(session, found, _table(session, indicator))


def _taken(value: Value | None) -> float | str | None:
    """As it leaves: a number; a share says out of how many in words."""
    return None if value is None else value.value if value.counted is None else told(value)


def _table(session: Session, indicator: Indicator) -> Markup:
    top = max((value.value for line in indicator.lines for value in line.values.values()), default=1)
    return _lines(session, "Школа", [(_school(session, line), line, top) for line in indicator.lines],
                  indicator.periods)


def _lines(session: Session, head: str, lines: Sequence[tuple[html.Cell, Line, float]],
           periods: tuple[str, ...]) -> Markup:
    """Name, a tiny line over the years up to its top, the values."""
    number = Markup(" class='shnor-number'")
    heads = [tag("<th scope='col'{}>{}</th>", number, period_title(period)) for period in periods]
    rows = [tag("<tr><td data-head='{}'>{}</td><td data-head='По годам'>{}</td>{}</tr>", head, html.cell(name),
                _spark(line, periods, top), html.joined(
                    tag("<td{} data-head='{}'>{}</td>", number, period_title(period), html.cell(value))
                    for period, value in zip(periods, _values(session, line, periods), strict=True)))
            for name, line, top in lines]
    return tag("<div class='shnor-scroll shnor-picture'><table class='shnor-table shnor-svod'><thead><tr>"
               "<th scope='col'>{}</th><th scope='col'></th>{}</tr></thead><tbody>{}</tbody></table></div>", head,
               html.joined(heads), html.joined(rows))


def _spark(line: Line, periods: tuple[str, ...], top: float) -> Markup:
    shown = {period: value.value for period, value in line.values.items() if not few(value)}
    values = [shown.get(period) for period in whole(periods)]
    if len(shown) < 2 or min(shown.values()) < 0:
        return html.NOTHING
    words = ", ".join(f"{period_title(period)} {told(line.values[period])}" for period in periods
                      if period in line.values)
    return Markup(inline.spark(values, words, top=top, width=96, height=24))


def table(session: Session, indicator: Indicator) -> None:
    """Schools down, periods across."""
    html.table(["Школа", *map(period_title, indicator.periods)],
               [[_school(session, line), *_values(session, line, indicator.periods)] for line in indicator.lines],
               numbers=range(1, len(indicator.periods) + 1), caption=indicator.title)
    html.text(said(indicator), mark="shnor-small")


def said(indicator: Indicator) -> str:
    """«Школ в своде 10; число человек не указано. Пусто — в своде нет числа.»"""
    schools = [line for line in indicator.lines if line.school_id]
    shares = any(value.unit == "%" for line in indicator.lines for value in line.values.values())
    people = ("число человек указано" if indicator.counted else "число человек не указано") if shares else ""
    return "; ".join(filter(None, (f"Школ в своде {len(schools)}", people))) + ". Пусто — в своде нет числа."


def _school(session: Session, line: Line) -> html.Cell:
    return to_school(session, line.school_id, line.title) if line.school_id else f"{line.title}, как в своде"


def _values(session: Session, line: Line, periods: tuple[str, ...]) -> list[html.Cell]:
    return [to_cells(session, told(found), found.upload, found.sheet, found.cell)
            if (found := line.values.get(period)) else "" for period in periods]


def block(session: Session, school_id: str) -> None:
    """On the page of a school: its indicators of past years. Nothing where the свод has none."""
    data: tuple[Indicator, ...] = cache.built(session, build, school_id, day=session.day)
    if not data:
        return
    st.header("Показатели прошлых лет")
    periods = in_time(period for indicator in data for period in indicator.periods)
    lines = [indicator.lines[0] for indicator in data]
    html.show(_lines(session, "Показатель", [
        (indicator.title, line, max(value.value for value in line.values.values()))
        for indicator, line in zip(data, lines, strict=True)], periods))
    html.text(MARK, mark="shnor-small")


def accepted(session: Session, before: int, after: int) -> bool:
    """Right after a свод was accepted between two states: its first figures, before anything else is asked."""
    fresh = [upload for upload in session.uploads() if before < upload.state <= after]
    if not any("indicator_values" in upload.kinds for upload in fresh):
        return False
    data: tuple[Indicator, ...] = cache.built(session, build, day=session.day)
    for indicator in data[:FRESH]:
        table(session, indicator)
    if len(data) > FRESH:
        html.text(Link(f"Остальные показатели свода: {len(data) - FRESH}", "summary"))
    html.text(MARK, mark="shnor-small")
    return True
