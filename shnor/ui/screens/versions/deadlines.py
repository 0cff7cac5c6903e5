"""Who has sent what over a year: school × month, each cell leading to the file or to the reminder; below each month how
much has come and whether it is approved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.service.centre.schools import SchoolCard
from shnor.service.month import forms, owed
from shnor.service.month.forms import FORMS, MONTH, QUARTER, TERMS
from shnor.service.month.owed import Cell, Grid
from shnor.ui.kit import block, context, html, states
from shnor.ui.kit.block import Block
from shnor.ui.kit.context import Choice
from shnor.ui.kit.html import NOTHING, Link, joined, tag
from shnor.ui.kit.links import to_school
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session, served
from shnor.ui.screens.upload import owed as decisions
from shnor.ui.screens.upload.waiting import in_tray
from shnor.ui.screens.versions import approval

MONTHS, MANY = 12, 15
"""Months side by side; from so many schools on there is a search."""
WAITS = ("waiting", "moved", "partial", "questions", "handed_in")
SHORT = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
OVER = "учебный год закончился"
SOURCE = ("«Принято позже срока» — по дню, когда отчёт впервые принят в программе. Если файл пришёл вовремя, а принят "
          "позже, внесите перенос срока")

SERVED = ("«Принято позже срока» — по дню, когда школа прислала отчёт; принесённого файлом — по дню, когда он впервые "
          "принят. Если файл пришёл вовремя, а принят позже, внесите перенос срока")


def draw(session: Session) -> None:
    shown = cache.built(session, owed.grids, owed.last_months(session.day, MONTHS), day=session.day)
    known = [_of_the_year(grid, session.day) for grid in shown if grid.lines and grid.months]
    if not known:
        return
    form = context.wanted("form")
    ids = [grid.form.id for grid in known]
    form = form if form in ids else ids[0]
    with st.container(horizontal=True, key="shnor_deadlines", vertical_alignment="center"):
        if len(ids) > 1:
            context.segments(Choice("form", "Форма", ids, {name: FORMS[name].title for name in ids}), form)
        if st.button("Перенести срок или снять форму"):
            decisions.decide(session, [line.card for line in shown[0].lines])
    waiting = {key: asked for key, (_, asked) in in_tray(session).items()}
    grid = owed.with_beside(next(grid for grid in known if grid.form.id == form), beside.of(session))
    grid = owed.with_waiting(grid, waiting)
    picture(session, grid)
    approval.asked(session, shown)


def picture(session: Session, grid: Grid) -> None:
    awaited = session.forms.awaited_month(session.day)
    months = months_of(grid, awaited)
    newest = awaited if awaited in months else months[-1]
    said = f"{wording.capital(forms.title(grid.form.id, newest))}: {states.sums(grid.of(newest))}"
    many = len(grid.lines) > MANY
    used = {states.state_of(cell) for line in grid.lines for cell in line.cells if cell.month in months} - {"not_asked"}
    body = tag("<p class='shnor-lead' data-shnor-text>{}</p>{}{}{}<div class='shnor-arrivalsfoot'>{}{}</div>",
               wording.typeset(said), _search() if many else NOTHING, _table(session, grid, months, newest),
               approval.said(session, grid, months) if grid.form.id == MONTH.id else NOTHING, states.legend(used),
               _outside(grid))
    block.picture(session, _block(session, grid, months), body)


def _of_the_year(grid: Grid, day: date) -> Grid:
    """Nobody is asked any more for marks of a term whose school year is over."""
    if grid.form.id != QUARTER.id:
        return grid
    year = periods.containing("school_year", day).start
    return replace(grid, lines=tuple(replace(line, cells=tuple(
        replace(cell, state="not_required", why=OVER) if cell.state == "waiting" and cell.month < year else cell
        for cell in line.cells)) for line in grid.lines))


def months_of(grid: Grid, awaited: date) -> tuple[date, ...]:
    """From the first month in which anything came: before it nothing was collected here."""
    began = min((cell.month for line in grid.lines for cell in line.cells if cell.came), default=awaited)
    return tuple(month for month in grid.months if month >= min(began, awaited)) or grid.months[-1:]


def _block(session: Session, grid: Grid, months: Sequence[date]) -> Block:
    rule = forms.in_words(session.forms.rule(grid.form.id, grid.months[-1]))
    rows = [(line.card.name, *(states.text(cell, session.day) for cell in line.cells if cell.month in months))
            for line in grid.lines]
    total = ("Принято", *(_came(grid, month) for month in months))
    return Block("versions-deadlines", f"{grid.form.title}: кто сдал, по месяцам",
                 f"{wording.counted(len(rows), 'школа')}, срок {rule}", session.day, SERVED if served() else SOURCE,
                 ("Школа", *map(wording.month, months)), (*rows, total), sort=False, bare=True)


def _search() -> Markup:
    return tag("<div class='shnor-search'><input type='search' data-shnor-search='deadlines' placeholder='Школа' "
               "aria-label='Найти школу'><label><input type='checkbox' data-shnor-search='deadlines'> только те, кого "
               "ждём</label></div>")


def _table(session: Session, grid: Grid, months: Sequence[date], newest: date) -> Markup:
    lines = joined(_line(session, grid, line.card, [cell for cell in line.cells if cell.month in months])
                   for line in grid.lines)
    return tag("<table class='shnor-arrivals' data-shnor-list='deadlines'><thead>{}</thead><tbody>{}</tbody><tfoot>{}{}"
               "</tfoot></table>", _heads(grid, months, newest), lines, _sums(grid, months),
               approval.line(session, grid, months) if grid.form.id == MONTH.id else NOTHING)


def _heads(grid: Grid, months: Sequence[date], newest: date) -> Markup:
    """Years over their months; of marks the term instead."""
    years = joined(tag("<th scope='colgroup' colspan='{}'>{}</th>", len([*of]), year)
                   for year, of in groupby(months, key=lambda month: month.year))
    names = joined(tag("<th scope='col'{} title='{}'>{}</th>", Markup(" class='now'") if month == newest else NOTHING,
                       wording.month(month), html.two(*_head(grid, month))) for month in months)
    return tag("<tr><th></th>{}</tr><tr><th scope='col'>Школа</th>{}</tr>", years, names)


def _head(grid: Grid, month: date) -> tuple[str, str]:
    """«ноя» and «11», «II четверть» and «II»."""
    if grid.form.id == QUARTER.id:
        term = TERMS.get(month.month, ("",))[0]
        return term, term.partition(" ")[0]
    return SHORT[month.month - 1], str(month.month)


def _line(session: Session, grid: Grid, card: SchoolCard, cells: Sequence[Cell]) -> Markup:
    squares = joined(tag("<td>{}</td>", states.square(
        cell, session.day, way(cell), about=f"{card.name}, {forms.title(grid.form.id, cell.month)}"))
        for cell in cells)
    waits = Markup(" data-shnor-waits") if any(cell.state in WAITS for cell in cells) else NOTHING
    return tag("<tr data-shnor-row{}><th scope='row'>{}{}</th>{}</tr>", waits,
               _name(session, card), "" if card.on_list else f"{wording.NBSP}*",
               squares)


def _name(session: Session, card: SchoolCard) -> Markup:
    return tag("<a href='{}'>{}</a>", to_school(session, card.school_id, "").address,
               html.two(card.name, wording.short_school(card.name)))


def way(cell: Cell) -> Link | None:
    """To the file and its versions, else to the text of the reminder."""
    month = periods.containing("month", cell.month).code
    if cell.came:
        sender = "" if cell.by_list else cell.school_id
        return Link("", "versions", (("tab", "files"), ("sender", sender), ("sent", month)))
    if cell.state == "handed_in":
        return Link("", "upload", (("month", month),))
    if cell.state in WAITS:
        return Link("", "upload", (("remind", cell.school_id), ("month", month)))
    return None


def _came(grid: Grid, month: date) -> str:
    found = owed.sums(grid.of(month))
    return wording.k_of_n(found.accepted, found.expected) if found.expected else wording.DASH


def _sums(grid: Grid, months: Sequence[date]) -> Markup:
    return tag("<tr class='shnor-taken'><th scope='row'>Принято</th>{}</tr>",
               joined(tag("<td>{}</td>", html.two(said, said.replace(" из ", "/")))
                      for said in (_came(grid, month) for month in months)))


def _outside(grid: Grid) -> Markup:
    outside = any(not line.card.on_list for line in grid.lines)
    return tag("<p class='shnor-small'>* в перечень ШНОР сейчас не входит</p>") if outside else NOTHING
