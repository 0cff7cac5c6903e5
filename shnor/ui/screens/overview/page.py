"""The first page: four numbers, where each school stands, what is to be done today; other topics below."""

from typing import Any

import streamlit as st

from shnor import wording
from shnor.service.pages import (
    courses,
    curves,
    matrix,
    month_table,
    overview,
    recommendations,
    results,
    support,
    turn,
)
from shnor.service.pages import sent as of_sent
from shnor.service.pages.matrix import HELPED
from shnor.service.pages.overview import Overview
from shnor.service.pages.questions import requests_of
from shnor.service.pages.results import ResultsPage
from shnor.service.pages.sent import SHOWN, Sent
from shnor.service.pages.works import EVERY, LISTED, Chosen
from shnor.ui.kit import block, context, html, without_data
from shnor.ui.kit.block import Block, Blocks
from shnor.ui.kit.context import Choices
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session
from shnor.ui.screens.overview import bar, below, brief, tiles, today, where
from shnor.ui.screens.overview.bar import Shown
from shnor.workbooks.table import Table


def draw(session: Session) -> None:
    data = cache.built(session, overview.build, day=session.day)
    if not data.plans and not data.lines:
        empty(session)
        brief.topics(session)
        return
    picture(session, data, *_looked_at(session, data, context.choices()))
    below.draw(session, data)


def blocks(session: Session, choices: Choices) -> Blocks:
    """The block of the page as a value."""
    data = cache.built(session, overview.build, day=session.day)
    if not data.plans and not data.lines:
        return Blocks()
    then, sent, shown = _looked_at(session, data, choices)
    return Blocks.of([_where(session, then, shown, _matrix(session, then, sent, shown))], bar.missing(shown, choices))


def _looked_at(session: Session, data: Overview, choices: Choices) -> tuple[Overview, Sent, Shown]:
    """What is counted for the day of the month that is looked at."""
    sent = of_sent.with_beside(cache.built(session, of_sent.build, day=session.day), beside.of(session))
    shown = bar.shown(session, sent, data.cards, choices)
    then = data if shown.day == session.day else cache.built(session, overview.build, day=shown.day)
    return then, sent, shown


def empty(session: Session) -> None:
    st.title("С чего начать")
    html.text("В базе пока нет дорожной карты. Вместе с ней здесь появится, где сейчас каждая школа и что нужно "
              "сделать.", mark="shnor-lead")
    without_data.first_steps()


def picture(session: Session, data: Overview, then: Overview, sent: Sent, shown: Shown) -> None:
    """data: of the day of the page; then: of the day everything in the picture is counted for."""
    lines = matrix.chosen(then.lines, then.cards, shown.which)
    schools = {line.card.school_id for line in lines}
    marks = _marks(session, shown)
    learned = cache.built(session, courses.build, day=shown.day, whose=_of_courses(shown))
    helped = cache.built(session, support.build, day=shown.day)
    asked = cache.built(session, requests_of, session.day)
    rows = _matrix(session, then, sent, shown)
    bar.draw(sent, then.lines, then.cards, shown, _table(session, rows, learned.year, asked, shown),
             block.file_name(Block("", f"Свод месяца, {_month(shown)}", "", shown.day, ""), session.municipality))
    fact = cache.built(session, curves.of_courses, learned.year, tuple(learned.where.items()), day=shown.day)
    html.show(html.tag("<h1 class='shnor-heading'>Обзор: {}</h1>", _month(shown)))
    html.tiles([tiles.reports(session, sent, shown, then.cards, schools), tiles.deadlines(session, then, shown, lines),
                tiles.low(session, marks), tiles.courses(session, learned, fact)])
    left, right = st.columns([3, 1])
    with left:
        block.show(session, _where(session, then, shown, rows))
    with right:
        advice = cache.built(session, recommendations.every, day=session.day)
        coming = cache.built(session, turn.build, day=session.day)
        today.panel(session, data, sent, asked, helped, advice, coming)


def _marks(session: Session, shown: Shown) -> ResultsPage:
    return cache.built(session, results.build, Chosen(**_of_results(shown)), day=shown.day)


def _where(session: Session, then: Overview, shown: Shown, rows: where.Matrix) -> block.Shown:
    size = len(matrix.chosen(then.lines, then.cards, shown.which))
    return where.shown(session, rows, _title(then, shown), _over(then, shown, size))


def _matrix(session: Session, then: Overview, sent: Sent, shown: Shown) -> where.Matrix:
    lines, marks = matrix.chosen(then.lines, then.cards, shown.which), _marks(session, shown)
    helped = cache.built(session, support.build, day=shown.day)
    months = sent.until(shown.month, SHOWN) if shown.month else ()
    lows = cache.built(session, matrix.lows, marks.chosen, marks.years, day=shown.day) if marks.total else {}
    nobody = (None,) * len(marks.years) if marks.total else ()
    found = matrix.rows(lines, months, sent, {line.card.school_id: lows.get(line.card.school_id, nobody)
                                              for line in lines}, helped.schools)
    own = (matrix.of_municipality(then.own, months),) if then.own else ()
    work = f"{marks.chosen.procedure}, {marks.chosen.subject}" if marks.total else ""
    return where.Matrix((*found, *own), months, work, marks.years if marks.total else (), then.period,
                        helped.year, shown.day)


def _table(session: Session, rows: where.Matrix, year: int, asked, shown: Shown) -> Table | None:
    if shown.month is None:
        return None
    known = cache.built(session, month_table.beside, shown.month, year, day=shown.day)
    years = tuple(map(where.school_year, rows.years))
    return month_table.table(rows.rows, rows.months, (f"«2», {rows.work}", years), known, asked, year=year,
                             day=shown.day, synthetic=session.demo)


def _month(shown: Shown) -> str:
    return wording.month(shown.month) if shown.month else wording.day(shown.day)


def _of_results(shown: Shown) -> dict[str, Any]:
    return {} if shown.which in (HELPED, LISTED) else {"schools": shown.which}


def _of_courses(shown: Shown) -> str:
    return {HELPED: courses.LISTED, LISTED: courses.LISTED, EVERY: courses.ALL}.get(shown.which, shown.which)


def _title(data: Overview, shown: Shown) -> str:
    """One listed school is compared with nobody."""
    own = [line.card.name for line in data.lines if line.card.on_list]
    if len(own) == 1 and shown.which in (HELPED, LISTED):
        return f"{wording.typeset(own[0])}: отчёты, дорожная карта, результаты"
    return "Где сейчас каждая школа"


def _over(data: Overview, shown: Shown, size: int) -> str:
    listed = f"в перечне {data.list_year} года {data.listed if data.listed != 1 else 'одна'}"
    schools = wording.counted(size, "школа")
    named = {HELPED: f"{schools}, {listed}", LISTED: f"{schools} перечня {data.list_year} года",
             EVERY: f"все школы реестра: {size}, {listed}"}.get(shown.which)
    card = next((card for card in data.cards if card.school_id == shown.which), None)
    return f"{named}, по номеру" if named else card.name if card else ""


