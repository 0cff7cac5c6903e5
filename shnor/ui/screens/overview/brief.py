"""The four topics on the first page, a line each, leading to their pages."""

from collections.abc import Sequence

from shnor import wording, wording_time
from shnor.service.figures.lines import Cell as Known
from shnor.service.pages import courses as of_courses
from shnor.service.pages import results as of_results
from shnor.service.pages import support as of_support
from shnor.service.pages import surveys as of_surveys
from shnor.service.pages.results import Chosen as Results
from shnor.service.pages.surveys import Chosen as Surveys
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.results import stages
from shnor.ui.screens.results import words as results
from shnor.ui.screens.support import page as support
from shnor.ui.screens.surveys import words as surveys


def topics(session: Session) -> None:
    """What is known of each; topics without data are named with the files that would fill them on their own pages."""
    lines = [_results(session), _courses(session), _survey(session), _support(session)]
    html.show(html.tag("<h2 class='shnor-topics'>Коротко по темам</h2>{}", html.items_html(lines)))


def _nothing(page: str, title: str) -> Cell:
    return [Link(title, page), ": данных пока нет."]


def _results(session: Session) -> Cell:
    data = cache.built(session, of_results.build, Results(), day=session.day)
    if data.total is None:
        return _nothing("results", "Результаты")
    newest = next((cell for cell in reversed(data.total.cells) if cell), None)
    named = f"{wording.small(results.subject(data))} ({results.what(data)}){wording.over(data.set)}"
    if newest is None or data.total.change is None:
        return [Link("Результаты", "results"), f": {named}: ", _rows(session, newest), "."]
    said = wording.small(results.sentence(data))
    return [Link("Результаты", "results"), ": ", *_counts_lead(session, said, data.total.cells[-2:]),
            " ".join(filter(None, ("", stages.after(data), results.other_classes(data))))]


def _counts_lead(session: Session, said: str, cells: Sequence[Known | None]) -> list[Cell]:
    """The sentence with its counts, in their order, leading to their rows."""
    parts: list[Cell] = []
    for found in filter(None, cells):
        counts = wording.k_of_n(found.figure.numerator, found.figure.denominator or 0)
        before, _, said = said.partition(counts)
        parts += [before, to_rows(session, counts, found.figure.metric, found.where)]
    return [*parts, said]


def _rows(session: Session, cell) -> Cell:
    if cell is None:
        return wording.NO_DATA
    return to_rows(session, wording.figure_text(cell.figure), cell.figure.metric, cell.where)


def _courses(session: Session) -> Cell:
    data = cache.built(session, of_courses.build, day=session.day)
    people, documents = (data.totals.get(name) for name in ("course_people", "course_certificates"))
    when = {**data.where, "year": str(data.year)}
    plan = data.totals.get("course_plan_share")
    if not people or not people.numerator:
        if not plan or not plan.denominator:
            return _nothing("courses", "Курсы")
        return [Link("Курсы", "courses"), f": в {data.year} году завершённых курсов нет, по плану ",
                to_rows(session, wording.figure_text(plan), plan.metric, when), "."]
    shown: list[Cell] = [
        Link("Курсы", "courses"), f": {wording_time.in_year(session.day.year, data.year)} "
        f"{wording.verb(people.numerator, 'завершили')} ",
        to_rows(session, wording.figure_text(people), people.metric, when), wording.over(people.set)]
    if documents and documents.numerator:
        shown += [", удостоверений ", to_rows(session, wording.number(documents.numerator), documents.metric, when)]
    if plan and plan.denominator:
        shown += [", по плану ", to_rows(session, wording.figure_text(plan), plan.metric, when)]
    return [*shown, "."]


def _survey(session: Session) -> Cell:
    data = cache.built(session, of_surveys.build, Surveys(), day=session.day)
    newest = data.now
    if newest is None:
        return _nothing("surveys", "Анкетирование")
    return [Link("Анкетирование", "surveys"), f": {wording.quoted(data.chosen.question)}, "
            f"{surveys.wave(data.waves[-1])}: {surveys.answered(newest.figure)} ", _rows(session, newest),
            f"{wording.over(newest.figure.set)}."]


def _support(session: Session) -> Cell:
    data = cache.built(session, of_support.build, day=session.day)
    if not data.held and not data.own:
        return _nothing("support", "Методическая помощь")
    if not data.held:
        return [Link("Методическая помощь", "support"),
                f": {wording_time.in_year(session.day.year, data.year)} школы провели сами: "
                f"{wording.events(data.own)}."]
    return [Link("Методическая помощь", "support"), f": {wording_time.in_year(session.day.year, data.year)} "
            f"{support.held_word(data)} ",
            *support.counts(session, data), f" ({data.set})."]
