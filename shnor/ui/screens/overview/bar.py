"""The bar of choices of the first page, and what is done with the whole of it: one sheet of Excel, a print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from shnor import config, periods, wording
from shnor.service.centre.schools import SchoolCard
from shnor.service.pages.matrix import HELPED
from shnor.service.pages.overview import Line
from shnor.service.pages.sent import Sent
from shnor.service.pages.works import EVERY, LISTED
from shnor.ui.kit import context, html
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import tag
from shnor.ui.run import exports
from shnor.ui.run.session import Session
from shnor.workbooks.table import Table

MONTHS = 12
"""So many collected months can be chosen."""
AWAY = (("papers", "Справка", "Черновик аналитической справки на этот день"),
        ("show", "Показ", "Слайды для семинара, школы под буквами"))
"""What the first page leads to besides the menu: page, its word, what is there."""
"""The page with the draft of the справка."""


@dataclass(frozen=True)
class Shown:
    """month: whose reports are looked at (None: nothing is collected). day: everything is counted for it: the last day
    of an earlier month, else the day of the page. which: HELPED, LISTED, EVERY or the code of a school. told: what was
    asked for and is not there."""

    month: date | None
    day: date
    which: str
    told: tuple[str, ...] = ()


def shown(session: Session, sent: Sent, cards: Sequence[SchoolCard], choices: Choices) -> Shown:
    told: list[str] = []
    month = _month(sent, choices.get("month", ""), told)
    day = session.day
    if month and sent.awaited and month < sent.awaited:
        day = min(day, periods.containing("month", month).end)
    return Shown(month, day, _which(cards, choices.get("schools", ""), told), tuple(told))


def missing(chosen: Shown, choices: Choices) -> list[str]:
    """Names of the choices in whose place another one is shown."""
    there = {"month": not chosen.month or choices.get("month", "") in ("", _code(chosen.month)),
             "schools": choices.get("schools", "") in ("", chosen.which)}
    return [name for name, is_there in there.items() if not is_there]


def _month(sent: Sent, asked: str, told: list[str]) -> date | None:
    """Of the address; the awaited one where nothing or something else is asked for."""
    if not asked:
        return sent.awaited
    found = next((month for month in sent.months[-MONTHS:] if _code(month) == asked), None)
    if found is None and sent.awaited:
        told.append(f"{_named(asked)}: отчётов за этот месяц не собирали. Показан {wording.month(sent.awaited)} года.")
    return found or sent.awaited


def _named(asked: str) -> str:
    try:
        period = periods.parse(asked)
    except ValueError:
        return f"Месяц {wording.quoted(asked)}"
    return wording.capital(wording.month(period.start)) if period.kind == "month" else wording.capital(period.title)


def _which(cards: Sequence[SchoolCard], asked: str, told: list[str]) -> str:
    if asked in ("", HELPED, LISTED, EVERY) or asked in {card.school_id for card in cards}:
        return asked or HELPED
    told.append(f"Школы с кодом {wording.quoted(asked)} в реестре нет. Показаны сопровождаемые школы.")
    return HELPED


def _code(month: date) -> str:
    return periods.containing("month", month).code


def draw(sent: Sent, lines: Sequence[Line], cards: Sequence[SchoolCard], chosen: Shown, table: Table | None,
         file: str) -> None:
    """Choices at the left, deeds at the right; below them what was asked for and is not there."""
    months = [_code(month) for month in reversed(sent.months[-MONTHS:])]
    named = {HELPED: f"сопровождаемые, {len(lines)}", LISTED: f"перечень, {sum(card.on_list for card in cards)}",
             EVERY: f"все, {len(cards)}", **{card.school_id: card.name for card in cards
                                             if card.school_id == chosen.which}}
    with st.container(horizontal=True, key="shnor_overview_top", vertical_alignment="center"):
        context.bar((Choice("month", "Месяц", months, _title, width=210), Choice("schools", "Школы", [*named], named,
                                                                                width=280)),
                    {"month": _code(chosen.month) if chosen.month else "", "schools": chosen.which})
        html.show(_deeds(table, file))
    for words in chosen.told:
        html.text(words, mark="shnor-small")


def _title(code: str) -> str:
    return wording.month(periods.parse(code).start)


def _deeds(table: Table | None, file: str) -> html.Markup:
    link = html.NOTHING
    if table is not None:
        key = exports.key_of(table)
        exports.offer(key, table)
        link = tag("<a class='shnor-deed' href='{}' download='{}.xlsx' title='{}'>Свод месяца, Excel</a>",
                   config.outside(f"/shnor/table/{key}/{file}.xlsx"), file,
                   "Все школы одним листом: отчёты, сроки, отметки, курсы, помощь, просьбы")
    led = html.joined(tag("<a class='shnor-deed' href='{}' title='{}'>{}</a>", html.Link("", page).address, told, name)
                      for page, name, told in AWAY if page not in html.closed())
    return tag("<div class='shnor-deeds'>{}{}<button type='button' class='shnor-deed' data-shnor-deed='print'>Печать"
               "</button></div>", led, link)


