"""Pieces of the page «Курсы и профессиональные дефициты»."""

import streamlit as st

from shnor import wording
from shnor.metrics.figure import Figure
from shnor.service.figures.rows import Where
from shnor.service.pages.courses import ALL, LISTED, CoursesPage
from shnor.ui.kit import choice, html, without_data
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session

RIGHT = "273-ФЗ, статья 47, часть 5, пункт 2: не реже одного раза в три года"
ANONYMOUS = ("Имена не хранятся, поэтому человек, учившийся в разные годы, посчитан в каждом году: на деле обучавшихся "
             "может быть меньше.")


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет ни курсов, ни кадров. Страницу заполнят списки курсов (школа, предмет, программа, сколько"
        " человек и удостоверений), план курсов на год и кадры по предметам. Фамилии не нужны: если они есть в "
        "файле, останутся только числа.", "courses", "staff")


def asked() -> dict[str, object]:
    """The year and the schools of the address."""
    return {"year": choice.number("year"), "whose": st.query_params.get("whose", LISTED)}


def choices(data: CoursesPage) -> None:
    titles = {LISTED: "школы перечня", ALL: "все школы", **data.schools}
    with st.container(horizontal=True):
        if len(data.years) > 1:
            choice.box("Год", "year", data.years, data.year, width=160)
        choice.box("Чьи числа", "whose", list(titles), data.whose, width=360, shown=titles.__getitem__)


def lead(session: Session, data: CoursesPage) -> None:
    """How many people; how many certificates, apart."""
    without_data.empty_year(session.day, data.year, data.years)
    html.text(*finished_words(session, data), mark="shnor-lead")
    html.text(" ".join(filter(None, (
        "У одного педагога может быть несколько удостоверений, поэтому люди и удостоверения считаются отдельно.",
        _hours(data)))), mark="shnor-small")
    if data.nameless:
        begins = "Кроме того, курсы" if data.totals["course_people"].numerator else "Курсы"
        html.text(f"{begins} без указания школы {wording.verb(data.nameless.numerator, 'завершили')} ",
                  _link(session, data, wording.figure_text(data.nameless), "course_people", {"school_id": ""}),
                  "; в числа по школам это не входит.")


def finished_words(session: Session, data: CoursesPage) -> list[Cell]:
    """Who finished in the year, of how many, with how many certificates."""
    people, documents = data.totals["course_people"], data.totals["course_certificates"]
    if not people.numerator and not documents.numerator:
        return [f"{data.year} год, {_whose(data)}: о завершённых курсах нет данных."]
    if not people.numerator:
        return [f"{data.year} год, {documents.set}: сколько педагогов завершили курсы, не указано; ",
                *_documents(session, data, documents), "."]
    return [f"{data.year} год, {people.set}: курсы повышения квалификации "
            f"{wording.verb(people.numerator, 'завершили')} ", _rows(session, data, people),
            *_of_staff(session, data, people), "; ", *_documents(session, data, documents), "."]


def _whose(data: CoursesPage) -> str:
    return {LISTED: "школы перечня", ALL: "все школы"}.get(data.whose) or data.schools[data.whose]


def _documents(session: Session, data: CoursesPage, figure: Figure) -> list[Cell]:
    """Certificates; where their number was not told, that."""
    if not figure.numerator:
        return ["число удостоверений не указано"]
    missing = sum(figure.more.values())
    return ["удостоверений — ", _rows(session, data, figure, number=True),
            f" (без числа удостоверений — {wording.counted(missing, 'строка')})" if missing else ""]


def _of_staff(session: Session, data: CoursesPage, people: Figure) -> list[Cell]:
    """« (40 % от 118 педагогов этих школ)»; where staff is not known everywhere, over the schools where it is."""
    share = data.totals.get("course_year_share")
    if share is None or not share.denominator:
        return []
    staff = wording.counted(share.denominator, "педагог", "gen")
    if share.numerator != people.numerator:
        return [f"; там, где известно число педагогов, {share.set}, — {wording.figure_text(share)}"]
    if share.status == "small":
        return [f" из {share.denominator}"]
    whose = "этих школ" if share.set.startswith("по ") else "этой школы"  # one school is a set by its name
    return [f" ({wording.percent(share.numerator, share.denominator)} от {staff} {whose})"]


def _hours(data: CoursesPage) -> str:
    hours = data.totals["course_hours"]
    return f"Объём обучения — {wording.number(hours.numerator)} ч (часы программ × удостоверения)." \
        if hours.numerator else ""


def plan(session: Session, data: CoursesPage) -> None:
    st.header("План и факт")
    html.text(*plan_words(session, data))
    if data.totals["course_plan_share"].denominator:
        html.text("Кто именно из плана завершил, по числам не видно: сравнивается число людей.", mark="shnor-small")


def plan_words(session: Session, data: CoursesPage) -> list[Cell]:
    """Planned = finished + still learning + not begun, where they add up."""
    figure = data.totals["course_plan_share"]
    planned, done, going = figure.denominator or 0, figure.numerator, sum(figure.more.values())
    if not planned:
        return [f"Плана курсов на {data.year} год в базе нет."]
    said: list[Cell] = [
        f"План курсов на {data.year} год, {figure.set if done else _whose(data)}: ",
        _link(session, data, str(planned), figure.metric, data.where, "n_planned"),
        f", {wording.verb(done, 'завершили')} ",
        _link(session, data, str(done), figure.metric, data.where, "n_of_plan")]
    if done > planned:
        said.append(", больше плана")
    elif figure.status == "ok":
        said.append(f" ({wording.percent(done, planned)})")
    if going:
        said += [f", {wording.verb(going, 'продолжают')} ",
                 _link(session, data, str(going), figure.metric, data.where, "n_going")]
    left = planned - done - going
    return [*said, f", {wording.verb(left, 'не приступили')} {left}." if left >= 0 else "."]


def three_years(session: Session, data: CoursesPage) -> None:
    if not data.has_staff:
        return
    st.header("За три года")
    html.text(*right_words(session, data))
    figure = data.totals["course_staff_share"]
    if figure.denominator:
        over = "".join(f" {wording.capital(words)} — {count}." for words, count in figure.more.items())
        html.text(f"{RIGHT}. {ANONYMOUS}{over} {_staff(data)}", mark="shnor-small")


def right_words(session: Session, data: CoursesPage) -> list[Cell]:
    """A right that comes, never a fault."""
    figure = data.totals["course_staff_share"]
    if not figure.denominator:
        return ["Нет данных по школам: нужны курсы с указанием школ и кадры на дату."]
    staff = wording.counted(figure.denominator, "педагог", "gen")
    said: list[Cell] = [
        f"За три года, на {wording.day(data.last)}, {wording.verb(figure.numerator, 'обучались')} ",
        _link(session, data, str(figure.numerator), figure.metric, data.where, year=False), " из ",
        _link(session, data, staff, "staff_people", data.where, "counted", year=False), _share(figure),
        f", {figure.set}"]
    rest = figure.denominator - figure.numerator  # who learned in two years may be counted twice: no fewer than so many
    right = f"; не менее чем для {wording.counted(rest, 'педагог', 'gen')} наступает право на обучение" \
        if rest > 0 else ""
    return [*said, f"{right}."]


def _share(figure: Figure) -> str:
    return "" if figure.status == "small" else f" ({wording.percent(figure.numerator, figure.denominator or 0)})"


def _staff(data: CoursesPage) -> str:
    return f"Кадры на {wording.span(*map(wording.day, (data.staff_days[0], data.staff_days[-1])))}." \
        if data.staff_days else ""


def schools(session: Session, data: CoursesPage) -> None:
    """By number of the school, never by result."""
    told = [figure for found in data.by_school.values() for figure in found.values() if figure.status != "no_data"]
    if len(data.lines) == 1:  # the one school is the lines above
        return
    st.header("По школам")
    if not [figure for figure in told if figure.metric != "staff_people"]:
        html.text("Нет данных по школам: в принятых файлах школы не указаны.")
        return
    head = ["Школа", "Завершили, чел.", "Удостоверений", "По плану года", *(["За три года"] if data.has_staff else [])]
    html.table(head, [_school(session, data, code) for code in data.lines], numbers=range(1, len(head)))


def _school(session: Session, data: CoursesPage, code: str) -> list[Cell]:
    line: list[Cell] = [to_school(session, code, data.schools[code])]
    shown = {"course_people": "", "course_certificates": "", "course_plan_share": "n_of_plan"}
    shown |= {"course_staff_share": ""} if data.has_staff else {}
    for metric, part in shown.items():
        figure = data.by_school.get(metric, {}).get(code)
        line.append(_figure(session, data, figure, {"school_id": code}, part))
    return line


def _figure(session: Session, data: CoursesPage, figure: Figure | None, where: Where, part: str) -> Cell:
    if figure is None or figure.status == "no_data":
        return wording.NO_DATA if part != "n_of_plan" else "плана нет"
    text = str(figure.numerator) if figure.denominator is None else wording.figure_text(figure)
    text += _beyond_staff(data, figure) if figure.metric in ("course_people", "course_plan_share") else ""
    part = "n_planned" if part == "n_of_plan" and not figure.numerator else part
    return _link(session, data, text, figure.metric, where, part, year=figure.metric != "course_staff_share")


def _beyond_staff(data: CoursesPage, figure: Figure) -> str:
    staff = data.by_school.get("staff_people", {}).get(figure.group["school_id"])
    return wording.beyond_staff(figure.numerator, staff.numerator if staff else None)


def subjects(session: Session, data: CoursesPage) -> None:
    people, documents = (data.by_subject.get(metric, {}) for metric in ("course_people", "course_certificates"))
    named = sorted((name for name in people if people[name].numerator or documents[name].numerator),
                   key=lambda name: (name == "", wording.by_letters(name)))
    if not named:
        return
    st.header("По предметам")
    html.table(["Предмет или должность", "Завершили, чел.", "Удостоверений"], [
        [name or "предмет не указан", *(_count(session, data, found[name], name) for found in (people, documents))]
        for name in named], numbers=(1, 2))
    html.text("Человек с двумя программами посчитан один раз, по первой; его второе удостоверение стоит при своём "
              "предмете.", mark="shnor-small")


def _count(session: Session, data: CoursesPage, figure: Figure, subject: str) -> Cell:
    where = {**data.where, "subject": subject}
    return _link(session, data, str(figure.numerator), figure.metric, where) if figure.numerator else "0"


def vacancies(session: Session, data: CoursesPage) -> None:
    st.header("Вакансии")
    if data.vacancies is None:
        html.text("О вакансиях нет данных. Их заполнит форма «Педагогические кадры и вакансии».")
        return
    total = sum(vacancy.posts for vacancy in data.vacancies)
    if not total:
        html.text(f"Вакансий нет, {data.staff_set}. {_staff(data)}")
        return
    said: list[Cell] = []
    for vacancy in data.vacancies:
        link = _link(session, data, wording.number(vacancy.posts), "staff_people",
                     {**data.where, "subject": vacancy.subject}, "vacant", year=False)
        said += [", " if said else "", f"{vacancy.subject} ", link]
    html.text(f"Вакансий {wording.number(total)}, {data.staff_set}: ", *said, f". {_staff(data)}")


def untaught(data: CoursesPage) -> None:
    """Over the whole list alone: in one school a subject without courses is a person."""
    if data.whose != LISTED or not data.has_staff:
        return
    st.header("Предметы без курсов за три года")
    if data.untaught is None:
        html.text("Чтобы назвать предметы, нужны кадры по предметам и курсы с предметами по всем школам перечня.")
    elif data.untaught:
        html.text("Предметы, по которым ни один педагог школ перечня не прошёл обучение за три года: "
                  f"{', '.join(data.untaught)}.")
    else:
        html.text("По каждому предмету хотя бы один педагог школ перечня прошёл обучение за три года.")


def _rows(session: Session, data: CoursesPage, figure: Figure, *, number: bool = False) -> Cell:
    text = str(figure.numerator) if number else wording.figure_text(figure)
    return _link(session, data, text, figure.metric, data.where)


def _link(session: Session, data: CoursesPage, text: str, metric: str, where: Where, part: str = "", *,
          year: bool = True) -> Cell:
    """year: a figure of the year; else of its last day."""
    chosen: Where = {**where, **({"year": str(data.year)} if year else {})}
    return to_rows(session, text, metric, chosen, part, day=None if year else data.last)
