"""Below the courses: deficits, what was done about them and what came of it, routes, tests of competence."""

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.pages import deficits
from shnor.service.pages.courses import CoursesPage
from shnor.service.pages.deficits import DeficitsPage
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Blocks, Row
from shnor.ui.kit.context import Choices
from shnor.ui.kit.html import Link
from shnor.ui.kit.plain import plain
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.courses import chain, page, routes

TITLE = "Профессиональные дефициты"


def made(session: Session, courses: CoursesPage) -> DeficitsPage:
    """Of the schools, the year and the subject the page of courses is shown for."""
    return cache.built(session, deficits.build, day=session.day, year=courses.year,
                       schools=courses.lines if courses.where else None, subject=courses.subject)


def draw(session: Session, courses: CoursesPage, data: DeficitsPage) -> None:
    html.show(html.tag("<h2 class='shnor-topics'>{}</h2>", TITLE))
    if line := other_year(data):
        html.text(line, mark="shnor-small")
    block.rows(session, _deficits(session, data), (1, 1))
    html.show(chain.schools(session, data, dict(courses.schools)))
    _folded(session, data)
    if absent := missing(data):
        html.text(*absent, mark="shnor-small")


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of both halves of the page as values."""
    courses = page.made(session, choices)
    first = page.blocks(session, choices)
    data = made(session, courses)
    own = block.of_rows([*_deficits(session, data), *_routes(session, data)])
    return Blocks.of((*first.shown, *own), first.missing, first.beside)


def _deficits(session: Session, data: DeficitsPage) -> list[Row]:
    return [([chain.need(session, data)], [chain.matrix(session, data)])] if data.chain else []


def _routes(session: Session, data: DeficitsPage) -> list[Row]:
    return [([routes.quarters(session, data)], [routes.levels(session, data)])] if routes.title(data) else []


def _folded(session: Session, data: DeficitsPage) -> None:
    """The page stays short: they are one click away, and open where nothing stands above them."""
    if not (named := routes.title(data)):
        return
    piece = st.expander(plain(named), key="shnor_courses_routes", on_change="rerun", expanded=data.chain is None)
    with piece:
        if piece.open:
            block.rows(session, _routes(session, data), (1, 1))


def other_year(data: DeficitsPage) -> str:
    return f"За {data.asked} год выявленных дефицитов в базе нет, показан {data.year} год." \
        if data.years and data.asked != data.year else ""


def missing(data: DeficitsPage) -> list[html.Cell]:
    """Which forms would fill what is not there; of what is chosen alone, that."""
    absent = [kind for kind in deficits.KINDS if kind not in data.there]
    said: list[html.Cell] = []
    if "deficits" in data.there and data.chain is None:
        said.append(f"По тому, что выбрано, выявленных дефицитов за {data.year} год не записано. ")
    if absent:
        forms = wording.listed([wording.quoted(KINDS[kind].title) for kind in absent])
        fill = "их заполнит форма" if len(absent) == 1 else "их заполнят формы"
        said += [f"Сведений здесь нет: {fill} {forms}. Файл или строки принимает ",
                 Link("«Приём отчётов»", "upload"), "."]
    return said
