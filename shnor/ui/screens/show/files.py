"""The show as files: the show itself for a flash drive, PowerPoint, PDF, what is handed out."""

from collections.abc import Callable

import streamlit as st

from shnor import wording
from shnor.reports.slides import cards as papers
from shnor.reports.slides import html as page
from shnor.reports.slides import pdf, powerpoint
from shnor.service.show import cards
from shnor.service.show.deck import Built
from shnor.shows import Show
from shnor.ui.run import shows
from shnor.ui.run.session import Session

WIDE, OLD = "16:9", "4:3"


def draw(session: Session, show: Show, built: Built) -> None:
    with st.container(border=True):
        st.subheader("Унести")
        with st.container(horizontal=True):
            for title, name, make in _offered(session, built):
                st.download_button(title, data=_told(session, show, built, make), on_click="ignore",
                                   file_name=f"{file_name(built)}{name}", key=f"shnor_show_file_{title}")
        st.caption("Показ на флешку открывается двойным щелчком без сети. Буквы во всех файлах те же, ключа в них нет. "
                   "В карточках школ их собственные цифры: раздайте каждой школе её лист.")


def _offered(session: Session, built: Built) -> list[tuple[str, str, Callable[[], bytes]]]:
    deck = built.deck
    return [("Показ на флешку", ".html", lambda: page.html(deck)),
            ("PowerPoint", ".pptx", lambda: powerpoint.pptx(deck, WIDE)),
            ("PowerPoint, экран 4:3", " 4 к 3.pptx", lambda: powerpoint.pptx(deck, OLD)),
            ("PDF", ".pdf", lambda: pdf.pdf(deck, WIDE)), ("PDF, экран 4:3", " 4 к 3.pdf", lambda: pdf.pdf(deck, OLD)),
            ("Раздатка", " раздатка.pdf", lambda: pdf.handout(deck)),
            ("Карточки школ", " карточки школ.pdf", lambda: _cards(session, deck.label))]


def _cards(session: Session, label: str) -> bytes:
    with session.view() as view:
        return papers.cards(cards.of_list(view, session.day, label=label))


def _told(session: Session, show: Show, built: Built, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """A file that leaves is heard."""
    def data() -> bytes:
        shows.tell(session.store, show, built)
        return make()
    return data


def file_name(built: Built) -> str:
    """«Показ - Семинар 03.12.2026 - 2026-11-27», with the label of invented data."""
    told = " - ".join(filter(None, ("Показ", built.deck.name, built.deck.day.isoformat(),
                                    wording.small(built.deck.label))))
    return "".join(" " if sign in '\\/:*?"<>|\n\t' else sign for sign in told).replace("  ", " ")[:110].strip()
