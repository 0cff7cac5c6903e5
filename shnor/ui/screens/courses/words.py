"""Sentences of the page of courses: who finished, the plan of the year, the right to training, vacancies."""

from shnor import wording
from shnor.metrics.figure import Figure
from shnor.service.figures.rows import Where
from shnor.service.pages.course_rest import Rest, rest
from shnor.service.pages.courses import ALL, LISTED, PLANNED, CoursesPage
from shnor.service.pages.school_words import learned
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session

RIGHT = "273-ФЗ, статья 47, часть 5, пункт 2: не реже одного раза в три года"
REST = "другие предметы"
"""A row of the staff for all that have none of their own: it names no subject."""
ANONYMOUS = ("Имена не хранятся, поэтому человек, учившийся в разные годы, посчитан в каждом году: на деле обучавшихся "
             "может быть меньше.")
APART = ("У одного педагога может быть несколько удостоверений, поэтому люди и удостоверения считаются отдельно. Кто "
         "именно из плана завершил, по числам не видно: сравнивается число людей.")


def said(session: Session, data: CoursesPage) -> None:
    """What the pictures show, in sentences."""
    html.text(*finished_words(session, data), mark="shnor-lead")
    html.text(*plan_words(session, data))
    if data.nameless:
        begins = "Кроме того, курсы" if data.totals["course_people"].numerator else "Курсы"
        html.text(f"{begins} без указания школы {wording.verb(data.nameless.numerator, 'завершили')} ",
                  rows(session, data, wording.figure_text(data.nameless), "course_people",
                  {**data.counted, "school_id": ""}),
                  "; в числа по школам это не входит.")
    if data.has_staff and not data.subject:
        html.text(*right_words(session, data))
    html.text(*vacancies(session, data))
    if nobody := untaught(data):
        html.text(nobody)
    html.text(" ".join(filter(None, (APART, _hours(data), _by_year(data)))), mark="shnor-small")
    if data.has_staff and not data.subject and data.totals["course_staff_share"].denominator:
        html.text(right_notes(data), mark="shnor-small")


def _by_year(data: CoursesPage) -> str:
    if not data.months.yearly:
        return ""
    return ("Часть курсов записана за год целиком, без месяца: на линии они стоят в декабре." if any(
        month.people is not None for month in data.months.months[:11]) else
        "Курсы этого года записаны за год целиком, без месяцев: хода по месяцам не видно.")


def finished_words(session: Session, data: CoursesPage) -> list[Cell]:
    """Who finished in the year, of how many, with how many certificates."""
    people, documents = data.totals["course_people"], data.totals["course_certificates"]
    if not people.numerator and not documents.numerator:
        return [f"{data.year} год{of_subject(data)}, {_whose(data)}: о завершённых курсах нет данных."]
    if not people.numerator:
        return [f"{data.year} год{of_subject(data)}, {documents.set}: сколько педагогов завершили курсы, не указано; ",
                *_documents(session, data, documents), "."]
    return [f"{data.year} год{of_subject(data)}, {people.set}: курсы повышения квалификации "
            f"{wording.verb(people.numerator, 'завершили')} ", _whole(session, data, people),
            *_of_staff(session, data, people), "; ", *_documents(session, data, documents), "."]


def _whose(data: CoursesPage) -> str:
    return {LISTED: "школы перечня", ALL: "все школы"}.get(data.whose) or data.schools[data.whose]


def _documents(session: Session, data: CoursesPage, figure: Figure) -> list[Cell]:
    """Certificates; where their number was not told, that."""
    if not figure.numerator:
        return ["число удостоверений не указано"]
    missing = sum(figure.more.values())
    return ["удостоверений — ", _whole(session, data, figure, number=True),
            f" (без числа удостоверений — {wording.counted(missing, 'строка')})" if missing else ""]


def _of_staff(session: Session, data: CoursesPage, people: Figure) -> list[Cell]:
    """« (40 % от 118 педагогов этих школ)»; where staff is not known everywhere, over the schools where it is."""
    share = data.totals.get("course_year_share")
    if share is None or not share.denominator or data.subject:
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


def plan_words(session: Session, data: CoursesPage) -> list[Cell]:
    """Planned = finished + still learning + not begun + not told of − beyond the plan of a school."""
    figure = data.totals["course_plan_share"]
    planned, done, going = figure.denominator or 0, figure.numerator, going_of(data)
    if not planned:
        return [f"Плана курсов на {data.year} год{of_subject(data)} в базе нет."]
    said: list[Cell] = [
        f"План курсов на {data.year} год{of_subject(data)}, {figure.set if done else _whose(data)}: ",
        rows(session, data, str(planned), figure.metric, data.counted, "n_planned"),
        f", {wording.verb(done, 'завершили')} ",
        rows(session, data, str(done), figure.metric, data.counted, "n_of_plan")]
    if done > planned:
        said.append(", больше плана")
    elif figure.status == "ok":
        said.append(f" ({wording.percent(done, planned)})")
    if going:
        said += [f", {wording.verb(going, 'продолжают')} ",
                 rows(session, data, str(going), figure.metric, data.counted, "n_going")]
    told = left_words(max(planned - done - going, 0)) if data.subject else rest_words(data)
    return [*said, f", {told}." if told else "."]


def of_plan(figure: Figure) -> str:
    """«47 при плане 52 (90 %)», never «из 52»: who finished beyond the plan is counted too. A small group has no
    percentage, nor what passes the plan."""
    if not figure.denominator:
        return wording.figure_text(figure)
    done, planned = figure.numerator, figure.denominator
    share = f" ({wording.percent(done, planned)})" if figure.status == "ok" and done <= planned else ""
    return f"{wording.number(done)} при плане {wording.number(planned)}{share}"


def going_of(data: CoursesPage) -> int:
    """Still learning by the newest word of each school; of one subject that is not known."""
    return 0 if data.subject else sum(data.totals[PLANNED].more.values())


def left_words(left: int) -> str:
    """«осталось 2»: of one subject it is not known who is still learning."""
    return f"осталось {left}" if left else ""


def rest_of(data: CoursesPage) -> Rest:
    return rest(data.totals[PLANNED], data.by_school.get(PLANNED, {}))


def rest_words(data: CoursesPage) -> str:
    """«не приступили 2, нет сведений о 5, сверх плана своих школ 1»: what closes the sum."""
    found, total = rest_of(data), data.totals[PLANNED]
    beyond = total.numerator > (total.denominator or 0)
    parts = ["" if not found.idle and (found.unknown or found.over) else
             f"{wording.verb(found.idle, 'не приступили')} {found.idle}",
             f"нет сведений о {found.unknown}" if found.unknown else "",
             f"сверх плана своих школ {found.over}" if found.over and not (beyond and not found.idle) else ""]
    return ", ".join(filter(None, parts))


def of_subject(data: CoursesPage) -> str:
    return f", {data.subject}" if data.subject else ""


def right_words(session: Session, data: CoursesPage) -> list[Cell]:
    """A right that comes, never a fault."""
    figure = data.totals["course_staff_share"]
    if not figure.denominator:
        return ["Нет данных по школам: нужны курсы с указанием школ и кадры на дату."]
    staff = wording.counted(figure.denominator, "педагог", "gen")
    said: list[Cell] = [
        f"За три года, на {wording.day(data.last)}, {learned(figure)} "
        f"{wording.at_most(figure)}",
        rows(session, data, str(figure.numerator), figure.metric, data.where, year=False), " из ",
        rows(session, data, staff, "staff_people", data.where, "counted", year=False), _share(figure),
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


def right_notes(data: CoursesPage) -> str:
    """Whose right it is, and what the number cannot know."""
    over = "".join(f" {wording.capital(words)} — {count}." for words, count in
                   data.totals["course_staff_share"].more.items())
    return f"{RIGHT}. {ANONYMOUS}{over} {_staff(data)}"


def vacancies(session: Session, data: CoursesPage) -> list[Cell]:
    if data.vacancies is None:
        return ["О вакансиях нет данных. Их заполнит форма «Педагогические кадры и вакансии»."]
    total = sum(vacancy.posts for vacancy in data.vacancies)
    if not total:
        return [f"Вакансий нет, {data.staff_set}. {_staff(data)}"]
    said: list[Cell] = []
    for vacancy in data.vacancies:
        link = rows(session, data, wording.number(vacancy.posts), "staff_people",
                    {**data.where, "subject": vacancy.subject}, "vacant", year=False)
        said += [", " if said else "", f"{vacancy.subject} ", link]
    return [f"Вакантных ставок — {wording.number(total)}, {data.staff_set}: ", *said, f". {_staff(data)}"]


def untaught(data: CoursesPage) -> str:
    """Over the whole list alone: in one school a subject without courses is a person."""
    if data.whose != LISTED or not data.has_staff:
        return ""
    if data.untaught is None:
        return "Чтобы назвать предметы, нужны кадры по предметам и курсы с предметами по всем школам перечня."
    if named := [subject for subject in data.untaught if subject != REST]:
        return ("Предметы, по которым ни один педагог школ перечня не прошёл обучение за три года: "
                f"{', '.join(named)}.")
    if data.untaught:
        return ""
    return "По каждому предмету хотя бы один педагог школ перечня прошёл обучение за три года."


def _whole(session: Session, data: CoursesPage, figure: Figure, *, number: bool = False) -> Cell:
    text = str(figure.numerator) if number else wording.figure_text(figure)
    return rows(session, data, text, figure.metric, data.counted)


def rows(session: Session, data: CoursesPage, text: str, metric: str, where: Where, part: str = "", *,
         year: bool = True) -> Link:
    """year: a figure of the year; else of its last day."""
    chosen: Where = {**where, **({"year": str(data.year)} if year else {})}
    return to_rows(session, text, metric, chosen, part, day=None if year else data.last)
