"""«Сегодня»: what is awaited, what is to be answered, what comes this week; each with the way to do it."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.metrics.standings import AWAITED, NO_REPORT, NOT_DONE
from shnor.service.centre.schools import SchoolCard
from shnor.service.copies import daily
from shnor.service.month import forms
from shnor.service.month.debts import Debt
from shnor.service.pages.overview import Overview
from shnor.service.pages.questions import Question
from shnor.service.pages.recommendations import Advice, coming
from shnor.service.pages.sent import Sent
from shnor.service.pages.support import SupportPage
from shnor.service.pages.turn import Turn
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Link, Marked, joined, tag
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session
from shnor.ui.screens.overview.tiles import named, short

WEEK, LATER, SOON = 7, 2, timedelta(days=30)
"""Days of «Сроки на неделе»; so many events after it are named too; a recommendation further off is not
named."""
DEBTS, ASKED, PLACES, LONGEST = 5, 3, 5, 60
"""So many lines of each stand open; characters of a question."""
OPEN = {NOT_DONE: ("Не выполнено", "not_done"), AWAITED: ("Документ ожидается", "awaited"),
        NO_REPORT: ("Нет сведений", "no_report")}


def panel(session: Session, data: Overview, sent: Sent, asked: Sequence[Question], help_given: SupportPage,
          advice: Sequence[Advice] = (), turn: Turn | None = None) -> None:
    """advice: every recommendation. turn: to the newest list."""
    cards = data.cards
    pieces = [_awaited(session, sent, cards), _questions(session, asked),
              *(_open(session, data, standing) for standing in OPEN), _week(session, data, help_given),
              _advice(session, advice), _turn(session, turn),
              _without_plan(session, data), _copies(session)]
    told = [piece for piece in pieces if piece]
    with st.container(border=True, key="shnor_block_overview-today"):
        html.show(tag("<h3>Сегодня <small>{}</small></h3><div class='shnor-doing'>{}</div>", wording.day(session.day),
                      joined(told) if told else html.text_html(
                          "Срочного нет: отчёты сданы, вопросов без ответа и сроков на неделе нет.")))


def _piece(title: str, number: Cell, lines: Sequence[Cell], more: Sequence[Cell] = (),
           deed: Markup = NOTHING) -> Markup:
    rest = html.fold(f"ещё {len(more)}", html.items_html(more)) if more else NOTHING
    return tag("<div class='shnor-do'><h4>{} {}</h4>{}{}{}</div>", title, html.cell(number),
               html.items_html(lines) if lines else NOTHING, rest, deed)


def _awaited(session: Session, sent: Sent, cards: Sequence[SchoolCard]) -> Markup:
    """Debts by their day: the oldest first, so that an old one is not forgotten when the month turns."""
    if not sent.debts:
        return NOTHING
    lines = [line for debt in sent.debts for line in _debt(session, debt, sent, cards)]
    reports = sum(len(debt.waiting) for debt in sent.debts)
    partial = sum(len(debt.partial) for debt in sent.debts)
    more = f", дополнить {partial}" if reports and partial else ""
    return _piece("Ждём" if reports else "Дополнить", f"{reports or partial}{more}", lines[:DEBTS], lines[DEBTS:],
                  _reminder(session, sent))


def _debt(session: Session, debt: Debt, sent: Sent, cards: Sequence[SchoolCard]) -> list[Cell]:
    name = forms.title(debt.form, debt.month, session.day)
    old = sent.awaited is not None and debt.month < sent.awaited
    due = f"срок {'был ' if debt.due < session.day else ''}{debt.due:%d.%m}" if debt.due != session.day else \
        "срок сегодня"
    lines: list[Cell] = []
    if debt.waiting:
        schools = [card.school_id for card, _ in debt.waiting]
        lines.append([Marked(name, "shnor-wanted") if old else name, f", {due}: ",
                      *named(session, schools, cards, most=6)])
    for card, cell in debt.partial:
        sheets = wording.listed([*map(wording.quoted, cell.missing)])
        lines.append([f"{name}: ", to_school(session, card.school_id, short(card, card.school_id)),
                      f" без {'листа' if len(cell.missing) == 1 else 'листов'} {sheets}"])
    return lines


def _reminder(session: Session, sent: Sent) -> Markup:
    """To the text of the letter: it is seen before it is taken."""
    owing = {card.school_id for debt in sent.debts for card, _ in (*debt.waiting, *debt.partial)}
    if sent.awaited is None or not session.changes:
        return NOTHING
    month = periods.containing("month", sent.awaited).code
    whom = next(iter(owing)) if len(owing) == 1 else "all"
    return tag("<a class='shnor-deed' href='{}'>Напомнить</a>", Link("", "upload", (
        ("remind", whom), ("month", month))).address)


def _questions(session: Session, asked: Sequence[Question]) -> Markup:
    waiting = [one for one in asked if not one.answer]
    if not waiting:
        return NOTHING
    lines = [_question(session, one) for one in waiting]
    deed = tag("<a class='shnor-deed' href='{}'>Ответить</a>", Link("", "support").address)
    title, deed = ("Ответить", deed) if session.changes else ("Ждут ответа", NOTHING)
    return _piece(title, Link(str(len(waiting)), "support"), lines[:ASKED], lines[ASKED:], deed)


def _question(session: Session, question: Question) -> Cell:
    return [to_school(session, question.school_id, short(question.card, question.school_id)),
            f" {wording.quoted(_short(question.need))} до {question.answer_by:%d.%m}"]


def _open(session: Session, data: Overview, standing: str) -> Markup:
    """Numbers of activities by school."""
    told = data.open.get(standing, ())
    counts = [one for one in (data.own, *(line.counts for line in data.lines)) if one]
    title, part = OPEN[standing]
    total = sum(getattr(one, part) for one in counts)
    if not total:
        return NOTHING
    known = {card.school_id: card for card in data.cards}
    numbers: dict[str, list[str]] = {}
    for school, number in told:
        numbers.setdefault(school, []).append(number)
    lines: list[Cell] = []
    for school, own in numbers.items():
        name = to_school(session, school, short(known.get(school), school)) if school else Link("центр", "roadmap")
        more = f" и ещё {len(own) - PLACES}" if len(own) > PLACES else ""
        lines.append([name, f": {', '.join(own[:PLACES])}{more}"])
    shown = len(lines) if len(lines) <= PLACES + 1 else PLACES
    return _piece(title, to_rows(session, wording.number(total), "roadmap_done_due", {"period": data.period}, part),
                  _joined(lines[:shown]), lines[shown:])


def _joined(lines: Sequence[Cell]) -> list[Cell]:
    """Short things stand in one line."""
    said: list[Cell] = []
    for line in lines:
        said += [*([" · "] if said else []), line]
    return [said] if said else []


def _week(session: Session, data: Overview, help_given: SupportPage) -> Markup:
    until = session.day + timedelta(days=WEEK)
    soon = [one for one in data.coming if one.day <= until]
    lines: list[Cell] = []
    for one in soon:
        link = to_rows(session, wording.counted(one.count, "срок"), "roadmap_done_due",
                       {"period": data.period, "due_date": one.day.isoformat()}, "ahead")
        whose = f" у {wording.counted(one.schools, 'школа', 'gen')}" if one.schools else " у центра"
        lines.append([f"{one.day:%d.%m}: ", link, whose])
    names = {card.school_id: card for card in data.cards}
    events = [row for row in help_given.coming if row["day"] >= session.day and periods.month_of(row["period"])]
    lines += [_event(row, names) for row in events if row["day"] <= until]
    later = _joined([_event(row, names) for row in events if row["day"] > until][:LATER])
    lines += [["Потом: ", *later]] if later else []
    if not lines:
        return NOTHING
    return _piece("Сроки на неделе", wording.number(sum(one.count for one in soon)), lines[:PLACES], lines[PLACES:])


def _advice(session: Session, advice: Sequence[Advice]) -> Markup:
    """The next one to come, where its day is near, and how many have passed their day without a word of their end."""
    late = sum(one.standing == "late" for one in advice)
    soon = [one for one in coming(advice, session.day) if one.due and one.due <= session.day + SOON]
    lines: list[Cell] = [[f"{one.due:%d.%m}: {wording.short_school(one.school) if one.school else one.addressee}, ",
                          Link(wording.quoted(_short(one.text)), "recommendations")] for one in soon[:1]]
    if late:
        lines.append(["срок прошёл, выполнение не подтверждено: ", to_rows(
            session, wording.number(late), "recommendations_late", {"year__to": session.day.year})])
    return _piece("Рекомендации", wording.number(len(soon)) if soon else "", lines) if lines else NOTHING


def _turn(session: Session, turn: Turn | None) -> Markup:
    """A list that is still ahead: who changes, where a mentor and a roadmap are missing."""
    if turn is None or not turn.is_ahead(session.day):
        return NOTHING
    lines: list[Cell] = []
    for words, schools in (("входит", turn.of("enters")), ("выходит", turn.of("leaves")),
                           ("наставник не назначен", turn.lacking("mentor") if turn.helped else ())):
        if schools:
            codes = [one.card.school_id for one in schools]
            lines.append([f"{words}: ", *named(session, codes, [one.card for one in schools], most=PLACES)])
    return _piece("Новый перечень", Link(f"с {turn.since:%d.%m}", "turn"), _joined(lines))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _event(row: dict, names: dict[str, SchoolCard]) -> Cell:
    schools = [code for code in (row["school_codes"] or "").split(";") if code]
    whom = f", {', '.join(short(names.get(code), code) for code in schools)}" if 0 < len(schools) <= 3 else \
        f", {wording.counted(len(schools), 'школа')}" if schools else ""
    when = f"{row['day']:%d.%m}" if len(row["period"]) == len("2026-12-03") else wording.period(row["period"])
    return [f"{when}: ", Link(row["event_kind"], "support"), whom]


def _without_plan(session: Session, data: Overview) -> Markup:
    """«Дорожных карт на 2027 год в базе нет: муниципалитет, № 5»: with where they are made."""
    if not data.without_plan:
        return NOTHING
    names = [part for card in data.without_plan for part in (
        ", ", to_school(session, card.school_id, short(card, card.school_id)) if card else "муниципалитет")]
    return _piece("Дорожных карт нет", f"на {session.day.year} год", [
        [*names[1:], ". Составить из прошлогодних: ", Link("Приём отчётов", "upload")]])


def _copies(session: Session) -> Markup:
    """Quietly, to who may make one: the newest copy is old and something came since."""
    said = daily.reminder(session.store, session.today, session.zone) if session.changes else ""
    return _piece("Копия", Link("сохранить", "versions", (("tab", "copies"),)), [said]) if said else NOTHING
