"""Teachers of a school as small bars, what the school says and asks itself, and who sees this page."""

from collections.abc import Sequence

from shnor import periods, wording, wording_change
from shnor.charts import inline
from shnor.metrics.figure import Figure
from shnor.service.pages import deficit_words, school_words
from shnor.service.pages.deficits import FOUND, OWNERS, TEAMS, Chain, OfSchool, Routes
from shnor.service.pages.questions import Question
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_topics import Asked, SchoolTopics
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Markup, joined, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.courses.routes import WRITTEN_OUT
from shnor.ui.screens.school import seen_by

ASKED = 4
"""So many questions of a survey stand open."""
STEPS_FROM = 3
"""Steps are told of routes of so many teachers together."""


def teachers(session: Session, data: SchoolTopics, school: str, staff: int | None, lacked: OfSchool) -> None:
    """Courses, deficits and routes, the newest survey. staff: teachers of the school, if known."""
    courses = [_course(session, before, figure, after, school) for before, figure, after in school_words.courses(
        data.courses, data.courses_year, session.day, staff)]
    courses += [*_deficits(session, lacked.chain), *_routes(session, lacked.routes)]
    answers = [_answer(session, asked, school) for asked in data.surveys]
    if not courses and not answers:
        return
    surveys = tag("<h4>Опрос <small>{}</small></h4>{}{}", _wave(data.surveys[0].now), joined(answers[:ASKED]),
                  _more(answers[ASKED:])) if answers else NOTHING
    html.show(tag("<section class='shnor-card'><h3>Педагоги</h3>{}{}</section>", joined(courses), surveys))


def _course(session: Session, before: str, figure: Figure, after: str, school: str) -> Markup:
    return _bar(figure, html.text_html(wording.capital(before), _figure(session, figure, school), after,
                                       mark="shnor-line"))


def _deficits(session: Session, chain: Chain | None) -> list[Markup]:
    """«Профессиональные дефициты (август 2026): выявлено 6, помощь по 5, устранено 3», with the closed as a bar."""
    if chain is None:
        return []
    words = to_rows(session, deficit_words.short(chain), FOUND, chain.where)
    line = html.text_html(f"Профессиональные дефициты ({deficit_words.when(chain)}): ", words, mark="shnor-line")
    said = f"устранено {wording.k_of_n(chain.closed, chain.found)}"
    return [line + Markup(inline.bullet(chain.closed, chain.found, said, width=260))]


def _routes(session: Session, made: Routes | None) -> list[Markup]:
    if made is None:
        return []
    people, teams = made.totals[OWNERS], made.totals[TEAMS]
    whose = to_rows(session, wording.figure_text(people), OWNERS, made.where) if people.numerator else ""
    team = "" if not teams.numerator else " и команда школы" if people.numerator else "команда школы"
    # steps of one or two people would tell how each of them gets on
    steps = "" if 0 < people.numerator < STEPS_FROM else f"; {deficit_words.steps(made)}"
    return [html.text_html(f"{wording.capital(WRITTEN_OUT)}, {made.year} год: ", whose, team, steps,
                           mark="shnor-line")]


def _bar(figure: Figure, words: Markup) -> Markup:
    """A bar of a part of a whole under its sentence."""
    if not figure.denominator:
        return words
    said = wording.at_most(figure) + wording.k_of_n(figure.numerator, figure.denominator)
    return words + Markup(inline.bullet(figure.numerator, figure.denominator, said, width=260))


def _answer(session: Session, asked: Asked, school: str) -> Markup:
    parts: list[Cell] = [f"{wording.quoted(asked.question)}: "]
    if asked.before:
        parts += [_figure(session, asked.before, school), f" ({_wave(asked.before)}) → "]
    smallest = min(one.denominator or 0 for one in (asked.now, asked.before) if one)
    parts += [_figure(session, asked.now, school), school_words.answered(asked.response),
              wording_change.of_few("", smallest)]
    return _bar(asked.now, html.text_html(*parts, mark="shnor-line"))


def _more(answers: Sequence[Markup]) -> Markup:
    if not answers:
        return NOTHING
    return tag("<details class='shnor-unfold'><summary>ещё {} ▸</summary>{}</details>", len(answers), joined(answers))


def _figure(session: Session, figure: Figure, school: str) -> Cell:
    return to_rows(session, wording.figure_text(figure), figure.metric, {**figure.group, "school_id": school})


def _wave(figure: Figure) -> str:
    code = figure.group["wave"]
    return periods.parse(code).title if len(code) < 10 else wording.day(periods.first_day(code))


def words(session: Session, data: SchoolPage, told: SchoolTopics) -> None:
    """The school's own words, its questions with our answers, and who reads all this."""
    notes: list[Cell] = [f"{wording.month(row.month)}, {row.number}: {wording.quoted(row.note)}" for row in data.words]
    said = html.items_html(notes) if notes else html.text_html("Пояснений пока нет.")
    asked = tag("<h4>Вопросы школы</h4>{}", html.items_html([_question(one) for one in told.questions])) \
        if told.questions else NOTHING
    html.show(tag("<section class='shnor-card'><h3>Пояснение школы</h3>{}{}<h4>Кто это увидит</h4>{}</section>", said,
                  asked, seen_by.words(session, data.card.school_id)))


def _question(one: Question) -> str:
    asked = f"{wording.quoted(one.need)} ({wording.day(one.asked_on)})"
    if one.answer:
        return f"{asked} → {one.answer}"
    return f"{asked} → ответ до {wording.day(one.answer_by)}" + (", предлагаемый срок" if one.proposed else "")
