"""Courses, the first half of «Курсы и профессиональные дефициты»."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from shnor import wording
from shnor.charts import inline
from shnor.metrics.figure import Figure
from shnor.service.pages.courses import ALL, BEFORE, LIST, LISTED, MUNICIPALITY, PLANNED, CoursesPage, build
from shnor.ui.kit import block, context, html, running, without_data
from shnor.ui.kit.block import Blocks, Row
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import Cell, Tile
from shnor.ui.kit.links import to_school
from shnor.ui.kit.roster import FROM
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.courses import pictures, words

TITLE = "Курсы и профессиональные дефициты"


def empty() -> None:
    """Which files would fill the page."""
    st.title(TITLE)
    without_data.offer(
        "В базе пока нет ни курсов, ни кадров. Страницу заполнят списки курсов (школа, предмет, программа, сколько"
        " человек и удостоверений), план курсов на год и кадры по предметам. Фамилии не нужны: если они есть в "
        "файле, останутся только числа. Ниже встанут дефициты, индивидуальные маршруты и диагностика компетенций.",
        "courses", "staff", "deficits", "routes", "competence")


def made(session: Session, choices: Choices) -> CoursesPage:
    """The data of the page for what is chosen."""
    year, whose = choices.get("year", ""), choices.get("schools", LISTED)
    return cache.built(session, build, day=session.day, year=int(year) if year.isdigit() else None,
                       whose=LISTED if whose == LIST else whose, subject=choices.get("subject", ""),
                       compare=context.compared(choices))


def is_filled(data: CoursesPage) -> bool:
    return bool(data.years or data.staff_days)


def bar(session: Session, data: CoursesPage) -> None:
    """The one bar of choices, and what was asked and is not there."""
    has_list = bool(data.where) or data.whose != LISTED
    listed = {LIST: "перечень" if has_list else "все", ALL: "все школы"} if session.scope.sees_all else {
        ALL: "ваши школы"} if len(data.schools) > 1 else {}
    whose = {**listed, **data.schools}
    chosen = {"year": str(data.year), "schools": data.whose or LIST, "subject": data.subject}
    for name, default in (("year", str((*data.years, data.year)[0])), ("schools", LIST), ("subject", "")):
        if name not in data.missing:
            context.settle(name, chosen[name], default)
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_head_courses"):
        st.title(TITLE, width="content", anchor=False)
        context.bar((
            Choice("year", "Год", [str(year) for year in data.years], width=140),
            Choice("schools", "Школы", list(whose), whose, width=250),
            Choice("subject", "Предмет", ["", *data.subjects], {"": "все"}, width=220)), chosen)
        context.compare(_comparable(session, data))
    for line in missing(data):
        html.text(line, mark="shnor-small")
    context.left_out(session, _comparable(session, data), _shown(data))


def _comparable(session: Session, data: CoursesPage) -> Mapping[str, str]:
    sets = {LIST: "школы перечня", MUNICIPALITY: "муниципалитет"} if session.scope.sees_all else {}
    before = {BEFORE: f"{data.year - 1} год"} if data.year - 1 in data.years else {}
    return {code: name for code, name in {**sets, **before, **data.schools}.items() if code != _shown(data)}


def _shown(data: CoursesPage) -> str:
    """What stands on the page, as it is called where it is compared."""
    return {LISTED: LIST, ALL: MUNICIPALITY}.get(data.whose, data.whose)


def missing(data: CoursesPage) -> list[str]:
    """What stands in the address and cannot be shown here, said and not silently replaced."""
    said = {"year": f"За {data.missing.get('year')} год курсов в базе нет, показан {data.year} год.",
            "schools": f"Школы с кодом {wording.quoted(data.missing.get('schools', ''))} в реестре нет, показаны школы "
                       "перечня.",
            "subject": f"По предмету {wording.quoted(data.missing.get('subject', ''))} курсов за {data.year} год нет, "
                       "показаны все предметы."}
    return [line for name, line in said.items() if name in data.missing]


def draw(session: Session, data: CoursesPage) -> None:
    without_data.empty_year(session.day, data.year, data.years)
    html.tiles(_tiles(session, data))
    block.rows(session, _rows(session, data), (11, 10))
    running.tell(session, "courses")
    words.said(session, data)
    if len(data.lines) > 1:
        html.show(html.fold("Все числа по школам", _table(session, data)))


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of the page as values."""
    data = made(session, choices)
    return Blocks.of(block.of_rows(_rows(session, data)) if is_filled(data) else (), data.missing,
                     context.not_comparable(choices, _comparable(session, data), _shown(data)))


def _rows(session: Session, data: CoursesPage) -> list[Row]:
    """A year told as a whole has no line. The one school of a page is its line, many schools stand below in columns:
    beside it stand its subjects. Of one school the tile says three years."""
    several, many, by_months = len(data.lines) > 1, len(data.lines) >= FROM, pictures.by_months(data)
    schools = [pictures.schools(session, data)] if several else []
    subjects, vacancies = [pictures.subjects(session, data)], [pictures.vacancies(session, data)]
    shares = several and data.has_staff and bool(data.totals["course_staff_share"].denominator)
    years = [pictures.three_years(session, data)] if shares else []
    found: list[Row] = []
    if data.totals["course_people"].numerator or pictures.planned(data):
        found.append(([pictures.year(session, data)] if by_months else subjects, [
            *([] if many else schools), *(subjects if by_months and (many or not several) else []),
            *([] if several and not many else vacancies)]))
        found += [(schools,)] if many else []
    found.append(([pictures.beside(session, data)],))
    if many:
        found.append((years,))
    elif several:
        lower = bool(data.subjects) and by_months
        found.append((subjects if lower else vacancies, [*years, *(vacancies if lower else [])]))
    return found


def _tiles(session: Session, data: CoursesPage) -> list[Tile]:
    people, documents = data.totals["course_people"], data.totals["course_certificates"]
    shown = [_plan_tile(session, data) if pictures.planned(data) else Tile(
        f"Завершили курсы, {data.year} год", _value(session, data, people), words="плана на год в базе нет",
        id="course_people")]
    shown.append(Tile(
        "Удостоверений", _value(session, data, documents),
        words=f"завершили курсы: {wording.counted(people.numerator, 'педагог')}" if people.numerator else "",
        picture=_months(data), id="course_certificates"))
    if pictures.planned(data):
        shown.append(_going_tile(session, data))
    if data.has_staff:
        shown.append(_right_tile(session, data))
    return shown


def _value(session: Session, data: CoursesPage, figure: Figure) -> Cell:
    return words.rows(session, data, wording.number(figure.numerator), figure.metric, data.counted) \
        if figure.numerator else wording.NO_DATA


def _plan_tile(session: Session, data: CoursesPage) -> Tile:
    figure = data.totals[PLANNED]
    done, planned = figure.numerator, figure.denominator or 0
    over = "больше плана" if done > planned else ""
    share = wording.percent(done, planned) if figure.status == "ok" and not over else ""
    every = data.totals["course_people"].numerator
    more = f"и {every - done} там, где плана нет" if every > done else ""
    value = words.rows(session, data, wording.number(done), PLANNED, data.counted, "n_of_plan" if done else "n_planned")
    return Tile(f"Завершили курсы и план, {data.year} год", value, id=PLANNED,
                whole=f"при плане {wording.number(planned)}",
                words=" · ".join(filter(None, (share, over, more))),
                picture=Markup(inline.bullet(done, planned, words.of_plan(figure), width=200)))


def _going_tile(session: Session, data: CoursesPage) -> Tile:
    """Who of the plan is still to finish: learning now, not begun, not told of."""
    figure, going = data.totals[PLANNED], words.going_of(data)
    left = (figure.denominator or 0) - figure.numerator - going
    value: Cell = words.rows(session, data, str(going), PLANNED, data.counted, "n_going") if going else "0"
    if data.subject:
        return Tile("Осталось завершить по плану", str(max(left, 0)), words="кто уже учится, по предмету не известно")
    said = words.rest_words(data)
    return Tile("Ещё учатся", value, words=html.Marked(said, "shnor-awaits" if left > 0 else "") if said else "")


def _right_tile(session: Session, data: CoursesPage) -> Tile:
    """Three years are a right, never a fault; they are of all subjects. Who learned in two years is counted twice: the
    number is the most there may be."""
    figure = data.totals["course_staff_share"]
    name = f"Обучались за три года, на {wording.day(data.last)}"
    if not figure.denominator:
        return Tile(name, wording.NO_DATA, words="нужны курсы с указанием школ и кадры на дату")
    rest = figure.denominator - figure.numerator
    ceiling = wording.at_most(figure)
    share = f"{ceiling}{wording.percent(figure.numerator, figure.denominator)}" if figure.status == "ok" else ""
    right = f"право на обучение — не менее чем у {rest}" if rest > 0 else ""
    most = f"{ceiling}{wording.number(figure.numerator)}"
    return Tile(name, words.rows(session, data, most, figure.metric, data.where, year=False),
                whole=f"из {wording.number(figure.denominator)}", id=figure.metric,
                words=" · ".join(filter(None, (share, right, "все предметы" if data.subject else ""))))


def _months(data: CoursesPage) -> Markup:
    """Certificates month by month, where the months are known."""
    sums = [month.certificates for month in data.months.months]
    if sum(value is not None for value in sums) < 3:
        return html.NOTHING
    steps = [None if value is None else value - (sums[place - 1] or 0 if place else 0)
             for place, value in enumerate(sums)]
    return Markup(inline.columns(steps, f"удостоверений по месяцам {data.year} года", width=200))


def _table(session: Session, data: CoursesPage) -> Markup:
    """By number of the school, never by result."""
    shown = {"course_people": ("Завершили, чел.", ""), "course_certificates": ("Удостоверений", ""),
             PLANNED: ("Завершили при плане", "n_of_plan"),
             **({"course_staff_share": ("За три года", "")} if data.has_staff else {})}
    lines = [[to_school(session, code, data.schools[code]), *(
        _cell(session, data, data.by_school.get(metric, {}).get(code), code, part)
        for metric, (_, part) in shown.items())] for code in data.lines]
    return html.table_html(["Школа", *(title for title, _ in shown.values())], lines, numbers=range(1, 1 + len(shown)))


def _cell(session: Session, data: CoursesPage, figure: Figure | None, code: str, part: str) -> Cell:
    if figure is None or figure.status == "no_data":
        return pictures.NO_PLAN if part == "n_of_plan" else wording.NO_DATA
    text = words.of_plan(figure) if figure.metric == PLANNED else wording.figure_text(figure)
    text = str(figure.numerator) if figure.denominator is None else text
    over = pictures.beyond_staff(data, figure) if figure.metric in ("course_people", PLANNED) else ""
    of_staff = figure.metric == "course_staff_share"
    part = "n_planned" if part == "n_of_plan" and not figure.numerator else part
    where = {**(data.where if of_staff else data.counted), "school_id": code}
    return words.rows(session, data, f"{text}; {over}" if over else text, figure.metric, where, part,
                      year=not of_staff)
