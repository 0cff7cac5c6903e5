"""Pieces of the page «Методическая помощь»."""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from shnor import periods, wording
from shnor.service.pages.support import OF_SCHOOL, Compared, Helped, SupportPage
from shnor.ui.kit import choice, html, without_data
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session

HEADS = {"выезд": "Выезды", "консультация": "Консультации", "мастер-класс": "Мастер-классы"}


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет ни мероприятий, ни вопросов школ. Страницу заполнят журнал мероприятий центра (вид, дата,"
        " тема, школы), план на год и лист «Вопрос центру» из отчётов школ.", "events", "requests")


def years(data: SupportPage) -> None:
    if len(data.years) > 1:
        chosen = data.year if data.year in data.years else data.years[0]
        choice.box("Год", "year", data.years, chosen, width=160)


def held(session: Session, data: SupportPage) -> None:
    """What was held, in one sentence, then by kind against the plan and the year before."""
    without_data.empty_year(session.day, data.year, data.years)
    if not data.held:
        html.text(nothing(data), mark="shnor-lead")
        return
    until = "" if data.last == date(data.year, 12, 31) else f" по {wording.day(data.last)}"
    html.text(f"В {data.year} году{until} {held_word(data)} ", *counts(session, data), ".", mark="shnor-lead")
    html.text(f"Помощь центра, наставников, тьюторов и кураторов {data.set}. Отменённые не считаются; мероприятие из "
              "журнала и то же самое из отчёта школы считаются один раз.", mark="shnor-small")
    if data.own:
        html.text(f"Школы провели сами: {wording.events(data.own)}.", mark="shnor-small")
    st.header("По видам")
    head = ["Вид", "Проведено", "По плану", *([_before(data.compared)] if data.compared else [])]
    html.table(head, [_kind(session, data, kind) for kind in _kinds(data)], numbers=(1,))


def held_word(data: SupportPage) -> str:
    return wording.held({kind: figure.numerator for kind, figure in data.held.items()})


def counts(session: Session, data: SupportPage) -> list[Cell]:
    """«7 семинаров, 4 вебинара», each leading to its rows."""
    said: list[Cell] = []
    for kind, figure in data.held.items():
        text = wording.event_count(figure.numerator, kind)
        said += [", " if said else "", _rows(session, data, text, event_kind=kind)]
    return said


def nothing(data: SupportPage) -> str:
    """No help in the year; what schools held themselves is no help, and is said all the same."""
    if not data.own:
        return f"За {data.year} год проведённых мероприятий в базе нет."
    return (f"За {data.year} год о помощи центра, наставников, тьюторов и кураторов записей нет. Школы провели сами: "
            f"{wording.events(data.own)}.")


def _kinds(data: SupportPage) -> list[str]:
    """Held, planned or held the year before."""
    told = {**data.held, **data.plan, **(data.compared.before if data.compared else {})}
    return sorted(told, key=wording.by_event_kind)


def _kind(session: Session, data: SupportPage, kind: str) -> list[Cell]:
    count = data.held[kind].numerator if kind in data.held else 0
    plan = data.plan.get(kind)
    line: list[Cell] = [wording.capital(kind), _rows(session, data, str(count), event_kind=kind) if count else "0"]
    line.append("плана нет" if plan is None else to_rows(
        session, wording.figure_text(plan), "events_plan_share", {"event_kind": kind, "year": str(data.year)}))
    if data.compared:
        line.append(_compared(session, data.compared, kind, count))
    return line


def _before(compared: Compared) -> str:
    if not compared.equal:
        return f"В среднем за месяц, {compared.now.last.year} и {compared.then.last.year} годы"
    return f"За те же месяцы {compared.then.last.year} года, по {wording.day(compared.then.last)}"


def _compared(session: Session, compared: Compared, kind: str, count: int) -> Cell:
    """As many months on both sides: the number; else averages, never totals beside each other."""
    before = compared.before.get(kind, 0)
    apart = not compared.equal and (count or before)
    text = wording.monthly(*compared.averages(kind, count)) if apart else str(before)
    where = {"event_kind": kind, "year": str(compared.then.last.year), "day__to": compared.then.last.isoformat()}
    return to_rows(session, text, "events_count", where) if before else text


def note(data: SupportPage) -> None:
    """Why averages stand there."""
    if data.compared and not data.compared.equal:
        now, then = data.compared.now, data.compared.then
        html.text(f"Месяцев разное число: {wording.months_in_words(now.first, now.last)} ({now.months}) и "
                  f"{wording.months_in_words(then.first, then.last)} ({then.months}), поэтому сравнивается среднее за "
                  "месяц.", mark="shnor-small")


def months(session: Session, data: SupportPage) -> None:
    """Kinds down, months across, then what is known only by a longer period, the sum and the plan."""
    if not data.held:
        return
    st.header("По месяцам")
    columns = [*_months(data), *([None] if any(month is None for month, _ in data.by_month) else [])]
    head = [periods.MONTHS[month.month - 1][:3] if month else "месяц не указан" for month in columns]
    html.table(["Вид", *head, "всего", "план"],
               [[wording.capital(kind), *(_month(session, data, month, kind) for month in columns),
                 _rows(session, data, str(data.held[kind].numerator), event_kind=kind),
                 str(data.plan[kind].denominator) if kind in data.plan else "нет"] for kind in data.held],
               numbers=range(1, len(head) + 3))


def _months(data: SupportPage) -> Iterator[date]:
    """From the first month anything is known of to the last one counted."""
    known = [month for month, _ in data.by_month if month]
    month = periods.containing("month", min(known)) if known else None
    while month and month.start <= data.last:
        yield month.start
        month = month.next()


def _month(session: Session, data: SupportPage, month: date | None, kind: str) -> Cell:
    count = data.by_month.get((month, kind), 0)
    where = {"event_kind": kind, "month": month.isoformat() if month else ""}
    return _rows(session, data, str(count), **where) if count else "0" if month else ""


def _rows(session: Session, data: SupportPage, text: str, **where: str) -> Link:
    return to_rows(session, text, "events_count", {**where, "year": str(data.year)})


def schools(session: Session, data: SupportPage) -> None:
    """How each school is helped, by number."""
    if not any(school.counts or school.others for school in data.schools):
        return
    st.header("Чем помогаем школам")
    html.table(["Школа", *(HEADS[kind] for kind in OF_SCHOOL), "Вместе с другими школами",
                *(["Следующий выезд"] if data.current else [])],
               [_school(session, data, school) for school in data.schools], numbers=range(1, 1 + len(OF_SCHOOL)))
    html.text("Мероприятие для нескольких школ стоит в строке каждой из них, поэтому столбцы не складываются.",
              mark="shnor-small")


def _school(session: Session, data: SupportPage, school: Helped) -> list[Cell]:
    def number(kind: str, n: int, text: str) -> Cell:
        return _rows(session, data, text, event_kind=kind, school_codes=school.card.school_id) if n else text

    others: list[Cell] = []
    for kind, n in school.others.items():
        others += [", " if others else "", number(kind, n, wording.event_count(n, kind))]
    return [to_school(session, school.card.school_id, wording.typeset(school.card.name)),
            *(number(kind, school.counts[kind], str(school.counts[kind])) for kind in OF_SCHOOL), others,
            *([wording.period(school.visit["period"]) if school.visit else "не назначен"] if data.current else [])]


def coming(data: SupportPage) -> None:
    """Planned events that have a day or a month."""
    if not data.coming:
        return
    st.header("Что дальше по плану")
    html.table(["Когда", "Что", "Тема", "Для каких школ"],
               [[wording.period(row["period"]), wording.capital(row["event_kind"]), row["topic"],
                 ", ".join(data.names.get(code, code) for code in row["school_codes"].split(";")) if row["school_codes"]
                 else "школы не указаны"] for row in data.coming])
