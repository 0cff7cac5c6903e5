"""Pieces of the page of one school."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from shnor import periods, wording, wording_time
from shnor.metrics.standings import NO_REPORT, NOT_DONE
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.roadmap import Deadline
from shnor.service.month import workbook
from shnor.service.month.owed import Cell
from shnor.service.pages import school_words
from shnor.service.pages.school import SchoolPage
from shnor.ui.kit import choice, html
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts

SHOWN, COMING = 6, 3
"""So many lines of a list are shown, of what lies ahead fewer; the rest is counted."""


def empty(session: Session) -> None:
    st.title("Школа")
    html.text("В реестре нет ни одной школы. Примите список школ на странице «Приём отчётов»; пустая форма — "
              "на странице «Что как считается».", mark="shnor-lead")


def choose(cards: list[SchoolCard]) -> str:
    """The school of the address; an unknown one is said; without one the first on the list of ШНОР is shown."""
    wanted = st.query_params.get("school", "")
    ids = [card.school_id for card in cards]
    names = {card.school_id: card.name for card in cards}
    listed = min(cards, key=lambda card: (not card.on_list, not card.statuses)).school_id
    if wanted and wanted not in ids:
        html.text(f"Школы с кодом «{wanted}» в реестре нет. Выберите школу из списка.", mark="shnor-error")
    start = wanted if wanted in ids else listed
    if not wanted:
        st.query_params["school"] = start
    choice.box("Школа", "school", ids, start, width=420, shown=names.__getitem__, label=False)
    return start


def head(session: Session, data: SchoolPage) -> None:
    st.title(data.card.name)
    card = data.card
    facts = [f"{wording.counted(card.pupils, 'обучающийся')}" if card.pupils is not None else "",
             f"{wording.counted(card.staff, 'педагог')}" if card.staff is not None else "",
             ", ".join(status.title for status in card.statuses),
             f"в {'перечне' if len(card.years) == 1 else 'перечнях'} ШНОР: {_years(card.years)}" if card.years else ""]
    html.text(" · ".join(filter(None, facts)))
    last = f"последний отчёт за {wording.month(data.reported[-1])}" if data.reported else \
        "своих отчётов ещё не было"
    html.text(f"Данные на {session.day:%d.%m.%Y}; {last}.", mark="shnor-small")


def _years(years: tuple[int, ...]) -> str:
    whole = len(years) > 2 and years[-1] - years[0] == len(years) - 1
    return f"{years[0]}–{years[-1]}" if whole else ", ".join(map(str, years))


def needed(session: Session, data: SchoolPage, owing: Sequence[Cell] = ()) -> None:
    """What is needed now: no blame, reports first. owing: of the school, the earliest day first."""
    st.header("Что сейчас нужно")
    lines = school_words.debts(owing, session.day, SHOWN)
    lines += [f"сообщить о {_named(row)}: {_when(session, row)}, {row.standing_in_words}"
              for row in data.no_report[:SHOWN]]
    lines += school_words.rest(data.no_report, SHOWN, about=f": {NO_REPORT}")
    lines += [f"{_named(row)}: срок прошёл {_due(row)}, {NOT_DONE}" for row in data.not_done[:SHOWN]]
    lines += school_words.rest(data.not_done, SHOWN, about=f": {NOT_DONE}")
    if data.awaited:
        lines.append(f"документ ожидается: {school_words.numbers(data.awaited)}")
    lines += [f"до {_due(row)} — {_named(row)}" for row in data.ahead[:COMING]]
    lines += school_words.rest(data.ahead, COMING, about=" впереди")
    if lines:
        html.items(lines)
    if not data.plans:
        html.text("У школы нет своей дорожной карты в базе.")
    elif not lines:
        html.text("Срочного нет.")


def _named(row: Deadline) -> str:
    return f"{row.number} {wording.quoted(row.activity or '')}"


def _when(session: Session, row: Deadline) -> str:
    return wording_time.due(row.due_date, session.day) if row.due_date else "срок прошёл"


def _due(row: Deadline) -> str:
    return wording.day(row.due_date) if row.due_date else wording.DASH


def roadmap_parts(session: Session, data: SchoolPage) -> None:
    if not data.parts:
        return
    st.header(f"Дорожная карта, {data.period}")
    where = {"school_id": data.card.school_id, "period": data.period}
    parts.four_parts(session, data.parts, where)
    with st.expander(f"Открыть строки: {len(data.rows)}"):
        parts.deadlines(session, data.rows)
    with st.expander("Показатели дорожной карты"):
        parts.tiles(session, data.figures, where)


def words(session: Session, data: SchoolPage) -> None:
    st.header("Пояснение школы")
    if not data.words:
        html.text("Пояснений пока нет.")
    html.items([f"{wording.month(row.month)}, {row.number}: {wording.quoted(row.note)}" for row in data.words])


def grounds(session: Session, data: SchoolPage) -> None:
    st.header("На чём основан вывод")
    coming = [f"с {wording.day(status.since)} войдёт в перечень {_list(status.title)}" for status in data.card.coming]
    if not data.card.statuses:
        html.text(f"{'; '.join(('Школа сейчас не входит ни в один перечень', *coming))}.")
        return
    html.items([*(f"{status.title}: с {status.since:%d.%m.%Y}"
                  + (f" по {status.until:%d.%m.%Y}" if status.until else "")
                  + (f", {status.document}" if status.document else ", основание не указано")
                  for status in data.card.statuses), *coming])


def _list(title: str) -> str:
    """«ШНОР», a list of several words in quotation marks."""
    return wording.quoted(title) if " " in title else title


def month_file(session: Session, data: SchoolPage) -> None:
    """The pre-filled workbook of a month."""
    if not data.plans:
        return
    st.header("Отчёт за месяц")
    this = periods.containing("month", session.day)
    chosen = st.selectbox("Месяц отчёта", [this.start, this.next().start, this.previous().start], width=260,
                          format_func=wording.month, key="shnor_month")
    st.download_button("Скачать файл для школы", key="shnor_month_file",
                       file_name=workbook.workbook_name(data.card.name, chosen),
                       data=lambda: _workbook(session, data.card.school_id, chosen))
    html.text("В файле только то, что наступает, осталось с прошлых месяцев и начинается дальше. Если изменений нет, "
              "школе достаточно одной ячейки.", mark="shnor-small")


def _workbook(session: Session, school: str, start: date) -> bytes:
    with session.store.view() as view:
        return workbook.workbook(view, school, start, session.forms)
