"""The page «Справки»: what is ready, a section of the draft with the source of every figure beside it, the files."""

import streamlit as st

from shnor import periods, wording
from shnor.periods import PeriodKind
from shnor.reports.papers.blocks import Missing, Own, Paper, Section
from shnor.service.centre import schools
from shnor.service.papers import note
from shnor.service.papers.writing import KINDS, Asked
from shnor.ui.kit import choice, html, without_data
from shnor.ui.kit.html import Cell, Link
from shnor.ui.run import cache, papers
from shnor.ui.run.session import Session, sees_grounds
from shnor.ui.screens.papers import files, offered, own, pack, particulars, ready, sources, text

TITLE = "Справки"
PERIOD, SCHOOL, SECTION = "paper_period", "paper_school", "section"
"""Names of the choices in the address."""
EVERY = "школы перечня"
EMPTY = ("Справку писать не из чего: в базе нет ни одной школы. Её разделы заполнят список школ, перечни, дорожные "
         "карты, журнал мероприятий, курсы, опросы и результаты.")
BACK: dict[PeriodKind, int] = {"year": 3, "half_year": 2, "school_year": 2}
"""So many periods of a kind are offered, the newest first."""


def draw(session: Session) -> None:
    known = cache.built(session, schools.cards, session.day)
    if not known:
        without_data.offer(EMPTY, "schools", "statuses", "roadmap")
        return
    names = {card.school_id: card.name for card in known if card.statuses and sees_grounds(session)}
    asked = _asked(session, names)
    _choices(session, asked, names)
    paper = papers.drafted(session, asked)
    shown = _section(paper)
    _head(paper)
    offered.draw(session, paper, asked)
    left, middle, right = st.columns([10, 17, 10])
    with left:
        ready.draw(session, paper, shown)
    with middle:
        text.draw(session, paper, shown)
        _missing(shown)
        if session.changes:
            own.draw(session, paper, shown)
    with right:
        sources.draw(session, shown)
        pack.entry(session, asked)
        if session.changes:
            files.signed(session, paper, asked)
            files.template(session)
            particulars.draw(session)


def _asked(session: Session, names: dict[str, str]) -> Asked:
    """An unknown period or school of an address counts as none."""
    wanted = st.query_params.get(PERIOD, "")
    known = offered_periods(session)
    school = st.query_params.get(SCHOOL, "")
    return Asked(wanted if wanted in known else known[0], session.day, school if school in names else "")


def offered_periods(session: Session) -> tuple[str, ...]:
    """The year of the day first, then other years, halves and school years that have begun."""
    found = []
    for kind in KINDS:
        one = periods.containing(kind, session.day)
        for _ in range(BACK[kind]):
            found.append(one.code)
            one = one.previous()
    return tuple(found)


def _choices(session: Session, asked: Asked, names: dict[str, str]) -> None:
    with st.container(horizontal=True, key="shnor_context", vertical_alignment="center"):
        choice.box("За период", PERIOD, offered_periods(session), asked.period, width=260, label=False,
                   shown=lambda code: wording.capital(periods.parse(code).title))
        if names:
            choice.box("О ком", SCHOOL, ["", *names], asked.school, width=260, label=False,
                       shown=lambda code: names[code] if code else EVERY)


def _section(paper: Paper) -> Section:
    """Of the address, else the first."""
    wanted = st.query_params.get(SECTION, "")
    return next((one for one in paper.sections if one.id == wanted), paper.sections[0])


def _head(paper: Paper) -> None:
    there, whole = note.ready(paper)
    doubts = sum(bool(block.doubts) for section in paper.sections for block in section.blocks
                 if isinstance(block, Own))
    said = [f"Готово: {wording.number(there)} из {wording.counted(whole, 'показатель', 'gen')}"]
    said += [f"не хватает: {wording.number(whole - there)}"] if whole > there else []
    said += [f"вопросы к абзацам: {wording.number(doubts)}"] if doubts else []
    html.text(html.Marked(" · ".join(said), "shnor-strong"), f". Черновик на {wording.day(paper.day)}: "
              f"{paper.set}.", mark="shnor-lead")
    if paper.moved:
        html.text(f"{paper.moved.words}.", mark="shnor-strong")


def _missing(shown: Section) -> None:
    if not shown.missing:
        return
    html.text("Перед подписью", mark="shnor-small")
    html.items([_way(one) for one in shown.missing])


def _way(one: Missing) -> Cell:
    """What is missing, and the page that takes what would bring it."""
    if not one.file:
        return one.words
    form = f"«{one.file}»"
    return [f"{one.words}: ", Link(form, one.link) if one.link else form]
