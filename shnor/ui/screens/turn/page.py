"""Pieces of the page «Новый перечень»: which list is looked at, who enters, leaves and stays, what is to be done by its
first day."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from shnor import wording
from shnor.service.pages import school_words
from shnor.service.pages.turn import Turn, Turning, build
from shnor.ui.kit import context, html, without_data
from shnor.ui.kit.block import Blocks
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Cell, Link, Tile
from shnor.ui.kit.links import to_school
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session
from shnor.ui.screens.settings import setup
from shnor.ui.screens.turn import pictures
from shnor.ui.screens.upload import roadmap_next

TURN = "turn"
TITLE = "Новый перечень"
NAMED = 4
"""So many schools are named in a tile."""


def made(session: Session, choices: Choices) -> Turn | None:
    return cache.built(session, build, day=session.day, since=_day(choices.get(TURN, "")))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of the page as values."""
    data = made(session, choices)
    if data is None:
        return Blocks()
    return Blocks.of(pictures.blocks(session, data),
                     [TURN] if choices.get(TURN, "") not in ("", data.since.isoformat()) else [])


def empty() -> None:
    without_data.offer("Перечней школ в базе пока нет. Вставьте перечень из приказа или примите форму: какие школы и с "
                       "какого дня. Здесь будет видно, кто входит и выходит, кого назначить, какие карты составить.",
                       "statuses")


def bar(session: Session, data: Turn) -> None:
    """Which list; one that is not there is said."""
    shown = {day.isoformat(): wording.day(day) for day in data.days}
    context.bar([Choice(TURN, "Перечень с", list(shown), shown, 260)], {TURN: data.since.isoformat()})
    asked = context.wanted(TURN)
    if asked in ("", data.since.isoformat()):
        context.settle(TURN, data.since.isoformat(), data.days[0].isoformat())
    else:
        html.text(f"Перечня, который начинается «{asked}», в базе нет: показан перечень с {wording.day(data.since)}.",
                  mark="shnor-small")


def lead(session: Session, data: Turn) -> None:
    """By which document, and that no later one is known."""
    papers = sorted({one.entry.document for one in data.listed if one.entry.document})
    told = f"Перечень ШНОР с {wording.day(data.since)}: {wording.listed(papers) or 'документ не указан'}."
    later = "" if data.is_ahead(session.day) or data.since != data.days[0] else (
        " Более позднего перечня в базе нет.")
    html.text(told + later, mark="shnor-lead")


def tiles(session: Session, data: Turn) -> None:
    """Three parts of the two lists, and where a mentor is still to be appointed."""
    enters, leaves, stays = (data.of(change) for change in ("enters", "leaves", "stays"))
    html.tiles([_tile(session, "Входят", enters, "никто"), _tile(session, "Выходят", leaves, "никто"),
                _tile(session, "Остаются", stays, "никто"), _mentors(session, data)])


def _tile(session: Session, name: str, schools: Sequence[Turning], nobody: str, whole: str = "") -> Tile:
    return Tile(name, str(len(schools)), whole=whole, words=named(session, schools) or nobody)


def _mentors(session: Session, data: Turn) -> Tile:
    name = f"Наставника на {data.since:%d.%m} нет"
    if not data.helped:
        return Tile(name, wording.LONG_DASH, words="кто помогает школам, не внесено")
    return _tile(session, name, data.lacking("mentor"), "наставник есть у каждой школы", f"из {len(data.listed)}")


def named(session: Session, schools: Sequence[Turning], most: int = NAMED) -> list[Cell]:
    """«№ 8, № 9 и ещё 3», each with its page."""
    parts: list[Cell] = []
    for one in schools[:most]:
        parts += [", ", to_school(session, one.card.school_id, short(one))]
    more = f" и ещё {len(schools) - most}" if len(schools) > most else ""
    return [*parts[1:], *([more] if more else [])]


def short(one: Turning) -> str:
    return wording.short_school(one.card.name)


def deeds(session: Session) -> None:
    """What the coordinator does here: the new list, the new roadmap."""
    if not session.changes:
        return
    with st.container(horizontal=True, key="shnor_deeds"):
        if st.button("Карта на новый год", help="Черновик из прошлогодней карты и невыполненных рекомендаций"):
            roadmap_next.dialog(session)
    mine = tray.of(session)
    if not mine.empty:
        html.text("Составленная карта ждёт, пока вы её примете: ", Link("Приём отчётов", "upload"), ".",
                  mark="shnor-small")


def paste(session: Session, *, is_open: bool) -> None:
    """The list of an order becomes entries, said in words before it is accepted."""
    if not session.changes:
        return
    with st.expander("Вставить перечень из приказа", expanded=is_open):
        if setup.statuses(session):
            st.rerun()


def merged(session: Session, data: Turn) -> None:
    """Which schools have become parts of others; each keeps its own figures."""
    if not data.merged:
        return
    lines: list[Cell] = []
    for card in data.merged:
        name = to_school(session, card.school_id, wording.short_school(card.name))
        for told, part in school_words.parts(card):
            page = to_school(session, part.school_id, "Открыть её страницу")
            link: list[Cell] = [" ", page] if part.school_id else []
            lines.append([name, f": {wording.small(told)}", *link])
    html.show(html.tag("<h2>Объединённые школы и филиалы</h2>{}", html.items_html(lines)))
