"""Pictures and tables of the centre's own свод: lines over years, every value with its cell behind it, and the mark
that it came without source files."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import facts, inline
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.service.pages.summary import Indicator, Line, Value, build, in_time, period_title
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.html import Link, tag
from shnor.ui.kit.links import to_cells, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session

MARK = "Внесено сводом: числа взяты из таблицы центра, исходных файлов за ними нет."
SOURCE = "внесено сводом, исходных файлов нет"
FRESH = 1
ACROSS = 4
"""So many small lines in a row."""


def trend(session: Session, indicator: Indicator, lines: Sequence[Line]) -> Shown:
    shares = indicator.unit == "%"
    chart = _chart(session, "summary-trend", indicator, lines, 100 if shares else 1)
    return Shown.of(chart, shape("trend") if shares else shape("trend", of_shares=False), "Школа",
                    notes=(said(indicator),))


def panels(session: Session, indicator: Indicator, lines: Sequence[Line]) -> Shown:
    """One scale: of a number that is no share its largest value stands just below the top. Between the first and the
    last value there is no room for others."""
    top = 100 if indicator.unit == "%" else 1.1 * max(
        (value.value for line in lines for value in line.values.values()), default=1)
    chart = _chart(session, "summary-schools", indicator, lines, top or 1, ": по школам")
    return Shown.of(chart, shape("multiples", across=ACROSS, ends=True), "Школа",
                    notes=("Порядок — по номеру школы, шкала одна.",))


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


def numbers(session: Session, indicator: Indicator) -> Shown:
    """The table itself, with a tiny line a school: every value leads to its cell."""
    head = ("Школа", *map(period_title, indicator.periods))
    found = Block("summary-table", "Числа свода", indicator.title, session.day, MARK, head,
                  tuple((line.title, *(_taken(line.values.get(period)) for period in indicator.periods))
                        for line in indicator.lines), bare=True)
    return Shown(found, body=_table(session, indicator))


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


def of_school(session: Session, school_id: str) -> None:
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
