"""Pieces of the page of a school beside its roadmap."""

from collections.abc import Sequence

import streamlit as st

from shnor import periods, wording, wording_change
from shnor.metrics.figure import Figure
from shnor.service.pages import school_words
from shnor.service.pages.school_topics import Asked, Cell, Line, Pooled, SchoolTopics, Where
from shnor.ui.kit import compared, html
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session


def help_got(session: Session, data: SchoolTopics, school: str) -> None:
    """Help received stands above results."""
    st.header("Чем помогаем")
    found = data.help
    counts = {**found.counts, **found.others} if found else {}
    where = {"school_codes": school, "year": str(found.year if found else session.day.year)}
    held = [to_rows(session, wording.event_count(n, kind), "events_count", {**where, "event_kind": kind})
            for kind, n in counts.items() if n]
    if not found or not held:
        html.text(school_words.NO_HELP)
    else:
        html.text(wording.capital(f"{school_words.since(found, session.day)}: "), *_dotted(held))
    if found and found.visit:
        html.text(f"Следующий выезд {wording.day(found.visit['day'])}.")


def _dotted(links: Sequence[html.Cell]) -> list[html.Cell]:
    return [part for link in links for part in (" · ", link)][1:]


def questions(session: Session, data: SchoolTopics) -> None:
    """What the school asks; open ones first."""
    if not data.questions:
        return
    st.header("Вопросы школы")
    html.items([_question(one) for one in data.questions])


def _question(one) -> str:
    asked = f"{wording.quoted(one.need)} ({wording.day(one.asked_on)})"
    if one.answer:
        return f"{asked} → {one.answer}"
    return f"{asked} → ответ до {wording.day(one.answer_by)}" + (", предлагаемый срок" if one.proposed else "")


def results(session: Session, data: SchoolTopics) -> None:
    """Counts before percentages; the first attempt beside the last."""
    if not data.results and not data.pooled:
        return
    st.header("Результаты: получили «2», человек из числа писавших")
    before, after = (_year(code) for code in data.years)
    html.table(["Работа", before, after, "Что можно сказать"], [_line(session, line) for line in data.results])
    compared.by_chance(line.change for line in data.results)
    for pooled in data.pooled:
        html.text(f"{pooled.name}: ", _low(session, pooled.own, pooled.where), *_listed(session, pooled), ".")


def _listed(session: Session, pooled: Pooled) -> list[html.Cell]:
    """The schools of the list in the newest of the years; one year beside several is said to be one."""
    if pooled.listed is None:
        return []
    return [f"; {pooled.listed.set} в {pooled.newest} учебном году: ",
            _low(session, pooled.listed, pooled.listed_where)]


def _low(session: Session, figure: Figure, where: Where) -> html.Cell:
    return to_rows(session, wording.figure_text(figure), "low_mark_share", where)


def _year(code: str) -> str:
    return periods.parse(code).title.removesuffix(" учебный год") if code else "—"


def _line(session: Session, line: Line) -> list[html.Cell]:
    return [line.name, _cell(session, line.before), _cell(session, line.after), _said(line)]


def _said(line: Line) -> str:
    people = wording_change.moved(line.change) if line.change and line.change.people else ""
    return "; ".join(filter(None, (people, wording_change.conclusion(line.change))))


def _cell(session: Session, cell: Cell | None) -> html.Cell:
    return to_rows(session, wording.k_of_n(cell.k, cell.n), "low_mark_share", cell.where) if cell else "—"


def courses(session: Session, data: SchoolTopics, school: str, staff: int | None) -> None:
    """staff: teachers of the school, if known."""
    if not data.courses:
        return
    st.header("Курсы")
    html.items([[before, _figure(session, figure, school), after] for before, figure, after in school_words.courses(
        data.courses, data.courses_year, session.day, staff)])


def surveys(session: Session, data: SchoolTopics, school: str) -> None:
    if not data.surveys:
        return
    st.header(f"Опрос, {_wave(data.surveys[0].now)}")
    html.items([_asked(session, asked, school) for asked in data.surveys])


def _asked(session: Session, asked: Asked, school: str) -> html.Cell:
    parts: list[html.Cell] = [f"{wording.quoted(asked.question)}: ", _figure(session, asked.now, school),
                              school_words.answered(asked.response)]
    if asked.before:
        parts += [f"; {_wave(asked.before)}: ", _figure(session, asked.before, school)]
    return parts


def _figure(session: Session, figure: Figure, school: str) -> html.Cell:
    return to_rows(session, wording.figure_text(figure), figure.metric, {**figure.group, "school_id": school})


def _wave(figure: Figure) -> str:
    code = figure.group["wave"]
    return periods.parse(code).title if len(code) < 10 else wording.day(periods.first_day(code))
