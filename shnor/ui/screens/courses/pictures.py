"""Pictures of the page of courses: the year adding up, each school beside its plan, subjects, three years."""

from dataclasses import replace
from datetime import date

from markupsafe import Markup

from shnor import wording
from shnor.charts import facts, inline
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import Shape, shape
from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.pages.courses import PLANNED, Beside, CoursesPage
from shnor.ui.kit import html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.kit.roster import FROM, Row, roster
from shnor.ui.run.session import Session
from shnor.ui.screens.courses.words import of_plan, of_subject, rows

PEOPLE, DOCUMENTS, STAFF = "course_people", "course_certificates", "course_staff_share"
SOURCE = "форма «Курсы повышения квалификации»"
STAFF_SOURCE = "формы «Курсы повышения квалификации» и «Педагогические кадры и вакансии»"
MONTHS = tuple(wording.month(date(2026, number, 1))[:3] for number in range(1, 13))
STAFF_FORM = "форма «Педагогические кадры и вакансии»"
AT_PLAN, AT_MOST = "завершили при плане", "обучались за три года, не более"
NO_PLAN, UNNAMED, COMING = "плана нет", "предмет не указан", "впереди"
NARROW = 80
"""A bar of a row whose words are long: the number of the school is never cut off."""
SHOWN = 8
"""So many subjects with vacancies are drawn."""


def by_months(data: CoursesPage) -> bool:
    """Whether the year can be seen month by month."""
    told = [month.people is not None for month in data.months.months]
    return sum(told) > 1 or told[:1] == [True]


def planned(data: CoursesPage) -> bool:
    return bool(data.totals[PLANNED].denominator)


def year(session: Session, data: CoursesPage) -> Shown:
    """Plan and fact of the year; without a plan the fact alone."""
    named = "план и факт" if planned(data) else "по месяцам"
    chart = Chart("courses-year", f"Завершили курсы нарастающим итогом: {named}, {data.year} год{of_subject(data)}",
                  "педагогов", _whole(data).set, session.day, SOURCE, (_plan(session, data), _fact(session, data)))
    today = MONTHS[session.day.month - 1] if data.year == session.day.year else ""
    return Shown.of(chart, shape("plan_fact", today=today, height=250), sort=False)


def _whole(data: CoursesPage) -> Figure:
    return data.totals[PLANNED] if planned(data) and data.totals[PLANNED].numerator else data.totals[PEOPLE]


def _plan(session: Session, data: CoursesPage) -> Series:
    said = "план назван на год целиком, без месяцев" if data.months.flat else ""
    link = rows(session, data, "", PLANNED, data.counted, "n_planned").address if planned(data) else ""
    return Series("план", tuple(facts.count(name, month.planned, link) for name, month in zip(
        MONTHS, data.months.months, strict=True) if month.planned is not None), said)


def _fact(session: Session, data: CoursesPage) -> Series:
    """A month leads to the rows as they were counted on its last day."""
    points, part = [], "n_of_plan" if planned(data) else ""
    for name, month in zip(MONTHS, data.months.months, strict=True):
        told = month.of_plan if planned(data) else month.people
        if told is None:
            points.append(Point(name, why=COMING if month.last == session.day else wording.NO_DATA))
        else:
            where = {**data.counted, "year": str(data.year)}
            link = to_rows(session, "", PLANNED if part else PEOPLE, where, part,
                           day=month.last if month.last < session.day else None)
            points.append(facts.count(name, told, link.address))
    return Series("факт", tuple(points))


def schools(session: Session, data: CoursesPage) -> Shown:
    """Each school beside its plan, by number; many of them in columns."""
    plan = planned(data)
    title = "Школы: завершили курсы и план" if plan else "Школы: завершили курсы"
    series = tuple(_school(session, data, code, plan) for code in data.lines)
    chart = Chart("courses-schools", f"{title}, {data.year} год{of_subject(data)}", "педагогов", _whole(data).set,
                  session.day, SOURCE, series)
    return _named(session, data, chart, shape("bars") if plan else shape("bars", whole=False))


def _named(session: Session, data: CoursesPage, chart: Chart, drawn: Shape) -> Shown:
    """Many schools stand on the page in columns."""
    if len(chart.series) < FROM:
        return Shown.of(chart, drawn, "Школа", sort=False)
    top = max(max(one.points[0].k or 0, one.points[0].n or 0) for one in chart.series)
    lines = [Row(to_school(session, code, series.name), Markup(inline.bullet(
        series.points[0].k or 0, series.points[0].n or 0, series.points[0].words, top=top, width=NARROW)),
        series.points[0].words)
        for code, series in zip(data.lines, chart.series, strict=True)]
    return Shown.of(chart, drawn, "Школа", roster(lines), sort=False)


def _school(session: Session, data: CoursesPage, code: str, plan: bool) -> Series:
    figure, people = (data.by_school.get(metric, {}).get(code) for metric in (PLANNED, PEOPLE))
    has_plan = plan and figure is not None and bool(figure.denominator)
    if has_plan and figure:
        part = "n_of_plan" if figure.numerator else "n_planned"
        link = rows(session, data, "", PLANNED, {**data.counted, "school_id": code}, part).address
        point = replace(facts.of_figure(AT_PLAN, figure, link), text=of_plan(figure))
    else:
        link = rows(session, data, "", PEOPLE, {**data.counted, "school_id": code}).address if people else ""
        point = _without_plan(people, link, plan)
    return Series(data.schools[code], (point,), beyond_staff(data, figure if has_plan else people),
                  to_school(session, code, "").address)


def _without_plan(people: Figure | None, link: str, plan: bool) -> Point:
    """plan: other schools have one."""
    at = AT_PLAN if plan else "завершили"
    if people is None or people.status == "no_data":
        return Point(at, why=NO_PLAN if plan else wording.NO_DATA)
    words = f"{people.numerator}, {NO_PLAN}" if plan else str(people.numerator)
    return Point(at, words, people.numerator, None, float(people.numerator), link=link)


def beyond_staff(data: CoursesPage, figure: Figure | None) -> str:
    """More people than the school has are to be checked."""
    staff = data.by_school.get("staff_people", {}).get(figure.group["school_id"]) if figure else None
    said = wording.beyond_staff(figure.numerator, staff.numerator if staff else None) if figure else ""
    return said.removeprefix("; ")


def three_years(session: Session, data: CoursesPage) -> Shown:
    """Who learned in three years, of all teachers of each school."""
    found = data.by_school.get(STAFF, {})
    series = []
    for code in data.lines:
        figure = found.get(code)
        link = rows(session, data, "", STAFF, {"school_id": code}, year=False).address if figure else ""
        point = facts.of_figure(AT_MOST, figure, link)
        series.append(Series(data.schools[code], (point,), link=to_school(session, code, "").address))
    chart = Chart("courses-three-years", "Школы: обучались за три года", "педагогов", data.totals[STAFF].set,
                  data.last, STAFF_SOURCE, tuple(series))
    return _named(session, data, chart, shape("bars"))


def subjects(session: Session, data: CoursesPage) -> Shown:
    """People beside their plan and certificates, apart, on one scale."""
    names = [*data.subjects, *([""] if data.by_subject.get(PEOPLE, {}).get("") else [])]
    head = ("Предмет или должность", "Завершили, чел.", "План, чел.", "Удостоверений")
    cells = [tuple(_of_subject(session, data, metric, name) for metric in (PEOPLE, PLANNED, DOCUMENTS))
             for name in names]
    top = max((point.k or 0 for row in cells for point in row), default=0)
    lines = [[_bold(data, name), _bar(people, plan.k or 0, top), _small(plan), _bar(documents, 0, top)]
             for name, (people, plan, documents) in zip(names, cells, strict=True)]
    body = html.table_html(list(head), lines)
    told = Block("courses-subjects", f"Предметы: люди и удостоверения, {data.year} год", data.totals[PEOPLE].set,
                 session.day, SOURCE, head, tuple((name or UNNAMED, *row) for name, row in zip(
                     names, cells, strict=True)), (1, 2, 3))
    return Shown(told, body=html.tag("<div class='shnor-inbars shnor-picture'>{}</div>", body) + html.text_html(
        "Человек с двумя программами посчитан один раз, по первой; его второе удостоверение стоит при своём предмете.",
        mark="shnor-small"))


def _bold(data: CoursesPage, name: str) -> html.Cell:
    return html.Marked(name, "shnor-strong") if name and name == data.subject else name or UNNAMED


def _of_subject(session: Session, data: CoursesPage, metric: str, name: str) -> Point:
    figure = data.by_subject.get(metric, {}).get(name)
    k = None if figure is None else figure.denominator if metric == PLANNED else figure.numerator
    part = "n_planned" if metric == PLANNED else ""
    return facts.count(METRICS[metric].title, k or 0, rows(
        session, data, "", metric, {**data.where, "subject": name}, part).address if k else "")


def _bar(point: Point, plan: int, top: int) -> html.Cell:
    """The number and its bar, both lead to its rows; the plan is the pale part behind."""
    picture = Markup(inline.bullet(point.k or 0, plan, point.text, top=top, width=110)) if point.k or plan \
        else html.NOTHING
    return _linked(point, html.tag("<b>{}</b>{}", point.text, picture))


def _small(point: Point) -> html.Cell:
    return _linked(point, html.tag("<b>{}</b>", point.text)) if point.k else ""


def _linked(point: Point, inside: Markup) -> Markup:
    if point.link:
        return html.tag("<a class='shnor-inbar' href='{}'>{}</a>", point.link, inside)
    return html.tag("<span class='shnor-inbar'>{}</span>", inside)


def vacancies(session: Session, data: CoursesPage) -> Shown | None:
    """Posts nobody fills, by subject; where there are none or nobody tells, the sentence alone says so."""
    if not data.vacancies:
        return None
    head = ("Предмет", "Вакантных ставок")
    points = [Point(vacancy.subject, wording.number(vacancy.posts), value=float(vacancy.posts), link=rows(
        session, data, "", "staff_people", {**data.where, "subject": vacancy.subject}, "vacant", year=False).address)
        for vacancy in data.vacancies]
    top = max(point.value or 0 for point in points)
    lines = [[point.at, _linked(point, html.tag("<b>{}</b>{}", point.text, Markup(inline.bullet(
        round(100 * (point.value or 0)), 0, point.text, top=round(100 * top), width=200))))]
        for point in points[:SHOWN]]
    rest = html.text_html(f"ещё предметов: {len(points) - SHOWN}, они в таблице", mark="shnor-small") \
        if len(points) > SHOWN else html.NOTHING
    told = Block("courses-vacancies", "Вакансии по предметам", data.staff_set, data.last, STAFF_FORM, head,
                 tuple((vacancy.subject, float(vacancy.posts)) for vacancy in data.vacancies), (1,))
    return Shown(told, body=html.tag("<div class='shnor-inbars shnor-picture'>{}</div>", html.table_html(
        list(head), lines)) + rest)


def beside(session: Session, data: CoursesPage) -> Shown | None:
    """What is chosen and what is put beside it; small groups in words."""
    if not data.beside:
        return None
    own = Beside("", _own(data), data.year, data.last, data.counted, data.totals)
    series = tuple(_beside(session, one) for one in (own, *data.beside))
    chart = Chart("courses-beside", f"Завершили курсы и план рядом{of_subject(data)}", "доля плана", "", session.day,
                  SOURCE, series)
    return Shown.of(chart, shape("dots"), "Чьи курсы", sort=False)


def _own(data: CoursesPage) -> str:
    return {"": "школы перечня", "all": "все школы"}.get(data.whose) or data.schools[data.whose]


def _beside(session: Session, one: Beside) -> Series:
    """The picture shows the first of its points, the table all."""
    points = []
    for at, metric in ((AT_PLAN, PLANNED), ("завершили, чел.", PEOPLE), ("удостоверений", DOCUMENTS),
                       (AT_MOST, STAFF)):
        whole = metric == STAFF
        where = {name: value for name, value in one.where.items() if name != "subject"} if whole else \
            {**one.where, "year": str(one.year)}
        figure = one.totals.get(metric)
        empty = NO_PLAN if metric == PLANNED else wording.NO_DATA
        link = to_rows(session, "", metric, where, day=one.last if whole else None).address if figure else ""
        known = figure is not None and figure.status != "no_data"
        point = facts.of_figure(at, figure if known else None, link if known else "", empty)
        points.append(replace(point, text=of_plan(figure)) if metric == PLANNED and known and figure else point)
    return Series(f"{one.name}, {one.year} год" if one.code == "" else one.name, tuple(points))
