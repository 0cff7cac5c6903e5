"""The papers as files, offered: the one to sign, the one with sources, the others and other formats behind one menu."""

from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

import streamlit as st

from shnor import periods, wording
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import month, report, written
from shnor.service.papers.kinds import PAPERS
from shnor.service.papers.writing import Asked
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run import papers
from shnor.ui.run.session import Session

NOTE, SHEET, PUBLIC = PAPERS["note"].title, PAPERS["sheet"].title, PAPERS["public"].title
MONTH = "Свод"
CLEAN, SOURCED, OTHERS = "Чистовик", "С источниками", "Другие бумаги и форматы"
ENDINGS = {"pdf": "PDF", "docx": "Word", "xlsx": "таблицы Excel", "html": "страница для сайта", "zip": "архив"}
ABOUT_PUBLIC = ("В публикации показатели школ перечня вместе: ни школ, ни людей, ни ваших абзацев в ней нет. "
                "Скачанная публикация считается показанной: следующая и показы на семинарах не дадут вычислить школу.")


class Offer(NamedTuple):
    """A file. title: of its paper, with what tells it from its like; ending: without a dot."""

    title: str
    ending: str
    make: Callable[[], bytes]


def draw(session: Session, paper: Paper, asked: Asked) -> None:
    template = _template(session)
    with st.container(horizontal=True, key="shnor_paper_files"):
        _button(Offer(CLEAN, "docx", lambda: report.docx(paper, template=template)), CLEAN, name(paper, asked))
        _button(Offer(SOURCED, "docx", lambda: report.docx(paper, sourced=True, template=template)), SOURCED,
                name(paper, asked))
        with st.popover(OTHERS, key="shnor_paper_others"):
            for title, offers in groupby(_others(session, paper, asked, template), lambda offer: offer.title):
                html.text(title, mark="shnor-small")
                with st.container(horizontal=True, key=f"shnor_paper_other_{title}"):
                    for offer in offers:
                        _button(offer, wording.capital(ENDINGS[offer.ending]), _file_name(session, offer, asked))
            if not asked.school:
                html.text(ABOUT_PUBLIC, mark="shnor-small")


def _button(offer: Offer, label: str, named: str) -> None:
    primary = offer.title == CLEAN
    extra = f", {wording.small(offer.title)}" if offer.title in (CLEAN, SOURCED) else ""
    st.download_button(plain(label), data=offer.make, on_click="ignore", type="primary" if primary else "secondary",
                       key=f"shnor_paper_file_{offer.title}.{offer.ending}",
                       file_name=f"{named}{extra}.{offer.ending}")


def name(paper: Paper, asked: Asked) -> str:
    """«Справка, 2026 год, на 27.11.2026»."""
    return _named(NOTE, asked, f"на {wording.day(paper.day)}")


def _named(title: str, asked: Asked, when: str) -> str:
    return ", ".join(filter(None, (title, periods.parse(asked.period).title.replace("/", "–"), asked.school, when)))


def _file_name(session: Session, offer: Offer, asked: Asked) -> str:
    """The свод has its month in its title."""
    when = f"на {wording.day(session.day)}"
    return f"{offer.title}, {when}" if offer.title.startswith(MONTH) else _named(offer.title, asked, when)


def _others(session: Session, paper: Paper, asked: Asked, template: bytes | None) -> list[Offer]:
    """Of one school there are no свод and no publication."""
    order, sheet = papers.order_of, papers.sheet_of
    found = [*(Offer(NOTE, ending, _written(lambda: paper, ending)) for ending in ("pdf", "xlsx", "html")),
             Offer(PAPERS["order"].title, "docx", lambda: report.docx(order(session, asked), template=template)),
             *(Offer(SHEET, ending, _written(lambda: sheet(session, asked), ending)) for ending in ("pdf", "docx"))]
    if asked.school:
        return found
    code = month.awaited(papers.kept(session), session.day)
    of_month = f"{MONTH}, {periods.parse(code).title}"
    found += [Offer(of_month, ending, _written(lambda: papers.month_of(session, Asked(code, session.day)), ending))
              for ending in ("docx", "pdf", "xlsx")]
    return [*found, Offer(PUBLIC, "zip", lambda: _published(session, asked))]


def _written(made: Callable[[], Paper], ending: str) -> Callable[[], bytes]:
    return lambda: written.file(made(), ending)


def _published(session: Session, asked: Asked) -> bytes:
    """What leaves is known from now on."""
    found = papers.published(session, asked)
    papers.tell(session, asked, found)
    return written.file(found.paper, "zip")


def _template(session: Session) -> bytes | None:
    kept = papers.of(session.store).templates.now()
    return kept.data if kept else None
