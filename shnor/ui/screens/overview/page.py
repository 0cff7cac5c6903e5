"""Pieces of the first page."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import streamlit as st

from shnor import periods, wording, wording_time
from shnor.service.centre.schools import SchoolCard
from shnor.service.figures.roadmap import OWN
from shnor.service.figures.rows import Where
from shnor.service.month import forms
from shnor.service.month.debts import Debt
from shnor.service.month.owed import Cell as Owed
from shnor.service.pages.overview import Line, Overview
from shnor.service.pages.questions import Question
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts

SILENT = 5
DEBTS = 6
"""So many lines about reports whose day has passed stand open, the earliest first; the rest of them is folded."""


class Dated(NamedTuple):
    """A line with its day. reports: how many it asks for, one of each school; none of a question."""

    due: date
    reports: int
    words: Cell


def empty(session: Session) -> None:
    st.title("С чего начать")
    html.text("В базе пока нет дорожной карты. Перетащите её файл, таблицу или документ, на странице «Приём отчётов»: "
              "здесь появится, где сейчас каждая школа и что нужно сделать.", mark="shnor-lead")
    with st.container(horizontal=True):
        st.page_link("setup.py", label="Ответить на семь вопросов")
        st.page_link("upload.py", label="Открыть приём отчётов")
    html.text("Удобнее начать со списка школ, потом принять перечни и дорожные карты. Пустые формы с подсказками — "
              "на странице «Что как считается».")


def today(session: Session, data: Overview, asked: Sequence[Question] = (), owing: Sequence[Debt] = ()) -> None:
    """The answer to the first question of the morning."""
    st.title("Что нужно сделать")
    silent = [
        _no_report(session, to_school(session, line.card.school_id, line.card.name), line.counts.no_report,
                   _of_school(line, data.period))
        for line in data.lines if line.counts and line.counts.no_report]
    lines: list[Cell] = []
    if data.own and data.own.no_report:
        lines.append(_no_report(session, "Дорожная карта муниципалитета", data.own.no_report,
                                {**OWN, "period": data.period}))
    lines += _without_plan(session, data)
    reports = owed(session, owing)
    late = [line for line in reports if line.due < session.day]
    unanswered = [one for one in asked if not one.answer]
    questions = [Dated(one.answer_by, 0, _asked(session, one)) for one in unanswered[:SILENT]]
    dated = (*late[:DEBTS], *reports[len(late):], *questions)
    lines += [line.words for line in sorted(dated, key=lambda line: line.due)]
    if more := unanswered[SILENT:]:
        lines.append(f"и ещё {wording.counted(len(more), 'вопрос')} школ без ответа")
    for part, words in (("not_done", "не выполнено, срок прошёл"), ("awaited", "выполнено, документ ожидается")):
        everybody = [counts for counts in (data.own, *(line.counts for line in data.lines)) if counts]
        if total := sum(getattr(counts, part) for counts in everybody):
            lines.append([f"По всем дорожным картам: {words} — ",
                          to_rows(session, str(total), "roadmap_done_due", {"period": data.period}, part)])
    if len(silent) > SILENT:
        silent[SILENT:] = [f"и ещё школ, по которым нет сведений: {len(silent) - SILENT}; все они в таблице ниже"]
    if lines or silent:
        html.items([*lines, *silent])
    else:
        html.text("Срочного нет: по всем наступившим срокам есть сведения.")
    if folded := late[DEBTS:]:
        html.show(html.fold(f"Ещё долги: {wording.counted(sum(line.reports for line in folded), 'отчёт')}",
                            html.items_html([line.words for line in folded])))


def _without_plan(session: Session, data: Overview) -> list[Cell]:
    """«Дорожных карт на 2027 год в базе нет: муниципалитет, МБОУ ООШ № 5. …»: in one line, with where they are made."""
    if not data.without_plan:
        return []
    names = [part for card in data.without_plan for part in (
        ", ", to_school(session, card.school_id, card.name) if card else "муниципалитет")]
    return [[f"Дорожных карт на {session.day.year} год в базе нет: ", *names[1:], ". Составить из прошлогодних: ",
             Link("Приём отчётов", "upload"), ", кнопка «Карта на новый год»"]]


def owed(session: Session, owing: Sequence[Debt]) -> list[Dated]:
    """A line a form and month, a line for each report that came in part; by due day, what is past stands first."""
    lines: list[Dated] = []
    for debt in owing:
        lines += [Dated(debt.due, len(debt.waiting), _awaited(session, debt))] if debt.waiting else []
        lines += [Dated(cell.due, 1, _in_part(session, debt, card, cell)) for card, cell in debt.partial]
    return sorted(lines, key=lambda line: line.due)


def _in_part(session: Session, debt: Debt, card: SchoolCard, cell: Owed) -> Cell:
    sheets = wording.listed([*map(wording.quoted, cell.missing)])
    return [f"{wording.capital(forms.title(debt.form, debt.month, session.day))} сдан не весь: ",
            to_school(session, card.school_id, card.name),
            f", ждём {'лист' if len(cell.missing) == 1 else 'листы'} {sheets}"]


def _awaited(session: Session, debt: Debt) -> Cell:
    """«Ждём отчёт за ноябрь, срок был 25.11.2026: …»; nobody alone is «и ещё 1»."""
    schools = [card for card, _ in debt.waiting]
    named = schools if len(schools) <= SILENT + 1 else schools[:SILENT]
    names = [part for card in named for part in (", ", to_school(session, card.school_id, card.name))]
    more = len(schools) - len(named)
    return [f"Ждём {forms.title(debt.form, debt.month, session.day)}, {wording_time.due(debt.due, session.day)}: ",
            *names[1:],
            f" и ещё от {wording.counted(more, 'школа', 'gen')}" if more > 0 else ""]


def _asked(session: Session, question: Question) -> Cell:
    whose = to_school(session, question.school_id, question.card.name) if question.card else question.school_id
    return [f"Ответить до {wording.day(question.answer_by)}: ", whose, f" просит {wording.quoted(question.need)}"]


def _no_report(session: Session, whose: Cell, n: int, where: Where) -> Cell:
    return [whose, ": нет сведений по ", to_rows(session, str(n), "roadmap_done_due", where, "no_report"),
            f" {wording.noun(n, 'срок', 'dat')}"]


def schools(session: Session, data: Overview) -> None:
    """The matrix, by school number: the four parts, never a place among schools; one listed school is no matrix."""
    if data.listed == 1:
        one(session, data)
        return
    st.header(f"Где сейчас каждая школа, {data.period} год" if data.period.isdigit() else "Где сейчас каждая школа")
    if not data.lines:
        html.text("Ни у одной школы нет своей дорожной карты или статуса. Примите список школ и перечни.")
        return
    shown = parts.columns(line.counts for line in data.lines if line.counts)
    html.table(["Школа", "Статус", *shown.values()],
               [_line(session, line, data.period, [*shown]) for line in data.lines], numbers=range(2, 2 + len(shown)))
    html.text(f"Школ в реестре {data.register}, в перечне ШНОР {data.list_year} года {data.listed}. Порядок — по "
              "номеру школы. Каждое число ведёт к строкам файлов.", mark="shnor-small")


def one(session: Session, data: Overview) -> None:
    """The only school of the list: its own four parts; beside it, in a line each, schools with another status."""
    [own] = [line for line in data.lines if line.card.on_list]
    st.header(wording.typeset(f"{own.card.name}: дорожная карта, {periods.parse(data.period).title}"))
    if own.counts is None:
        html.text("У школы нет своей дорожной карты в базе.")
    else:
        parts.four_parts(session, own.counts, _of_school(own, data.period))
    html.text(to_school(session, own.card.school_id, "Открыть страницу школы"))
    html.items([[to_school(session, line.card.school_id, line.card.name), f": {_statuses(line)}; ",
                 *_due(session, line, data.period)] for line in data.lines if line is not own])
    html.text(f"Школ в реестре {data.register}, в перечне ШНОР {data.list_year} года одна.", mark="shnor-small")


def _of_school(line: Line, period: str) -> Where:
    """Rows of its roadmaps of the period."""
    return {"school_id": line.card.school_id, "period": period}


def _due(session: Session, line: Line, period: str) -> list[Cell]:
    if line.counts is None:
        return ["своей дорожной карты в базе нет"]
    words, n, rest = wording.deadlines_due(line.counts.due, line.counts.planned)
    return [f"по дорожной карте {words}", to_rows(session, n, "roadmap_done_due", _of_school(line, period), "due"),
            f"{rest}, {parts.in_words(line.counts)}"]


def _statuses(line: Line) -> str:
    return ", ".join(dict.fromkeys(status.title for status in line.card.statuses)) or "—"


def _line(session: Session, line: Line, period: str, shown: Sequence[str]) -> list[Cell]:
    statuses = _statuses(line)
    name = to_school(session, line.card.school_id, line.card.name)
    if line.counts is None:
        return [name, statuses, "нет данных", *[""] * (len(shown) - 1)]
    return [name, statuses, *parts.numbers(session, line.counts, shown, _of_school(line, period))]


def plan(session: Session, data: Overview) -> None:
    """The municipality's own roadmap: is it on plan."""
    if not data.own:
        return
    own = [p.title for p in data.plans if not p.school_id]
    st.header("Идём ли по плану")
    html.text(f"{'; '.join(own)}: {wording.counted(data.own.activities, 'мероприятие')}, "
              f"направлений {len(data.directions)}.")
    where = {**OWN, "period": data.period}
    parts.four_parts(session, data.own, where)
    parts.directions(session, data.directions, where)


def dates(session: Session, data: Overview) -> None:
    if not data.next_dates:
        return
    st.header("Ближайшие сроки")
    names = {line.card.school_id: line.card.name for line in data.lines}
    html.table(["Срок", "Чьё", "№", "Мероприятие"],
               [[f"{row.due_date:%d.%m.%Y}", names.get(row.school_id or "", "муниципалитет"), row.number,
                 row.activity or ""] for row in data.next_dates])
