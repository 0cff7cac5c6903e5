"""The show as files: the show itself for a flash drive, PowerPoint, PDF, what is handed out."""

from collections.abc import Callable

import streamlit as st

from shnor import wording
from shnor.reports.slides.deck import Deck, Ratio
from shnor.service.show import cards
from shnor.service.show.deck import Built
from shnor.shows import Show
from shnor.ui.run import shows
from shnor.ui.run.session import Session

WIDE: Ratio = "16:9"
OLD: Ratio = "4:3"


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
    """Name of a button, ending of the file, what makes it."""
    deck = built.deck
    return [("Показ на флешку", ".html", lambda: _page(deck)),
            ("PowerPoint", ".pptx", lambda: _powerpoint(deck, WIDE)),
            ("PowerPoint, экран 4:3", " 4 к 3.pptx", lambda: _powerpoint(deck, OLD)),
            ("PDF", ".pdf", lambda: _pdf(deck, WIDE)), ("PDF, экран 4:3", " 4 к 3.pdf", lambda: _pdf(deck, OLD)),
            ("Раздатка", " раздатка.pdf", lambda: _handout(deck)),
            ("Карточки школ", " карточки школ.pdf", lambda: _cards(session, deck.label))]


# each writer brings a library of its own, which is read when a file is asked for
def _page(deck: Deck) -> bytes:
    from shnor.reports.slides import html

    return html.html(deck)


def _powerpoint(deck: Deck, ratio: Ratio) -> bytes:
    from shnor.reports.slides import powerpoint

    return powerpoint.pptx(deck, ratio)


def _pdf(deck: Deck, ratio: Ratio) -> bytes:
    from shnor.reports.slides import pdf

    return pdf.pdf(deck, ratio)


def _handout(deck: Deck) -> bytes:
    from shnor.reports.slides import pdf

    return pdf.handout(deck)


def _cards(session: Session, label: str) -> bytes:
    from shnor.reports.slides import cards as papers

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
