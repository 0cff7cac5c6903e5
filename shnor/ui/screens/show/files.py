"""The show as files: the show itself for a flash drive, PowerPoint, PDF, what is handed out."""

from collections.abc import Callable

import streamlit as st

from shnor import wording
from shnor.loaders.process import door
from shnor.reports.slides.deck import Deck, Ratio
from shnor.service.show import cards
from shnor.service.show.deck import Built
from shnor.shows import Look, Show
from shnor.store import rights
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run import shows
from shnor.ui.run.session import Session

WIDE: Ratio = "16:9"
OLD: Ratio = "4:3"
TOLD = "shnor_show_look_told"


def draw(session: Session, show: Show, built: Built) -> None:
    with st.container(border=True):
        st.subheader("Унести")
        with st.container(horizontal=True):
            for title, name, make in _offered(session, built):
                st.download_button(plain(title), data=_told(session, show, built, make), on_click="ignore",
                                   file_name=f"{file_name(built)}{name}", key=f"shnor_show_file_{title}")
        st.caption("Показ на флешку открывается двойным щелчком без сети. Буквы во всех файлах те же, ключа в них нет. "
                   "В карточках школ их собственные цифры под их названиями: раздайте каждой школе её лист в "
                   "конверте и не кладите файл на чужой компьютер.")
        _look(session)


def _look(session: Session) -> None:
    """The municipality's own template of slides."""
    looks = shows.of(session.store).looks
    with st.expander("Шаблон слайдов вашего муниципалитета"):
        if told := st.session_state.pop(TOLD, ()):
            html.items(told)
        if look := looks.now():
            html.text(f"Взят шаблон {wording.quoted(look.name)}: PowerPoint будет в нём.")
            st.button("Вернуть наше оформление", on_click=_taken, args=(session, None))
        with st.form("shnor_show_look", clear_on_submit=True):
            file = st.file_uploader("Файл .potx или .pptx", type=["potx", "pptx"])
            if st.form_submit_button("Взять оформление") and file:
                cleaned = door.slide_template(file.name, file.getvalue())
                st.session_state[TOLD] = tuple(issue.message for issue in cleaned.issues)
                if cleaned.data:
                    _taken(session, Look(file.name, cleaned.data))
                st.rerun()


def _taken(session: Session, look: Look | None) -> None:
    rights.refuse(session.actor)
    shows.of(session.store).looks.take(look)


def _offered(session: Session, built: Built) -> list[tuple[str, str, Callable[[], bytes]]]:
    """Name of a button, ending of the file, what makes it."""
    deck = built.deck
    return [("Показ на флешку", ".html", lambda: _page(deck)),
            *_powerpoints(session, deck),
            ("PDF", ".pdf", lambda: _pdf(deck, WIDE)), ("PDF, экран 4:3", " 4 к 3.pdf", lambda: _pdf(deck, OLD)),
            ("Раздатка", " раздатка.pdf", lambda: _handout(deck)),
            ("Карточки школ", " карточки школ.pdf", lambda: _cards(session, deck.label))]


def _powerpoints(session: Session, deck: Deck) -> list[tuple[str, str, Callable[[], bytes]]]:
    """In the municipality's own look its slides keep their own size."""
    look = shows.of(session.store).looks.now()
    if look:
        return [("PowerPoint в вашем шаблоне", ".pptx", lambda: _powerpoint(deck, WIDE, look))]
    return [("PowerPoint", ".pptx", lambda: _powerpoint(deck, WIDE)),
            ("PowerPoint, экран 4:3", " 4 к 3.pptx", lambda: _powerpoint(deck, OLD))]


# each writer brings a library of its own, which is read when a file is asked for
def _page(deck: Deck) -> bytes:
    from shnor.reports.slides import html as page

    return page.html(deck)


def _powerpoint(deck: Deck, ratio: Ratio, look: Look | None = None) -> bytes:
    from shnor.reports.slides import powerpoint

    return powerpoint.pptx(deck, ratio, look.data if look else None)


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
