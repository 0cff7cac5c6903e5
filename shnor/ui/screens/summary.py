"""The centre's own свод on screen: every value leads to its cell and says that it came without source files."""

import streamlit as st

from shnor.service.pages.summary import Indicator, Line, build, period_title
from shnor.ui.kit import html, without_data
from shnor.ui.kit.links import to_cells, to_school
from shnor.ui.run import cache
from shnor.ui.run.session import Session

MARK = "Внесено сводом: числа взяты из таблицы центра, исходных файлов за ними нет."
FRESH = 1


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
    titles = [indicator.title for indicator in data]
    wanted = st.query_params.get("indicator", "")
    chosen = st.selectbox("Показатель", titles, index=titles.index(wanted) if wanted in titles else 0, width=560)
    table(session, data[titles.index(chosen)])
    html.text(MARK, mark="shnor-small")


def table(session: Session, indicator: Indicator) -> None:
    """Schools down, periods across."""
    html.table(["Школа", *map(period_title, indicator.periods)],
               [[_school(session, line), *_values(session, line, indicator.periods)] for line in indicator.lines],
               numbers=range(1, len(indicator.periods) + 1), caption=indicator.title)
    html.text(_said(indicator), mark="shnor-small")


def _said(indicator: Indicator) -> str:
    schools = [line for line in indicator.lines if line.school_id]
    shares = any(value.unit == "%" for line in indicator.lines for value in line.values.values())
    people = ("число человек указано" if indicator.counted else "число человек не указано") if shares else ""
    return "; ".join(filter(None, (f"Школ в своде {len(schools)}", people))) + ". Пусто — в своде нет числа."


def _school(session: Session, line: Line) -> html.Cell:
    return to_school(session, line.school_id, line.title) if line.school_id else f"{line.title}, как в своде"


def _values(session: Session, line: Line, periods: tuple[str, ...]) -> list[html.Cell]:
    return [to_cells(session, found.text, found.upload, found.sheet, found.cell)
            if (found := line.values.get(period)) else "" for period in periods]


def block(session: Session, school_id: str) -> None:
    """On the page of a school: its indicators of past years. Nothing where the свод has none."""
    data: tuple[Indicator, ...] = cache.built(session, build, school_id, day=session.day)
    if not data:
        return
    st.header("Показатели прошлых лет")
    periods = tuple(dict.fromkeys(period for indicator in data for period in indicator.periods))
    periods = tuple(sorted(periods))
    html.table(["Показатель", *map(period_title, periods)],
               [[indicator.title, *_values(session, indicator.lines[0], periods)] for indicator in data],
               numbers=range(1, len(periods) + 1))
    html.text(MARK, mark="shnor-small")


def accepted(session: Session, before: int, after: int) -> bool:
    """Right after a свод was accepted between two states: its first figures, before anything else is asked."""
    fresh = [upload for upload in session.store.uploads() if before < upload.state <= after]
    if not any("indicator_values" in upload.kinds for upload in fresh):
        return False
    data: tuple[Indicator, ...] = cache.built(session, build, day=session.day)
    for indicator in data[:FRESH]:
        table(session, indicator)
    if len(data) > FRESH:
        html.text(html.Link(f"Остальные показатели свода: {len(data) - FRESH}", "summary"))
    html.text(MARK, mark="shnor-small")
    return True
